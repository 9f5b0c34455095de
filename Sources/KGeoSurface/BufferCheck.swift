// Whether a buffer is where it should be: its outline and the ground beside it measured against the shape.

internal import GEOSKit
public import KGeoCore
internal import KGeoMeasure
internal import PROJKit

/// How far a buffer is from what was asked for.
///
/// Two things are looked at. The outline: every position and middle of an edge, evenly thinned to a number,
/// must be at the distance from the shape, on the right side of it. And the ground beside: places a little
/// nearer to the shape than the distance must lie in the buffer, those a little farther must not. An outline
/// can be right where it is and yet be that of half the shape, or lack a hole; the second look finds that.
public struct BufferCheck: Hashable, Sendable {
    /// The greatest deviation found, in m: the geodesic distance from the shape less the one asked for.
    public internal(set) var worstMetres = 0.0
    /// Where it is.
    public internal(set) var place: Coordinate?
    /// The places of the outline that were measured.
    public internal(set) var outlineSamples = 0
    /// The places beside the outline that were asked for.
    public internal(set) var groundSamples = 0

    private mutating func note(_ deviation: Double, _ at: Coordinate) {
        guard abs(deviation) > abs(worstMetres) || place == nil else { return }
        worstMetres = deviation
        place = at
    }

    /// Checks a buffer that is drawn in the window of its ground.
    package init(
        of polygons: [Polygon], ground: BufferGround, tolerance: Double, samples: Int
    ) throws(Problem) {
        let context = try Context()
        let buffer = try PreparedShape(Shape(polygons: polygons, in: context))
        let surfaces =
            ground.surfaces.isEmpty
            ? nil : try PreparedShape(Shape(polygons: ground.surfaces, in: context))
        try lookAtOutline(polygons, ground, surfaces, samples)
        try lookBeside(buffer, ground, surfaces, tolerance, limit: samples / 16)
    }

    /// The outline must be at the distance from the shape: outside it, or inside when it was shrunk.
    private mutating func lookAtOutline(
        _ polygons: [Polygon], _ ground: BufferGround, _ surfaces: PreparedShape?, _ samples: Int
    ) throws(Problem) {
        let wanted = abs(ground.metres)
        let rings = polygons.flatMap(\.rings)
        let all = rings.reduce(0) { $0 + 2 * max(0, $1.positions.count - 1) }
        // An odd stride meets positions and middles alike.
        let stride = max(1, all / max(1, samples)) | 1
        for ring in rings {
            var last: (place: Coordinate, distance: Double)?
            let edges = ring.positions.count - 1
            let places = ring.coordinates
            var i = 0
            while i < 2 * edges {
                let (a, b) = (places[i / 2], places[i / 2 + 1])
                let place =
                    i % 2 == 0
                    ? a : Coordinate((a.longitude + b.longitude) / 2, (a.latitude + b.latitude) / 2)
                // By the triangle inequality no place is farther from the shape than its neighbour and the way between.
                let bound =
                    last.map { $0.distance + Geodesic.wgs84.distance(from: $0.place, to: place) + 1e-3 }
                    ?? .infinity
                let hit = ground.edges.nearest(to: place, within: bound) ?? ground.edges.nearest(to: place)
                let distance = hit?.distance ?? .infinity
                last = (place, distance)
                outlineSamples += 1
                let isInside = try surfaces?.contains(place) ?? false
                note(isInside == (ground.metres < 0) ? distance - wanted : -distance - wanted, place)
                i += stride
            }
        }
    }

    /// A place of the shape, and the direction of the edge it is on.
    private struct Origin {
        var place: Coordinate
        var along: Double?
    }

    /// Positions of the shape, and places spaced evenly along it: about so many of each, and the first of every
    /// path.
    private static func origins(_ paths: [[Coordinate]], limit: Int) -> [Origin] {
        let stride = max(1, paths.reduce(0) { $0 + $1.count } / limit)
        let lengths = paths.map { Geodesic.wgs84.length($0) }
        let spacing = lengths.reduce(0, +) / Double(limit)
        var result: [Origin] = []
        for (path, length) in zip(paths, lengths) {
            guard path.count > 1, length > 0 else {
                result += path.prefix(1).map { Origin(place: $0) }
                continue
            }
            var next = min(spacing, length) / 2
            var done = 0.0
            for (i, (a, b)) in zip(path, path.dropFirst()).enumerated() {
                let way = Geodesic.wgs84.inverse(from: a, to: b)
                if i % stride == 0 { result.append(Origin(place: a, along: way.azimuth1)) }
                while next < done + way.distance {
                    let t = (next - done) / way.distance
                    let place = Coordinate(
                        a.longitude + t * (b.longitude - a.longitude),
                        a.latitude + t * (b.latitude - a.latitude))
                    result.append(Origin(place: place, along: way.azimuth1))
                    next += spacing
                }
                done += way.distance
            }
        }
        return result
    }

    /// Places beside the outline, reached from the shape: across its edges, and in directions that turn by the
    /// golden angle from one to the next.
    private mutating func lookBeside(
        _ buffer: PreparedShape, _ ground: BufferGround, _ surfaces: PreparedShape?, _ tolerance: Double,
        limit: Int
    ) throws(Problem) {
        let wanted = abs(ground.metres)
        let isGrown = ground.metres > 0
        let origins = Self.origins(ground.paths, limit: max(1, limit))
        // A few places are looked at all around.
        let rays = min(max(2, 400 / max(1, origins.count)), 64)
        var turned = 0.0
        for origin in origins {
            var azimuths = origin.along.map { [$0 + 90, $0 - 90] } ?? []
            for _ in 0..<rays {
                azimuths.append(turned)
                turned = (turned + 137.507764).truncatingRemainder(dividingBy: 360)
            }
            // The shape itself is in its buffer; none of its outline is left when it has been shrunk.
            if try buffer.covers(origin.place) != isGrown { note(-wanted, origin.place) }
            groundSamples += 1
            for azimuth in azimuths {
                func place(_ metres: Double) -> Coordinate {
                    ground.window.placed(
                        Geodesic.wgs84.direct(from: origin.place, azimuth: azimuth, distance: metres)
                            .coordinate)
                }
                groundSamples += 2
                let near = place(wanted - 2 * tolerance)
                if try buffer.covers(near) != isGrown {
                    note((ground.edges.nearest(to: near)?.distance ?? 0) - wanted, near)
                }
                let far = place(wanted + 2 * tolerance)
                guard try buffer.covers(far) == isGrown else { continue }
                // That is right where it is in the shape, or near another part of it.
                guard try (surfaces?.covers(far) ?? false) != isGrown,
                    ground.edges.nearest(to: far, within: wanted + tolerance) == nil
                else { continue }
                note((ground.edges.nearest(to: far)?.distance ?? 0) - wanted, far)
            }
        }
    }
}
