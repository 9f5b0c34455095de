// Distances between features, and how far a ground reaches past a border.

internal import KGeoControl
internal import KGeoCore
internal import KGeoMeasure
internal import KGeoScenario

extension ClaimChecker {
    /// One end of a distance on a map.
    private struct End {
        var geometry: Geometry
        var features: [Int] = []
        var name: String?
        var isAssumed = false
        /// Standard deviation, in m, from what the map states beside its outline.
        var shift = 0.0
        /// How well it is known near a place.
        var sigma: (Coordinate) -> UncertainEnd
    }

    func distance(_ claim: Claim) throws(Stop) -> Quantity {
        let ids = [claim.from, claim.to]
        let named = try ids.compactMap(\.self).map { id throws(Stop) -> ScenarioFeature in
            try drawn(id)
        }
        // With one end given, the other is the subject's ground.
        let subject = named.count == 1 ? try ground(of: claim.subject).features : []
        let all = named + subject
        let control = all.filter { $0.role == .control }
        let others = all.filter { $0.role != .control && $0.date != nil }
        // A control area that is named is meant as drawn; those of a subject are counted by status.
        let isDrawnAsItIs = !subject.contains { $0.role == .control }
        return Quantity(
            ground: ClaimGround(control.isEmpty ? (others.isEmpty ? all : others) : control),
            isDrawnAsItIs: isDrawnAsItIs
        ) {
            [self] map, counting throws(Stop) in
            var ends: [End] = []
            for id in ids {
                if let id, let feature = named.first(where: { $0.id == id }) {
                    ends.append(try end(feature, on: map))
                } else {
                    var ground = try end(subject, on: map, counting)
                    ground.shift = try shift(of: subject, on: map, counting, claim.subject)
                    ends.append(ground)
                }
            }
            guard let measured = Measuring.distance(ends[0].geometry, ends[1].geometry) else {
                throw .notCheckable("one of the ends has no geometry")
            }
            var value = MeasuredValue(
                metres: measured.metres,
                ends: [ends[0].sigma(measured.from), ends[1].sigma(measured.to)]
                    + ends.map { UncertainEnd(sigma: $0.shift, isFixed: true) },
                isAssumed: ends.contains(where: \.isAssumed))
            value.features = ends.flatMap(\.features)
            var foot = MeasuredValue.Foot(from: measured.from, to: measured.to)
            (foot.fromName, foot.toName) = (ends[0].name, ends[1].name)
            value.foot = foot
            return value
        }
    }

    /// The feature of an id, which must have a geometry.
    func drawn(_ id: String) throws(Stop) -> ScenarioFeature {
        let feature = try feature(id)
        guard !(feature.geometry?.allCoordinates.isEmpty ?? true) else {
            throw .notCheckable("\"\(id)\" has no geometry, so there is no distance from it")
        }
        return feature
    }

    /// A feature that is named as an end.
    private func end(_ feature: ScenarioFeature, on map: DatedMap) throws(Stop) -> End {
        if let date = map.date, feature.date != nil, !feature.spans(date) {
            throw .notCheckable("\(name(feature)) is not drawn on \(date)")
        }
        guard feature.role == .control else {
            let sigma = UncertainEnd(sigma: feature.sigma ?? 0, isFixed: true)
            return End(geometry: feature.geometry ?? .collection([]), name: name(feature)) { _ in sigma }
        }
        return try end(of: [feature], on: map, name(feature))
    }

    /// The subject's ground as an end.
    private func end(
        _ subject: [ScenarioFeature], on map: DatedMap, _ counting: Counting
    ) throws(Stop) -> End {
        guard subject.contains(where: { $0.role == .control }) else {
            let sigma = UncertainEnd(sigma: subject.compactMap(\.sigma).max() ?? 0, isFixed: true)
            return End(geometry: .collection(subject.compactMap(\.geometry))) { _ in sigma }
        }
        let numbers = Set(subject.map(\.index))
        var own = map
        own.features = map.features.filter { numbers.contains($0.index) }
        _ = try surface(own, counting, "distance")
        return try end(of: counted(own, counting).features, on: map, nil)
    }

    private func shift(
        of ground: [ScenarioFeature], on map: DatedMap, _ counting: Counting, _ subject: Subject
    ) throws(Stop) -> Double {
        let numbers = Set(ground.map(\.index))
        var own = map
        own.features = map.features.filter { numbers.contains($0.index) }
        let counted = counted(own, counting)
        return shift(of: try measure(counted.features, on: map.date), counting, subject, own)
    }

    private func end(
        of features: [ScenarioFeature], on map: DatedMap, _ name: String?
    ) throws(Stop) -> End {
        let ground = try measure(features, on: map.date)
        let outline = OutlineIndex(ground)
        return End(
            geometry: .multiPolygon(MultiPolygon(ground.polygons)), features: features.map(\.index),
            name: name, isAssumed: ground.value.boundaryErrorAssumed
        ) { [self] place in end(place, outline) }
    }

    // MARK: Depth

    func depth(_ claim: Claim) throws(Stop) -> Quantity {
        let named = try claim.from.map { id throws(Stop) -> ScenarioFeature in
            let border = try feature(id)
            guard let geometry = border.geometry, !geometry.lines.isEmpty || !geometry.polygons.isEmpty else {
                throw .notCheckable("a depth is measured from a line or an outline, and \"\(id)\" is neither")
            }
            return border
        }
        return quantity(try ground(of: claim.subject)) { [self] map, counting throws(Stop) in
            let (ground, features) = try surface(map, counting, "depth")
            let border: ScenarioFeature
            if let named { border = named } else { border = try nearestBorder(of: ground, on: map) }
            let tolerance = tolerance(ground, border)
            let line: BorderLine
            do throws(Problem) {
                line = try BorderLine(border.geometry ?? .collection([]))
            } catch { throw failure(error) }
            guard let depth = GroundDepth(of: ground.polygons, past: line, tolerance: 0) else {
                throw .notCheckable("\(name(border)) has no line to measure from")
            }
            guard depth.otherMetres <= tolerance else {
                throw .notCheckable(
                    "the ground lies on both sides of \(name(border)): \(Figures.length(depth.metres)) on one, \(Figures.length(depth.otherMetres)) on the other"
                )
            }
            var value = MeasuredValue(
                metres: depth.metres,
                ends: [
                    end(depth.foot.to, OutlineIndex(ground)),
                    UncertainEnd(sigma: border.sigma ?? 0, isFixed: true),
                    UncertainEnd(sigma: shift(of: ground, counting, claim.subject, map), isFixed: true),
                ], isAssumed: ground.value.boundaryErrorAssumed)
            value.features = features
            value.foot = depth.foot
            value.foot?.fromName = name(border)
            return value
        }
    }

    /// How far apart ground and border may be drawn and still touch, in m: 200 m, or three standard deviations
    /// of either.
    private func tolerance(_ ground: ControlAreaMeasurement, _ border: ScenarioFeature) -> Double {
        let line = ground.value.boundaryErrorMetres ?? ground.value.sigmaUnitMetres
        return max(ControlAreaMeasurer.borderReach, 3 * line, 3 * (border.sigma ?? 0))
    }

    /// The reference feature nearest to a ground's outline, if it touches one: of several a line before the
    /// outline of a surface, since an advance is told from a border.
    private func nearestBorder(
        of ground: ControlAreaMeasurement, on map: DatedMap
    ) throws(Stop) -> ScenarioFeature {
        func outline(_ geometry: Geometry) -> Geometry {
            .multiLineString(
                geometry.lines.isEmpty
                    ? geometry.polygons.flatMap(\.rings).map { LineString($0.positions) } : geometry.lines)
        }
        let own = outline(.multiPolygon(MultiPolygon(ground.polygons)))
        let touching = scenario.features.compactMap {
            border -> (border: ScenarioFeature, isLine: Bool, metres: Double)? in
            guard border.role == .reference, let geometry = border.geometry,
                map.date.map({ border.date == nil || border.spans($0) }) ?? true,
                let distance = Measuring.distance(own, outline(geometry)),
                distance.metres <= tolerance(ground, border)
            else { return nil }
            return (border, !geometry.lines.isEmpty, distance.metres)
        }
        let nearest = touching.min {
            $0.isLine != $1.isLine ? $0.isLine : $0.metres < $1.metres
        }
        guard let nearest else {
            throw .notCheckable(
                "the ground touches no reference feature of the map; name one in from, as the line past which the advance is told"
            )
        }
        return nearest.border
    }
}
