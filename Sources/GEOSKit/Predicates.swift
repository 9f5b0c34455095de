// Questions about two shapes.

internal import CGEOS
public import KGeoCore

extension Shape {
    /// Whether the two share at least a point. Stands for `GEOSIntersects_r`.
    /// - Throws: a problem `geos` when GEOS fails, as for a collection; so do all questions here.
    public func intersects(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether two shapes intersect", with: other, GEOSIntersects_r)
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
}
