// A text as words with their places, sentences and paragraphs: where the words around a figure are looked up.

/// A word of a text.
public struct ArticleWord: Hashable, Sendable {
    /// As printed.
    public var text: String
    /// Where it begins and ends, in Unicode code points of the input.
    public var start, end: Int
    /// The number of its sentence and of its paragraph, from 0.
    public var sentence, paragraph: Int
    /// Whether it begins with a capital.
    public var isCapital: Bool { text.first?.isUppercase ?? false }
}

/// The words of a text. Markup is passed over.
public struct ArticleText: Sendable {
    /// The words in order.
    public private(set) var words: [ArticleWord] = []

    /// The words of a text.
    public init(_ text: String) {
        var word = ""
        var start = 0
        var (sentence, paragraph) = (0, 0)
        var newlines = 0
        var isTag = false
        let scalars = Array(text.unicodeScalars)
        func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        }
        for (i, scalar) in scalars.enumerated() {
            if isTag {
                if scalar == ">" { isTag = false }
                continue
            }
            let next = i + 1 < scalars.count ? scalars[i + 1] : " "
            let joins =
                !word.isEmpty && isLetter(next)
                && (scalar == "'" || scalar == "\u{2019}" || scalar == "-" || scalar == ",")
                && !(scalar == "," && !("0"..."9").contains(next))
            if isLetter(scalar) || joins {
                if word.isEmpty { start = i }
                word.unicodeScalars.append(scalar)
                newlines = 0
                continue
            }
            if !word.isEmpty {
                words.append(
                    ArticleWord(text: word, start: start, end: i, sentence: sentence, paragraph: paragraph))
                word = ""
            }
            switch scalar {
            case "<" where isLetter(next) || next == "/" || next == "!": isTag = true
            case "\n":
                newlines += 1
                if newlines == 1 { sentence += 1 }
                if newlines == 2 { paragraph += 1 }
            case ".", "!", "?", "…":
                // A point within a number or an abbreviation of one letter ends no sentence.
                let before = words.last?.text.count ?? 0
                if scalar != "."
                    || (before > 1 && (next == " " || next == "\n" || next == "\"" || next == "\u{201D}"))
                {
                    sentence += 1
                }
            default: break
            }
        }
        if !word.isEmpty {
            words.append(
                ArticleWord(
                    text: word, start: start, end: scalars.count, sentence: sentence, paragraph: paragraph))
        }
    }

    /// The index of the first word that ends after a place.
    public func index(at place: Int) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].end <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The words of the sentence in which a place lies.
    public func sentence(at place: Int) -> ArraySlice<ArticleWord> {
        let i = index(at: place)
        guard i < words.count else { return [] }
        let number = words[i].sentence
        let first = words[..<i].lastIndex { $0.sentence != number }.map { $0 + 1 } ?? 0
        let last = words[i...].firstIndex { $0.sentence != number } ?? words.count
        return words[first..<last]
    }
}
