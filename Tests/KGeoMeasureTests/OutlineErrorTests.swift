// The error of an area whose outline is drawn: closed rings, arcs of pieces, borders, and how it scales.

import KGeoCore
import KGeoMeasure
import PROJKit
import SystemC
import Testing

@Suite struct OutlineErrorTests {
    typealias Edge = OutlineError.Edge
    typealias OutlineRing = OutlineError.OutlineRing

    /// Sums in another order.
    static let rounding = 1e-12
    /// Chords of edges up to 40 km are shorter than the edges by L²/24R².
    static let chords = 2e-6
    /// A divider's step reaches the ruler to a ten-millionth.
    static let divider = 1e-6

    /// A ring through places, closed, each edge with a σ; a negative one marks a border.
    static func outline(_ corners: [(Double, Double)], sigmas: [Double]) -> OutlineRing {
        let ends = corners[1...] + [corners[0]]
        return OutlineRing(
            start: Coordinate(corners[0].0, corners[0].1),
            edges: zip(ends, sigmas).map {
                Edge(end: Coordinate($0.0, $0.1), sigma: abs($1), isBorder: $1 < 0)
            })
    }

    static func uniform(_ corners: [(Double, Double)], sigma: Double) -> OutlineRing {
        outline(corners, sigmas: corners.map { _ in sigma })
    }

    static func perimeter(_ corners: [(Double, Double)]) -> Double {
        Measuring.length(of: places(corners + [corners[0]]))
    }

    /// What overlays leave of corners one last place apart: a walk over it ends.
    @Test(.timeLimit(.minutes(1)), arguments: [7e-15, 1.5e-14, 1e-13, 1e-11, 1e-9])
    func aRingAsSmallAsRounding(size: Double) {
        let ring = [(35.2, 51.3), (35.2 + size, 51.3), (35.2 + size, 51.3 + 7e-15), (35.2, 51.3 + 7e-15)]
        let error = OutlineError(rings: [Self.uniform(ring, sigma: 300)], correlationLength: 5_000)
        #expect(error.u.isFinite && error.u >= 0 && error.u < 1)
    }

    @Test func ringsAreIndependent() {
        let far = crooked.map { ($0.0 + 3, $0.1) }
        let one = OutlineError(rings: [Self.uniform(crooked, sigma: 300)], correlationLength: 5_000)
        let both = OutlineError(
            rings: [Self.uniform(crooked, sigma: 300), Self.uniform(far, sigma: 300)],
            correlationLength: 5_000)
        #expect(offBy(both.u, from: one.u * 2.0.squareRoot()) < Self.divider)
        #expect(offBy(both.uncertainMetres, from: 2 * one.uncertainMetres) < Self.divider)
        let none = OutlineError(rings: [], correlationLength: 5_000)
        #expect(none.u == 0)
        #expect(none.commonSigma == nil)
    }

    /// The whole line shifted together: σP, the upper bound.
    @Test(arguments: [1e9, 1e12, 1e18])
    func infiniteCorrelation(length: Double) {
        let p = Self.perimeter(crooked)
        let ring = OutlineError(rings: [Self.uniform(crooked, sigma: 250)], correlationLength: length)
        // What is left of P/ℓ, and rounding.
        let tolerance = max(Self.chords, p / length)
        #expect(offBy(ring.uDrawn, from: 250 * p) < tolerance)
        let lengths = zip(crooked, crooked[1...] + [crooked[0]]).map {
            Measuring.distance(Coordinate($0.0, $0.1), Coordinate($1.0, $1.1))
        }
        let sigmas = crooked.indices.map { 100 + 50 * Double($0) }
        let mixed = OutlineError(rings: [Self.outline(crooked, sigmas: sigmas)], correlationLength: length)
        let wanted = zip(lengths, sigmas).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(offBy(mixed.uDrawn, from: wanted) < tolerance)
    }

    /// σ of the crooked ring's edges, in m; a negative one marks a border.
    static let mixed: [Double] = [400, 250, -30, -30, 250, 250, 700, -13, 400, 100]

    /// The lengths of the crooked ring's edges, in m.
    static var edgeMetres: [Double] {
        zip(crooked, crooked[1...] + [crooked[0]]).map {
            Measuring.distance(Coordinate($0.0, $0.1), Coordinate($1.0, $1.1))
        }
    }

    @Test func lengthsByKind() {
        let error = OutlineError(
            rings: [Self.outline(crooked, sigmas: Self.mixed)], correlationLength: 5_000)
        let border = [2, 3, 7].reduce(0.0) { $0 + Self.edgeMetres[$1] }
        #expect(offBy(error.borderDrawnMetres, from: border) < Self.rounding)
        #expect(
            offBy(error.uncertainDrawnMetres, from: Self.perimeter(crooked) - border) < Self.rounding)
        #expect(error.commonSigma == nil)
        #expect(error.uncertainMetres <= error.uncertainDrawnMetres)
    }

    /// Whether the ring is written from one corner or another does not matter.
    @Test func startOfTheRing() {
        let wanted = OutlineError(
            rings: [Self.outline(crooked, sigmas: Self.mixed)], correlationLength: 5_000)
        for start in crooked.indices {
            let corners = Array(crooked[start...] + crooked[..<start])
            let sigmas = Array(Self.mixed[start...] + Self.mixed[..<start])
            let turned = OutlineError(
                rings: [Self.outline(corners, sigmas: sigmas)], correlationLength: 5_000)
            #expect(offBy(turned.u, from: wanted.u) < Self.rounding)
            #expect(offBy(turned.uDrawn, from: wanted.uDrawn) < Self.rounding)
        }
    }

    /// Edges cut into pieces of the same σ change nothing, neither as drawn nor at the ruler, and the arc
    /// begins on the border that is longest in metres, however many vertices another one has.
    @Test(arguments: [false, true])
    func piecesCutInTwo(isUniform: Bool) {
        let sigmas = isUniform ? crooked.map { _ in 500.0 } : Self.mixed
        let ring = Self.outline(crooked, sigmas: sigmas)
        var fine = ring
        fine.edges = []
        var from = ring.start
        for (i, edge) in ring.edges.enumerated() {
            let line = Geodesic.wgs84.line(from: from, to: edge.end)
            // The short border at edge 7 gets the most vertices.
            let count = i == 7 ? 40 : 3
            for k in 1...count {
                let place = line.position(atDistance: line.length * Double(k) / Double(count)).coordinate
                fine.edges.append(
                    Edge(end: k == count ? edge.end : place, sigma: edge.sigma, isBorder: edge.isBorder))
            }
            from = edge.end
        }
        let (coarse, cut) = (
            OutlineError(rings: [ring], correlationLength: 5_000),
            OutlineError(rings: [fine], correlationLength: 5_000)
        )
        #expect(offBy(cut.uDrawn, from: coarse.uDrawn) < Self.chords)
        #expect(offBy(cut.u, from: coarse.u) < Self.divider)
        #expect(offBy(cut.uncertainMetres, from: coarse.uncertainMetres) < Self.divider)
        #expect(cut.commonSigma == coarse.commonSigma)
    }

    // MARK: Scale

    /// a t² + b t + c gives what rebuilding with σ of the line times t gives; borders stay as they are.
    @Test(arguments: [0.0, 0.5, 1, 2, 10])
    func scaleOfTheLine(factor: Double) {
        let base = OutlineError(rings: [Self.outline(crooked, sigmas: Self.mixed)], correlationLength: 5_000)
        let scaled = Self.mixed.map { $0 < 0 ? $0 : $0 * factor }
        let rebuilt = OutlineError(rings: [Self.outline(crooked, sigmas: scaled)], correlationLength: 5_000)
        #expect(offBy(base.scale.u(at: factor), from: rebuilt.u) < 1e-9)
        #expect(offBy(base.drawnScale.u(at: factor), from: rebuilt.uDrawn) < 1e-9)
        #expect(base.scale.a > 0 && base.scale.b > 0 && base.scale.c > 0)
    }

    @Test func unitSigmaIsTheMeanOverTheLine() {
        let base = OutlineError(rings: [Self.outline(crooked, sigmas: Self.mixed)], correlationLength: 5_000)
        let line = [0, 1, 4, 5, 6, 8, 9]
        let mean =
            line.reduce(0) { $0 + Self.edgeMetres[$1] * Self.mixed[$1] }
            / line.reduce(0) { $0 + Self.edgeMetres[$1] }
        #expect(offBy(base.unitSigma, from: mean) < Self.rounding)
    }

    /// A line without error has factor 0, and its scale says what a metre would do.
    @Test func exactLine() {
        let exact = OutlineError(rings: [Self.uniform(crooked, sigma: 0)], correlationLength: 5_000)
        #expect(exact.factor == 0)
        #expect(exact.u == 0)
        #expect(exact.uDrawn == 0)
        #expect(exact.commonSigma == 0)
        #expect(exact.unitSigma == 1)
        let drawn = OutlineError(rings: [Self.uniform(crooked, sigma: 500)], correlationLength: 5_000)
        #expect(offBy(exact.scale.u(at: 500), from: drawn.u) < Self.rounding)
    }

    /// An outline that is border all round has the border's error, whatever the line's σ.
    @Test func borderAllRound() {
        let border = OutlineError(rings: [Self.uniform(crooked, sigma: -100)], correlationLength: 5_000)
        let line = OutlineError(rings: [Self.uniform(crooked, sigma: 100)], correlationLength: 5_000)
        #expect(offBy(border.u, from: line.u) < Self.rounding)
        #expect(border.scale.a == 0)
        #expect(border.scale.u(at: 7) == border.u)
        #expect(border.uncertainMetres == 0)
        #expect(border.commonSigma == nil)
    }

    /// An exact border takes its side out of the error altogether.
    @Test func exactBorder() {
        var ring = Self.uniform(crooked, sigma: 500)
        let whole = OutlineError(rings: [ring], correlationLength: 5_000)
        for i in 3...6 {
            ring.edges[i].sigma = 0
            ring.edges[i].isBorder = true
        }
        let error = OutlineError(rings: [ring], correlationLength: 5_000)
        #expect(error.u < whole.u)
        #expect(error.commonSigma == 500)
        #expect(error.scale.c == 0)
        // Two parts of a ring have, together, no more than the whole where all lies near each other.
        var rest = Self.uniform(crooked, sigma: 500)
        for i in rest.edges.indices where !(3...6).contains(i) {
            rest.edges[i].sigma = 0
            rest.edges[i].isBorder = true
        }
        let other = OutlineError(rings: [rest], correlationLength: 5_000)
        #expect(error.u + other.u > whole.u)
        #expect(error.u * error.u + other.u * other.u < whole.u * whole.u * 1.001)
    }
}
