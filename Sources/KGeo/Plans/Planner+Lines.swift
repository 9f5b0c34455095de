// Plans of lengths: the whole front, how deep ground reaches past the border, how far places are from ground and border.

internal import KGeoArticle
internal import KGeoAtlas
internal import KGeoCore

extension Planner {
    /// The id of the border between the two countries on a map: that of its line in GeoData.
    package static let border = "border-ukraine-russia"

    /// What is measured for a length, or why nothing can be.
    func linePlan(_ claim: Claim, _ reading: Reading) -> Result<Plan, Unlinked> {
        do throws(Problem) {
            switch reading.kind {
            case .length: return try front(claim, reading)
            case .depth: return try depth(claim, reading)
            case .distance: return try distance(claim, reading)
            default:
                return .failure(Unlinked("a \(reading.kind.rawValue) is not measured on maps by itself"))
            }
        } catch {
            return .failure(Unlinked([error.message, error.hint].compactMap(\.self).joined(separator: ": ")))
        }
    }

    private func front(_ claim: Claim, _ reading: Reading) throws(Problem) -> Result<Plan, Unlinked> {
        guard reading.from == nil, reading.to == nil, !reading.regions.isEmpty, claim.asOf != nil else {
            return .failure(Unlinked("of the front only its whole length on a day is measured"))
        }
        var claim = claim
        claim.subject = Subject(role: .control)
        return .success(Plan(claim, in: try ground(reading.regions).region))
    }

    private func depth(_ claim: Claim, _ reading: Reading) throws(Problem) -> Result<Plan, Unlinked> {
        guard reading.from.map(ReadingEnd.init) == .border, !reading.regions.isEmpty else {
            return .failure(Unlinked("a depth is measured from the border alone"))
        }
        var claim = claim
        claim.measure = .held
        claim.from = Self.border
        var plan = Plan(claim, in: try ground(reading.regions).region)
        plan.hasBorder = true
        return .success(plan)
    }

    private func distance(_ claim: Claim, _ reading: Reading) throws(Problem) -> Result<Plan, Unlinked> {
        guard let from = reading.from.map(ReadingEnd.init), let to = reading.to.map(ReadingEnd.init) else {
            return .failure(Unlinked("a distance needs two ends"))
        }
        var plan = Plan(claim, in: nil)
        // Of a distance nothing is gained or lost.
        plan.claim.measure = .held
        plan.needsMaps = false
        plan.claim.subject = Subject()
        for (end, path) in [(from, \Claim.from), (to, \Claim.to)] {
            switch end {
            case .border:
                plan.hasBorder = true
                plan.claim[keyPath: path] = Self.border
            case .ground(let holder):
                plan.needsMaps = true
                plan.claim.subject = Subject(role: .control, holder: holder)
            case .place(let name):
                let place = try place(name)
                plan.places.append(place)
                plan.claim[keyPath: path] = place.name
            }
        }
        guard plan.claim.from != nil || plan.claim.to != nil else {
            return .failure(Unlinked("a distance between two grounds is not measured"))
        }
        // With one end named, the other is the ground.
        if plan.needsMaps, plan.claim.from == nil { (plan.claim.from, plan.claim.to) = (plan.claim.to, nil) }
        if !plan.needsMaps { (plan.claim.asOf, plan.claim.period) = (nil, nil) }
        return .success(plan)
    }

    /// The one place that a name means; of several those in the country that is fought over come first.
    ///
    /// - Parameter prefersLargest: of several that one is meant that has four times the people of any other.
    /// - Throws: a problem when nothing is called so, or several places are.
    func place(_ name: String, prefersLargest: Bool = false) throws(Problem) -> Plan.Place {
        guard let gazetteer, let atlas else {
            throw Problem(.input, "no place \(name) is at hand", hint: "GeoData was not found")
        }
        let all = try gazetteer.places(meantBy: name, regions: atlas)
        let near = all.filter { $0.country == "UA" }
        var found = near.isEmpty ? all : near
        if prefersLargest, found.count > 1,
            (found[0].population ?? 0) >= 4 * max(1, found[1].population ?? 0)
        {
            found = [found[0]]
        }
        guard let place = found.first else { throw Problem(.input, "no place is called \"\(name)\"") }
        let region = try place.region.flatMap { code throws(Problem) in try atlas.regions([code]).first }
        guard found.count == 1 else {
            throw Problem(
                .input, "\(found.count) places are called \"\(name)\", and nothing says which is meant")
        }
        return Plan.Place(
            name: name, text: region.map { "\(place.name), \($0.englishName)" } ?? place.name,
            coordinate: place.coordinate, country: place.country)
    }
}
