// Walking a line with a divider: its length at a ruler, free of detail finer than that.

public import KGeoCore
internal import PROJKit

/// The walk of a divider along a chain of places (Richardson 1961).
public enum DividerWalk {
    /// One step: how far the divider reached, and which stretch of the chain it passed over.
    public struct Step: Hashable, Sendable {
        /// Straight length of the step in m: the ruler, within a ten-thousandth where the step ends at a vertex, or
        /// less for the last one.
        public var chord: Double
        /// The part of each edge passed over, by index and length in m along the chain.
        public var passed: [Passed]
        /// Where the step ends.
        public var stop: Coordinate
        /// A part of an edge.
        public struct Passed: Hashable, Sendable {
            /// The index of the edge in the chain.
            public var edge: Int
            /// How much of it was passed over, in m.
            public var metres: Double
        }
    }

    /// How near to the ruler's length, in proportion, a vertex ends a step.
    private static let reached = 1e-4

    /// The steps of a divider opened to `ruler` metres, from the first place to the last. The last step is
    /// whatever is left.
    ///
    /// The chain is walked with geodesic edges; where a step ends inside an edge, the place is found on the
    /// edge so that the step has the ruler's length to a millionth. A vertex within a ten-thousandth of the ruler's length
    /// is where a step ends, with its own distance: whether rounding of the drawing or of the ruler puts it a little
    /// nearer or farther must not decide over the rest of the walk.
    public static func steps(_ places: [Coordinate], ruler: Double) -> [Step] {
        var steps: [Step] = []
        forEachStep(places, ruler: ruler) { steps.append($0) }
        return steps
    }

    /// The most steps that are walked for one answer: half a minute's work.
    public static let mostSteps = 20_000_000.0

    /// The same, one step after the other and none kept.
    static func forEachStep(_ places: [Coordinate], ruler: Double, _ body: (Step) -> Void) {
        guard places.count > 1, ruler > 0 else { return }
        let g = Geodesic.wgs84
        var isFirst = true
        func take(_ step: Step) {
            isFirst = false
            body(step)
        }
        var from = places[0]
        var passed: [Step.Passed] = []
        var edge = 0
        var start = places[0]  // where on the edge at hand the walk stands
        while edge < places.count - 1 {
            let end = places[edge + 1]
            let reach = Measuring.distance(from, end)
            if reach < ruler * (1 - reached) {
                passed.append(.init(edge: edge, metres: Measuring.distance(start, end)))
                edge += 1
                start = end
                continue
            }
            if reach <= ruler * (1 + reached) {
                passed.append(.init(edge: edge, metres: Measuring.distance(start, end)))
                take(Step(chord: reach, passed: passed, stop: end))
                passed = []
                edge += 1
                (from, start) = (end, end)
                continue
            }
            // The step ends inside this edge.
            let line = g.line(from: start, to: end)
            let high = metres(from: from, on: line, rest: reach - ruler, ruler: ruler)
            let stop = line.position(atDistance: high).coordinate
            passed.append(.init(edge: edge, metres: high))
            take(Step(chord: ruler, passed: passed, stop: stop))
            passed = []
            from = stop
            start = stop
        }
        let last = places[places.count - 1]
        let rest = Measuring.distance(from, last)
        if rest > 0 || isFirst { take(Step(chord: rest, passed: passed, stop: last)) }
    }

    /// The most places at which walks over one chain begin.
    public static let mostStarts = 20

    /// The lengths of a chain at several rulers, in m, each averaged over walks that begin at several places.
    ///
    /// All rulers begin at the same places: the beginning of the chain and the stops of a walk with the longest ruler
    /// that goes into it three times, thinned evenly to `mostStarts`. From there a walk goes both ways, round and
    /// round on a closed chain; what is left at an end counts with its straight length.
    ///
    /// - Parameter rulers: in m, positive.
    public static func lengths(of places: [Coordinate], rulers: [Double]) -> [Double] {
        guard places.count > 1 else { return rulers.map { _ in 0 } }
        let isClosed = places.count > 2 && places.first == places.last
        /// How many steps a ruler takes, the last left out.
        func stepCount(_ ruler: Double) -> Int {
            var count = -1
            forEachStep(places, ruler: ruler) { _ in count += 1 }
            return max(0, count)
        }
        var (longest, stepsOfLongest) = (0.0, 0)
        for ruler in rulers.sorted(by: >) where stepsOfLongest < 3 {
            (longest, stepsOfLongest) = (ruler, stepCount(ruler))
        }
        if stepsOfLongest < 3 { stepsOfLongest = 0 }
        let count = min(mostStarts - 1, stepsOfLongest)
        var stops: [Step] = []
        var number = 0
        forEachStep(places, ruler: count > 0 ? longest : 0) { step in
            if stops.count < count, number == stops.count * stepsOfLongest / count { stops.append(step) }
            number += 1
        }
        var chains = [(forward: places, backward: [Coordinate]())]
        for stop in stops {
            let edge = stop.passed.last?.edge ?? 0
            let (before, after) = (places[...edge], places[(edge + 1)...])
            chains.append(
                isClosed
                    ? ([stop.stop] + after + before.dropFirst() + [stop.stop], [])
                    : ([stop.stop] + after, [stop.stop] + before.reversed()))
        }
        return rulers.map { ruler in
            func walked(_ chain: [Coordinate]) -> Double {
                var sum = 0.0
                forEachStep(chain, ruler: ruler) { sum += $0.chord }
                return sum
            }
            return chains.reduce(0) { $0 + walked($1.forward) + walked($1.backward) } / Double(chains.count)
        }
    }

    /// Where along an edge the divider, standing at `from`, reaches the ruler: the edge begins nearer than that and
    /// ends `rest` metres farther.
    ///
    /// False position in the Illinois form (Dowell and Jarratt, BIT 11, 1971): the distance grows nearly evenly
    /// along the edge, so a few steps do; a half is taken where they do not.
    private static func metres(
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
