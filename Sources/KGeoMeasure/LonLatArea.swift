// The area of a ring whose edges are straight in longitude and latitude (RFC 7946 §3.1.1).

import KGeoCore

/// Sums S = Σ Δλ · mean of A(φ) over the edge, from positions that arrive in blocks.
///
/// A is taken relative to the ring's own first latitude, so that a ring of a centimetre keeps its digits.
struct LonLatArea: Sendable {
    private var reference = (degrees: 0.0, sine: 0.0)
    private var previous = Coordinate(0, 0)
    private var sum = CompensatedSum()
    private(set) var count = 0
    /// Σ Δλ in degrees: 0, or ±360 when the ring encircles a pole.
    private(set) var turn = 0.0
    private(set) var notes: [RingNote] = []
    /// Where the first edge of exactly 360° begins.
    private(set) var fullTurnVertex: Int?

    mutating func add(_ place: Coordinate) {
        if count == 0 {
            reference = (place.latitude, Ellipsoid.sine(degrees: place.latitude))
        } else {
            let raw = place.longitude - previous.longitude
            let step = Longitude.step(previous.longitude, place.longitude)
            if step != raw {
                notes.append(.longEdge(vertex: count - 1))
            } else if abs(step) == 360 {
                fullTurnVertex = fullTurnVertex ?? count - 1
            } else if abs(step) == 180 {
                notes.append(.halfTurnEdge(vertex: count - 1))
            }
            turn += step
            if step != 0 {
                sum.add(step * Ellipsoid.radiansPerDegree * mean(previous.latitude, place.latitude))
            }
        }
        previous = place
        count += 1
    }

    /// A(φ) − A(reference), in m² per radian of longitude, from φ − reference in degrees: a latitude near the
    /// reference has digits in that difference which it has not in itself.
    private func zone(offset: Double) -> Double {
        let half = offset / 2
        // The cosine of the middle latitude, from the distance to the pole, which is small near one.
        let cosine = Ellipsoid.sine(
            degrees: reference.degrees < 0 ? 90 + reference.degrees + half : 90 - reference.degrees - half)
        let difference = 2 * cosine * Ellipsoid.sine(degrees: half)
        return Ellipsoid.zone(
            fromSine: reference.sine, toSine: reference.sine + difference, sineDifference: difference)
    }

    /// The mean of A − A(reference) over an edge: Gauss–Legendre over latitude, in pieces of at most 10°.
    private func mean(_ from: Double, _ to: Double) -> Double {
        let (begin, end) = (from - reference.degrees, to - reference.degrees)
        let span = end - begin
        if span == 0 { return zone(offset: end) }
        // Two points err by 5e−14 of the edge's own zone at 0.02°, five by less up to 10°.
        if abs(span) < 0.02 {
            let (middle, half) = ((begin + end) / 2, span / 2 * 0.577350269189625764509148780502)
            return (zone(offset: middle - half) + zone(offset: middle + half)) / 2
        }
        let pieces = (abs(span) / 10).rounded(.up)
        let half = span / pieces / 2
        var total = 0.0
        for i in 0..<Int(pieces) {
            let middle = begin + span * (Double(i) + 0.5) / pieces
            for (node, weight) in Ellipsoid.gauss5 {
                total += weight / 2 * zone(offset: middle + half * node)
            }
        }
        return total / pieces
    }

    /// Whether the ring runs once round a pole.
    var encirclesPole: Bool { abs(turn) > 180 }

    /// The area in m², never negative. Around a pole it is that of the cap, 2π·A(π/2) − |ΣS|, taken as the
    /// zone between the reference and that pole less what the ring keeps off it, so that a small cap keeps
    /// its digits.
    var squareMetres: Double {
        guard encirclesPole else { return abs(sum.value) }
        let turns = abs(turn) * Ellipsoid.radiansPerDegree
        let eastward = turn < 0 ? -sum.value : sum.value
        let isNorthern = eastward + Ellipsoid.zone(sine: reference.sine) * turns >= 0
        let zenith = isNorthern ? 90 - reference.degrees : -90 - reference.degrees
        return abs(zone(offset: zenith) * turns - eastward)
    }
}
