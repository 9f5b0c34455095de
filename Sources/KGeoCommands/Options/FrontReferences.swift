// What is no front: borders and coasts of --minus, of the scenario, or of GeoData.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoScenario

/// The references that are taken off an outline.
struct FrontReferences {
    /// The outline of Ukraine in GeoData: its land border and its coast on the Black Sea and the Sea of Azov.
    static let defaultFile = "ukraine.geojson"

    var borders = FrontBorders(words: "")
    /// The files they came from; none for those of the scenario.
    var files: [String] = []
    var notices: [Notice] = []

    init(
        _ minus: [String], scenario: Scenario, geodata: String?, ownSide: Bool, input: InputArguments,
        log: InputLog
    ) throws {
        if minus == ["none"] {
            guard !ownSide else { throw Self.noSide }
            borders.words = "nothing (--minus none)"
            return
        }
        if !minus.isEmpty {
            for text in minus {
                let named = try NamedFeatures(text, input, log: log)
                try add(named, text, bounds: ownSide)
                notices += named.notices
            }
            borders.words = minus.joined(separator: ", ")
            return
        }
        guard !ownSide else { throw Self.noSide }
        if let own = FrontBorders(of: scenario) {
            borders = own
            return
        }
        let data = DataFolders.find(geodata)
        guard let folder = data.geodata else {
            borders.words = "nothing (no GeoData found)"
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
        borders.words = path
    }

    private static let noSide = Problem(
        .usage, "--own-side speaks of surfaces of --minus, and none is given",
        hint: "the outline of Ukraine in GeoData is taken with its side already")

    private mutating func add(_ named: NamedFeatures, _ text: String, bounds: Bool) throws {
        guard try borders.add(named.features, file: named.path, bounds: bounds) else {
            throw Problem(
                .geojson, "it holds no line and no surface",
                hint: "--minus takes borders and coasts; --minus none leaves nothing out"
            ).inFile(named.path)
        }
        files.append(named.path)
    }
}
