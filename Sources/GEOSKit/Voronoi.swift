// The plane divided among points.

internal import CGEOS
public import KGeoCore

extension Context {
    /// The cells of the Voronoi diagram of some points: for each point what lies nearer to it, in the plane,
    /// than to any other. Stands for `GEOSVoronoiDiagram_r`.
    ///
    /// The cells come in no particular order; the cell of a point is the one that contains it. Points that
    /// coincide share a cell; fewer than two different points give none.
    /// - Parameters:
    ///   - points: the points, in degrees or in a projection's metres.
    ///   - envelope: what the cells must reach out to; they reach at least a little beyond the points.
    ///   - tolerance: points nearer to each other than this become one; 0 or more.
    /// - Throws: `coordinate` for an ordinate that is no finite number (the problem names the vertex), `geos`
    ///   when GEOS fails.
    public func voronoiCells(
        of points: [Coordinate], envelope: Shape? = nil, tolerance: Double = 0
    ) throws(Problem) -> [Polygon] {
        let operation = "divide the plane among points"
        try PositionCheck.parameter(tolerance, "tolerance", in: 0...)
        let sites = try Shape(points: points, in: self)
        guard let first = points.first, points.contains(where: { $0 != first }) else { return [] }
        if let envelope { try requireOwn(envelope, operation) }
        let answer = withExtendedLifetime((sites, envelope)) {
            call { GEOSVoronoiDiagram_r($0, sites.pointer, envelope?.pointer, tolerance, 0) }
        }
        return try shape(answer, operation).polygons()
    }
}
