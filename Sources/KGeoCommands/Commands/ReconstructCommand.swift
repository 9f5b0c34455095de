// kgeo reconstruct: a scenario from reported settlements.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoCore
internal import KGeoJSON
internal import KGeoReconstruct
internal import KGeoReport
internal import KGeoScenario
internal import KGeoVerdict

struct ReconstructCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconstruct",
        abstract: "Make a map from settlements with a reported status.",
        discussion: """
            The status of the settlements is kriged: ground counts where it is more likely held than not. With \
            --method nearest every settlement speaks for the ground that is nearer to it than to any other, up to \
            --max-reach. The ground is a window cut by a border, or a polygon. Printed are the areas with their \
            error, what each change of the evidence does to them, and the ground without evidence; --write makes the \
            scenario, --probability a map of how likely ground is held.

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
    @OptionGroup var area: ReconstructionArea
    @OptionGroup var method: ReconstructionMethodArguments
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
    @Option(
        name: .long,
        help: ArgumentHelp("Write the ground by its probability to FILE, as GeoJSON.", valueName: "file"))
    var probability: String?
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        try Arguments.readOnce(inputs)
        try Arguments.apart(write: write, output.output, "the scenario")
        try Arguments.apart(write: probability, output.output, "the probability")
        guard write == nil || write != probability else {
            throw Problem(
                .usage, "--write and --probability both go to \(write ?? "")",
                hint: "give each a file of its own")
        }
        guard probability == nil || method.method == .kriging else {
            throw Problem(
                .usage, "--probability belongs to kriging",
                hint: "leave --method nearest out, or --probability")
        }
        let days = try self.days()
        let choice = try method.choice()
        let log = InputLog(takesDigests: output.format == .json)
        var notices: [Notice] = []
        let all = try self.reports(log, &notices)
        let scenarioClaims = try claimObjects(log)
        let ground = try area.ground(places: ReportedSites.places(all), log: log, &notices)
        let references = try references(beside: ground.references, log)
        let maker = try ReconstructionMaker(ground, choice)
        let (reports, outside) = try split(all, by: maker, ground)
        let made = try days.map { day in
            do throws(Problem) {
                return try maker.map(
                    reports, on: day, holder: holder, others: otherHolder, hasBands: probability != nil)
            } catch {
                throw error.inFile(file)
            }
        }
        let text = try write.map { path in
            let scenario = self.scenario(ground, references, scenarioClaims, choice.reach, of: reports)
            return try valid(GeoJSONWriter().text(scenario.document(made)), for: path, &notices)
        }
        let report = ReconstructReport(
            file: file, holder: holder, region: region, reach: choice.reach, days: made,
            cuts: made.map { ground.cut($0.result) }, ground: ground.words, outside: outside)
        notices += report.notices
        if write == nil {
            notices.append(
                Notice(.note, Problem(.scenario, "no scenario was written; --write FILE writes it")))
        }
        let layer =
            probability == nil ? nil : GeoJSONWriter().text(ProbabilityLayer.document(made, holder: holder))
        try put(report, text, layer, notices, record(choice, days), log)
    }

    /// Writes the report, and the scenario where it is wanted.
    private func put(
        _ report: ReconstructReport, _ text: String?, _ layer: String?, _ notices: [Notice],
        _ record: JSONObject, _ log: InputLog
    ) throws {
        try output.write(
            report, inputs: inputs, notices: notices,
            before: {
                for case (let path?, let text?) in [(write, text), (probability, layer)] {
                    let target = try Output(path: path, force: output.force, inputs: inputs)
                    try target.write(text)
                    try target.finish()
                }
            },
            envelope: {
                Envelope(
                    command: "reconstruct", tool: .current(), inputs: log.records, settings: record,
                    notices: notices)
            })
    }

    /// What the maps depend on.
    private func record(_ choice: ReconstructionMethod, _ days: [CalendarDate]) -> JSONObject {
        [
            "holder": .string(holder), "other_holder": .array(otherHolder.map { .string($0) }),
            "date": .array(days.map { .string($0.description) }), "region": .text(region),
            "border": .text(area.border), "window": .text(area.window), "within": .text(area.within),
            "method": .string(method.method.rawValue), "range_m": .number(choice.model?.range),
            "try_range": .text(method.tryRange), "max_reach_m": .number(choice.reach),
            "try_reach": .text(method.tryReach), "write": .text(write), "probability": .text(probability),
        ]
    }

    private var inputs: [String] {
        [file] + area.files + claims
            + reference.map(NamedFeatures.path)
    }

    private func days() throws -> [CalendarDate] {
        let days = try date.compactMap { try Arguments.date($0, "--date") }
        guard !days.isEmpty else {
            guard let day = MapDay(ofUndatedIn: file) else {
                throw Problem(
                    .usage, "of which day is the map?",
                    hint: "give --date 2024-08-27, or a name such as settlements_20240827.csv")
            }
            if output.format != .json {
                Messages.notices([day.notice(file)].compactMap(\.self), quiet: output.quiet)
            }
            return [day.date]
        }
        guard Set(days).count == days.count else { throw Problem(.usage, "--date gives a day twice") }
        return days.sorted()
    }

    private func reports(_ log: InputLog, _ notices: inout [Notice]) throws -> [SettlementReport] {
        var problems: [Problem] = []
        let text = try log.read(file, isMain: true) { try $0.readText() }
        var reports = try SettlementTable.reports(text, file: file, problems: &problems, notices: &notices)
        problems += ReportedSites.samePlaces(reports).map { $0.inFile(file) }
        try Messages.stop(on: problems, format: output.format, allBy: nil)
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

    /// The reports on settlements that lie in the ground, or so near that the error of their place allows it;
    /// and the names of the others, each once.
    private func split(
        _ all: [SettlementReport], by maker: ReconstructionMaker, _ ground: ReconstructionGround
    ) throws -> (inside: [SettlementReport], outside: [String]) {
        var isInside: [String: Bool] = [:]
        var outside: [String] = []
        for report in all where isInside[report.key] == nil {
            let holds = try maker.holds(report.place, error: report.coordinateError)
            isInside[report.key] = holds
            if !holds { outside.append(report.name) }
        }
        let inside = all.filter { isInside[$0.key] ?? false }
        guard !inside.isEmpty else {
            let box = BoundingBox(all.map(\.place))
            let ends = [box.west, box.south, box.east, box.north].map { "\(JSONNumber($0).text)" }
            throw Problem(
                .scenario, "no settlement lies in this ground",
                hint: "the settlements lie in \(ends.joined(separator: ",")); give the ground around them"
            ).inFile(ground.file)
        }
        return (inside, outside)
    }

    /// The features of --reference, each file held to the rules of a scenario, no id twice.
    private func references(beside own: [Feature], _ log: InputLog) throws -> [Feature] {
        var result: [Feature] = []
        var problems: [Problem] = []
        var files: [String: String] = [:]
        for feature in own { if let id = feature.record.label { files[id] = area.border } }
        for text in reference {
            let named = try NamedFeatures(text, options: InputOptions(), log: log, use: .drawn)
            var collection = CollectionRecord()
            collection.foreign["kgeo"] = .object(["schema": .number(JSONNumber(1))])
            var reader = ScenarioReader(mapping: PropertyMapping())
            _ = reader.scenario(
                GeoJSONDocument(collection: collection, features: named.features), file: named.path)
            problems += reader.problems
            for feature in named.features {
                guard let id = feature.record.label else { continue }
                if let file = files[id], file != text {
                    let place = Problem.Place(feature: feature.record.index, id: id)
                    problems.append(
                        Problem(
                            .scenario, "a feature of \(file) has this id too", at: place,
                            hint: "ids are unique in a scenario; FILE#ID takes one feature of a file"
                        ).inFile(named.path))
                }
                files[id] = text
            }
            result += named.features
        }
        try Messages.stop(on: problems, format: output.format, allBy: nil)
        return result
    }

    /// The text of a scenario that keeps its rules. A claim may speak of a feature that is given later, when it
    /// is checked: that is said and no more.
    private func valid(_ text: String, for path: String, _ notices: inout [Notice]) throws -> String {
        let problems = try ScenarioLoader.load(ByteSource(text: text, name: path)).problems
        let later = problems.filter { $0.place.claim != nil && $0.place.property != "id" }
        guard let first = problems.first(where: { !later.contains($0) }) else {
            notices += later.map { Notice(.warning, $0) }
            return text
        }
        throw Problem(
            first.code, saying: "the scenario would break a rule, so it is not written: \(first.wording)",
            at: first.place, remedy: first.remedy)
    }

    private func claimObjects(_ log: InputLog) throws -> [JSONObject] {
        var problems: [Problem] = []
        var result: [JSONObject] = []
        for path in claims {
            let objects = try log.read(path) { try ClaimArguments.objects(path, $0) }
            for (i, item) in objects.enumerated() {
                var found: [Problem] = []
                if let claim = ClaimArguments.claim(item.object, index: i, problems: &found) {
                    result.append(ClaimReading.coded(item.object, as: claim))
                }
                problems += found.map { problem in
                    problem.inFile(path).located { $0.line = $0.line ?? item.line }
                }
            }
        }
        try Messages.stop(on: problems, format: output.format, allBy: nil)
        return result
    }

    private func scenario(
        _ ground: ReconstructionGround, _ references: [Feature], _ claims: [JSONObject], _ reach: Double?,
        of reports: [SettlementReport]
    ) -> ReconstructedScenario {
        var scenario = ReconstructedScenario(
            holder: holder,
            source:
                "kgeo, reconstructed from reported settlements (\(file.split(separator: "/").last.map(String.init) ?? file))",
            reach: reach.map { "\(Figures.plain($0 / 1_000)) km" } ?? "none")
        scenario.region = region
        scenario.title = title
        scenario.summary = summary
        scenario.licence = ReconstructedScenario.licence(
            of: [ground.licence] + references.map { $0.record.properties?["licence"]?.string },
            places: reports.map(\.coordinateSource))
        scenario.claims = claims
        scenario.holdsPlaces = !withoutPlaces
        scenario.references = ground.references + references
        return scenario
    }
}
