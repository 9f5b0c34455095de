// Kursk Oblast on 21 August 2024: what was held, what was grey, and both together, with their error.

import KGeoControl
import KGeoCore
import KGeoJSON
import KGeoMeasure
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct ReferenceKurskTests {
    /// Figures printed to a thousandth of a km².
    static let printed = 0.001
    /// The errors are printed with one decimal and were computed by another program.
    static let error = 0.3

    static func polygons(_ status: String) throws -> [Polygon] {
        let map = try ReferenceFiles.map("maps/kursk/kursk_control_2024-08_2025-07.geojson")
        return map.features.filter { feature in
            let properties = feature.record.properties
            return properties?["date"]?.string == "2024-08-21" && properties?["status"]?.string == status
        }.flatMap { $0.geometry?.polygons ?? [] }
    }

    private func measure(_ statuses: [String], sigma: Double? = 500) throws -> ControlAreaMeasurement {
        let parts = try statuses.map { ControlPart(polygons: try Self.polygons($0), boundaryError: sigma) }
        return try ControlAreaMeasurer().measure(parts)
    }

    static let held = ["ukrainian_controlled"]
    static let grey = ["unknown_grey"]

    @Test(arguments: [(held, 828.083), (grey, 425.209), (held + grey, 1_253.292)])
    func areas(statuses: [String], squareKilometres: Double) throws {
        let measured = try measure(statuses)
        #expect(abs(measured.value.value / 1e6 - squareKilometres) <= Self.printed)
        #expect(measured.overlapSquareMetres < 1)
        #expect(!measured.isLeftApart)
    }

    /// u at σ = 500 m and ℓ = 5 km in the plane, as drawn (from a double sum in numpy over places 250 m apart: 27.9 and
    /// 28.6 km²); at the ruler it is less, since detail of the drawing does not move on its own.
    @Test(arguments: [(held, 27.9), (held + grey, 28.6)])
    func errorOfTheOutline(statuses: [String], squareKilometres: Double) throws {
        let measured = try measure(statuses).value
        #expect(abs(measured.boundaryUDrawn / 1e6 - squareKilometres) <= Self.error)
        #expect(measured.boundaryU < measured.boundaryUDrawn)
        #expect(measured.boundaryU > 0.9 * measured.boundaryUDrawn)
        #expect(measured.outlineMetres < measured.outlineDrawnMetres)
        #expect(!measured.boundaryErrorAssumed)
        #expect(measured.boundaryErrorMetres == 500)
    }

    /// Inner lines between held and grey do not count: 231 km of outline instead of 452.
    @Test func outlineOfTheUnion() throws {
        let union = try measure(Self.held + Self.grey)
        #expect(abs(union.value.outlineDrawnMetres / 1_000 - 231) < 1)
        let apart = try Self.polygons("ukrainian_controlled") + Self.polygons("unknown_grey")
        #expect(abs(Measuring.area(of: apart).perimeterMetres / 1_000 - 452) < 1)
    }

    /// With no σ stated that of the class, and marked as assumed.
    @Test func assumedSigma() throws {
        let (stated, assumed) = (try measure(Self.held), try measure(Self.held, sigma: nil))
        #expect(assumed.value.boundaryErrorAssumed)
        #expect(assumed.value.errorClass == "unknown" && assumed.value.makerU > 0)
        #expect(assumed.value.boundaryU > 2 * stated.value.boundaryU)
    }
}
