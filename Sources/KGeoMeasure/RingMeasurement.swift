// One ring: area in both edge models, perimeter, notes. The one kernel that every command measures with.

public import KGeoCore

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
    /// The same by its area with straight edges.
    public var isDrawnAnticlockwise: Bool
    /// What a user should know.
    public var notes: [RingNote]
    /// The longest of the edges that no closed form reaches, those of some 10 km and more; nil without one.
    var longestEdge: LongEdge?
    /// Whether geodesics between its corners enclose other ground than its straight edges do.
    public var turnsOver = false

    /// By how much of its straight area geodesics may change a ring, a piece or a ground.
    package static let mostBend = 0.5

    /// By how much geodesics change what the ring encloses as drawn, in m²: −2 times as much where it turns over wholly.
    var bendSquareMetres: Double {
        (isAnticlockwise == isDrawnAnticlockwise ? geodesicSquareMetres : -geodesicSquareMetres)
            - lonlatSquareMetres
    }
}

/// Measures rings from positions that arrive in blocks; nothing of a ring is kept.
///
/// Geodesic edges: Karney, *Algorithms for geodesics*, J. Geodesy 87 (2013) 43, as PROJ has them, and closed forms
/// that agree with it for edges of at most 10 km, or 16 km below 60° of latitude. Edges that span more than 180° of longitude are taken the short
/// way in both models.
public struct RingAccumulator: ~Copyable {
    private var edges = EdgeRun(measuresArea: true)

    /// An accumulator for one ring.
    public init() {}

    /// Takes in the next positions, the closing repeat of the first included.
    public mutating func add(_ block: Span<Coordinate>) { edges.add(block) }

    /// Forgets all positions, ready for another ring.
    public mutating func reset() { edges.reset() }

    /// The measures of the ring. To be asked for once, at its end.
    public mutating func finish() -> RingMeasurement {
        edges.finish()
        var notes = edges.notes
        let isPolar = abs(edges.turn) > 180
        if isPolar { notes.append(.encirclesPole) }
        let lonlat = edges.lonlatSquareMetres
        let signed = edges.signedGeodesicSquareMetres()
        let perimeter = edges.metres
        let area = abs(signed)
        // A whole turn of longitude is nothing for a geodesic. At a pole that is right; where it leaves the ring
        // without area, the two models speak of different things.
        if let vertex = edges.fullTurnVertex, area <= 1e-9 * lonlat {
            notes.append(.fullTurnEdge(vertex: vertex))
        }
        // A ring that cancels encloses nothing in either model; a sliver of a millimetre has 1e-8.
        let smallest = 1e-13 * perimeter * perimeter
        if edges.count > 3, area <= smallest, lonlat <= smallest { notes.append(.cancels) }
        var ring = RingMeasurement(
            geodesicSquareMetres: area, lonlatSquareMetres: lonlat, perimeterMetres: perimeter,
            vertexCount: max(0, edges.count - 1), isAnticlockwise: signed >= 0,
            isDrawnAnticlockwise: edges.isDrawnAnticlockwise, notes: notes, longestEdge: edges.longest)
        if let longest = edges.longest, !isPolar, lonlat > smallest,
            abs(ring.bendSquareMetres) > RingMeasurement.mostBend * lonlat
        {
            ring.turnsOver = true
            // A whole or half turn says so itself.
            let isSaid = notes.contains {
                switch $0 {
                case .fullTurnEdge, .halfTurnEdge: true
                default: false
                }
            }
            if !isSaid { ring.notes.append(.turnsOver(vertex: longest.vertex)) }
        }
        return ring
    }
}
