// A check as check-area and check run it: findings in one form or another, the folder for QGIS, the gate.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoReport
internal import KGeoVerdict

/// What a check does beside its report.
struct CheckOutcomes: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Exit with 2 when a verdict is among these, such as overstated,understated.",
            valueName: "verdicts"))
    var failOn: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also write a folder for QGIS: layers, styles, findings (as kgeo export does).",
            valueName: "folder"))
    var export: String?
    @OptionGroup var drawArguments: DrawArguments
}

/// The groups stand side by side in the commands: in a debug build the parser checks each group anew for every
/// group it is in, three times over at each level.
struct CheckRun {
    let check: CheckArguments
    let outcomes: CheckOutcomes
    let output: OutputOptions

    /// Checks the claims of some kinds in each file.
    ///
    /// - Parameters:
    ///   - command: the name of the command in an answer.
    ///   - figure: what the figures of --claim are said of, beside an area.
    ///   - lines: files of lines that go into each scenario.
    func run(
        _ files: [String], as command: String, kinds: Set<ClaimKind>, figure: FigureArguments? = nil,
        lines: [String] = []
    ) throws {
        let inputs = files + check.claimArguments.claims + lines
        try output.file.apart("--draw", outcomes.drawArguments.draw)
        try Arguments.readOnce(inputs)
        let gate = try gateVerdicts()
        let log = InputLog(takesDigests: output.format == .json)
        var checked = try check.report(
            files, format: output.format, listsAreas: true, kinds: kinds, figure: figure, lines: lines,
            log: log)
        checked.report.color = output.hasColor
        let report = checked.report
        let bundle = try outcomes.export.map { _ in try BundleExport.files(checked) }
        let picture = try outcomes.drawArguments.picture(checked, geodata: check.geodata)
        try check.mappingArguments.save(beside: files, force: output.force)
        let out = try output.open(inputs: inputs)
        if let picture, let path = outcomes.drawArguments.draw {
            let file = try Output(path: path, force: output.force, inputs: inputs, quiet: output.quiet)
            try file.write(picture)
            try file.finish()
        }
        if let export = outcomes.export, let bundle {
            try OutputFolder.write(
                bundle, to: export, force: output.force, inputs: inputs, quiet: output.quiet)
        }
        try output.write(report, to: out, notices: report.notices) {
            Envelope(
                command: command, tool: .current(database: report.database), inputs: log.records,
                settings: report.record + check.record
                    + (figure.map { $0.record + ["line": .array(lines.map { .string($0) })] } ?? [:]),
                notices: report.notices)
        }
        let findings = report.files.flatMap(\.findings)
        if !gate.isEmpty, findings.isEmpty {
            throw Problem(
                .usage,
                kinds == Checker.areaKinds
                    ? "--fail-on has nothing to judge: there is no claim of an area or a share"
                    : "--fail-on has nothing to judge: there is no claim",
                hint: "give one with --claim or --claims")
        }
        let verdicts = findings.map(\.verdict) + report.acrossSources.map(\.overall.verdict)
        if verdicts.contains(where: gate.contains) {
            throw ExitCode(ExitCodes.gate)
        }
    }

    private func gateVerdicts() throws -> Set<Verdict> {
        var verdicts: Set<Verdict> = []
        let failOn = outcomes.failOn
        if let failOn, failOn.allSatisfy({ $0 == "," || $0 == " " }) {
            throw Problem(
                .usage, "--fail-on names no verdict",
                hint: "use one or more of: " + Verdict.allCases.map(\.rawValue).joined(separator: ","))
        }
        for word in failOn?.split(whereSeparator: { $0 == "," || $0 == " " }) ?? [] {
            guard let verdict = Verdict(rawValue: String(word)) else {
                throw Problem(
                    .usage, "--fail-on \(word) is unknown",
                    hint: "use one or more of: " + Verdict.allCases.map(\.rawValue).joined(separator: ","))
            }
            verdicts.insert(verdict)
        }
        return verdicts
    }
}
