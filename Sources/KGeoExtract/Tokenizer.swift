// Visible text into tokens, sentence by sentence, in one pass over the bytes.

/// Cuts text into sentences of tokens. Linear: every byte is looked at once, a sentence is cut by force
/// when it grows beyond any that a person would write.
struct Tokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lexicon: Lexicon
    private let letters = Letters.table
    private var i = 0
    /// Characters before `i`.
    private var place = 0
    private static let longest = 400

    /// The sentence that `next` has read.
    var tokens: [Token] = []
    /// Its numerals.
    var numerals: [Numeral] = []
    /// What a first look at its words and signs finds.
    private(set) var marks: Lexicon.Marks = []
    /// Whether the word just taken ends at an apostrophe: the "d'" of "d'hectares".
    private var isElided = false
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
        begin()
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
                if ".!?".utf8.contains(c), endsSentence(c) { return true }
            }
            // A token was taken.
            (gap, lines) = (isElided ? .space : .none, 0)
            isElided = false
            if tokens.count >= Self.longest { return true }
        }
        return !tokens.isEmpty
    }

    private mutating func begin() {
        tokens.removeAll(keepingCapacity: true)
        numerals.removeAll(keepingCapacity: true)
        marks = []
        beginsParagraph = paragraphAhead
        paragraphAhead = false
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
            } else if bytes[k] == 0xE2, byte(k + 1) == 0x80, [0x99, 0x9C, 0x9D].contains(byte(k + 2)) {
                k += 3
            } else if bytes[k] == 0xC2, byte(k + 1) == 0xBB {
                k += 2
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
        if isLowerLetter(n) { return false }
        guard c == UInt8(ascii: "."), tokens.count > 1 else { return tokens.count > 1 }
        let last = tokens[tokens.count - 2]
        // "15. Juni"
        if lexicon.customs.hasOrdinalPoint, last.kind == .number, last.end - last.start <= 2 {
            return entry(of: n)?.month == nil
        }
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
    private func startsWithStarter(_ at: Int) -> Bool { entry(of: at)?.classes.contains(.starter) ?? false }

    /// What the lexicon knows of the word at a byte.
    private func entry(of at: Int) -> Entry? {
        var hash = Lexicon.seed
        var k = at
        while k < bytes.count, isLetter(k) {
            let size = bytes[k] < 0x80 ? 1 : scalar(k).size
            fold(k, size, into: &hash)
            k += size
        }
        let word = lexicon.index(hash, length: k - at)
        return k > at && word >= 0 ? lexicon.entry(word) : nil
    }

    /// Takes a letter into the hash of a word, in lower case.
    private func fold(_ at: Int, _ size: Int, into hash: inout UInt64) {
        switch size {
        case 1: hash = Lexicon.mix(hash, bytes[at] | 0x20)
        case 2 where Letters.holds(bytes[at]) && at + 1 < bytes.count:
            let letter = letters[bytes[at], bytes[at + 1]]
            hash = Lexicon.mix(Lexicon.mix(hash, letter.first), letter.second)
        default: for k in at..<min(at + size, bytes.count) { hash = Lexicon.mix(hash, bytes[k]) }
        }
    }

    private func isLowerLetter(_ at: Int) -> Bool {
        let c = byte(at)
        if c < 0x80 { return c >= 0x61 && c <= 0x7A }
        guard Letters.holds(c), at + 1 < bytes.count else { return false }
        let letter = letters[c, bytes[at + 1]]
        return letter.isLetter && !letter.isUpper
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
        switch plain {
        case 0x25, 0x33A2: marks.insert(.unit)
        case 0xBC...0xBE: marks.insert(.number)
        default: if plain >= 0x2150 { marks.insert(.number) }
        }
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
            case 0xC3...0xD4 where i + 1 < bytes.count && Letters.holds(c):
                let letter = letters[c, bytes[i + 1]]
                guard letter.isLetter else { break loop }
                if letter.isUpper {
                    if length == 0 { traits.insert(.capital) }
                } else {
                    isUpper = false
                }
                hash = Lexicon.mix(Lexicon.mix(hash, letter.first), letter.second)
                i += 2
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
        var bytesOfWord = i - from
        apostrophe(&traits, &hash, &bytesOfWord)
        let word = lexicon.index(hash, length: bytesOfWord)
        marks.formUnion(lexicon.marks(word))
        append(.word, gap, traits, value: word, from: from, place: start)
    }

    /// Takes 's, s' and what stands behind the apostrophe of "don't", "O'Brien" and "п'ять". A word that the lexicon has with
    /// its apostrophe ends there.
    private mutating func apostrophe(_ traits: inout Token.Traits, _ hash: inout UInt64, _ length: inout Int)
    {
        let size = apostropheSize(i)
        guard size > 0 else { return }
        let elided = Lexicon.mix(hash, 0x27)
        if lexicon.index(elided, length: length + 1) >= 0 {
            (hash, length, isElided) = (elided, length + 1, true)
            i += size
            place += 1
            return
        }
        if lexicon.customs.hasPossessives {
            if byte(i + size) | 0x20 == 0x73, !isLetter(i + size + 1) {
                traits.insert(.possessive)
                i += size + 1
                place += 2
                return
            }
            if bytes[i - 1] == 0x73 {
                traits.insert(.possessive)
                skip(size)
                return
            }
        }
        guard isLetter(i + size) else { return }
        skip(size)
        hash = elided
        length += 1
        while isLetter(i) {
            let size = bytes[i] < 0x80 ? 1 : scalar(i).size
            fold(i, size, into: &hash)
            skip(size)
            length += size
        }
    }

    private func apostropheSize(_ at: Int) -> Int {
        switch byte(at) {
        case 0x27: 1
        case 0xCA: byte(at + 1) == 0xBC ? 2 : 0  // ʼ
        case 0xE2: byte(at + 1) == 0x80 && byte(at + 2) == 0x99 ? 3 : 0  // ’
        default: 0
        }
    }

    private func isLetter(_ at: Int) -> Bool {
        let c = byte(at)
        if c < 0x80 { return c | 0x20 >= 0x61 && c | 0x20 <= 0x7A }
        if Letters.holds(c), at + 1 < bytes.count { return letters[c, bytes[at + 1]].isLetter }
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
        var scanner = NumeralScanner(bytes, at: i, behind: before, customs: lexicon.customs)
        marks.insert(.number)
        let numeral = scanner.scan()
        place += scanner.characters
        i = scanner.position
        append(.number, gap, [], value: Int32(truncatingIfNeeded: numerals.count), from: from, place: start)
        numerals.append(numeral)
    }

    private func scalar(_ at: Int) -> (scalar: Unicode.Scalar, size: Int) { Self.decode(bytes, at) }
}
