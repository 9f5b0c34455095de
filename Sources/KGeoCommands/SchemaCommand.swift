// kgeo schema: the JSON Schema of scenarios, and the table of units.

internal import ArgumentParser
internal import KGeo

struct SchemaCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of scenario files, or the table of units.",
        discussion: """
            Examples:
              kgeo schema > scenario.schema.json
              kgeo schema --units
              kgeo schema --units --format csv
            """)
    @Flag(name: .long, help: "The table of units instead.")
    var units = false
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    private static let columns = Columns<MeasureUnit>([
        Column("unit") { .string($0.name) }, Column("symbol") { .string($0.symbol) },
        Column("dimension") { .string($0.dimension.rawValue) }, Column("si_factor") { .number($0.factor) },
        Column("exact") { .bool($0.isExact) }, Column("source") { .string($0.source) },
    ])

    func run() throws {
        let out = try output.open()
        if !units {
            try out.write(JSONWriter.pretty(ScenarioSchema.value))
        } else {
            switch output.format {
            case .table:
                var table = TextTable([
                    ("unit", .left), ("printed", .left), ("of", .left), ("in SI", .left), ("size", .left),
                    ("source", .left),
                ])
                for unit in MeasureUnit.table {
                    table.rows.append([
                        unit.name, unit.symbol, unit.dimension.rawValue,
                        "\(StreamRun.text(unit.factor)) \(unit.dimension.siSymbol)",
                        unit.isExact ? "exact" : "nominal", unit.source,
                    ])
                }
                for line in table.lines() { try out.line(line) }
            case .csv: try Self.columns.csv(MeasureUnit.table, to: out)
            case .json:
                let answer = Envelope(
                    command: "schema --units", tool: .current(), inputs: [], settings: [:],
                    members: ["units": Self.columns.array(MeasureUnit.table)], notices: [])
                try out.write(answer.text)
            }
        }
        try out.finish()
    }
}
