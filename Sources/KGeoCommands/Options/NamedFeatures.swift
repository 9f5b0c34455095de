// FILE, FILE#ID or FILE#NAME on the command line: all features of a file, or the one that is meant.

internal import KGeo
internal import KGeoCore
internal import KGeoJSON
internal import KGeoScenario

/// The features that an argument names.
struct NamedFeatures {
    /// The file's path, without the id.
    var path: String
    /// What the file says of all its features.
    var collection: CollectionRecord
    var features: [Feature]
    /// All features of the file.
    var all: [Feature]
    /// The stretches of front that the file holds beside them: features of role front with a σ.
    var fronts: [Feature]

    /// Reads them.
    ///
    /// - Throws: a problem when the file cannot be read, is no GeoJSON, or no feature, or more than one, is meant.
    ///
    /// - Parameters:
    ///   - names: the property that names features.
    ///   - hint: what to do when there is no such file.
    ///   - log: takes note of the file.
    ///   - isMain: whether the command is about this file.
    init(
        _ text: String, _ input: InputArguments, names: String? = nil, hint: String? = nil,
        log: InputLog? = nil, isMain: Bool = false
    ) throws {
        try self.init(
            text, options: input.options, names: names, hint: hint, log: log, isMain: isMain)
    }

    /// The same for a command that takes its input as the file gives it.
    init(
        _ text: String, options: InputOptions, names: String? = nil, hint: String? = nil,
        log: InputLog? = nil, isMain: Bool = false
    ) throws {
        path = Self.path(text)
        let id = text.lastIndex(of: "#").map { String(text[text.index(after: $0)...]) }
        let source: ByteSource
        do {
            source = try InputFile.source(path)
        } catch {
            var problem = error
            if let hint { problem.hint = hint }
            throw problem
        }
        log?.watch(source)
        let document = try GeoJSONDocument(
            reading: source, options: try options.readerOptions(keepsProperties: true))
        log?.add(source, isMain: isMain)
        collection = document.collection
        features = document.features
        all = document.features
        fronts = document.features.filter { feature in
            feature.record.properties?["role"]?.string == Role.front.rawValue
                && feature.record.properties?["boundary_error_m"]?.double != nil
        }
        if let id {
            features = try AreaName.features(id, among: features, property: names, file: path)
        }
    }

    /// The file of an argument, without the id.
    static func path(_ text: String) -> String { text.lastIndex(of: "#").map { String(text[..<$0]) } ?? text }

    /// Their geometries as one.
    var geometry: Geometry {
        let geometries = features.compactMap(\.geometry)
        return geometries.count == 1 ? geometries[0] : .collection(geometries)
    }
}
