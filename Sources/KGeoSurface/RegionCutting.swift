// Surfaces cut along the outlines of regions: what lies in each, what lies outside all, and along which lines.

internal import GEOSKit
public import KGeoCore
internal import KGeoMeasure

/// The part of some polygons that lies in one region, or in none.
public struct RegionPiece: Hashable, Sendable {
    /// The region's number; nil for what lies outside all.
    public var region: Int?
    /// The part. Polygons that lie wholly in it are as they were drawn.
    public var polygons: [Polygon]
    /// The stretches of the region's outline along which polygons were cut; empty for what lies outside all.
    public var cuts: [LineString] = []
}

/// Polygons cut by regions.
public struct RegionCut: Hashable, Sendable {
    /// The parts: in the order of the regions, what lies outside all at the end. Regions without a part are left
    /// out.
    public var pieces: [RegionPiece]
    /// Slivers left out, and their area in m².
    public var sliverCount = 0
    /// The area of those slivers, in m².
    public var sliverSquareMetres = 0.0
}

/// Cuts polygons by regions, with edges straight in longitude and latitude. Belongs to one task.
public final class RegionCutter {
    /// A piece that a cut leaves with less than this area, in m², is a sliver: the width of a hair along a line
    /// that two maps share.
    public static let sliver = 1.0

    private let context: Context
    private var regions: [(box: BoundingBox, shape: Shape, rings: Shape)] = []

    /// A cutter for regions, each of one or more polygons. Where regions overlap, the first takes the ground.
    ///
    /// - Throws: `topology` for a region that is not valid, goes around a pole or crosses the antimeridian, its
    ///   place naming the region as `feature`; `geos` when GEOS fails.
    public init(_ regions: [[Polygon]]) throws(Problem) {
        context = try Context()
        for (number, polygons) in regions.enumerated() {
            do throws(Problem) {
                try Self.requirePlane(polygons)
                for polygon in polygons {
                    guard
                        case .invalid(let reason, let spot) = try Shape(polygon: polygon, in: context)
                            .validity()
                    else { continue }
                    var place = Problem.Place()
                    place.coordinate = spot
                    throw Problem(
                        .topology, Topology.words(reason), at: place,
                        remedy: "\(.repair) makes it valid and says what that changes")
                }
                let shape = try Shape(polygons: polygons, in: context).unaryUnion().shape
                let rings = try shape.polygons().flatMap(\.rings).map { LineString($0.positions) }
                self.regions.append(
                    (
                        try shape.boundingBox(), shape, try Shape(lines: rings, in: context)
                    ))
            } catch {
                throw error.located { $0.feature = number }
            }
        }
    }

    /// Cuts polygons, each of which must keep the rules of topology (rings may touch themselves).
    ///
    /// - Throws: `topology` for a polygon that a region meets and that goes around a pole or crosses the
    ///   antimeridian; `geos` when GEOS fails or loses area.
    public func cut(_ polygons: [Polygon]) throws(Problem) -> RegionCut {
        var result = RegionCut(pieces: [])
        var pieces = regions.indices.map { RegionPiece(region: $0, polygons: []) }
        var outside = RegionPiece(region: nil, polygons: [])
        for polygon in polygons where !polygon.rings.isEmpty {
            let box = BoundingBox(polygon.rings.flatMap(\.coordinates))
            let near = regions.indices.filter { regions[$0].box.intersects(box) }
            guard !near.isEmpty else {
                outside.polygons.append(polygon)
                continue
            }
            try Self.requirePlane([polygon])
            let whole = try valid(polygon)
            var (rest, isWhole) = (whole, true)
            for number in near {
                let inside = try rest.intersection(regions[number].shape).shape.surfaces()
                guard try !inside.isEmpty() else { continue }
                let left = try rest.difference(regions[number].shape).shape.surfaces()
                try conserve(rest, inside, left)
                let (parts, others) = (try Parts(inside), try Parts(left))
                // A sliver beyond the line stays with the rest.
                guard !parts.polygons.isEmpty else { continue }
                if isWhole, others.polygons.isEmpty {
                    // It lies in the region altogether: nothing was cut.
                    pieces[number].polygons.append(polygon)
                    rest = try Shape(polygons: [], in: context)
                    break
                }
                for some in [parts, others] {
                    result.sliverCount += some.sliverCount
                    result.sliverSquareMetres += some.sliverSquareMetres
                }
                pieces[number].polygons += parts.polygons
                pieces[number].cuts += try cuts(of: whole, along: regions[number].rings)
                (rest, isWhole) = (try Shape(polygons: others.polygons, in: context), false)
                if others.polygons.isEmpty { break }
            }
            if isWhole, try !rest.isEmpty() {
                outside.polygons.append(polygon)
            } else {
                outside.polygons += try rest.polygons()
            }
        }
        result.pieces = (pieces + [outside]).filter { !$0.polygons.isEmpty }
        return result
    }

    /// The region in which a place lies or on whose outline; nil for none.
    ///
    /// - Throws: `geos` when GEOS fails.
    public func region(of place: Coordinate) throws(Problem) -> Int? {
        for (number, region) in regions.enumerated() where region.box.intersects(BoundingBox([place])) {
            if try PreparedShape(region.shape).covers(place) { return number }
        }
        return nil
    }

    /// The stretches of rings inside a surface; where both run along one line nothing is cut.
    private func cuts(of surface: Shape, along rings: Shape) throws(Problem) -> [LineString] {
        let inside = try Shape(lines: try rings.intersection(surface).shape.lines(), in: context)
        let within = try inside.difference(surface.boundary()).shape
        return try Shape(lines: within.lines(), in: context).lineMerged().lines()
    }

    /// The polygons of a surface without its slivers.
    private struct Parts {
        var polygons: [Polygon] = []
        var sliverCount = 0
        var sliverSquareMetres = 0.0

        init(_ surface: Shape) throws(Problem) {
            for polygon in try surface.polygons() {
                let area = Measuring.area(of: polygon).lonlatSquareMetres
                if area >= RegionCutter.sliver {
                    polygons.append(polygon)
                } else {
                    sliverCount += 1
                    sliverSquareMetres += area
                }
            }
        }
    }

    private func valid(_ polygon: Polygon) throws(Problem) -> Shape {
        let shape = try Shape(polygon: polygon, in: context)
        return try shape.validity().isValid ? shape : shape.makeValid(.linework)
    }

    /// Nothing may be lost in an overlay.
    private func conserve(_ before: Shape, _ inside: Shape, _ left: Shape) throws(Problem) {
        let (whole, parts) = (
            try before.planarArea(), try inside.planarArea() + left.planarArea()
        )
        guard abs(whole - parts) <= Dissolve.conservationTolerance * whole else {
            throw Problem(
                .geos, "cutting a polygon by a region lost or gained area (\(parts / whole) of it is left)",
                remedy: "check both maps with \(.validate); repaired ones may be cut")
        }
    }

    private static func requirePlane(_ polygons: [Polygon]) throws(Problem) {
        for ring in polygons.flatMap(\.rings) {
            let places = ring.coordinates
            guard places.allSatisfy({ abs($0.longitude) <= 180 }),
                zip(places, places.dropFirst()).allSatisfy({
                    abs($0.1.longitude - $0.0.longitude) <= 180
                })
            else {
                throw Problem(
                    .topology, "a surface that crosses the antimeridian cannot be cut by regions",
                    hint: "cut it at the antimeridian (RFC 7946 §3.1.9) and try again")
            }
        }
    }
}

@available(*, unavailable, message: "a cutter holds shapes, which belong to their context's task")
extension RegionCutter: Sendable {}
