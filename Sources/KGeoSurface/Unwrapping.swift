// Longitudes made continuous, and rings around a pole made planar, so that planar topology can be asked.

package import KGeoCore
internal import SystemC

/// Polygons in a plane where GEOS can look at them: longitudes unwrapped around an anchor, or, for rings
/// around a pole, the polar azimuthal plane (distance from the pole in degrees).
package struct PlanarView {
    private enum Plane {
        case lonlat
        case polar(north: Bool)
    }
    private let plane: Plane
    package let polygons: [Polygon]
    /// Whether it is the polar plane, in which edges straight in longitude and latitude are bent.
    package var isPolar: Bool { if case .polar = plane { true } else { false } }

    package init(_ polygons: [Polygon]) {
        guard Self.isWide(polygons) else {
            plane = .lonlat
            self.polygons = polygons
            return
        }
        let polar = polygons.lazy.flatMap(\.rings).first(where: Self.isPolar)
        if let polar {
            let mean = polar.coordinates.reduce(0) { $0 + $1.latitude }
            plane = .polar(north: mean >= 0)
            self.polygons = polygons.map { polygon in
                Polygon(rings: polygon.rings.map { Self.toPolar($0, north: mean >= 0) })
            }
        } else {
            let anchor = polygons.first?.shell?.coordinates.first?.longitude ?? 0
            plane = .lonlat
            self.polygons = polygons.map { Self.unwrapped($0, near: anchor) }
        }
    }

    /// Whether longitudes are more than half a turn apart; if not, they are continuous as drawn.
    static func isWide(_ polygons: some Sequence<Polygon>) -> Bool {
        var (west, east) = (Double.infinity, -Double.infinity)
        for polygon in polygons {
            for ring in polygon.rings {
                for place in ring.positions.coordinates {
                    west = min(west, place.longitude)
                    east = max(east, place.longitude)
                }
            }
        }
        return east - west > 180
    }

    /// A place of the plane on the globe.
    package func place(_ planar: Coordinate) -> Coordinate {
        switch plane {
        case .lonlat: return Self.normalised(planar)
        case .polar(let north):
            let colatitude = (planar.longitude * planar.longitude + planar.latitude * planar.latitude)
                .squareRoot()
            let longitude = atan2(planar.latitude, planar.longitude) * 180 / .pi
            return Coordinate(longitude, north ? 90 - colatitude : colatitude - 90)
        }
    }

    /// Longitude in −180…180.
    package static func normalised(_ place: Coordinate) -> Coordinate {
        guard abs(place.longitude) > 180 else { return place }
        return Coordinate(place.longitude - 360 * (place.longitude / 360).rounded(), place.latitude)
    }

    /// Whether a ring goes around a pole.
    static func isPolar(_ ring: Ring) -> Bool {
        let places = ring.coordinates
        return abs(places.indices.dropLast().reduce(0) { $0 + Longitude.step(at: $1, in: places) }) > 180
    }

    /// A part begins within half a turn of the anchor, or as drawn; its holes lie in the range of its shell.
    static func unwrapped(_ polygon: Polygon, near anchor: Double) -> Polygon {
        guard let shell = polygon.shell, let first = shell.coordinates.first else { return polygon }
        let start = first.longitude + turns(from: first.longitude, to: anchor, within: 180)
        let outline = unwrap(shell, from: start)
        let box = BoundingBox(outline.coordinates)
        let (middle, half) = ((box.west + box.east) / 2, (box.east - box.west) / 2)
        return Polygon(
            shell: outline,
            holes: polygon.holes.map { hole in
                guard let first = hole.coordinates.first?.longitude else { return hole }
                return unwrap(hole, from: first + turns(from: first, to: middle, within: max(180, half)))
            })
    }

    /// The whole turns, in degrees, that bring a longitude within some degrees of another one; 0 if it is
    /// there.
    private static func turns(from longitude: Double, to anchor: Double, within reach: Double) -> Double {
        let gap = anchor - longitude
        return abs(gap) <= reach ? 0 : 360 * (gap / 360).rounded()
    }

    /// The ring with its first longitude as given, the others continued from it by whole turns: a place that
    /// two rings share stays shared to the last bit.
    private static func unwrap(_ ring: Ring, from start: Double) -> Ring {
        var result: [Coordinate] = []
        result.reserveCapacity(ring.positions.count)
        let places = ring.coordinates
        for (i, place) in places.enumerated() {
            let wanted =
                if let last = result.last {
                    last.longitude + Longitude.step(at: i - 1, in: places)
                } else { start }
            let turns = 360 * ((wanted - place.longitude) / 360).rounded()
            result.append(Coordinate(place.longitude + turns, place.latitude))
        }
        return Ring(result)
    }

    /// The ring in the polar plane. Edges straight in longitude and latitude are bent there: pieces of at most
    /// two degrees follow them.
    private static func toPolar(_ ring: Ring, north: Bool) -> Ring {
        guard let first = ring.coordinates.first else { return ring }
        var places = [toPolar(first, north: north)]
        let corners = ring.coordinates
        for (i, (a, b)) in zip(corners, corners.dropFirst()).enumerated() {
            let step = Longitude.step(at: i, in: corners)
            let pieces = max(1, (abs(step) / 2).rounded(.up))
            for i in stride(from: 1, to: pieces, by: 1) {
                let t = i / pieces
                let between = Coordinate(
                    a.longitude + t * step, a.latitude + t * (b.latitude - a.latitude))
                places.append(toPolar(between, north: north))
            }
            places.append(toPolar(b, north: north))
        }
        return Ring(places)
    }

    private static func toPolar(_ place: Coordinate, north: Bool) -> Coordinate {
        let colatitude = north ? 90 - place.latitude : 90 + place.latitude
        // The antimeridian has two names and must be one line.
        let longitude = place.longitude - 360 * ((place.longitude - 180) / 360).rounded(.up)
        let angle = longitude * .pi / 180
        return Coordinate(colatitude * cos(angle), colatitude * sin(angle))
    }
}
