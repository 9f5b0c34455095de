// What a printed figure is a measure of: whose ground, where, when, and the words each part was taken from.

/// What a figure of a text says, decided from the text and its publication date alone.
///
/// A reading does not ask whether the figure is true: a denied or a boastful figure has one as well.
public struct Reading: Hashable, Sendable {
    /// What a share is a share of.
    public enum Whole: Hashable, Sendable {
        /// Of the whole of regions.
        case region([String])
        /// Of ground that somebody held or took: at its largest, in a span of time, on a day, or at a time not said.
        case ground(measure: ClaimMeasure, holder: String?, region: [String], moment: Moment)
    }

    /// When the ground of a whole is taken.
    public enum Moment: Hashable, Sendable {
        case unsaid, peak
        case span(ClosedRange<CalendarDate>)
        case day(CalendarDate)
    }

    /// What stands in the way of a number of a map beside it.
    public enum Obstacle: Hashable, Sendable {
        /// It is no ground of these sides, or none that one number of a map is of: another country, a plan, a town.
        case notGround
        /// It is ground near a town or along a direction, which has no outline.
        case surroundings
        /// It hangs on the day of publication, which is not known.
        case undated
        /// The words leave a part open, or give it in two ways.
        case open
    }

    /// The words that a part was taken from.
    public struct Evidence: Hashable, Sendable {
        /// Which part: `measure`, `holder`, `region`, `time`, `of`, `ends`, `checkable`.
        public var part: String
        /// The words as printed; empty where nothing in the text says it.
        public var quote: String
        /// Where they begin and end, in Unicode code points of the input.
        public var start, end: Int
        /// Why they give it: "own clause", "beside the figure", "sentence before".
        public var rule: String
        /// Evidence from its parts.
        public init(part: String, quote: String, start: Int, end: Int, rule: String) {
            (self.part, self.quote, self.start, self.end, self.rule) = (part, quote, start, end, rule)
        }
    }

    /// What kind of quantity it is.
    public var kind: ClaimKind
    /// What of it is said; nil where nothing tells.
    public var measure: ClaimMeasure?
    /// Whose ground it is, never who says so; nil for ground of nobody and for lengths of a front.
    public var holder: String?
    /// The smallest regions that hold all of the ground, in alphabetical order; empty for directions and towns.
    public var regions: [String] = []
    /// Directions, towns and sectors that are named in the place of a region.
    public var near: [String] = []
    /// Of shares: of what.
    public var of: Whole?
    /// The day of what is held.
    public var asOf: CalendarDate?
    /// The first and last day of what is gained, lost, or compared.
    public var period: ClosedRange<CalendarDate>?
    /// Of distances and depths: from where, and to where.
    public var from, to: String?
    /// What the words count, where they say it: `controlled`, `contested`, `controlled+contested`, `permanent`.
    public var worded: String?
    /// Why no number of a map is put beside it; nil where one can be.
    public private(set) var whyNot: String?
    /// What kind of reason that is.
    public private(set) var obstacle: Obstacle?
    /// The words that each part was taken from.
    public var because: [Evidence] = []
    /// Whether parts of it were taken from what stands near the figure and not from the words right beside it. On texts of a
    /// new kind such a reading is wrong far more often (Docs/Readings.md): a person should read the sentence first.
    public var isFromNear = false

    /// A reading of a kind.
    public init(kind: ClaimKind) { self.kind = kind }

    /// The regions as one text: "Donetsk Oblast + Luhansk Oblast"; nil where there is none.
    public var region: String? { regions.isEmpty ? nil : regions.joined(separator: " + ") }

    /// Whether one number of a map can be put beside it.
    public var isCheckable: Bool { whyNot == nil }

    /// The same reading, not checkable, and why.
    public func refused(_ reason: String, _ obstacle: Obstacle) -> Reading {
        var reading = self
        (reading.whyNot, reading.obstacle) = (reason, obstacle)
        return reading
    }
}

extension Reading.Whole {
    /// In words: "held by Ukraine in Kursk Oblast at its peak", "Donetsk Oblast".
    public var words: String {
        switch self {
        case .region(let names): names.joined(separator: " + ")
        case .ground(let measure, let holder, let regions, let moment):
            measure.rawValue + (holder.map { " by \($0)" } ?? "")
                + (regions.isEmpty ? "" : " in " + regions.joined(separator: " + ")) + moment.words
        }
    }
}

extension Reading.Moment {
    /// In words behind the ground: " at its peak", " in 2025-06", "".
    public var words: String {
        switch self {
        case .unsaid: ""
        case .peak: " at its peak"
        case .day(let day): " on \(day)"
        case .span(let span):
            " from \(span.lowerBound) to \(span.upperBound)"
        }
    }
}
