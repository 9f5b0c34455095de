// Words: English number words and parts of a whole.

extension LexiconBuilder {
    mutating func addEnglishNumbers() {
        let cardinals: [(String, Double)] = [
            ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
            ("seven", 7),
            ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
            ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18),
            ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50),
            ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
        ]
        for (word, value) in cardinals { set(word) { $0.cardinal = value } }
        let scales: [(String, Double)] = [
            ("hundred", 100), ("thousand", 1e3), ("k", 1e3), ("lakh", 1e5), ("lakhs", 1e5), ("lac", 1e5),
            ("million", 1e6), ("mn", 1e6), ("mln", 1e6), ("crore", 1e7), ("crores", 1e7), ("billion", 1e9),
            ("bn", 1e9), ("trillion", 1e12), ("dozen", 12), ("score", 20), ("couple", 2),
            ("тыс", 1e3), ("тис", 1e3), ("млн", 1e6),
        ]
        for (word, value) in scales { set(word) { $0.scale = value } }
        // Plurals without a number before them are vague: at least two of each.
        for (word, value) in [
            ("tens", 20.0), ("dozens", 24), ("scores", 40), ("hundreds", 200), ("thousands", 2_000),
            ("several", 3),
        ] { set(word) { $0.least = value } }
        let fractions: [(String, Double)] = [
            ("half", 2), ("halves", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4),
            ("fourth", 4), ("fourths", 4), ("fifth", 5), ("fifths", 5), ("sixth", 6), ("sixths", 6),
            ("seventh", 7), ("sevenths", 7), ("eighth", 8), ("eighths", 8), ("ninth", 9), ("ninths", 9),
            ("tenth", 10), ("tenths", 10), ("twelfth", 12), ("twentieth", 20), ("hundredth", 100),
        ]
        for (word, part) in fractions { set(word) { $0.fraction = part } }
        set("half halves") { $0.isPartAlone = true }
    }
}
