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
                for unit in Unit.table {
                    table.rows.append([
                        unit.name, unit.symbol, unit.dimension.rawValue,
                        "\(StreamRun.text(unit.factor)) \(unit.dimension.siSymbol)",
                        unit.isExact ? "exact" : "nominal", unit.source,
                    ])
                }
                for line in table.lines() { try out.line(line) }
            case .csv:
                try out.line("unit,symbol,dimension,si_factor,exact,source")
                for unit in Unit.table {
                    try out.line(
                        "\(unit.name),\(SafeText.csvCell(unit.symbol)),\(unit.dimension.rawValue),\(StreamRun.text(unit.factor)),\(unit.isExact),\(SafeText.csvCell(unit.source))"
                    )
                }
            case .json:
                try out.write(
                    JSONWriter.pretty(
                        .object([
                            "schema_version": .number(JSONNumber(1)),
                            "units": .array(
                                Unit.table.map { unit in
                                    .object([
                                        "unit": .string(unit.name), "symbol": .string(unit.symbol),
                                        "dimension": .string(unit.dimension.rawValue),
                                        "si_factor": .number(unit.factor), "exact": .bool(unit.isExact),
                                        "source": .string(unit.source),
                                    ])
                                }),
                        ])))
            }
        }
        try out.finish()
    }
}
