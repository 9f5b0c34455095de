// Walking a line with a divider: its length at a ruler, free of detail finer than that.

public import KGeoCore
internal import PROJKit

/// The walk of a divider along a chain of places (Richardson 1961).
public enum DividerWalk {
    /// One step: how far the divider reached, and which stretch of the chain it passed over.
    public struct Step: Hashable, Sendable {
        /// Straight length of the step in m: the ruler, or less for the last one.
        public var chord: Double
        /// The part of each edge passed over, by index and length in m along the chain.
        public var passed: [Passed]
        /// Where the step ends.
        public var stop: Coordinate
        /// A part of an edge.
        public struct Passed: Hashable, Sendable {
            public var edge: Int
            public var metres: Double
        }
    }

    /// The steps of a divider opened to `ruler` metres, from the first place to the last. The last step is
    /// whatever is left.
    ///
    /// The chain is walked with geodesic edges; where a step ends inside an edge, the place is found on the
    /// edge so that the step has the ruler's length to a millionth.
    public static func steps(_ places: [Coordinate], ruler: Double) -> [Step] {
        guard places.count > 1, ruler > 0 else { return [] }
        let g = Geodesic.wgs84
        var steps: [Step] = []
        var from = places[0]
        var passed: [Step.Passed] = []
        var edge = 0
        var start = places[0]  // where on the edge at hand the walk stands
        while edge < places.count - 1 {
            let end = places[edge + 1]
            let reach = Measuring.distance(from, end)
            if reach < ruler {
                passed.append(.init(edge: edge, metres: Measuring.distance(start, end)))
                edge += 1
                start = end
                continue
            }
            // The step ends inside this edge.
            let line = g.line(from: start, to: end)
            let high = reached(from: from, on: line, rest: reach - ruler, ruler: ruler)
            let stop = line.position(atDistance: high).coordinate
            passed.append(.init(edge: edge, metres: high))
            steps.append(Step(chord: ruler, passed: passed, stop: stop))
            passed = []
            from = stop
            start = stop
        }
        let last = places[places.count - 1]
        let rest = Measuring.distance(from, last)
        if rest > 0 || steps.isEmpty { steps.append(Step(chord: rest, passed: passed, stop: last)) }
        return steps
    }

    /// The length of a chain at a ruler, in m, averaged over walks that begin at several places.
    ///
    /// The walks begin at places spaced evenly, along the chain, over its first step; what lies before such a place
    /// counts with its straight length, as does what is left after the last step. Beginning within the first step
    /// alone, a walk at a third of the ruler sees of a curve that repeats itself at every scale what the walk at the
    /// ruler saw.
    ///
    /// - Parameters:
    ///   - ruler: in m, positive.
    ///   - starts: the number of walks, at least 1.
    public static func length(of places: [Coordinate], ruler: Double, starts: Int = 20) -> Double {
        let first = steps(places, ruler: ruler)
        guard let opening = first.first else { return 0 }
        var sum = first.reduce(0) { $0 + $1.chord }
        guard first.count > 1, starts > 1 else { return sum }
        let arc = opening.passed.reduce(0) { $0 + $1.metres }
        for start in 1..<starts {
            var left = arc * Double(start) / Double(starts)
            for part in opening.passed {
                guard left > part.metres, part.edge + 2 < places.count else {
                    let line = Geodesic.wgs84.line(from: places[part.edge], to: places[part.edge + 1])
                    let begin = line.position(atDistance: min(left, line.length)).coordinate
                    let walk = steps([begin] + places[(part.edge + 1)...], ruler: ruler)
                    sum += Measuring.distance(places[0], begin) + walk.reduce(0) { $0 + $1.chord }
                    break
                }
                left -= part.metres
            }
        }
        return sum / Double(starts)
    }

    /// Where along an edge the divider, standing at `from`, reaches the ruler: the edge begins nearer than that and
    /// ends `rest` metres farther.
    ///
    /// False position in the Illinois form (Dowell and Jarratt, BIT 11, 1971): the distance grows nearly evenly
    /// along the edge, so a few steps do; a half is taken where they do not.
    private static func reached(
        from: Coordinate, on line: GeodesicLine, rest: Double, ruler: Double
    ) -> Double {
        func beyond(_ metres: Double) -> Double {
            Measuring.distance(from, line.position(atDistance: metres).coordinate) - ruler
        }
        var (low, high) = (0.0, line.length)
        var (below, above) = (beyond(low), rest)
        var side = 0
        for round in 0..<60 where high - low > ruler * 1e-7 {
            let isEven = round < 20 && above > below
            let middle = isEven ? low - below * (high - low) / (above - below) : (low + high) / 2
            let value = beyond(middle)
            if abs(value) < ruler * 1e-9 { return middle }
            if value < 0 {
                (low, below) = (middle, value)
                if side == -1 { above /= 2 }
                side = -1
            } else {
                (high, above) = (middle, value)
                if side == 1 { below /= 2 }
                side = 1
            }
        }
        return high
    }
}
