// What stands beside figures without a verdict: net beside what is gained, shares with and without Crimea, and the ground
// near a town.

internal import KGeoArticle
internal import KGeoAtlas
package import KGeoCore
internal import KGeoScenario
internal import KGeoSurface

extension Planner {
    /// The whole of which shares are taken with and without a part that is counted or not, by its code, and the rest.
    private static let wholes = (country: "UA", without: "UA-MAINLAND")

    /// Over so many days, at most, all maps are opened for the sum of what each gained on the one before.
    static let longestSum = 10

    /// What is measured with a plan of ground.
    func beside(_ plan: Plan) -> [Plan] {
        var other = Plan(plan.claim, in: plan.region)
        switch plan.claim.kind {
        case .area where plan.claim.measure == .gained || plan.claim.measure == .lost:
            other.claim.measure = .net
            guard plan.claim.measure == .gained, let period = plan.claim.period,
                period.lowerBound.days(to: period.upperBound) < Self.longestSum
            else { return [other] }
            // What was lost again in the meantime counts in the sum over the maps between.
            var sum = other
            sum.claim.measure = .total
            return [other, sum]
        case .share where [.held, .peak, .lowest, .mean].contains(plan.claim.measure):
            guard plan.isShareOfRegion, plan.region?.countries == [Self.wholes.country],
                let text = plan.region?.text, let found = try? atlas?.region(text),
                found.code == Self.wholes.country, let rest = try? ground([Self.wholes.without])
            else { return [] }
            other.region = rest.region
            other.claim.of = .areas(rest.denominators)
            other.isShareOfRegion = true
            return [other]
        default: return []
        }
    }

    /// How far ground may be from a town to be near it, in m.
    static let near = 30_000.0

    /// What is measured for orientation on a figure of ground near towns or along directions, or of a way towards a town:
    /// a plan for each that one place is called by. None of them bears a verdict.
    package func orientations(_ figure: ExtractedClaim, _ reading: Reading, number: Int) -> [Plan] {
        guard reading.obstacle == .surroundings, reading.regions.isEmpty, let measure = reading.measure,
            reading.holder != nil, reading.asOf != nil || reading.period != nil
        else { return [] }
        var claim = figure.claim(as: reading, number: number)
        if reading.kind == .depth, measure == .gained, reading.period != nil,
            let unit = MeasureUnit.named("km2")
        {
            // What was gained says between which maps the front moved.
            (claim.kind, claim.unit, claim.equivalent) = (.area, unit, nil)
            return places(reading.near).map { place in
                var plan = Plan(claim, in: nil)
                plan.question = .approach(place)
                return plan
            }
        }
        guard reading.kind == .area, [.held, .gained, .lost, .net].contains(measure) else { return [] }
        return places(reading.near).map { place in
            Plan(
                claim,
                in: Plan.Region(
                    text: "\(Int(Self.near / 1_000)) km around \(place.text)", countries: [place.country],
                    around: place))
        }
    }

    /// The places that some names mean; those that mean none or several are left out.
    private func places(_ names: [String]) -> [Plan.Place] {
        names.compactMap { try? place($0, prefersLargest: true) }
    }

    /// The ground near a place.
    func ground(around place: Plan.Place) throws(Problem) -> Ground {
        let circle = try Buffering.buffer(.point(Positions([place.coordinate])), metres: Self.near)
        let region = Plan.Region(
            text: "\(Int(Self.near / 1_000)) km around \(place.text)", countries: [place.country],
            around: place)
        return Ground(
            region: region,
            cutting: CuttingRegion(
                name: region.text, polygons: circle.polygons, knownLines: [],
                ownError: AtlasPlace.coordinateError),
            denominators: [])
    }
}

extension PlanAnswer {
    /// The same with Crimea counted in the ground and in the whole of a share, or in neither: a map that shows no ground
    /// there is held against the country without it.
    var countingCrimeaInBothOrNeither: PlanAnswer {
        guard let rest = beside.first(where: { $0.plan.isShareOfRegion }) else { return self }
        func ground(_ finding: Finding) -> (held: Double, whole: Double)? {
            finding.definitions.lazy.compactMap { row in
                guard let measured = row.measured, let whole = row.denominator else { return nil }
                return (measured.value * whole.squareMetres, whole.squareMetres)
            }.first
        }
        guard let all = ground(finding), let mainland = ground(rest.finding) else { return self }
        var result = self
        // All of it is held or none is.
        let isShown = all.held - mainland.held > (all.whole - mainland.whole) / 2
        result.crimea = isShown ? .both : .neither
        guard !isShown else { return result }
        (result.finding, result.instead) = (rest.finding, rest.plan)
        result.beside.removeAll { $0 == rest }
        return result
    }
}
