// kgeo import: scenarios from other people's maps.

internal import ArgumentParser
internal import KGeo
internal import KGeoImport

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a scenario from a map of another source.",
        discussion: """
            The scenario goes to standard output or to --output; what was read, what each region holds and what was \
            left out is said on standard error. Several files become several dated maps in one scenario.

            Examples:
              kgeo import deepstate 1724272310.geojson 1725654859.geojson --output map.scenario.geojson
              kgeo import geojson map.geojson --status-property zone --controlled red --set holder=North \\
                --date 2024-08-21 --output map.scenario.geojson
              kgeo import kml map.kmz --status-property folder --controlled Occupied --output map.scenario.geojson
            """,
        subcommands: [
            ImportDeepStateCommand.self, ImportGeoJSONCommand.self, ImportKMLCommand.self,
            ImportGDALCommand.self,
        ])
}

/// Where the scenario and its account go.
struct ImportOutput: ParsableArguments {
    @Option(
        name: [.long, .short],
        help: ArgumentHelp(
            "Write the scenario to FILE instead of standard output, whole or not at all.", valueName: "file"))
    var output: String?
    @Flag(name: .long, help: "Replace the output file if it exists.")
    var force = false
    @Option(name: .long, help: "How the account on standard error is printed: table or json.")
    var format: ImportFormat = .table
    @Flag(name: [.long, .short], help: "No account, notes and warnings.")
    var quiet = false
}

enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json
    var output: OutputFormat { self == .json ? .json : .table }
}

/// What the scenario says of the map.
struct ImportArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The day of features that give none; overrides the file's name.", valueName: "day")
    )
    var date: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Cut the areas by the surfaces of FILE, each with its name.",
            valueName: "file"))
    var regions: String?
    @OptionGroup var areaNames: AreaNameArguments
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The border that the regions share, with its error; it goes into the scenario where they cut.",
            valueName: "file"))
    var border: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Take only the ground of this holder; may be given several times.", valueName: "name"))
    var onlyHolder: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Take only the ground in this region; may be given several times.", valueName: "name"))
    var onlyRegion: [String] = []
    @Flag(name: .long, help: "Keep points as places.")
    var places = false
    @Option(name: .long, help: ArgumentHelp("The scenario's title.", valueName: "text"))
    var title: String?
    @Option(name: .long, help: ArgumentHelp("Who made the map.", valueName: "name"))
    var source: String?
    @Option(name: .long, help: ArgumentHelp("Where the map comes from.", valueName: "address"))
    var sourceURL: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The licence of the map; nobody can state it for you.", valueName: "name"))
    var licence: String?

    func options(_ files: [String], zone: MapTimeZone?) throws -> ImportOptions {
        try Arguments.readOnce(files)
        if date != nil, files.count > 1 {
            throw Problem(
                .usage, "--date gives one day to \(files.count) files",
                hint: "import them one by one, or let their names hold their days")
        }
        if let sourceURL, !SafeLink.isSafe(sourceURL) {
            throw Problem(.usage, "--source-url \(sourceURL): \(SafeLink.rule)")
        }
        if border != nil, regions == nil {
            throw Problem(
                .usage, "--border is of use only beside --regions",
                hint: "name the regions that it belongs to")
        }
        if areaNames.nameProperty != nil, regions == nil {
            throw Problem(.usage, "--name-property speaks of --regions, and none is given")
        }
        var options = ImportOptions(timeZone: try zone ?? Self.zone("UTC"))
        options.date = try Arguments.date(date, "--date")
        options.keepsPlaces = places
        return options
    }

    static func zone(_ name: String) throws -> MapTimeZone {
        guard let zone = MapTimeZone(name) else {
            throw Problem(
                .usage, "the time zone \"\(name)\" is unknown", hint: "known: " + MapTimeZone.known)
        }
        return zone
    }

    /// The regions asked for, or else those given.
    func regions(_ standard: (regions: String, border: String?)?, _ log: InputLog) throws -> Regions? {
        guard let path = regions ?? standard?.regions else { return nil }
        var result = try log.read(path) {
            try Regions(reading: $0, nameProperty: regions == nil ? nil : areaNames.nameProperty)
        }
        if let border = regions == nil ? standard?.border : border {
            try log.read(border) { try result.add(border: $0) }
        }
        return result
    }

    /// Makes the scenario of some maps, writes it, and says what became of them.
    func write(
        _ maps: [ImportedMap], regions: Regions?, files: [String], to destination: ImportOutput,
        as account: ImportAccount
    ) throws {
        var maps = maps
        if !maps.isEmpty { maps[0].notices += regions?.notices ?? [] }
        var scenario = ImportedScenario(maps)
        scenario.regions = regions
        scenario.title = title
        scenario.source = source
        scenario.sourceURL = sourceURL
        scenario.licence = licence
        scenario.onlyHolders = onlyHolder
        scenario.onlyRegions = onlyRegion
        let result = try scenario.make()
        // Full numbers: a cut runs through the very places of both maps, and rounding could make rings cross.
        let text = GeoJSONWriter(options: WriterOptions(precision: nil)).text(result.document)
        let name = destination.output ?? "the scenario"
        if let problem = try ScenarioLoader.load(ByteSource(text: text, name: name)).problems.first {
            throw Problem(
                problem.code,
                saying: "the scenario would break a rule, so it is not written: \(problem.wording)",
                at: problem.place, remedy: problem.remedy)
        }
        let inputs = files + [regions?.file, border].compactMap(\.self)
        let out = try Output(path: destination.output, force: destination.force, inputs: inputs)
        try out.write(text)
        try out.finish()
        guard !destination.quiet else { return }
        let notices = maps.flatMap(\.notices)
        ImportReport(
            maps: maps, regions: regions, result: result, output: destination.output,
            inputs: account.log.records, record: record + account.settings,
            command: "import " + account.command,
            database: try ToolVersions.database(account.input, notices)
        )
        .say(destination.format)
    }
}

/// What the account of an import names beside the maps.
struct ImportAccount {
    /// The subcommand.
    var command: String
    var log: InputLog
    var input: InputOptions
    /// What the result depends on beside the options that all subcommands share.
    var settings: JSONObject
}

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
        try arguments.write(
            maps, regions: regions, files: files, to: output,
            as: ImportAccount(
                command: "geojson", log: log, input: input.options,
                settings: ["lines": .bool(lines)] + mappingArguments.record + input.record))
    }
}

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
                    try KMLMap.read($0, mapping: mapping, options: options)
                })
        }
        try arguments.write(
            maps, regions: regions, files: files, to: output,
            as: ImportAccount(
                command: "kml", log: log, input: InputOptions(),
                settings: ["lines": .bool(lines)] + mappingArguments.record))
    }
}

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
                    path: file, layer: layer, crs: crs, mapping: mapping, options: options,
                    folder: folder.path))
            try log.digest(file, isMain: true)
        }
        try arguments.write(
            maps, regions: regions, files: files, to: output,
            as: ImportAccount(
                command: "gdal", log: log, input: InputOptions(),
                settings: ["lines": .bool(lines), "layer": .text(layer), "crs": .text(crs)]
                    + mappingArguments.record))
    }
}
