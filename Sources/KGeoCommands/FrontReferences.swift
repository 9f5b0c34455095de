// What is no front: borders and coasts of --minus, of the scenario, or of GeoData; and the areas of --by.

internal import ArgumentParser
internal import KGeo

/// The references that are taken off an outline.
struct FrontReferences {
    /// The outline of Ukraine in GeoData: its land border and its coast on the Black Sea and the Sea of Azov.
    static let defaultFile = "ukraine.geojson"

    var references: [FrontReference] = []
    /// The files they came from; none for those of the scenario.
    var files: [String] = []
    /// Where they come from, in words.
    var words = ""
    /// What must be printed with them.
    var credit: String?
    var notices: [Notice] = []

    init(
        _ minus: [String], scenario: Scenario, geodata: String?, ownSide: Bool, input: InputArguments,
        log: InputLog
    ) throws {
        if minus == ["none"] {
            guard !ownSide else { throw Self.noSide }
            words = "nothing (--minus none)"
            return
        }
        if !minus.isEmpty {
            for text in minus {
                let named = try NamedFeatures(text, input, log: log)
                try add(named, text, bounds: ownSide)
            }
            words = minus.joined(separator: ", ")
            return
        }
        guard !ownSide else { throw Self.noSide }
        let own = scenario.features.filter { feature in
            guard feature.role == .reference, let geometry = feature.geometry else { return false }
            return !geometry.lines.isEmpty || !geometry.polygons.isEmpty
        }
        if !own.isEmpty {
            words = "the reference features of the scenario"
            for feature in own {
                references.append(
                    FrontReference(
                        name: feature.id ?? "feature \(feature.index)",
                        geometry: feature.geometry ?? .collection([]), boundaryError: feature.boundaryError))
            }
            return
        }
        let data = DataFolders.find(geodata)
        guard let folder = data.geodata else {
            words = "nothing (no GeoData found)"
            notices.append(
                Notice(
                    .warning,
                    Problem(
                        .input, "no border or coast is left out: GeoData was not found",
                        hint: "--geodata names the folder that holds it; --minus names another border")))
            return
        }
        let path = folder + "/" + Self.defaultFile
        try add(try NamedFeatures(path, options: InputOptions(), log: log), path, bounds: true)
        words = path
    }

    private static let noSide = Problem(
        .usage, "--own-side speaks of surfaces of --minus, and none is given",
        hint: "the outline of Ukraine in GeoData is taken with its side already")

    private mutating func add(_ named: NamedFeatures, _ text: String, bounds: Bool) throws {
        let count = references.count
        for feature in named.features {
            guard let geometry = feature.geometry, !geometry.lines.isEmpty || !geometry.polygons.isEmpty
            else { continue }
            let properties = feature.record.properties
            let sigma = properties?["boundary_error_m"]?.double
            if let sigma, sigma < 0 {
                throw Problem(
                    .scenario, "must be a number of metres, 0 or more",
                    at: Problem.Place(
                        feature: feature.record.index, id: feature.record.label, property: "boundary_error_m")
                ).inFile(named.path)
            }
            references.append(
                FrontReference(
                    name: AreaName.name(of: feature),
                    geometry: geometry, boundaryError: sigma, bounds: bounds))
            if let licence = properties?["licence"]?.string, licence.hasPrefix("ODbL") {
                credit = "© OpenStreetMap contributors"
            }
        }
        guard references.count > count else {
            throw Problem(
                .geojson, "it holds no line and no surface",
                hint: "--minus takes borders and coasts; --minus none leaves nothing out"
            ).inFile(named.path)
        }
        files.append(named.path)
    }
}

/// The sectors of a front that no file divides.
enum FrontRegions {
    /// The line by the regions that its ground names; none when it names fewer than two.
    static func ofGround(_ front: MeasuredFront) -> [FrontSector] {
        let regions = front.side.features.map { feature in
            FrontRegion(
                name: feature.regions.isEmpty ? "elsewhere" : feature.regions.joined(separator: "; "),
                polygons: feature.geometry?.polygons ?? [])
        }
        guard Set(regions.map(\.name)).count > 1 else { return [] }
        return front.line.sectors(beside: regions)
    }
}
