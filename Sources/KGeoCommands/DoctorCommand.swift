// kgeo doctor: versions, where data was found, and a short self-test.

internal import ArgumentParser
internal import KGeo
internal import SystemC

struct DoctorCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Versions, where data was found, and a short self-test.")
    @Option(name: .long, help: ArgumentHelp("Where reference data and scenarios lie.", valueName: "dir"))
    var geodata: String?
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    private struct Check {
        var name: String
        var passes: Bool
        var detail: String
    }

    private static let columns = Columns<Check>([
        Column("check") { .string($0.name) }, Column("passes") { .bool($0.passes) },
        Column("detail") { .string($0.detail) },
    ])

    func run() throws {
        var checks = Self.selfTest()
        var database: PROJ.Database?
        do {
            let found = try PROJ.database()
            database = found
            checks.append(Check(name: "proj.db", passes: true, detail: found.path))
        } catch {
            checks.append(
                Check(
                    name: "proj.db", passes: false,
                    detail: error.inCommandWords.message
                        + (error.inCommandWords.hint.map { " (\($0))" } ?? "")))
        }
        let data = DataFolders.find(geodata)
        let out = try output.open()
        let epsg = database?.epsgVersion ?? "unknown"
        switch output.format {
        case .table:
            try out.line("kgeo \(KGeoVersion.current)")
            try out.line("GEOS \(GEOS.version)")
            try out.line("PROJ \(PROJ.version), EPSG data \(epsg)")
            try out.line(
                "GeoData: \(data.geodata.map(InputFile.short) ?? "not found (looked in \(data.searched.map(InputFile.short).joined(separator: ", ")))")"
            )
            try out.line("Scenarios: \(data.scenarios.map(InputFile.short) ?? "not found")")
            for check in checks {
                try out.line("\(check.passes ? "ok  " : "FAIL") \(check.name): \(check.detail)")
            }
        case .csv: try Self.columns.csv(checks, to: out)
        case .json:
            let members: JSONObject = [
                "proj_db_path": .text(database?.path), "geodata": .text(data.geodata),
                "scenarios": .text(data.scenarios), "checks": Self.columns.array(checks),
                "healthy": .bool(checks.allSatisfy(\.passes)),
            ]
            let answer = Envelope(
                command: "doctor", tool: .current(database: database?.epsgVersion), inputs: [],
                settings: ["geodata": .text(geodata)], members: members, notices: [])
            try out.write(answer.text)
        }
        try out.finish()
        if !checks.allSatisfy(\.passes) { throw ExitCode(1) }
    }

    /// Known answers: an eighth of the ellipsoid, a cap, a distance, an overlay.
    private static func selfTest() -> [Check] {
        func near(_ name: String, _ value: Double, _ known: Double, _ tolerance: Double, _ unit: String)
            -> Check
        {
            Check(
                name: name, passes: abs(value - known) <= tolerance * abs(known),
                detail: "\(StreamRun.text(value)) \(unit), known \(StreamRun.text(known))")
        }
        let octant = Measuring.area(
            of: Polygon(
                shell: Ring([Coordinate(0, 0), Coordinate(90, 0), Coordinate(0, 90), Coordinate(0, 0)])))
        var checks = [
            near(
                "an eighth of the ellipsoid", octant.geodesicSquareMetres, Geodesic.wgs84.surfaceArea / 8,
                1e-12, "m²"),
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
                Check(
                    name: "the union of two overlapping squares", passes: false,
                    detail: error.inCommandWords.message))
        }
        return checks
    }
}

/// Where reference data and scenarios are looked for.
enum DataFolders {
    /// In `--geodata`, `KGEO_DATA`, `<folder of the binary>/../share/kgeo`, then the working folder.
    static func find(_ option: String?) -> (geodata: String?, scenarios: String?, searched: [String]) {
        var folders: [String] = []
        if let option { folders.append(option) }
        if let variable = getenv("KGEO_DATA") { folders.append(String(cString: variable)) }
        if let binary = binaryFolder { folders.append(binary + "/../share/kgeo") }
        folders.append(".")
        func first(_ name: String) -> String? {
            folders.map { "\($0)/\(name)" }.first { access($0, R_OK) == 0 }
        }
        return (first("GeoData"), first("Scenarios"), folders)
    }

    private static var binaryFolder: String? {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
