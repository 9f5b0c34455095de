// The divider: straight lines, a curve whose length at every ruler is known, and the ends of a walk.

import KGeoCore
import KGeoMeasure
import SystemC
import Testing

@Suite struct DividerWalkTests {
    /// A step reaches the ruler to a ten-millionth; a walk of a thousand steps to a tenth of a thousandth.
    static let walk = 1e-4

    private func length(_ steps: [DividerWalk.Step]) -> Double { steps.reduce(0) { $0 + $1.chord } }

    /// A straight line has one length at every ruler, however it is cut into edges.
    @Test(arguments: [7.0, 300, 999, 25_000])
    func straightLine(ruler: Double) {
        // A meridian and the equator are geodesics.
        let meridian = (0...40).map { Coordinate(36, 51 + Double($0 * $0) / 4_000) }
        let equator = (0...40).map { Coordinate(179.8 + Double($0) / 100, 0) }
        for line in [meridian, equator] {
            let whole = Measuring.length(of: line)
            let steps = DividerWalk.steps(line, ruler: ruler)
            #expect(offBy(length(steps), from: whole) < Self.walk)
            #expect(steps.dropLast().allSatisfy { $0.chord == ruler })
            #expect(steps.count == Int(whole / ruler) + 1)
            // What the steps passed over is the line itself, edge by edge.
            var passed = [Double](repeating: 0, count: line.count - 1)
            for part in steps.flatMap(\.passed) { passed[part.edge] += part.metres }
            for (edge, metres) in passed.enumerated() {
                #expect(abs(metres - Measuring.distance(line[edge], line[edge + 1])) < 1e-6)
            }
        }
    }

    @Test func ends() {
        let line = places([(36, 51), (36.01, 51.01), (36.02, 51)])
        #expect(DividerWalk.steps([], ruler: 10).isEmpty)
        #expect(DividerWalk.steps([line[0]], ruler: 10).isEmpty)
        #expect(DividerWalk.steps(line, ruler: 0).isEmpty)
        #expect(DividerWalk.steps(line, ruler: -1).isEmpty)
        // A ruler longer than the line: one step, from end to end.
        let one = DividerWalk.steps(line, ruler: 1e6)
        #expect(one.count == 1)
        #expect(one.first?.chord == Measuring.distance(line[0], line[2]))
        #expect(one.first?.passed.map(\.edge) == [0, 1])
        // A line that stays where it is.
        let still = DividerWalk.steps([line[0], line[0], line[0]], ruler: 10)
        #expect(still.map(\.chord) == [0])
        // Vertices that repeat change nothing.
        let doubled = line.flatMap { [$0, $0] }
        #expect(
            abs(length(DividerWalk.steps(doubled, ruler: 200)) - length(DividerWalk.steps(line, ruler: 200)))
                < 1e-3)
    }

    /// A ring comes back to where it began; the last step is what is left.
    @Test func closedRing() {
        let square = box(35, 51, 35.1, 51.0625).coordinates
        let perimeter = Measuring.length(of: square)
        let steps = DividerWalk.steps(square, ruler: 500)
        #expect(length(steps) < perimeter)
        #expect(length(steps) > perimeter - 4 * 500)
        #expect(DividerWalk.steps(square, ruler: perimeter).map(\.chord) == [0])
    }

    /// Edges shorter than the ruler are stepped over, and the finer the ruler, the longer the line.
    @Test func detailFinerThanTheRulerIsPassedOver() {
        let zigzag = (0...400).map {
            Coordinate(35 + Double($0) * 0.0005, 51 + ($0.isMultiple(of: 2) ? 0 : 0.0004))
        }
        let drawn = Measuring.length(of: zigzag)
        let straight = Measuring.distance(zigzag[0], zigzag[400])
        let coarse = length(DividerWalk.steps(zigzag, ruler: 2_500))
        #expect(coarse < straight * 1.001)
        #expect(drawn > straight * 1.5)
        #expect(offBy(length(DividerWalk.steps(zigzag, ruler: 0.5)), from: drawn) < 0.01)
    }

    /// Koch's curve of a kilometre near the equator: at a ruler of 1000/3^k it is 1000·(4/3)^k long, and its
    /// dimension is log 4 / log 3 (von Koch 1904; Mandelbrot 1967).
    @Test func kochCurve() {
        let curve = Self.koch(order: 7)
        #expect(curve.count == 16_385)
        var (rulers, lengths): ([Double], [Double]) = ([], [])
        for k in 2...5 {
            let wanted = 1_000 * pow(4.0 / 3, Double(k))
            // A ruler a little short, so that rounding never makes a step miss the corner it ends at.
            let ruler = 1_000 / pow(3.0, Double(k)) * (1 - 1e-4)
            let walked = length(DividerWalk.steps(curve, ruler: ruler))
            #expect(offBy(walked, from: wanted) < 5e-4, "ruler \(ruler)")
            rulers.append(log(ruler))
            lengths.append(log(walked))
        }
        let mean = (rulers.reduce(0, +) / 4, lengths.reduce(0, +) / 4)
        let above = zip(rulers, lengths).reduce(0) { $0 + ($1.0 - mean.0) * ($1.1 - mean.1) }
        let below = rulers.reduce(0) { $0 + ($1 - mean.0) * ($1 - mean.0) }
        let dimension = 1 - above / below
        #expect(abs(dimension - log(4) / log(3)) < 0.001)
    }

    /// The curve from (10, 0) eastwards, made in metres and laid on the ellipsoid at the equator, where a
    /// kilometre is flat to a hundred-millionth.
    private static func koch(order: Int) -> [Coordinate] {
        var points: [(x: Double, y: Double)] = [(0, 0), (1_000, 0)]
        for _ in 0..<order {
            var finer = [points[0]]
            for (a, b) in zip(points, points.dropFirst()) {
                let (dx, dy) = ((b.x - a.x) / 3, (b.y - a.y) / 3)
                let peak = (dx / 2 - dy * 0.75.squareRoot(), dy / 2 + dx * 0.75.squareRoot())
                finer.append((a.x + dx, a.y + dy))
                finer.append((a.x + dx + peak.0, a.y + dy + peak.1))
                finer.append((a.x + 2 * dx, a.y + 2 * dy))
                finer.append(b)
            }
            points = finer
        }
        let f = 1 / 298.257223563
        let east = 6_378_137 * Double.pi / 180
        let north = east * (1 - f * (2 - f))
        return points.map { Coordinate(10 + $0.x / east, $0.y / north) }
    }
}
