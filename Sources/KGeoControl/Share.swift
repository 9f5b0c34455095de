// What part of one ground another covers, and what of that other lies outside.

internal import GEOSKit
public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// A part laid over a whole.
public struct GroundShare: Hashable, Sendable {
    /// The part and the whole, each dissolved.
    public var part, whole: ControlAreaMeasurement
    /// The part inside the whole, and outside it.
    public var covered, outside: ControlAreaMeasurement
    /// The share of the whole that the part covers, with the errors of both; nil for a whole without area.
    public var share: MeasuredValue?

    /// How far covered + outside may be from the part, and covered + the rest from the whole, relative to the
    /// larger, with edges straight in longitude and latitude. In that model parts add up exactly; rounding stays
    /// a hundred times below.
    public static let conservationTolerance = 1e-9
}

extension ControlAreaMeasurer {
    /// The share of a whole that a part covers.
    ///
    /// The outline of what is covered has the σ of the part where the part ends it, and that of the whole where
    /// the whole does.
    ///
    /// - Parameters:
    ///   - part: the part's features, whose σ is that of this measurer where they give none.
    ///   - whole: the whole's; they must give a σ.
    /// - Throws: `topology` for ground around a pole, which no plane holds; `geos` when the overlay fails or area
    ///   gets lost in it.
    public func share(of part: [ControlPart], in whole: [ControlPart]) throws(Problem) -> GroundShare {
        let (a, b) = (try measure(part), try measure(whole))
        let view = PlanarView(a.polygons + b.polygons)
        guard !a.isLeftApart, !b.isLeftApart, !view.isPolar else {
            throw Problem(
                .topology, "ground around a pole cannot be laid over other ground",
                hint: "cut both along a meridian into parts that do not go around it")
        }
        let context = try Context()
        let x = try Shape(polygons: Array(view.polygons.prefix(a.polygons.count)), in: context)
        let y = try Shape(polygons: Array(view.polygons.dropFirst(a.polygons.count)), in: context)
        let covered = try x.intersection(y).shape.polygons()
        let outside = try x.difference(y).shape.polygons()
        let rest = try y.difference(x).shape.polygons()
        func squareMetres(_ polygons: [Polygon]) -> Double { Measuring.area(of: polygons).lonlatSquareMetres }
        let (inside, out, other) = (squareMetres(covered), squareMetres(outside), squareMetres(rest))
        for (name, sum, drawn) in [
            ("the part", inside + out, a.area.lonlatSquareMetres),
            ("the whole", inside + other, b.area.lonlatSquareMetres),
        ] {
            guard abs(sum - drawn) <= GroundShare.conservationTolerance * max(sum, drawn) else {
                throw Problem(
                    .geos,
                    "ground got lost in the overlay: \(name) has \(drawn / 1e6) km², its pieces \(sum / 1e6) km²",
                    remedy: "check both maps with \(.validate); a repaired map may overlay")
            }
        }
        var result = GroundShare(
            part: a, whole: b, covered: measure(covered, drawnBy: part + whole),
            outside: measure(outside, drawnBy: part + whole))
        if b.value.value > 0 {
            result.share = result.covered.value.divided(by: b.value.value, u: b.value.u)
        }
        return result
    }
}
