// Reference figures and the maps they belong to, as they lie beside the project.

import KGeoCore
import KGeoJSON
import KGeoMeasure
import TestSupport
import Testing

/// Reads tables of reference figures, and maps.
enum ReferenceFiles {
    /// The rows of a comma-separated table without quotes, by the names in its first line.
    static func table(_ path: String) throws -> [[String: String]] {
        let text = try #require(SharedFolder.path(path).flatMap(SharedFolder.text))
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let names = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(names, $0)) { first, _ in first } }
    }

    /// A map as a whole.
    static func map(_ path: String) throws -> GeoJSONDocument {
        try GeoJSONDocument(reading: ByteSource(path: try #require(SharedFolder.path(path))))
    }

    /// The surfaces of a map.
    static func polygons(_ path: String) throws -> [Polygon] {
        try map(path).features.flatMap { $0.geometry?.polygons ?? [] }
    }

    /// The area of a map as `kgeo area` measures it: streamed, nothing kept.
    static func streamedArea(_ path: String) throws -> AreaMeasurement {
        var reader = GeoJSONReader(try ByteSource(path: try #require(SharedFolder.path(path))))
        let sink = AreaSink()
        while try reader.nextFeature(into: sink) != nil {}
        return sink.take()
    }

    /// The path of the map of occupied Ukraine on a day, written YYYYMMDD.
    static func occupied(_ day: String) -> String { "maps/occupied/deepstatemap_data_\(day).geojson" }

    /// By how much a figure is off, relative to what it should be.
    static func offBy(_ figure: Double, from wanted: Double) -> Double { abs(figure - wanted) / abs(wanted) }
}

extension Dictionary where Key == String, Value == String {
    /// The number in a column.
    func number(_ column: String) throws -> Double {
        try #require(self[column].flatMap { Double($0) }, "column \(column)")
    }
}
