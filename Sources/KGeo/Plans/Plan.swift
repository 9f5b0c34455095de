// What is measured for a figure of a text: a claim, and the region whose ground it is held against.

package import KGeoCore

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
    /// What is asked of the ground, beside how large it is; nil: nothing.
    package var question: Question?

    /// What is asked of ground beside its size.
    package enum Question: Hashable, Sendable {
        /// How many of the places that the gazetteer knows lie in it.
        case settlements
        /// How far its front came towards a place.
        case approach(Place)
    }

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

    /// What is done on the maps: `held`, `gained`, `share, held`, `rate, net`, `settlements, gained`, `approach` …
    package var operation: String {
        switch question {
        case .settlements: return "settlements, \(claim.measure.rawValue)"
        case .approach: return "approach"
        case nil: break
        }
        return claim.kind == .area
            ? claim.measure.rawValue : "\(claim.kind.rawValue), \(claim.measure.rawValue)"
    }
}

extension Plan {
    /// The day, or the last day, that it speaks of.
    var day: CalendarDate? { claim.asOf ?? claim.period?.upperBound }
}
