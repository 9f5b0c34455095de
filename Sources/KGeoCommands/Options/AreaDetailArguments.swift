// What area tells of each shape beside its measures: its name, the area in a unit of choice, and where on Earth it lies.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoExtract
internal import KGeoJSON
internal import KGeoReport

struct AreaDetailArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The unit of areas in the table, and of a column more in CSV and JSON: acres, ha, mi2, dunam, km2, m2 …; kgeo schema --units lists them.",
            valueName: "unit"))
    var unit: String?
    @Flag(name: .long, help: "Write what each shape is called in CSV and JSON too.")
    var names = false
    @Option(
        name: [.customLong("name"), .customLong("name-property")],
        help: ArgumentHelp(
            "The property or column that names shapes; left out: name, name_en … title, label (Docs/Scenarios.md).",
            valueName: "column"))
    var nameProperty: String?
    @Flag(
        name: .customLong("where"), inversion: .prefixedNo,
        help:
            "Say where on Earth every shape lies; left out, the table says it of the first 20, and CSV and JSON of none."
    )
    var saysWhere: Bool?

    /// The unit of areas; nil where none is asked for.
    ///
    /// - Throws: a problem (64) for a word that is no unit, or one of something else.
    func measureUnit() throws -> MeasureUnit? {
        guard let unit else { return nil }
        let known =
            "areas are in "
            + MeasureUnit.table.filter { $0.dimension == .area }.map(\.name)
            .joined(separator: ", ") + "; words such as acres and \"square miles\" do as well"
        guard let found = FigureReader.english.unit(unit) else {
            let words = MeasureUnit.table.filter { $0.dimension == .area }.flatMap { [$0.name, $0.symbol] }
            let near = Spelling.nearest(to: unit, among: words).map { "did you mean \($0)? " } ?? ""
            throw Problem(.usage, "--unit: \"\(unit)\" is no unit that kgeo knows", hint: near + known)
        }
        guard found.dimension == .area else {
            throw Problem(.usage, "--unit: \(found.name) is no unit of area", hint: known)
        }
        return found
    }

    /// Whether rows say what shapes are called.
    func saysName(_ format: OutputFormat) -> Bool { names || nameProperty != nil || format == .table }

    /// What says where shapes lie; nil where rows do not say it.
    ///
    /// - Throws: a problem (66) when it is asked for and there is no GeoData.
    func places(_ format: OutputFormat) throws -> ShapePlaces? {
        guard saysWhere ?? (format == .table) else { return nil }
        guard let folder = DataFolders.withPlaces(InputFile.given) else {
            guard saysWhere == true else { return nil }
            throw Problem(
                .input, "--where: GeoData was not found, which has the regions and places of the world",
                hint: "KGEO_DATA names the folder that GeoData lies in")
        }
        return ShapePlaces(geodata: folder, limit: saysWhere == true ? nil : ShapePlaces.shown)
    }

    /// What the answer depends on.
    var record: JSONObject {
        [
            "unit": .text(unit), "names": .bool(names), "name_property": .text(nameProperty),
            "where": saysWhere.map { .bool($0) } ?? .null,
        ]
    }
}
