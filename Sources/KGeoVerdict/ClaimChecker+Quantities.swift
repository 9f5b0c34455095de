// What each kind of claim measures, and on which features.

internal import KGeoClaims
internal import KGeoControl
internal import KGeoCore
internal import KGeoScenario

extension ClaimChecker {
    /// What a claim speaks of, and how it is measured.
    func quantity(of claim: Claim) throws(Stop) -> Quantity {
        let kind = claim.kind
        if claim.isChange, !kind.rule.canChange {
            throw .notCheckable(
                "\"\(claim.measure.rawValue)\" is measured of an area, a share or a rate, not of a \(kind.rawValue)"
            )
        }
        // Left out in silence, it would be another claim that is checked.
        if let fault = kind.fault(ends: claim.ends) {
            throw .notCheckable("\(fault.message); \(fault.hint)")
        }
        if kind == .rate {
            guard claim.unit.dimension == .areaRate else {
                throw .notCheckable(
                    "a rate is measured of an area; how fast a length grows or an advance goes is not")
            }
            guard ![.peak, .lowest].contains(claim.measure) else {
                throw .notCheckable(
                    "a rate is measured over its whole period; its \(claim.measure.rawValue) would depend on how often the map was drawn"
                )
            }
        }
        switch kind {
        case .area, .share:
            let ground = try ground(of: claim.subject)
            guard !claim.isChange else { return quantity(ground, nil) }
            var quantity = quantity(ground) { [self] map, counting throws(Stop) in
                try ground.value(on: map, counting, of: claim.subject) { () throws(Stop) in
                    try area(map, counting, of: claim.subject)
                }
            }
            quantity.bare = { [self] map, counting throws(Stop) in
                do throws(Problem) { return try measurer.bareArea(counted(map, counting).features) } catch {
                    throw .problem(error)
                }
            }
            return quantity
        case .rate: return quantity(try ground(of: claim.subject), nil)
        case .length: return try length(claim)
        case .distance: return try distance(claim)
        case .depth: return try depth(claim)
        case .width:
            return try extent(claim, "width") { polygons, _ in GroundExtent.width(of: polygons) }
        case .extent:
            return try extent(claim, "extent") { polygons, _ in GroundExtent.greatest(of: polygons) }
        case .radius:
            let centre = try claim.from.map { id throws(Stop) in try place(id) }
            return try extent(claim, "radius", from: centre) { polygons, centre in
                centre.map { GroundExtent.reach(of: polygons, from: $0) } ?? GroundExtent.radius(of: polygons)
            }
        }
    }

    /// A quantity of features, whose statuses count when there are control areas among them.
    func quantity(
        _ ground: ClaimGround, _ value: ((DatedMap, Counting) throws(Stop) -> MeasuredValue)?
    ) -> Quantity {
        Quantity(ground: ground, isDrawnAsItIs: !ground.hasControl, value: value)
    }

    /// The features of a subject that have a surface.
    func ground(of subject: Subject) throws(Stop) -> ClaimGround {
        if let known = grounds[subject] { return known }
        let features = index.features(of: subject).filter { feature in
            // Nothing drawn is an area of 0; a line or a point is no area at all.
            feature.geometry.map { !$0.polygons.isEmpty || $0.allCoordinates.isEmpty } ?? true
        }
        guard !features.isEmpty else {
            let place = scenario.cutTo.map { " in \($0)" } ?? ""
            throw .notCheckable(
                subject == Subject()
                    ? "the map has no control area\(place)"
                    : "the map has no area of \(subject.label)\(place)"
            )
        }
        let ground = ClaimGround(features)
        grounds[subject] = ground
        return ground
    }

    /// The feature of an id.
    func feature(_ id: String) throws(Stop) -> ScenarioFeature {
        guard let feature = index.feature(id) else {
            throw .notCheckable("the map has no feature \"\(id)\"")
        }
        return feature
    }

    private func place(_ id: String) throws(Stop) -> ScenarioFeature {
        let feature = try feature(id)
        guard feature.geometry?.points.count == 1 else {
            throw .notCheckable("a radius is measured from one place, and \"\(id)\" is none")
        }
        return feature
    }

    /// The ground of a map under a definition, which must have a surface.
    func surface(
        _ map: DatedMap, _ counting: Counting, _ kind: String
    ) throws(Stop) -> (ground: ControlAreaMeasurement, features: [Int]) {
        let counted = counted(map, counting)
        let ground = try measure(counted.features, on: map.date)
        guard ground.area.lonlatSquareMetres > 0 else {
            let date = map.date.map { " of \($0)" } ?? ""
            let what = counted.features.contains { $0.role == .control } || counted.features.isEmpty
            throw .notCheckable(
                "there is no \(what ? scenario.words.label(counting) + " " : "")ground on the map\(date) whose \(kind) could be measured"
            )
        }
        return (ground, counted.features.map(\.index))
    }

    // MARK: Length

    private func length(_ claim: Claim) throws(Stop) -> Quantity {
        var subject = claim.subject
        if subject.id == nil, subject.role == nil { subject.role = claim.kind.rule.subject }
        let lines = index.features(of: subject).filter { !($0.geometry?.lines.isEmpty ?? true) }
        guard !lines.isEmpty else {
            guard let id = subject.id else {
                throw .notCheckable("the map has no line; \(.check) \(.lineFile) FILE brings one")
            }
            throw .notCheckable(
                index.feature(id) != nil
                    ? "\"\(id)\" is no line" as Wording
                    : "the map has no line \"\(id)\"; \(.check) \(.lineFile) FILE brings one")
        }
        if let from = claim.from, let to = claim.to { return try stretch(from, to, of: lines) }
        guard let inside = claim.inside else {
            return quantity(ClaimGround(lines)) { [self] map, _ throws(Stop) in
                let cut = try cut(map.features)
                let ends = map.features.count == 1 ? map.features[0].sigma ?? 0 : sigma(of: map.features)
                var value = MeasuredValue(
                    metres: cut.metres,
                    ends: cut.ends.map { _ in UncertainEnd(sigma: ends, isFixed: true) }, isAssumed: false)
                finish(&value, map.features)
                return value
            }
        }
        return quantity(try ground(of: inside)) { [self] map, counting throws(Stop) in
            // A line with dates counts on its days alone.
            let drawn = lines.filter { line in
                map.date.map { line.date == nil || line.spans($0) } ?? true
            }
            guard !drawn.isEmpty else {
                throw .notCheckable("the line is not drawn on \(map.date?.description ?? "this map")")
            }
            let counted = counted(map, counting)
            let ground = try measure(counted.features, on: map.date)
            let cut = try cut(drawn)
            let part: LineCut
            do throws(Problem) { part = try cut.inside(ground) } catch { throw failure(error) }
            let isReference = counted.features.allSatisfy { $0.role != .control }
            let own = sigma(of: drawn)
            let crossings = part.crossings.map {
                UncertainEnd(
                    sigma: $0.sigma, weight: 1 / max($0.sine, Self.smallestSine),
                    isFixed: isReference || $0.isBorder)
            }
            let ends = part.ends.map { _ in UncertainEnd(sigma: own, isFixed: true) }
            let shift = isReference ? 0 : shift(of: ground, counting, inside, map)
            let shifts = crossings.map { UncertainEnd(sigma: shift, weight: $0.weight, isFixed: true) }
            var value = MeasuredValue(
                metres: part.metres, ends: crossings + shifts + ends,
                isAssumed: ground.value.boundaryErrorAssumed)
            finish(&value, drawn)
            value.features = counted.features.map(\.index)
            return value
        }
    }

    /// Below this sine of the angle at which a line meets an outline (11.5°) the end of its part moves no further:
    /// two lines that run side by side would part somewhere.
    static let smallestSine = 0.2

    func finish(_ value: inout MeasuredValue, _ lines: [ScenarioFeature]) {
        value.features = lines.map(\.index)
        if lines.contains(where: \.isLowerBound) { value.bound = .lower }
    }

    /// The largest σ of some lines.
    func sigma(of lines: [ScenarioFeature]) -> Double { lines.compactMap(\.sigma).max() ?? 0 }

    func cut(_ lines: [ScenarioFeature]) throws(Stop) -> LineCut {
        do throws(Problem) {
            return try LineCut(union: lines.flatMap { $0.geometry?.lines ?? [] })
        } catch {
            throw failure(error)
        }
    }

    /// A failure of topology or GEOS, which belongs to the file.
    func failure(_ problem: Problem) -> Stop { .problem(problem.inFile(scenario.file)) }

    // MARK: Width, radius and extent

    private func extent(
        _ claim: Claim, _ word: String, from centre: ScenarioFeature? = nil,
        _ measure: @escaping ([Polygon], Coordinate?) -> GroundExtent?
    ) throws(Stop) -> Quantity {
        quantity(try ground(of: claim.subject)) { [self] map, counting throws(Stop) in
            let (ground, features) = try surface(map, counting, word)
            guard let extent = measure(ground.polygons, centre?.geometry?.points.first) else {
                throw .notCheckable("the ground is too large for a plane, so it has no \(word)")
            }
            let outline = OutlineIndex(ground)
            let shift = UncertainEnd(sigma: shift(of: ground, counting, claim.subject, map), isFixed: true)
            var ends = [end(extent.foot.to, outline), shift]
            if let centre {
                ends.append(UncertainEnd(sigma: centre.sigma ?? 0, isFixed: true))
            } else if claim.kind != .radius {
                ends += [end(extent.foot.from, outline), shift]
            }
            var value = MeasuredValue(
                metres: extent.metres, ends: ends, isAssumed: ground.value.boundaryErrorAssumed)
            value.features = features
            value.foot = extent.foot
            value.foot?.fromName = centre.map(name) ?? (claim.kind == .radius ? "its middle" : nil)
            return value
        }
    }

    /// By how much the outline would move, in m, to make the error that the map states of the whole area: what
    /// an outline cannot show of an area, it cannot show of a length either.
    func shift(
        of ground: ControlAreaMeasurement, _ counting: Counting, _ subject: Subject, _ map: DatedMap
    ) -> Double {
        guard ground.area.perimeterMetres > 0, map.features.contains(where: { $0.role == .control }) else {
            return 0
        }
        return scenario.statedError(of: counting, subject: subject, on: map.date)
            / ground.area.perimeterMetres
    }

    /// The end of a distance on an outline.
    func end(_ place: Coordinate, _ outline: OutlineIndex) -> UncertainEnd {
        let edge = outline.nearest(to: place)
        return UncertainEnd(sigma: edge?.totalSigma ?? 0, isFixed: edge?.isBorder ?? true)
    }

    /// What a message calls a feature.
    func name(_ feature: ScenarioFeature) -> String {
        feature.id.map { "\"\($0)\"" } ?? "the \(feature.role.rawValue) of feature \(feature.index)"
    }
}
