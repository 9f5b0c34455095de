// Lines as one: what is drawn twice counts once; and the part of them inside a ground.

internal import GEOSKit
public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface
internal import SystemC

/// Lines united, and where they end.
public struct LineCut: Hashable, Sendable {
    /// Where a line goes in or out of a ground.
    public struct Crossing: Hashable, Sendable {
        /// Where the line crosses, in degrees.
        public var place: Coordinate
        /// Sine of the angle between the line and the outline, in 0…1.
        public var sine: Double
        /// How well the outline is known there, in m.
        public var sigma: Double
        /// Whether the outline runs along a border there, whose σ is its own.
        public var isBorder: Bool
    }

    /// The lines, stretches that are drawn twice once.
    public var lines: [LineString]
    /// Their loose ends, where nothing goes on: those drawn so, without crossings.
    public var ends: [Coordinate]
    /// Where they were cut by an outline.
    public var crossings: [Crossing]

    /// Length with geodesic edges, in m.
    public var metres: Double { lines.reduce(0) { $0 + Measuring.length(of: $1) } }

    /// The union of lines.
    ///
    /// - Throws: `topology` for lines that go all the way round the globe; `geos` when GEOS fails.
    public init(union lines: [LineString]) throws(Problem) {
        let drawn = lines.filter { $0.coordinates.count > 1 }
        let window = LongitudeWindow(around: drawn.flatMap { $0.coordinates.map(\.longitude) })
        let context = try Context()
        let unwrapped = try drawn.map { line throws(Problem) -> LineString in
            guard let places = window.unwrapped(line.coordinates) else { throw Clipping.allRound }
            return LineString(places)
        }
        self.lines =
            try Shape(lines: unwrapped, in: context).unaryUnion().shape.lineMerged().lines()
        ends = Self.looseEnds(self.lines)
        crossings = []
    }

    /// The part of the lines inside a ground or along its outline.
    ///
    /// - Throws: `topology` for a ground that goes around a pole; `geos` when GEOS fails.
    public func inside(_ ground: ControlAreaMeasurement) throws(Problem) -> LineCut {
        var cut = self
        cut.lines =
            lines.isEmpty
            ? [] : try Clipping.part(of: .multiLineString(lines), in: ground.polygons)?.lines ?? []
        cut.ends = []
        let own = Set(ends)
        let outline = OutlineIndex(ground)
        let loose = Set(Self.looseEnds(cut.lines))
        for line in cut.lines {
            let places = line.coordinates
            guard places.count > 1 else { continue }
            for (end, next) in [(places[0], places[1]), (places[places.count - 1], places[places.count - 2])]
            where loose.contains(end) {
                if own.contains(end) {
                    cut.ends.append(end)
                } else if let edge = outline.nearest(to: end) {
                    cut.crossings.append(
                        Crossing(
                            place: end, sine: Self.sine(end, next, edge.start, edge.end),
                            sigma: edge.totalSigma,
                            isBorder: edge.isBorder))
                }
            }
        }
        return cut
    }

    /// Ends at which no other line begins or ends.
    private static func looseEnds(_ lines: [LineString]) -> [Coordinate] {
        var count: [Coordinate: Int] = [:]
        let ends = lines.flatMap { [$0.coordinates.first, $0.coordinates.last].compactMap(\.self) }
        for end in ends { count[end, default: 0] += 1 }
        return ends.filter { count[$0] == 1 }
    }

    /// Sine of the angle between two edges, on the ground.
    static func sine(
        _ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate
    ) -> Double {
        let east = cos(a.latitude * .pi / 180)
        let (ux, uy) = (Longitude.step(a.longitude, b.longitude) * east, b.latitude - a.latitude)
        let (vx, vy) = (Longitude.step(c.longitude, d.longitude) * east, d.latitude - c.latitude)
        let lengths = ((ux * ux + uy * uy) * (vx * vx + vy * vy)).squareRoot()
        return lengths > 0 ? min(1, abs(ux * vy - uy * vx) / lengths) : 1
    }
}
