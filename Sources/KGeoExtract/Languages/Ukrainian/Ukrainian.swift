// Ukrainian: the lexicon put together from its tables, its paradigms, and the words that give the language away.

internal import KGeoCore

extension Lexicon {
    /// The Ukrainian lexicon.
    static let ukrainian = Lexicon { lexicon in
        lexicon.customs.comma = .decimals
        lexicon.customs.decimalCommaIsUnusual = false
        lexicon.customs.hasGenitive = true
        lexicon.customs.invertsForAbout = true
        lexicon.paradigms = LexiconBuilder.ukrainianParadigms
        lexicon.addUkrainianNumbers()
        lexicon.addUkrainianUnits()
        lexicon.addUkrainianQualifiers()
        lexicon.addUkrainianGrammar()
        lexicon.addUkrainianEvents()
        lexicon.addUkrainianNouns()
        lexicon.addUkrainianExclusions()
    }
}

extension LanguageTables {
    static let ukrainian = LanguageTables(
        Language("uk", "Ukrainian"), .cyrillic, letters: "іїєґ",
        common: """
            і й та в у на з із що не до за від як це є про але для його її їх також був була було були може які який яка при
            або чи якщо коли після під над між через вже ще лише понад майже близько проти де щоб цього тому їхній території
            кілометрів квадратних тис км млн року добу
            """,
        lexicon: { .ukrainian })
}

extension LexiconBuilder {
    /// Endings by the kind of word: nouns m, f, j (soft, -ія), n (-о), s (-ння), i (-ість); adjectives a; verbs v (past and
    /// infinitive, -ся too), p (present of -увати), t (participles).
    static let ukrainianParadigms = [
        "m": "- а у ові ом і е и ів ам ами ах",
        "f": "а и і у ою о - ам ами ах",
        "j": "я ї і ю єю ею ь й ям ями ях",
        "n": "о а у ом і е ем - ам ами ах",
        "s": "я ю ям і ь ями ях",
        "i": "ість ості істю остей остям остями остях",
        "a": "ий ій а я е є і ого ього ої ьої ому ьому у ю ою ьою им ім их іх ими іми",
        "v": "ти в ла ло ли тися тись вся всь лася лась лося лось лися лись вши вшись",
        "p":
            "ю є ють ємо юся ється ються вати вав вала вало вали ватися вався валася валося валися вання ванням ванню",
        "t": "ий а е і ого ої ому у ою им их ими о ня ню нням",
    ]
}
