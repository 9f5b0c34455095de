// Spanish: the lexicon put together from its tables, its paradigms, and the words that give the language away.

internal import KGeoCore

extension Lexicon {
    /// The Spanish lexicon.
    static let spanish = Lexicon { lexicon in
        lexicon.customs.comma = .thousandsFlagged
        lexicon.customs.point = .thousands
        lexicon.customs.decimalCommaIsUnusual = false
        lexicon.paradigms = LexiconBuilder.spanishParadigms
        lexicon.addSpanishNumbers()
        lexicon.addSpanishUnits()
        lexicon.addSpanishQualifiers()
        lexicon.addSpanishGrammar()
        lexicon.addSpanishEvents()
        lexicon.addSpanishNouns()
        lexicon.addSpanishExclusions()
    }
}

extension LanguageTables {
    static let spanish = LanguageTables(
        Language("es", "Spanish"), .latin, letters: "ñ¿¡",
        common: """
            el la los las de del y en que a un una por con no se su sus para es al lo como más o pero fue ha han son era este esta
            estos entre sobre desde hasta según ya cuando muy sin también donde unos unas tras durante contra ante cada está están
            kilómetros cuadrados hectáreas había hay todo todos dos casi menos le les
            """,
        lexicon: { .spanish })
}

extension LexiconBuilder {
    /// Endings: nouns s, e (-es); adjectives a (-o); verbs v (-ar), r (-er and -ir).
    static let spanishParadigms = [
        "s": "- s",
        "e": "- es",
        "a": "o a os as",
        "v": "ar a an ó aron aba aban ado ada ados adas ando ará arán e en",
        "r": "er ir e en ió ieron ía ían ido ida idos idas iendo erá irá a an",
    ]
}
