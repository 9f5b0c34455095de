// A text of any length in pieces that end where paragraphs or lines do, so that memory stays bounded.

internal import KGeo
internal import KGeoCore
internal import KGeoJSON

/// Reads a text piece by piece.
struct TextPieces {
    /// Where a piece may end.
    enum Ending { case paragraph, line }

    /// How long a piece is before an end is looked for, in bytes.
    static let size = 4 << 20
    /// The longest line of a batch, and the longest stretch without any white space, in bytes.
    static let limit = 64 << 20

    private let source: ByteSource
    private let ending: Ending
    private var buffer: [UInt8] = []
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var isAtEnd = false
    /// Whether it is known that the text is no document of another program.
    private var isLookedAt = false
    private var line = 1

    init(_ source: ByteSource, ending: Ending) {
        self.source = source
        self.ending = ending
    }

    /// The next piece and the line it begins on; nil at the end of the text.
    ///
    /// - Throws: a problem when reading fails, the text is not UTF-8, or a line of a batch is too long.
    mutating func next() throws -> (text: String, line: Int)? {
        var end: Int?
        while end == nil {
            if isAtEnd {
                end = buffer.count
            } else {
                try fill()
                if buffer.count >= Self.size { end = try cut() }
            }
        }
        guard let end, end > 0 else { return nil }
        let piece = buffer[..<end]
        guard let text = String(validating: piece, as: UTF8.self) else {
            var place = Problem.Place()
            place.file = source.name
            let before = piece.split(separator: 0x0A, omittingEmptySubsequences: false).firstIndex {
                String(validating: $0, as: UTF8.self) == nil
            }
            place.line = line + (before ?? 0)
            throw Problem(.json, "the text is not UTF-8", at: place, hint: "save the file as UTF-8")
        }
        let first = line
        line += piece.count { $0 == 0x0A }
        buffer.removeFirst(end)
        return (text, first)
    }

    private mutating func fill() throws {
        let wanted = buffer.count + Self.size
        while buffer.count < wanted, !isAtEnd {
            let count = try chunk.withUnsafeMutableBufferPointer { try source.read(into: $0) }
            if count == 0 { isAtEnd = true }
            buffer += chunk[..<count]
            // The first read may be of a few bytes alone.
            guard !isLookedAt, buffer.count >= 8 || isAtEnd else { continue }
            isLookedAt = true
            if let problem = ByteSource.documentProblem(buffer.prefix(8), name: source.name) {
                throw problem
            }
        }
    }

    /// Where to cut what has been read: after the last empty line, else the last line, else the last blank;
    /// nil when more must be read.
    private func cut() throws -> Int? {
        let newline = buffer.lastIndex(of: 0x0A)
        if ending == .line {
            if let newline { return newline + 1 }
            guard buffer.count < Self.limit else {
                var place = Problem.Place()
                place.file = source.name
                place.line = line
                throw Problem(.input, "this line is longer than 64 MB", at: place)
            }
            return nil
        }
        let half = buffer.count / 2
        for i in stride(from: buffer.count - 1, to: half, by: -1)
        where buffer[i] == 0x0A && buffer[i - 1] == 0x0A {
            return i + 1
        }
        if let newline, newline > half { return newline + 1 }
        if let blank = buffer.lastIndex(of: 0x20), blank > half { return blank + 1 }
        guard buffer.count >= 4 * Self.size else { return nil }
        // Nothing to part words by: between two characters.
        return buffer.lastIndex { $0 & 0xC0 != 0x80 } ?? buffer.count
    }
}
