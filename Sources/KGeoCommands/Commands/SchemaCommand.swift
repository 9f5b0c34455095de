// kgeo schema: the JSON Schema of scenarios, and the table of units.

internal import ArgumentParser
internal import KGeo
internal import KGeoJSON
internal import KGeoReport
internal import KGeoScenario

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
        guard units else {
            let out = try output.open()
            try out.write(JSONWriter.pretty(ScenarioSchema.value))
            return try out.finish()
        }
        try output.write(UnitsReport()) {
            Envelope(
                command: "schema --units", tool: .current(), inputs: [], settings: [:], notices: [])
        }
    }
}
