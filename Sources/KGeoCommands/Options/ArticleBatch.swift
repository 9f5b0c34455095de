// Lines of {"id","text","published"}: many texts in one file.

internal import KGeo
internal import KGeoCore
internal import KGeoJSON

/// One text of a batch.
struct ArticleItem {
    var id: String
    var text: String
    /// The day of publication as the line gives it.
    var day: PublishedDay?

    /// What to say where a day from outside beats that of the line.
    func notes(_ given: PublishedDay?) -> [String] {
        guard let given, let day, given.date != day.date else { return [] }
        return ["read as published on \(given.date) (\(given.from)); the line says \(day.date)"]
    }
}

/// Reads the lines of a batch.
enum ArticleBatch {
    /// The texts of a batch.
    ///
    /// - Throws: a problem with code `json` that names the line.
    static func items(_ text: String, of file: String) throws -> [ArticleItem] {
        try BatchLine.lines(text, from: 1).map { try item($0.line, $0.number, of: file) }
    }

    private static func item(_ line: Substring, _ number: Int, of file: String) throws -> ArticleItem {
        let line = try BatchLine(line, number, of: file)
        var item = ArticleItem(id: line.id, text: line.text)
        if let stamp = line.members["published"]?.string {
            guard let date = CalendarDate(iso: String(stamp.prefix(10))) else {
                throw line.failure(
                    "\"published\" of this line is no day of the calendar",
                    "write it in full, like 2024-08-21")
            }
            item.day = PublishedDay(date, from: "batch")
        }
        return item
    }
}
