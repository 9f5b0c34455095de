// Several drawn surfaces made one: what overlaps counts once, and inner lines are gone.

internal import GEOSKit
public import KGeoCore
internal import KGeoMeasure
internal import KGeoOverlay

/// The union of surfaces.
public struct Dissolved: Hashable, Sendable {
    /// The union, longitudes as drawn (or continued beyond ±180).
    public var polygons: [Polygon]
    /// Area that was covered more than once, in m², with edges straight in longitude and latitude.
    public var overlapSquareMetres: Double
    /// The grid in degrees to which GEOS had to round; nil when it did not.
    public var gridSize: Double?
    /// Whether shapes around a pole were left undissolved.
    public var isLeftApart: Bool
}

/// Makes the union of surfaces.
public enum Dissolve {
    /// How far the areas before and after may differ, relative to the whole, before the overlay counts as
    /// failed: rounding of double-precision crossings stays a thousand times below.
    public static let conservationTolerance = 1e-7

    /// An overlap of less than this part of the area is not worth a word: outlines drawn along a common edge meet to
    /// the digits that the file writes, and slivers between them are no ground drawn twice.
    public static let negligibleOverlap = 1e-6

    /// The union of polygons, each of which must be valid on its own.
    ///
    /// - Throws: a problem with code `geos` when the overlay fails or loses area: the union must lie between
    ///   the largest polygon and the sum of all.
    public static func union(_ polygons: [Polygon]) throws(Problem) -> Dissolved {
        let parts = polygons.filter { !$0.rings.isEmpty }
        guard parts.count > 1 else {
            return Dissolved(polygons: parts, overlapSquareMetres: 0, gridSize: nil, isLeftApart: false)
        }
        let view = PlanarView(parts)
        guard !view.isPolar else {
            return Dissolved(polygons: parts, overlapSquareMetres: 0, gridSize: nil, isLeftApart: true)
        }
        if CleanSurface.isClean(view.polygons) {
            return Dissolved(
                polygons: view.polygons, overlapSquareMetres: 0, gridSize: nil, isLeftApart: false)
        }
        let context = try Context()
        let cleaned = try view.polygons.map { polygon throws(Problem) -> [Polygon] in
            let shape = try Shape(polygon: polygon, in: context)
            guard try shape.validity().isValid else { return try shape.makeValid(.linework).polygons() }
            return [polygon]
        }.flatMap(\.self)
        let overlay = try Shape(polygons: cleaned, in: context).unaryUnion()
        let united = try overlay.shape.polygons()
        let each = cleaned.map { Measuring.area(of: $0).lonlatSquareMetres }
        let sum = each.reduce(0, +)
        let whole = Measuring.area(of: united).lonlatSquareMetres
        let slack = conservationTolerance * sum
        guard whole <= sum + slack, whole >= (each.max() ?? 0) - slack else {
            throw Problem(
                .geos,
                "the union of \(parts.count) polygons lost or gained area (\(whole / 1e6) km² from parts of \(sum / 1e6) km²)",
                remedy: "check the map with \(.validate); a repaired map may dissolve")
        }
        return Dissolved(
            polygons: united, overlapSquareMetres: max(0, sum - whole), gridSize: overlay.gridSize,
            isLeftApart: false)
    }
}
