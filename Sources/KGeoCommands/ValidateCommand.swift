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

    func run() throws {
        try Arguments.readOnce(paths)
        let files = try paths.flatMap { try MapFolder.files($0) }
        let mapping = try mappingArguments.mapping()
        let out = try output.open(inputs: files)
        var all: [Notice] = []
        var missing: Problem?
        var rows: [(file: String, features: Int, kind: String, count: Int)] = []
        for path in files {
            let found: FileValidation
            do {
                found = try FileValidation(
                    path, mapping: mapping, input: input.options, testsTopology: !structureOnly)
            } catch let problem as Problem where problem.code == .input {
                missing = missing ?? problem
                all.append(Notice(.error, problem))
                continue
            }
            all += found.notices
            rows.append(
                (path, found.featureCount, found.isScenario ? "scenario" : "map", found.notices.count))
        }
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
        case .csv:
            try out.line(
                "file,severity,code,feature,id,part,ring,vertex,line,column,offset,claim,property,message,hint"
            )
            for notice in all {
                let place = notice.problem.place
                func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
                try out.line(
                    [
                        SafeText.csvCell(place.file ?? ""), notice.severity.rawValue,
                        notice.problem.code.rawValue,
                        number(place.feature), SafeText.csvCell(place.id ?? ""), number(place.part),
                        number(place.ring),
                        number(place.vertex), number(place.line), number(place.column), number(place.offset),
                        SafeText.csvCell(place.claim ?? ""), SafeText.csvCell(place.property ?? ""),
                        SafeText.csvCell(notice.problem.message), SafeText.csvCell(notice.problem.hint ?? ""),
                    ].joined(separator: ","))
            }
        case .json:
            try out.write(
                JSONWriter.pretty(
                    .object([
                        "schema_version": .number(JSONNumber(1)), "command": .string("validate"),
                        "tool": ToolRecord.json(),
                        "valid": .bool(!all.contains { $0.severity == .error }),
                        "files": .array(
                            rows.map {
                                .object([
                                    "path": .string($0.file), "kind": .string($0.kind),
                                    "features": .number(JSONNumber($0.features)),
                                ])
                            }),
                        "findings": .array(
                            all.map { notice in
                                var object = Messages.json(notice.problem).object ?? JSONObject()
                                object.members.insert(
                                    .init("severity", .string(notice.severity.rawValue)), at: 0)
                                return .object(object)
                            }),
                    ])))
        }
        try out.finish()
        if let missing { throw missing }
        if all.contains(where: { $0.severity == .error }) || (strict && !all.isEmpty) { throw ExitCode(65) }
    }
}
