// An edge of a ring that no closed form reaches.

internal import KGeoCore

/// A long edge of a ring.
struct LongEdge: Hashable, Sendable {
    /// The vertex where it begins, and that place.
    var vertex: Int
    var place: Coordinate
    /// Its length.
    var metres: Double
}
