// The GeoData of the project, and sums over its outlines.

import KGeoAtlas
import KGeoCore
import TestSupport
import Testing

enum AtlasFixture {
    static func geodata() throws -> String { try #require(SharedFolder.projectRoot) + "/GeoData" }

    static func regions() throws -> RegionAtlas { try RegionAtlas(geodata: geodata()) }

    static func places() throws -> PlaceAtlas { try PlaceAtlas(geodata: geodata()) }

    /// Ukraine's first-level regions and the Russian ones beside it.
    static let russian = [
        "RU-BEL", "RU-BRY", "RU-KRS", "RU-ROS", "RU-VOR", "RU-KDA", "RU-SMO", "RU-ORL", "RU-LIP",
    ]

    /// Twice the area in square steps of 1e-6 degrees: whole numbers, so sums of it are exact.
    static func doubledArea(_ region: AtlasRegion) -> Int128 {
        func step(_ degrees: Double) -> Int128 { Int128((degrees * 1e6).rounded()) }
        var total: Int128 = 0
        for ring in region.polygons.flatMap(\.rings) {
            for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
                total += step(a.longitude) * step(b.latitude) - step(b.longitude) * step(a.latitude)
            }
        }
        return total
    }

    /// Whether a place lies in a region, by the crossings of a line to the east.
    static func contains(_ region: AtlasRegion, _ place: Coordinate) -> Bool {
        var isInside = false
        for ring in region.polygons.flatMap(\.rings) {
            for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst())
            where (a.latitude > place.latitude) != (b.latitude > place.latitude) {
                let t = (place.latitude - a.latitude) / (b.latitude - a.latitude)
                if place.longitude < a.longitude + t * (b.longitude - a.longitude) { isInside.toggle() }
            }
        }
        return isInside
    }
}
