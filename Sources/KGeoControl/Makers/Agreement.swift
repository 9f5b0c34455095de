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
    /// - Parameter grounds: the ground of each, dissolved; up to `mostMakers`.
    /// - Throws: a problem when the grounds cannot be laid over each other.
    public init(of grounds: [[Polygon]]) throws(Problem) {
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
        // The pieces of a ground make it up.
        var areas = pieces.map { _ in [AreaMeasurement]() }
        for (maker, ground) in grounds.enumerated() {
            let own = pieces.indices.filter { pieces[$0].bits >> maker & 1 == 1 }
            let found = PieceAreas.of(own.map { pieces[$0].areas }, in: Measuring.ground(of: ground))
            for (piece, found) in zip(own, found) { areas[piece].append(found.sum) }
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
