// A ground made one surface, with its area and the parts it was drawn in.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// Parts of a ground dissolved into one surface.
public struct DissolvedGround: Hashable, Sendable {
    /// What was drawn, each part with its σ.
    public let parts: [ControlPart]
    /// The union; polygons apart from each other.
    public let polygons: [Polygon]
    /// Its area in both edge models, and its perimeter.
    public let area: AreaMeasurement
    /// Area that was drawn more than once, in m².
    public let overlapSquareMetres: Double

    /// The union of parts; empty for none.
    ///
    /// - Throws: `geos` when the parts cannot be dissolved; `topology` for shapes around a pole, which no plane holds.
    public init(_ parts: [ControlPart]) throws(Problem) {
        let dissolved = try Dissolve.union(parts.flatMap(\.polygons))
        guard !dissolved.isLeftApart else {
            throw Problem(.topology, "ground around a pole cannot be laid over other ground")
        }
        self.parts = parts
        polygons = dissolved.polygons
        var area = Measuring.ground(of: dissolved.polygons)
        if let pieces = parts.sumOfPieces(overlap: dissolved.overlapSquareMetres) {
            area.take(pieces)
        }
        self.area = area
        overlapSquareMetres = dissolved.overlapSquareMetres
    }
}
