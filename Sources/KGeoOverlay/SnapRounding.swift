// Edges cut where they meet and led through every pixel they pass, so that they share ends and nothing else.

internal import KGeoCore

/// Snap rounding of everything, input included.
///
/// A pixel is hot that holds an end of an edge or the crossing of two. Each edge is led through the middles of the hot
/// pixels it passes; then no two edges cross, and no place lies inside an edge (Hobby, *Practical segment intersection
/// with finite precision output*, 1999). A crossing is first taken to the nearest place that two doubles can hold, which
/// beyond 32 degrees is up to four steps away. The theorem does not cover that, so every edge that is new is held
/// against all others again, until none is cut any more; from the fourth time on crossings go to the nearest step and
/// every edge through their pixel is sought, as the theorem asks, so that it comes to an end.
struct SnapRounding {
    /// The turns of stored edges through places of which the ends of each are the first and the last.
    struct Detours {
        private var weights = ContiguousArray<Int64>()
        private var ends = ContiguousArray<Int>()
        private var places = ContiguousArray<Int32>()

        var count: Int { weights.count }

        /// The weight of an edge from the first place of its turn to the last, and the places.
        subscript(number: Int) -> (weight: Int64, places: ArraySlice<Int32>) {
            (weights[number], places[(number > 0 ? ends[number - 1] : 0)..<ends[number]])
        }

        /// - Parameter route: places may stand twice in a row.
        mutating func add(_ weight: Int64, through route: ContiguousArray<Int32>) {
            var previous: Int32?
            for place in route where place != previous {
                places.append(place)
                previous = place
            }
            weights.append(weight)
            ends.append(places.count)
        }
    }

    private(set) var store: EdgeStore
    /// The trees of edges, one from each time; edges that died since are still in them.
    private(set) var trees: [EdgeBoxes] = []
    /// What became of edges that were cut, where that was asked for.
    private(set) var detours = Detours()
    private let keepsDetours: Bool
    private let coarse: CoarseGrid
    /// Whether a place is the end of an edge that was laid against all others.
    private var isEnd: ContiguousArray<Bool> = []

    /// An edge that is led through a place.
    private struct Cut {
        var edge: Int32
        var place: Int32
    }

    /// How often crossings go to places that doubles can hold before they go to the nearest step.
    static let timesToRepresentable = 3
    private static let most = 24

    /// - Parameter apart: the layers of which no two edges meet but where one follows the other: as they were drawn they
    ///   need not be held against their own kind.
    /// - Throws: `topology` when edges still cross in the end, which the theorem rules out.
    init(
        _ store: EdgeStore, keepsDetours: Bool = false, timesToRepresentable: Int = Self.timesToRepresentable,
        apart: Set<Int> = []
    ) throws(Problem) {
        self.store = store
        self.keepsDetours = keepsDetours
        coarse = CoarseGrid(store.points)
        var fresh = ContiguousArray<Int32>()
        fresh.reserveCapacity(store.edges.count)
        for edge in 0..<store.edges.count where store.isAlive(edge) { fresh.append(Int32(edge)) }
        var time = 0
        while !fresh.isEmpty {
            let groups = time == 0 ? groups(fresh, apart) : [fresh]
            let cuts = self.cuts(groups, toRepresentable: time < timesToRepresentable)
            if cuts.isEmpty { break }
            time += 1
            guard time < Self.most else {
                var place = Problem.Place()
                place.coordinate = self.store.original(Int(cuts[0].place))
                throw Problem(
                    .topology, "two edges of an overlay still cross after rounding", at: place,
                    hint: "this is a fault of kgeo: please report it with the file")
            }
            fresh = split(cuts)
        }
    }

    // MARK: Finding

    /// Edges that are of one layer of those apart, layer by layer; before them the others, in which any two may meet.
    private func groups(_ edges: ContiguousArray<Int32>, _ apart: Set<Int>) -> [ContiguousArray<Int32>] {
        guard !apart.isEmpty else { return [edges] }
        let numbers = Dictionary(uniqueKeysWithValues: apart.sorted().enumerated().map { ($1, $0 + 1) })
        var groups = [ContiguousArray<Int32>](repeating: [], count: apart.count + 1)
        var (last, group): (Int64, Int) = (0, 0)
        for edge in edges {
            let weight = store.edges[Int(edge)].weight
            if weight != last {
                last = weight
                group = store.covers.layer(ofUnit: weight).flatMap { numbers[$0] } ?? 0
            }
            groups[group].append(edge)
        }
        return groups
    }

    /// Lays edges against each other and against all earlier ones: what they and those are led through.
    ///
    /// - Parameter groups: the edges; those of the first group may meet their own kind.
    private mutating func cuts(
        _ groups: [ContiguousArray<Int32>], toRepresentable: Bool
    ) -> ContiguousArray<Cut> {
        isEnd.append(contentsOf: repeatElement(false, count: store.points.count - isEnd.count))
        for edge in groups.joined() {
            isEnd[Int(store.edges[Int(edge)].from)] = true
            isEnd[Int(store.edges[Int(edge)].to)] = true
        }
        if !trees.isEmpty { dropTheDead(but: groups[0]) }
        var cuts = ContiguousArray<Cut>()
        var crossings = ContiguousArray<(Int32, Int32, GridPoint)>()
        for (number, group) in groups.enumerated() where !group.isEmpty {
            let tree = EdgeBoxes(group, of: store, coarse)
            if number == 0 {
                tree.forEachPair { i, j in
                    Self.meet(
                        tree.segments[i], tree.numbers[i], tree.segments[j], tree.numbers[j], store, &cuts,
                        &crossings)
                }
            }
            for old in trees {
                tree.forEachPair(with: old) { i, j in
                    guard store.isAlive(Int(old.numbers[j])), old.numbers[j] != tree.numbers[i] else {
                        return
                    }
                    Self.meet(
                        tree.segments[i], tree.numbers[i], old.segments[j], old.numbers[j], store, &cuts,
                        &crossings)
                }
            }
            trees.append(tree)
        }
        for (e, f, exact) in crossings {
            let point = toRepresentable ? Grid.representable(exact) : exact
            let count = store.points.count
            let place = store.number(of: point)
            cuts.append(Cut(edge: e, place: place))
            cuts.append(Cut(edge: f, place: place))
            if Int(place) == count { isEnd.append(false) }
            guard !toRepresentable, !isEnd[Int(place)] else { continue }
            // A pixel that became hot only now.
            isEnd[Int(place)] = true
            for tree in trees {
                tree.forEach(around: point) { slot in
                    let segment = tree.segments[slot]
                    guard store.isAlive(Int(tree.numbers[slot])), segment.boxHolds(point) else { return }
                    if segment.passes(point, side: segment.side(of: point)) {
                        cuts.append(Cut(edge: tree.numbers[slot], place: place))
                    }
                }
            }
        }
        return cuts
    }

    /// Once most edges of the trees are dead, puts one tree of those alive in their place.
    private mutating func dropTheDead(but fresh: ContiguousArray<Int32>) {
        var alive = 0
        for edge in 0..<store.edges.count where store.isAlive(edge) { alive += 1 }
        let held = trees.reduce(0) { $0 + $1.numbers.count }
        guard 2 * (alive - fresh.count) < held else { return }
        var isFresh = ContiguousArray<Bool>(repeating: false, count: store.edges.count)
        for edge in fresh { isFresh[Int(edge)] = true }
        var old = ContiguousArray<Int32>()
        for edge in 0..<store.edges.count where store.isAlive(edge) && !isFresh[edge] {
            old.append(Int32(edge))
        }
        trees = [EdgeBoxes(old, of: store, coarse)]
    }

    /// Holds two edges against each other.
    @inline(__always)
    private static func meet(
        _ e: GridSegment, _ numberE: Int32, _ f: GridSegment, _ numberF: Int32, _ store: EdgeStore,
        _ cuts: inout ContiguousArray<Cut>, _ crossings: inout ContiguousArray<(Int32, Int32, GridPoint)>
    ) {
        guard e.boxMeets(f) else { return }
        let (fa, fb) = (e.side(of: f.a), e.side(of: f.b))
        let spanE = e.span
        // Farther from the line than its pixels reach, and on one side.
        if fa > 0
            ? fb > 0 && fa &+ fa > spanE && fb &+ fb > spanE
            : fb < 0 && fa &+ fa < -spanE && fb &+ fb < -spanE
        {
            return
        }
        let (ea, eb) = (f.side(of: e.a), f.side(of: e.b))
        let spanF = f.span
        if ea > 0
            ? eb > 0 && ea &+ ea > spanF && eb &+ eb > spanF
            : eb < 0 && ea &+ ea < -spanF && eb &+ eb < -spanF
        {
            return
        }
        if (fa < 0 && fb > 0) || (fa > 0 && fb < 0), (ea < 0 && eb > 0) || (ea > 0 && eb < 0) {
            crossings.append((numberE, numberF, e.crossing(sideOfA: ea, sideOfB: eb)))
        }
        // Ends are told by their place, so numbers are looked up only where an edge is led through one.
        if e.passes(f.a, side: fa) { cuts.append(Cut(edge: numberE, place: place(f.a, numberF, store))) }
        if e.passes(f.b, side: fb) { cuts.append(Cut(edge: numberE, place: place(f.b, numberF, store))) }
        if f.passes(e.a, side: ea) { cuts.append(Cut(edge: numberF, place: place(e.a, numberE, store))) }
        if f.passes(e.b, side: eb) { cuts.append(Cut(edge: numberF, place: place(e.b, numberE, store))) }
    }

    /// The number of an end of an edge.
    @inline(never)
    private static func place(_ point: GridPoint, _ edge: Int32, _ store: EdgeStore) -> Int32 {
        let edge = store.edges[Int(edge)]
        return store.points[Int(edge.from)] == point ? edge.from : edge.to
    }

    // MARK: Splitting

    /// The edges that are cut, and the places of each, edge by edge.
    private func places(of cuts: ContiguousArray<Cut>) -> (
        edges: ContiguousArray<Int32>, starts: ContiguousArray<Int>, places: ContiguousArray<Int32>
    ) {
        var slot = ContiguousArray<Int32>(repeating: -1, count: store.edges.count)
        var edges = ContiguousArray<Int32>()
        var starts = ContiguousArray<Int>()
        for cut in cuts {
            if slot[Int(cut.edge)] < 0 {
                slot[Int(cut.edge)] = Int32(edges.count)
                edges.append(cut.edge)
                starts.append(0)
            }
            starts[Int(slot[Int(cut.edge)])] += 1
        }
        var sum = 0
        for i in starts.indices { (starts[i], sum) = (sum, sum + starts[i]) }
        starts.append(sum)
        var places = ContiguousArray<Int32>(repeating: 0, count: sum)
        var fill = starts
        for cut in cuts {
            let own = Int(slot[Int(cut.edge)])
            places[fill[own]] = cut.place
            fill[own] += 1
        }
        return (edges, starts, places)
    }

    /// Puts pieces in the place of edges; those that were not there.
    private mutating func split(_ cuts: ContiguousArray<Cut>) -> ContiguousArray<Int32> {
        let known = store.edges.count
        let (edges, starts, places) = places(of: cuts)
        // All edges that are cut go before pieces come, which may lie on one of them.
        var weights = ContiguousArray<Int64>()
        weights.reserveCapacity(edges.count)
        for edge in edges {
            weights.append(store.edges[Int(edge)].weight)
            store.drop(Int(edge))
        }
        var fresh = ContiguousArray<Int32>()
        fresh.reserveCapacity(places.count + edges.count)
        var isFresh = ContiguousArray<Bool>(repeating: false, count: known)
        var route = ContiguousArray<Int32>()
        for (i, number) in edges.enumerated() {
            let edge = store.edges[Int(number)]
            let segment = store.segment(Int(number))
            let falls = segment.b.y < segment.a.y
            let isForward = store.points[Int(edge.from)] == segment.a
            route.removeAll(keepingCapacity: true)
            route.append(isForward ? edge.from : edge.to)
            route.append(contentsOf: places[starts[i]..<starts[i + 1]])
            route.append(isForward ? edge.to : edge.from)
            if route.count > 3 {
                // An edge comes through pixels west to east, and never back north or south.
                route.sort {
                    let (p, q) = (store.points[Int($0)], store.points[Int($1)])
                    return p.x != q.x ? p.x < q.x : falls ? p.y > q.y : p.y < q.y
                }
            }
            let weight = isForward ? weights[i] : -weights[i]
            var previous = route[0]
            for place in route.dropFirst() where place != previous {
                let (piece, wasAlive) = store.add(previous, place, weight)
                previous = place
                guard !wasAlive else { continue }
                if Int(piece) >= isFresh.count {
                    isFresh.append(true)
                } else if isFresh[Int(piece)] {
                    continue
                } else {
                    isFresh[Int(piece)] = true
                }
                fresh.append(piece)
            }
            if keepsDetours { detours.add(weight, through: route) }
        }
        fresh.removeAll { !store.isAlive(Int($0)) }
        return fresh
    }
}
