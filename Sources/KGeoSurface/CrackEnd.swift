// Where a crack ends, told by two edges; and ways of a few metres, flat.

internal import KGeoCore
internal import KGeoOverlay
internal import SystemC

/// What is asked of two edges to tell whether a crack ends between them.
enum CrackEnd {
    /// The directions of both sides of a crack differ by less than this at its end, in radians; where they differ by more
    /// it has come to its mouth.
    static let angle = 0.1
    /// A notch that opens by more than this part of its length, without a mouth, is drawn so.
    static let slope = 0.002

    /// A way in metres, east and north.
    struct Way {
        var x, y: Double
        var length: Double { (x * x + y * y).squareRoot() }
    }

    /// From one place to another, flat: straight in longitude and latitude, as wide as a degree is at a latitude. Ways are
    /// held against each other at one latitude, where the crack is.
    static func way(_ a: Coordinate, _ b: Coordinate, at latitude: Double) -> Way {
        let degree = 111_194.9
        return Way(
            x: (b.longitude - a.longitude) * degree * cos(latitude * .pi / 180),
            y: (b.latitude - a.latitude) * degree)
    }

    /// How far apart two places are, in metres; infinite when that is more than a hundredth of a degree.
    static func metres(_ a: Coordinate, _ b: Coordinate) -> Double {
        abs(a.longitude - b.longitude) < 0.01 && abs(a.latitude - b.latitude) < 0.01
            ? way(a, b, at: a.latitude).length : .infinity
    }

    /// Whether the way from a to b and that from c to d run against each other, with the gap between them on the right.
    static func isEnd(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate) -> Bool {
        // In degrees already they go apart, unless both run north.
        let (x, y) = (
            (b.longitude - a.longitude) * (d.longitude - c.longitude),
            (b.latitude - a.latitude) * (d.latitude - c.latitude)
        )
        guard x <= 0 || y <= 0 else { return false }
        let (u, v) = (way(a, b, at: b.latitude), way(c, d, at: b.latitude))
        let (dot, cross) = (u.x * v.x + u.y * v.y, u.x * v.y - u.y * v.x)
        guard dot < 0, abs(cross) < -dot * angle else { return false }
        return ExactContainment.side(of: b == c ? d : c, from: a, to: b) < 0
    }
}

/// The signed area of a ring.
enum PlanarTurn {
    /// Twice the area of a ring in square degrees, positive when it runs anticlockwise.
    static func twice(_ ring: [Coordinate]) -> Double {
        guard let first = ring.first else { return 0 }
        var (sum, x, y) = (0.0, 0.0, 0.0)
        for place in ring {
            let here = (place.longitude - first.longitude, place.latitude - first.latitude)
            sum += x * here.1 - y * here.0
            (x, y) = here
        }
        return sum
    }
}
