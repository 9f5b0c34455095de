// The running sums of a ring or line, shared by the two accumulators.

internal import CPROJ
internal import KGeoCore

/// The running sums of a ring or line. The last position is held back until the next one comes, because the
/// one that closes a ring must not be counted, and which one that is only the end shows.
struct Path: Sendable {
    private var sums = geod_polygon()
    private var first: Coordinate?
    private var last: Coordinate?
    private let isLine: Bool
    /// The number of positions taken in.
    private(set) var count = 0

    /// A path without positions.
    init(isLine: Bool) {
        self.isLine = isLine
        geod_polygon_init(&sums, isLine ? 1 : 0)
    }

    /// Takes in the next positions. The ellipsoid is handed to C once for the block, not for each position.
    mutating func add(_ block: Span<Coordinate>, on geodesic: Geodesic) {
        let size = block.count
        guard size > 0 else { return }
        let held = last
        withUnsafePointer(to: geodesic.raw) { ellipsoid in
            if let held { geod_polygon_addpoint(ellipsoid, &sums, held.latitude, held.longitude) }
            block.withUnsafeBufferPointer { places in
                for place in places.dropLast() {
                    geod_polygon_addpoint(ellipsoid, &sums, place.latitude, place.longitude)
                }
            }
        }
        if first == nil { first = block[0] }
        last = block[size - 1]
        count += size
    }

    /// The signed area in square metres (of a line C fills in none, and it stays 0) and the length in metres.
    func result(on geodesic: Geodesic) -> (area: Double, length: Double) {
        guard count > 0, let last else { return (0, 0) }
        var sums = sums
        var (area, length) = (0.0, 0.0)
        let closes = !isLine && count > 1 && last == first
        withUnsafePointer(to: geodesic.raw) { ellipsoid in
            if !closes { geod_polygon_addpoint(ellipsoid, &sums, last.latitude, last.longitude) }
            _ = geod_polygon_compute(ellipsoid, &sums, 0, 1, &area, &length)
        }
        return (area, length)
    }
}
