// Small maps for bundles, their measures given rather than measured: the room takes what it is told.

import KGeoCore
import KGeoExport
import KGeoJSON

enum Samples {
    /// A square; clockwise when its size is negative in one direction.
    static func square(_ x: Double, _ y: Double, _ size: Double) -> Polygon {
        Polygon(
            shell: Ring([
                Coordinate(x, y), Coordinate(x + size, y), Coordinate(x + size, y + size),
                Coordinate(x, y + size), Coordinate(x, y),
            ]))
    }

    static func area(_ squareMetres: Double, perimeter: Double = 4_000) -> AreaMeasurement {
        var area = AreaMeasurement()
        area.geodesicSquareMetres = squareMetres
        area.perimeterMetres = perimeter
        return area
    }

    static func control(
        _ index: Int, _ status: String, _ polygons: [Polygon], squareMetres: Double = 1e6
    ) -> BundleFeature {
        var feature = BundleFeature(index: index, role: .control)
        feature.id = "f\(index)"
        feature.status = status
        feature.holder = "North"
        feature.date = CalendarDate(iso: "2024-08-21")
        feature.boundaryError = 250
        feature.source = "a mapmaker"
        feature.shapes = [.surfaces(polygons, area(squareMetres))]
        return feature
    }

    static func map(_ features: [BundleFeature]) -> BundleMap {
        var map = BundleMap(name: "m", file: "m.geojson", sha256: "00")
        map.features = features
        return map
    }

    static func files(_ maps: [BundleMap]) throws -> [String: String] {
        let files = try QGISBundle(maps: maps, tool: "kgeo 0", method: "geodesic edges").files()
        return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
    }

    static func document(_ text: String?) throws -> GeoJSONDocument {
        try GeoJSONDocument(reading: ByteSource(text: text ?? ""))
    }

    /// A claim of an area, checked under one definition.
    static func finding(_ polygons: [Polygon], verdict: Verdict = .overstated, quote: String = "q")
        -> BundleFinding
    {
        var claim = Claim(
            id: "c", kind: .area, numbers: [PrintedNumber(value: 1_300, step: 100)],
            unit: MeasureUnit.table.first { $0.name == "km2" } ?? MeasureUnit.table[0], qualifier: .atLeast)
        claim.quote = quote
        var row = DefinitionFinding(counting: .controlled, asWorded: true, verdict: verdict)
        var value = MeasuredValue(value: 828e6, boundaryU: 12e6, edgeEffect: 0)
        value.date = CalendarDate(iso: "2024-08-21")
        row.measured = polygons.isEmpty ? nil : value
        row.ratio = 1_300.0 / 828
        let finding = Finding(
            claim: claim, said: Interval(1_300, .infinity), saidSI: Interval(1.3e9, .infinity),
            resolution: 100, resolutionInferred: true, definitions: [row], verdictAsWorded: verdict,
            verdict: verdict, isRobust: true, isPartlyInconclusive: false, reason: "above the map")
        return BundleFinding(
            finding: finding, row: row, polygons: polygons, area: polygons.isEmpty ? nil : area(828e6))
    }
}
