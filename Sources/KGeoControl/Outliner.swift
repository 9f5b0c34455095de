// Gives each edge of an outline its σ: the border's along a border, the front's near a front, else the
// polygon's own.

internal import KGeoCore
internal import KGeoMeasure

struct Outliner: Sendable {
    /// An outline within this distance of a border runs along it, or within three times the border's σ.
    static let borderReach = 200.0
    /// A front counts for the outline within this distance of it.
    static let frontReach = 1_000.0
    /// Edges longer than this are looked at piece by piece where a border or front is near.
    static let pieceLength = 250.0
    /// So many pieces of a long edge are looked at together.
    private static let stretch = 64

    private let borders, fronts: KnownLineIndex
    private let fallback: Double?
    private let errorClass: ErrorClass
    private let isGiven: Bool

    /// - Parameters:
    ///   - fallback: σ of lines that give none; nil: that of the class.
    ///   - isGiven: whether the class was asked for, so that its mapmaker's part holds for all lines.
    init(
        borders: KnownLineIndex, fronts: [KnownLine], fallback: Double?, errorClass: ErrorClass,
        isGiven: Bool
    ) {
        self.borders = borders
        self.fronts = KnownLineIndex(fronts, findsOwn: borders.findsOwn) { _ in Self.frontReach }
        self.fallback = fallback
        self.errorClass = errorClass
        self.isGiven = isGiven
    }

    /// Borders by the ground near them; a border that gives no σ is exact.
    static func index(ofBorders lines: [KnownLine], findsOwn: Bool = false) -> KnownLineIndex {
        KnownLineIndex(lines, without: 0, findsOwn: findsOwn) { max(borderReach, 3 * $0) }
    }

    /// σ of the parts that an outline comes from, where no border or front is near.
    func sigma(of parts: [ControlPart]) -> DrawnSigma {
        DrawnSigma(parts, fallback: fallback, assumed: errorClass.sigma)
    }

    /// The rings of dissolved polygons with a σ on each edge, and whether any σ is kgeo's own assumption.
    ///
    /// - Parameter signs: of the edges of the polygons, ring by ring; pieces of an edge have the same. Nil where all are 1.
    func outline(
        of polygons: [Polygon], drawnBy own: DrawnSigma, signs: [Double]?
    ) -> ([OutlineError.OutlineRing], isAssumed: Bool) {
        var isAssumed = false
        let hasLines = !borders.isEmpty || !fronts.isEmpty
        var next = 0
        let rings = polygons.flatMap(\.rings).compactMap { ring -> OutlineError.OutlineRing? in
            guard let start = ring.coordinates.first else { return nil }
            var edges: [OutlineError.Edge] = []
            edges.reserveCapacity(ring.coordinates.count)
            func add(_ a: Coordinate, _ b: Coordinate, _ sign: Double) {
                var edge = self.edge(a, b, own: own)
                edge.sign = sign
                if edge.isAssumed { isAssumed = true }
                edges.append(edge)
            }
            for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
                let side = signs?[next] ?? 1
                next += 1
                guard hasLines else {
                    add(a, b, side)
                    continue
                }
                for (from, to) in pieces(a, b) { add(from, to, side) }
            }
            return OutlineError.OutlineRing(start: start, edges: edges)
        }
        return (rings, isAssumed)
    }

    /// No degree is longer, in m.
    private static let longestDegree = 111_700.0

    /// The edge itself, or its pieces when a border or front is near enough to matter for a part of it.
    private func pieces(_ a: Coordinate, _ b: Coordinate) -> [(Coordinate, Coordinate)] {
        // First by what the edge is surely not longer than.
        let most =
            Self.longestDegree
            * (abs(b.latitude - a.latitude) + abs(Longitude.step(a.longitude, b.longitude)))
        let middle = Self.between(a, b, 0.5)
        guard most > Self.pieceLength, isAnyNear(middle, halfOf: most) else { return [(a, b)] }
        let length = Measuring.distance(a, b)
        guard length > Self.pieceLength, isAnyNear(middle, halfOf: length) else { return [(a, b)] }
        let count = Int((length / Self.pieceLength).rounded(.up))
        func place(_ k: Int) -> Coordinate {
            k == 0 ? a : k == count ? b : Self.between(a, b, Double(k) / Double(count))
        }
        var places = [a]
        for first in stride(from: 0, to: count, by: Self.stretch) {
            let last = min(first + Self.stretch, count)
            let middle = Self.between(a, b, Double(first + last) / Double(2 * count))
            // Of a long edge a stretch that none is near stays whole.
            let isWhole =
                count > Self.stretch
                && !isAnyNear(middle, halfOf: Measuring.distance(place(first), place(last)))
            places += (isWhole ? last...last : first + 1...last).map(place)
        }
        return Array(zip(places, places.dropFirst()))
    }

    /// Whether a border or front comes near an edge of some length, in m.
    private func isAnyNear(_ middle: Coordinate, halfOf length: Double) -> Bool {
        let reach = max(Self.frontReach, borders.reach) + length / 2
        return borders.isAny(within: reach, of: middle) || fronts.isAny(within: reach, of: middle)
    }

    /// A place of an edge straight in longitude and latitude, from 0 at its beginning to 1 at its end.
    private static func between(_ a: Coordinate, _ b: Coordinate, _ t: Double) -> Coordinate {
        Coordinate(
            a.longitude + t * Longitude.step(a.longitude, b.longitude),
            a.latitude + t * (b.latitude - a.latitude))
    }

    private func edge(
        _ a: Coordinate, _ b: Coordinate, own: DrawnSigma
    ) -> OutlineError.Edge {
        let middle = Self.between(a, b, 0.5)
        let front = fronts.sigma(ofOwn: a, b) ?? fronts.sigma(near: middle)
        let (line, assumed) = front.map { ($0, false) } ?? own.sigma(near: middle)
        // A border says how well the line is known only where it is known better than the line itself: a
        // generalised outline of a province must not blur a front that happens to run beside it.
        if let sigma = borders.sigma(ofOwn: a, b) ?? borders.sigma(near: middle), sigma <= line {
            return OutlineError.Edge(end: b, sigma: sigma, isBorder: true)
        }
        return OutlineError.Edge(
            end: b, sigma: line, isBorder: false, makerSigma: assumed || isGiven ? errorClass.makerSigma : 0,
            isAssumed: assumed)
    }
}

/// σ of the parts themselves: one number when they agree, else that of the nearest part's outline.
struct DrawnSigma: Sendable {
    private let sigmas: [Double?]
    private let index: EdgeIndex?
    /// How far a part reaches, in m: the nearest one tells, wherever it is.
    private let anywhere: [Double]
    private let fallback: Double?
    private let assumed: Double

    fileprivate init(_ parts: [ControlPart], fallback: Double?, assumed: Double) {
        self.assumed = assumed
        sigmas = parts.map(\.boundaryError)
        self.fallback = fallback
        anywhere = [Double](repeating: .infinity, count: parts.count)
        index =
            Set(sigmas).count <= 1
            ? nil
            : EdgeIndex(
                parts.enumerated().flatMap { i, part in
                    EdgeIndex.edges(of: .multiPolygon(MultiPolygon(part.polygons)), owner: i)
                })
    }

    fileprivate func sigma(near place: Coordinate) -> (Double, isAssumed: Bool) {
        let part = index?.nearestOwner(to: place, within: anywhere) ?? 0
        if let sigma = (part < sigmas.count ? sigmas[part] : nil) ?? fallback { return (sigma, false) }
        return (assumed, true)
    }
}
