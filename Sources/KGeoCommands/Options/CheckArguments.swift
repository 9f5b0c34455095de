// How a map is checked: the options that check, check-area and export share, and the run they give.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoControl
internal import KGeoCore
internal import KGeoMeasure
internal import KGeoReport
internal import KGeoScenario
internal import KGeoVerdict

/// Maps that were checked, with what checked them.
struct CheckedMaps {
    var report: CheckReport
    /// Each map, and its checker, which remembers the ground it measured.
    let maps: [(loaded: LoadedScenario, checker: Checker)]
}

struct CheckArguments: ParsableArguments {
    @OptionGroup(title: "Claims") var claimArguments: ClaimArguments
    @OptionGroup(title: "Property mapping") var mappingArguments: MappingArguments
    @Option(
        name: .long,
        help: ArgumentHelp("The date of claims that give none, like 2024-08-21.", valueName: "date"))
    var asOf: String?
    @Option(
        name: .long,
        help: ArgumentHelp("How far a map may lie from a claim's date; the default is 3.", valueName: "days"))
    var windowDays: Int?
    @OptionGroup(title: "Error of drawn lines") var errorArguments: ErrorArguments
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also displace the outlines by so many fields drawn at random, as a check of the stated error.",
            valueName: "count"))
    var simulate: Int?
    @Option(name: .long, help: "Edges of the printed area: geodesic or lonlat.")
    var edges: EdgeChoice = .geodesic
    @Option(name: .long, help: ArgumentHelp("Where reference data and scenarios lie.", valueName: "dir"))
    var geodata: String?
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "Only the ground in a region of GeoData, such as \"Donetsk Oblast\" or Donbas, or in the areas of FILE or FILE#NAME; left out: in the region of --of, if that is one.",
            valueName: "region|file"))
    var region: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Whose ground figures speak of that name nobody; left out: of a map of several sides that of the side which holds most.",
            valueName: "name"))
    var holder: String?
    @OptionGroup(title: "Input") var input: InputArguments

    /// Reads the files and checks the claims of some kinds of each.
    ///
    /// - Parameters:
    ///   - format: how errors beside the first are said.
    ///   - listsAreas: measure the areas of a map that comes without claims.
    ///   - kinds: the kinds of claim that are checked; the others are left out.
    ///   - figure: what figures of --claim are said of, beside an area or a share.
    ///   - lines: files of lines that go into each scenario.
    ///   - log: takes note of the files read.
    func report(
        _ files: [String], format: OutputFormat, listsAreas: Bool, kinds: Set<ClaimKind> = Checker.areaKinds,
        figure: FigureArguments? = nil, lines: [String] = [], log: InputLog = InputLog(takesDigests: false)
    ) throws -> CheckedMaps {
        let settings = try settings()
        let mapping = try mappingArguments.mapping()
        var problems: [Problem] = []
        let extra = held(try claimArguments.claims(problems: &problems, figure: figure, log: log))
        try Messages.stop(on: problems, format: format)
        let cut = try RegionCutting(self, log)
        let lineFiles = try lines.map { path in
            try log.read(path) { try ScenarioLoader.lines($0, input: input.options) }
        }
        for file in lineFiles { try Messages.stop(on: file.problems, format: format) }
        var reports: [CheckReport.File] = []
        var maps: [(loaded: LoadedScenario, checker: Checker)] = []
        var database: String?
        for (path, stock) in try sources(files, mapping, log) {
            let isFolder = stock != nil
            var loaded =
                try stock.map { try folder($0, extra, settings, cut, log) }
                ?? log.read(path, isMain: true) {
                    try ScenarioLoader.load($0, mapping: mapping, input: input.options)
                }
            try Messages.stop(on: loaded.problems, format: format)
            database = try database ?? ToolVersions.database(input.options, loaded.notices)
            var elsewhere: Notice?
            if !isFolder, let region = cut.region(for: loaded.scenario) {
                let whole = loaded.scenario
                loaded.scenario = try whole.cut(by: region)
                elsewhere = try Self.elsewhere(whole, loaded.scenario, region.name)
            }
            let named = loaded.settled(cut.named(extra, in: loaded.scenario))
            loaded.scenario.claims += named
            loaded.scenario.settleReferences()
            try loaded.scenario.spellRegions(NamedRegions.spelling)
            try Arguments.rejectTwins(
                loaded.scenario.claims, hint: "give each claim an id of its own, in the map and in --claims")
            try loaded.scenario.add(lineFiles)
            let regions = try cut.meant(by: &loaded.scenario, log)
            try reject(loaded.scenario.claims, missingIn: loaded.scenario)
            var own = settings
            own.measuresWindow = !isFolder
            let checker = Checker(
                loaded.scenario, settings: own, regions: regions.mapValues(\.choice.cutting))
            var file = CheckReport.File(loaded.scenario)
            maps.append((loaded, checker))
            for claim in loaded.scenario.claims {
                if kinds.contains(claim.kind) {
                    file.findings.append(try checker.check(claim).inCommandWords)
                } else {
                    file.leftOut.append(claim)
                }
            }
            if listsAreas, loaded.scenario.claims.isEmpty {
                file.areas = try areas(checker, settings, loaded.scenario)
            }
            file.warnings = loaded.scenario.gaps(counting: .controlled).map { $0.notice(path) }
            file.warnings += loaded.notices + cut.notices(for: loaded.scenario)
            if let elsewhere { file.warnings.append(elsewhere) }
            file.warnings += RegionCutting.notices(of: regions, in: path)
            file.warnings += lineFiles.flatMap(\.notices) + checker.warnings
            reports.append(file)
        }
        return CheckedMaps(
            report: CheckReport(files: reports, settings: settings, database: database), maps: maps)
    }

    /// Where the ground of a map lies, when nothing of it lies in the region that it was cut by.
    private static func elsewhere(_ whole: Scenario, _ cut: Scenario, _ region: String) throws -> Notice? {
        func ground(_ scenario: Scenario) -> [Polygon] {
            scenario.features.filter { $0.role == .control }.flatMap { $0.geometry?.polygons ?? [] }
        }
        guard ground(cut).isEmpty else { return nil }
        return try Elsewhere.notice(ground(whole), notIn: region, file: whole.file)
    }

    /// The figures, those that name nobody with the holder that was given.
    private func held(_ claims: [Claim]) -> [Claim] {
        guard let holder else { return claims }
        return claims.map { claim in
            guard claim.subject.holder == nil, claim.subject.id == nil, ![.length].contains(claim.kind) else {
                return claim
            }
            var claim = claim
            claim.subject.holder = holder
            return claim
        }
    }

    /// Files as they are, and the maps of each maker in a folder.
    private func sources(
        _ files: [String], _ mapping: PropertyMapping, _ log: InputLog
    ) throws -> [(path: String, stock: MapStock?)] {
        try files.flatMap { path -> [(path: String, stock: MapStock?)] in
            guard FileStatus.isFolder(path) else { return [(path, nil)] }
            return try MapStock.stocks(
                path, files: try MapFolder.files(path), mapping: mapping, input: input.options,
                keepsDigests: log.takesDigests
            ) { file throws(Problem) in try InputFile.source(file) }.stocks.map { (path, $0) }
        }
    }

    /// The maps of a maker in a folder that the figures hang on, as one map with several days.
    private func folder(
        _ stock: MapStock, _ claims: [Claim], _ settings: CheckSettings, _ cut: RegionCutting, _ log: InputLog
    ) throws -> LoadedScenario {
        // The day of figures that give none.
        let claims = claims.map { claim in
            var claim = claim
            if claim.asOf == nil, claim.period == nil { claim.asOf = settings.asOf }
            return claim
        }
        let plain = Scenario(file: stock.path)
        guard
            let loaded = try stock.scenario(
                for: claims, in: cut.region(for: plain), countries: cut.countries(for: plain))
        else { throw Problem(.input, "there is no map in this folder").inFile(stock.path) }
        for read in stock.digests { log.add(read.path, read.sha256, isMain: true) }
        return loaded
    }

    private func areas(
        _ checker: Checker, _ settings: CheckSettings, _ scenario: Scenario
    ) throws -> [StatusArea] {
        guard let asOf = settings.asOf else { return try checker.areas() }
        // The map of the day, or the nearest one within the window.
        let window = settings.windowDays ?? scenario.defaults.windowDays ?? CheckSettings.defaultWindowDays
        let dates = scenario.features.filter { $0.role == .control }.compactMap(\.date)
        let near = Set(dates).min {
            abs($0.days(to: asOf)) < abs($1.days(to: asOf))
                || (abs($0.days(to: asOf)) == abs($1.days(to: asOf)) && $0 < $1)
        }
        guard let near, abs(near.days(to: asOf)) <= window else {
            throw Problem(
                .scenario,
                near.map { "no map within \(window) days of \(asOf); the nearest is of \($0)" }
                    ?? "the map carries no date",
                hint: near == nil
                    ? "--date-property names the property that holds it; --set date=\(asOf) gives one"
                    : "--window-days widens the window"
            ).inFile(scenario.file)
        }
        return try checker.areas(asOf: near)
    }

    private func settings() throws -> CheckSettings {
        if let windowDays, !(0...Claim.longestWindow).contains(windowDays) {
            throw Problem(.usage, "--window-days must be 0 to \(Claim.longestWindow)")
        }
        if let simulate, !(10...100_000).contains(simulate) {
            throw Problem(.usage, "--simulate must be 10 to 100000")
        }
        let errors = try errorArguments.settings(edges: edges.model, geodata: geodata)
        return CheckSettings(
            boundaryError: errors.boundaryError, correlationLength: errors.correlationLength,
            errorClass: errors.errorClass, classes: errors.classes, simulatedFields: simulate,
            edges: edges.model, asOf: try Arguments.date(asOf, "--as-of"), windowDays: windowDays)
    }

    /// Claims from the command line may name ids that this map does not have.
    private func reject(_ claims: [Claim], missingIn scenario: Scenario) throws {
        let ids = Set(scenario.features.compactMap(\.id))
        for claim in claims {
            let whole: String? =
                switch claim.of {
                case .feature(let name)?, .region(let name)?: name
                default: nil
                }
            if let id = whole, !ids.contains(id) {
                throw Problem(
                    .claim, "claim \"\(claim.id)\": no feature of \(scenario.file) has the id \"\(id)\"",
                    hint: [
                        NamedRegions.hint(id),
                        "official areas: " + OfficialAreas.codes.joined(separator: ", "), scenario.idHint,
                    ].compactMap(\.self).joined(separator: "; "))
            }
            // The line of a length may be missing: it is a finding that says how to bring one.
            let subject = claim.kind == .length ? nil : claim.subject.id
            for id in [subject, claim.from, claim.to, claim.inside?.id] {
                guard let id, !ids.contains(id) else { continue }
                throw Problem(
                    .claim, "claim \"\(claim.id)\": no feature of \(scenario.file) has the id \"\(id)\"",
                    hint: scenario.idHint)
            }
        }
    }
}
