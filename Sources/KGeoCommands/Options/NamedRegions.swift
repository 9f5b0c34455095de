// A region of GeoData by its name on the command line, where a file of areas may stand.

internal import KGeo
internal import KGeoAtlas
internal import KGeoControl
internal import KGeoCore
internal import KGeoJSON
internal import SystemC

/// The regions that an argument names: one, or several parted by semicolons.
struct NamedRegions {
    let regions: [AtlasRegion]
    private let atlas: RegionAtlas

    /// The file that they come from, as it is called.
    var file: String { atlas.fileName }

    /// The regions of a text; nil when a file of that name is there, when there is no GeoData, and when nothing is
    /// called so.
    ///
    /// - Throws: a problem when several regions are called so, or one of several names is unknown.
    static func find(_ text: String) throws(Problem) -> NamedRegions? {
        guard canBeName(text), let atlas = try atlas() else { return nil }
        let names = text.split(separator: ";").map(String.init)
        guard let first = names.first else { return nil }
        let codes = try atlas.codes(named: first)
        guard names.count > 1 || !codes.isEmpty else { return nil }
        return NamedRegions(
            regions: try names.map { name throws(Problem) in try atlas.region(trimmed(name)) }, atlas: atlas)
    }

    /// What else to do about a text that is neither a file nor a region; nil for one that can be no name.
    static func hint(_ text: String) -> String? {
        guard canBeName(text) else { return nil }
        do throws(Problem) {
            guard let atlas = try atlas() else {
                return
                    "nothing is known by its name: GeoData was not found; KGEO_DATA names the folder it lies in"
            }
            _ = try atlas.region(text)
            return nil
        } catch {
            let problem = error.inCommandWords
            return [problem.message, problem.hint].compactMap(\.self).joined(separator: ": ")
        }
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// Whether a text can be a name: no path, no name of a map, and no file of that name is there.
    static func canBeName(_ text: String) -> Bool {
        let path = NamedFeatures.path(text)
        let endings = [".geojson", ".json", ".geojsonl", ".gz", ".csv", ".kml", ".kmz", ".gpkg", ".shp"]
        guard path == text, text.contains(where: \.isLetter), !text.contains("/"),
            !endings.contains(where: text.lowercased().hasSuffix)
        else { return false }
        return access(FileName.bytes(InputFile.find(text).path), F_OK) != 0
    }

    /// The regions of GeoData; nil where it has none.
    static func atlas() throws(Problem) -> RegionAtlas? {
        guard let folder = DataFolders.find(InputFile.given).geodata,
            access(FileName.bytes(folder + "/regions"), F_OK) == 0
        else { return nil }
        return try RegionAtlas(geodata: folder)
    }

    /// Names of regions compared by those of GeoData.
    static var spelling: RegionSpelling { RegionSpelling { () throws(Problem) in try atlas() } }

    /// Takes note of the file.
    func note(in log: InputLog?) throws { try log?.digest(atlas.path) }

    /// What they are divided into: a country into its first-level regions, a union into its members.
    func parts() throws(Problem) -> [AtlasRegion] {
        var parts: [AtlasRegion] = []
        for region in regions { parts += try atlas.parts(of: region) }
        return parts
    }

    /// They as features, each with its name, the error of its own sides, and its licence.
    static func features(_ regions: [AtlasRegion]) -> [Feature] {
        regions.enumerated().map { index, region in
            var feature = Feature(
                id: region.code, geometry: .multiPolygon(MultiPolygon(region.polygons)),
                properties: [
                    "role": .string(Role.reference.rawValue), "name": .string(region.englishName),
                    "boundary_error_m": .number(region.ownError), "licence": .string(region.licence),
                ])
            feature.record.index = index
            return feature
        }
    }

    /// The lines of them that are known otherwise than their own sides, as features of role `reference`.
    static func borders(_ regions: [AtlasRegion]) -> [Feature] {
        regions.flatMap { region in
            region.knownLines.filter { ($0.boundaryError ?? 0) < region.ownError }.enumerated().map {
                number, line in
                Feature(
                    id: "\(region.code)-border-\(number + 1)", geometry: line.geometry,
                    properties: [
                        "role": .string(Role.reference.rawValue), "name": .string(region.englishName),
                        "boundary_error_m": .number(line.boundaryError), "licence": .string(region.licence),
                    ])
            }
        }
    }

    /// They as one choice.
    var choice: RegionChoice { RegionChoice(regions, file: file) }
    /// What a reader must know of them.
    var notices: [Notice] { choice.notices }
    /// Their official areas where they are one region, or several that all have one: the denominators of a share.
    var officialAreas: [DenominatorUsed] { choice.officialAreas }
    /// Whether the outlines are good enough for a verdict on a share.
    var bearVerdicts: Bool { choice.bearVerdicts }
    /// What they are called, each so that it means it alone.
    var label: String { choice.label }
}
