// The point of a geodesic edge nearest to a place.

import KGeoCore
import PROJKit
internal import SystemC

enum PointToEdge {
    /// The foot has settled when it moves less than this, in m.
    private static let settled = 1e-6

    /// Distance in m from a place to a geodesic edge, and the nearest point of the edge.
    ///
    /// From a first guess the foot moves along the edge by the along-track part of the way to the place,
    /// solved on the sphere, until it moves less than a micrometre; the distance is then the geodesic one.
    static func nearest(_ place: Coordinate, _ a: Coordinate, _ b: Coordinate) -> (Double, Coordinate) {
        let g = Geodesic.wgs84
        guard a != b else { return (Measuring.distance(place, a), a) }
        let line = g.line(from: a, to: b)
        let length = line.length
        guard length > 0 else { return (Measuring.distance(place, a), a) }
        let radius = 6_371_008.8
        var s = EdgeIndex.Vector(place).share(from: .init(a), to: .init(b)) * length
        for _ in 0..<20 {
            let here = line.position(atDistance: s)
            let way = g.inverse(from: here.coordinate, to: place)
            if way.distance == 0 { return (0, here.coordinate) }
            let turn = (way.azimuth1 - here.azimuth) * .pi / 180
            let arc = way.distance / radius
            let along = radius * atan2(sin(arc) * cos(turn), cos(arc))
            let next = min(max(s + along, 0), length)
            let moved = abs(next - s)
            s = next
            if moved < settled { break }
        }
        // The ends are compared too, so that an edge of half the globe cannot mislead the iteration; and where
        // one of them is the foot, it is given as it stands, not as the line comes back to it.
        var best = (distance: Measuring.distance(place, a), foot: a)
        let atEnd = Measuring.distance(place, b)
        if atEnd < best.distance { best = (atEnd, b) }
        let foot = line.position(atDistance: s).coordinate
        let distance = Measuring.distance(place, foot)
        return distance < best.distance - 1e-9 ? (distance, foot) : best
    }
}
