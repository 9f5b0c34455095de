// The library behind this room: its version, and the database it would use.

internal import CPROJ
public import KGeoCore

/// PROJ, the library for map projections that this room wraps.
public enum PROJ {
    /// The version of the library that is loaded, such as `9.1.1`. Opens no database. Stands for `proj_info`.
    public static let version: String = {
        guard let text = proj_info().version else { return "unknown" }
        return String(cString: text)
    }()

    /// PROJ's database of coordinate reference systems.
    public struct Database: Hashable, Sendable {
        /// Where the file is.
        public let path: String
        /// The version of the EPSG dataset in it, such as `v10.076`; nil when it says none.
        public let epsgVersion: String?
        /// The date of that dataset, such as `2022-08-31`; nil when it says none.
        public let epsgDate: String?
    }

    /// Opens the database to say where it is and what is in it. Nothing else needs it but transformations.
    /// Stands for `proj_context_get_database_path` and `proj_context_get_database_metadata`.
    /// - Throws: a problem `proj` when there is no database.
    public static func database() throws(Problem) -> Database {
        let session = try Session()
        return try withExtendedLifetime(session) { () throws(Problem) in
            let place = try session.databasePath()
            func metadata(_ key: String) -> String? {
                proj_context_get_database_metadata(session.context, key).map { String(cString: $0) }
            }
            guard let layout = metadata("DATABASE.LAYOUT.VERSION.MAJOR"), !layout.isEmpty else {
                throw session.failure(.proj, "could not read PROJ's database at \(place)", code: nil)
            }
            return Database(
                path: place, epsgVersion: metadata("EPSG.VERSION"), epsgDate: metadata("EPSG.DATE"))
        }
    }
}
