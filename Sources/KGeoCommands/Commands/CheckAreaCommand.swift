// kgeo check-area: the main job.

internal import ArgumentParser
internal import KGeo
internal import KGeoReport
internal import KGeoScenario

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
    @OptionGroup var outcomes: CheckOutcomes
    @OptionGroup(title: "Output") var output: OutputOptions

    var format: OutputFormat { output.format }

    func run() throws {
        try CheckRun(check: check, outcomes: outcomes, output: output)
            .run(files, as: "check-area", kinds: Checker.areaKinds)
    }
}
