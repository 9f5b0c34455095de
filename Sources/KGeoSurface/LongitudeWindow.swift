// One turn of longitudes in which a shape lies in one piece, and shapes cut at the antimeridian.

package import KGeoCore
internal import KGeoOverlay

/// A turn of longitudes that begins in the widest gap of a shape.
package struct LongitudeWindow {
    /// Where it begins, in −360…0.
    package let west: Double

    /// The window whose ends are farthest from all the longitudes.
    package init(around longitudes: [Double]) {
        let sorted = longitudes.map { $0 - 360 * ($0 / 360).rounded(.down) }.sorted()
        var widest = (width: -1.0, middle: 180.0)
        for (i, from) in sorted.enumerated() {
            let next = i + 1 < sorted.count ? sorted[i + 1] : sorted[0] + 360
            if next - from > widest.width { widest = (next - from, (from + next) / 2) }
        }
        west = widest.middle - 360 * (widest.middle / 360).rounded(.up)
    }

    /// The place in the window; its longitude is moved by whole turns alone.
    package func placed(_ place: Coordinate) -> Coordinate {
        let turns = ((place.longitude - west) / 360).rounded(.down)
        return turns == 0 ? place : Coordinate(place.longitude - 360 * turns, place.latitude)
    }

    /// A line or ring in one piece in the window; nil when it leaves the window.
    package func unwrapped(_ places: [Coordinate]) -> [Coordinate]? {
        guard let first = places.first else { return [] }
        var result = [placed(first)]
        result.reserveCapacity(places.count)
        var wanted = result[0].longitude
        for (i, place) in places.enumerated().dropFirst() {
            wanted += Longitude.step(at: i - 1, in: places)
            let turns = ((wanted - place.longitude) / 360).rounded()
            let next = Coordinate(place.longitude + 360 * turns, place.latitude)
            guard next.longitude > west, next.longitude < west + 360 else { return nil }
            result.append(next)
            wanted = next.longitude
        }
        // A ring around a pole does not come back to where it began.
        if let last = places.last, last == first, result.last != result.first { return nil }
        return result
    }
}

/// Shapes cut where longitude leaps (RFC 7946 §3.1.9).
package enum Antimeridian {
    /// Polygons whose longitudes run on beyond ±180, in pieces within −180…180.
    package static func cut(_ polygons: [Polygon]) throws(Problem) -> [Polygon] {
        let box = BoundingBox(polygons.lazy.flatMap(\.rings).flatMap(\.coordinates))
        guard !box.isEmpty else { return [] }
        let turns = stride(
            from: ((box.west + 180) / 360).rounded(.down), through: ((box.east - 180) / 360).rounded(.up),
            by: 1)
        guard box.west < -180 || box.east > 180 else { return polygons }
        var result: [Polygon] = []
        for turn in turns {
            let (west, east) = (360 * turn - 180, 360 * turn + 180)
            let (southwest, northeast) = (Coordinate(west, -90), Coordinate(east, 90))
            let band = Polygon(
                shell: Ring([
                    southwest, Coordinate(east, -90), northeast, Coordinate(west, 90), southwest,
                ]))
            do throws(Problem) {
                result += try ExactOverlay.comparison(of: polygons, and: [band]).both.map {
                    moved($0, by: -360 * turn)
                }
            } catch {
                throw error.ofSurfaces
            }
        }
        return result
    }

    /// A polygon moved in longitude.
    package static func moved(_ polygon: Polygon, by degrees: Double) -> Polygon {
        guard degrees != 0 else { return polygon }
        return Polygon(
            rings: polygon.rings.map {
                Ring($0.coordinates.map { Coordinate($0.longitude + degrees, $0.latitude) })
            })
    }
}
