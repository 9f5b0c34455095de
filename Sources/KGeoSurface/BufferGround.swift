// What is buffered: the shape with positions added along its geodesic edges, in one piece in longitude.

internal import GEOSKit
package import KGeoCore
internal import KGeoMeasure
internal import KGeoOverlay
internal import PROJKit
internal import SystemC

/// A shape made ready for its buffer.
package struct BufferGround {
    /// The distance in m; negative to shrink.
    let metres: Double
    /// The error in m that the buffer may come to, all its parts together.
    package let error: Double
    /// The turn of longitudes that all below lies in.
    let window: LongitudeWindow
    /// The surfaces, united, with positions along their geodesic edges.
    let surfaces: [Polygon]
    /// The lines, the rings of the surfaces, and single places, with positions along their edges.
    let paths: [[Coordinate]]
    /// What the distance is measured to: the edges as drawn.
    let edges: EdgeIndex

    /// The mean radius of the Earth in m, for bounds that are taken with room to spare.
    static let radius = 6_371_008.8
    /// The longest stretch of an edge without a position, in m.
    static let longest = 10_000.0

    /// Prepares a shape.
    ///
    /// - Throws: `topology` for surfaces that are not valid, and for a buffer that would reach a pole or go
    ///   all the way round; `geos` when GEOS fails.
    package init(_ geometry: Geometry, metres: Double, error: Double) throws(Problem) {
        self.metres = metres
        self.error = error
        let reach = abs(metres) + error
        let drawn = EdgeIndex(EdgeIndex.edges(of: geometry, owner: 0))
        for latitude in [90.0, -90] {
            let pole = Coordinate(0, latitude)
            let isInside = geometry.polygons.contains { PlanarGeometry.contains($0, pole) }
            guard isInside || drawn.nearest(to: pole, within: reach) != nil else { continue }
            throw Problem(
                .topology, "the shape is at a pole or within the distance of it, where no buffer is made",
                hint: "ask for a smaller distance")
        }
        try Self.checkWork(drawn, reach: abs(metres), error: error)
        let rings = geometry.polygons.map { $0.rings.map { Self.dense($0.coordinates, error) } }
        let lines = geometry.lines.map { Self.dense($0.coordinates, error) }
        let all = rings.flatMap(\.self) + lines + [geometry.points]
        let window = LongitudeWindow(around: all.flatMap { $0.map(\.longitude) })
        self.window = window
        func unwrapped(_ places: [Coordinate]) throws(Problem) -> [Coordinate] {
            guard let result = window.unwrapped(places) else { throw Self.allRound }
            return result
        }
        let placed = try rings.map { rings throws(Problem) in
            Polygon(rings: try rings.map { ring throws(Problem) in Ring(try unwrapped(ring)) })
        }
        surfaces = try Self.united(placed)
        paths =
            surfaces.flatMap { $0.rings.map(\.coordinates) } + (try lines.map(unwrapped))
            + geometry.points.map { [window.placed($0)] }
        // Inner lines between parts do not shrink a surface.
        edges =
            metres < 0 && placed.count > 1
            ? EdgeIndex(EdgeIndex.edges(of: .multiPolygon(MultiPolygon(surfaces)), owner: 0)) : drawn
    }

    /// The most positions that the edges of a shape and the arcs around them may come to.
    static let mostPositions = 30_000_000.0

    /// Refuses a shape whose edges and arcs would have too many positions: those along the edges, and for each piece of
    /// `BufferPieces` those of its arcs.
    private static func checkWork(_ edges: EdgeIndex, reach: Double, error: Double) throws(Problem) {
        let pieces = BufferPieces.fineness(metres: reach, error: error)
        var (along, metres, paths) = (0.0, 0.0, 0.0)
        var last: Coordinate?
        for edge in edges.edges {
            let length = Geodesic.wgs84.distance(from: edge.start, to: edge.end)
            let latitude = max(abs(edge.start.latitude), abs(edge.end.latitude))
            along += max(1, min(length / step(latitude: latitude, error: error), 100_000))
            metres += length
            if last != edge.start { paths += 1 }
            last = edge.end
        }
        let count = paths + min(along, 2 * metres / pieces.diameter)
        let work = along + count * 2 * .pi / pieces.angle
        guard work > mostPositions else { return }
        // Twice the error is half the work.
        let fitting = (error * work / mostPositions * 100).rounded(.up) / 100
        throw Problem(
            .geos, "so fine a buffer of so long an outline is too much work",
            remedy: fitting <= reach / 10
                ? "a tolerance of \(JSONNumber(fitting).text) m fits: \(.bufferTolerance)"
                : "buffer parts of it one by one")
    }

    static let allRound = Problem(
        .topology, "the shape or its buffer goes all the way round the globe",
        hint: "buffer its parts one by one, or ask for a smaller distance")

    /// The union of surfaces that must be valid.
    private static func united(_ polygons: [Polygon]) throws(Problem) -> [Polygon] {
        let context = try Context()
        for (part, polygon) in polygons.enumerated() {
            guard case .invalid(let reason, let spot) = try Shape(polygon: polygon, in: context).validity()
            else { continue }
            var place = Problem.Place()
            place.coordinate = spot
            if polygons.count > 1 { place.part = part }
            let at = spot.map { " at \($0.longitude), \($0.latitude)" } ?? ""
            throw Problem(
                .topology, Topology.words(reason) + at, at: place,
                remedy: "\(.repair) makes it valid and says what that changes")
        }
        guard polygons.count > 1 else { return polygons }
        return try ExactOverlay.union(polygons).polygons
    }

    /// The most an edge near a latitude may span, in m, so that drawn straight in longitude and latitude it
    /// strays from the geodesic by no more than a tenth of the error: L² tan φ / 8R.
    static func step(latitude: Double, error: Double) -> Double {
        let slope = abs(tan(latitude * .pi / 180))
        return slope == 0 ? longest : min(longest, (0.8 * radius * error / slope).squareRoot())
    }

    /// Positions along the geodesics between positions.
    private static func dense(_ places: [Coordinate], _ error: Double) -> [Coordinate] {
        guard let first = places.first else { return [] }
        var result = [first]
        for (a, b) in zip(places, places.dropFirst()) {
            let line = Geodesic.wgs84.line(from: a, to: b)
            // The highest latitude of a long edge may lie between its ends.
            let middle = line.position(atDistance: line.length / 2).coordinate.latitude
            let latitude = max(abs(a.latitude), abs(b.latitude), abs(middle))
            let pieces = min((line.length / step(latitude: latitude, error: error)).rounded(.up), 100_000)
            for i in stride(from: 1, to: pieces, by: 1) {
                result.append(line.position(atDistance: line.length * i / pieces).coordinate)
            }
            result.append(b)
        }
        return result
    }
}
