// One line of a batch of texts: an object with "id" and "text", as extract and check-article read it.

internal import KGeoCore
internal import KGeoJSON

/// A line of a batch, read.
struct BatchLine {
    let id: String
    let text: String
    /// All that the line says.
    let members: JSONObject
    private let number: Int
    private let file: String

    /// Whether a file is a batch by its name.
    static func isBatch(_ file: String) -> Bool { file.lowercased().hasSuffix(".jsonl") }

    /// The lines of a text with their numbers; those of white space alone are passed over.
    ///
    /// - Parameter first: the number of the first.
    static func lines(_ text: String, from first: Int) -> [(number: Int, line: Substring)] {
        // By bytes: a carriage return and a line feed are one character.
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            .map { (first + $0, Substring($1)) }
            .filter { !$0.1.allSatisfy(\.isWhitespace) }
    }

    /// Reads a line.
    ///
    /// - Throws: a problem with code `json` that names the line.
    init(_ line: Substring, _ number: Int, of file: String) throws {
        self.number = number
        self.file = file
        let value: JSONValue
        do {
            value = try JSONText.value(reading: ByteSource(text: String(line)))
        } catch {
            throw error.located {
                $0.file = file
                $0.line = number
            }
        }
        members = value.object ?? JSONObject()
        let form = "each line of a batch is {\"id\":…,\"text\":…}"
        guard let text = members["text"]?.string else {
            throw Self.failure("this line has no \"text\"", form, number, file)
        }
        self.text = text
        switch members["id"] {
        case .string(let name): id = name
        case .number(let digits): id = digits.text
        default: throw Self.failure("this line has no \"id\"", form, number, file)
        }
    }

    /// A problem of this line.
    func failure(_ message: String, _ hint: String) -> Problem {
        Self.failure(message, hint, number, file)
    }

    private static func failure(_ message: String, _ hint: String, _ number: Int, _ file: String) -> Problem {
        var place = Problem.Place()
        place.file = file
        place.line = number
        place.column = 1
        return Problem(.json, message, at: place, hint: hint)
    }
}
