// The shipped reconstructions against maps drawn by others: how much they share, and whether the stated error
// holds the difference. The figures stand in Docs/Evidence.md, and this holds them there.

import Foundation
import GEOSKit
import KGeo
import KGeoControl
import KGeoCore
import KGeoJSON
import KGeoMeasure
import KGeoScenario
import KGeoSurface
import KGeoVerdict
import TestSupport
import Testing

/// A definition of held ground on a day, reconstructed and as another map draws it.
private struct Comparison {
    let name: String
    let counting: Counting
    let made, drawn: [Polygon]
    /// One standard error of the made area, in km².
    let u: Double

    /// Areas in km², intersection over union, and the row of the page.
    func figures() throws -> (made: Double, drawn: Double, overlap: Double, row: String) {
        let context = try Context()
        let a = try Shape(polygons: Dissolve.union(made).polygons, in: context)
        let b = try Shape(polygons: Dissolve.union(drawn).polygons, in: context)
        let common = Measuring.area(of: try a.intersection(b).shape.polygons()).geodesicSquareMetres / 1e6
        let first = Measuring.area(of: try a.polygons()).geodesicSquareMetres / 1e6
        let second = Measuring.area(of: try b.polygons()).geodesicSquareMetres / 1e6
        let overlap = common / (first + second - common)
        func fixed(_ value: Double, _ decimals: Int) -> String { Figures.fixed(value, decimals) }
        let row =
            "| \(name) | \(counting.label) | \(fixed(first, 0)) | \(fixed(2 * u, 0)) | \(fixed(second, 0)) | \(fixed(first / second, 2)) | \(fixed(overlap, 2)) | \(abs(first - second) <= 2 * u ? "yes" : "no") |"
        return (first, second, overlap, row)
    }
}

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct EvidenceTests {
    private static func shipped(_ name: String) throws -> Scenario {
        let path = try #require(SharedFolder.projectRoot) + "/Scenarios/" + name
        let loaded = try ScenarioLoader.load(ByteSource(path: path))
        #expect(loaded.problems.isEmpty)
        return loaded.scenario
    }

    private static func comparison(
        _ name: String, _ scenario: Scenario, _ day: String, _ counting: Counting, _ drawn: [Polygon]
    ) throws -> Comparison {
        let date = try #require(CalendarDate(iso: day))
        let features = scenario.features.filter { feature in
            feature.role == .control && feature.date == date
                && feature.status.map(counting.statuses.contains) ?? false
        }
        let checker = MapMeasurer(scenario, settings: CheckSettings())
        var value = try checker.measure(features, on: date).value
        value.addStated(u: scenario.statedError(of: counting, subject: Subject(), on: date))
        return Comparison(
            name: name, counting: counting, made: features.flatMap { $0.geometry?.polygons ?? [] },
            drawn: drawn,
            u: value.u / 1e6)
    }

    /// Ground of a raw map of 2025-04-29 in one colour, inside Sumy Oblast.
    private static func sumy(_ map: String, fills: Set<String>?) throws -> [Polygon] {
        let path = try #require(SharedFolder.path("maps/" + map))
        let document = try GeoJSONDocument(reading: ByteSource(path: path))
        let oblast = try #require(try GeoDataFolder.features("oblasts.geojson")["sumy-oblast"]?.geometry)
        let context = try Context()
        let frame = try Shape(polygons: oblast.polygons, in: context)
        let polygons = document.features.filter { feature in
            guard let fills else { return true }
            return feature.record.properties?["fill"]?.string.map(fills.contains) ?? false
        }.flatMap { $0.geometry?.polygons ?? [] }.map { polygon in
            Polygon(rings: polygon.rings.map { Ring($0.coordinates) })
        }
        var result: [Polygon] = []
        for polygon in polygons {
            let shape = try Shape(polygon: polygon, in: context).makeValid(.structure)
            guard try shape.intersects(frame) else { continue }
            result += try shape.intersection(frame).shape.polygons()
        }
        return result
    }

    @Test func shippedMapsAgainstDrawnMaps() throws {
        let kursk = try Self.shipped("kursk-2024-08.geojson")
        let sumy = try Self.shipped("sumy-2025.geojson")
        let held = try ReferenceKurskTests.polygons("ukrainian_controlled")
        let grey = try ReferenceKurskTests.polygons("unknown_grey")
        let contested = Counting([.contested])
        let april = try Self.sumy("raw/1745960528.geojson", fills: ["#bcaaa4"])
        let may = try Self.sumy("occupied/deepstatemap_data_20250531.geojson", fills: nil)
        let all = [
            try Self.comparison("Kursk, 24 August 2024", kursk, "2024-08-24", .controlled, held),
            try Self.comparison(
                "Kursk, 24 August 2024", kursk, "2024-08-24", .controlledAndContested, held + grey),
            try Self.comparison("Sumy, 29 April 2025", sumy, "2025-04-29", contested, april),
            try Self.comparison("Sumy, 31 May 2025", sumy, "2025-05-31", .controlled, may),
        ]
        let path = try #require(SharedFolder.projectRoot) + "/Docs/Evidence.md"
        let page = SharedFolder.text(of: path) ?? ""
        for comparison in all {
            let figures = try comparison.figures()
            // Printed, so that a changed figure can be copied into the page.
            if !page.contains(figures.row) { print(figures.row) }
            #expect(page.contains(figures.row))
            #expect(figures.overlap > 0.5)
        }
    }
}
