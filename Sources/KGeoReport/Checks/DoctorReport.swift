// What kgeo doctor prints: versions, where data was found, and the self-test.

package import KGeoCore

/// How the tool is.
package struct DoctorReport: Report {
    /// One thing that was tried.
    package struct Check: Sendable {
        package let name: String
        package let passes: Bool
        fileprivate let detail: String

        /// What was tried, and what came of it.
        package init(name: String, passes: Bool, detail: String) {
            self.name = name
            self.passes = passes
            self.detail = detail
        }
    }

    private let tool: ToolVersions
    private let database, geodata, scenarios: String?
    private let searched: [String]
    private let checks: [Check]
    private let short: (String) -> String

    /// Versions, folders and checks.
    ///
    /// - Parameters:
    ///   - database: the path of PROJ's database.
    ///   - searched: where GeoData was looked for.
    ///   - short: a path as it is printed for people.
    package init(
        tool: ToolVersions, database: String?, geodata: String?, searched: [String], scenarios: String?,
        checks: [Check], short: @escaping (String) -> String
    ) {
        self.tool = tool
        self.database = database
        self.geodata = geodata
        self.searched = searched
        self.scenarios = scenarios
        self.checks = checks
        self.short = short
    }

    private static let columns = Columns<Check>([
        Column("check") { .string($0.name) }, Column("passes") { .bool($0.passes) },
        Column("detail") { .string($0.detail) },
    ])

    /// A line each.
    package func table(on page: inout Page) {
        page.line("kgeo \(tool.kgeo)")
        page.line("GEOS \(tool.geos)")
        page.line("PROJ \(tool.proj), EPSG data \(tool.projDatabase ?? "unknown")")
        let places = searched.map(short).joined(separator: ", ")
        page.line("GeoData: \(geodata.map(short) ?? "not found (looked in \(places))")")
        page.line("Scenarios: \(scenarios.map(short) ?? "not found")")
        for check in checks {
            page.line("\(check.passes ? "ok  " : "FAIL") \(check.name): \(check.detail)")
        }
    }

    /// A row per check.
    package var rows: Rows { Rows(Self.columns, checks) }

    /// What an answer says.
    package var members: JSONObject {
        [
            "proj_db_path": .text(database), "geodata": .text(geodata), "scenarios": .text(scenarios),
            "checks": Self.columns.array(checks), "healthy": .bool(checks.allSatisfy(\.passes)),
        ]
    }
}
