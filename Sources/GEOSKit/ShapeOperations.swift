// New shapes from one shape: more vertices, a margin, a place inside, lines joined, the outline.

internal import CGEOS
public import KGeoCore

extension Shape {
    /// The most positions that `densified` makes.
    private static let densifyLimit = 50_000_000.0

    /// The same shape with vertices added along its straight edges, so that none is longer than the
    /// tolerance. Stands for `GEOSDensify_r`.
    /// - Parameter tolerance: the greatest length of an edge in the plane, in degrees, greater than 0.
    /// - Throws: a problem `geos` for a tolerance that is not greater than 0, or so small that the result
    ///   would have more than 50 million positions.
    public func densified(tolerance: Double) throws(Problem) -> Shape {
        try PositionCheck.parameter(tolerance, "tolerance", in: 0..., exclusive: true)
        guard try planarLength() / tolerance < Self.densifyLimit else {
            throw Problem(.geos, "the tolerance \(tolerance)° would make more than 50 million positions")
        }
        return try derive("add positions along the edges of a shape") { GEOSDensify_r($0, $1, tolerance) }
    }

    /// Everything within a distance of the shape, in the plane; a negative width shrinks a surface.
    /// Stands for `GEOSBuffer_r`.
    ///
    /// A degree of longitude is shorter than one of latitude, so this is no buffer on the ground: for that,
    /// project first.
    /// - Parameters:
    ///   - width: in the units of the positions (degrees, or metres of a projection), finite.
    ///   - quadrantSegments: straight pieces per quarter of a circle, 1…1000.
    /// - Throws: a problem `geos` for a parameter out of range, or when GEOS fails.
    public func buffered(width: Double, quadrantSegments: Int = 8) throws(Problem) -> Shape {
        guard width.isFinite else { throw Problem(.geos, "the width of a buffer must be a finite number") }
        guard (1...1_000).contains(quadrantSegments) else {
            throw Problem(
                .geos,
                "a buffer takes 1 to 1000 segments per quadrant, and \(quadrantSegments) were asked for")
        }
        return try derive("make a buffer") { GEOSBuffer_r($0, $1, width, CInt(quadrantSegments)) }
    }

    /// The lines of the shape joined where exactly two of them meet. Stands for `GEOSLineMerge_r`.
    ///
    /// A line may be turned round so that it fits its neighbour.
    /// - Throws: a problem `geos` when GEOS fails.
    public func lineMerged() throws(Problem) -> Shape { try derive("join lines", GEOSLineMerge_r) }

    /// The outline: the rings of surfaces, the ends of lines. Stands for `GEOSBoundary_r`.
    /// - Throws: a problem `geos` when GEOS fails, as for a collection of several kinds.
    public func boundary() throws(Problem) -> Shape {
        try derive("take the outline of a shape", GEOSBoundary_r)
    }

    /// The surfaces of the shape alone, as a MultiPolygon: what an intersection holds besides lines and
    /// points. Stands for `GEOSGeom_createCollection_r`.
    /// - Throws: a problem `geos` when GEOS fails.
    public func surfaces() throws(Problem) -> Shape { try Shape(polygons: polygons(), in: context) }
}
