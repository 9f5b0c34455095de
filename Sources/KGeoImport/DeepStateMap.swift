// DeepStateMap: the file as its own service delivers it, and the daily mirror of what is occupied.

public import KGeoCore
public import KGeoJSON

/// Reads files of DeepStateMap.
public enum DeepStateMap {
    /// Reads one file.
    ///
    /// - Parameters:
    ///   - source: a service file (`<unix time>.geojson`), or a day of the mirror
    ///     (`deepstatemap_data_YYYYMMDD.geojson`).
    ///   - keepsLiberated: take liberated ground as controlled by Ukraine; else it is left out.
    ///   - reader: how positions become WGS84 longitude and latitude.
    /// - Throws: a problem when the file cannot be read, is neither of the two, or is of no known day.
    public static func read(
        _ source: ByteSource, options: ImportOptions, keepsLiberated: Bool = false,
        reader: ReaderOptions = ReaderOptions(keepsProperties: true)
    ) throws(Problem) -> ImportedMap {
        var map = ImportedMap(file: source.name, kind: "")
        let document = try map.document(reading: source, reader)
        let isService = document.features.contains { $0.record.properties?["fill"]?.string != nil }
        let surfaces = document.features.filter { !($0.geometry?.polygons.isEmpty ?? true) }
        let isMirror =
            !surfaces.isEmpty
            && surfaces.allSatisfy { $0.record.properties?.members.isEmpty ?? true }
        guard isService || isMirror else {
            throw Problem(
                .scenario, "this is no file of DeepStateMap: \(why(document, surfaces))",
                remedy: "\(.importGeoJSON) reads any map, with \(.statusProperty) and the like"
            ).inFile(source.name)
        }
        do throws(Problem) {
            try ProfileReader.fill(
                &map, document, isService ? .deepStateService : .deepStateMirror, options, keepsLiberated)
        } catch {
            throw error.inFile(source.name)
        }
        return map
    }

    private static func why(_ document: GeoJSONDocument, _ surfaces: [Feature]) -> String {
        if document.features.isEmpty { return "it has no feature" }
        if surfaces.isEmpty { return "it has no surface" }
        return "its surfaces have properties, but none has a \"fill\""
    }

    static func surface(_ polygons: [Polygon]) -> Geometry {
        polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(MultiPolygon(polygons))
    }
}

extension ImportedMap {
    /// Reads a GeoJSON text whose rings need not be closed.
    ///
    /// - Throws: a problem when it is no GeoJSON or a ring or line is too short.
    mutating func document(
        reading source: ByteSource, _ reader: ReaderOptions
    ) throws(Problem) -> GeoJSONDocument {
        var options = reader
        options.keepsProperties = true
        options.reportsStructure = true
        var found: [Notice] = []
        let content = try WrappedMap.content(of: source)
        var document = try GeoJSONDocument(reading: content.source, options: options, notices: &found)
        // A service numbers its maps by their moment.
        if let id = content.id, document.collection.foreign["name"] == nil {
            document.collection.foreign["name"] = .string(id)
        }
        var numbers: [Int: Int] = [:]
        for (number, feature) in document.features.enumerated() { numbers[feature.record.index] = number }
        for notice in found where notice.severity == .error {
            guard let feature = notice.problem.place.feature,
                let read = numbers[feature].map({ document.features[$0] }),
                !Self.isTooShort(read.geometry)
            else { throw notice.problem.inFile(file) }
            // A ring that is not closed: it will be.
        }
        notices += found.filter { $0.severity != .error }.map {
            Notice($0.severity, $0.problem.inFile(file))
        }
        return document
    }

    /// Whether a ring has fewer than 4 positions or a line fewer than 2.
    private static func isTooShort(_ geometry: Geometry?) -> Bool {
        guard let geometry else { return false }
        return geometry.polygons.contains { $0.rings.contains { $0.coordinates.count < 4 } }
            || geometry.lines.contains { $0.coordinates.count < 2 }
    }
}
