// Layers as GeoJSON: the same typed columns in every feature, coordinates and measures as they were given.

import KGeoCore
import KGeoExport
import KGeoJSON
import Testing

struct LayerTests {
    @Test func everyFeatureHasTheSameColumnsInTheSameOrder() throws {
        var bare = BundleFeature(index: 1, role: .reference)
        bare.shapes = [.surfaces([Samples.square(1, 1, 1)], Samples.area(5e9))]
        let files = try Samples.files([
            Samples.map([Samples.control(0, "controlled", [Samples.square(0, 0, 1)]), bare])
        ])
        let features = try Samples.document(files["m-polygons.geojson"]).features
        let names = features.map { $0.record.properties?.members.map(\.name) ?? [] }
        #expect(names.count == 2 && names[0] == names[1])
        #expect(
            names[0] == [
                "id", "name", "role", "status", "holder", "region", "date", "date_end", "area_km2",
                "perimeter_km",
                "boundary_error_m", "source", "source_url", "licence", "note", "title", "description", "fill",
                "fill-opacity", "stroke", "stroke-width", "stroke-opacity",
            ])
        #expect(features[1].record.properties?["date"] == .null)
        #expect(features[0].record.properties?["date"] == .string("2024-08-21"))
    }

    @Test func wholeNumbersStayReals() throws {
        let files = try Samples.files([
            Samples.map([Samples.control(0, "controlled", [Samples.square(0, 0, 1)], squareMetres: 2e6)])
        ])
        let text = try #require(files["m-polygons.geojson"])
        #expect(text.contains("\"area_km2\":2.0,\"perimeter_km\":4.0,\"boundary_error_m\":250.0"))
    }

    @Test func coordinatesAreThoseMeasuredToTheLastBit() throws {
        // Clockwise as given: written by the right-hand rule, each number in full.
        let places = [
            Coordinate(35.1, 51.2), Coordinate(35.123456789012345, 52.1),
            Coordinate(36.1, 51.000000000000007),
            Coordinate(35.1, 51.2),
        ]
        let files = try Samples.files([
            Samples.map([Samples.control(0, "contested", [Polygon(shell: Ring(places))])])
        ])
        let document = try Samples.document(files["m-polygons.geojson"])
        #expect(document.features[0].geometry == .polygon(Polygon(shell: Ring(places.reversed()))))
        #expect(document.collection.foreign["name"] == .string("m-polygons"))
        #expect(document.collection.bbox == [35.1, 51.000000000000007, 36.1, 52.1])
    }

    @Test func aLayerHoldsOneKindOfGeometry() throws {
        var mixed = BundleFeature(index: 2, role: .line)
        mixed.shapes = [
            .surfaces([Samples.square(5, 5, 1)], Samples.area(1)),
            .lines([LineString([Coordinate(0, 0), Coordinate(1, 1)])], metres: 157_000),
            .places([Coordinate(3, 4)]),
        ]
        let two = Samples.control(0, "controlled", [Samples.square(0, 0, 1), Samples.square(2, 2, 1)])
        let one = Samples.control(1, "controlled", [Samples.square(8, 8, 1)])
        let files = try Samples.files([Samples.map([two, one, mixed])])
        #expect(
            files.keys.sorted() == [
                "README.md", "m-lines.geojson", "m-lines.qml", "m-points.geojson", "m-points.qml",
                "m-polygons.geojson", "m-polygons.qml",
            ])
        let polygons = try Samples.document(files["m-polygons.geojson"]).features
        #expect(polygons.compactMap { $0.geometry?.type } == [.multiPolygon, .multiPolygon, .multiPolygon])
        let line = try Samples.document(files["m-lines.geojson"]).features[0]
        #expect(line.geometry?.type == .lineString)
        #expect(line.record.properties?["length_km"]?.double == 157)
        #expect(
            try Samples.document(files["m-points.geojson"]).features[0].geometry?.points == [Coordinate(3, 4)]
        )
    }

    @Test(arguments: [Double.nan, .infinity])
    func aPositionThatIsNoNumberIsAnErrorAndNoFile(_ bad: Double) throws {
        let ring = Ring([Coordinate(0, 0), Coordinate(bad, 0), Coordinate(1, 1), Coordinate(0, 0)])
        let broken = Samples.control(7, "controlled", [Polygon(shell: ring)])
        let problem = #expect(throws: Problem.self) {
            try Samples.files([Samples.map([broken])])
        }
        #expect(
            problem?.code == .coordinate && problem?.place.feature == 7 && problem?.place.file == "m.geojson")
        var map = Samples.map([])
        map.findings = [Samples.finding([Polygon(shell: ring)])]
        #expect(throws: Problem.self) { try Samples.files([map]) }
    }

    @Test func findingsCarryTheirNumbersAndTheirGround() throws {
        var map = Samples.map([])
        map.findings = [
            Samples.finding([Samples.square(0, 0, 1)]), Samples.finding([], verdict: .notCheckable),
        ]
        let files = try Samples.files([map])
        let features = try Samples.document(files["m-findings.geojson"]).features
        let first = try #require(features[0].record.properties)
        #expect(first["said"] == .string("at least 1,300 km²"))
        #expect(first["said_low"]?.double == 1_300 && first["said_high"] == .null)
        #expect(first["value_si"]?.double == 828e6 && first["u_si"]?.double == 12e6)
        #expect(first["low95_si"]?.double == 804e6 && first["high95_si"]?.double == 852e6)
        #expect(first["area_km2"]?.double == 828 && first["as_worded"] == .bool(true))
        #expect(
            first["verdict"] == .string("overstated") && first["verdict_text"] == .string("above the map"))
        #expect(features[1].geometry == nil && features[1].record.properties?["value_si"] == .null)
        #expect(features[1].record.properties?.members.map(\.name) == first.members.map(\.name))
    }

    @Test func textOfAFileIsMadeHarmless() throws {
        var feature = Samples.control(0, "controlled", [Samples.square(0, 0, 1)])
        feature.note = "a\u{1B}[31m\u{202E}b\u{0}"
        let text = try #require(try Samples.files([Samples.map([feature])])["m-polygons.geojson"])
        #expect(text.contains("a\\\\u{1b}[31m\\\\u{202e}b\\\\u{0}"))
    }

    @Test func namesAreFitForFilesAndUnique() {
        #expect(
            BundleName.unique(for: [
                "/a/Kursk 2024.geojson", "b/kursk-2024.GeoJSON", "-", "../..", "Курск.json", "a:b*c?.geojson",
            ]) == ["Kursk-2024", "kursk-2024-2", "map", "map-2", "Курск", "a-b-c-"])
        let long = BundleName.unique(for: [String(repeating: "ж", count: 500) + ".geojson"])[0]
        #expect(long.utf8.count <= 160 && !long.isEmpty)
    }
}
