// kgeo doctor: versions, where data was found, and a short self-test.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoMeasure
internal import KGeoReport
internal import KGeoSurface

struct DoctorCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Versions, where data was found, and a short self-test.")
    @Option(name: .long, help: ArgumentHelp("Where reference data and scenarios lie.", valueName: "dir"))
    var geodata: String?
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        var checks = Self.selfTest()
        var database: Libraries.Database?
        do {
            let found = try Libraries.database()
            database = found
            checks.append(DoctorReport.Check(name: "proj.db", passes: true, detail: found.path))
        } catch {
            checks.append(
                DoctorReport.Check(
                    name: "proj.db", passes: false,
                    detail: error.inCommandWords.message
                        + (error.inCommandWords.hint.map { " (\($0))" } ?? "")))
        }
        let data = DataFolders.find(geodata)
        let report = DoctorReport(
            tool: .current(database: database?.epsgVersion), database: database?.path,
            geodata: data.geodata, searched: data.searched, scenarios: data.scenarios, checks: checks,
            short: InputFile.short)
        try output.write(report) {
            Envelope(
                command: "doctor", tool: .current(database: database?.epsgVersion), inputs: [],
                settings: ["geodata": .text(geodata)], notices: [])
        }
        if !checks.allSatisfy(\.passes) { throw ExitCode(1) }
    }

    /// Known answers: an eighth of the ellipsoid, a cap, a distance, an overlay.
    private static func selfTest() -> [DoctorReport.Check] {
        func near(_ name: String, _ value: Double, _ known: Double, _ tolerance: Double, _ unit: String)
            -> DoctorReport.Check
        {
            DoctorReport.Check(
                name: name, passes: abs(value - known) <= tolerance * abs(known),
                detail: "\(RowFormat.text(value)) \(unit), known \(RowFormat.text(known))")
        }
        let octant = Measuring.area(
            of: Polygon(
                shell: Ring([Coordinate(0, 0), Coordinate(90, 0), Coordinate(0, 90), Coordinate(0, 0)])))
        var checks = [
            near(
                "an eighth of the ellipsoid", octant.geodesicSquareMetres,
                Libraries.ellipsoidSquareMetres / 8, 1e-12, "m²"),
            // Karney 2013, section 7: the meridian quadrant of WGS84.
            near(
                "from the equator to the pole", Measuring.distance(Coordinate(0, 0), Coordinate(0, 90)),
                10_001_965.729313, 1e-12, "m"),
        ]
        do {
            func square(_ x: Double) -> Polygon {
                Polygon(
                    shell: Ring([
                        Coordinate(x, 0), Coordinate(x + 2, 0), Coordinate(x + 2, 2), Coordinate(x, 2),
                        Coordinate(x, 0),
                    ]))
            }
            let union = Measuring.area(of: try Dissolve.union([square(0), square(1)]).polygons)
                .lonlatSquareMetres
            let one = Measuring.area(of: square(0)).lonlatSquareMetres
            checks.append(near("the union of two overlapping squares", union, one * 1.5, 1e-12, "m²"))
        } catch {
            checks.append(
                DoctorReport.Check(
                    name: "the union of two overlapping squares", passes: false, detail: error.message))
        }
        return checks
    }
}
