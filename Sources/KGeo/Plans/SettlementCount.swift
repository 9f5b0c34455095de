// How many settlements lie in some ground, as far as the gazetteer knows them.

package import KGeoArticle
internal import KGeoAtlas
internal import KGeoClaims
internal import KGeoControl
package import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// The places of the gazetteer in some ground. It knows those of 500 people and more, so that there may be any number of
/// others: the least number is known, and no greatest.
package struct SettlementCount: Hashable, Sendable {
    /// The fewest people of a place that the gazetteer has.
    package static let fewestPeople = 500
    /// Those that lie in the ground, whatever their coordinates and the drawn line may be off; the largest first.
    package var inside: [String]
    /// Those that lie so near its outline that they may be in it or not.
    package var atEdge: [String]
    /// What that says of the number in the text: more than it says are known, or at least as many as it says; nil where
    /// the settlements that are not known decide.
    package var verdict: Verdict?

    /// How many there are at least.
    package var least: Int { inside.count }

    /// The places in the ground that surely counts, and in all that may.
    ///
    /// - Parameters:
    ///   - places: those of the countries that it may lie in.
    ///   - claim: the number of settlements, as an area of as many square kilometres.
    init(
        of places: [AtlasPlace], in ground: ControlAreaMeasurement, atMost widest: ControlAreaMeasurement,
        claim: Claim
    ) throws(Problem) {
        let sorted = places.sorted { ($0.population ?? 0, $1.key) > ($1.population ?? 0, $0.key) }
        let (sure, most) = (try Ground(ground), try Ground(widest))
        (inside, atEdge) = ([], [])
        // Each place by itself: two villages may have one name.
        for place in sorted {
            if sure.holds(place.coordinate) == .inside {
                inside.append(place.name)
            } else if most.holds(place.coordinate) != .outside {
                atEdge.append(place.name)
            }
        }
        let said = claim.checkedInterval.said
        if Double(inside.count) > said.high {
            verdict = .understated
        } else if said.high == .infinity, Double(inside.count) >= said.low {
            verdict = .consistent
        }
    }

    /// Ground that places are looked for in.
    private struct Ground {
        private let cutter: RegionCutter?
        private let outline: EdgeIndex
        private let reach: Double

        enum Place { case inside, edge, outside }

        init(_ ground: ControlAreaMeasurement) throws(Problem) {
            cutter = ground.polygons.isEmpty ? nil : try RegionCutter([ground.polygons])
            outline = EdgeIndex(
                EdgeIndex.edges(of: .multiPolygon(MultiPolygon(ground.polygons)), owner: 0))
            let line = ground.outline.unitSigma * ground.outline.factor
            let maker = ground.outline.makerSigma
            let own = AtlasPlace.coordinateError
            // Two standard deviations of the place, of the line and of what mapmakers differ by.
            reach = 2 * (own * own + line * line + maker * maker).squareRoot()
        }

        func holds(_ place: Coordinate) -> Place {
            guard let cutter else { return .outside }
            if outline.comes(within: reach, of: place) { return .edge }
            return cutter.region(of: place) == nil ? .outside : .inside
        }
    }
}

extension Planner {
    /// What is measured for a number of settlements: the ground in which they lie, and which of the gazetteer's do.
    package func plan(_ read: ReadCount, number: Int) -> Result<Plan, Unlinked> {
        guard read.reading.isCheckable else {
            return .failure(Unlinked(read.reading.whyNot ?? "it has no reading"))
        }
        guard gazetteer != nil else { return .failure(Unlinked("no places are at hand")) }
        guard let measure = read.reading.measure, [.held, .gained, .lost].contains(measure) else {
            return .failure(Unlinked("settlements are counted in ground that is held, gained or lost"))
        }
        guard let figure = read.count.asArea(measure) else { return .failure(Unlinked("it has no number")) }
        return plan(figure, read.reading, number: number).map { plan in
            var plan = plan
            (plan.question, plan.beside) = (.settlements, [])
            return plan
        }
    }
}

extension ExtractedCount {
    /// The number as an area of as many square kilometres, so that it has an interval like any figure.
    fileprivate func asArea(_ measure: ClaimMeasure) -> ExtractedClaim? {
        guard let unit = MeasureUnit.named("km2") else { return nil }
        func printed(_ value: Double) -> PrintedNumber { PrintedNumber(value: value, step: 1) }
        let numbers = high.isInfinite || high == low ? [printed(low)] : [printed(low), printed(high)]
        return ExtractedClaim(
            kind: .area, measure: measure, numbers: numbers, unit: unit,
            qualifier: high.isInfinite ? .atLeast : qualifier, quote: quote, start: start, end: end,
            isVague: isVague)
    }
}
