// Words: English words that qualify a number. Longer phrases win, so "no more than" is never "more than".

internal import KGeoCore

extension LexiconBuilder {
    mutating func addEnglishQualifiers() {
        // How far over or under: a little is still near, well under is not.
        let little = [
            "just", "only just", "a little", "a little bit", "slightly", "a bit", "a shade", "a touch",
            "a whisker",
            "a hair", "a tad", "a fraction", "marginally", "fractionally", "barely",
        ]
        let much = ["well", "much", "far", "considerably", "significantly", "substantially", "comfortably"]
        let over = ["over", "above", "more than", "beyond", "north of", "in excess of", "upwards of"]
        let under = ["under", "below", "less than", "short of", "shy of", "south of", "fewer than"]
        func each(_ amounts: [String], _ directions: [String]) -> [String] {
            amounts.flatMap { amount in directions.map { amount + " " + $0 } }
        }
        qualify(each(little + much, over), .moreThan)
        qualify(each(little, under), .nearly)
        qualify(each(much, under), .lessThan)
        qualify(
            [
                "about", "around", "roughly", "approximately", "approx", "approx .", "some", "circa", "c .",
                "ca .",
                "ca", "c", "~", "perhaps", "maybe", "barely", "an estimated", "estimated", "estimated at",
                "in the region of", "on the order of", "in the order of", "in the vicinity of",
                "somewhere around", "something like", "or about", "more or less", "approaching about",
                "an approximate", "approximate", "by some", "±",
            ], .about)
        qualify(
            ["or so", "or thereabouts", "more or less", "give or take", "approximately", "roughly"], .about,
            after: true)
        qualify(
            [
                "at least", "no less than", "not less than", "no fewer than", "not fewer than",
                "a minimum of",
                "minimum", "minimum of", "the minimum of", "min .", "≥", "> =", "from at least",
                "at the very least", "never less than", "not under", "not below", "no smaller than", "a good",
            ], .atLeast)
        qualify(
            [
                "or more", "at least", "at minimum", "at a minimum", "+", "or over", "and more", "plus",
                "minimum",
            ], .atLeast, after: true)
        qualify(
            [
                "more than", "over", "above", "in excess of", "upwards of", "upward of", "beyond",
                "exceeding",
                "exceeds", "exceeded", "exceed", "topped", "topping", "tops", "surpassed", "surpassing",
                "surpasses",
                "greater than", "larger than", "bigger than", "longer than", "wider than", "deeper than",
                "farther than", "further than", ">", "better than", "north of", "passed", "farther away than",
            ], .moreThan)
        qualify(
            [
                "at most", "no more than", "not more than", "a maximum of", "maximum", "maximum of",
                "the maximum of",
                "max .", "max", "not exceeding", "never more than", "never larger than", "no larger than",
                "not larger than", "no bigger than", "no longer than", "no wider than", "no deeper than",
                "no farther than", "no further than", "not over", "never exceeded", "at the most", "≤", "< =",
                "never exceeding", "never grew larger than", "never longer than", "never wider than",
                "never deeper than", "never further than", "never bigger than", "did not exceed",
                "does not exceed", "not to exceed", "capped at", "limited to at most", "never beyond",
                "never grew beyond",
            ], .atMost)
        qualify(
            ["at most", "at the most", "maximum", "max", "or less", "or fewer", "tops", "at maximum"],
            .atMost, after: true)
        qualify(
            [
                "less than", "fewer than", "under", "below", "<", "smaller than", "shorter than",
                "narrower than",
                "within", "lower than", "inside of", "nowhere near", "nothing like", "not nearly",
                "to within",
                "closer than", "to less than", "not even",
                "nearer than",
            ], .lessThan)
        qualify(
            [
                "up to", "as much as", "as far as", "as long as", "as deep as", "as many as", "as wide as",
                "as large as", "as high as", "as big as", "anything up to", "by up to", "of up to",
                "by as much as",
                "as great as",
            ], .upTo)
        qualify(
            [
                "nearly", "almost", "close to", "very nearly", "all but", "close on", "shy of", "short of",
                "little short of", "approaching", "not quite", "nearing",
                "virtually", "practically",
                "little less than",
            ], .nearly)
        qualify(
            [
                "exactly", "precisely", "just", "only", "merely", "a mere", "as little as", "as few as",
                "as small as", "as short as", "exactly at",
                "no", "as close as", "as near as",
            ],
            .exact)
        deny(["no", "as little as", "as few as", "as small as"])
    }
}
