// The stretch of a line between two features: from the border to a town, say.

public import KGeoCore
internal import KGeoMeasure

/// A part of a line, measured along it.
public struct LineStretch: Hashable, Sendable {
    /// Where a stretch begins or ends.
    public struct End: Hashable, Sendable {
        /// The place on the line.
        public var place: Coordinate
        /// How far the feature is from the line there, in m; 0 where they cross.
        public var metresOff: Double
        /// Sine of the angle at which the line crosses the feature, in 0…1; nil where they do not cross.
        public var sine: Double?
        /// Whether the line itself ends there.
        public var isEndOfLine: Bool
    }

    /// Length with geodesic edges, in m.
    public var metres: Double
    /// What it begins and ends at.
    public var from, to: End
}

extension LineCut {
    /// The stretch between two features, along the line that comes nearest to both. It ends where the line crosses
    /// a feature, the outline of a surface too; where it does not, at the place nearest to it. Of several crossings
    /// those count between which the stretch is shortest. Nil when a feature or the lines have no position.
    public func stretch(from: Geometry, to: Geometry) -> LineStretch? {
        var best: (off: Double, stretch: LineStretch)?
        for line in lines where line.coordinates.count > 1 {
            let ruler = LineRuler(line)
            let (begins, ends) = (ruler.ends(at: from), ruler.ends(at: to))
            for begin in begins {
                for end in ends {
                    let off = begin.end.metresOff + end.end.metresOff
                    let metres = ruler.metres(from: begin.along, to: end.along)
                    if let best, (best.off, best.stretch.metres) <= (off, metres) { continue }
                    best = (off, LineStretch(metres: metres, from: begin.end, to: end.end))
                }
            }
        }
        return best?.stretch
    }
}

/// A line with the distance of its vertices from its beginning.
private struct LineRuler {
    private let places: [Coordinate]
    private let edges: [EdgeIndex.Edge]
    private let index: EdgeIndex
    private let along: [Double]

    init(_ line: LineString) {
        places = line.coordinates
        edges = EdgeIndex.edges(of: .lineString(line), owner: 0)
        index = EdgeIndex(edges)
        var sum = 0.0
        along =
            [0]
            + edges.map {
                sum += Measuring.distance($0.start, $0.end)
                return sum
            }
    }

    /// Length between two distances from the beginning; of a ring the shorter way.
    func metres(from: Double, to: Double) -> Double {
        let direct = abs(to - from)
        guard places.first == places.last, let all = along.last else { return direct }
        return min(direct, all - direct)
    }

    /// Where the line meets a feature, or the place nearest to it.
    func ends(at feature: Geometry) -> [(along: Double, end: LineStretch.End)] {
        let others = EdgeIndex.edges(of: feature, owner: 1)
        var found: [(along: Double, end: LineStretch.End)] = []
        for other in others where other.start != other.end {
            for edge in index.candidates(near: other) {
                let own = edges[edge]
                guard own.start != own.end,
                    let place = PlanarGeometry.crossing(own.start, own.end, other.start, other.end)
                else { continue }
                let sine = LineCut.sine(own.start, own.end, other.start, other.end)
                found.append(end(place, on: edge, metresOff: 0, sine: sine))
            }
        }
        guard found.isEmpty else { return found }
        // A surface counts by its outline, so that a line inside it is not everywhere near.
        let outline = Geometry.collection(
            feature.polygons.flatMap(\.rings).map { .lineString(LineString($0.positions)) }
                + feature.lines.map { .lineString($0) } + feature.points.map { .point(Positions([$0])) })
        guard let nearest = Measuring.distance(.lineString(LineString(places)), outline),
            let hit = index.nearest(to: nearest.from)
        else { return [] }
        return [end(nearest.from, on: hit.edge, metresOff: nearest.metres, sine: nil)]
    }

    private func end(
        _ place: Coordinate, on edge: Int, metresOff: Double, sine: Double?
    ) -> (along: Double, end: LineStretch.End) {
        let isEnd = places.first != places.last && (place == places.first || place == places.last)
        return (
            along[edge] + Measuring.distance(edges[edge].start, place),
            LineStretch.End(place: place, metresOff: metresOff, sine: sine, isEndOfLine: isEnd)
        )
    }
}
