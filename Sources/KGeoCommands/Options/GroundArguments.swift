// Whose ground diff and series follow, and how it is read: the options they share.

internal import ArgumentParser
internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoMeasure
internal import KGeoReport
internal import KGeoScenario

struct GroundArguments: ParsableArguments {
    @OptionGroup var held: CountingArguments
    @Option(
        name: .long,
        help: ArgumentHelp("Whose ground, where a map shows several sides.", valueName: "name"))
    var holder: String?
    @Option(
        name: .long, help: ArgumentHelp("Only ground whose features name this region.", valueName: "name"))
    var region: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Rows for each area of FILE (or FILE#NAME) too, by cutting the ground along their outlines; or for the regions of Ukraine, Donbas …",
            valueName: "file|region"))
    var by: String?
    @OptionGroup var areaNames: AreaNameArguments
    @OptionGroup var errorArguments: ErrorArguments
    @Option(name: .long, help: "Edges of the printed areas: geodesic or lonlat.")
    var edges: EdgeChoice = .geodesic
    @Option(
        name: .long,
        help: ArgumentHelp(
            "k: pieces thinner than 2·√(σ₁² + σ₂²)·k may be a redrawn line; the default is 1.", valueName: "k"
        ))
    var noiseFactor = 1.0
    @OptionGroup(title: "Property mapping") var mapping: MappingArguments
    @OptionGroup(title: "Input") var input: InputArguments

    /// A reader for the ground asked for.
    func reader() throws -> GroundReader {
        var reader = GroundReader(
            GroundChoice(counting: try held.counting(), holder: holder, region: region),
            mapping: try mapping.mapping(), input: input.options)
        reader.spelling = NamedRegions.spelling
        return reader
    }

    /// What changes are measured with: the options, else what the maps say.
    func settings(_ reader: GroundReader) throws -> ChangeSettings {
        guard noiseFactor >= 0, noiseFactor.isFinite else {
            throw Problem(.usage, "--noise-factor must be a number, 0 or more")
        }
        let errors = try errorArguments.settings(
            defaults: (reader.defaults?.boundaryError, reader.defaults?.correlationLength),
            edges: edges.model)
        return ChangeSettings(
            errors: errors, noiseFactor: noiseFactor, borders: reader.borders, fronts: reader.fronts)
    }

    /// The areas of --by with what is said of their names; nil without it.
    ///
    /// - Parameter log: takes note of the file.
    /// - Throws: a problem when the file cannot be read or holds no area.
    func regions(_ log: InputLog) throws -> (areas: GroundRegions, notices: [Notice])? {
        guard let named = try areaNames.areas(by, "--by", input, log) else { return nil }
        do throws(Problem) {
            return (
                try GroundRegions(named.areas.map { ($0.name, $0.polygons) }), named.notices
            )
        } catch {
            throw error.inFile(by.map(NamedFeatures.path) ?? "")
        }
    }
}
