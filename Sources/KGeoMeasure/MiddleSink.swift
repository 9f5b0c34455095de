// The middle of a geometry as a reader hands it over: a place to say where it lies, not a measure.

public import KGeoCore

/// Finds the middle of one geometry after another: the centroid of the largest shell, in degrees; of lines the middle of
/// the largest box; of points the first. It keeps sums alone, whatever the size of the geometry.
public final class MiddleSink: GeometrySink {
    /// A middle and how much it counts: by its kind, then by its size.
    private struct Candidate {
        var place: Coordinate
        var size: Double
    }

    private var isShell = true
    // The path at hand, its longitudes unrolled.
    private var count = 0
    private var (first, last) = (Coordinate(0, 0), Coordinate(0, 0))
    /// The longitude of the last position as it is drawn.
    private var drawn = 0.0
    private var (cross, crossX, crossY) = (0.0, 0.0, 0.0)
    private var (west, east, south, north) = (0.0, 0.0, 0.0, 0.0)
    // The largest so far of the geometry at hand, as a surface and as anything else, and of all since the last call.
    private var (ring, path): (Candidate?, Candidate?) = (nil, nil)
    private var (surface, other): (Candidate?, Candidate?) = (nil, nil)

    /// A sink that has seen nothing.
    public init() {}

    /// The middle of what came since the last call, which is then forgotten; nil when nothing had a position.
    public func take() -> Coordinate? {
        defer { (surface, other) = (nil, nil) }
        return (surface ?? other)?.place
    }

    public func beginGeometry() { reset() }

    public func positions(_ block: Span<Coordinate>) {
        for i in block.indices {
            let place = block[i]
            if count == 0 {
                (first, last) = (place, place)
                (west, east, south, north) = (
                    place.longitude, place.longitude, place.latitude, place.latitude
                )
                (count, drawn) = (1, place.longitude)
                continue
            }
            let step = Longitude.step(drawn, place.longitude)
            drawn = place.longitude
            // From one name of the antimeridian to the other is no way.
            let longitude = last.longitude + (abs(step) == 360 ? 0 : step)
            let (x, y) = (last.longitude - first.longitude, last.latitude - first.latitude)
            let (nextX, nextY) = (longitude - first.longitude, place.latitude - first.latitude)
            let part = x * nextY - nextX * y
            cross += part
            crossX += part * (x + nextX)
            crossY += part * (y + nextY)
            west = min(west, longitude)
            east = max(east, longitude)
            south = min(south, place.latitude)
            north = max(north, place.latitude)
            last = Coordinate(longitude, place.latitude)
            count += 1
        }
    }

    public func endPath() {
        defer { (count, cross, crossX, crossY, isShell) = (0, 0, 0, 0, false) }
        guard count > 0 else { return }
        let box = Coordinate((west + east) / 2, (south + north) / 2)
        let length = east - west + north - south
        if length > path?.size ?? -1 { path = Candidate(place: Self.onGlobe(box), size: length) }
        guard isShell else { return }
        if abs(last.longitude - first.longitude) > 180 {
            // A ring around a pole holds more than any other beside it.
            ring = Candidate(place: Coordinate(0, south + north < 0 ? -90 : 90), size: .infinity)
        } else if abs(cross) > ring?.size ?? 0 {
            let place = Coordinate(
                first.longitude + crossX / (3 * cross), first.latitude + crossY / (3 * cross))
            ring = Candidate(place: Self.onGlobe(place), size: abs(cross))
        }
    }

    public func endGroup() { isShell = true }

    public func endGeometry(_ type: GeometryType) {
        if type == .polygon || type == .multiPolygon, let ring, ring.size > surface?.size ?? 0 {
            surface = ring
        }
        if let path, path.size > other?.size ?? -1 { other = path }
        reset()
    }

    public func discardGeometry() {
        reset()
        (surface, other) = (nil, nil)
    }

    private func reset() {
        (count, cross, crossX, crossY, isShell) = (0, 0, 0, 0, true)
        (ring, path) = (nil, nil)
    }

    private static func onGlobe(_ place: Coordinate) -> Coordinate {
        Coordinate(
            place.longitude - 360 * (place.longitude / 360).rounded(), min(90, max(-90, place.latitude)))
    }
}

extension Measuring {
    /// The middle of some polygons: the centroid of the largest shell, in degrees; nil where there is none.
    public static func middle(of polygons: [Polygon]) -> Coordinate? {
        let sink = MiddleSink()
        for polygon in polygons {
            sink.beginGeometry()
            for ring in polygon.rings {
                ring.coordinates.withSpan { sink.positions($0) }
                sink.endPath()
            }
            sink.endGroup()
            sink.endGeometry(.polygon)
        }
        return sink.take()
    }
}
