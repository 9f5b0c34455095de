// The languages that figures are read in.

/// A language of a text.
public struct Language: Hashable, Sendable, CustomStringConvertible {
    /// Its code by ISO 639-1, such as `uk`.
    public let code: String
    /// Its name in English.
    public let name: String

    init(_ code: String, _ name: String) { (self.code, self.name) = (code, name) }

    /// Its name in English.
    public var description: String { name }

    /// English.
    public static let english = Language("en", "English")

    /// Every language that figures are read in, in the order of the list of tables.
    public static let all: [Language] = LanguageTables.all.map(\.language)

    /// The language of a code or English name, in any case; nil when figures are not read in it.
    public init?(_ name: String) {
        let wanted = name.lowercased()
        guard
            let found = Language.all.first(where: { $0.code == wanted || $0.name.lowercased() == wanted })
        else { return nil }
        self = found
    }
}

/// What a language is known by and read with.
struct LanguageTables: Sendable {
    /// Every language, each with one line: the list that a new one is added to.
    static let all: [LanguageTables] = [
        .english, .ukrainian, .russian, .german, .french, .spanish,
    ]

    let language: Language
    let script: Script
    /// Its most common words, by which a text in it is told from one in another.
    let common: String
    /// Letters that few other languages of its script have.
    let letters: String
    let lexicon: @Sendable () -> Lexicon

    init(
        _ language: Language, _ script: Script, letters: String = "", common: String,
        lexicon: @escaping @Sendable () -> Lexicon
    ) {
        (self.language, self.script, self.letters) = (language, script, letters)
        (self.common, self.lexicon) = (common, lexicon)
    }

    static func of(_ language: Language) -> LanguageTables {
        all.first { $0.language == language } ?? .english
    }
}
