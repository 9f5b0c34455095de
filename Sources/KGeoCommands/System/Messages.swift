// What goes to stderr: errors, warnings, notes. Text from files is made harmless here.

internal import KGeo
internal import KGeoCore
internal import KGeoJSON
internal import KGeoReport
internal import SystemC

enum Messages {
    /// The form of what the run prints: beside JSON, notes are objects too. Set once, before anything is said.
    nonisolated(unsafe) static var format = OutputFormat.table

    /// Writes a line to stderr.
    static func line(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }

    /// An error: as text, or as an object when the output is JSON.
    static func report(_ problem: Problem, format: OutputFormat) {
        guard format != .json else {
            line(JSONWriter.compact(.object(["error": json(problem)])))
            return
        }
        let problem = problem.inCommandWords
        line("kgeo: error: " + SafeText.escaped(problem.summary))
        if let hint = problem.hint { line("hint: " + SafeText.escaped(hint)) }
    }

    /// A warning or note: as text, or as an object when the output is JSON.
    static func notice(_ notice: Notice) {
        guard format != .json else {
            let object = json(notice.problem).object ?? [:]
            let severity: JSONObject = ["severity": .string(notice.severity.rawValue)]
            return line(JSONWriter.compact(.object(["notice": .object(severity + object)])))
        }
        let problem = notice.problem.inCommandWords
        line("kgeo: \(notice.severity.rawValue): " + SafeText.escaped(problem.summary))
        if let hint = problem.hint { line("hint: " + SafeText.escaped(hint)) }
    }

    /// Notices, at most a few. Ground that is not known on a day is always said, however many days.
    ///
    /// - Parameter listing: what lists them all.
    static func notices(_ all: [Notice], quiet: Bool, listing: String = "--format json") {
        for gap in all where gap.problem.code == .gap { notice(gap) }
        guard !quiet else { return }
        let notices = all.filter { $0.problem.code != .gap }
        let shown = 8
        for item in notices.prefix(shown) { notice(item) }
        if notices.count > shown {
            line("kgeo: note: \(notices.count - shown) more notes; \(listing) lists them all")
        }
    }

    /// Ends the run when there are problems: the first is thrown, and some of the others are said before it.
    static func stop(on problems: [Problem], format: OutputFormat, allBy command: String? = "kgeo validate")
        throws
    {
        guard let first = problems.first else { return }
        if problems.count > 1, format != .json {
            for problem in problems.dropFirst().prefix(4) { report(problem, format: .table) }
            if problems.count > 5 {
                line(
                    "kgeo: note: \(problems.count - 5) more problems"
                        + (command.map { "; \($0) lists them all" } ?? ""))
            }
        }
        throw first
    }

    /// An error as CLI.md's object.
    static func json(_ problem: Problem) -> JSONValue {
        let problem = problem.inCommandWords
        let place = problem.place
        func number(_ value: Int?) -> JSONValue { value.map { .number(JSONNumber($0)) } ?? .null }
        return .object([
            "code": .string(problem.code.rawValue), "message": .string(problem.message),
            "file": .text(place.file.map(FileName.shown)),
            "line": number(place.line), "column": number(place.column), "offset": number(place.offset),
            "feature": number(place.feature), "id": .text(place.id), "part": number(place.part),
            "ring": number(place.ring), "vertex": number(place.vertex), "claim": .text(place.claim),
            "property": .text(place.property), "path": .text(place.path),
            "coordinate": place.coordinate.map { .array([.number($0.longitude), .number($0.latitude)]) }
                ?? .null,
            "hint": .text(problem.hint),
        ])
    }
}
