// A surface made valid by parity, for maps that are read as they come.

internal import GEOSKit
public import KGeoCore

/// A surface whose rings crossed, mended.
public struct MendedSurface: Hashable, Sendable {
    /// What was wrong, in words.
    public var reason: String
    /// The valid polygons: every vertex stays, and what an odd number of rings encloses is inside.
    public var polygons: [Polygon]
    /// Geodesic area after less that before, in m².
    public var addedSquareMetres: Double

    /// The polygons of one feature mended; nil when they are valid already.
    ///
    /// - Throws: as `Repair.surface`.
    public init?(_ drawn: [Polygon]) throws(Problem) {
        guard let repaired = try Repair.surface(drawn), let polygons = repaired.polygons[.linework],
            let after = repaired.after[.linework]
        else { return nil }
        reason = repaired.reason
        self.polygons = polygons
        addedSquareMetres = after.geodesicSquareMetres - repaired.before.geodesicSquareMetres
    }
}
