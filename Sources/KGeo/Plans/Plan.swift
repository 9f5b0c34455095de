// What is measured for a figure of a text: a claim, and the region whose ground it is held against.

package import KGeoCore
package import KGeoVerdict

/// What is measured for a figure. It names no map: every mapmaker at hand is measured by the same plan.
package struct Plan: Hashable, Sendable {
    /// The figure as a claim: its numbers and words are those of the text, its ground and time those of the reading.
    package var claim: Claim
    /// The region that the ground is cut by.
    package var region: Region?
    /// Whether a share is of that same region.
    package var isShareOfRegion = false
    /// The places that distances run from or to.
    package var places: [Place] = []
    /// Whether the border between the two countries is one of the ends.
    package var hasBorder = false
    /// Whether any map is needed: not for the way between two places.
    package var needsMaps = true
    /// What is measured with it and stands beside it, without a verdict of its own.
    package var beside: [Plan] = []
    /// Of a share of a pocket at its largest, what gives that size on the maps of a maker; else none.
    package var peak: [Plan] = []

    /// A place of the gazetteer.
    package struct Place: Hashable, Sendable {
        /// What the text calls it, which is its id on the map.
        package var name: String
        /// As it can be typed so that it means this place alone.
        package var text: String
        /// Where it is.
        package var coordinate: Coordinate
        /// The code of the country it lies in.
        package var country: String
    }

    /// Whether it is the length of a front, at several rulers.
    package var isFront: Bool { claim.kind == .length }

    /// What plans have in common that are measured together.
    struct Context: Hashable {
        var region: Region?
        var places: [Place]
        var hasBorder, isFront: Bool
    }

    var context: Context {
        Context(region: region, places: places, hasBorder: hasBorder, isFront: isFront)
    }

    /// A region by its names.
    package struct Region: Hashable, Sendable {
        /// As it can be typed: names joined by semicolons, or a file with a name.
        package var text: String
        /// The codes of the countries it lies in; empty for an outline of a file.
        package var countries: Set<String>
        /// Of the ground near a place, that place.
        package var around: Place?
    }

    /// A plan from its claim.
    package init(_ claim: Claim, in region: Region?) { (self.claim, self.region) = (claim, region) }

    /// What is done on the maps: `held`, `gained`, `share, held`, `rate, net` …
    package var operation: String {
        claim.kind == .area ? claim.measure.rawValue : "\(claim.kind.rawValue), \(claim.measure.rawValue)"
    }
}

/// What the maps of one maker say by a plan.
package struct PlanAnswer: Hashable, Sendable {
    /// Who drew them.
    package var maker: String
    /// The folder or file they come from.
    package var path: String
    /// What was found.
    package var finding: Finding
    /// The files of the map that is printed, where each has a day of its own.
    package var file: String?
    /// What measures the same again, as it can be typed; nil where nothing does.
    package var command: String?
    /// What was measured with it, without a verdict.
    package var beside: [Beside] = []
    /// The plan that was asked in the place of the figure's own; nil where that was.
    package var instead: Plan?
    /// Of a share of the whole country: whether ground and whole both count Crimea, or neither does; nil for others.
    package var crimea: Crimea?

    /// Whether a share counts Crimea.
    package enum Crimea: String, Sendable { case both, neither }

    /// A number beside a figure.
    package struct Beside: Hashable, Sendable {
        /// What was measured.
        package var plan: Plan
        /// What was found; its verdict is of no figure.
        package var finding: Finding
    }

    /// What a maker's maps say, from its parts.
    package init(maker: String, path: String, finding: Finding) {
        (self.maker, self.path, self.finding) = (maker, path, finding)
    }

    /// The days of the maps that decide, earliest first.
    package var days: [CalendarDate] {
        var days: Set<CalendarDate> = []
        for row in finding.definitions {
            days.formUnion(row.days.flatMap { [$0.fromDate, $0.date] }.compactMap(\.self))
            days.formUnion([row.measured?.fromDate, row.measured?.date].compactMap(\.self))
        }
        return days.sorted()
    }
}

extension [PlanAnswer] {
    /// The verdict over all makers, as worded where the words say what they count; nil where nothing was asked.
    package var overall: OverallVerdict? {
        isEmpty
            ? nil
            : OverallVerdict(
                map { $0.finding.verdictAsWorded ?? $0.finding.verdict }, otherwise: .dependsOnSource)
    }
}
