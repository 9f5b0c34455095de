// Whether polygons lie apart, told by the few edges that lie where their boxes overlap.

internal import KGeoCore

/// A quick look for polygons that have nothing in common. Each is taken to be right on its own.
enum ApartCheck {
    /// How many edges may be looked at, for each that there is, and how many may be held against each other for one pair.
    private static let (most, mostPairs) = (24, 4096)

    /// Whether no two polygons meet, not even in a place, and none lies in another; nil when that takes a longer look.
    static func areApart(_ polygons: [Polygon]) -> Bool? {
        let shapes = polygons.map { (box: BoundingBox($0.rings[0].coordinates), size: size($0)) }
        let order = shapes.indices.sorted { shapes[$0].box.west < shapes[$1].box.west }
        var affordable = most * shapes.reduce(0) { $0 + $1.size }
        for (at, i) in order.enumerated() {
            for j in order[(at + 1)...] {
                affordable -= 1
                guard shapes[j].box.west <= shapes[i].box.east else { break }
                guard shapes[i].box.intersects(shapes[j].box) else { continue }
                affordable -= shapes[i].size + shapes[j].size
                guard affordable > 0 else { return nil }
                guard let answer = areApart(polygons[i], shapes[i].box, polygons[j], shapes[j].box) else {
                    return nil
                }
                if !answer { return false }
            }
        }
        return true
    }

    private static func size(_ polygon: Polygon) -> Int {
        polygon.rings.reduce(0) { $0 + $1.positions.count }
    }

    private static func areApart(
        _ first: Polygon, _ box: BoundingBox, _ second: Polygon, _ other: BoundingBox
    ) -> Bool? {
        let (a, b) = (edges(of: first, in: other), edges(of: second, in: box))
        guard a.count * b.count <= mostPairs else { return nil }
        for e in a {
            for f in b where doMeet(e, f) { return false }
        }
        // Their edges are apart: one place of each tells for all of it.
        func place(_ polygon: Polygon) -> Coordinate? { polygon.rings[0].coordinates.first }
        if let inner = place(second), holds(box, inner), ExactContainment.covers(first, inner) {
            return false
        }
        if let inner = place(first), holds(other, inner), ExactContainment.covers(second, inner) {
            return false
        }
        return true
    }

    private typealias Edge = (a: Coordinate, b: Coordinate)

    /// The edges of a polygon whose boxes meet a box.
    private static func edges(of polygon: Polygon, in box: BoundingBox) -> [Edge] {
        var result: [Edge] = []
        for ring in polygon.rings {
            let places = ring.coordinates
            guard var a = places.first else { continue }
            for b in places.dropFirst() {
                if min(a.latitude, b.latitude) <= box.north, max(a.latitude, b.latitude) >= box.south,
                    min(a.longitude, b.longitude) <= box.east, max(a.longitude, b.longitude) >= box.west
                {
                    result.append((a, b))
                }
                a = b
            }
        }
        return result
    }

    private static func holds(_ box: BoundingBox, _ place: Coordinate) -> Bool {
        place.longitude >= box.west && place.longitude <= box.east && place.latitude >= box.south
            && place.latitude <= box.north
    }

    /// Whether two edges have a place in common.
    private static func doMeet(_ e: Edge, _ f: Edge) -> Bool {
        guard max(e.a.longitude, e.b.longitude) >= min(f.a.longitude, f.b.longitude),
            max(f.a.longitude, f.b.longitude) >= min(e.a.longitude, e.b.longitude),
            max(e.a.latitude, e.b.latitude) >= min(f.a.latitude, f.b.latitude),
            max(f.a.latitude, f.b.latitude) >= min(e.a.latitude, e.b.latitude)
        else { return false }
        func side(_ edge: Edge, _ place: Coordinate) -> Int {
            ExactContainment.side(of: place, from: edge.a, to: edge.b)
        }
        // On one line their boxes have told.
        return side(e, f.a) * side(e, f.b) <= 0 && side(f, e.a) * side(f, e.b) <= 0
    }
}
