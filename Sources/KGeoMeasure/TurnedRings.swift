// The rings of a ground that turn over as geodesics: by how much, and where.

internal import KGeoCore

/// Rings that turn over, together.
struct TurnedRings {
    /// What they have with straight edges, in m².
    private(set) var squareMetres = 0.0
    /// What their ground has more where they are counted with straight edges, in m².
    private(set) var straightened = 0.0
    /// Where the longest edge begins of the largest of them.
    private(set) var place: Coordinate?
    private var most = 0.0

    mutating func add(_ ring: RingMeasurement, isShell: Bool) {
        guard ring.turnsOver else { return }
        let area = ring.lonlatSquareMetres
        squareMetres += area
        straightened += (isShell ? 1 : -1) * (area - ring.geodesicSquareMetres)
        guard area >= most, let start = ring.longestEdge else { return }
        (most, place) = (area, start.place)
    }

    mutating func add(_ other: TurnedRings) {
        squareMetres += other.squareMetres
        straightened += other.straightened
        if other.most >= most, other.place != nil { (most, place) = (other.most, other.place) }
    }
}
