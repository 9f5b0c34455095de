// FILE, FILE#ID, FILE#NAME or a region on the command line: all features of a file, or what is meant.

internal import KGeo
internal import KGeoAtlas
internal import KGeoControl
internal import KGeoCore
internal import KGeoImport
internal import KGeoJSON
internal import KGeoScenario

/// Whether an argument may name regions of GeoData, and what of them is meant.
enum RegionUse {
    case none
    /// The regions as they are named.
    case whole
    /// What they are divided into.
    case parts
}

/// What a known maker's map means, where an argument names one.
enum MapUse {
    /// Its features as they stand in the file.
    case drawn
    /// The ground that the side which holds most controls; the maps of others are as they stand in the file.
    case held
    /// What a mapping says too, of anybody's map; whose ground is meant, the command chooses.
    case mapped
}

/// The features that an argument names.
struct NamedFeatures {
    /// The file's path, without the id.
    var path: String
    /// What the file says of all its features.
    var collection: CollectionRecord
    var features: [Feature]
    /// All features of the file.
    var all: [Feature]
    /// What was said of a map that was read through its maker's profile.
    var notices: [Notice] = []
    /// What such a map ought to show and does not.
    var gaps: [StatusGap] = []
    /// The stretches of front that the file holds beside them: features of role front with a σ.
    var fronts: [Feature]
    /// The regions of GeoData that were named instead of a file.
    var regions: NamedRegions?

    /// Reads them.
    ///
    /// - Throws: a problem when the file cannot be read, is no GeoJSON, or no feature, or more than one, is meant.
    ///
    /// - Parameters:
    ///   - names: the property that names features.
    ///   - takesRegions: whether regions of GeoData may be named; they are divided into theirs (`.parts`) or not.
    ///   - hint: what to do when there is no such file.
    ///   - log: takes note of the file.
    ///   - isMain: whether the command is about this file.
    ///   - use: what a known maker's map means here.
    init(
        _ text: String, _ input: InputArguments, names: String? = nil, takesRegions: RegionUse = .none,
        hint: String? = nil, log: InputLog? = nil, isMain: Bool = false, use: MapUse = .held
    ) throws {
        try self.init(
            text, options: input.options, names: names, takesRegions: takesRegions, hint: hint, log: log,
            isMain: isMain, use: use)
    }

    /// The same for a command that takes its input as the file gives it.
    init(
        _ text: String, options: InputOptions, names: String? = nil, takesRegions: RegionUse = .none,
        hint: String? = nil, log: InputLog? = nil, isMain: Bool = false, use: MapUse = .held
    ) throws {
        if takesRegions != .none, let named = try NamedRegions.find(text) {
            try named.note(in: log)
            path = named.file
            collection = CollectionRecord()
            let wanted = try takesRegions == .parts ? named.parts() : named.regions
            features = NamedRegions.features(wanted)
            all = features
            fronts = []
            regions = named
            return
        }
        path = Self.path(text)
        let id = text.lastIndex(of: "#").map { String(text[text.index(after: $0)...]) }
        let source: ByteSource
        do {
            source = try InputFile.source(path)
        } catch {
            var problem = error
            if let hint { problem.hint = hint }
            if takesRegions != .none, let more = NamedRegions.hint(text) {
                problem.hint = [problem.hint, more].compactMap(\.self).joined(separator: "; ")
            }
            throw problem
        }
        log?.watch(source)
        let reader = try options.readerOptions(keepsProperties: true)
        let document: GeoJSONDocument
        var isOfKnownMaker = false
        if use == .drawn {
            document = try GeoJSONDocument(reading: source, options: reader)
        } else {
            let map = try OpenedMap(reading: source, reader: reader, takesSaved: use == .mapped)
            document = use == .mapped ? try map.mapped() : map.document
            isOfKnownMaker = map.profile != nil
            gaps = map.gaps
            notices = isOfKnownMaker ? map.notices : map.notices.filter { $0.problem.code == .scenario }
        }
        log?.add(source, isMain: isMain)
        collection = document.collection
        features = document.features
        all = document.features
        fronts = document.features.filter { feature in
            feature.record.properties?["role"]?.string == Role.front.rawValue
                && feature.record.properties?["boundary_error_m"]?.double != nil
        }
        if use == .held, isOfKnownMaker {
            let held = GroundChoice(counting: .controlled)
            if let gap = gaps.first(where: { held.counting.statuses.contains($0.status) }) {
                throw gap.notice(path).problem
            }
            if id == nil {
                features = try HeldSurfaces.chosen(
                    features, of: collection, held, path, &notices, takesHolder: false)
            }
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
