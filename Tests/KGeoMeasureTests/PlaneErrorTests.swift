// The error of outlines in the plane: nodes, pairs left out, where a ring begins, and fields drawn at random.

import KGeoCore
import KGeoMeasure
import SystemC
import Testing

@Suite struct PlaneErrorTests {
    typealias Edge = OutlineError.Edge
    typealias OutlineRing = OutlineError.OutlineRing

    static func outline(_ corners: [(Double, Double)], sigma: Double, sign: Double = 1, maker: Double = 0)
        -> OutlineRing
    {
        OutlineRing(
            start: Coordinate(corners[0].0, corners[0].1),
            edges: (corners[1...] + [corners[0]]).map {
                Edge(
                    end: Coordinate($0.0, $0.1), sigma: sigma, isBorder: false, makerSigma: maker, sign: sign)
            })
    }

    /// A strip of a height in degrees along 50° N.
    static func strip(height: Double) -> [(Double, Double)] {
        let below = (0...40).map { (30 + 0.05 * Double($0), 50.0) }
        return below + below.reversed().map { ($0.0, 50 + height) }
    }

    /// Two sides of a thin strip err together: its error is twice that of one side, where along the line it would be
    /// √2 times.
    @Test func sidesOfASalientErrTogether() {
        let (l, sigma) = (5_000.0, 300.0)
        let thin = OutlineError(
            rings: [Self.outline(Self.strip(height: 0.001), sigma: sigma)], correlationLength: l)
        let thick = OutlineError(
            rings: [Self.outline(Self.strip(height: 1), sigma: sigma)], correlationLength: l)
        let side = OutlineError.arcError([(143_000, sigma)], correlationLength: l)
        #expect(offBy(thin.u, from: 2 * side) < 0.02)
        // A thick one has, beside its two sides, its ends of 111 km.
        let end = OutlineError.arcError([(111_000, sigma)], correlationLength: l)
        let apart = (2 * side * side + 2 * end * end).squareRoot()
        #expect(offBy(thick.u, from: apart) < 0.05)
    }

    /// A pocket whose line another map has too changes nothing; a pocket where nothing was before does.
    @Test func whatBothMapsHaveCancels() {
        let ring = Self.outline(crooked, sigma: 300, maker: 200)
        let before = Self.outline(crooked, sigma: 300, sign: -1, maker: 200)
        let both = OutlineError(rings: [ring, before], correlationLength: 5_000)
        let alone = OutlineError(rings: [ring], correlationLength: 5_000)
        #expect(both.u < 1e-6 * alone.u)
        #expect(alone.makerU > 0)
    }

    /// Two outlines in one field, some of it borders, some drawn without error: each as on its own, and the one less the other as
    /// both with signs.
    @Test(arguments: [(300.0, 200.0), (300, 0), (0, 200), (0, 0)])
    func theDifferenceOfTwoOutlines(sigma: Double, other: Double) {
        func mixed(_ corners: [(Double, Double)], _ sigma: Double, sign: Double = 1) -> OutlineRing {
            var ring = Self.outline(corners, sigma: sigma, sign: sign, maker: 150)
            for i in ring.edges.indices where i % 3 == 0 {
                ring.edges[i].isBorder = true
                ring.edges[i].sigma = 40
                ring.edges[i].makerSigma = 0
            }
            return ring
        }
        let moved = crooked.map { ($0.0 + 0.02, $0.1 - 0.01) }
        let both = OutlineDifference(
            [mixed(crooked, sigma)], less: [mixed(moved, other)], correlationLength: 5_000,
            makerCorrelationLength: 50_000)
        func near(_ a: OutlineError, _ b: OutlineError) {
            #expect(offBy(a.u, from: b.u) < 1e-11 && offBy(a.uDrawn, from: b.uDrawn) < 1e-11)
            #expect(offBy(a.makerU, from: b.makerU) < 1e-11 && a.factor == b.factor)
            #expect(offBy(a.scale.u(at: 2), from: b.scale.u(at: 2)) < 1e-11)
            #expect(a.commonSigma == b.commonSigma && a.sigmaRange == b.sigmaRange)
            #expect(offBy(a.uncertainMetres, from: b.uncertainMetres) < 1e-12)
        }
        func alone(_ rings: [OutlineRing]) -> OutlineError {
            OutlineError(rings: rings, correlationLength: 5_000, makerCorrelationLength: 50_000)
        }
        near(both.first, alone([mixed(crooked, sigma)]))
        near(both.second, alone([mixed(moved, other)]))
        near(both.difference, alone([mixed(crooked, sigma), mixed(moved, other, sign: -1)]))
    }

    /// Sums in boxes are the sums over all pairs within reach, whatever the correlation length.
    @Test(arguments: [500.0, 5_000, 60_000, 2e6])
    func sumsInBoxes(correlationLength l: Double) {
        var (state, places) = (UInt64(7), [Coordinate]())
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / 9_007_199_254_740_992
        }
        for _ in 0..<700 { places.append(Coordinate(30 + 2 * random(), 48 + 2 * random())) }
        let lines = places.map {
            LineField.Line(places: [$0, Coordinate($0.longitude + 0.001, $0.latitude)], sigma: 100)
        }
        let spots = lines.map { line in
            let (a, b) = (EdgeIndex.Vector(line.places[0]), EdgeIndex.Vector(line.places[1]))
            let middle = EdgeIndex.Vector(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, z: (a.z + b.z) / 2)
            return (middle, 100 * a.chord(to: b))
        }
        var sum = 0.0
        for (a, v) in spots {
            for (b, w) in spots where a.chord(to: b) <= 12 * l { sum += v * w * exp(-a.chord(to: b) / l) }
        }
        #expect(offBy(LineField.u(lines, correlationLength: l), from: sum.squareRoot()) < 1e-12)
    }

    /// Pairs beyond twelve correlation lengths make no difference, and rings far apart are independent.
    @Test func whatLiesFarIsIndependent() {
        let far = crooked.map { ($0.0 + 3, $0.1) }
        let one = OutlineError(rings: [Self.outline(crooked, sigma: 300)], correlationLength: 1_000)
        let both = OutlineError(
            rings: [Self.outline(crooked, sigma: 300), Self.outline(far, sigma: 300)],
            correlationLength: 1_000)
        #expect(offBy(both.u, from: one.u * 2.0.squareRoot()) < 1e-6)
    }

    /// Wherever a ring begins and whichever way it runs, the error is the same: also with corners put on its edges.
    @Test func startAndDirectionDoNotMatter() {
        var dice = Dice(7)
        for _ in 0..<20 {
            let n = 5 + Int(dice.number(0...30))
            let corners = (0..<n).map { k -> (Double, Double) in
                let (angle, radius) = (2 * .pi * Double(k) / Double(n), dice.number(0.004...0.05))
                return (35 + 1.6 * radius * cos(angle), 51 + radius * sin(angle))
            }
            let wanted = OutlineError(rings: [Self.outline(corners, sigma: 250)], correlationLength: 5_000).u
            for start in corners.indices {
                let turned = Array(corners[start...] + corners[..<start])
                for way in [turned, turned.reversed()] {
                    let u = OutlineError(rings: [Self.outline(way, sigma: 250)], correlationLength: 5_000).u
                    #expect(offBy(u, from: wanted) < 1e-9)
                }
            }
        }
    }

    /// Half a square's side, in degrees of latitude, is far more than the displacement.
    @Test(arguments: [2_000.0, 11_000]) func fieldsDrawnAtRandomSpreadAsStated(length: Double) {
        let ring = Self.outline(crooked, sigma: 300, maker: 200)
        let error = OutlineError(rings: [ring], correlationLength: length)
        let drawn = GroundSimulation([[ring]], correlationLength: length, fields: 2_000).changes[0]
        let mean = drawn.reduce(0, +) / Double(drawn.count)
        let spread = (drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(drawn.count)).squareRoot()
        // 2,000 draws leave 1.6 %; cells and displaced corners a few more.
        #expect(offBy(error.u, from: spread) < 0.06)
        let within = drawn.count { abs($0) < 2 * error.u }
        #expect((0.93...0.97).contains(Double(within) / Double(drawn.count)))
        #expect(
            GroundSimulation([[ring]], correlationLength: length, fields: 50).changes
                == GroundSimulation([[ring]], correlationLength: length, fields: 50).changes)
    }

    /// Where two maps have one line, both are displaced alike, also behind a place where they differ: their difference spreads
    /// as the double integral over the two sides of the strip between them.
    @Test(arguments: [0.01, 0.05]) func whatTwoMapsHaveAlikeMovesAlike(width: Double) {
        let (l, sigma) = (50_000.0, 300.0)
        let south = (0...40).map { (30 + 0.05 * Double($0), 50.0) }
        let north = south.reversed().map { ($0.0, 51.0) }
        // The later map has a strip of some 36 km more along its northern side.
        let later = south + north.map { $0.0 > 30.72 && $0.0 < 31.23 ? ($0.0, $0.1 + width) : $0 }
        let rings = [later, south + north].map { [Self.outline($0, sigma: sigma)] }
        let drawn = GroundSimulation(rings, correlationLength: l, fields: 800).changes
        let change = zip(drawn[0], drawn[1]).map { $0 - $1 }
        let mean = change.reduce(0, +) / Double(change.count)
        let spread = (change.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(change.count)).squareRoot()
        let exact = Self.integral(rings[0][0], less: rings[1][0], l)
        #expect(offBy(spread, from: exact) < 0.1, "\(spread) \(exact)")
    }

    /// A ground whose two sides were drawn by two maps is known the better the narrower it is, however little the nodes of the
    /// one side lie across from those of the other.
    @Test func aChangeAsThinAsAHairIsKnown() {
        let (l, sigma) = (11_000.0, 800.0)
        func error(height: Double) -> Double {
            var (below, above): ([(Double, Double)], [(Double, Double)]) = ([], [])
            for k in 0...40 {
                let (east, north) = (30 + Double(k) / 20, 50 + Double(k % 3) / 100)
                below.append((east, north))
                above.insert((east, north + height), at: 0)
            }
            var ring = Self.outline(below + above, sigma: sigma)
            // The southern side was there before.
            for i in 0..<40 { ring.edges[i].sign = -1 }
            return OutlineError(rings: [ring], correlationLength: l).u
        }
        let side = OutlineError.arcError([(155_000, sigma)], correlationLength: l)
        #expect(error(height: 1e-9) < 0.04 * side)
        #expect(error(height: 1e-9) < 1.05 * error(height: 1e-2))
        #expect(error(height: 1e-2) < error(height: 1e-1))
    }

    /// The double integral over the outlines of two grounds, the second counted less, in stretches of 100 m.
    private static func integral(_ new: OutlineRing, less old: OutlineRing, _ l: Double) -> Double {
        var places: [(x: Double, y: Double, weight: Double)] = []
        for (ring, sign) in [(new, 1.0), (old, -1.0)] {
            var from = ring.start
            for edge in ring.edges {
                func plane(_ c: Coordinate) -> (Double, Double) {
                    ((c.longitude - 31) * 71_000, (c.latitude - 50.5) * 111_200)
                }
                let (a, b) = (plane(from), plane(edge.end))
                let metres = ((b.0 - a.0) * (b.0 - a.0) + (b.1 - a.1) * (b.1 - a.1)).squareRoot()
                let count = max(1, Int((metres / 200).rounded(.up)))
                for k in 0..<count {
                    let t = (Double(k) + 0.5) / Double(count)
                    places.append(
                        (
                            a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1),
                            sign * edge.sigma * metres / Double(count)
                        ))
                }
                from = edge.end
            }
        }
        // What both have cancels to the last digit; only the rest is summed.
        let common = Dictionary(grouping: places) { "\(Int($0.x.rounded())) \(Int($0.y.rounded()))" }
        let rest = common.values.map { same in (same[0].x, same[0].y, same.reduce(0) { $0 + $1.weight }) }
            .filter { abs($0.2) > 1 }
        var sum = 0.0
        for a in rest {
            for b in rest {
                let d = ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).squareRoot()
                sum += a.2 * b.2 * exp(-d / l)
            }
        }
        return sum.squareRoot()
    }

    /// A ground far narrower than its displacement can lose no more than itself.
    @Test func aNarrowGroundLosesNoMoreThanItself() {
        let ring = Self.outline(Self.strip(height: 0.01), sigma: 2_000)
        let area = Measuring.ring(
            KGeoCore.Ring(places(Self.strip(height: 0.01) + [Self.strip(height: 0.01)[0]]))
        )
        .geodesicSquareMetres
        let drawn = GroundSimulation([[ring]], correlationLength: 11_000, fields: 300).changes[0]
        #expect((drawn.min() ?? 0) >= -1.02 * abs(area))
        let middle = GroundSimulation.middle95(drawn)
        #expect(middle.low < 0 && middle.high > abs(area))
    }

    @Test func boundOfNothing() {
        #expect(offBy(NothingDrawn.upperBound(places: 0, sigma: 500), from: .pi * 1e6) < 1e-12)
        #expect(offBy(NothingDrawn.upperBound(places: 3, sigma: 500), from: 3 * .pi * 1e6) < 1e-12)
    }

    /// Classes are chosen by how a map was made.
    @Test func choiceOfAClass() {
        let classes = ErrorClasses.builtIn
        #expect(classes.chosen(speed: nil, namesMaker: true).name == "unknown")
        #expect(classes.chosen(speed: 5, namesMaker: false).name == "unknown")
        #expect(classes.chosen(speed: 5, namesMaker: true).name == "quiet")
        #expect(classes.chosen(speed: 300, namesMaker: true).name == "mobile")
        #expect(classes.named("quiet")?.totalSigma ?? 0 > 500)
    }
}
