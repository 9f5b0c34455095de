// The pieces that a change consists of, and which of them may be nothing but a redrawn line.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// A piece of ground that was gained or lost.
public struct ChangePatch: Hashable, Sendable {
    /// Whether the later map has it; otherwise the earlier one.
    public var isGain: Bool
    /// Its outline, in degrees.
    public var polygon: Polygon
    /// Its area in m², and its perimeter in m.
    public var area: AreaMeasurement
    /// How thick a piece here must be somewhere to be more than a redrawn line, in m: 2·√(σ₁² + σ₂²)·k.
    public var thresholdMetres: Double
    /// Whether it is nowhere as thick as that.
    public var isNoise: Bool
}

extension ControlChange {
    /// The pieces of the change: gained ones first, each group by area, largest first.
    ///
    /// A piece is noise when no circle of the threshold's diameter fits into it: two drawings of one unmoved line, each
    /// off by its σ, leave such slivers. σ₁² + σ₂² is twice the mean of σ² along the piece's outline, half of which each
    /// map has drawn.
    ///
    /// - Parameter factor: k, 0 or more; with 0 nothing is noise.
    public func patches(factor: Double = 1) -> [ChangePatch] {
        Self.patches(gained, isGain: true, factor) + Self.patches(lost, isGain: false, factor)
    }

    private static func patches(
        _ ground: ControlAreaMeasurement, isGain: Bool, _ factor: Double
    ) -> [ChangePatch] {
        var rings = ground.outlineRings[...]
        var patches: [ChangePatch] = []
        for (number, polygon) in ground.polygons.enumerated() {
            let own = rings.prefix(polygon.rings.count)
            rings = rings.dropFirst(polygon.rings.count)
            let threshold = 2 * factor * (2 * meanSquare(own)).squareRoot()
            let area = ground.pieceAreas?[number] ?? Measuring.area(of: polygon)
            patches.append(
                ChangePatch(
                    isGain: isGain, polygon: polygon, area: area, thresholdMetres: threshold,
                    isNoise: isThinner(polygon, area, than: threshold)))
        }
        return patches.sorted { $0.area.geodesicSquareMetres > $1.area.geodesicSquareMetres }
    }

    /// The mean of σ² along rings, in m².
    private static func meanSquare(_ rings: some Sequence<OutlineError.OutlineRing>) -> Double {
        var (sum, length) = (0.0, 0.0)
        for ring in rings {
            var from = ring.start
            for edge in ring.edges {
                let metres = Measuring.distance(from, edge.end)
                // A class says how far another mapmaker's line may lie, not how far one's own does when drawn anew.
                let sigma = edge.isAssumed ? ErrorSettings.redrawSigma : edge.sigma
                sum += sigma * sigma * metres
                length += metres
                from = edge.end
            }
        }
        return length > 0 ? sum / length : 0
    }

    private static func isThinner(
        _ polygon: Polygon, _ area: AreaMeasurement, than threshold: Double
    ) -> Bool {
        let squareMetres = area.geodesicSquareMetres
        // A circle that fits has no more area than the piece; and none smaller than area over perimeter is the largest
        // that fits (Bonnesen: A ≤ r·P).
        if squareMetres < .pi / 4 * threshold * threshold { return threshold > 0 }
        if 2 * squareMetres >= threshold * area.perimeterMetres { return false }
        guard let first = polygon.shell?.coordinates.first else { return true }
        let box = BoundingBox(polygon.rings[0].coordinates)
        let centre = box.isEmpty ? first : Coordinate((box.west + box.east) / 2, (box.south + box.north) / 2)
        return Thickness.isThinner(
            LocalPlane(centre: centre).rings(of: polygon), thanRadius: threshold / 2)
    }
}

extension [ChangePatch] {
    /// Their polygons, and the area of each.
    var pieces: (polygons: [Polygon], areas: [AreaMeasurement]) { (map(\.polygon), map(\.area)) }
}
