// kgeo check: claims of every kind.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoReport
internal import KGeoScenario

struct CheckCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold claims of every kind against a map: areas, lengths, distances, depths, rates.",
        discussion: """
            As check-area, and beyond areas and shares: the length of a line, whole or inside an area; the distance \
            between two features; how far an advance reaches past a border; the width or radius of a ground; how much \
            was gained or lost between two dates, and how fast.

            Examples:
              kgeo check Scenarios/example.geojson
              kgeo check map.geojson --line pipeline.geojson --claim "18 km" --kind length --inside control
              kgeo check map.geojson --claim "at least 20 km2/week" --period 2024-08-06,2024-08-27
            """)
    @Argument(
        help: ArgumentHelp(
            "Scenario files, or any GeoJSON with a property mapping; - is standard input.",
            valueName: "scenario"))
    var files: [String]
    @OptionGroup(title: "What a --claim is said of") var figure: FigureArguments
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file of lines that are added to the map, such as a pipeline; may be given several times.",
            valueName: "file"))
    var line: [String] = []
    @OptionGroup var check: CheckArguments
    @OptionGroup var outcomes: CheckOutcomes
    @OptionGroup(title: "Output") var output: OutputOptions

    var format: OutputFormat { output.format }

    func run() throws {
        try CheckRun(check: check, outcomes: outcomes, output: output)
            .run(files, as: "check", kinds: Set(ClaimKind.allCases), figure: figure, lines: line)
    }
}
