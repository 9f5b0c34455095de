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
    /// Whether shapes around a pole were left undissolved.
    public var isLeftApart: Bool
    /// Places where rings of the union may touch; they touch nowhere else.
    package var touching: Set<Coordinate> = []
}

/// Makes the union of surfaces.
public enum Dissolve {
    /// How far the areas before and after may differ, relative to the whole, before the overlay counts as
    /// failed: rounding of double-precision crossings stays a hundred times below.
    public static let conservationTolerance = 1e-9
    /// And by how much along an outline, in m: a micrometre, a hundred times what a corner of double precision is off.
    public static let conservationHair = 1e-6

    /// How far areas before and after an overlay may differ, in m².
    ///
    /// - Parameters:
    ///   - squareMetres: the larger area.
    ///   - perimeter: of all that was laid over each other, in m.
    package static func slack(_ squareMetres: Double, perimeter: Double) -> Double {
        conservationTolerance * squareMetres + conservationHair * perimeter
    }

    /// An overlap of less than this part of the area is not worth a word: outlines drawn along a common edge meet to
    /// the digits that the file writes, and slivers between them are no ground drawn twice.
    public static let negligibleOverlap = 1e-6

    /// The union of polygons, each of which should be valid on its own; one that crosses itself covers what GEOS makes
    /// of its lines.
    ///
    /// - Throws: `topology` with the place when a check of the overlay fails or area got lost: the union must lie between
    ///   the largest polygon and the sum of all; `geos` when GEOS cannot make a polygon valid.
    public static func union(_ polygons: [Polygon]) throws(Problem) -> Dissolved {
        let parts = polygons.filter { !$0.rings.isEmpty }
        guard parts.count > 1 else {
            return Dissolved(polygons: parts, overlapSquareMetres: 0, isLeftApart: false)
        }
        let plane = try PlanarLayers([parts])
        guard !plane.isPolar else {
            return Dissolved(polygons: parts, overlapSquareMetres: 0, isLeftApart: true)
        }
        var laid = plane.layers[0]
        guard try !SurfaceValidity.areApart(laid) else {
            return Dissolved(polygons: plane.settled(laid), overlapSquareMetres: 0, isLeftApart: false)
        }
        var united: ExactOverlay.Union
        do throws(Problem) {
            united = try unite(laid)
        } catch {
            // Rings that cross themselves cover nothing that could be counted.
            guard let valid = try madeValid(laid) else { throw error }
            laid = valid
            united = try unite(laid)
        }
        if united.overlapSquareDegrees > 0, let valid = try madeValid(laid) {
            laid = valid
            united = try unite(laid)
        }
        let result = plane.settled(united.polygons)
        let each = plane.settled(laid).map { Measuring.area(of: $0) }
        let sum = each.reduce(0) { $0 + $1.lonlatSquareMetres }
        let whole = Measuring.area(of: result).lonlatSquareMetres
        let off = slack(sum, perimeter: each.reduce(0) { $0 + $1.perimeterMetres })
        guard whole <= sum + off, whole >= (each.map(\.lonlatSquareMetres).max() ?? 0) - off else {
            throw Problem(
                .topology,
                "the union of \(parts.count) polygons lost or gained area (\(whole / 1e6) km² from parts of \(sum / 1e6) km²)",
                remedy: "check the map with \(.validate); a repaired map may dissolve")
        }
        return Dissolved(
            polygons: result, overlapSquareMetres: united.overlapSquareDegrees > 0 ? max(0, sum - whole) : 0,
            isLeftApart: false, touching: united.touching)
    }

    private static func unite(_ polygons: [Polygon]) throws(Problem) -> ExactOverlay.Union {
        do throws(Problem) {
            return try ExactOverlay.union(polygons, followsDrawing: true)
        } catch {
            throw error.ofSurfaces
        }
    }

    /// The polygons with those made valid that are not; nil when all are.
    private static func madeValid(_ polygons: [Polygon]) throws(Problem) -> [Polygon]? {
        var result: [Polygon] = []
        var isChanged = false
        for polygon in polygons {
            guard try SurfaceValidity.findings([polygon]).contains(where: \.isError) else {
                result.append(polygon)
                continue
            }
            isChanged = true
            result += try Shape(polygon: polygon, in: try Context()).makeValid(.linework).polygons()
        }
        return isChanged ? result : nil
    }
}
