// The pull parser: strict JSON (RFC 8259) over a window of bytes that moves along the source.
//
// Bytes flow in from a ByteSource; out go single tokens, numbers, texts and whole values. Nothing is kept
// but the window (1 MiB), so a file of any size is read in the same memory.

package import KGeoCore

/// A place in the text, told while it was read: it stays right when the window has moved on.
package struct TextPosition: Hashable, Sendable {
    /// Bytes before the place, from 0.
    package var offset = 0
    /// Line and column, from 1; the column counts characters.
    package var line = 1
    package var column = 1
}

/// A strict, streaming JSON scanner. Every error carries line, column and byte offset.
package struct JSONScanner: ~Copyable {
    /// How deep objects and arrays may be nested. RFC 8259 §9 allows a limit; no map comes near it.
    package static let maximumDepth = 512
    /// A number of more characters than this is refused.
    static let longestNumber = 65_536

    /// Bytes that may be looked at in one go: a short number is read by words of eight, the last of which may
    /// reach beyond it. So many stand behind the window, and the sentinel keeps them from counting.
    static let readAhead = 64

    let source: ByteSource
    let capacity: Int
    /// Bytes before the cursor that stay in the window when it moves, so that messages can point at them.
    let lookback: Int
    let buffer: UnsafeMutablePointer<UInt8>
    /// The next byte. The window ends at `end`, where a zero byte stands as a sentinel.
    var cursor: UnsafeMutablePointer<UInt8>
    var end: UnsafeMutablePointer<UInt8>
    var atEnd = false
    /// When set, bytes from here on survive a refill.
    var mark: UnsafeMutablePointer<UInt8>?
    /// Bytes before the window, and the position of its first byte.
    var bytesBefore: Int { windowStart.offset }
    var windowStart = TextPosition()
    /// A position in or before the window from which lines and columns are counted on, so that telling one
    /// position after another passes over each byte once.
    var checkpoint = TextPosition()
    /// Open objects and arrays.
    package var depth = 0
    /// Decoded text that does not stand in the window as it is.
    var scratch: [UInt8] = []

    /// A scanner at the beginning of a source. A small window tries the seams.
    package init(_ source: ByteSource, window: Int = 1 << 20) {
        self.source = source
        capacity = max(window, 1 << 10)
        lookback = capacity / 16
        buffer = .allocate(capacity: capacity + Self.readAhead)
        buffer.initialize(to: 0)  // the sentinel; what follows is written before it is read
        cursor = buffer
        end = buffer
    }

    deinit { buffer.deallocate() }

    // MARK: The window

    /// Bytes before the cursor in the whole source.
    package var offset: Int { bytesBefore + (cursor - buffer) }

    /// How many bytes stand ready in the window.
    var available: Int { end - cursor }

    /// Reads on; false at the end of the source. Pointers into the window move.
    mutating func refill() throws(Problem) -> Bool {
        if atEnd { return false }
        if capacity - (end - buffer) < capacity / 4 { slide() }
        let room = capacity - (end - buffer)
        guard room > 0 else {
            throw problem(
                .json, "a single number is longer than \(min(Self.longestNumber, capacity)) characters")
        }
        let taken = try source.read(into: UnsafeMutableBufferPointer(start: end, count: room))
        if taken == 0 { atEnd = true }
        end += taken
        end.pointee = 0
        return taken > 0
    }

    /// Makes `count` bytes stand ready if the source has as many.
    mutating func fill(_ count: Int) throws(Problem) {
        while available < count, try refill() {}
    }

    /// Moves what is still needed to the beginning of the window.
    mutating func slide() {
        let discarded = (mark ?? cursor) - buffer - lookback
        guard discarded > 0 else { return }
        let start = position(at: bytesBefore + discarded)
        if checkpoint.offset < start.offset { checkpoint = start }
        windowStart = start
        buffer.update(from: buffer + discarded, count: end - buffer - discarded)
        cursor -= discarded
        end -= discarded
        if let mark { self.mark = mark - discarded }
    }

    /// The position of a byte of the window (or of its end).
    func position(at offset: Int) -> TextPosition {
        let from = offset >= checkpoint.offset ? checkpoint : windowStart
        let bytes = UnsafeRawBufferPointer(
            start: buffer + (from.offset - bytesBefore), count: offset - from.offset)
        let (lines, all) = bytes.linesAndCharacters()
        guard lines > 0 else {
            return TextPosition(offset: offset, line: from.line, column: from.column + all)
        }
        let tail = bytes[((bytes.lastIndex(of: 0x0A) ?? 0) + 1)...]
        let characters = UnsafeRawBufferPointer(rebasing: tail).linesAndCharacters().characters
        return TextPosition(offset: offset, line: from.line + lines, column: 1 + characters)
    }

    /// The position of the cursor. To be asked for again and again as the text is read: each byte is looked
    /// at once.
    package mutating func position() -> TextPosition {
        checkpoint = position(at: offset)
        return checkpoint
    }

    /// Line, column and offset of the cursor, or of a byte before it. The line and the column are left out
    /// for a byte that has long left the window.
    package func place(at offset: Int? = nil) -> Problem.Place {
        let offset = min(offset ?? self.offset, bytesBefore + (end - buffer))
        if offset >= bytesBefore { return place(of: position(at: offset)) }
        var place = Problem.Place()
        place.file = source.name
        if source.original == nil { place.offset = offset }
        return place
    }

    /// A position as the place of a problem.
    package func place(of position: TextPosition) -> Problem.Place {
        var place = Problem.Place()
        place.file = source.name
        // Of a file that was converted nobody has seen the text.
        if source.original != nil { return place }
        place.offset = position.offset
        place.line = position.line
        place.column = position.column
        return place
    }

    /// A problem at the cursor, or at a byte before it.
    package func problem(
        _ code: Problem.Code, _ message: String, at offset: Int? = nil, hint: String? = nil
    ) -> Problem {
        Problem(code, message, at: place(at: offset), hint: hint)
    }

    // MARK: Tokens

    /// Passes over white space and gives the next byte without taking it; 0 at the end of the source.
    @inline(__always)
    package mutating func next() throws(Problem) -> UInt8 {
        while true {
            let byte = cursor.pointee
            if byte > 0x20 { return byte }
            if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                cursor += 1
            } else if cursor == end {
                guard try refill() else { return 0 }
            } else {
                throw unexpected("JSON")
            }
        }
    }

    /// Whether the source has ended (white space aside).
    package mutating func isAtEnd() throws(Problem) -> Bool {
        try next() == 0 && cursor == end
    }

    /// Opens an object or array whose bracket `next()` has shown.
    package mutating func open() throws(Problem) {
        guard depth < Self.maximumDepth else {
            throw problem(
                .json, "objects and arrays are nested more than \(Self.maximumDepth) deep",
                hint: "no map needs that; look at how the file was made")
        }
        depth += 1
        cursor += 1
    }

    /// Closes an object or array whose bracket `next()` has shown.
    package mutating func close() {
        depth -= 1
        cursor += 1
    }

    /// After an element of an array or object: true when a comma was taken and another follows, false when
    /// the closing bracket was taken.
    package mutating func continues(until bracket: UInt8) throws(Problem) -> Bool {
        let byte = try next()
        if byte == UInt8(ascii: ",") {
            cursor += 1
            let after = try next()
            if after == bracket {
                throw problem(
                    .json, "a comma stands before the closing \"\(Character(Unicode.Scalar(bracket)))\"",
                    hint: "take the comma out")
            }
            return true
        }
        guard byte == bracket else {
            throw unexpected("a comma or \"\(Character(Unicode.Scalar(bracket)))\"")
        }
        close()
        return false
    }

    /// After an opening bracket: false when the closing one follows at once (and is taken).
    package mutating func hasElements(until bracket: UInt8) throws(Problem) -> Bool {
        guard try next() == bracket else { return true }
        close()
        return false
    }

    /// The problem that the next byte is not what JSON requires here.
    package mutating func unexpected(_ wanted: String) -> Problem {
        guard cursor < end else {
            return problem(
                .json, "the text ends where \(wanted) is expected",
                hint: "the file may have been cut off; fetch or export it again")
        }
        let byte = cursor.pointee
        if byte == 0xFF || byte == 0xFE || (byte == 0 && offset < 4) {
            return problem(
                .json, "the text is not UTF-8 (it looks like UTF-16 or UTF-32)",
                hint: "save the file as UTF-8")
        }
        if isAtByteOrderMark { return strayByteOrderMark() }
        if let word = notANumber() {
            return problem(
                .json, "\(word) is no number of JSON",
                hint: "leave the position or member out, or write null where no number is known")
        }
        return problem(
            .json, "expected \(wanted), found \(describe(byte))",
            hint: byte == UInt8(ascii: "'") ? "JSON has double quotes" : nil)
    }

    /// Whether a byte order mark begins at the cursor.
    var isAtByteOrderMark: Bool {
        cursor.pointee == 0xEF
            && UnsafeBufferPointer(start: cursor, count: min(available, 3)).elementsEqual([0xEF, 0xBB, 0xBF])
    }

    /// The problem that a byte order mark stands where a text does not begin.
    func strayByteOrderMark() -> Problem {
        problem(
            .json, "a byte order mark (EF BB BF) stands in the middle of the text",
            hint: "files were joined, each with its mark; take out all but the first")
    }

    /// The word for no number, or an endless one, at the cursor; some programs write them all the same.
    private mutating func notANumber() -> String? {
        _ = try? fill(8)
        let bytes = UnsafeBufferPointer(start: cursor, count: min(available, 8))
        return ["NaN", "Infinity", "nan", "inf"].first { bytes.starts(with: $0.utf8) }
    }

    func describe(_ byte: UInt8) -> String {
        switch byte {
        case 0x21...0x7E: "\"\(Character(Unicode.Scalar(byte)))\""
        case 0x09: "a tab"
        case 0x0A: "a line feed"
        default: "the byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
}
