// The error of a change between lines that nearly coincide, and the interval of ground narrower than its line is known.

import KGeo
import KGeoControl
import KGeoCore
import KGeoMeasure
import SystemC
import Testing

@Suite struct RedrawTests {
    /// A ragged outline of 200 places, 60 km across, each moved by up to so many degrees.
    private static func outline(_ degrees: Double, seed: UInt64 = 3) -> Polygon {
        var random = Seeded(state: seed)
        func off() -> Double { degrees == 0 ? 0 : Double.random(in: -1...1, using: &random) * degrees }
        return polygon(
            (0..<200).map { i in
                let t = 2 * Double.pi * Double(i) / 200
                return (35 + 0.5 * cos(t) * (1 + 0.2 * sin(7 * t)) + off(), 51 + 0.35 * sin(t) + off())
            })
    }

    private func change(_ new: Polygon, sigma: Double? = nil) throws -> MapChange {
        try MapChange(
            from: map("2024-05-01", [Self.outline(0)], sigma: sigma),
            to: map("2024-05-02", [new], sigma: sigma), settings: ChangeSettings())
    }

    @Test("A smaller difference never carries a larger error", arguments: [nil, 250.0])
    func ladder(sigma: Double?) throws {
        let same = try change(Self.outline(0), sigma: sigma)
        #expect(same.gained.u == 0 && same.lost.u == 0 && same.net.u == 0)
        var before = (gained: 0.0, lost: 0.0, net: 0.0)
        for power in stride(from: -12, through: -3, by: 1) {
            // The same places further and further away.
            let step = try change(Self.outline(pow(10, Double(power))), sigma: sigma)
            let now = (gained: step.gained.u, lost: step.lost.u, net: step.net.u)
            #expect(now.gained > before.gained && now.lost > before.lost && now.net > before.net, "\(power)")
            // No more than a few times what there is, and never so little that what there is could not be nothing.
            #expect(now.gained < 2 * step.gained.value, "\(power): \(now.gained) of \(step.gained.value)")
            #expect(abs(step.net.value) < 2 * now.net, "\(power): \(step.net.value) ± \(now.net)")
            before = now
        }
    }

    @Test("What grows evenly is known the worse the more it is")
    func growth() throws {
        var before = 0.0
        for power in stride(from: -9, through: -2, by: 1) {
            let size = 1 + pow(10, Double(power))
            let grown = Self.outline(0).rings[0].coordinates.dropLast().map {
                (35 + ($0.longitude - 35) * size, 51 + ($0.latitude - 51) * size)
            }
            let u = try change(polygon(Array(grown))).gained.u
            #expect(u > before, "\(power): \(u) after \(before)")
            before = u
        }
    }

    @Test(
        "What was drawn twice is part of the error of a change alone, and no more than two drawings of the line"
    )
    func parts() throws {
        let step = try change(Self.outline(1e-3))
        let (net, gained) = (step.net, step.gained)
        #expect(gained.redrawU > 0 && gained.redrawU < gained.u)
        #expect(
            abs(
                net.redrawU
                    - (gained.redrawU * gained.redrawU + step.lost.redrawU * step.lost.redrawU).squareRoot())
                < 1e-9 * net.redrawU)
        #expect(
            abs(
                net.u * net.u - net.boundaryU * net.boundaryU - net.redrawU * net.redrawU - net.edgeEffect
                    * net.edgeEffect / 3) < 1e-9 * net.u * net.u)
        // Lines of σ 100 m are drawn anew within 50 m, on 40 km of front and its opposite 5 km away.
        let old = try map("2024-05-01", [box(35, 50, 36, 50.36)], sigma: 100)
        let far = try MapChange(
            from: old, to: map("2024-05-02", [box(35, 50, 36.07, 50.36)], sigma: 100),
            settings: ChangeSettings())
        #expect(far.gained.redrawU < 0.85 * far.gained.boundaryU)
        #expect(try change(Self.outline(1e-3), sigma: 0).net.redrawU == 0)
    }

    @Test("Who knows a line less well knows no better how little ground there may be")
    func lowEnd() throws {
        // 100 km by a kilometre.
        let strip = [ControlPart(polygons: [box(35, 50, 36.4, 50.009)], boundaryError: nil)]
        var lowest = Double.infinity
        var highest = 0.0
        for sigma in [400.0, 700, 1_000, 2_000, 4_000, 16_000] {
            let control = ControlAreaMeasurer(settings: ErrorSettings(boundaryError: sigma))
            let measured = try control.measure(strip)
            #expect(!measured.isFirstOrder)
            var value = measured.value
            value.simulation = measured.simulated(fields: 300).asMeasured
            let interval = value.interval95
            // Fields of other cells differ by a few hundredths.
            #expect(interval.low < lowest + 0.05 * value.value, "\(sigma): \(interval)")
            #expect(interval.low < 0.75 * value.value, "\(sigma): \(interval)")
            #expect(interval.high > highest, "\(sigma): \(interval)")
            lowest = min(lowest, interval.low)
            highest = interval.high
        }
    }
}
