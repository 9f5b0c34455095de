// The one form of every JSON answer: what made it, of which inputs, under which settings, and what to know beside it.

package import KGeoCore
internal import KGeoJSON

/// A file that an answer was made from.
package struct InputRecord: Hashable, Sendable {
    /// The path as it was given; "-" is standard input.
    package var path: String
    /// SHA-256 of its bytes in hexadecimal; nil where it was not taken.
    package var sha256: String?

    /// A file and the digest of its bytes.
    package init(path: String, sha256: String?) {
        self.path = path
        self.sha256 = sha256
    }

    package var json: JSONValue { .object(["path": .string(FileName.shown(path)), "sha256": .text(sha256)]) }
}

/// What an answer was made by.
package struct ToolVersions: Hashable, Sendable {
    package var kgeo, geos, proj: String
    /// The version of the EPSG data in PROJ's database; nil where the database was not opened.
    package var projDatabase: String?

    /// Versions as the tools name them.
    package init(kgeo: String, geos: String, proj: String, projDatabase: String?) {
        (self.kgeo, self.geos, self.proj) = (kgeo, geos, proj)
        self.projDatabase = projDatabase
    }

    package var json: JSONValue {
        .object([
            "kgeo": .string(kgeo), "geos": .string(geos), "proj": .string(proj),
            "proj_db": .text(projDatabase),
        ])
    }
}

/// A JSON answer: the same members around what a command has found, in the same order everywhere.
package struct Envelope {
    /// The version of the form of all answers.
    package static let schemaVersion = 2

    /// The command as it is called, such as `check-area`.
    package var command: String
    package var tool: ToolVersions
    /// Every file that was read.
    package var inputs: [InputRecord]
    /// What the result depends on, by the names of the options.
    package var settings: JSONObject
    /// What the command has found.
    package var members: JSONObject
    /// What its user should know beside that.
    package var notices: [Notice]
    /// The words of the program for settings and operations that notices name.
    package var words = Vocabulary.neutral

    /// What stands around the members of an answer; those are its report's.
    package init(
        command: String, tool: ToolVersions, inputs: [InputRecord], settings: JSONObject,
        members: JSONObject = [:], notices: [Notice]
    ) {
        self.command = command
        self.tool = tool
        self.inputs = inputs
        self.settings = settings
        self.members = members
        self.notices = notices
    }

    /// The whole answer.
    package var json: JSONValue { .object(head + members + foot) }

    /// The whole answer as text.
    package var text: String { JSONWriter.pretty(json) }

    /// The members before what was found.
    package var head: JSONObject {
        [
            "schema_version": .count(Self.schemaVersion), "command": .string(command), "tool": tool.json,
            "inputs": .array(inputs.map(\.json)), "settings": .object(settings),
        ]
    }

    /// The members after it.
    package var foot: JSONObject { ["notices": .array(notices.map(json))] }

    /// A notice. What of its place has no member of its own (a claim, a ring, a line) stands in the message.
    package func json(_ notice: Notice) -> JSONValue {
        let problem = notice.problem.worded(in: words)
        var message = problem
        (message.place.file, message.place.feature, message.place.id) = (nil, nil, nil)
        return .object([
            "severity": .string(notice.severity.rawValue), "code": .string(problem.code.rawValue),
            "message": .string(message.summary), "file": .text(problem.place.file.map(FileName.shown)),
            "feature": .count(problem.place.feature), "id": .text(problem.place.id),
            "hint": .text(problem.hint),
        ])
    }
}
