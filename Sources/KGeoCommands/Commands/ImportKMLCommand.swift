// kgeo import kml: maps in KML and KMZ.

internal import ArgumentParser
internal import KGeo
internal import KGeoImport
internal import KGeoReport
internal import KGeoScenario

struct ImportKMLCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "kml",
        abstract: "KML and KMZ maps, as of Google Earth and My Maps.",
        discussion: """
            Placemarks become features: their data, name, description and styleUrl are properties, the names of \
            their folders one too, and a time stamp or span is date and date_end. Altitudes are left out, links are \
            not followed. Statuses are mapped as for GeoJSON.

            Example:
              kgeo import kml map.kmz --status-property styleUrl --controlled "#red" --contested "#grey" \\
                --set holder=North --date 2024-08-21 --output map.scenario.geojson
            """)
    @Argument(help: ArgumentHelp("KML or KMZ files; - is a KML on standard input.", valueName: "file"))
    var files: [String]
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The encoding of the text, whatever it says of itself, such as windows-1251.",
            valueName: "name"))
    var encoding: String?
    @Flag(name: .long, help: "Keep lines as lines.")
    var lines = false
    @OptionGroup var arguments: ImportArguments
    @OptionGroup(title: "Property mapping") var mappingArguments: MappingArguments
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
                    try KMLMap.read($0, mapping: mapping, options: options, encoding: encoding)
                })
        }
        try mappingArguments.save(beside: files, force: output.force)
        try arguments.write(
            maps, regions: regions, files: files, to: output,
            as: ImportAccount(
                command: "kml", log: log, input: InputOptions(),
                settings: ["lines": .bool(lines), "encoding": .text(encoding)] + mappingArguments.record))
    }
}
