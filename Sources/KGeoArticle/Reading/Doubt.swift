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
    static let direction = Doubt("a direction or the surroundings of a town, not a region", .surroundings)
    static let difference = Doubt("the difference of two figures")
    static let denied = Doubt("the sentence says that it is not so")
    static let line = Doubt(
        "a length or distance whose two ends the text does not name as places or as ground")
    static let otherShare = Doubt("a share of something that is no ground with an outline")
    static let summary = Doubt(
        "an average, a balance or an extreme, and not told of what")

    static let towards = Doubt("a way along a direction, not from a line that maps have", .surroundings)
    static let stretch = Doubt("a part of a line or of the ground, without an outline", .notGround)
    static let circle = Doubt("a circle that the writer draws", .notGround)

    // What the text leaves open.
    static let nobody = Doubt("the text does not say whose ground it is")
    static let nowhere = Doubt("the text does not say where")
    static func choice(_ regions: [String]) -> Doubt {
        Doubt("two readings are left, and nothing to choose by: " + regions.joined(separator: " or "))
    }
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
    /// Doubts in which the words give a part in two ways: what is near decides nothing then.
    static let twofold: Set<String> = Set([bothSides, regions, eachOrBoth].map(\.reason))
    static let ownGround = Doubt("a side does not take or hold its own country", .notGround)
}

extension Reading {
    /// The same reading, not checkable.
    func refused(_ doubt: Doubt) -> Reading { refused(doubt.reason, doubt.obstacle) }
}
