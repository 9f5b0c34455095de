// English: the lexicon put together from its tables, and the words that give the language away.

internal import KGeoCore

extension Lexicon {
    /// The English lexicon.
    static let english = Lexicon { lexicon in
        lexicon.customs.hasPossessives = true
        lexicon.customs.monthsAreCapital = true
        lexicon.addEnglishNumbers()
        lexicon.addEnglishUnits()
        lexicon.addEnglishQualifiers()
        lexicon.addEnglishGrammar()
        lexicon.addEnglishEvents()
        lexicon.addEnglishNouns()
        lexicon.addEnglishExclusions()
        lexicon.addEnglishTime()
        lexicon.addEnglishActors()
    }
}

extension LanguageTables {
    static let english = LanguageTables(
        .english, .latin,
        common: """
            the of and to in a is that for it was on with as by at from are were be has have had its an not but they their
            this which or he she his her who will been more than about over after said into up out one two all also there
            when would if no so we you our can could what some other only most between under during against while each
            per square miles acres feet yards
            """,
        lexicon: { .english })
}

extension LexiconBuilder {
    /// Adds regular verbs with their forms: "push" gives push, pushes, pushed, pushing.
    mutating func addVerbs(_ verbs: String, _ classes: Classes) {
        for verb in verbs.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) {
            let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
            let characters = Array(verb)
            guard characters.count > 2 else { continue }
            let last = characters[characters.count - 1]
            let before = characters[characters.count - 2]
            var forms = [verb]
            if last == "e" {
                forms += [verb + "s", verb + "d", verb.dropLast() + "ing"]
            } else if last == "y", !vowels.contains(before) {
                forms += [verb.dropLast() + "ies", verb.dropLast() + "ied", verb + "ing"]
            } else if "sxz".contains(last) || verb.hasSuffix("ch") || verb.hasSuffix("sh") {
                forms += [verb + "es", verb + "ed", verb + "ing"]
            } else {
                forms += [verb + "s", verb + "ed", verb + "ing"]
                // A short vowel doubles the last letter: "grab", "grabbed". The wrong form does no harm.
                if vowels.contains(before), !"wxy".contains(last) {
                    forms += [verb + String(last) + "ed", verb + String(last) + "ing"]
                }
            }
            for form in forms { add(form, classes) }
        }
    }
}
