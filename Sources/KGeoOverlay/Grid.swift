// The grid on which surfaces are laid over each other: whole numbers, so that every sign is exact.

internal import KGeoCore

/// A place on the grid.
struct GridPoint: Hashable, Sendable {
    /// Steps of the grid east of Greenwich and north of the equator.
    var x, y: Int64

    @inline(__always)
    init(_ x: Int64, _ y: Int64) {
        self.x = x
        self.y = y
    }

    /// West to east, and on one meridian south to north.
    @inline(__always)
    static func < (a: GridPoint, b: GridPoint) -> Bool { a.x < b.x || (a.x == b.x && a.y < b.y) }
}

/// What can be done exactly with places of a grid.
///
/// A coordinate has at most 60 bits and a sign, a difference 61, an orientation 124: all of them fit Int128.
enum Grid {
    /// The largest coordinate, in degrees: four whole turns.
    static let limit = 1440.0

    /// The nearest step that a double can hold: those whose numbers have no more than 53 bits.
    @inline(__always)
    static func representable(_ point: GridPoint) -> GridPoint {
        GridPoint(Int64(Double(point.x)), Int64(Double(point.y)))
    }

    /// Twice the signed area of a triangle in square steps: positive when `c` lies left of the way from `a` to `b`.
    @inline(__always)
    static func side(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int128 {
        Int128(b.x &- a.x) &* Int128(c.y &- a.y) &- Int128(b.y &- a.y) &* Int128(c.x &- a.x)
    }

    /// A double near a number: within two of its last places.
    @inline(__always)
    static func double(_ number: Int128) -> Double {
        Double(Int64(truncatingIfNeeded: number >> 64)) * 18_446_744_073_709_551_616
            + Double(UInt64(truncatingIfNeeded: number))
    }
}

/// A straight edge on the grid, from its lower to its higher end (west to east, else south to north).
struct GridSegment {
    var a, b: GridPoint

    @inline(__always)
    init(_ a: GridPoint, _ b: GridPoint) {
        self.a = a
        self.b = b
    }

    @inline(__always)
    init(unordered a: GridPoint, _ b: GridPoint) {
        if a < b { self.init(a, b) } else { self.init(b, a) }
    }

    var south: Int64 { @inline(__always) get { min(a.y, b.y) } }
    var north: Int64 { @inline(__always) get { max(a.y, b.y) } }

    /// Twice the area of the triangle with a place: positive when it lies left.
    @inline(__always)
    func side(of place: GridPoint) -> Int128 { Grid.side(a, b, place) }

    /// Width and height together: twice as far as this from the line (in `side`) its line just touches a pixel.
    var span: Int128 { @inline(__always) get { Int128(b.x &- a.x) &+ Int128(north &- south) } }

    @inline(__always)
    func boxMeets(_ other: GridSegment) -> Bool {
        a.x <= other.b.x && other.a.x <= b.x && south <= other.north && other.south <= north
    }

    @inline(__always)
    func boxHolds(_ place: GridPoint) -> Bool {
        a.x <= place.x && place.x <= b.x && south <= place.y && place.y <= north
    }

    /// Whether the edge passes the pixel of a place that is none of its ends: the square of one step around it, of whose
    /// outline the west and the south side belong to it.
    ///
    /// A place in the box whose pixel the line passes has the edge in its pixel too: beyond an end the line comes through
    /// no pixel of the box but that of the end itself.
    ///
    /// - Parameter side: that of the place.
    @inline(__always)
    func passes(_ place: GridPoint, side: Int128) -> Bool {
        guard boxHolds(place), place != a, place != b else { return false }
        let twice = side &+ side
        let span = span
        if twice < span && twice > -span { return true }
        // It touches a corner, of which only the southwestern belongs to the pixel.
        return twice == span && b.y < a.y
    }

    /// Where two edges cross that do so inside both, rounded to the grid: halves up, as pixels are half open.
    ///
    /// - Parameters: on which sides of the other edge this one's ends lie; neither is 0, and their signs differ.
    @inline(never)
    func crossing(sideOfA: Int128, sideOfB: Int128) -> GridPoint {
        let part = sideOfA.magnitude
        let whole = part + sideOfB.magnitude
        return GridPoint(
            a.x + Self.share(b.x - a.x, part, whole), a.y + Self.share(b.y - a.y, part, whole))
    }

    /// length · part / whole to the nearest whole number, halves up.
    private static func share(_ length: Int64, _ part: UInt128, _ whole: UInt128) -> Int64 {
        let product = part.multipliedFullWidth(by: UInt128(length.magnitude))
        let (quotient, remainder) = whole.dividingFullWidth(product)
        let result = Int64(truncatingIfNeeded: quotient)
        return length >= 0
            ? result + (remainder + remainder >= whole ? 1 : 0)
            : -result - (remainder + remainder > whole ? 1 : 0)
    }
}

/// How many steps a degree has, of longitude and of latitude: powers of two.
struct GridScale: Sendable {
    let x, y: Double
    /// Whether every place it was made for is known to lie on its grid.
    let isExact: Bool

    /// The grid on which surfaces are laid over each other: steps of 2⁻⁴⁸ degree. Every double of size 16 and more is on
    /// it; nearer 0 one is rounded by less than 0.2 nm. A finer grid does not do: where steps are much finer than doubles,
    /// edges a bit apart cross anew whenever a crossing goes to a place that doubles can hold.
    static let standard = GridScale(x: 0x1p48, y: 0x1p48, isExact: false)

    private init(x: Double, y: Double, isExact: Bool) {
        self.x = x
        self.y = y
        self.isExact = isExact
    }

    /// The finest grid on which coordinates of some polygons have no more than 60 bits, for longitudes and latitudes
    /// apart. It holds all of them unless numbers near 0 with many digits stand beside large ones.
    init(fitting polygons: [Polygon]) {
        var (longitudes, latitudes) = (Bits(), Bits())
        for polygon in polygons {
            for ring in polygon.rings {
                for place in ring.positions.coordinates {
                    longitudes.add(place.longitude)
                    latitudes.add(place.latitude)
                }
            }
        }
        self.init(
            x: longitudes.scale, y: latitudes.scale, isExact: longitudes.fits && latitudes.fits)
    }

    /// The highest and the lowest bit of some numbers.
    private struct Bits {
        var high = Int.min
        var low = Int.max

        @inline(__always)
        mutating func add(_ value: Double) {
            guard value != 0, value.isFinite, abs(value) <= Grid.limit else { return }
            let exponent = value.isSubnormal ? -1022 : Int((value.bitPattern >> 52) & 0x7ff) - 1023
            high = max(high, exponent)
            low = min(low, exponent - 52 + min(52, value.significandBitPattern.trailingZeroBitCount))
        }

        var fits: Bool { high == .min || (high - low < 60 && high > -900) }
        /// Never so fine that no double holds it.
        var scale: Double {
            guard high != .min else { return 1 }
            return Double(sign: .plus, exponent: min(1000, 59 - high), significand: 1)
        }
    }

    /// The nearest place of the grid; nil for what is no number or beyond the limit.
    @inline(__always)
    func point(_ place: Coordinate) -> GridPoint? {
        guard abs(place.longitude) <= Grid.limit, abs(place.latitude) <= Grid.limit else { return nil }
        return GridPoint(Self.rounded(place.longitude * x), Self.rounded(place.latitude * y))
    }

    @inline(__always)
    func coordinate(_ point: GridPoint) -> Coordinate {
        Coordinate(Double(point.x) / x, Double(point.y) / y)
    }

    /// Square degrees from twice an area in square steps.
    @inline(__always)
    func squareDegrees(twice area: Int128) -> Double { Grid.double(area) / 2 / x / y }

    /// Degrees of a way, width and height added.
    @inline(__always)
    func span(_ a: GridPoint, _ b: GridPoint) -> Double {
        Double(abs(a.x &- b.x)) / x + Double(abs(a.y &- b.y)) / y
    }

    /// The nearest whole number, halves to even.
    @inline(__always)
    static func rounded(_ steps: Double) -> Int64 {
        // From 2⁵² on doubles are whole; below, adding 2⁵² rounds them.
        let whole = 4_503_599_627_370_496.0
        if steps >= whole || steps <= -whole { return Int64(steps) }
        return Int64(steps >= 0 ? (steps + whole) - whole : (steps - whole) + whole)
    }
}
