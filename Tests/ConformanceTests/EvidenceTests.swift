// The shipped reconstructions against maps drawn by others, laid over each other exactly: Docs/Evidence.md, which is made
// on a grid of 1 km, says the same.

import Foundation
import GEOSKit
import KGeo
import KGeoCore
import KGeoJSON
import KGeoMeasure
import KGeoScenario
import KGeoSurface
import TestSupport
import Testing

/// A definition of held ground on a day, reconstructed and as another map draws it.
private struct Comparison {
    /// How its row of the page begins.
    let row: String
    /// The cells with what was made, what is drawn, and the overlap.
    let cells: (made: Int, drawn: Int, overlap: Int)
    let made, drawn: [Polygon]

    /// Areas in km², intersection over union.
    func figures() throws -> (made: Double, drawn: Double, overlap: Double) {
        let context = try Context()
        let a = try Shape(polygons: Dissolve.union(made).polygons, in: context)
        let b = try Shape(polygons: Dissolve.union(drawn).polygons, in: context)
        let common = Measuring.area(of: try a.intersection(b).shape.polygons()).geodesicSquareMetres / 1e6
        let first = Measuring.area(of: try a.polygons()).geodesicSquareMetres / 1e6
        let second = Measuring.area(of: try b.polygons()).geodesicSquareMetres / 1e6
        return (first, second, common / (first + second - common))
    }

    /// The numbers of the row on a page.
    func said(on page: String) -> [Double?]? {
        page.split(separator: "\n").first { $0.hasPrefix(row) }?.split(separator: "|").map {
            Double($0.filter { $0 != "," && $0 != " " })
        }
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

    private static func ground(_ scenario: Scenario, _ day: String, _ counting: Counting) throws -> [Polygon]
    {
        let date = try #require(CalendarDate(iso: day))
        return scenario.features.filter { feature in
            feature.role == .control && feature.date == date
                && feature.status.map(counting.statuses.contains) ?? false
        }.flatMap { $0.geometry?.polygons ?? [] }
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
        let april = try Self.sumy("raw/1745960528.geojson", fills: ["#bcaaa4"])
        let may = try Self.sumy("occupied/deepstatemap_data_20250531.geojson", fills: nil)
        let day = "2024-08-24"
        let all = [
            Comparison(
                row: "| 2024-08-21 | controlled |", cells: (2, 5, 7),
                made: try Self.ground(kursk, day, .controlled), drawn: held),
            Comparison(
                row: "| 2024-08-21 | controlled+contested |", cells: (2, 5, 7),
                made: try Self.ground(kursk, day, .controlledAndContested), drawn: held + grey),
            Comparison(
                row: "| 2025-04-29 | contested |", cells: (2, 4, 5),
                made: try Self.ground(sumy, "2025-04-29", Counting([.contested])), drawn: april),
            Comparison(
                row: "| 2025-05-31 | controlled |", cells: (2, 4, 5),
                made: try Self.ground(sumy, "2025-05-31", .controlled), drawn: may),
        ]
        let path = try #require(SharedFolder.projectRoot) + "/Docs/Evidence.md"
        let page = SharedFolder.text(of: path) ?? ""
        for comparison in all {
            let said = try #require(comparison.said(on: page), "no row \(comparison.row)")
            let figures = try comparison.figures()
            for (cell, figure) in [
                (comparison.cells.made, figures.made), (comparison.cells.drawn, figures.drawn),
            ] {
                let value = try #require(said[cell])
                #expect(
                    abs(value - figure) < 0.03 * figure + 3, "\(comparison.row) \(value), exactly \(figure)")
            }
            let overlap = try #require(said[comparison.cells.overlap])
            #expect(
                abs(overlap - figures.overlap) < 0.05,
                "\(comparison.row) \(overlap), exactly \(figures.overlap)")
        }
    }
}
