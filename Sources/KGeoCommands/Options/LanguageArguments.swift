// In which language texts are read: the option that extract and check-article mean alike.

internal import ArgumentParser
internal import KGeoCore
internal import KGeoExtract

struct LanguageArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The language of the texts: \(LanguageArguments.codes); left out: what each text seems to be in.",
            valueName: "code"))
    var language: String?

    /// The language that texts are read in; nil when each tells its own.
    ///
    /// - Throws: a problem (64) when figures are not read in it.
    func value() throws -> Language? {
        guard let language else { return nil }
        guard let found = Language(language) else {
            throw Problem(
                .usage, "--language \(language): figures are not read in it",
                hint: "they are read in \(Self.names)")
        }
        return found
    }

    /// That a text is in a language that is not read.
    static func unread(_ name: String, file: String) -> Problem {
        Problem(
            .language, "not read: this text seems to be in \(name)",
            hint: "figures are read in \(names); --language CODE reads it as one of them"
        ).inFile(file)
    }

    private static let codes = Language.all.map(\.code).joined(separator: ", ")
    private static let names: String = {
        let names = Language.all.map(\.name)
        return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }()
}
