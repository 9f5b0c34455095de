// Which ground several mapmakers count: all of them, some, or one alone.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoOverlay
internal import KGeoSurface

/// The ground of several maps, parted by who counts it.
public struct Agreement: Hashable, Sendable {
    /// Ground that the same makers count.
    public struct Part: Hashable, Sendable {
        /// The numbers of the makers that count it, lowest first; never empty.
        public let makers: [Int]
        /// The ground, in degrees.
        public let polygons: [Polygon]
        /// Its area in both edge models, as a piece of the ground of the first of them.
        public let area: AreaMeasurement
        /// The same as a piece of the ground of each of them, in their order.
        let areas: [AreaMeasurement]
    }

    /// The parts: first what most count, then by the makers' numbers.
    public let parts: [Part]
    /// How many makers there are.
    public let makerCount: Int

    /// The most makers that are laid over each other.
    public static let mostMakers = 10

    /// Parts the ground of some makers, all in one arrangement.
    ///
    /// - Parameters:
    ///   - grounds: the ground of each, dissolved; up to `mostMakers`.
    ///   - areas: of each ground, where they are known already.
    /// - Throws: a problem when the grounds cannot be laid over each other.
    public init(of grounds: [[Polygon]], areas known: [AreaMeasurement]? = nil) throws(Problem) {
        guard grounds.count <= Self.mostMakers else {
            throw Problem(
                .scenario, "\(grounds.count) mapmakers are too many to lay over each other",
                hint: "take \(Self.mostMakers) at most")
        }
        makerCount = grounds.count
        /// Of a cover the makers as bits.
        func bits(_ cover: Cover) -> Int { cover.counts.reduce(0) { $0 | 1 << $1.layer } }
        let plane = try PlanarLayers(grounds)
        guard !plane.isPolar else {
            throw Problem(.topology, "ground around a pole cannot be laid over other ground")
        }
        let classes: [[Polygon]]
        do throws(Problem) {
            classes = try ExactArrangement(layers: plane.layers).classes { $0.isEmpty ? nil : bits($0) }
        } catch {
            throw error.ofSurfaces
        }
        let pieces = classes.enumerated().filter { !$0.element.isEmpty }.map { bits, planar in
            let polygons = plane.settled(planar)
            return (bits: bits, polygons: polygons, areas: PieceAreas(polygons))
        }
        // The pieces of a ground make it up, and what it has in common with another one.
        let wholes = known ?? grounds.map { Measuring.ground(of: $0) }
        let common = try Self.common(grounds, wholes)
        var areas = pieces.map { _ in [AreaMeasurement]() }
        for (maker, whole) in wholes.enumerated() {
            let own = pieces.indices.filter { pieces[$0].bits >> maker & 1 == 1 }
            var found = PieceAreas.of(own.map { pieces[$0].areas }, in: whole).map(\.sum)
            if whole.turnsOverAt == nil {
                Self.settle(&found, countedBy: own.map { pieces[$0].bits }, common[maker])
            }
            for (piece, area) in zip(own, found) { areas[piece].append(area) }
        }
        let parts = pieces.enumerated().map { number, piece in
            Part(
                makers: grounds.indices.filter { piece.bits >> $0 & 1 == 1 }, polygons: piece.polygons,
                area: areas[number].first ?? piece.areas.sum, areas: areas[number])
        }
        self.parts = parts.sorted {
            ($1.makers.count, $0.makers.first ?? 0, $0.makers.count > 1 ? $0.makers[1] : 0)
                < ($0.makers.count, $1.makers.first ?? 0, $1.makers.count > 1 ? $1.makers[1] : 0)
        }
    }

    /// What each ground has in common with each other one as a piece of it, in m² with geodesic edges: the ground less what the
    /// change between the two says that it has alone (Docs/Decisions/0038).
    private static func common(
        _ grounds: [[Polygon]], _ wholes: [AreaMeasurement]
    ) throws(Problem) -> [[Int: Double]] {
        var common = [[Int: Double]](repeating: [:], count: grounds.count)
        for first in grounds.indices {
            for second in grounds.indices where second > first {
                guard
                    let change = try GroundChange(
                        from: grounds[first], to: grounds[second], oldArea: wholes[first],
                        newArea: wholes[second])
                else { continue }
                common[first][second] = change.unchangedGeodesic
                common[second][first] = change.unchangedOfNew
            }
        }
        return common
    }

    /// Pieces of three grounds and more are shared out for one other ground after another, until they fit all.
    private static let mostPasses = 200

    /// Shares out by ground what pieces of one maker's ground have more or less of what it has in common with others.
    ///
    /// - Parameters:
    ///   - bits: of each piece the makers that count it.
    ///   - common: what it has in common with each other one, in m².
    private static func settle(
        _ areas: inout [AreaMeasurement], countedBy bits: [Int], _ common: [Int: Double]
    ) {
        let most = PieceAreas.rounding * areas.sum.lonlatSquareMetres
        let others = common.sorted { $0.key < $1.key }.compactMap { other, squareMetres in
            let inside = areas.indices.filter { bits[$0] >> other & 1 == 1 }
            let outside = areas.indices.filter { bits[$0] >> other & 1 == 0 }
            let (within, without) = (inside.map { areas[$0] }.sum, outside.map { areas[$0] }.sum)
            return within.lonlatSquareMetres > 0 && without.lonlatSquareMetres > 0
                ? (inside, outside, within.lonlatSquareMetres, without.lonlatSquareMetres, squareMetres) : nil
        }
        for _ in 0..<mostPasses {
            var off = 0.0
            for (inside, outside, within, without, squareMetres) in others {
                let rest = squareMetres - inside.reduce(0) { $0 + areas[$1].geodesicSquareMetres }
                for i in inside {
                    areas[i].geodesicSquareMetres += rest * areas[i].lonlatSquareMetres / within
                }
                for i in outside {
                    areas[i].geodesicSquareMetres -= rest * areas[i].lonlatSquareMetres / without
                }
                off = max(off, abs(rest))
            }
            guard off > most else { return }
        }
    }

    /// The area that some number of makers count.
    public func area(countedBy count: Int) -> AreaMeasurement {
        parts.reduce(into: AreaMeasurement()) { if $1.makers.count == count { $0 += $1.area } }
    }

    /// The area that both of two makers count, as a piece of the ground of the first.
    public func both(_ first: Int, _ second: Int) -> AreaMeasurement {
        sum(of: first) { $0.contains(second) }
    }

    /// The area that one maker counts and another does not.
    public func area(of maker: Int, without other: Int) -> AreaMeasurement {
        sum(of: maker) { !$0.contains(other) }
    }

    /// The ground that one maker counts and another does not.
    func ground(of maker: Int, without other: Int) -> [Polygon] {
        parts.filter { $0.makers.contains(maker) && !$0.makers.contains(other) }.flatMap(\.polygons)
    }

    /// The pieces of a maker's ground that some others count.
    private func sum(of maker: Int, _ isWanted: ([Int]) -> Bool) -> AreaMeasurement {
        parts.reduce(into: AreaMeasurement()) { sum, part in
            guard let place = part.makers.firstIndex(of: maker), isWanted(part.makers) else { return }
            sum += part.areas[place]
        }
    }
}
