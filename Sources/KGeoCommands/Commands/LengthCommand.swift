// kgeo length: a row per line, streamed.

internal import ArgumentParser
internal import KGeo
internal import KGeoReport
internal import KGeoVerdict

struct LengthCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "length", abstract: "Length of every line, on the ellipsoid.",
        discussion: """
            Lengths are geodesic, in m on WGS84. A polygon has a perimeter (kgeo area), not a length: it is 0, like points.

            Example:
              kgeo length --format csv roads.geojson
            """)
    @OptionGroup var stream: StreamArguments
    var format: OutputFormat { stream.output.format }

    func run() throws {
        try StreamRun(
            stream, command: "length", columns: [("length_m", "length km")],
            shown: { [Figures.cell($0[0] / 1e3, 3)] }, foot: "WGS84 ellipsoid, geodesic edges",
            meter: { LengthMeter() }
        ).run()
    }
}
