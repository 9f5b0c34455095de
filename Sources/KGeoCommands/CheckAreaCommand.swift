// kgeo check-area: the main job.

internal import ArgumentParser
internal import KGeo

struct CheckAreaCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-area",
        abstract: "Hold every area and share claim against the polygons of a map.",
        discussion: """
            For each claim: the figure as an interval, the area of the map with its error under each definition of \
            "held" (controlled; controlled and contested), and whether the figure fits. Without claims, the areas of \
            the map: a row per date, status and holder.

            Examples:
              kgeo check-area Scenarios/example.geojson
              kgeo check-area map.geojson --claim "about 1,300 km2" --status-property status \\
                --controlled held --contested grey --date-property date --as-of 2024-08-21
              kgeo check-area scenario.geojson --format json --fail-on overstated,understated
              kgeo check-area scenario.geojson --export for-qgis
            """)
    @Argument(
        help: ArgumentHelp(
            "Scenario files, or any GeoJSON with a property mapping; - is standard input.",
            valueName: "scenario"))
    var files: [String]
    @OptionGroup var check: CheckArguments
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
    @OptionGroup(title: "Output") var output: OutputOptions

    var format: OutputFormat { output.format }

    func run() throws {
        try Arguments.readOnce(files + check.claimArguments.claims)
        let gate = try gateVerdicts()
        var report = try check.report(files, format: output.format, listsAreas: true)
        report.color = output.hasColor
        let inputs = files + check.claimArguments.claims
        let bundle = try export.map { _ in try BundleExport.files(report) }
        let out = try output.open(inputs: inputs)
        if let export, let bundle {
            try OutputFolder.write(bundle, to: export, force: output.force, inputs: inputs)
        }
        switch output.format {
        case .table: try CheckTable(report).write(to: out)
        case .json: try out.write(JSONWriter.pretty(CheckJSON.value(report)))
        case .csv: try CheckCSV.write(report, to: out)
        }
        try out.finish()
        if output.format != .json { Messages.notices(report.files.flatMap(\.warnings), quiet: output.quiet) }
        let findings = report.files.flatMap(\.findings)
        if !gate.isEmpty, findings.isEmpty {
            throw Problem(
                .usage, "--fail-on has nothing to judge: there is no claim of an area or a share",
                hint: "give one with --claim or --claims")
        }
        if findings.contains(where: {
            gate.contains($0.verdict) || ($0.verdictAsWorded.map(gate.contains) ?? false)
        }) {
            throw ExitCode(ExitCodes.gate)
        }
    }

    private func gateVerdicts() throws -> Set<Verdict> {
        var verdicts: Set<Verdict> = []
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
