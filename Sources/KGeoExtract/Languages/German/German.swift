// German: the lexicon put together from its tables, its paradigms, and the words that give the language away.

internal import KGeoCore

extension Lexicon {
    /// The German lexicon.
    static let german = Lexicon { lexicon in
        lexicon.customs.comma = .decimals
        lexicon.customs.point = .thousands
        lexicon.customs.decimalCommaIsUnusual = false
        lexicon.customs.capitalsAreNames = false
        lexicon.customs.monthsAreCapital = true
        lexicon.customs.hasGenitive = true
        lexicon.customs.verbsEndClauses = true
        lexicon.customs.hasOrdinalPoint = true
        lexicon.paradigms = LexiconBuilder.germanParadigms
        lexicon.addGermanNumbers()
        lexicon.addGermanUnits()
        lexicon.addGermanQualifiers()
        lexicon.addGermanGrammar()
        lexicon.addGermanEvents()
        lexicon.addGermanNouns()
        lexicon.addGermanExclusions()
    }
}

extension LanguageTables {
    static let german = LanguageTables(
        Language("de", "German"), .latin, letters: "äöüß",
        common: """
            der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
            sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
            man wurde wurden sei seit etwa rund gegen unter zwischen quadratkilometer kilometer hektar meter
            """,
        lexicon: { .german })
}

extension LexiconBuilder {
    /// Endings by the kind of word: adjectives a; nouns n (-en), e (-e), s (-s); regular verbs v; participles p.
    static let germanParadigms = [
        "a": "- e en er es em ere eren erer",
        "n": "- n en s es nen",
        "e": "- e s es en ern er n",
        "s": "- s",
        "v": "en e t te ten et est end ende",
        "p": "- e en er es em",
    ]
}
