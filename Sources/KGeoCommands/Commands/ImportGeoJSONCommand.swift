// kgeo import geojson: any map in GeoJSON.

internal import ArgumentParser
internal import KGeo
internal import KGeoImport
internal import KGeoReport
internal import KGeoScenario

struct ImportGeoJSONCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "geojson",
        abstract: "Any GeoJSON map, its properties mapped.",
        discussion: """
            Surfaces become control areas; their status, holder, day and region come from the properties that are \
            named, from --set, or from the file's name (a day).

            Example:
              kgeo import geojson map.geojson --status-property status --controlled held --contested grey \\
                --date-property day --set holder=North --output map.scenario.geojson
            """)
    @Argument(help: ArgumentHelp("GeoJSON or GeoJSONSeq files; - is standard input.", valueName: "file"))
    var files: [String]
    @Flag(name: .long, help: "Keep lines as lines.")
    var lines = false
    @OptionGroup var arguments: ImportArguments
    @OptionGroup(title: "Property mapping") var mappingArguments: MappingArguments
    @OptionGroup(title: "Input") var input: InputArguments
    @OptionGroup(title: "Output") var output: ImportOutput
    var format: OutputFormat { output.format.output }

    func run() throws {
        let mapping = try mappingArguments.mapping()
        var options = try arguments.options(files, zone: mapping.timeZone)
        options.keepsLines = lines
        let log = InputLog(takesDigests: output.format == .json)
        let regions = try arguments.regions(nil, log)
        var maps: [ImportedMap] = []
        for file in files {
            maps.append(
                try log.read(file, isMain: true) {
                    try MappedMap.read(
                        $0, mapping: mapping, options: options,
                        reader: input.options.readerOptions(keepsProperties: true))
                })
        }
        try mappingArguments.save(beside: files, force: output.force)
        try arguments.write(
            maps, regions: regions, files: files, to: output,
            as: ImportAccount(
                command: "geojson", log: log, input: input.options,
                settings: ["lines": .bool(lines)] + mappingArguments.record + input.record))
    }
}
