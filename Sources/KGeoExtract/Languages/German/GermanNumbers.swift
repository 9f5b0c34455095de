// Words: German number words, which are written as one, and parts of a whole.

extension LexiconBuilder {
    private static let germanOnes = [
        "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
    ]
    private static let germanTeens = [
        "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
        "neunzehn",
    ]
    private static let germanTens = [
        "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
    ]

    /// The words from 1 to 99, of which 1 is "ein".
    private static var germanBelowHundred: [(word: String, value: Double)] {
        var found = germanOnes.enumerated().map { ($1, Double($0 + 1)) }
        found += germanTeens.enumerated().map { ($1, Double($0 + 10)) }
        for (n, ten) in germanTens.enumerated() {
            let value = Double((n + 2) * 10)
            found.append((ten, value))
            found += germanOnes.enumerated().map { ($1 + "und" + ten, value + Double($0 + 1)) }
        }
        return found
    }

    mutating func addGermanNumbers() {
        let small = Self.germanBelowHundred
        func cardinal(_ lexicon: inout LexiconBuilder, _ word: String, _ value: Double) {
            lexicon.set(word) { $0.cardinal = value }
        }
        for (word, value) in small where value > 1 { cardinal(&self, word, value) }
        values("null = 0\neins = 1\nzwo zweier zweien = 2\ndreier = 3\ndreissig = 30") { $0.cardinal = $1 }
        for (n, one) in ([""] + Self.germanOnes).enumerated() {
            let hundred = one + "hundert"
            let value = Double(max(n, 1)) * 100
            if n > 0 {
                cardinal(&self, hundred, value)
                cardinal(&self, hundred + "tausend", value * 1_000)
            }
            for (word, more) in small {
                cardinal(&self, hundred + word, value + more)
                if more.truncatingRemainder(dividingBy: 10) == 0 {
                    cardinal(&self, hundred + word + "tausend", (value + more) * 1_000)
                }
            }
        }
        for (word, value) in small {
            cardinal(&self, word + "tausend", value * 1_000)
            if value >= 11, value < 20 { cardinal(&self, word + "hundert", value * 100) }
            if value <= 20 {
                let half = (value == 1 ? "ein" : word) + "einhalb"
                cardinal(&self, half, value + 0.5)
                cardinal(&self, half + "tausend", (value + 0.5) * 1_000)
            }
        }
        values("anderthalb eineinhalb = 1.5\nanderthalbtausend = 1500\nhunderttausend = 100000") {
            $0.cardinal = $1
        }
        values(
            """
            hundert = 100
            tausend tsd = 1000
            million millionen mio = 1000000
            milliarde milliarden mrd = 1000000000
            dutzend = 12
            """
        ) { $0.scale = $1 }
        values(
            """
            dutzende dutzenden = 24
            hunderte hunderten = 200
            tausende tausenden zehntausende zehntausenden = 2000
            einige einigen wenige wenigen mehrere mehreren etliche etlichen = 3
            """
        ) { $0.least = $1 }
        values(
            "hälfte = 2\ndrittel dritteln = 3\nviertel vierteln = 4\nfünftel = 5\nsechstel = 6\nsiebtel = 7\nachtel = 8\nneuntel = 9\nzehntel = 10\nzwanzigstel = 20\nhundertstel = 100"
        ) {
            $0.fraction = $1
            $0.isPartAlone = true
        }
        values("halb/a = 2\nfünft/a = 5\ndritt/a = 3\nviert/a = 4\nzehnt/a = 10\nsechst/a = 6") {
            $0.fraction = $1
        }
        addPart(0.5, ["und eine halbe", "und ein halber", "und einen halben", "und ein halbes"])
        set("einige einigen wenige wenigen mehrere mehreren viele vielen etliche etlichen") {
            $0.part = .vague
        }
    }
}
