// The stretches that two lines have in common.

internal import CGEOS
public import KGeoCore

/// The stretches that two lines have in common.
public struct SharedPaths: Hashable, Sendable {
    /// Those that both lines follow in the same direction, as the first line runs.
    public let sameDirection: [LineString]
    /// Those that they follow in opposite directions, as the first line runs.
    public let oppositeDirection: [LineString]
}

extension Shape {
    /// The stretches that this shape's lines share with another's. Stands for `GEOSSharedPaths_r`.
    ///
    /// Both shapes must consist of lines (take the `boundary` of a surface). A stretch is shared only where
    /// the two agree exactly; it comes in pieces, one for each pair of edges, which `lineMerged` joins.
    /// - Throws: a problem `geos` when a shape holds anything but lines.
    public func sharedPaths(with other: Shape) throws(Problem) -> SharedPaths {
        let operation = "find the stretches that two lines share"
        let both = try derive(operation, with: other, GEOSSharedPaths_r)
        return SharedPaths(
            sameDirection: try both.copyOfPart(0, operation).lines(),
            oppositeDirection: try both.copyOfPart(1, operation).lines())
    }

    /// A copy of the part of that number, which must exist.
    private func copyOfPart(_ index: CInt, _ operation: String) throws(Problem) -> Shape {
        try derive(operation) { handle, shape in
            guard index < GEOSGetNumGeometries_r(handle, shape),
                let part = GEOSGetGeometryN_r(handle, shape, index)
            else { return nil }
            return GEOSGeom_clone_r(handle, part)
        }
    }
}
