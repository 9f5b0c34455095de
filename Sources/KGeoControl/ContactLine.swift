// The contact line of two grounds: the part of one outline near the other, less reference borders and coasts.

public import KGeoCore
public import KGeoMeasure
internal import PROJKit

/// A border or coast that is no front, however near the ground's outline runs to it.
public struct FrontReference: Sendable {
    /// What it is, for reports.
    public var name: String
    /// Where it runs, in degrees: a line, or the outline of a surface.
    public var geometry: Geometry
    /// σ of its drawing in m; nil when it gives none.
    public var boundaryError: Double?
    /// Whether only what lies on the ground's own side of its surface can be front.
    public var bounds: Bool
    /// The pieces of its outline, each with a σ of its own, where they are not all known equally well: a surveyed land
    /// border and a generalised coast. Empty: all of it has `boundaryError`.
    public var pieces: [KnownLine]
    /// A reference from its parts.
    public init(
        name: String, geometry: Geometry, boundaryError: Double?, bounds: Bool = false,
        pieces: [KnownLine] = []
    ) {
        self.name = name
        self.geometry = geometry
        self.boundaryError = boundaryError
        self.bounds = bounds
        self.pieces = pieces
    }

    /// The σ of its drawing, in m, from the best known piece to the worst; nil when none is given.
    public var boundaryErrors: ClosedRange<Double>? {
        let all = pieces.isEmpty ? [boundaryError].compactMap(\.self) : pieces.compactMap(\.boundaryError)
        guard let low = all.min(), let high = all.max() else { return nil }
        return low...high
    }
}

/// How a contact line is found.
public struct ContactSettings: Hashable, Sendable {
    /// Two outlines within this distance of each other, and an outline within this distance of a border, in m.
    public static let defaultTolerance = 200.0
    /// The tolerances that can be asked for, in m.
    public static let tolerances = 0.001...100_000.0

    /// How far the outlines of the two sides may lie apart and still be in contact, in m.
    public var tolerance = ContactSettings.defaultTolerance
    /// What lies within this distance of a reference is part of it, in m.
    public var referenceTolerance = ContactSettings.defaultTolerance
    /// The settings that hold unless others are asked for.
    public init() {}
}

/// A front as drawn.
public struct ContactLine: Hashable, Sendable {
    /// One stretch without a gap.
    public struct Stretch: Hashable, Sendable {
        /// From one end to the other; the same place twice for one that closes.
        public var places: [Coordinate]
        /// σ of each place, in m.
        public var sigmas: [Double]
        /// σ of the mapmaker's part at each place, in m; empty where there is none.
        public var makerSigmas: [Double]
        /// σ of the mapmaker's part at a place, in m.
        func makerSigma(_ i: Int) -> Double { i < makerSigmas.count ? makerSigmas[i] : 0 }
        /// Length with geodesic edges, in m.
        public var metres: Double { Measuring.length(of: places) }
        /// Whether it comes back to where it begins.
        public var isClosed: Bool { places.count > 2 && places.first == places.last }
        /// A stretch from its parts.
        public init(places: [Coordinate], sigmas: [Double], makerSigmas: [Double] = []) {
            self.places = places
            self.sigmas = sigmas
            self.makerSigmas = makerSigmas
        }
    }

    /// The stretches, the longest first.
    public internal(set) var stretches: [Stretch] = []
    /// Correlation length of the line's displacement, in m.
    public internal(set) var correlationLength = ErrorSettings.defaultCorrelationLength
    /// Correlation length of the mapmaker's part, in m.
    public internal(set) var makerCorrelationLength = OutlineError.makerCorrelationLength
    /// The class of the map, where its lines have their σ from it.
    public internal(set) var errorClass: String?
    /// Length of the whole outline of the first side, in m.
    public internal(set) var outlineMetres = 0.0
    /// Length of it that is not near the other side, in m; 0 when only one side is drawn.
    public internal(set) var apartMetres = 0.0
    /// Length of it along references, in m, by their number.
    public internal(set) var referenceMetres: [Double] = []
    /// Length of it beyond the reference that bounds the ground, in m.
    public internal(set) var beyondMetres = 0.0
    /// Stretches that never leave a reference by more than three standard deviations of its drawing: they may be
    /// the reference itself, drawn otherwise, and do not count.
    public internal(set) var doubtful: [Stretch] = []

    /// The same line without a stretch.
    var empty: ContactLine {
        var line = ContactLine()
        line.correlationLength = correlationLength
        line.makerCorrelationLength = makerCorrelationLength
        line.errorClass = errorClass
        return line
    }

    /// Length of all stretches with geodesic edges, in m.
    public var metres: Double { stretches.reduce(0) { $0 + $1.metres } }
    /// Length of the doubtful stretches, in m.
    public var doubtfulMetres: Double { doubtful.reduce(0) { $0 + $1.metres } }

    /// The finest ruler, in m, so that walks with some rulers together take no more than a number of steps. Each ruler is
    /// stretched alike.
    ///
    /// - Returns: nil when they take no more as they are.
    public func finestRuler(of rulers: [Double], within most: Double = DividerWalk.mostSteps) -> Double? {
        let steps = rulers.reduce(0) { $0 + metres * Double(DividerWalk.mostStarts) / $1 }
        return steps > most ? rulers.min().map { $0 * steps / most } : nil
    }

    /// The lengths at some rulers by divider walks, averaged over starting places, in m.
    public func metres(rulers: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: rulers.count)
        for stretch in stretches {
            let lengths = DividerWalk.lengths(of: stretch.places, rulers: rulers)
            for (i, length) in lengths.enumerated() { sums[i] += length }
        }
        return sums
    }

    /// The error of the length at a ruler, from σ of the outline: its stretches walked with that ruler, each line in the
    /// same field.
    ///
    /// Detail finer than a tenth of the correlation length, of the line as drawn finer than half of it, does not move on its
    /// own: it has the error of the coarser line, in proportion.
    ///
    /// - Parameter ruler: in m; nil for the length as drawn.
    public func error(ruler: Double? = nil) -> LineError {
        Self.error(of: stretches, ruler: ruler, correlationLength, makerCorrelationLength)
    }

    /// The same of one stretch as drawn.
    public func error(of stretch: Stretch) -> LineError {
        Self.error(of: [stretch], ruler: nil, correlationLength, makerCorrelationLength)
    }

    private static func error(
        of stretches: [Stretch], ruler: Double?, _ l: Double, _ makerLength: Double
    ) -> LineError {
        let finest = ruler.map { max($0, l / 10) } ?? l / 2
        let chains = Self.chains(stretches, ruler: finest)
        let error = LineError(chains, correlationLength: l, makerCorrelationLength: makerLength)
        guard finest != ruler else { return error }
        let drawn = stretches.reduce(0) { $0 + $1.metres }
        let walked = chains.reduce(0) { $0 + Measuring.length(of: $1.places) }
        return walked > 0 ? error.scaled(by: drawn / walked) : error
    }

    /// The stretches walked with a ruler in m, each from its beginning.
    func chains(ruler: Double) -> [LineError.Chain] { Self.chains(stretches, ruler: ruler) }

    private static func chains(_ stretches: [Stretch], ruler: Double) -> [LineError.Chain] {
        stretches.compactMap { stretch in
            guard let start = stretch.places.first, let sigma = stretch.sigmas.first else { return nil }
            var chain = LineError.Chain(
                places: [start], sigmas: [sigma], makerSigmas: [stretch.makerSigma(0)])
            for step in DividerWalk.steps(stretch.places, ruler: ruler) {
                let at = min((step.passed.last?.edge ?? 0) + 1, stretch.sigmas.count - 1)
                chain.places.append(step.stop)
                chain.sigmas.append(stretch.sigmas[at])
                chain.makerSigmas.append(stretch.makerSigma(at))
            }
            // A ring round which the ruler does not go three times is no line at that ruler.
            return stretch.isClosed && chain.places.count < 4 ? nil : chain
        }
    }
}
