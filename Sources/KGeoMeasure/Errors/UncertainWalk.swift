// A drawn ring walked with a ruler, and even nodes on it: where the error of an outline is summed.

internal import KGeoCore
internal import PROJKit
internal import SystemC

/// A ring of an outline walked with a ruler, along chords in space.
///
/// The walk begins at the ring's smallest vertex, the southernmost and of several the westernmost, and goes towards the
/// smaller of its two neighbours, so that it is the same wherever the ring begins, whichever way it runs, and however
/// longitudes are written. Where one map has drawn a part of the ring and another the rest, each part is a run of its own, from its
/// smaller end: two lines that nearly coincide are walked alike.
struct UncertainWalk: Sendable {
    /// A step of the walk.
    struct Step: Sendable {
        var start, end: EdgeIndex.Vector
        var metres: Double
        var weight: FieldWeight
    }

    /// The steps in order, run by run.
    private(set) var runs: [[Step]] = []
    /// Their length, in m.
    private(set) var metres = 0.0
    /// Length of the steps that run along no border, in m.
    private(set) var uncertainMetres = 0.0

    /// The fewest nodes on a ring and on a run of it, whatever their length.
    static let fewestNodes = 8
    static let fewestOfRun = 2
    /// No ruler is shorter, in m: places in space are a nanometre apart, and a step must lead to another place.
    static let leastRuler = 1e-6
    /// Edges longer than this are taken as geodesics in pieces: a chord of 200 km runs 780 m below the ground.
    static let longestChord = 200_000.0

    /// An edge of the ring in space.
    struct Leg: Sendable {
        var end: EdgeIndex.Vector
        var metres: Double
        var perMetre: FieldWeight
        var isBorder: Bool
        /// Which map has drawn it: as an edge's sign.
        var sign: Double
    }

    /// Edges one after the other, from where their walk begins.
    struct Run: Sendable {
        var start: EdgeIndex.Vector
        var legs: [Leg]

        /// The same from its smaller end.
        fileprivate var fromSmallerEnd: Run {
            guard let end = legs.last?.end, (end.z, end.y, end.x) < (start.z, start.y, start.x) else {
                return self
            }
            var run = Run(start: end, legs: legs.reversed())
            for i in run.legs.indices {
                run.legs[i].end = i + 1 < run.legs.count ? run.legs[i + 1].end : start
            }
            return run
        }
    }

    /// A ring in space, from where its walks begin, in runs of what one map has drawn.
    struct Way: Sendable {
        let runs: [Run]
        /// How wide the ground inside is on average: twice its area over its outline, in m.
        let meanWidth: Double

        init(_ ring: OutlineError.OutlineRing) {
            let whole = UncertainWalk.ring(ring)
            meanWidth = Self.meanWidth(whole)
            let legs = whole.legs
            // The first run begins where another ends.
            guard let first = legs.indices.first(where: { $0 > 0 && legs[$0].sign != legs[$0 - 1].sign })
            else {
                runs = [whole]
                return
            }
            var runs: [Run] = []
            var from = legs[first - 1].end
            for leg in legs[first...] + legs[..<first] {
                if runs.last?.legs.last?.sign != leg.sign { runs.append(Run(start: from, legs: [])) }
                runs[runs.count - 1].legs.append(leg)
                from = leg.end
            }
            self.runs = runs.map(\.fromSmallerEnd)
        }

        private static func meanWidth(_ run: Run) -> Double {
            let origin = run.start
            var (x, y, z, metres) = (0.0, 0.0, 0.0, 0.0)
            var (ax, ay, az) = (0.0, 0.0, 0.0)
            for leg in run.legs {
                let (bx, by, bz) = (leg.end.x - origin.x, leg.end.y - origin.y, leg.end.z - origin.z)
                x += ay * bz - az * by
                y += az * bx - ax * bz
                z += ax * by - ay * bx
                metres += leg.metres
                (ax, ay, az) = (bx, by, bz)
            }
            return metres > 0 ? (x * x + y * y + z * z).squareRoot() / metres : 0
        }
    }

    /// Walks a ring.
    ///
    /// - Parameter ruler: in m, positive; nil walks the line as drawn.
    init(_ way: Way, ruler: Double?) {
        for run in way.runs where !run.legs.isEmpty {
            runs.append([])
            if let ruler {
                walk(run.start, run.legs, max(ruler, Self.leastRuler))
            } else {
                var from = run.start
                for leg in run.legs where leg.metres > 0 {
                    add(
                        Step(
                            start: from, end: leg.end, metres: leg.metres, weight: leg.perMetre * leg.metres),
                        uncertain: leg.isBorder ? 0 : leg.metres)
                    from = leg.end
                }
            }
        }
    }

    private mutating func add(_ step: Step, uncertain: Double) {
        runs[runs.count - 1].append(step)
        metres += step.metres
        uncertainMetres += uncertain
    }

    private mutating func walk(_ start: EdgeIndex.Vector, _ legs: [Leg], _ ruler: Double) {
        var (stop, here) = (start, start)
        var passed = (metres: 0.0, uncertain: 0.0, weight: FieldWeight())
        func pass(_ leg: Leg, _ metres: Double) {
            passed.metres += metres
            if !leg.isBorder { passed.uncertain += metres }
            passed.weight += leg.perMetre * metres
        }
        func finish(at end: EdgeIndex.Vector) {
            let chord = stop.chord(to: end)
            if passed.metres > 0, chord > 0 {
                let share = chord / passed.metres
                add(
                    Step(start: stop, end: end, metres: chord, weight: passed.weight * share),
                    uncertain: passed.uncertain * share)
            }
            passed = (0, 0, FieldWeight())
            stop = end
        }
        for leg in legs {
            while let on = leg.end.meets(sphere: ruler, around: stop, from: here) {
                pass(leg, here.chord(to: on))
                finish(at: on)
                here = on
            }
            pass(leg, here.chord(to: leg.end))
            here = leg.end
        }
        finish(at: here)
    }

    /// The edges of a ring in space, from its smallest vertex on.
    private static func ring(_ ring: OutlineError.OutlineRing) -> Run {
        let n = ring.edges.count
        guard n > 0 else { return Run(start: EdgeIndex.Vector(ring.start), legs: []) }
        /// The vertex at which edge i begins.
        func vertex(_ i: Int) -> Coordinate { i % n == 0 ? ring.start : ring.edges[i % n - 1].end }
        func isSmaller(_ a: Coordinate, _ b: Coordinate) -> Bool {
            a.latitude != b.latitude
                ? a.latitude < b.latitude : Longitude.step(a.longitude, b.longitude) > 0
        }
        func smallerNeighbour(_ i: Int) -> Coordinate {
            let (a, b) = (vertex(i + 1), vertex(i + n - 1))
            return isSmaller(b, a) ? b : a
        }
        var first = 0
        for i in 1..<max(1, n) {
            let (a, b) = (vertex(i), vertex(first))
            if isSmaller(a, b) || (a == b && isSmaller(smallerNeighbour(i), smallerNeighbour(first))) {
                first = i
            }
        }
        let isForward = !isSmaller(vertex(first + n - 1), vertex(first + 1))
        var legs: [Leg] = []
        legs.reserveCapacity(n)
        let begin = EdgeIndex.Vector(vertex(first))
        var from = vertex(first)
        for k in 0..<n {
            // Backwards edge i runs from its end to its beginning.
            let i = isForward ? (first + k) % n : (first + 2 * n - 1 - k) % n
            let edge = ring.edges[i]
            let to = isForward ? edge.end : vertex(i)
            add(from, to, edge, legs.last?.end ?? begin, &legs)
            from = to
        }
        return Run(start: begin, legs: legs)
    }

    private static func add(
        _ a: Coordinate, _ b: Coordinate, _ edge: OutlineError.Edge, _ start: EdgeIndex.Vector,
        _ legs: inout [Leg]
    ) {
        let own = edge.sign * edge.sigma
        let weight = FieldWeight(
            line: edge.isBorder ? 0 : own, border: edge.isBorder ? own : 0,
            maker: edge.isBorder ? 0 : edge.sign * edge.makerSigma)
        func leg(_ end: EdgeIndex.Vector, from start: EdgeIndex.Vector) -> Leg {
            Leg(
                end: end, metres: start.chord(to: end), perMetre: weight, isBorder: edge.isBorder,
                sign: edge.sign)
        }
        let end = EdgeIndex.Vector(b)
        guard start.chord(to: end) > longestChord else {
            legs.append(leg(end, from: start))
            return
        }
        let line = Geodesic.wgs84.line(from: a, to: b)
        let count = max(1, Int((line.length / longestChord).rounded(.up)))
        var from = start
        for k in 1...count {
            let place =
                k == count
                ? end
                : EdgeIndex.Vector(
                    line.position(atDistance: line.length * Double(k) / Double(count)).coordinate)
            legs.append(leg(place, from: from))
            from = place
        }
    }

    /// Nodes in the middles of even stretches no longer than `spacing` metres, at least eight.
    ///
    /// - Parameter isOfChange: whether the nodes are of ground between two lines: see `FieldNode.metres`.
    func nodes(spacing: Double, of ground: Ground, isOfChange: Bool = false) -> [FieldNode] {
        let fewest = max(Self.fewestOfRun, Self.fewestNodes / max(1, runs.count))
        return runs.flatMap {
            Self.nodes($0, spacing: spacing, fewest: fewest, ground, isOfChange: isOfChange)
        }
    }

    private static func nodes(
        _ steps: [Step], spacing: Double, fewest: Int, _ ground: Ground, isOfChange: Bool
    ) -> [FieldNode] {
        let metres = steps.reduce(0) { $0 + $1.metres }
        guard metres > 0 else { return [] }
        let count = max(fewest, Int(min((metres / spacing).rounded(.up), 1e7)))
        let width = metres / Double(count)
        var nodes: [FieldNode] = []
        nodes.reserveCapacity(count)
        var step = 0
        var done = 0.0  // of the step at hand, in m
        for _ in 0..<count {
            var left = width
            var weight = FieldWeight()
            var middle: EdgeIndex.Vector?
            while left > 0, step < steps.count {
                let here = steps[step]
                let part = min(left, here.metres - done)
                if middle == nil, width - left + part >= width / 2 {
                    let t = (done + width / 2 - (width - left)) / here.metres
                    middle = here.start.towards(here.end, share: t)
                }
                weight += here.weight * (part / here.metres)
                done += part
                left -= part
                if done >= here.metres || left > 0 {
                    step += 1
                    done = 0
                }
            }
            if let place = middle ?? steps.last?.end {
                nodes.append(
                    FieldNode(
                        place: place, weights: GroundWeights(weight, of: ground),
                        metres: isOfChange ? width : 0))
            }
        }
        return nodes
    }
}

extension EdgeIndex.Vector {
    /// The place at a share of the way to another.
    func towards(_ end: EdgeIndex.Vector, share t: Double) -> EdgeIndex.Vector {
        EdgeIndex.Vector(x: x + t * (end.x - x), y: y + t * (end.y - y), z: z + t * (end.z - z))
    }

    /// Where the way from `start` to this first leaves a sphere that `start` lies in; nil when it ends inside.
    func meets(sphere radius: Double, around centre: EdgeIndex.Vector, from start: EdgeIndex.Vector)
        -> EdgeIndex.Vector?
    {
        guard centre.chord(to: self) >= radius else { return nil }
        let (dx, dy, dz) = (x - start.x, y - start.y, z - start.z)
        let (fx, fy, fz) = (start.x - centre.x, start.y - centre.y, start.z - centre.z)
        let a = dx * dx + dy * dy + dz * dz
        guard a > 0 else { return nil }
        let b = fx * dx + fy * dy + fz * dz
        let c = fx * fx + fy * fy + fz * fz - radius * radius
        let t = (-b + max(0, b * b - a * c).squareRoot()) / a
        return t >= 1 ? self : start.towards(self, share: max(t, 0))
    }
}
