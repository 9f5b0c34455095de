// Edges cut where they meet, so that they share ends and nothing else.

internal import KGeoCore

/// Edges between numbered places that meet at their ends only, up to the rounding of their crossings.
struct Noding {
    /// An edge from one place to another.
    struct Edge {
        var from, to: Int32
        /// Label left of the way, less the label right of it; never 0.
        var weight: Int32
        /// What of it the earlier surface gives it.
        var earlier: Int32
    }

    private(set) var places: [Coordinate] = []
    private(set) var edges: [Edge] = []
    /// For each edge of the earlier surface that was cut, the pieces there and the edge back, so that its signed area is
    /// what the cutting adds.
    private(set) var slivers: [Ring] = []

    /// The edges as drawn between their places.
    var drawn: [PlanarEdge] {
        edges.map {
            PlanarEdge(
                places[Int($0.from)], places[Int($0.to)], weight: $0.weight, earlier: $0.earlier)
        }
    }

    private struct Cut {
        var edge: Int32
        /// How far along the edge, in degrees².
        var along: Double
        var place: Coordinate
    }

    init(_ drawn: [PlanarEdge]) {
        var cuts: [Cut] = []
        func cut(_ edge: Int, at place: Coordinate) {
            let own = drawn[edge]
            guard place != own.a, place != own.b else { return }
            let along =
                (place.longitude - own.a.longitude) * (own.b.longitude - own.a.longitude)
                + (place.latitude - own.a.latitude) * (own.b.latitude - own.a.latitude)
            cuts.append(Cut(edge: Int32(truncatingIfNeeded: edge), along: along, place: place))
        }
        BoxTree(drawn).forEachPair { i, j in
            switch Meeting.of(drawn[i], drawn[j]) {
            case .apart: break
            case .crossing(let place):
                let rounded = Coordinate(place.longitude + 0, place.latitude + 0)
                cut(i, at: rounded)
                cut(j, at: rounded)
            case .touching(let aOnOther, let bOnOther, let otherAOnOwn, let otherBOnOwn):
                if aOnOther { cut(j, at: drawn[i].a) }
                if bOnOther { cut(j, at: drawn[i].b) }
                if otherAOnOwn { cut(i, at: drawn[j].a) }
                if otherBOnOwn { cut(i, at: drawn[j].b) }
            }
            return true
        }
        cuts.sort { ($0.edge, $0.along) < ($1.edge, $1.along) }
        var builder = Builder(capacity: drawn.count + cuts.count)
        var next = 0
        for (i, edge) in drawn.enumerated() {
            var from = builder.number(of: edge.a)
            var chain = next < cuts.count && Int(cuts[next].edge) == i && edge.earlier != 0 ? [edge.a] : []
            while next < cuts.count, Int(cuts[next].edge) == i {
                let to = builder.number(of: cuts[next].place)
                builder.add(from, to, edge)
                if !chain.isEmpty { chain.append(cuts[next].place) }
                from = to
                next += 1
            }
            builder.add(from, builder.number(of: edge.b), edge)
            guard !chain.isEmpty else { continue }
            chain += [edge.b, edge.a]
            // Left of the way lies the inside where the earlier surface takes from the label.
            slivers.append(Ring(edge.earlier < 0 ? chain : chain.reversed()))
        }
        edges = builder.edges.filter { $0.weight != 0 }
        places = builder.places
        if edges.count < builder.edges.count { dropLonePlaces() }
    }

    /// Where edges that were drawn apart fell onto each other and cancelled, places are left that no edge has.
    private mutating func dropLonePlaces() {
        var number = [Int32](repeating: -1, count: places.count)
        var kept: [Coordinate] = []
        func keep(_ place: inout Int32) {
            if number[Int(place)] < 0 {
                number[Int(place)] = Int32(kept.count)
                kept.append(places[Int(place)])
            }
            place = number[Int(place)]
        }
        for i in edges.indices {
            keep(&edges[i].from)
            keep(&edges[i].to)
        }
        places = kept
    }

    /// Numbers places, and adds up the weights of edges between the same two.
    private struct Builder {
        var places: [Coordinate] = []
        var edges: [Edge] = []
        private var placeTable: NumberTable
        private var edgeTable: NumberTable

        init(capacity: Int) {
            places.reserveCapacity(capacity + 1)
            edges.reserveCapacity(capacity)
            placeTable = NumberTable(capacity: 2 * capacity)
            edgeTable = NumberTable(capacity: capacity)
        }

        mutating func number(of place: Coordinate) -> Int32 {
            let next = Int32(truncatingIfNeeded: places.count)
            let found = placeTable.find(Hash.of(place), orInsert: next) { places[Int($0)] == place }
            if found == next { places.append(place) }
            return found
        }

        mutating func add(_ from: Int32, _ to: Int32, _ edge: PlanarEdge) {
            guard from != to else { return }
            let (a, b, sign): (Int32, Int32, Int32) = from < to ? (from, to, 1) : (to, from, -1)
            let next = Int32(truncatingIfNeeded: edges.count)
            let key = UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
            let found = edgeTable.find(Hash.mix(0, key), orInsert: next) {
                edges[Int($0)].from == a && edges[Int($0)].to == b
            }
            if found == next {
                edges.append(
                    Edge(from: a, to: b, weight: sign * edge.weight, earlier: sign * edge.earlier))
            } else {
                edges[Int(found)].weight += sign * edge.weight
                edges[Int(found)].earlier += sign * edge.earlier
            }
        }
    }
}
