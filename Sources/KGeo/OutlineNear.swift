// The outline of a region as it matters for ground that lies in a part of it.

internal import KGeoCore

/// Leaves out detail of an outline that lies wholly to one side of a box.
///
/// A run of the outline that stays west of the box (or east, south or north of it) and the straight way between its ends go
/// around the box alike: whatever lies in the box is on the same side of both.
enum OutlineNear {
    /// The whole degrees around some polygons; nil without any, and where something goes over the antimeridian.
    static func box(of polygons: [Polygon]) -> BoundingBox? {
        let places = polygons.lazy.flatMap(\.rings).flatMap(\.coordinates)
        guard !places.isEmpty else { return nil }
        var box = BoundingBox(places)
        guard box.west > -180, box.east < 180, box.east - box.west < 180 else { return nil }
        (box.west, box.east) = (box.west.rounded(.down), box.east.rounded(.up))
        (box.south, box.north) = (box.south.rounded(.down), box.north.rounded(.up))
        return box
    }

    /// The outline; empty where it goes over the antimeridian.
    static func outline(_ polygons: [Polygon], near box: BoundingBox) -> [Polygon] {
        var result: [Polygon] = []
        for polygon in polygons {
            var rings: [Ring] = []
            for (number, ring) in polygon.rings.enumerated() {
                let places = ring.coordinates
                guard places.allSatisfy({ abs($0.longitude) < 180 }),
                    zip(places, places.dropFirst()).allSatisfy({ abs($0.longitude - $1.longitude) < 180 })
                else { return [] }
                let kept = straightened(places, box)
                // A shell beside the box has nothing in it, and neither have its holes.
                if kept.isEmpty {
                    if number == 0 { break }
                    continue
                }
                rings.append(Ring(kept))
            }
            if !rings.isEmpty { result.append(Polygon(rings: rings)) }
        }
        return result
    }

    /// The places of a ring, of each run to one side of the box its two ends; empty where all of it lies to one side.
    private static func straightened(_ places: [Coordinate], _ box: BoundingBox) -> [Coordinate] {
        let sides = places.map { side($0, box) }
        guard sides.reduce(~0, &) == 0 else { return [] }
        var kept: [Coordinate] = []
        var start = 0
        while start < places.count {
            kept.append(places[start])
            var (end, common) = (start, sides[start])
            while end + 1 < places.count, common & sides[end + 1] != 0 {
                end += 1
                common &= sides[end]
            }
            start = max(end, start + 1)
        }
        return kept.count < 4 ? places : kept
    }

    /// On which sides of the box a place lies: a bit for each; 0 in it.
    private static func side(_ place: Coordinate, _ box: BoundingBox) -> Int {
        (place.longitude < box.west ? 1 : 0) | (place.longitude > box.east ? 2 : 0)
            | (place.latitude < box.south ? 4 : 0) | (place.latitude > box.north ? 8 : 0)
    }
}
