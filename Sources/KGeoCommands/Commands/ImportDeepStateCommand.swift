// kgeo import deepstate: maps of DeepStateMap.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoImport
internal import KGeoReport

struct ImportDeepStateCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "deepstate",
        abstract: "Service files and daily mirror files of DeepStateMap.",
        discussion: """
            Reads <unix time>.geojson as the map's service delivers it, and deepstatemap_data_YYYYMMDD.geojson of the \
            daily mirror. What each colour counts as is said in Docs/Import.md. The grey zone is contested: in \
            Ukraine of holder Russia, in Russia of holder Ukraine. Territories far away are left out and listed.

            Areas are cut by the oblasts of GeoData, whose border with its error goes into the scenario; \
            --no-regions leaves them as drawn.

            Examples:
              kgeo import deepstate 1724272310.geojson --only-holder Ukraine --output kursk.geojson
              kgeo check-area kursk.geojson --claim "about 1,000 km2" --as-of 2024-08-21
            """)
    @Argument(help: ArgumentHelp("Files of DeepStateMap; - is standard input.", valueName: "file"))
    var files: [String]
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The time zone in which a unix time becomes a day; the default is UTC.", valueName: "zone"
        ))
    var timeZone: String?
    @Flag(name: .long, help: "Leave the areas as drawn.")
    var noRegions = false
    @Flag(name: .long, help: "Take liberated ground as controlled by Ukraine.")
    var liberated = false
    @Option(
        name: .long,
        help: ArgumentHelp("The folder that holds GeoData.", valueName: "folder"))
    var geodata: String?
    @OptionGroup var arguments: ImportArguments
    @OptionGroup(title: "Input") var input: InputArguments
    @OptionGroup(title: "Output") var output: ImportOutput
    var format: OutputFormat { output.format.output }

    func run() throws {
        let options = try arguments.options(files, zone: timeZone.map(ImportArguments.zone))
        if noRegions, arguments.regions != nil {
            throw Problem(.usage, "--no-regions leaves the areas whole; --regions cuts them")
        }
        let log = InputLog(takesDigests: output.format == .json)
        let regions = noRegions ? nil : try arguments.regions(standard(), log)
        var maps: [ImportedMap] = []
        for file in files {
            maps.append(
                try log.read(file, isMain: true) {
                    try DeepStateMap.read(
                        $0, options: options, keepsLiberated: liberated,
                        reader: input.options.readerOptions(keepsProperties: true))
                })
        }
        let settings: JSONObject = [
            "time_zone": .text(timeZone), "no_regions": .bool(noRegions), "liberated": .bool(liberated),
            "geodata": .text(geodata),
        ]
        try arguments.write(
            maps, regions: regions, files: files, to: output,
            as: ImportAccount(
                command: "deepstate", log: log, input: input.options, settings: settings + input.record))
    }

    /// The oblasts and the border of the reference data.
    private func standard() throws -> (regions: String, border: String?)? {
        guard arguments.regions == nil else { return nil }
        let data = DataFolders.find(geodata)
        guard let folder = data.geodata else {
            throw Problem(
                .input, "the oblasts of GeoData were not found",
                hint:
                    "looked in \(data.searched.map(InputFile.short).joined(separator: ", ")): --geodata names the folder, --regions FILE other regions, --no-regions does without"
            )
        }
        return ("\(folder)/oblasts.geojson", "\(folder)/border-ukraine-russia.geojson")
    }
}
