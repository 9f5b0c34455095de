// Visible text into tokens, sentence by sentence, in one pass over the bytes.

/// Cuts text into sentences of tokens. Linear: every byte is looked at once, a sentence is cut by force
/// when it grows beyond any that a person would write.
struct Tokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lexicon: Lexicon
    private var i = 0
    /// Characters before `i`.
    private var place = 0
    private static let longest = 400

    /// The sentence that `next` has read.
    var tokens: [Token] = []
    /// Its numerals.
    var numerals: [Numeral] = []
    /// Whether the sentence begins a new paragraph.
    private(set) var beginsParagraph = true
    private var paragraphAhead = true

    init(_ bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
    }

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// Reads the next sentence; false at the end of the text.
    mutating func next() -> Bool {
        tokens.removeAll(keepingCapacity: true)
        numerals.removeAll(keepingCapacity: true)
        beginsParagraph = paragraphAhead
        paragraphAhead = false
        var gap = Token.Gap.none
        var lines = 0
        while i < bytes.count {
            let c = bytes[i]
            switch c {
            case 0x20, 0x09, 0x0D, 0x0B, 0x0C:
                skip(1)
                gap = max(gap, .space)
                continue
            case 0x0A:
                skip(1)
                lines += 1
                gap = .line
                if lines == 2 || startsItem() {
                    paragraphAhead = true
                    if !tokens.isEmpty { return true }
                }
                continue
            case 0x00...0x1F, 0x7F:
                skip(1)
                paragraphAhead = paragraphAhead || c == 0x1E
                if c == 0x1E, !tokens.isEmpty { return true }
                gap = .line
                continue
            case 0x30...0x39: number(gap)
            case 0x41...0x5A, 0x61...0x7A: word(gap)
            case 0x80...:
                let (scalar, size) = scalar(i)
                switch Self.sort(scalar) {
                case .space:
                    skip(size)
                    gap = max(gap, .space)
                    continue
                case .letter: word(gap)
                case .sign(let plain): sign(plain, size, gap)
                case .lineEnd:
                    skip(size)
                    paragraphAhead = true
                    if !tokens.isEmpty { return true }
                    continue
                }
            case UInt8(ascii: ".") where beginsNumber(gap): number(gap)
            default:
                sign(UInt32(c), 1, gap)
                if c == UInt8(ascii: ".") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?") {
                    if endsSentence(c) { return true }
                }
            }
            // A token was taken.
            (gap, lines) = (.none, 0)
            if tokens.count >= Self.longest { return true }
        }
        return !tokens.isEmpty
    }

    /// Passes over one character.
    private mutating func skip(_ size: Int) {
        i += size
        place += 1
    }

    // MARK: sentences

    /// Whether a list item, heading or table row begins here: such a line is a sentence of its own.
    private func startsItem() -> Bool {
        switch byte(i) {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return byte(i + 1) == 0x20
        case 0xE2: return byte(i + 1) == 0x80 && byte(i + 2) == 0xA2  // •
        default: return false
        }
    }

    /// Whether the sign just taken ends the sentence; takes closing quotes with it.
    private mutating func endsSentence(_ c: UInt8) -> Bool {
        var k = i
        while k < bytes.count {
            if [0x22, 0x27, 0x29, 0x5D].contains(bytes[k]) {
                k += 1
            } else if bytes[k] == 0xE2, byte(k + 1) == 0x80, [0x99, 0x9D].contains(byte(k + 2)) {
                k += 3
            } else {
                break
            }
        }
        guard k < bytes.count else { return false }
        let isSpace = bytes[k] <= 0x20 || (bytes[k] == 0xC2 && byte(k + 1) == 0xA0)
        guard isSpace || c != UInt8(ascii: ".") else { return false }
        if bytes[k] == 0x0A || bytes[k] == 0x1E, byte(k + 1) == 0x0A || bytes[k] == 0x1E { return true }
        var n = k
        while n < bytes.count, bytes[n] <= 0x20 || bytes[n] == 0xC2 || bytes[n] == 0xA0, n < k + 40 { n += 1 }
        let ahead = byte(n)
        if ahead >= 0x61, ahead <= 0x7A { return false }
        guard c == UInt8(ascii: "."), tokens.count > 1 else { return tokens.count > 1 }
        let last = tokens[tokens.count - 2]
        guard last.kind == .word, tokens[tokens.count - 1].gap == .none else { return true }
        let entry = lexicon.entry(last.value)
        let isInitial = last.end - last.start == 1 && last.isCapital
        let isAcronym = entry.classes.contains(.dotted) || isDotted(last)
        if isInitial || isAcronym { return startsWithStarter(n) }
        if entry.classes.contains(.abbreviation) { return false }
        // "2,600 sq. km. (1,000 sq. mi.)"
        if entry.unit != nil, ahead == UInt8(ascii: "(") { return false }
        return true
    }

    private func isDotted(_ token: Token) -> Bool {
        for k in Int(token.byteStart)..<Int(token.byteEnd) where bytes[k] == UInt8(ascii: ".") { return true }
        return false
    }

    /// Whether a word that commonly begins sentences stands there: "in the U.S. The …".
    private func startsWithStarter(_ at: Int) -> Bool {
        var hash = Lexicon.seed
        var k = at
        while k < bytes.count, bytes[k] | 0x20 >= 0x61, bytes[k] | 0x20 <= 0x7A {
            hash = Lexicon.mix(hash, bytes[k] | 0x20)
            k += 1
        }
        return k > at && lexicon.entry(lexicon.index(hash, length: k - at)).classes.contains(.starter)
    }

    // MARK: tokens

    private mutating func append(
        _ kind: Token.Kind, _ gap: Token.Gap, _ traits: Token.Traits, value: Int32, from: Int,
        place start: Int
    ) {
        var traits = traits
        var gap = gap
        // A hyphen or dash that touches words or figures on both sides joins them.
        if kind != .sign, gap == .none, let last = tokens.last, last.kind == .sign, last.value == Self.hyphen,
            last.gap == .none, tokens.count > 1,
            tokens[tokens.count - 2].kind != .sign || isJoinable(tokens[tokens.count - 2]),
            !last.traits.contains(.dashed) || (kind == .number && tokens[tokens.count - 2].kind != .word)
        {
            tokens.removeLast()
            traits.insert(.hyphenated)
            if last.traits.contains(.dashed) { traits.insert(.dashed) }
            gap = .none
        }
        tokens.append(
            Token(
                kind: kind, gap: gap, traits: traits, value: value,
                byteStart: Int32(truncatingIfNeeded: from),
                byteEnd: Int32(truncatingIfNeeded: i), start: Int32(truncatingIfNeeded: start),
                end: Int32(truncatingIfNeeded: place)))
    }

    private func isJoinable(_ token: Token) -> Bool {
        token.value == Int32(UInt8(ascii: "%")) || token.value == 0xBD || token.value == 0xBC
            || token.value == 0xBE || token.value == 0xB2
    }

    static let hyphen = Int32(UInt8(ascii: "-"))

    private mutating func sign(_ plain: UInt32, _ size: Int, _ gap: Token.Gap) {
        let from = i
        let start = place
        // The em dash parts clauses even without spaces.
        let isEm = size == 3 && byte(i + 1) == 0x80 && byte(i + 2) == 0x94
        i += size
        place += 1
        append(
            .sign, gap, isEm ? .dashed : [], value: Int32(truncatingIfNeeded: plain), from: from, place: start
        )
    }

    private mutating func word(_ gap: Token.Gap) {
        let from = i
        let start = place
        var hash = Lexicon.seed
        var length = 0
        var traits: Token.Traits = []
        var isUpper = true
        let first = bytes[i]
        if first >= 0x41, first <= 0x5A { traits.insert(.capital) }
        loop: while i < bytes.count {
            let c = bytes[i]
            switch c {
            case 0x61...0x7A:
                isUpper = false
                hash = Lexicon.mix(hash, c)
                i += 1
            case 0x41...0x5A:
                hash = Lexicon.mix(hash, c | 0x20)
                i += 1
            case 0x2E:
                // "U.S.", "a.m.": single letters with points belong together.
                let next = byte(i + 1) | 0x20
                guard length == 1 || (length > 1 && bytes[i - 2] == 0x2E), next >= 0x61, next <= 0x7A,
                    !isLetter(i + 2)
                else { break loop }
                hash = Lexicon.mix(hash, c)
                i += 1
            case 0x80...:
                let (scalar, size) = scalar(i)
                guard case .letter = Self.sort(scalar) else { break loop }
                if length == 0, scalar.properties.isUppercase { traits.insert(.capital) }
                for k in i..<i + size { hash = Lexicon.mix(hash, bytes[k]) }
                isUpper = isUpper && scalar.properties.isUppercase
                i += size
            default: break loop
            }
            length += 1
            place += 1
        }
        if isUpper { traits.insert(.upper) }
        var stemEnd = i
        if apostrophe(&traits, &hash) { stemEnd = i }
        append(
            .word, gap, traits, value: lexicon.index(hash, length: stemEnd - from), from: from, place: start)
    }

    /// Takes 's, s' and what stands behind the apostrophe of "don't" and "O'Brien"; true when that belongs to the
    /// word itself.
    private mutating func apostrophe(_ traits: inout Token.Traits, _ hash: inout UInt64) -> Bool {
        let size = apostropheSize(i)
        guard size > 0 else { return false }
        if byte(i + size) | 0x20 == 0x73, !isLetter(i + size + 1) {
            traits.insert(.possessive)
            i += size + 1
            place += 2
            return false
        }
        if bytes[i - 1] == 0x73 {
            traits.insert(.possessive)
            skip(size)
            return false
        }
        guard isLetter(i + size) else { return false }
        skip(size)
        hash = Lexicon.mix(hash, 0x27)
        while isLetter(i) {
            let size = bytes[i] < 0x80 ? 1 : scalar(i).size
            for k in i..<i + size { hash = Lexicon.mix(hash, size == 1 ? bytes[k] | 0x20 : bytes[k]) }
            skip(size)
        }
        return true
    }

    private func apostropheSize(_ at: Int) -> Int {
        if byte(at) == 0x27 { return 1 }
        return byte(at) == 0xE2 && byte(at + 1) == 0x80 && byte(at + 2) == 0x99 ? 3 : 0
    }

    private func isLetter(_ at: Int) -> Bool {
        let c = byte(at)
        if c < 0x80 { return c | 0x20 >= 0x61 && c | 0x20 <= 0x7A }
        if case .letter = Self.sort(scalar(at).scalar) { return true }
        return false
    }

    /// ".5" behind a space, a bracket, a dash or a sign.
    private func beginsNumber(_ gap: Token.Gap) -> Bool {
        guard byte(i + 1) &- 0x30 < 10 else { return false }
        guard gap == .none, let last = tokens.last else { return true }
        return last.kind == .sign && last.value != Int32(UInt8(ascii: "."))
    }

    private mutating func number(_ gap: Token.Gap) {
        let from = i
        let start = place
        let last = tokens.last
        let before: NumeralScanner.Before =
            last?.kind != .word
            ? .other
            : gap == .none
                ? .letters : last.map { lexicon.entry($0.value).month != nil } ?? false ? .month : .other
        var scanner = NumeralScanner(bytes, at: i, behind: before)
        let numeral = scanner.scan()
        place += scanner.characters
        i = scanner.position
        append(.number, gap, [], value: Int32(truncatingIfNeeded: numerals.count), from: from, place: start)
        numerals.append(numeral)
    }

    // MARK: characters

    enum Sort {
        case letter, space, lineEnd
        case sign(UInt32)
    }

    /// What a character beyond ASCII is; signs are made plain.
    static func sort(_ scalar: Unicode.Scalar) -> Sort {
        switch scalar.value {
        case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: .space
        case 0x85, 0x2028, 0x2029: .lineEnd
        case 0x2010...0x2013, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .sign(UInt32(UInt8(ascii: "-")))
        case 0x2014, 0x2015: .sign(UInt32(UInt8(ascii: "-")))
        case 0x2018, 0x2019, 0x201A, 0x201B: .sign(0x27)
        case 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A: .sign(0x22)
        case 0x2248, 0x223C, 0x2243, 0x2245: .sign(UInt32(UInt8(ascii: "~")))
        case 0x338F: .sign(0x33A2)
        case 0xAD, 0x200C...0x200F, 0x2060: .letter
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2BF, 0x300...0x1FFF, 0x2C00...0x2DFF,
            0x3040...0x318F, 0x3400...0xD7FF, 0xF900...0xFAFF, 0x10000...0x1EFFF, 0x20000...0x3FFFF:
            .letter
        default: .sign(scalar.value)
        }
    }

    private func scalar(_ at: Int) -> (scalar: Unicode.Scalar, size: Int) {
        Self.decode(bytes, at)
    }

    /// The character at a byte. A byte that begins none stands for itself.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: Unicode.Scalar, size: Int)
    {
        let c = UInt32(bytes[at])
        let size = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1
        guard size > 1, at + size <= bytes.count else {
            return (Unicode.Scalar(UInt8(truncatingIfNeeded: c)), 1)
        }
        var value = c & (0xFF >> UInt32(size + 1))
        for k in 1..<size { value = value << 6 | UInt32(bytes[at + k] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", size)
    }
}
