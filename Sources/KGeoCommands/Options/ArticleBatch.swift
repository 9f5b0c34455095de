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
        var items: [ArticleItem] = []
        // By bytes: a carriage return and a line feed are one character.
        for (i, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = Substring(bytes)
            if line.allSatisfy(\.isWhitespace) { continue }
            items.append(try item(line, i + 1, of: file))
        }
        return items
    }

    private static func item(_ line: Substring, _ number: Int, of file: String) throws -> ArticleItem {
        func failure(_ message: String, _ hint: String) -> Problem {
            var place = Problem.Place()
            place.file = file
            place.line = number
            place.column = 1
            return Problem(.json, message, at: place, hint: hint)
        }
        let value: JSONValue
        do {
            value = try JSONText.value(reading: ByteSource(text: String(line)))
        } catch {
            throw error.located {
                $0.file = file
                $0.line = number
            }
        }
        let form = "each line of a batch is {\"id\":…,\"text\":…}"
        guard let text = value.object?["text"]?.string else {
            throw failure("this line has no \"text\"", form)
        }
        let id: String
        switch value.object?["id"] {
        case .string(let name): id = name
        case .number(let digits): id = digits.text
        default: throw failure("this line has no \"id\"", form)
        }
        var item = ArticleItem(id: id, text: text)
        if let stamp = value.object?["published"]?.string {
            guard let date = CalendarDate(iso: String(stamp.prefix(10))) else {
                throw failure(
                    "\"published\" of this line is no day of the calendar",
                    "write it in full, like 2024-08-21")
            }
            item.day = PublishedDay(date, from: "batch")
        }
        return item
    }
}
