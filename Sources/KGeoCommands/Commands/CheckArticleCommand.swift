// kgeo check-article: the figures of a text, each held against the scenarios that speak of it.

internal import ArgumentParser
internal import KGeo
internal import KGeoArticle
internal import KGeoCore
internal import KGeoExtract
internal import KGeoJSON
internal import KGeoReport
internal import KGeoScenario
internal import KGeoVerdict
internal import SystemC

struct CheckArticleCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-article",
        abstract:
            "Find the territorial figures of an article and hold each against the scenarios that speak of it.",
        discussion: """
            Figures are found as by kgeo extract. Each is read: what it measures, whose ground, where, when, share of \
            what; the words that say so are printed with it. "Now" and "last month" are read against the day of \
            publication: --published, else what the page or the dateline says. Figures are linked to the scenarios of \
            a folder; those that could not be linked are listed with the reason, and so are figures that contradict \
            each other, also across texts, and dates that the scenarios contradict. With --maps each figure is measured \
            on the maps of every maker at hand too, whether a scenario speaks of it or not; the command that measures the \
            same again is printed with it. Navigation, comments and related \
            texts of a page of HTML are left out.

            A file that ends in .jsonl is a batch: each line is an object with "id", "text" and, where it is known, \
            "published", and is answered by a line of JSON.

            Examples:
              kgeo check-article article.txt --published 2025-06-15
              kgeo check-article one.html two.md --format json
              kgeo check-article article.txt --maps maps/ --maps kursk.geojson --published 2025-06-15
              kgeo check-article articles.jsonl --save-plan readings.json
            """)
    @Argument(help: ArgumentHelp("Texts: plain, Markdown or HTML; - is standard input.", valueName: "text"))
    var files: [String]
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The folder of scenarios; the default is the one kgeo came with.", valueName: "dir"))
    var scenarios: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Maps to measure on, of one maker: a folder of dated maps or a file; once for each maker.",
            valueName: "file|folder"))
    var maps: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Outlines of regions by their names, which come before those of GeoData.", valueName: "file"))
    var regions: String?
    @OptionGroup var areaNames: AreaNameArguments
    @Option(name: .long, help: ArgumentHelp("Where reference data and scenarios lie.", valueName: "dir"))
    var geodata: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The day the texts were published, for \"now\" and \"last month\"; beats what they say themselves.",
            valueName: "date"))
    var published: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the readings to FILE, as JSON that can be changed by hand.", valueName: "file"))
    var savePlan: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Take the readings of a file that --save-plan wrote; what was changed in it is marked as changed by hand. - is standard input.",
            valueName: "file|-"))
    var plan: String?
    @OptionGroup var languages: LanguageArguments
    @OptionGroup(title: "Input") var input: InputArguments
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        try Arguments.readOnce(files + [plan].compactMap(\.self))
        let language = try languages.value()
        let data = DataFolders.find(geodata)
        let folder = scenarios ?? data.scenarios
        // Maps are enough to measure on.
        guard folder != nil || !maps.isEmpty else {
            throw Problem(
                .input, "no folder of scenarios was found",
                hint: "name one with --scenarios DIR, or maps with --maps")
        }
        var warnings: [Notice] = []
        let log = InputLog(takesDigests: format == .json)
        let loaded = try folder.map { try Self.load($0, &warnings, log) } ?? []
        let gazetteer = try Self.gazetteer(data.geodata, loaded.map(\.scenario), &warnings, log)
        let measuring = try ArticleMaps(maps, regions: regions, areaNames, input, geodata, log)
        let checker = ArticleChecker(
            loaded.map(\.scenario), gazetteer: gazetteer, maps: measuring.map { ($0.planner, $0.checker) },
            language: language)
        let saved = try readings(log)
        let day = try Arguments.date(published, "--published").map { PublishedDay($0, from: "--published") }
        var reports: [ArticleReport] = []
        for file in files {
            let text = try log.read(file, isMain: true) { try $0.readText() }
            if BatchLine.isBatch(file) {
                for item in try ArticleBatch.items(text, of: file) {
                    var report = try Self.checked(checker, item.text, item.id, day ?? item.day, saved)
                    report.notes += item.notes(day)
                    reports.append(report)
                }
            } else {
                let report = try Self.checked(checker, text, file, day, saved)
                if case .unread(let other) = report.language {
                    throw LanguageArguments.unread(other, file: file)
                }
                reports.append(report)
            }
        }
        warnings += measuring?.notices ?? []
        measuring?.note(in: log)
        try put(reports, folder, data.geodata, warnings, log)
    }

    /// The readings of --plan; none without it.
    private func readings(_ log: InputLog) throws -> [SavedReadings] {
        guard let plan else { return [] }
        return try log.read(plan) { source in
            do throws(Problem) {
                return try ReadingObject.saved(try JSONText.value(reading: source))
            } catch { throw error.inFile(plan) }
        }
    }

    private static func checked(
        _ checker: ArticleChecker, _ text: String, _ id: String, _ day: PublishedDay?,
        _ saved: [SavedReadings]
    ) throws -> ArticleReport {
        // The readings of one text are meant for it, whatever it is called by now.
        let own = saved.first { $0.id == id } ?? (saved.count == 1 ? saved.first : nil)
        var report = try checker.check(text, file: id, published: day, saved: own)
        for i in report.figures.indices {
            for k in report.figures[i].findings.indices {
                report.figures[i].findings[k].finding = report.figures[i].findings[k].finding.inCommandWords
            }
            report.figures[i].answers = settled(report.figures[i].answers, of: report.figures[i].plan)
            for k in report.figures[i].orientation.indices {
                let near = report.figures[i].orientation[k]
                report.figures[i].orientation[k].answers = settled(near.answers, of: near.plan)
            }
        }
        for i in report.denied.indices {
            report.denied[i].answers = settled(report.denied[i].answers, of: report.denied[i].plan)
        }
        for i in report.counts.indices {
            report.counts[i].answers = settled(report.counts[i].answers, of: report.counts[i].plan)
        }
        if report.published == nil, report.figures.contains(where: { $0.reading?.isCheckable == false }) {
            report.notes.append("no date in the text; --published DATE gives the day it was published")
        }
        return report
    }

    /// Answers in the words of the command line, each with the command that measures the same again.
    private static func settled(_ answers: [PlanAnswer], of plan: Plan?) -> [PlanAnswer] {
        answers.map { answer in
            var answer = answer
            answer.finding = answer.finding.inCommandWords
            answer.command = (answer.instead ?? plan).flatMap { PlanCommandLine.text($0, answer) }
            return answer
        }
    }

    /// Writes the answer, and the readings where they are wanted.
    private func put(
        _ reports: [ArticleReport], _ folder: String?, _ geodata: String?, _ warnings: [Notice],
        _ log: InputLog
    ) throws {
        let out = try output.open(inputs: files)
        let report = CheckArticleReport(
            reports, contradictions: ArticleChecker.contradictions(reports))
        let before: () throws -> Void = {
            guard let savePlan else { return }
            let target = try Output(path: savePlan, force: output.force, inputs: files)
            try target.write(JSONWriter.pretty(report.plan) + "\n")
            try target.finish()
        }
        if files.allSatisfy(BatchLine.isBatch) {
            for report in reports { try out.line(JSONWriter.compact(CheckArticleReport.line(report))) }
            try before()
            return try out.finish()
        }
        try output.write(report, to: out, notices: warnings, before: before) {
            Envelope(
                command: "check-article", tool: .current(), inputs: log.records,
                settings: [
                    "scenarios": .text(folder), "geodata": .text(geodata), "published": .text(published),
                    "plan": .text(plan), "language": .text(languages.language),
                    "maps": .array(maps.map { .string($0) }), "regions": .text(regions),
                    "name_property": .text(areaNames.nameProperty),
                ],
                notices: warnings)
        }
    }

    /// The scenarios of a folder; those that break a rule are left out with a warning.
    private static func load(
        _ folder: String, _ warnings: inout [Notice], _ log: InputLog
    ) throws -> [LoadedScenario] {
        guard let directory = opendir(FileName.bytes(folder)) else {
            var place = Problem.Place()
            place.file = folder
            throw Problem(
                .input, "this folder cannot be read", at: place,
                hint: "--scenarios names a folder of scenarios")
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { FileName.text($0) }
            }
            if name.hasSuffix(".geojson"), !name.hasPrefix(".") { names.append(name) }
        }
        var loaded: [LoadedScenario] = []
        for name in names.sorted() {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            do {
                let scenario = try log.read(path) { try ScenarioLoader.load($0) }
                if let problem = scenario.problems.first { throw problem }
                loaded.append(scenario)
                warnings += scenario.scenario.dayNotices
            } catch let problem as Problem {
                warnings.append(Notice(.warning, problem.inFile(path)))
            }
        }
        guard !loaded.isEmpty else {
            var place = Problem.Place()
            place.file = folder
            throw Problem(
                .input, "there is no scenario in this folder", at: place, hint: "scenarios end in .geojson")
        }
        return loaded
    }

    /// The settlements of the reference data and the places of the scenarios.
    private static func gazetteer(
        _ geodata: String?, _ scenarios: [Scenario], _ warnings: inout [Notice], _ log: InputLog
    ) throws -> Gazetteer {
        var gazetteer = Gazetteer()
        if let path = geodata.map({ $0 + "/settlements.csv" }), access(FileName.bytes(path), R_OK) == 0 {
            try gazetteer.add(csv: log.read(path) { try $0.readText() }, file: path)
        } else {
            warnings.append(
                Notice(
                    .note,
                    Problem(
                        .input,
                        "the table of settlements was not found, so regions are known by their names alone",
                        hint: "--geodata names the folder that holds GeoData")))
        }
        for scenario in scenarios {
            let regions = Set(scenario.features.filter { $0.role == .control }.flatMap(\.regions))
            guard regions.count == 1, let region = regions.first else { continue }
            for place in scenario.features where place.role == .place {
                if let id = place.id, place.date != nil { gazetteer.add(id, in: region) }
            }
        }
        return gazetteer
    }
}
