// kgeo validate: everything that is wrong or odd with files, all of it, with places.

internal import ArgumentParser
internal import KGeo

struct ValidateCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "List all that is wrong with a map or scenario, with places.",
        discussion: """
            Tests the structure and topology of every feature, and for scenarios the rules of roles, statuses, dates \
            and claims. Exit code 65 when something is wrong; with --strict notes count too. One feature at a time is in \
            memory; with --structure-only none is, so that a feature may be of any size.

            Examples:
              kgeo validate Scenarios/example.geojson
              kgeo validate --structure-only coastline.geojson
            """)
    @Argument(help: MapFolder.argumentHelp)
    var paths: [String]
    @Flag(name: .long, help: "Let notes (right-hand rule, excess precision, …) fail too.")
    var strict = false
    @Flag(
        name: .long,
        help: "Leave the topology out (rings that cross, holes outside), which needs a feature in memory.")
    var structureOnly = false
    @OptionGroup(title: "Property mapping") var mappingArguments: MappingArguments
    @OptionGroup var input: InputArguments
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    /// A file that was gone through.
    private struct Row {
        var file, kind: String
        var features, count: Int
    }

    private static let findings = Columns<Notice>([
        Column("file") { .text($0.problem.place.file) }, Column("severity") { .string($0.severity.rawValue) },
        Column("code") { .string($0.problem.code.rawValue) },
        Column("feature") { .count($0.problem.place.feature) }, Column("id") { .text($0.problem.place.id) },
        Column("part") { .count($0.problem.place.part) }, Column("ring") { .count($0.problem.place.ring) },
        Column("vertex") { .count($0.problem.place.vertex) },
        Column("line") { .count($0.problem.place.line) },
        Column("column") { .count($0.problem.place.column) },
        Column("offset") { .count($0.problem.place.offset) },
        Column("claim") { .text($0.problem.place.claim) },
        Column("property") { .text($0.problem.place.property) },
        Column("message") { .string($0.problem.message) }, Column("hint") { .text($0.problem.hint) },
        Column("path") { .text($0.problem.place.path) },
        .member("coordinate") { .position($0.problem.place.coordinate) },
    ])

    func run() throws {
        try Arguments.readOnce(paths)
        let files = try paths.flatMap { try MapFolder.files($0) }
        let mapping = try mappingArguments.mapping()
        let out = try output.open(inputs: files)
        let log = InputLog(takesDigests: output.format == .json)
        var all: [Notice] = []
        var missing: Problem?
        var rows: [Row] = []
        for path in files {
            let found: FileValidation
            do {
                found = try FileValidation(
                    path, mapping: mapping, input: input.options, testsTopology: !structureOnly,
                    log: log)
            } catch let problem as Problem where problem.code == .input {
                missing = missing ?? problem
                log.add(path, nil, isMain: true)
                all.append(Notice(.error, problem))
                continue
            }
            all += found.notices
            rows.append(
                Row(
                    file: path, kind: found.isScenario ? "scenario" : "map", features: found.featureCount,
                    count: found.notices.count))
        }
        all = all.map(\.inCommandWords)
        switch output.format {
        case .table:
            for notice in all {
                try out.line("\(notice.severity.rawValue): " + SafeText.escaped(notice.problem.summary))
                if let hint = notice.problem.hint { try out.line("  hint: " + SafeText.escaped(hint)) }
            }
            for row in rows {
                try out.line(
                    "\(SafeText.escaped(row.file)): \(row.kind), \(row.features) \(row.features == 1 ? "feature" : "features"), "
                        + (row.count == 0
                            ? "nothing wrong" : "\(row.count) \(row.count == 1 ? "finding" : "findings")"))
            }
        case .csv: try Self.findings.csv(all, to: out)
        case .json:
            let members: JSONObject = [
                "valid": .bool(!all.contains { $0.severity == .error }),
                "files": .array(
                    rows.map {
                        .object([
                            "path": .string($0.file), "kind": .string($0.kind),
                            "features": .count($0.features),
                        ])
                    }), "findings": Self.findings.array(all),
            ]
            let settings: JSONObject = [
                "strict": .bool(strict), "structure_only": .bool(structureOnly),
            ]
            // What is found is the answer, so nothing is left to note beside it.
            let answer = Envelope(
                command: "validate",
                tool: .current(database: try ToolVersions.database(input.options, all)),
                inputs: log.records, settings: settings + mappingArguments.record + input.record,
                members: members, notices: [])
            try out.write(answer.text)
        }
        try out.finish()
        if let missing { throw missing }
        if all.contains(where: { $0.severity == .error }) || (strict && !all.isEmpty) { throw ExitCode(65) }
    }
}
