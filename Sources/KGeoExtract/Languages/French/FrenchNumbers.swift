// Words: French number words, and parts of a whole.

extension LexiconBuilder {
    mutating func addFrenchNumbers() {
        let ones: [(String, Double)] = [
            ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6),
            ("sept", 7),
            ("huit", 8), ("neuf", 9),
        ]
        let teens: [(String, Double)] = [
            ("dix", 10), ("onze", 11), ("douze", 12), ("treize", 13), ("quatorze", 14), ("quinze", 15),
            ("seize", 16),
        ]
        let tens: [(String, Double)] = [
            ("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60),
            ("septante", 70),
            ("huitante", 80), ("octante", 80), ("nonante", 90),
        ]
        for (word, value) in ones + teens + tens { set(word) { $0.cardinal = value } }
        values("zéro = 0\ndemi = 0.5") { if $1 == 0 { $0.cardinal = 0 } }
        let small = ones + teens
        let dozens = [("dix sept", 17.0), ("dix huit", 18), ("dix neuf", 19)]
        for (word, value) in dozens { addCardinal(word, value) }
        addTens(tens, ones, joiner: " ")
        addTens(tens, [("un", 1), ("une", 1)], joiner: " et ")
        addCardinal("soixante et onze", 71)
        addTens([("soixante", 60)], small.filter { $0.1 >= 10 } + dozens, joiner: " ")
        addTens([("quatre vingt", 80), ("quatre vingts", 80)], small + dozens, joiner: " ")
        addCardinal("quatre vingts", 80)
        addCardinal("quatre vingt", 80)
        values(
            """
            cent cents = 100
            mille = 1000
            million/s mln = 1000000
            milliard/s mds md = 1000000000
            douzaine/s = 12
            """
        ) { $0.scale = $1 }
        values(
            """
            dizaine = 10
            douzaine = 12
            quinzaine = 15
            vingtaine = 20
            trentaine = 30
            quarantaine = 40
            cinquantaine = 50
            soixantaine = 60
            centaine = 100
            millier = 1000
            """
        ) { $0.round = $1 }
        set("douzaine") { $0.scale = nil }
        values("dizaines = 20\ncentaines = 200\nmilliers = 2000\nplusieurs quelques = 3") { $0.least = $1 }
        values("centaines = 100\nmilliers = 1000\ndizaines = 10") { $0.scale = $1 }
        values("moitié = 2\ntiers = 3\nquart/s = 4") {
            $0.fraction = $1
            $0.isPartAlone = true
        }
        set("quart quarts tiers") { $0.isPartAlone = false }
        values(
            "demi/a = 2\ncinquième/s = 5\nsixième/s = 6\nseptième/s = 7\nhuitième/s = 8\nneuvième/s = 9\ndixième/s = 10\nvingtième/s = 20\ncentième/s = 100"
        ) {
            $0.fraction = $1
        }
        addPart(0.5, ["et demi", "et demie"])
        addPart(0.25, ["et quart", "et un quart"])
        set("plusieurs quelques") { $0.part = .vague }
    }
}
