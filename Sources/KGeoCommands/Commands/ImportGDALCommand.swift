// kgeo import gdal: maps that GDAL reads.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoImport
internal import KGeoReport
internal import KGeoScenario

struct ImportGDALCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "gdal",
        abstract: "Shapefile, GeoPackage or FlatGeobuf, through GDAL where it is installed.",
        discussion: """
            Runs GDAL's ogr2ogr, which brings the layer to WGS84; statuses are mapped as for GeoJSON.

            Example:
              kgeo import gdal front.gpkg --layer areas --status-property status --controlled held \\
                --date-property day --set holder=North --output front.scenario.geojson
            """)
    @Argument(help: ArgumentHelp("Shapefiles (.shp), GeoPackages or FlatGeobuf files.", valueName: "file"))
    var files: [String]
    @Option(name: .long, help: ArgumentHelp("The layer, where a file has several.", valueName: "name"))
    var layer: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The system of a file that names none, as EPSG:n.", valueName: "crs"))
    var crs: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The encoding of texts beside a Shapefile where no .cpg says it, such as CP1251.",
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
        guard !files.contains("-") else {
            throw Problem(.usage, "GDAL cannot read from standard input", hint: "give a file")
        }
        if let crs { _ = try InputOptions(crs: crs).readerOptions() }
        let log = InputLog(takesDigests: output.format == .json)
        let regions = try arguments.regions(nil, log)
        let folder = try ScratchFolder()
        var maps: [ImportedMap] = []
        for file in files {
            maps.append(
                try GDALMap.read(
                    path: file, layer: layer, crs: crs, encoding: encoding, mapping: mapping,
                    options: options,
                    folder: folder.path))
            try log.digest(file, isMain: true)
        }
        try mappingArguments.save(beside: files, force: output.force)
        try arguments.write(
            maps, regions: regions, files: files, to: output,
            as: ImportAccount(
                command: "gdal", log: log, input: InputOptions(),
                settings: [
                    "lines": .bool(lines), "layer": .text(layer), "crs": .text(crs),
                    "encoding": .text(encoding),
                ]
                    + mappingArguments.record))
    }
}
