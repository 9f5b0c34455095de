// Ground beside a border: the part of a window on one side of it, a region, or both; and lines cut by a box.

internal import GEOSKit
public import KGeoCore
internal import KGeoMeasure

/// Ground beside a border, such as a reconstruction divides among settlements.
public enum BorderedRegion {
    /// The part of a window on the settlements' side of a border.
    ///
    /// The border cuts the window into faces, and two faces that meet along it lie on different sides. The side
    /// with more settlements is the one that is wanted.
    /// - Parameters:
    ///   - window: a box in degrees.
    ///   - border: lines in degrees, straight in longitude and latitude.
    ///   - places: where settlements lie, each once.
    /// - Returns: the side, and how many of the places lie on it.
    /// - Throws: a problem when the border leaves the window in one piece, with the end that lies inside, or
    ///   branches, so that there are more than two sides, or both sides have as many settlements.
    package static func side(
        of window: BoundingBox, border: [LineString], with places: [Coordinate]
    ) throws(Problem) -> (ground: [Polygon], count: Int) {
        let context = try Context()
        let box = try Shape(box: window, in: context)
        var lines = try Shape(lines: border, in: context).intersection(box).shape.lines()
        lines += try box.boundary().lines()
        let noded = try Shape(lines: lines, in: context).unaryUnion().shape
        let faces = try context.faces(enclosedBy: [noded])
        guard faces.count > 1 else { throw unclosed(window, border) }
        let sides = try Self.sides(faces)
        var counts = [0, 0]
        for (face, side) in zip(faces, sides) {
            let prepared = try PreparedShape(try Shape(polygon: face, in: context))
            for place in places where try prepared.covers(place) { counts[side] += 1 }
        }
        guard counts != [0, 0] else {
            throw Problem(
                .scenario, "no settlement lies inside the window",
                remedy: "\(.window) west,south,east,north must hold the settlements")
        }
        guard counts[0] != counts[1] else {
            throw Problem(
                .scenario, "either side of the border has \(counts[0]) of the settlements",
                remedy: "name the region that is meant with \(.region), or give the ground with \(.within)")
        }
        let wanted = counts[0] > counts[1] ? 0 : 1
        return (zip(faces, sides).filter { $0.1 == wanted }.map(\.0), counts[wanted])
    }

    /// Several surfaces as one ground.
    ///
    /// - Throws: a problem for a surface that crosses itself, with the place, or when a check of the overlay fails.
    public static func union(_ surfaces: [Polygon]) throws(Problem) -> [Polygon] {
        for surface in surfaces {
            guard let finding = try Topology.firstError(of: surface) else { continue }
            throw Self.invalid(finding.message, finding.place)
        }
        return try Dissolve.union(surfaces).polygons
    }

    /// - Parameter reason: in words.
    package static func invalid(_ reason: String, _ spot: Coordinate?) -> Problem {
        var place = Problem.Place()
        place.coordinate = spot
        return Problem(
            .topology, "the ground to divide is not a valid surface: \(reason)", at: place,
            remedy: "\(.validate) says where; \(.repair) makes it valid and says what that changes")
    }

    /// How far from the edge of a window a line drawn along it may lie, in degrees: 0.1 m, ten times what a
    /// straight line of the plane between its vertices is off.
    private static let edgeTolerance = 1e-6

    /// How long the outline of surfaces runs along the edge of a window, in m: there it ends because the window
    /// does.
    public static func metres(of surfaces: [Polygon], along window: BoundingBox) -> Double {
        func sides(_ place: Coordinate) -> [Bool] {
            [
                place.longitude - window.west, place.longitude - window.east, place.latitude - window.south,
                place.latitude - window.north,
            ].map { abs($0) <= edgeTolerance }
        }
        var metres = 0.0
        for ring in surfaces.lazy.flatMap(\.rings) {
            for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst())
            where zip(sides(a), sides(b)).contains(where: { $0 && $1 }) {
                metres += Measuring.distance(a, b)
            }
        }
        return metres
    }

    /// The parts of lines inside a box, in degrees.
    ///
    /// - Throws: a problem when GEOS fails.
    public static func clip(_ lines: [LineString], to box: BoundingBox) throws(Problem) -> [LineString] {
        let context = try Context()
        let inside = try Shape(lines: lines, in: context).intersection(try Shape(box: box, in: context)).shape
        return try Shape(lines: inside.lines(), in: context).lineMerged().lines()
    }

    /// Which of two sides each face is on: it changes across the border.
    private static func sides(_ faces: [Polygon]) throws(Problem) -> [Int] {
        var owners: [UndirectedEdge: [Int]] = [:]
        for (i, face) in faces.enumerated() {
            for ring in face.rings {
                for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
                    owners[UndirectedEdge(a, b), default: []].append(i)
                }
            }
        }
        var meetings: [Int: [(face: Int, at: Coordinate)]] = [:]
        for (edge, pair) in owners where pair.count == 2 {
            meetings[pair[0], default: []].append((pair[1], edge.a))
            meetings[pair[1], default: []].append((pair[0], edge.a))
        }
        var side = [0: 0]
        var queue = [0]
        while let face = queue.popLast() {
            let own = side[face] ?? 0
            for (other, place) in meetings[face] ?? [] {
                if let known = side[other] {
                    guard known != own else { throw branched(place) }
                    continue
                }
                side[other] = 1 - own
                queue.append(other)
            }
        }
        return faces.indices.map { side[$0] ?? 0 }
    }

    private static func branched(_ near: Coordinate) -> Problem {
        var place = Problem.Place()
        place.coordinate = near
        return Problem(
            .scenario,
            "the border branches near \(rounded(near.longitude)), \(rounded(near.latitude)), so that the window has more than two sides",
            at: place, remedy: "give the ground as a polygon with \(.within)")
    }

    private static func unclosed(_ window: BoundingBox, _ border: [LineString]) -> Problem {
        var place = Problem.Place()
        let ends = border.flatMap { [$0.coordinates.first, $0.coordinates.last].compactMap(\.self) }
        let loose = ends.first {
            $0.longitude > window.west && $0.longitude < window.east && $0.latitude > window.south
                && $0.latitude < window.north
        }
        place.coordinate = loose
        let hint = "take a longer part of the border, or a window that it crosses from edge to edge"
        guard let loose else {
            return Problem(.scenario, "the border does not cross the window", at: place, hint: hint)
        }
        return Problem(
            .scenario,
            "the border does not close the window: it ends inside it, at \(rounded(loose.longitude)), \(rounded(loose.latitude))",
            at: place, hint: hint)
    }

    private static func rounded(_ degrees: Double) -> String {
        JSONNumber((degrees * 1e5).rounded() / 1e5).text
    }
}
