// kgeo validate: everything that is wrong or odd with files, all of it, with places.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoReport

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

    func run() throws {
        try Arguments.readOnce(paths)
        let files = try paths.flatMap { try MapFolder.files($0) }
        let mapping = try mappingArguments.mapping()
        let out = try output.open(inputs: files)
        let log = InputLog(takesDigests: output.format == .json)
        var all: [Notice] = []
        var missing: Problem?
        var rows: [ValidateReport.File] = []
        for path in files {
            let found: FileValidation
            do throws(Problem) {
                found = try FileValidation(
                    path, mapping: mapping, input: input.options, testsTopology: !structureOnly,
                    mayReadAgain: FileStatus.sizeOfFile(path) != nil, keepsDigest: output.format == .json,
                    open: InputFile.source)
            } catch {
                guard error.code == .input else { throw error }
                missing = missing ?? error
                log.add(path, nil, isMain: true)
                all.append(Notice(.error, error))
                continue
            }
            log.add(path, found.digest, isMain: true)
            all += found.notices
            rows.append(
                ValidateReport.File(
                    path: path, isScenario: found.isScenario, features: found.featureCount,
                    count: found.notices.count))
        }
        all = all.map(\.inCommandWords)
        // What is found is the answer, so nothing is left to note beside it.
        try output.write(ValidateReport(files: rows, findings: all), to: out) {
            Envelope(
                command: "validate",
                tool: .current(database: try ToolVersions.database(input.options, all)),
                inputs: log.records,
                settings: ["strict": .bool(strict), "structure_only": .bool(structureOnly)]
                    + mappingArguments.record + input.record,
                notices: [])
        }
        if let missing { throw missing }
        if all.contains(where: { $0.severity == .error }) || (strict && !all.isEmpty) { throw ExitCode(65) }
    }
}
