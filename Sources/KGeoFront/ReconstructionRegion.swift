// The ground a reconstruction is about: a window cut by a border, a region, or both.

internal import GEOSKit
public import KGeoCore

/// The ground that is divided among settlements.
public enum ReconstructionRegion {
    /// The part of a window on the settlements' side of a border.
    ///
    /// The border cuts the window into faces, and two faces that meet along it lie on different sides. The face
    /// with most settlements is on the side that is wanted, and so is every second face from there.
    /// - Parameters:
    ///   - window: a box in degrees.
    ///   - border: lines in degrees, straight in longitude and latitude.
    ///   - places: settlements of the side that is wanted.
    /// - Throws: a problem when the border leaves the window in one piece, with the end that lies inside, or
    ///   branches, so that there are more than two sides.
    public static func side(
        of window: BoundingBox, border: [LineString], with places: [Coordinate]
    ) throws(Problem) -> [Polygon] {
        let context = try Context()
        let box = try Shape(box: window, in: context)
        var lines = try Shape(lines: border, in: context).intersection(box).shape.lines()
        lines += try box.boundary().lines()
        let noded = try Shape(lines: lines, in: context).unaryUnion().shape
        let faces = try context.faces(enclosedBy: [noded])
        guard faces.count > 1 else { throw unclosed(window, border) }
        var counts: [Int] = []
        for face in faces {
            let prepared = try PreparedShape(try Shape(polygon: face, in: context))
            var count = 0
            for place in places where try prepared.covers(place) { count += 1 }
            counts.append(count)
        }
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] > 0 else {
            throw Problem(
                .scenario, "no settlement lies inside the window",
                hint: "--window west,south,east,north must hold the settlements")
        }
        return try side(faces, from: most).map { faces[$0] }
    }

    /// The parts of lines inside a box, in degrees.
    ///
    /// - Throws: a problem when GEOS fails.
    public static func clip(_ lines: [LineString], to box: BoundingBox) throws(Problem) -> [LineString] {
        let context = try Context()
        let inside = try Shape(lines: lines, in: context).intersection(try Shape(box: box, in: context)).shape
        return try Shape(lines: inside.lines(), in: context).lineMerged().lines()
    }

    /// The faces on the same side as one of them: every second one across the border.
    private static func side(_ faces: [Polygon], from start: Int) throws(Problem) -> [Int] {
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
        var isWanted = [start: true]
        var queue = [start]
        while let face = queue.popLast() {
            let wanted = isWanted[face] ?? true
            for (other, place) in meetings[face] ?? [] {
                if let known = isWanted[other] {
                    guard known != wanted else { throw branched(place) }
                    continue
                }
                isWanted[other] = !wanted
                queue.append(other)
            }
        }
        return faces.indices.filter { isWanted[$0] ?? false }
    }

    private static func branched(_ near: Coordinate) -> Problem {
        var place = Problem.Place()
        place.coordinate = near
        return Problem(
            .scenario,
            "the border branches near \(rounded(near.longitude)), \(rounded(near.latitude)), so that the window has more than two sides",
            at: place, hint: "give the ground as a polygon with --within")
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
