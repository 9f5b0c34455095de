// Which language a text is in, told by its script and its most common words.

/// What a text seems to be in.
public enum TextLanguage: Hashable, Sendable {
    /// A language that figures are read in.
    case read(Language)
    /// A language that they are not read in, as a sentence names it: "Polish".
    case unread(String)
}

/// Tells the language of a text.
struct LanguageGuess {
    private let visible: UnsafeBufferPointer<UInt8>

    init(_ visible: UnsafeBufferPointer<UInt8>) { self.visible = visible }

    /// How much of a text is looked at, in bytes.
    private static let sample = 1 << 15
    /// A language that is not read must have so many words more than any that is.
    private static let lead = 3
    /// Of so many words in small letters, a text in a language has at least a part among its common words.
    private static let enough = 40, rare = 0.03

    /// The words of all languages: each with a bit for each language that has it.
    private struct Table: Sendable {
        var words: [String: UInt64] = [:]
        var letters: [UInt32: UInt64] = [:]

        init() {
            for (n, tables) in LanguageTables.all.enumerated() {
                add(tables.common, n)
                for letter in tables.letters.unicodeScalars {
                    letters[letter.value, default: 0] |= 1 << UInt64(n)
                }
            }
            for (n, other) in LanguageGuess.unread.enumerated() {
                add(other.common, LanguageTables.all.count + n)
            }
        }

        private mutating func add(_ common: String, _ n: Int) {
            for word in common.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                words[String(word), default: 0] |= 1 << UInt64(n)
            }
        }
    }

    private static let table = Table()

    /// The language.
    func language() -> TextLanguage {
        let text = String(decoding: visible.prefix(Self.sample), as: UTF8.self)
        var scores = [Int](repeating: 0, count: LanguageTables.all.count + Self.unread.count)
        var counts = Counts()
        var word = String.UnicodeScalarView()
        func end() {
            guard !word.isEmpty else { return }
            defer { word = .init() }
            let isSmall = word.first?.properties.isLowercase ?? false
            if isSmall { counts.words += 1 }
            let small = String(word).lowercased()
            if let bits = Self.table.words[small] { Self.add(bits, 1, to: &scores) }
            var found: UInt64 = 0
            for scalar in small.unicodeScalars where scalar.value >= 0x80 {
                found |= Self.table.letters[scalar.value] ?? 0
            }
            Self.add(found, 1, to: &scores)
        }
        for scalar in text.unicodeScalars {
            if Self.isLetter(scalar) {
                word.append(scalar)
                counts.add(scalar.value)
            } else {
                end()
            }
        }
        end()
        return verdict(scores, counts)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A : scalar.properties.isAlphabetic
    }

    private static func add(_ bits: UInt64, _ weight: Int, to scores: inout [Int]) {
        var bits = bits
        while bits != 0 {
            scores[bits.trailingZeroBitCount] += weight
            bits &= bits - 1
        }
    }

    /// Letters by their script, and words in small letters.
    private struct Counts {
        var words = 0
        var latin = 0, cyrillic = 0
        var others = [Int](repeating: 0, count: Script.others.count)

        mutating func add(_ scalar: UInt32) {
            if Script.latin.holds(scalar) {
                latin += 1
            } else if Script.cyrillic.holds(scalar) {
                cyrillic += 1
            } else if let n = Script.others.firstIndex(where: { $0.holds(scalar) }) {
                others[n] += 1
            }
        }
    }

    private func verdict(_ scores: [Int], _ counts: Counts) -> TextLanguage {
        let known = counts.latin + counts.cyrillic
        if let most = counts.others.max(), counts.others.reduce(0, +) > known,
            let n = counts.others.firstIndex(of: most)
        {
            return .unread(Script.others[n].name)
        }
        let script = counts.cyrillic > counts.latin ? Script.cyrillic : .latin
        let read = LanguageTables.all.indices.filter { LanguageTables.all[$0].script == script }
        guard let best = read.max(by: { scores[$0] < scores[$1] || scores[$0] == scores[$1] && $0 > $1 })
        else {
            return .unread(script.name)
        }
        let others = Self.unread.indices.filter { Self.unread[$0].script == script }
        let first = LanguageTables.all.count
        if let other = others.max(by: { scores[first + $0] < scores[first + $1] }),
            scores[first + other] >= scores[best] + Self.lead,
            scores[first + other] * 4 > scores[best] * 5
        {
            return .unread(Self.unread[other].name)
        }
        if counts.words >= Self.enough, Double(scores[best]) < Self.rare * Double(counts.words) {
            return .unread(script.name)
        }
        return .read(LanguageTables.all[best].language)
    }
}
