// One polygon, begun at whichever of its vertices: one error.

import KGeoControl
import KGeoCore
import KGeoJSON
import KGeoMeasure
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct RingStartTests {
    /// Sums in another order.
    static let rounding = 1e-9

    static let files = ["low", "high", "q", "r"].map { "cases/ring-start/\($0).geojson" }

    private static func parts(_ file: String, turned by: Int = 0) throws -> [ControlPart] {
        let polygons = try ReferenceFiles.map(file).features.flatMap { $0.geometry?.polygons ?? [] }
        return [
            ControlPart(
                polygons: polygons.map { polygon in
                    Polygon(
                        rings: polygon.rings.map { ring in
                            let corners = ring.coordinates.dropLast()
                            let first = corners.startIndex + by % corners.count
                            let places = Array(corners[first...] + corners[..<first])
                            return Ring(places + [places[0]])
                        })
                }, boundaryError: nil)
        ]
    }

    private static func measured(_ parts: [ControlPart]) throws -> MeasuredValue {
        // As before classes: the start mattered at any σ and ℓ.
        try ControlAreaMeasurer(settings: ErrorSettings(boundaryError: 250)).measure(parts).value
    }

    @Test(arguments: files)
    func theErrorDoesNotDependOnTheStart(file: String) throws {
        let wanted = try Self.measured(Self.parts(file))
        #expect(wanted.boundaryU > 0)
        for start in 1..<8 {
            let turned = try Self.measured(Self.parts(file, turned: start))
            #expect(abs(turned.boundaryU - wanted.boundaryU) <= Self.rounding * wanted.boundaryU)
            #expect(abs(turned.outlineMetres - wanted.outlineMetres) <= Self.rounding * wanted.outlineMetres)
        }
    }

    /// The two files are one polygon.
    @Test func lowAndHighAreOne() throws {
        let (low, high) = (
            try Self.measured(Self.parts(Self.files[0])), try Self.measured(Self.parts(Self.files[1]))
        )
        #expect(abs(low.boundaryU - high.boundaryU) <= Self.rounding * high.boundaryU)
    }
}
