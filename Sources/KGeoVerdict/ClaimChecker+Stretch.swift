// The length of a line from one feature to another, along the line.

internal import KGeoControl
internal import KGeoCore
internal import KGeoScenario

extension ClaimChecker {
    /// Along some lines, between the features of two ids.
    func stretch(_ from: String, _ to: String, of lines: [ScenarioFeature]) throws(Stop) -> Quantity {
        let (first, last) = (try drawn(from), try drawn(to))
        return quantity(ClaimGround(lines)) { [self] map, _ throws(Stop) in
            let stretch = try cut(map.features).stretch(
                from: first.geometry ?? .collection([]), to: last.geometry ?? .collection([]))
            guard let stretch else { throw .notCheckable("the line has no position") }
            let own = sigma(of: map.features)
            let ends = try [(first, stretch.from), (last, stretch.to)].map {
                feature, end throws(Stop) -> UncertainEnd in
                let sigma = feature.sigma ?? 0
                // A line that stops short of a feature says nothing of the way to it.
                let reach = max(ControlAreaMeasurer.borderReach, 3 * (sigma + own))
                guard !end.isEndOfLine || end.metresOff <= reach else {
                    throw .notCheckable(
                        "the line ends \(Figures.length(end.metresOff)) from \(name(feature))")
                }
                return UncertainEnd(
                    sigma: sigma, weight: end.sine.map { 1 / max($0, Self.smallestSine) } ?? 1, isFixed: true)
            }
            var value = MeasuredValue(metres: stretch.metres, ends: ends, isAssumed: false)
            finish(&value, map.features)
            var foot = MeasuredValue.Foot(from: stretch.from.place, to: stretch.to.place)
            foot.fromName = place(stretch.from, near: first)
            foot.toName = place(stretch.to, near: last)
            value.foot = foot
            return value
        }
    }

    private func place(_ end: LineStretch.End, near feature: ScenarioFeature) -> String {
        end.metresOff < 1 ? name(feature) : "the place \(Figures.length(end.metresOff)) off \(name(feature))"
    }
}
