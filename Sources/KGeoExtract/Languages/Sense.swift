// What words are to the rules of reading. The rules know senses only; which words have them stands in the tables of a
// language.

/// A sense of a word or phrase.
public enum Sense: UInt8, CaseIterable, Hashable, Sendable {
    // Sides and people
    /// A side as a country, as an adjective, as people, by its seat of government.
    case country, demonym, people, seat
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
    /// The name of a region; a name that is that of a city as well.
    case region, cityToo
    /// "oblast", "region", "republic".
    case regionNoun, regionNouns
    /// "axis", "direction", "sector": part of a front.
    case direction
    /// "district", "raion".
    case district
    /// "the country".
    case nation
    /// "there", "the region": a region named before.
    case there
    /// "pocket", "foothold", "salient": ground of one side inside the other's.
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
    /// "positions", "front line": where a side's ground ends.
    case edge
    /// "city", "town", "suburbs", "outskirts".
    case city
    /// "grey zone", "no man's land", "disputed".
    case contested

    // Verbs of measures: what they say, and the form they are in
    /// Has it, takes it, takes back what was its own, loses it.
    case held, gained, regained, lost
    /// "occupied": taken in a month, or held on a day.
    case occupied
    /// "hold", "holds", "held", "held", "holding". A past form that is a participle as well has both senses.
    case base, present, past, participle, gerund
    /// "gains of", "loss of": a noun before a figure.
    case nounOf
    /// "remains", "remained".
    case remains
    /// "is", "was", "been"; "has", "had".
    case isNow, was, been, has, had
    /// "would", "could", "wants to"; "able", "managed".
    case modal, able
    /// Words between a verb and its figure that change nothing: "about", "a total of".
    case filler
    /// Words beside a verb that change nothing: "now", "also", "reportedly".
    case adverb
    /// "another", "a further": what comes on top.
    case another
    /// "under", "control", "hands": "under Russian control", "in Ukrainian hands".
    case under, control, hands
    /// "measures", "covers": the size of a region.
    case size
    /// "accounted for", "made up": a part of what is counted. "gains", "advances": what is counted.
    case partOf, gains
    /// "net", "at its height", "at least in years", "on average": no plain holding or gain.
    case net, peak, lowest, mean
    /// "more" or "less" behind a number, "than": a comparison. "compared with", "up from".
    case more, than, compared
    /// "mainly", "most of it": what follows is a part.
    case most
    /// "including": a part of what is counted.
    case including
    /// "advanced", "pushed": moved the line.
    case advance
    /// "deep", "into": how far in.
    case deep, into
    /// "long": how long a line is.
    case long
    /// "lies", "is located": where a place is.
    case lies
    /// "together", "combined".
    case together

    // What is no ground that is held
    case plan, hazard, object, counted

    // Time
    case month, weekday, ordinal, cardinal, article
    case dayUnit, weekUnit, monthUnit, yearUnit, quarterUnit, hourUnit, fortnight, halfOf
    case season
    case today, yesterday, now
    /// "as of": the day itself, not the time up to it.
    case asOf
    case last, this, pastUnit, ago, earlier, later, same, then, since, until, start, end, early, late
    case middle, unnamedTime, newYear, christmas, soFar, during, entered, left
    case duration, justGone, when
    /// "the weekend"; "Q1", "H2": a part of a year by its short name.
    case weekend, quarterName, halfName
    /// "the previous": of the calendar, whatever stands before it.
    case previous
    /// The beginning of a war or campaign.
    case event

    // Wider senses, for the second look
    /// Whoever came into the ground of another, and whoever stands on their own: "the invaders", "the garrison".
    case intruder, defender
    /// "the former", "the latter": of two regions named before.
    case former, latter
    /// A part of a line or a lane, without an outline.
    case stretch, local
    /// "cost": whoever it costs loses. "brought", "gave": whoever is given gains. "favour": whose it is gains.
    case costs, gives, favour
    /// A unit of area without a number.
    case areaUnit
    /// "lacks": what the other side has. "hand over": what is offered is held.
    case lacks, offers
    /// "overall": of the whole country. "at first". "all but".
    case overall, atFirst, allBut
    /// "shrunk to", "down to": what it came to is held. "past", "over": on the other side of.
    case change, beyond
    case radius, back, crop
    /// "travelled", "were shipped": went a way from one place to another.
    case travel
    /// "is", "holds": said of now. "was", "had": said of then. "what", "that": for ground said before.
    case presentTense, pastTense, pronounObject
    /// "not", "never": the verb behind it did not happen.
    case denial
    /// "its pace", "the figure", "December’s part": the number said before, whatever it was of.
    case quantity
    /// "comes to", "stands at": how much it is, of whatever was spoken of.
    case amounts
    /// "changed hands": from one side to another, and it does not say which.
    case swaps

    // Grammar
    case relative, contrast, conditional, auxiliary, negation, preposition, abbreviation
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
