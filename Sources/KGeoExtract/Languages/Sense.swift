// What words are to the rules of reading. The rules know senses only; which words have them stands in the tables of a
// language.

/// A sense of a word or phrase.
public enum Sense: UInt8, CaseIterable, Hashable, Sendable {
    // Sides and people
    /// A side as a country, as an adjective, as people, by its seat of government.
    case country, demonym, people, seat
    /// Whoever came into the ground of another, and whoever stands on their own: "the invaders", "the garrison".
    case intruder, defender
    /// "the enemy", "the other side": the opposite of who speaks.
    case enemy
    /// "we", "our", "ours".
    case first
    /// "they", "their", "its", "his".
    case third
    /// Troops: what a possessive or adjective of a side stands before.
    case force
    /// "said", "reports", "according to".
    case speech, according
    /// A person or office that speaks.
    case source
    /// A country or war that is none of the sides'.
    case foreign

    // Ground and places
    /// The name of a region; a name that is that of a city as well; a union of several.
    case region, cityToo
    /// "oblast", "region", "republic".
    case regionNoun, regionNouns
    /// "axis", "direction", "sector": part of a front.
    case direction
    /// "district", "raion".
    case district
    /// "the country".
    case nation
    /// "there", "the region", "the former".
    case there, latter, former
    /// "pocket", "foothold", "salient".
    case pocket
    /// "territory", "soil", "land".
    case ground
    /// "near", "around", "towards".
    case near
    /// "in", "inside", "of" and other small words before a place.
    case within, of, from, to, by, between, and, or
    /// "the border", "the frontier".
    case border
    /// "front line", "line of contact".
    case front
    /// "trenches", "positions", "spearhead": where a side's ground ends.
    case edge
    /// "city", "town", "suburbs", "outskirts".
    case city
    /// A part of a line or a local stretch: "sector", "stretch".
    case stretch
    /// "grey zone", "no man's land", "disputed".
    case contested

    // Verbs and nouns of measures
    case held, gained, lost, gainedBack
    /// "is left", "remains".
    case remains
    /// "cost": whoever it costs loses.
    case costs
    /// "brought", "gave": whoever is given gains; "favour": whose it is gains.
    case gives, favour
    /// A unit of area.
    case areaUnit
    /// "lacks": what the other side has.
    case lacks
    /// "hand over", "return": what is offered is held. "most", "fastest": compared with all before.
    case offers, most
    /// "overall": of the whole country; "including": a part of what is counted.
    case overall, including
    /// "net", "balance".
    case net
    /// "at its height", "at most"; "at first".
    case peak, atFirst
    case lowest, mean
    /// "all but".
    case allBut
    /// "another", "a further".
    case another
    /// "measures", "spans": the size of a thing.
    case size
    /// "shrunk to", "down to": what it came to is held.
    case change
    /// "more than", "less than" behind a number: a difference; "longer".
    case more, than
    /// "deep", "inside": how far in.
    case deep, beyond, advance
    case wide, long, radius
    /// "total", "combined", "together".
    case together
    /// "back", "again".
    case back

    // What is no ground that is held
    case plan, hazard, crop, object, counted

    // Time
    case month, weekday, ordinal, cardinal, article
    case dayUnit, weekUnit, monthUnit, yearUnit, quarterUnit, hourUnit, fortnight, halfOf
    case season
    case today, yesterday, now
    case last, this, past, ago, earlier, later, same, then, since, until, start, end, early, late
    case middle, unnamedTime, newYear, christmas, soFar, during, entered, left

    // Grammar
    case relative, contrast, auxiliary, negation, preposition, abbreviation
    case pastTense
    case pronounObject, duration, justGone, when
    /// "is", "holds": what is said of now. The beginning of a war or campaign.
    case presentTense, event
    /// "bridgehead", "lane": ground without an outline.
    case local
}

/// A set of senses.
public struct Senses: Hashable, Sendable {
    private var low: UInt64 = 0, high: UInt64 = 0, top: UInt64 = 0
    /// No sense at all.
    public init() {}
    /// Some senses.
    public init(_ senses: Sense...) { for sense in senses { insert(sense) } }
    /// Adds a sense.
    public mutating func insert(_ sense: Sense) {
        let bit = UInt64(1) << UInt64(sense.rawValue % 64)
        switch sense.rawValue / 64 {
        case 0: low |= bit
        case 1: high |= bit
        default: top |= bit
        }
    }
    /// Adds the senses of another set.
    public mutating func formUnion(_ other: Senses) {
        low |= other.low
        high |= other.high
        top |= other.top
    }
    /// Whether a sense is among them.
    public func has(_ sense: Sense) -> Bool { meets(Senses(sense)) }
    /// Whether one of the senses of another set is among them.
    public func meets(_ other: Senses) -> Bool {
        (low & other.low) | (high & other.high) | (top & other.top) != 0
    }
    /// Whether there is none.
    public var isEmpty: Bool { low | high | top == 0 }
}
