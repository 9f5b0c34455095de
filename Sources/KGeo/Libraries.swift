// What the C libraries say of themselves, for commands, which see no Kit.

internal import GEOSKit
package import KGeoCore
internal import PROJKit

/// Versions of the C libraries.
package enum Libraries {
    /// The version of GEOS that runs.
    package static var geos: String { GEOS.version }
    /// The version of PROJ that runs.
    package static var proj: String { PROJ.version }
    /// The area of the whole WGS84 ellipsoid, in m².
    package static var ellipsoidSquareMetres: Double { Geodesic.wgs84.surfaceArea }

    /// PROJ's database.
    package struct Database: Hashable, Sendable {
        /// Where the file is.
        package let path: String
        /// The version of the EPSG dataset in it, such as `v10.076`; nil when it says none.
        package let epsgVersion: String?
    }

    /// Opens PROJ's database to say where it is and what is in it.
    ///
    /// - Throws: a problem `proj` when there is none.
    package static func database() throws(Problem) -> Database {
        let database = try PROJ.database()
        return Database(path: database.path, epsgVersion: database.epsgVersion)
    }
}
