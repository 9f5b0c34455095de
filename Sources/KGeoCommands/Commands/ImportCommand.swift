// kgeo import: scenarios from other people's maps.

internal import ArgumentParser
internal import KGeo
internal import KGeoImport
internal import KGeoReport

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a scenario from a map of another source.",
        discussion: """
            The scenario goes to standard output or to --output; what was read, what each region holds and what was \
            left out is said on standard error. Several files become several dated maps in one scenario.

            Examples:
              kgeo import deepstate 1724272310.geojson 1725654859.geojson --output map.scenario.geojson
              kgeo import geojson map.geojson --status-property zone --controlled red --set holder=North \\
                --date 2024-08-21 --output map.scenario.geojson
              kgeo import kml map.kmz --status-property folder --controlled Occupied --output map.scenario.geojson
            """,
        subcommands: [
            ImportDeepStateCommand.self, ImportGeoJSONCommand.self, ImportKMLCommand.self,
            ImportGDALCommand.self,
        ])
}
