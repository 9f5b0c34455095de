// Russian: the lexicon put together from its tables, its paradigms, and the words that give the language away.

internal import KGeoCore

extension Lexicon {
    /// The Russian lexicon.
    static let russian = Lexicon { lexicon in
        lexicon.customs.comma = .decimals
        lexicon.customs.decimalCommaIsUnusual = false
        lexicon.customs.hasGenitive = true
        lexicon.customs.invertsForAbout = true
        lexicon.paradigms = LexiconBuilder.russianParadigms
        lexicon.addRussianNumbers()
        lexicon.addRussianUnits()
        lexicon.addRussianQualifiers()
        lexicon.addRussianGrammar()
        lexicon.addRussianEvents()
        lexicon.addRussianNouns()
        lexicon.addRussianExclusions()
    }
}

extension LanguageTables {
    static let russian = LanguageTables(
        Language("ru", "Russian"), .cyrillic, letters: "ыэёъ",
        common: """
            и в на с что не по из за к от до как это о для но его ее их также был была было были может могут который которые
            которая при или если когда после под над между через уже еще ещё лишь только более почти около против где чтобы он
            они она этого поэтому территории километров квадратных тыс км млн года сутки во со об все
            """,
        lexicon: { .russian })
}

extension LexiconBuilder {
    /// Endings by the kind of word: nouns m, f, j (soft, -ия, -ля), n (-о), s (-ие), i (-ость, -ь); adjectives a; verbs v (past
    /// and infinitive, -ся too), p (present of -ать and -ять); participles t.
    static let russianParadigms = [
        "m": "- а у ом е и ы ов ев ам ами ах",
        "f": "а и ы у ой ою е - ам ами ах",
        "j": "я и ю ей ею ь й ям ями ях е",
        "n": "о а у ом е - ам ами ах",
        "s": "ие ия ию ием ии ий иям иями иях ье ья ью ьем",
        "i": "ь и ью ей ям ями ях",
        "a": "ый ий ой ая яя ое ее ые ие ого его ей ому ему ую юю ым им ом ем ых их ыми ими",
        "v": "ть л ла ло ли ться лся лась лось лись в вшись вший вшая вшие вших",
        "p": "ю ет ют ем юсь ется ются ть л ла ло ли ться лся лась лось лись ние нием нию ния нии",
        "t": "- а о ы ный ная ное ные ного ной ному ную ным ном ных ными ие ия ию ием ии",
    ]
}
