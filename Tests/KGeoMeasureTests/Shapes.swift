// What the tests of this room share: shapes, random numbers that are the same on every run, comparisons.

import KGeoCore
import KGeoMeasure

/// Random numbers that are the same on every run (SplitMix64; Steele, Lea and Flood, OOPSLA 2014).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }
}

/// Places from pairs of longitude and latitude.
func places(_ pairs: [(Double, Double)]) -> [Coordinate] { pairs.map { Coordinate($0.0, $0.1) } }

/// A ring from pairs of longitude and latitude, closed here.
func ring(_ pairs: [(Double, Double)]) -> Ring { Ring(places(pairs + [pairs[0]])) }

/// A box as a ring, anticlockwise.
func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Ring {
    ring([(west, south), (east, south), (east, north), (west, north)])
}

/// The measures of a ring written as pairs, closed here.
func measured(_ pairs: [(Double, Double)]) -> RingMeasurement { Measuring.ring(ring(pairs)) }

/// By how much a figure is off, relative to what it should be.
func offBy(_ figure: Double, from wanted: Double) -> Double { abs(figure - wanted) / abs(wanted) }

/// A crooked ring near Sudzha. Its ordinates are multiples of 1/1024°, so that moving them and halving its
/// edges loses nothing.
let crooked: [(Double, Double)] = [
    (35.0, 51.0), (35.25, 50.9375), (35.5, 51.0625), (35.4375, 51.25), (35.625, 51.5), (35.3125, 51.4375),
    (35.1875, 51.5625), (35.0625, 51.3125), (35.125, 51.1875), (34.875, 51.125),
]

/// The same for a ring half a continent wide.
let wide: [(Double, Double)] = [
    (-20.0, -35.0), (30.0, -40.5), (75.25, -10.0), (60.0, 20.5), (80.0, 65.0), (10.0, 70.25), (-25.0, 30.0),
    (5.5, 10.0),
]

extension GeometrySink {
    /// Hands over one path in blocks of a size.
    func path(_ places: [Coordinate], blocks size: Int = 1_024) {
        var start = 0
        while start < places.count {
            let end = min(start + size, places.count)
            Array(places[start..<end]).withSpan { positions($0) }
            start = end
        }
        endPath()
    }
}
