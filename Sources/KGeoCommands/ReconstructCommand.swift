// kgeo reconstruct: a scenario from reported settlements.

internal import ArgumentParser
internal import KGeo

struct ReconstructCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconstruct",
        abstract: "Make a map from settlements with a reported status.",
        discussion: """
            Every settlement speaks for the ground that is nearer to it than to any other, up to --max-reach. The \
            ground is a window cut by a border, or a polygon. Printed are the areas with their error, what each \
            change of the evidence does to them, and the ground without evidence; --write makes the scenario.

            The table has a row per settlement and report: name, lon, lat, status (controlled or contested), holder, \
            date, and if known id, coord_error_m, coord_source, region, class, status_source, note.

            Example:
              kgeo reconstruct settlements.csv --holder Ukraine --region "Kursk Oblast" --date 2024-08-27 \\
                --border GeoData/border-ukraine-russia.geojson --window 33.9,50.9,36,52 --write kursk.geojson
            """)
    @Argument(help: ArgumentHelp("A CSV table of settlements.", valueName: "settlements.csv"))
    var file: String
    @Option(
        name: .long, help: ArgumentHelp("Whose ground is drawn, as the table spells it.", valueName: "name"))
    var holder: String
    @Option(
        name: .long,
        help: ArgumentHelp("Draw what this holder firmly holds as well.", valueName: "name"))
    var otherHolder: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp("The day; several days make a map each in one scenario.", valueName: "day"))
    var date: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Use the settlements of this region alone, and name it in the map.", valueName: "name"))
    var region: String?
    @Option(name: .long, help: ArgumentHelp("Lines that cut the window in two.", valueName: "file"))
    var border: String?
    @Option(
        name: .long, help: ArgumentHelp("The ground, cut by --border.", valueName: "west,south,east,north"))
    var window: String?
    @Option(name: .long, help: ArgumentHelp("Polygons that are the ground.", valueName: "file"))
    var within: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "How far a settlement speaks for the ground around it, such as 5km, or none.", valueName: "length"
        ))
    var maxReach: String = "5km"
    @Option(
        name: .long,
        help: ArgumentHelp("Further reaches to try, with commas, such as 4km,8km.", valueName: "lengths"))
    var tryReach: String?
    @Option(
        name: .long, help: ArgumentHelp("A claims file to put into the scenario.", valueName: "file"))
    var claims: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Features to put into the scenario as they are: borders, areas, places.", valueName: "file"))
    var reference: [String] = []
    @Flag(name: .long, help: "Leave the settlements themselves out of the scenario.")
    var withoutPlaces = false
    @Option(name: .long, help: ArgumentHelp("The scenario's title.", valueName: "text"))
    var title: String?
    @Option(name: .long, help: ArgumentHelp("The scenario's summary.", valueName: "text"))
    var summary: String?
    @Option(name: .long, help: ArgumentHelp("Write the scenario to FILE.", valueName: "file"))
    var write: String?
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        try Arguments.readOnce(inputs)
        let days = try self.days()
        let reach = try Self.reach(maxReach, "--max-reach", canBeNone: true)
        let reaches = try (tryReach ?? "").split(separator: ",").compactMap {
            try Self.reach(String($0), "--try-reach", canBeNone: false)
        }
        let reports = try self.reports()
        let scenarioClaims = try claimObjects()
        let ground = try ReconstructionGround(self, places: Self.places(reports))
        let reconstructor = try Reconstructor(region: ground.polygons, around: Self.places(reports))
        let settings = ReconstructionSettings(reach: reach)
        var made: [DatedReconstruction] = []
        for day in days {
            let all = [holder] + otherHolder
            var maps: [DatedReconstruction.OtherHolder] = []
            for holder in all {
                let sites = ReportedSites.sites(reports, on: day, holder: holder)
                do throws(Problem) {
                    let result = try reconstructor.reconstruct(sites, settings)
                    let without = Set(reports.map(\.evidenceClass)).sorted().map { kind in
                        (kind, ReportedSites.sites(reports, on: day, holder: holder, leavingOut: [kind]))
                    }
                    let budget = try reconstructor.budget(
                        of: result, settings, definitions: ReconstructedScenario.definitions,
                        reaches: reaches, without: without.count > 1 ? without : [])
                    maps.append(.init(holder: holder, result: result, budget: budget))
                } catch {
                    throw error.inFile(file)
                }
            }
            made.append(
                DatedReconstruction(
                    date: day, result: maps[0].result, budget: maps[0].budget, others: Array(maps.dropFirst())
                ))
        }
        let out = try output.open(inputs: inputs)
        try ReconstructReport(command: self, reach: reach, days: made).write(to: out)
        if let write {
            let target = try Output(path: write, force: output.force, inputs: inputs)
            try target.write(
                GeoJSONWriter().text(scenario(made, ground, scenarioClaims, reach).document(made)))
            try target.finish()
        }
        try out.finish()
        if write == nil, !output.quiet {
            Messages.line("kgeo: note: no scenario was written; --write FILE writes it")
        }
    }

    private var inputs: [String] { [file] + [border, within].compactMap(\.self) + claims + reference }

    private static func places(_ reports: [SettlementReport]) -> [Coordinate] { reports.map(\.place) }

    private func days() throws -> [CalendarDate] {
        let days = try date.compactMap { try Arguments.date($0, "--date") }
        guard !days.isEmpty else {
            throw Problem(.usage, "of which day is the map?", hint: "give --date 2024-08-27")
        }
        guard Set(days).count == days.count else { throw Problem(.usage, "--date gives a day twice") }
        return days.sorted()
    }

    /// A length such as 5km, in m; nil for `none`.
    private static func reach(_ text: String, _ option: String, canBeNone: Bool) throws -> Double? {
        if canBeNone, text == "none" { return nil }
        let metres = try Arguments.length(text, option)
        guard (100...1_000_000).contains(metres) else {
            throw Problem(.usage, "\(option) \(text) is not between 100 m and 1000 km")
        }
        return metres
    }

    private func reports() throws -> [SettlementReport] {
        var problems: [Problem] = []
        var notices: [Notice] = []
        let text = try ByteSource(path: file).readText()
        var reports = try SettlementTable.reports(text, file: file, problems: &problems, notices: &notices)
        problems += ReportedSites.samePlaces(reports).map { $0.inFile(file) }
        try Messages.stop(on: problems, format: output.format, allBy: nil)
        if output.format != .json { Messages.notices(notices, quiet: output.quiet) }
        if let region {
            let all = reports
            reports = reports.filter { $0.region == region }
            guard !reports.isEmpty else {
                let known = Set(all.compactMap(\.region)).sorted().joined(separator: ", ")
                throw Problem(
                    .scenario, "no settlement lies in \"\(region)\"",
                    hint: known.isEmpty ? "the table has no regions" : "the table has \(known)"
                ).inFile(file)
            }
        }
        for holder in [holder] + otherHolder where !reports.contains(where: { $0.holder == holder }) {
            let known = Set(reports.compactMap(\.holder)).sorted().joined(separator: ", ")
            throw Problem(
                .scenario, "no settlement is ever held by \"\(holder)\"",
                hint: known.isEmpty ? "the table names no holder" : "the table has \(known)"
            ).inFile(file)
        }
        return reports
    }

    private func claimObjects() throws -> [JSONObject] {
        var problems: [Problem] = []
        var result: [JSONObject] = []
        for path in claims {
            let objects = try ClaimArguments.objects(path)
            for (i, item) in objects.enumerated() {
                var found: [Problem] = []
                _ = ClaimReading.claim(item.object, index: i, problems: &found)
                problems += found.map { problem in
                    problem.inFile(path).located { $0.line = $0.line ?? item.line }
                }
            }
            result += objects.map(\.object)
        }
        try Messages.stop(on: problems, format: output.format, allBy: nil)
        return result
    }

    private func scenario(
        _ made: [DatedReconstruction], _ ground: ReconstructionGround, _ claims: [JSONObject],
        _ reach: Double?
    ) throws -> ReconstructedScenario {
        var scenario = ReconstructedScenario(
            holder: holder,
            source:
                "kgeo, reconstructed from reported settlements (\(file.split(separator: "/").last.map(String.init) ?? file))",
            reach: reach.map { "\(Figures.plain($0 / 1_000)) km" } ?? "none")
        scenario.region = region
        scenario.title = title
        scenario.summary = summary
        scenario.licence = ground.licence
        scenario.claims = claims
        scenario.holdsPlaces = !withoutPlaces
        scenario.references = ground.references
        for path in reference {
            scenario.references += try GeoJSONDocument(reading: ByteSource(path: path)).features
        }
        return scenario
    }
}

/// The ground of a reconstruction, and what of it goes into the scenario.
struct ReconstructionGround {
    private(set) var polygons: [Polygon]
    private(set) var references: [Feature] = []
    private(set) var licence: String?

    init(_ command: ReconstructCommand, places: [Coordinate]) throws {
        if let within = command.within {
            guard command.border == nil, command.window == nil else {
                throw Problem(.usage, "--within gives the ground; --border and --window give it too")
            }
            let document = try GeoJSONDocument(reading: ByteSource(path: within))
            polygons = document.features.compactMap(\.geometry).flatMap(\.polygons)
            guard !polygons.isEmpty else { throw Self.problem("there is no polygon in this file", within) }
            licence = Self.licence(document)
            return
        }
        guard let border = command.border, let window = command.window else {
            throw Problem(
                .usage, "the ground is missing",
                hint: "give --window west,south,east,north with --border FILE, or --within FILE")
        }
        let box = try Self.box(window)
        let document = try GeoJSONDocument(reading: ByteSource(path: border))
        let lines = document.features.compactMap(\.geometry).flatMap { geometry in
            geometry.lines + geometry.polygons.flatMap(\.rings).map { LineString($0.positions) }
        }
        guard !lines.isEmpty else { throw Self.problem("there is no line in this file", border) }
        do throws(Problem) {
            polygons = try ReconstructionRegion.side(of: box, border: lines, with: places)
            licence = Self.licence(document)
            for feature in document.features {
                guard let geometry = feature.geometry, !geometry.lines.isEmpty else { continue }
                let inside = try ReconstructionRegion.clip(geometry.lines, to: box)
                guard !inside.isEmpty else { continue }
                references.append(
                    Feature(
                        id: feature.record.label,
                        geometry: inside.count == 1 ? .lineString(inside[0]) : .multiLineString(inside),
                        properties: feature.record.properties ?? JSONObject()))
            }
        } catch {
            throw error.inFile(border)
        }
    }

    private static func problem(_ message: String, _ file: String) -> Problem {
        Problem(.scenario, message).inFile(file)
    }

    private static func box(_ text: String) throws -> BoundingBox {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0.filter { $0 != " " })
        }
        guard numbers.count == 4, case let all = numbers.compactMap(\.self), all.count == 4,
            all.allSatisfy(\.isFinite), (-180...180).contains(all[0]), (-180...180).contains(all[2]),
            (-90...90).contains(all[1]), (-90...90).contains(all[3]), all[0] < all[2], all[1] < all[3]
        else {
            throw Problem(
                .usage, "--window \(text) is no box",
                hint: "write west,south,east,north in degrees, like 33.9,50.9,36,52")
        }
        return BoundingBox([Coordinate(all[0], all[1]), Coordinate(all[2], all[3])])
    }

    private static func licence(_ document: GeoJSONDocument) -> String? {
        document.collection.foreign["kgeo"]?.object?["licence"]?.string
            ?? document.features.lazy.compactMap { $0.record.properties?["licence"]?.string }.first
    }
}
