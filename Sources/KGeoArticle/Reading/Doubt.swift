// Why a part of a reading is left out, in words that a reader can check against the text.

internal import KGeoCore

/// A part of a reading that the text does not give, or gives in two ways. Whatever is in doubt is not linked.
struct Doubt: Error {
    /// In words.
    let reason: String
    /// What kind of obstacle it is.
    let obstacle: Reading.Obstacle
    init(_ reason: String, _ obstacle: Reading.Obstacle = .open) {
        (self.reason, self.obstacle) = (reason, obstacle)
    }

    // What is no ground that one number of a map can be put beside.
    static let foreign = Doubt("another country or war", .notGround)
    static let plan = Doubt("a plan or a supposition, not ground that is held", .notGround)
    static let hazard = Doubt("not ground that somebody holds", .notGround)
    static let object = Doubt("the size of a thing without an outline", .notGround)
    static let direction = Doubt("a direction or the surroundings of a town, not a region", .notGround)
    static let difference = Doubt("the difference of two figures", .notGround)
    static let denied = Doubt("the sentence says that it is not so", .notGround)
    static let line = Doubt(
        "a length or distance whose two ends the text does not name as places or as ground")
    static let otherShare = Doubt("a share of something that is no ground with an outline", .notGround)
    static let summary = Doubt(
        "an average, a balance or an extreme, which maps are not summed up to", .notGround)

    // What the text leaves open.
    static let measure = Doubt("no verb beside the figure says whether it is held, taken or lost")
    static let holder = Doubt("the words beside the verb do not say whose ground it is")
    static let bothSides = Doubt("both sides are named before, and the pronoun may mean either")
    static let region = Doubt(
        "the sentence does not say where, and those before name more than one place or none")
    static let regions = Doubt("the sentence names several places, and the figure is beside none of them")
    static let eachOrBoth = Doubt(
        "two readings are left, and nothing to choose by: each of the places, or all together")
    static let time = Doubt("the clause does not say when")
    static let times = Doubt("the clause names several times, and the figure is beside none of them")
    static let undated = Doubt("no date in the text says when; the day of publication is not known", .undated)
    static let whole = Doubt("the text does not say of what it is a share")
    static let ownGround = Doubt("a side does not take or hold its own country", .notGround)
}
