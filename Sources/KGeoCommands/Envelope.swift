// The one form of every JSON answer: what made it, of which inputs, under which settings, and what to know beside it.

internal import KGeo

/// A file that an answer was made from.
struct InputRecord: Hashable, Sendable {
    /// The path as it was given; "-" is standard input.
    var path: String
    /// SHA-256 of its bytes in hexadecimal; nil where it was not taken.
    var sha256: String?

    var json: JSONValue { .object(["path": .string(path), "sha256": .text(sha256)]) }
}

/// What an answer was made by.
struct ToolVersions: Hashable, Sendable {
    var kgeo, geos, proj: String
    /// The version of the EPSG data in PROJ's database; nil where the database was not opened.
    var projDatabase: String?

    var json: JSONValue {
        .object([
            "kgeo": .string(kgeo), "geos": .string(geos), "proj": .string(proj),
            "proj_db": .text(projDatabase),
        ])
    }
}

/// A JSON answer: the same members around what a command has found, in the same order everywhere.
struct Envelope {
    /// The version of the form of all answers.
    static let schemaVersion = 2

    /// The command as it is called, such as `check-area`.
    var command: String
    var tool: ToolVersions
    /// Every file that was read.
    var inputs: [InputRecord]
    /// What the result depends on, by the names of the options.
    var settings: JSONObject
    /// What the command has found.
    var members: JSONObject
    /// What its user should know beside that.
    var notices: [Notice]

    /// The whole answer.
    var json: JSONValue { .object(head + members + foot) }

    /// The whole answer as text.
    var text: String { JSONWriter.pretty(json) }

    /// The members before what was found.
    var head: JSONObject {
        [
            "schema_version": .count(Self.schemaVersion), "command": .string(command), "tool": tool.json,
            "inputs": .array(inputs.map(\.json)), "settings": .object(settings),
        ]
    }

    /// The members after it.
    var foot: JSONObject { ["notices": .array(notices.map(Self.json))] }

    /// A notice. What of its place has no member of its own (a claim, a ring, a line) stands in the message.
    static func json(_ notice: Notice) -> JSONValue {
        let problem = notice.problem.inCommandWords
        var message = problem
        (message.place.file, message.place.feature, message.place.id) = (nil, nil, nil)
        return .object([
            "severity": .string(notice.severity.rawValue), "code": .string(problem.code.rawValue),
            "message": .string(message.summary), "file": .text(problem.place.file),
            "feature": .count(problem.place.feature), "id": .text(problem.place.id),
            "hint": .text(problem.hint),
        ])
    }
}
