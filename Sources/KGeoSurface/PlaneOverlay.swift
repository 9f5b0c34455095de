// Surfaces of a plane in metres laid over each other exactly.

package import KGeoCore
internal import KGeoOverlay

/// Overlays of surfaces whose places are metres east and north, as GEOS takes and gives them.
package enum PlaneOverlay {
    /// The ground that two surfaces have in common.
    ///
    /// - Throws: `topology` when a check of the overlay fails.
    package static func both(_ first: [Polygon], _ second: [Polygon]) throws(Problem) -> [Polygon] {
        let scale = scale(first + second)
        return try compared(first, second, scale).both.map { scaled($0, by: 1 / scale) }
    }

    /// The ground that the first has and the second has not.
    ///
    /// - Throws: as `both`.
    package static func first(_ first: [Polygon], without second: [Polygon]) throws(Problem) -> [Polygon] {
        let scale = scale(first + second)
        return try compared(first, second, scale).first.map { scaled($0, by: 1 / scale) }
    }

    private static func compared(
        _ first: [Polygon], _ second: [Polygon], _ scale: Double
    ) throws(Problem) -> ExactOverlay.Comparison {
        do throws(Problem) {
            return try ExactOverlay.comparison(
                of: first.map { scaled($0, by: scale) }, and: second.map { scaled($0, by: scale) })
        } catch {
            throw error.ofSurfaces
        }
    }

    /// A power of two that brings places to no more than 1,024, where the overlay's grid is: no bit of them changes.
    private static func scale(_ polygons: [Polygon]) -> Double {
        var largest = 1.0
        for place in polygons.lazy.flatMap(\.rings).flatMap(\.coordinates) {
            largest = max(largest, abs(place.longitude), abs(place.latitude))
        }
        return Double(sign: .plus, exponent: 9 - largest.exponent, significand: 1)
    }

    private static func scaled(_ polygon: Polygon, by factor: Double) -> Polygon {
        Polygon(
            rings: polygon.rings.map { ring in
                Ring(ring.coordinates.map { Coordinate($0.longitude * factor, $0.latitude * factor) })
            })
    }
}
