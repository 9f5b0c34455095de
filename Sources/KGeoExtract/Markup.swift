// HTML and Markdown taken out of a text in one pass, with the place of every remaining character kept.

/// Takes markup out of a text. Works on any bytes; what is not recognised stays as it is.
struct Markup {
    private let raw: UnsafeBufferPointer<UInt8>
    private var i = 0
    private var out: [UInt8] = []
    private var segments: [SourceText.Segment] = []
    /// Code points so far: visible, raw.
    private var visible = 0
    private var place = 0
    /// Up to where a search for a closing mark has found none, so that it is not searched again.
    private var noBracketBefore = 0
    private var noAddressBefore = 0
    private var noTagEnd = false
    /// Places of `]` that close the text of a link, and where the link itself ends.
    private var linkClose = -1
    private var linkEnd = -1

    /// The visible text of an input.
    static func read(_ bytes: [UInt8]) -> SourceText {
        let marks: Set<UInt8> = Set("<&[*_`\\~#|".utf8)
        var table = [Bool](repeating: false, count: 256)
        for mark in marks { table[Int(mark)] = true }
        guard bytes.contains(where: { table[Int($0)] }) else { return SourceText(plain: bytes) }
        return bytes.withUnsafeBufferPointer { raw in
            var markup = Markup(raw)
            markup.run(table)
            return SourceText(bytes: markup.out, segments: markup.segments)
        }
    }

    private init(_ raw: UnsafeBufferPointer<UInt8>) {
        self.raw = raw
        out.reserveCapacity(raw.count)
    }

    private func byte(_ index: Int) -> UInt8 { index >= 0 && index < raw.count ? raw[index] : 0 }

    private mutating func run(_ marks: [Bool]) {
        segments = [.init(visible: 0, raw: 0, width: 1)]
        var lineStart = true
        while i < raw.count {
            let c = raw[i]
            if !marks[Int(c)] {
                keep()
                lineStart = c == 0x0A || (lineStart && (c == 0x20 || c == 0x09 || c == 0x3E))
                continue
            }
            let wasLineStart = lineStart
            lineStart = false
            switch c {
            case UInt8(ascii: "<"): tag()
            case UInt8(ascii: "&"): entity()
            case UInt8(ascii: "["): openBracket()
            case UInt8(ascii: "*") where wasLineStart && byte(i + 1) == 0x20: replace(1, with: 0x1E)
            case UInt8(ascii: "#") where wasLineStart: replace(1, with: 0x1E)
            case UInt8(ascii: "|"): replace(1, with: 0x1E)
            case UInt8(ascii: "#"): keep()
            case UInt8(ascii: "*"), UInt8(ascii: "`"): drop(1)
            case UInt8(ascii: "_"):
                let inWord = Self.isWord(byte(i - 1)) && Self.isWord(byte(i + 1))
                if inWord { keep() } else { drop(1) }
            case UInt8(ascii: "~") where byte(i + 1) == c: drop(2)
            case UInt8(ascii: "\\") where Self.isEscapable(byte(i + 1)):
                drop(1)
                keep()
            default: keep()
            }
        }
    }

    private static func isWord(_ c: UInt8) -> Bool {
        c >= 0x80 || (c | 0x20 >= 0x61 && c | 0x20 <= 0x7A) || (c >= 0x30 && c <= 0x39)
    }
    private static func isEscapable(_ c: UInt8) -> Bool { "\\`*_{}[]()#+-.!|~<>".utf8.contains(c) }

    /// Keeps one code point. The bracket that ends the text of a link takes the link with it.
    private mutating func keep() {
        if i == linkClose {
            drop(linkEnd - i)
            return
        }
        let c = raw[i]
        out.append(c)
        i += 1
        if c >= 0x80 {
            while i < raw.count, raw[i] & 0xC0 == 0x80 {
                out.append(raw[i])
                i += 1
            }
        }
        visible += 1
        place += 1
    }

    private mutating func skipRaw(_ count: Int) {
        for k in i..<min(i + count, raw.count) where raw[k] & 0xC0 != 0x80 { place += 1 }
        i = min(i + count, raw.count)
    }

    /// Leaves bytes out.
    private mutating func drop(_ count: Int) {
        skipRaw(count)
        begin()
    }

    /// Raw and visible offsets run along from here.
    private mutating func begin() {
        if segments[segments.count - 1].visible == visible {
            segments[segments.count - 1] = .init(visible: visible, raw: place, width: 1)
        } else {
            segments.append(.init(visible: visible, raw: place, width: 1))
        }
    }

    /// Puts one code point in the place of raw bytes.
    private mutating func replace(_ count: Int, with scalar: UInt32) {
        let start = place
        skipRaw(count)
        let segment = SourceText.Segment(visible: visible, raw: start, width: max(place - start, 1))
        if segments[segments.count - 1].visible == visible {
            segments[segments.count - 1] = segment
        } else {
            segments.append(segment)
        }
        if let scalar = Unicode.Scalar(scalar) { out.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
        visible += 1
        begin()
    }

    // MARK: HTML

    private mutating func tag() {
        var k = i + 1
        if byte(k) == UInt8(ascii: "!") {
            if byte(k + 1) == UInt8(ascii: "-"), byte(k + 2) == UInt8(ascii: "-") {
                drop((find("-->", from: k + 3) ?? raw.count) - i)
            } else if let end = tagEnd(k) {
                drop(end - i)
            } else {
                keep()
            }
            return
        }
        let closes = byte(k) == UInt8(ascii: "/")
        if closes { k += 1 }
        var name = ""
        while name.utf8.count < 12, Self.isWord(byte(k)), byte(k) < 0x80 {
            name.unicodeScalars.append(
                Unicode.Scalar(byte(k) >= 0x41 && byte(k) <= 0x5A ? byte(k) | 0x20 : byte(k)))
            k += 1
        }
        let after = byte(k)
        let isTag = after == 0x3E || after == 0x2F || after <= 0x20
        let isHidden = MarkupTables.hidden.contains(name)
        let isBlock = MarkupTables.blocks.contains(name)
        guard isTag, isHidden || isBlock || name == "br" || MarkupTables.inline.contains(name),
            let end = tagEnd(k)
        else {
            keep()
            return
        }
        if isHidden, !closes, byte(end - 2) != UInt8(ascii: "/") {
            var last = end
            if name == "head" {
                let closing = find("</head", from: end) ?? find("<body", from: end)
                last = closing ?? end
            } else {
                last = find("</" + name, from: end) ?? raw.count
            }
            replace(last - i, with: 0x1E)
        } else if isBlock || isHidden {
            replace(end - i, with: 0x1E)
        } else if name == "br" {
            replace(end - i, with: 0x0A)
        } else {
            drop(end - i)
        }
    }

    /// Behind the `>` that ends a tag; quoted values may hold one.
    private mutating func tagEnd(_ from: Int) -> Int? {
        if noTagEnd { return nil }
        var quote: UInt8 = 0
        var first: Int?
        var k = from
        while k < raw.count {
            let c = raw[k]
            if quote != 0 {
                if c == quote { quote = 0 }
                if c == 0x3E, first == nil { first = k + 1 }
            } else if c == 0x3E {
                return k + 1
            } else if c == 0x22 || c == 0x27 {
                quote = c
            }
            k += 1
        }
        if first == nil { noTagEnd = true }
        return first
    }

    /// Where a text in lower-case ASCII stands next, in any case.
    private func find(_ text: String, from: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard let head = wanted.first, raw.count >= wanted.count else { return nil }
        var k = from
        search: while k + wanted.count <= raw.count {
            if raw[k] != head {
                k += 1
                continue
            }
            for (n, c) in wanted.enumerated() {
                let given = raw[k + n]
                guard (given >= 0x41 && given <= 0x5A ? given | 0x20 : given) == c else {
                    k += 1
                    continue search
                }
            }
            return text == "-->" ? k + wanted.count : k
        }
        return nil
    }

    private mutating func entity() {
        var k = i + 1
        var name = ""
        while name.utf8.count < 10, byte(k) == UInt8(ascii: "#") || (Self.isWord(byte(k)) && byte(k) < 0x80) {
            name.unicodeScalars.append(Unicode.Scalar(byte(k)))
            k += 1
        }
        guard byte(k) == UInt8(ascii: ";") else {
            keep()
            return
        }
        var scalar = MarkupTables.entities[name]
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            scalar = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        } else if name.hasPrefix("#") {
            scalar = UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
        }
        guard let scalar else {
            keep()
            return
        }
        replace(k + 1 - i, with: scalar.value)
    }

    // MARK: Markdown links

    /// `[text](address)`: the text stays. A bracket without an address stays too, and everything in it.
    private mutating func openBracket() {
        guard i >= noBracketBefore, i > linkClose else {
            keep()
            return
        }
        let limit = min(i + 400, raw.count)
        var k = i + 1
        while k < limit, raw[k] != UInt8(ascii: "]"), raw[k] != UInt8(ascii: "["), raw[k] != 0x0A { k += 1 }
        guard k < limit, raw[k] == UInt8(ascii: "]") else {
            noBracketBefore = k
            keep()
            return
        }
        guard byte(k + 1) == UInt8(ascii: "("), let end = addressEnd(k + 2) else {
            keep()
            return
        }
        linkClose = k
        linkEnd = end
        // The exclamation mark of a picture stays visible; it ends a sentence at most.
        drop(1)
    }

    /// Behind the parenthesis that ends an address; one pair of parentheses may stand in it.
    private mutating func addressEnd(_ from: Int) -> Int? {
        guard from >= noAddressBefore else { return nil }
        var depth = 0
        var k = from
        let limit = min(from + 2_000, raw.count)
        while k < limit, raw[k] != 0x0A {
            if raw[k] == UInt8(ascii: "(") { depth += 1 }
            if raw[k] == UInt8(ascii: ")") {
                if depth == 0 { return k + 1 }
                depth -= 1
            }
            k += 1
        }
        noAddressBefore = k
        return nil
    }
}
