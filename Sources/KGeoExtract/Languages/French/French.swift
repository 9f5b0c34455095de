// French: the lexicon put together from its tables, its paradigms, and the words that give the language away.

internal import KGeoCore

extension Lexicon {
    /// The French lexicon.
    static let french = Lexicon { lexicon in
        lexicon.customs.comma = .decimals
        lexicon.customs.point = .thousandsFlagged
        lexicon.customs.decimalCommaIsUnusual = false
        lexicon.paradigms = LexiconBuilder.frenchParadigms
        lexicon.addFrenchNumbers()
        lexicon.addFrenchUnits()
        lexicon.addFrenchQualifiers()
        lexicon.addFrenchGrammar()
        lexicon.addFrenchEvents()
        lexicon.addFrenchNouns()
        lexicon.addFrenchExclusions()
    }
}

extension LanguageTables {
    static let french = LanguageTables(
        Language("fr", "French"), .latin, letters: "àèêçœôîû",
        common: """
            le la les de des du et à un une en que qui dans sur pour par pas plus ne se au aux ce cette ces il elle ils est
            sont a ont été était avec son sa ses leur leurs mais ou où comme selon environ près entre depuis après avant contre
            sous dont tout deux aussi encore soit kilomètres carrés hectares nous on y jusqu lors plusieurs fait
            """,
        lexicon: { .french })
}

extension LexiconBuilder {
    /// Endings: nouns s, x; adjectives a (masculine and feminine, both numbers), q (-el); verbs v (-er), r (-ir).
    static let frenchParadigms = [
        "s": "- s",
        "x": "- x",
        "a": "- e s es",
        "q": "- le s les",
        "v": "er e es ent é ée és ées a ait aient èrent ant era eront",
        "r": "ir it issent i ie is ies issait irent issant ira",
    ]
}
