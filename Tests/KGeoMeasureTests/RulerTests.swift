// Lengths at rulers and the law fitted to them: curves whose dimension is known, laws given exactly, errors of a
// line found by drawing it again and again.

import KGeoCore
import KGeoMeasure
import PROJKit
import SystemC
import Testing

@Suite struct RulerTests {
    /// A Koch curve of 1,000 m on the equator, of 4^depth edges.
    static func koch(_ depth: Int) -> [Coordinate] {
        var chain: [(x: Double, y: Double)] = [(0, 0), (1_000, 0)]
        let (c, s) = (cos(Double.pi / 3), sin(Double.pi / 3))
        for _ in 0..<depth {
            var next = [chain[0]]
            for (a, b) in zip(chain, chain.dropFirst()) {
                let d = (x: (b.x - a.x) / 3, y: (b.y - a.y) / 3)
                next.append((a.x + d.x, a.y + d.y))
                next.append((a.x + d.x + c * d.x - s * d.y, a.y + d.y + s * d.x + c * d.y))
                next.append((a.x + 2 * d.x, a.y + 2 * d.y))
                next.append(b)
            }
            chain = next
        }
        return chain.map { Coordinate(20 + $0.x / 111_319.49079, $0.y / 110_574.2758) }
    }

    static func fit(_ line: [Coordinate], _ rulers: [Double]) throws -> RichardsonFit {
        let lengths = DividerWalk.lengths(of: line, rulers: rulers)
        return try #require(RichardsonFit(Array(zip(rulers, lengths))))
    }

    /// log 4 / log 3 at rulers that the curve repeats itself at, also when they are typed with a few digits.
    @Test func kochAtItsOwnRulers() throws {
        let line = Self.koch(5)
        let rulers = (2...5).map { 1_000 / pow(3, Double($0)) }
        for rulers in [rulers, rulers.map { ($0 * 1_000).rounded() / 1_000 }] {
            let fit = try Self.fit(line, rulers)
            #expect(abs(fit.dimension - 1.2619) < 0.001)
            #expect(try #require(fit.dimensionError) < 1e-3)
        }
        for (ruler, length) in zip(rulers, DividerWalk.lengths(of: line, rulers: rulers)) {
            #expect(offBy(length, from: 1_000 * pow(ruler / 1_000, 1 - log(4) / log(3))) < 1e-3)
        }
    }

    /// At other rulers the fit oscillates with the logarithm of the ruler.
    @Test func kochAtOtherRulers() throws {
        let fit = try Self.fit(Self.koch(6), [200, 100, 50, 25, 12.5])
        #expect(abs(fit.dimension - 1.2619) < 3 * (try #require(fit.dimensionError)))
    }

    /// A straight front has one length at every ruler, wherever the walk begins.
    @Test func straight() throws {
        let line = (0...300).map { Coordinate(36, 51 + Double($0 * $0) / 90_000) }
        let fit = try Self.fit(line, [500, 1_000, 3_000, 7_000, 20_000])
        #expect(abs(fit.dimension - 1) < 1e-6)
        #expect(try #require(fit.dimensionError) < 1e-6)
        #expect(offBy(fit.m, from: Measuring.length(of: line)) < 1e-4)
        #expect(fit.ruler(for: 111_000) == nil)
    }

    /// A circle walked round and round: its polygon of chords, whatever the start.
    @Test func closed() {
        let centre = Coordinate(36, 48)
        let line = (0...720).map {
            Geodesic.wgs84.direct(from: centre, azimuth: Double($0 % 720) / 2, distance: 10_000).coordinate
        }
        let chord = 2 * 10_000 * sin(Double.pi / 12)
        let length = DividerWalk.lengths(of: line, rulers: [chord])[0]
        #expect(offBy(length, from: 12 * chord) < 1e-4)
    }

    @Test func noLine() {
        #expect(DividerWalk.lengths(of: [], rulers: [1, 2]) == [0, 0])
        #expect(DividerWalk.lengths(of: [Coordinate(1, 2)], rulers: [1]) == [0])
        #expect(DividerWalk.lengths(of: Self.koch(1), rulers: []).isEmpty)
    }

    @Test func aLawGivenExactlyIsFound() throws {
        let fit = try #require(
            RichardsonFit([500.0, 900, 4_000, 17_000].map { ($0, 3e6 * pow($0, 1 - 1.13)) }))
        #expect(abs(fit.dimension - 1.13) < 1e-12)
        #expect(offBy(fit.m, from: 3e6) < 1e-11)
        #expect(try #require(fit.dimensionError) < 1e-12)
        #expect(fit.rulers == 500...17_000)
        for ruler in [20.0, 750, 60_000] {
            #expect(offBy(try #require(fit.ruler(for: fit.length(at: ruler))), from: ruler) < 1e-9)
        }
    }

    /// The standard error of a slope as every textbook has it.
    @Test func theErrorOfD() throws {
        let (x, y) = ([1.0, 2, 3, 4], [10.0, 9.4, 9.3, 8.7])
        let fit = try #require(RichardsonFit(Array(zip(x.map { exp($0) }, y.map { exp($0) }))))
        let mean = 9.35
        let slope = zip(x, y).reduce(0) { $0 + ($1.0 - 2.5) * ($1.1 - mean) } / 5
        let rest = zip(x, y).reduce(0) { sum, p in
            let off = p.1 - mean - slope * (p.0 - 2.5)
            return sum + off * off
        }
        #expect(abs(fit.dimension - (1 - slope)) < 1e-12)
        #expect(abs(try #require(fit.dimensionError) - (rest / 2 / 5).squareRoot()) < 1e-12)
    }

    @Test func noFit() {
        #expect(RichardsonFit([]) == nil)
        #expect(RichardsonFit([(1_000, 5)]) == nil)
        #expect(RichardsonFit([(1_000, 5), (1_000, 6)]) == nil)
        #expect(RichardsonFit([(1_000, 5), (2_000, 0)]) == nil)
        #expect(RichardsonFit([(1_000, 5), (2_000, 4)])?.dimensionError == nil)
        let fit = RichardsonFit([(1_000, 5), (2_000, 4)])
        #expect(fit?.ruler(for: 0) == nil && fit?.ruler(for: .infinity) == nil)
        #expect(fit?.ruler(for: 1e-30) == nil)
    }

    /// A line drawn 400 times, displaced along its normals by a field in the plane of known σ and ℓ: the mean and the
    /// spread of its length beyond what it is.
    private static func drawings(
        _ line: [Coordinate], sigma: Double, l: Double
    ) -> (mean: Double, spread: Double) {
        var dice = Dice(11)
        func normal() -> Double {
            (-2 * log(dice.number(1e-12...1))).squareRoot() * cos(2 * Double.pi * dice.number(0...1))
        }
        let ways = zip(line, line.dropFirst()).map { Geodesic.wgs84.inverse(from: $0, to: $1) }
        let drawn = Measuring.length(of: line)
        let root = fieldRoot(line, l)
        let longer = (0..<400).map { _ -> Double in
            let white = line.map { _ in normal() }
            let field = root.map { row in sigma * zip(row, white).reduce(0) { $0 + $1.0 * $1.1 } }
            var moved: [Coordinate] = []
            for (i, place) in line.enumerated() {
                let before = ways[max(0, i - 1)].azimuth2
                let after = ways[min(i, ways.count - 1)].azimuth1
                // Along the bisector of the angle.
                var at = Geodesic.wgs84.direct(
                    from: place, azimuth: (before + after) / 2 + 90, distance: field[i]
                )
                .coordinate
                if i == 0 || i == line.count - 1 {
                    // A loose end moves along the line on its own.
                    at =
                        Geodesic.wgs84.direct(from: at, azimuth: after, distance: sigma * normal()).coordinate
                }
                moved.append(at)
            }
            return Measuring.length(of: moved) - drawn
        }
        let mean = longer.reduce(0, +) / 400
        return (mean, (longer.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399).squareRoot())
    }

    /// The lower root of the correlations exp(−d/ℓ) between places (Cholesky).
    private static func fieldRoot(_ places: [Coordinate], _ l: Double) -> [[Double]] {
        var root: [[Double]] = []
        for (i, a) in places.enumerated() {
            var row: [Double] = []
            for j in 0...i {
                let known = zip(row, j < i ? root[j] : row).reduce(0) { $0 + $1.0 * $1.1 }
                if j == i {
                    row.append(max(1 - known, 1e-12).squareRoot())
                } else {
                    row.append((exp(-Measuring.distance(a, places[j]) / l) - known) / root[j][j])
                }
            }
            root.append(row)
        }
        return root
    }

    private static func zigzag(_ turn: Double) -> [Coordinate] {
        var line = [Coordinate(36, 48)]
        for i in 0..<120 {
            let azimuth = 80 + (i % 2 == 0 ? turn : -turn) + turn / 3 * sin(Double(i) / 7)
            line.append(Geodesic.wgs84.direct(from: line[i], azimuth: azimuth, distance: 2_500).coordinate)
        }
        return line
    }

    /// The spread is what the formula says, to the 15 % that so many draws leave.
    @Test(arguments: [0.0, 20, 55]) func theErrorOfALengthIsThatOfManyDrawings(turn: Double) {
        let line = Self.zigzag(turn)
        let error = LineError(
            line, sigmas: [Double](repeating: 40, count: line.count), correlationLength: 5_000)
        let drawn = Self.drawings(line, sigma: 40, l: 5_000)
        #expect(offBy(drawn.spread, from: error.displacementMetres) < 0.15)
        #expect(error.u > error.displacementMetres)
        #expect(offBy(error.scaled(by: 2).u, from: 2 * error.u) < 1e-12)
    }

    /// On a straight line, where nothing else moves the mean, displacements lengthen it as stated.
    @Test func displacementsLengthen() {
        let line = Self.zigzag(0)
        let error = LineError(
            line, sigmas: [Double](repeating: 400, count: line.count), correlationLength: 5_000)
        let drawn = Self.drawings(line, sigma: 400, l: 5_000)
        #expect(offBy(drawn.mean, from: error.lengtheningMetres) < 0.05)
    }

    @Test func noErrorWithoutALine() {
        #expect(LineError([], sigmas: [], correlationLength: 5_000).u == 0)
        #expect(LineError([Coordinate(1, 2)], sigmas: [5], correlationLength: 5_000).u == 0)
        // A straight line is displaced but not lengthened to first order: only its ends move.
        let straight = places([(36, 48), (36, 48.1), (36, 48.2)])
        let error = LineError(straight, sigmas: [30, 30, 30], correlationLength: 5_000)
        #expect(offBy(error.displacementMetres, from: 30 * 2.0.squareRoot()) < 1e-6)
    }
}
