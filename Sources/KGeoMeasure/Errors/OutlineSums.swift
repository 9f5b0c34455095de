// What the error of one or two outlines is made of: their lengths, and the double sums over nodes on them.

internal import KGeoCore

/// The outlines of one ground, or of two in one field, walked and summed.
///
/// The variance of the one less the other is that of both less twice what they have in common: one walk over the pairs of
/// nodes gives all three.
struct OutlineSums {
    /// What is added up along the outline of one ground.
    fileprivate struct Lengths {
        /// The different σ of what is no border.
        var sigmas: Set<Double> = []
        /// Lengths in m: of what is no border, along the ruler and as drawn, and of borders.
        var uncertain = 0.0
        var uncertainDrawn = 0.0
        var borderDrawn = 0.0
        /// Lengths times σ of the line and of the mapmaker's part, in m².
        var weighted = 0.0
        var weightedMaker = 0.0
        /// Whether the line is drawn without error. What would a metre do? The answer scales, and the factor that holds is 0.
        var isExact = true

        static func += (a: inout Lengths, b: Lengths) {
            a.sigmas.formUnion(b.sigmas)
            a.uncertain += b.uncertain
            a.uncertainDrawn += b.uncertainDrawn
            a.borderDrawn += b.borderDrawn
            a.weighted += b.weighted
            a.weightedMaker += b.weightedMaker
            a.isExact = a.isExact && b.isExact
        }
    }

    private var lengths: [Ground: Lengths] = [:]
    private let line, drawn, maker: PlaneVariance

    /// - Parameters:
    ///   - second: the outline of a second ground.
    ///   - correlationLength: ℓ in m, positive.
    ///   - makerCorrelationLength: ℓ of the mapmaker's part, in m, positive.
    init(
        _ first: [OutlineError.OutlineRing], _ second: [OutlineError.OutlineRing] = [],
        correlationLength: Double, makerCorrelationLength: Double
    ) {
        var line = FieldNodes(correlationLength: correlationLength)
        var drawn = FieldNodes(correlationLength: correlationLength)
        var maker = FieldNodes(correlationLength: makerCorrelationLength)
        let isOfChange = (first + second).contains { ring in
            ring.edges.contains { $0.sign > 0 } && ring.edges.contains { $0.sign < 0 }
        }
        for (ground, rings) in [(Ground.first, first), (.second, second)] {
            var own = Lengths()
            own.isExact = !rings.contains { $0.edges.contains { !$0.isBorder && $0.sigma > 0 } }
            for var ring in rings where !ring.edges.isEmpty {
                if own.isExact {
                    for i in ring.edges.indices where !ring.edges[i].isBorder { ring.edges[i].sigma = 1 }
                }
                let metres = own.measure(ring)
                guard metres > 0 else { continue }
                let way = UncertainWalk.Way(ring)
                let width = isOfChange ? way.meanWidth : nil
                drawn.add(UncertainWalk(way, ruler: nil), of: ground, width: width)
                // A small ring keeps its form.
                let ruler = OutlineError.ruler(correlationLength: correlationLength)
                let walk = UncertainWalk(way, ruler: min(ruler, metres / 16))
                own.uncertain += walk.uncertainMetres
                line.add(walk, of: ground, width: width)
                if ring.edges.contains(where: { $0.makerSigma > 0 }) {
                    maker.add(walk, of: ground, width: width)
                }
            }
            lengths[ground] = own
        }
        self.line = line.sums([.line, .border])
        self.drawn = drawn.sums([.line, .border])
        self.maker = maker.sums([.maker])
    }

    /// The error of both grounds or of one, each taken with a sign.
    func error(of signs: [Ground: Double]) -> OutlineError {
        var all = Lengths()
        for ground in [Ground.first, .second] where signs[ground] != nil {
            if let own = lengths[ground] { all += own }
        }
        // Where only one ground is exact its line moves by nothing.
        let moving = signs.filter { all.isExact || lengths[$0.key]?.isExact == false }
        func scale(_ sums: PlaneVariance) -> UncertaintyScale {
            /// Σ over pairs of grounds, of a kind of the one and a kind of the other.
            func sum(_ a: [Ground: Double], _ kindA: Int, _ b: [Ground: Double], _ kindB: Int) -> Double {
                var sum = 0.0
                for ground in [Ground.first, .second] {
                    for other in [Ground.first, .second] {
                        guard let s = a[ground], let t = b[other] else { continue }
                        sum += s * t * sums[2 * ground.rawValue + kindA, 2 * other.rawValue + kindB]
                    }
                }
                return sum
            }
            return UncertaintyScale(
                a: max(0, sum(moving, 0, moving, 0)), b: 2 * sum(moving, 0, signs, 1),
                c: max(0, sum(signs, 1, signs, 1)))
        }
        var error = OutlineError()
        error.scale = scale(line)
        error.drawnScale = scale(drawn)
        let (a, b) = (signs[.first] ?? 0, signs[.second] ?? 0)
        error.makerU = max(0, a * a * maker[0, 0] + 2 * a * b * maker[0, 1] + b * b * maker[1, 1])
            .squareRoot()
        let metres = all.uncertainDrawn
        (error.uncertainMetres, error.uncertainDrawnMetres) = (all.uncertain, metres)
        error.borderDrawnMetres = all.borderDrawn
        error.makerSigma = metres > 0 ? all.weightedMaker / metres : 0
        error.unitSigma = metres > 0 ? (all.isExact ? 1 : all.weighted / metres) : 0
        error.factor = all.isExact ? 0 : 1
        guard let low = all.sigmas.min(), let high = all.sigmas.max() else { return error }
        error.sigmaRange = low...high
        error.commonSigma = low == high ? low : nil
        return error
    }
}

extension OutlineSums.Lengths {
    /// Adds what is summed along a ring; its length as drawn, in m.
    fileprivate mutating func measure(_ ring: OutlineError.OutlineRing) -> Double {
        var metres = 0.0
        var from = ring.start
        for edge in ring.edges {
            let length = Measuring.distance(from, edge.end)
            from = edge.end
            guard length > 0 else { continue }
            metres += length
            if edge.isBorder {
                borderDrawn += length
            } else {
                uncertainDrawn += length
                let sigma = isExact ? 0 : edge.sigma
                weighted += length * sigma
                weightedMaker += length * edge.makerSigma
                sigmas.insert(sigma)
            }
        }
        return metres
    }
}

/// The errors of the outlines of two grounds in one field, and of the area of the one less that of the other.
package struct OutlineDifference: Sendable {
    package let first, second, difference: OutlineError

    /// - Parameters:
    ///   - correlationLength: ℓ in m, positive.
    ///   - makerCorrelationLength: ℓ of the mapmaker's part, in m, positive.
    package init(
        _ first: [OutlineError.OutlineRing], less second: [OutlineError.OutlineRing],
        correlationLength: Double, makerCorrelationLength: Double
    ) {
        let sums = OutlineSums(
            first, second, correlationLength: correlationLength,
            makerCorrelationLength: makerCorrelationLength)
        self.first = sums.error(of: [.first: 1])
        self.second = sums.error(of: [.second: 1])
        difference = sums.error(of: [.first: 1, .second: -1])
    }
}
