// Figures of one text, or of several, that cannot all hold; and dates that a map contradicts.

internal import KGeoClaims
public import KGeoCore
public import KGeoScenario

/// Two statements that cannot both hold.
public struct Contradiction: Hashable, Sendable {
    /// The statements, as printed, each with the text it stands in.
    public var first, second: Statement
    /// Why, in words.
    public var reason: String
    /// Whether it hangs on a gap below a hundredth of the smaller of the two bounds: then it is none to rely on.
    public var isBorderline = false

    /// A statement of a text.
    public struct Statement: Hashable, Sendable {
        /// The text it stands in, and its words.
        public var file, quote: String
        /// Where it begins, in Unicode code points.
        public var start: Int
        /// A statement from its parts.
        public init(file: String, quote: String, start: Int) {
            self.file = file
            self.quote = quote
            self.start = start
        }
    }
}

/// A figure with the ground it speaks of.
public struct StatedFigure: Hashable, Sendable {
    /// Where it stands.
    public var statement: Contradiction.Statement
    /// The figure as a claim.
    public var claim: Claim
    /// A figure from its parts.
    public init(statement: Contradiction.Statement, claim: Claim) {
        self.statement = statement
        self.claim = claim
    }
}

/// Finds contradictions.
public enum Contradictions {
    /// Pairs of figures that cannot both hold, and denials of ground that another figure says is held.
    ///
    /// Two figures are held against each other when they speak of the same measure of the same side's ground in the same
    /// place at the same time; or when their times make both impossible: more held on a day than the most of a time with
    /// that day in it. A figure and its change never are.
    public static func find(_ figures: [StatedFigure], denials: [Denial]) -> [Contradiction] {
        var found: [Contradiction] = []
        for (i, a) in figures.enumerated() {
            for b in figures[(i + 1)...] where isSameGround(a.claim, b.claim) {
                // The intervals that a map is held against: "up to" of a peak is about it here too.
                let (x, y) = (a.claim.checkedInterval.si, b.claim.checkedInterval.si)
                guard !x.overlaps(y), isOneTime(a.claim, b.claim, x.low > y.high) else { continue }
                let isBorderline = x.missesByAHair(y)
                let subject = [a.claim.subject.holder, a.claim.subject.region].compactMap(\.self).joined(
                    separator: " in ")
                let miss =
                    isBorderline ? "miss each other by less than 1 %" : "do not meet"
                var contradiction = Contradiction(
                    first: a.statement, second: b.statement,
                    reason:
                        "both speak of \(subject.isEmpty ? "the same ground" : subject), and their ranges \(miss)"
                )
                contradiction.isBorderline = isBorderline
                if !found.contains(contradiction) { found.append(contradiction) }
            }
            for denial in denials {
                guard a.claim.subject.holder == denial.holder, let region = a.claim.subject.region,
                    denial.regions.contains(region), a.claim.checkedInterval.si.low > 0,
                    a.claim.kind == .area,
                    denial.measure == .held || denial.measure == a.claim.measure
                else { continue }
                found.append(
                    Contradiction(
                        first: a.statement, second: denial.statement,
                        reason:
                            "the one counts ground of \(denial.holder) in \(region), the other says there is none"
                    ))
            }
        }
        return found
    }

    /// Whether two figures are said of the same quantity of the same ground.
    private static func isSameGround(_ a: Claim, _ b: Claim) -> Bool {
        a.kind == b.kind && a.subject.holder == b.subject.holder && a.subject.region == b.subject.region
            && a.subject.id == b.subject.id && a.of == b.of && a.from == b.from && a.to == b.to
            && isContested(a) == isContested(b)
    }

    /// Whether a figure is of ground that nobody holds.
    private static func isContested(_ claim: Claim) -> Bool {
        (claim.counting ?? claim.worded) == Counting([.contested])
    }

    /// Whether two figures of the same ground, which do not meet, cannot both hold by what they say and of when.
    ///
    /// - Parameter isMore: whether the first says more than the second.
    private static func isOneTime(_ a: Claim, _ b: Claim, _ isMore: Bool) -> Bool {
        guard let x = span(a), let y = span(b) else {
            return span(a) == nil && span(b) == nil && a.measure == b.measure
        }
        let (more, less) = isMore ? (a, b) : (b, a)
        let (wide, narrow) = isMore ? (x, y) : (y, x)
        switch (more.measure, less.measure) {
        // Of one day, or one all through a time and the other in it.
        case (.held, .held): return x.overlaps(y)
        // On a day of that time more than the most; through that time less than the least.
        case (.held, .peak), (.lowest, .held): return wide.overlaps(narrow)
        // A most or a least that lies within the time of which the other speaks.
        case (.peak, .held): return less.period != nil && narrow.contains(wide)
        case (.held, .lowest): return more.period != nil && wide.contains(narrow)
        case (.peak, .peak): return narrow.contains(wide)
        case (.lowest, .lowest): return wide.contains(narrow)
        default: return more.measure == less.measure && x == y
        }
    }

    private static func span(_ claim: Claim) -> ClosedRange<CalendarDate>? {
        claim.period ?? claim.asOf.map { $0...$0 }
    }

    /// Dates of a text that lie outside the time a scenario knows while the same month of another year lies
    /// in it: a slip of the year.
    public static func dateNotes(in text: ArticleText, scenario: Scenario, isNamedNear: (Int) -> Bool) -> [(
        date: PrintedDate, note: String
    )] {
        let spans =
            scenario.claims.compactMap(\.period)
            + scenario.features.filter { $0.role == .control }.compactMap { $0.date.map { $0...$0 } }
        guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
            return []
        }
        return text.dates.compactMap { date in
            guard let span = date.span, isNamedNear(date.start) else { return nil }
            // Far outside: a season before or after is no slip.
            guard span.upperBound.days(to: first) > 180 || last.days(to: span.lowerBound) > 180 else {
                return nil
            }
            for year in first.components.year...last.components.year where year != date.year {
                var moved = date
                moved.year = year
                if let other = moved.span, other.overlaps(first...last) {
                    return (
                        date,
                        "“\(date.text)”: \(scenario.title ?? scenario.file) knows this ground from \(first) to \(last); was \(year) meant?"
                    )
                }
            }
            return nil
        }
    }
}

extension ClosedRange where Bound == CalendarDate {
    /// Whether all of another span lies in this one.
    fileprivate func contains(_ other: Self) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
