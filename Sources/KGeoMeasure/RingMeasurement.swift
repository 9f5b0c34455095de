// One ring: area in both edge models, perimeter, notes. The one kernel that every command measures with.

public import KGeoCore
internal import PROJKit

/// What measuring one ring gives.
public struct RingMeasurement: Hashable, Sendable {
    /// Area with geodesic edges and with edges straight in longitude and latitude, in m², never negative.
    public var geodesicSquareMetres, lonlatSquareMetres: Double
    /// Length with geodesic edges, in m.
    public var perimeterMetres: Double
    /// Positions, the closing repeat not counted.
    public var vertexCount: Int
    /// Whether it runs anticlockwise as seen from above, by its geodesic area.
    public var isAnticlockwise: Bool
    /// What a user should know.
    public var notes: [RingNote]
}

/// Measures rings from positions that arrive in blocks; nothing of a ring is kept.
///
/// Geodesic edges: Karney, *Algorithms for geodesics*, J. Geodesy 87 (2013) 43, as PROJ has them. Edges that
/// span more than 180° of longitude are taken the short way in both models.
public struct RingAccumulator: Sendable {
    private var geodesic = PolygonAccumulator()
    private var lonlat = LonLatArea()

    /// An accumulator for one ring.
    public init() {}

    /// Takes in the next positions, the closing repeat of the first included.
    public mutating func add(_ block: Span<Coordinate>) {
        geodesic.add(block)
        for i in block.indices { lonlat.add(block[i]) }
    }

    /// The measures of the ring.
    public func finish() -> RingMeasurement {
        let polygon = geodesic.polygon()
        var notes = lonlat.notes
        if lonlat.encirclesPole { notes.append(.encirclesPole) }
        let area = abs(polygon.signedArea)
        // A whole turn of longitude is nothing for a geodesic. At a pole that is right; where it leaves the ring
        // without area, the two models speak of different things.
        if let vertex = lonlat.fullTurnVertex, area <= 1e-9 * lonlat.squareMetres {
            notes.append(.fullTurnEdge(vertex: vertex))
        }
        // A ring that cancels encloses nothing in either model; a sliver of a millimetre has 1e-8.
        let smallest = 1e-13 * polygon.perimeter * polygon.perimeter
        if lonlat.count > 3, area <= smallest, lonlat.squareMetres <= smallest { notes.append(.cancels) }
        return RingMeasurement(
            geodesicSquareMetres: area, lonlatSquareMetres: lonlat.squareMetres,
            perimeterMetres: polygon.perimeter, vertexCount: max(0, lonlat.count - 1),
            isAnticlockwise: polygon.signedArea >= 0, notes: notes)
    }
}
