// What an imported scenario says of the map: the options that all subcommands of import share, and their end.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoCore
internal import KGeoImport
internal import KGeoJSON
internal import KGeoReport
internal import KGeoScenario

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
            "Cut the areas by the surfaces of FILE, each with its name; or by regions of GeoData, such as Ukraine, Donbas or \"Kursk Oblast; Sumy Oblast\".",
            valueName: "file|region"))
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
        if regions != nil, let named = try NamedRegions.find(path) { return try regions(named, log) }
        var result: Regions
        do {
            result = try log.read(path) {
                try Regions(reading: $0, nameProperty: regions == nil ? nil : areaNames.nameProperty)
            }
        } catch var problem as Problem where problem.code == .input && regions != nil {
            if let more = NamedRegions.hint(path) {
                problem.hint = [problem.hint, more].compactMap(\.self).joined(separator: "; ")
            }
            throw problem
        }
        if let border = regions == nil ? standard?.border : border {
            try log.read(border) { try result.add(border: $0) }
        }
        return result
    }

    /// Regions of GeoData, with their own border where none is given.
    private func regions(_ named: NamedRegions, _ log: InputLog) throws -> Regions {
        guard areaNames.nameProperty == nil else {
            throw Problem(.usage, "--name-property speaks of a file of --regions, and a region is given")
        }
        try named.note(in: log)
        let parts = try named.parts()
        var result = try Regions(GeoJSONDocument(features: NamedRegions.features(parts)), file: named.file)
        if let border {
            try log.read(border) { try result.add(border: $0) }
        } else {
            result.add(border: GeoJSONDocument(features: NamedRegions.borders(parts)))
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
        let report = ImportReport(
            maps: maps, regions: regions, result: result, output: destination.output, words: .commandLine)
        let notices = report.notices
        switch destination.format {
        case .json:
            var answer = Envelope(
                command: "import " + account.command,
                tool: .current(database: try ToolVersions.database(account.input, maps.flatMap(\.notices))),
                inputs: account.log.records, settings: record + account.settings, notices: notices
            ).inCommandWords
            answer.members = report.members
            Messages.line(JSONWriter.compact(answer.json))
        case .table:
            var page = Page(width: PageWidth.current, words: .commandLine)
            report.table(on: &page)
            for line in page.lines { Messages.line(line) }
            Messages.notices(notices, quiet: false)
        }
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
