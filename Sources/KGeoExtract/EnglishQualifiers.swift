// English words that qualify a number. Longer phrases win, so "no more than" is never "more than".

internal import KGeoCore

extension Lexicon {
    mutating func addEnglishQualifiers() {
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
                "at the very least", "never less than", "not under",
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
                "farther than", "further than", ">", "well over", "just over", "a little over",
                "slightly over",
                "slightly more than", "a bit more than", "a little more than", "just above", "well above",
                "north of", "passed", "farther away than",
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
                "within", "well under", "well below", "lower than", "inside of", "much less than",
                "to within",
                "closer than", "to less than", "slightly less than", "a bit less than", "not even",
                "nearer than",
                "a little less than",
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
                "nearly", "almost", "close to", "just under", "just short of", "just below", "just shy of",
                "shy of",
                "little short of", "slightly under", "a little under", "approaching", "not quite", "nearing",
                "just less than", "a shade under", "virtually", "practically", "slightly below",
                "a bit under",
                "little less than",
            ], .nearly)
        qualify(
            [
                "exactly", "precisely", "just", "only", "merely", "a mere", "as little as", "exactly at",
                "no", "as close as", "as near as",
            ],
            .exact)
    }
}
