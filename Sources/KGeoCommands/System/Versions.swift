// Which versions are at work.

internal import KGeo
internal import KGeoCore
internal import KGeoReport

/// Which versions are at work.
enum Versions {
    static var line: String { "kgeo \(KGeoVersion.current) (GEOS \(Libraries.geos), PROJ \(Libraries.proj))" }
}

extension ToolVersions {
    /// What is at work now.
    ///
    /// - Parameter database: the version of the data in PROJ's database, where it had a part in the result.
    static func current(database: String? = nil) -> ToolVersions {
        ToolVersions(
            kgeo: KGeoVersion.current, geos: Libraries.geos, proj: Libraries.proj, projDatabase: database)
    }

    /// The version of the data in PROJ's database where positions were converted; nil where none was: to open the
    /// database only to name it would make the start of a run half as long again (Docs/Decisions/0016).
    static func database(_ input: InputOptions, _ notices: [Notice]) throws -> String? {
        guard input.crs != nil || notices.contains(where: { $0.problem.code == .crs }) else { return nil }
        return try Libraries.database().epsgVersion
    }
}
