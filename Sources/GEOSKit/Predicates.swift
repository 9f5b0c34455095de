// Questions about two shapes.

internal import CGEOS
public import KGeoCore

extension Shape {
    /// Whether the two share at least a point. Stands for `GEOSIntersects_r`.
    /// - Throws: a problem `geos` when GEOS fails, as for a collection; so do all questions here.
    public func intersects(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether two shapes intersect", with: other, GEOSIntersects_r)
    }

    /// Whether the two share no point. Stands for `GEOSDisjoint_r`.
    public func disjoint(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether two shapes are apart", with: other, GEOSDisjoint_r)
    }

    /// Whether no point of the other lies outside this one, and some lie inside: a line along the outline is
    /// not contained. Stands for `GEOSContains_r`.
    public func contains(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether a shape contains another", with: other, GEOSContains_r)
    }

    /// Whether no point of the other lies outside this one. Stands for `GEOSCovers_r`.
    public func covers(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether a shape covers another", with: other, GEOSCovers_r)
    }

    /// Whether the two share points of their outlines, but none of their insides. Stands for `GEOSTouches_r`.
    public func touches(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether two shapes touch", with: other, GEOSTouches_r)
    }

    /// Whether the two consist of the same points, however they are written. Stands for `GEOSEquals_r`.
    public func equals(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether two shapes are equal", with: other, GEOSEquals_r)
    }

    /// Whether the two have the same structure, with each vertex within the tolerance of its partner.
    /// Stands for `GEOSEqualsExact_r`.
    /// - Parameter tolerance: in degrees, 0 or more.
    public func equalsExactly(_ other: Shape, tolerance: Double = 0) throws(Problem) -> Bool {
        try PositionCheck.parameter(tolerance, "tolerance", in: 0...)
        return try ask("compare two shapes", with: other) { GEOSEqualsExact_r($0, $1, $2, tolerance) }
    }
}
