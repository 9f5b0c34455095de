// What a second drawing of a line adds by itself to the error of a change.

internal import KGeoCore
internal import KGeoMeasure

/// The error of ground between two lines from their having been drawn twice.
///
/// One field displaces both lines, so that two that nearly coincide err together; but a mapmaker does not draw a line twice
/// alike. What a piece between the two is wide may be that alone, up to the standard deviation of two drawings, along
/// its length in an arc of the line's correlation length, 5 km at most. So it grows with the difference of the two lines, from 0 where they are one.
enum Redraw {
    /// How much of a line's σ its being drawn anew can be: quiet fronts have 529 m from one mapmaker to another and
    /// 250 m from one drawing to the next.
    private static let share = 0.5

    /// σ with which a line is drawn anew, in m.
    private static func sigma(_ edge: OutlineError.Edge) -> Double {
        min(ErrorSettings.redrawSigma, share * edge.sigma)
    }

    /// Standard error of the ground that was gained or lost, in m²: that of its pieces, each by itself.
    static func u(of ground: ControlAreaMeasurer.Drawing) -> Double {
        var rings = ground.rings[...]
        var variance = 0.0
        for (number, polygon) in ground.polygons.enumerated() {
            let own = rings.prefix(polygon.rings.count)
            rings = rings.dropFirst(polygon.rings.count)
            let drawn = drawing(own)
            guard drawn.metres > 0 else { continue }
            // Two lines of half the outline each, and between them the area.
            let metres = drawn.metres / 2
            let area = ground.pieceAreas?[number] ?? Measuring.area(of: polygon)
            let width = min(max(0, area.geodesicSquareMetres) / metres, (2 * drawn.square).squareRoot())
            let u = OutlineError.arcError(
                [(metres, width)],
                correlationLength: min(ground.correlationLength, ErrorSettings.defaultCorrelationLength))
            variance += u * u
        }
        return variance.squareRoot()
    }

    /// Length of what a map has drawn of some rings, in m, and the mean of σ² along it, in m².
    private static func drawing(
        _ rings: some Sequence<OutlineError.OutlineRing>
    ) -> (metres: Double, square: Double) {
        var (metres, sum) = (0.0, 0.0)
        for ring in rings {
            var from = ring.start
            for edge in ring.edges {
                if edge.sign != 0 {
                    let length = Measuring.distance(from, edge.end)
                    metres += length
                    sum += length * sigma(edge) * sigma(edge)
                }
                from = edge.end
            }
        }
        return (metres, metres > 0 ? sum / metres : 0)
    }
}
