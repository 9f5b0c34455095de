// A word of a lexicon: what the rules may ask of it.

internal import KGeoCore

/// A word of a lexicon.
struct Entry: Sendable {
    var classes: Classes = []
    /// The value of a number word: "twelve", "ninety".
    var cardinal: Double?
    /// What a number before it is multiplied by: "hundred", "million", "dozen".
    var scale: Double?
    /// The part of a whole: "half", "fifths".
    var fraction: Double?
    /// The least that a vague number word may mean: 200 for "hundreds".
    var least: Double?
    /// A unit of length or area, as its place in the table of units.
    private var unitPlace: UInt8?
    /// The period of a rate: "day", "daily".
    var period: Period?
    /// 1 to 12.
    var month: Int?
    /// A dimension: "wide", "width", "depth"; nil in `kind` when it is none that kgeo measures.
    var dimension: Dimension?
    /// What it is for percentages: "percent", "cent", "points".
    var percent: Percent?

    /// The number that a word holds beside its unit: the 2 of "двухкилометровый".
    var ownNumber: Double?
    /// The part a single word plays in one rule.
    var part: Part?
    /// Of nouns that round a number: the 15 of "quinzaine".
    var round: Double?
    /// Of units: the form that says one of it without a number, "в километре от".
    var isOneOfUnit = false
    /// Of parts of a whole: a noun that needs no number before it, "третина", "Hälfte", where a fifth may be an order.
    var isPartAlone = false

    /// Whether it speaks of a fire.
    var isFire = false
    /// Of verbs of change: which extent changes ("widen": the width).
    var changes: ClaimKind?

    enum Part: Sendable {
        /// "x" between two numbers.
        case times
        /// "rate" behind "daily".
        case pace
        /// "across": a breadth, or over a border.
        case across
        /// "along", "through".
        case along
        /// "within".
        case within
        /// "close", "near": how far from something.
        case near
        /// "share", "portion" before "of".
        case portion
        /// "sinking", "subsides": a movement downwards.
        case sinking
        /// "count", "estimate" behind "by": a source.
        case tally
        /// "no", "without": denies.
        case no
        /// "around", "round": a circle about a point.
        case round
        /// "deep": a dimension and a direction.
        case deep
        /// "trip", "detour": a way covered.
        case journey
        /// "zone", "area": ground of some depth.
        case area
        /// "up", "down".
        case upOrDown
        /// "it", "them": stands for ground said before.
        case pronoun
        /// "total".
        case total
        /// "occupied", "captured": before a noun rather than a verb.
        case modifier
        /// "against", "than", "versus", "with" behind "compared".
        case comparator
        /// "planned", "proposed".
        case plan
        /// "net", "peak", "lowest", "average": what of a quantity is said.
        case net, peak, lowest, mean
        /// "since", "until", "by" before a date.
        case since, until
        /// "according", "citing": a source follows.
        case source
        /// "reportedly", "allegedly".
        case hearsay
        /// "lives", "votes", "lacks": people do this, not ground.
        case living
        /// "pipe", "tunnel": what is crossed lengthwise.
        case tube
        /// "ran", "reached": goes a way, where "stretched" is an extent.
        case going
        /// "has", "had" before a verb.
        case having
        /// "back", "forward" behind an advance.
        case back
        /// "several", "few": how many is not said.
        case vague
        /// "odd", "ish" behind a number.
        case odd
        /// "in", "during" before a year.
        case dating
        /// "roughly", "directly": says nothing between a unit and its words.
        case adverb
        /// "náuticas", "marins" behind a mile.
        case nautical
        /// "частина", "parte" behind an ordinal: a fraction.
        case ofWhole
        /// "auf" between what something was and what it became.
        case becoming
        /// "тобто", "soit" before a second unit.
        case thatIs
        /// "на", "al" before a direction.
        case toward
        /// "à", "a" before how far from a place.
        case at
    }

    enum Percent: Sendable { case sign, cent, point }

    struct Dimension: Sendable {
        /// The kind of claim; nil for height, thickness, diameter, range: these are no claims.
        var kind: ClaimKind?
        /// Adjectives stand behind a unit ("10 km wide"), nouns before ("a width of 10 km").
        var isAdjective: Bool
        /// Whether it says the dimension of a figure that stands right behind it: "шириною 5 км", "large de 5 km".
        var leads = false
    }

    /// A period of a rate, by the name that units have it under.
    enum Period: String, Sendable { case minute, hour, day, week, month, year }

    /// A unit of length or area.
    var unit: MeasureUnit? {
        get { unitPlace.map { MeasureUnit.table[Int($0)] } }
        set {
            unitPlace = newValue.flatMap { unit in
                MeasureUnit.table.firstIndex { $0.name == unit.name }.flatMap { UInt8(exactly: $0) }
            }
        }
    }
    var hasUnit: Bool { unitPlace != nil }
}
