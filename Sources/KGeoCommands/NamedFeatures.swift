// FILE or FILE#ID on the command line: all features of a file, or those of one id.

internal import KGeo

/// The features that an argument names.
struct NamedFeatures {
    /// The file's path, without the id.
    var path: String
    var features: [Feature]

    /// Reads them.
    ///
    /// - Throws: a problem when the file cannot be read, is no GeoJSON, or no feature has the id.
    init(_ text: String, _ input: InputArguments) throws {
        path = text
        var id: String?
        if let hash = text.lastIndex(of: "#") {
            path = String(text[..<hash])
            id = String(text[text.index(after: hash)...])
        }
        let document = try GeoJSONDocument(
            reading: ByteSource(path: path), options: try input.options.readerOptions(keepsProperties: true))
        features = document.features
        if let id {
            features = features.filter { $0.record.label == id }
            guard !features.isEmpty else {
                throw Problem(.input, "no feature has the id \"\(id)\"").inFile(path)
            }
        }
    }

    /// Their geometries as one.
    var geometry: Geometry {
        let geometries = features.compactMap(\.geometry)
        return geometries.count == 1 ? geometries[0] : .collection(geometries)
    }
}
