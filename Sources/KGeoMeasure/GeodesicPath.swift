// A geodesic as a line that may be drawn straight from position to position.

public import KGeoCore
internal import PROJKit

extension Measuring {
    /// The geodesic between two places with positions at most `spacing` metres apart (at most 2,000 of them), in
    /// parts that lie within longitudes −180…180 where it crosses the antimeridian (RFC 7946 §3.1.9).
    public static func geodesic(from a: Coordinate, to b: Coordinate, spacing: Double) -> [LineString] {
        let line = Geodesic.wgs84.line(from: a, to: b)
        let count = max(1, min(2_000, (line.length / spacing).rounded(.up)))
        func within(_ place: Coordinate) -> Coordinate {
            Coordinate(
                abs(place.longitude) <= 180
                    ? place.longitude : place.longitude - 360 * (place.longitude / 360).rounded(),
                place.latitude)
        }
        var parts = [[within(a)]]
        for i in 1...Int(count) {
            let place =
                i == Int(count)
                ? within(b) : within(line.position(atDistance: line.length * Double(i) / count).coordinate)
            let last = parts[parts.count - 1][parts[parts.count - 1].count - 1]
            if abs(place.longitude - last.longitude) > 180 {
                let edge: Double = last.longitude > 0 ? 180 : -180
                let step = Longitude.step(last.longitude, place.longitude)
                let share = step == 0 ? 0 : (edge - last.longitude) / step
                let latitude = last.latitude + share * (place.latitude - last.latitude)
                if last.longitude != edge { parts[parts.count - 1].append(Coordinate(edge, latitude)) }
                parts.append([Coordinate(-edge, latitude)])
                guard place.longitude != -edge else { continue }
            }
            parts[parts.count - 1].append(place)
        }
        return parts.filter { $0.count > 1 }.map { LineString($0) }
    }
}
