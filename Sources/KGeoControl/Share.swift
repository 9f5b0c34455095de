// What part of one ground another covers, and what of that other lies outside.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoOverlay
internal import KGeoSurface

/// A part laid over a whole.
public struct GroundShare: Hashable, Sendable {
    /// The part and the whole, each dissolved.
    public var part, whole: ControlAreaMeasurement
    /// The part inside the whole, and outside it.
    public var covered, outside: ControlAreaMeasurement
    /// The share of the whole that the part covers, with the errors of both; nil for a whole without area.
    public var share: MeasuredValue?

}

extension ControlAreaMeasurer {
    private static var aroundPole: Problem {
        Problem(
            .topology, "ground around a pole cannot be laid over other ground",
            hint: "cut both along a meridian into parts that do not go around it")
    }

    /// The share of a whole that a part covers.
    ///
    /// The outline of what is covered has the σ of the part where the part ends it, and that of the whole where
    /// the whole does.
    ///
    /// - Parameters:
    ///   - part: the part's features, whose σ is that of this measurer where they give none.
    ///   - whole: the whole's; they must give a σ.
    /// - Throws: `topology` for ground around a pole, which no plane holds, and when a check of the overlay fails.
    public func share(of part: [ControlPart], in whole: [ControlPart]) throws(Problem) -> GroundShare {
        let (a, b) = (try measure(part), try measure(whole))
        let plane = try PlanarLayers([a.polygons, b.polygons])
        guard !a.isLeftApart, !b.isLeftApart, !plane.isPolar else {
            throw Self.aroundPole
        }
        let common: ExactOverlay.Comparison
        do throws(Problem) {
            common = try ExactOverlay.comparison(of: plane.layers[0], and: plane.layers[1])
        } catch {
            throw error.ofSurfaces
        }
        let (covered, outside) = (plane.settled(common.both), plane.settled(common.first))
        var drawn = (part: a.area, whole: b.area)
        var pieces = (covered: PieceAreas(covered), outside: PieceAreas(outside))
        let (inside, out, other) = (
            pieces.covered.sum.lonlatSquareMetres, pieces.outside.sum.lonlatSquareMetres,
            PieceAreas(plane.settled(common.second)).sum.lonlatSquareMetres
        )
        func lost() -> (name: String, drawn: Double, sum: Double)? {
            let perimeter = drawn.part.perimeterMetres + drawn.whole.perimeterMetres
            return [
                ("the part", drawn.part.lonlatSquareMetres, inside + out),
                ("the whole", drawn.whole.lonlatSquareMetres, inside + other),
            ].first { _, drawn, sum in
                abs(sum - drawn) > Dissolve.slack(max(sum, drawn), perimeter: perimeter)
            }
        }
        if lost() != nil {
            // What is too thin for an outline was overlaid all the same, along all of its edges.
            drawn.part.perimeterMetres = Measuring.area(of: a.polygons).perimeterMetres
            drawn.whole.perimeterMetres = Measuring.area(of: b.polygons).perimeterMetres
        }
        if let lost = lost() {
            throw Problem(
                .topology,
                "ground got lost in the overlay: \(lost.name) has \(lost.drawn / 1e6) km², its pieces \(lost.sum / 1e6) km²",
                remedy: "check both maps with \(.validate); a repaired map may overlay")
        }
        // What the part has alone and what both have is what a change from the part to the whole says of them; the share is of
        // what both have as a piece of the whole.
        guard
            let change = try GroundChange(
                from: a.polygons, to: b.polygons, oldArea: drawn.part, newArea: drawn.whole)
        else { throw Self.aroundPole }
        var ofWhole = pieces.covered
        ofWhole.makeUp(change.unchangedOfNew, of: b.area)
        pieces.covered.makeUp(change.unchangedGeodesic, of: a.area)
        pieces.outside.makeUp(change.lostArea.geodesicSquareMetres, of: a.area)
        let sigma = outliner.sigma(of: part + whole)
        var result = GroundShare(
            part: a, whole: b, covered: measure((covered, pieces.covered.areas), drawnBy: sigma),
            outside: measure((outside, pieces.outside.areas), drawnBy: sigma))
        if b.value.value > 0 {
            var covering = result.covered.value
            covering.value = ofWhole.sum.squareMetres(settings.edges)
            result.share = covering.divided(by: b.value.value, u: b.value.u)
        }
        return result
    }
}
