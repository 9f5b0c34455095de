// How far a front came towards a place: how much nearer its ground lies, and how far it moved on the way there.

package import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// The movement of a front towards a place from one map to another.
package struct FrontApproach: Hashable, Sendable {
    /// How far from the way between the front as it was and the place ground counts as on it, in m.
    package static let reach = 10_000.0

    /// How far the place was from the ground of the earlier and of the later map, in m; 0 where it lies in it.
    package var before, after: Double
    /// How much nearer the ground came, in m with its error; less than 0 where it moved away.
    package var nearer: MeasuredValue
    /// The greatest way forward from the front as it was, of ground within reach of the way to the place, in m with its
    /// error; nil where nothing was gained there.
    package var forward: MeasuredValue?

    /// The movement between two maps of one side's ground; nil where the place lay in the ground already, or there was
    /// none.
    ///
    /// Each end of a way has the error of the line that it lies on. The place is the same on both maps, so that its own
    /// error falls out.
    ///
    /// - Throws: a problem when the two cannot be laid over each other.
    package init?(
        towards place: Coordinate, from old: ControlAreaMeasurement, to new: ControlAreaMeasurement
    ) throws(Problem) {
        func way(_ ground: ControlAreaMeasurement) -> DistanceMeasurement? {
            Measuring.distance(.multiPolygon(MultiPolygon(ground.polygons)), .point(Positions([place])))
        }
        guard let was = way(old), let now = way(new), was.metres > 0 else { return nil }
        (before, after) = (was.metres, now.metres)
        let (first, second) = (OutlineIndex(old), OutlineIndex(new))
        func end(_ foot: Coordinate, _ outline: OutlineIndex) -> UncertainEnd {
            let edge = outline.nearest(to: foot)
            return UncertainEnd(sigma: edge?.totalSigma ?? 0, isFixed: edge?.isBorder ?? true)
        }
        func value(_ metres: Double, _ ends: [UncertainEnd]) -> MeasuredValue {
            var value = MeasuredValue(
                metres: metres, ends: ends, isAssumed: old.value.boundaryErrorAssumed)
            value.errorClass = old.value.errorClass
            return value
        }
        // Where the nearest place is the same one, nothing is known to have moved.
        let isSame = was.from == now.from
        nearer = value(
            was.metres - now.metres, isSame ? [] : [end(was.from, first), end(now.from, second)])
        nearer.isSigned = true
        guard let change = try GroundChange(from: old.polygons, to: new.polygons), !change.gained.isEmpty
        else { return }
        let line = Geometry.lineString(LineString([was.from, place]))
        let corridor = try Buffering.buffer(line, metres: Self.reach)
        let pieces = try RegionCutter([corridor.polygons]).cut(change.gained).pieces
        let own = pieces.first { $0.region == 0 }?.polygons ?? []
        let front = try BorderLine(.multiPolygon(MultiPolygon(old.polygons)))
        guard let depth = GroundDepth(of: own, past: front, tolerance: 0) else { return }
        forward = value(depth.metres, [end(depth.foot.from, first), end(depth.foot.to, second)])
        forward?.foot = depth.foot
    }
}
