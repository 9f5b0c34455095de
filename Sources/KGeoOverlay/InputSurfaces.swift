// Surfaces taken to the grid: their edges weighted by the role of their rings, and what the result is held against.

internal import KGeoCore

/// What was taken in: the edges, and of each ring and each layer what a check needs.
struct InputSurfaces {
    /// A ring that has an inside.
    struct RingEntry {
        var layer, polygon, ring: Int32
        /// Its bounds on the grid.
        var west, south, east, north: Int64
    }

    var store: EdgeStore
    private(set) var rings = ContiguousArray<RingEntry>()
    /// For each layer the area of its polygons, holes taken off, in square degrees.
    private(set) var areas: [CompensatedSum]
    /// For each layer the length of its rings, height and width of each edge added, in degrees.
    private(set) var spans: [Double]
    let layers: [[Polygon]]

    /// - Throws: `coordinate` for a place that is no number or more than 1,440 degrees from 0, naming the layer as
    ///   `feature`.
    init(
        _ layers: [[Polygon]], purpose: EdgeStore.Purpose, scale: GridScale = .standard
    ) throws(Problem) {
        self.layers = layers
        var (vertices, count) = (0, 0)
        for layer in layers {
            for polygon in layer {
                for ring in polygon.rings {
                    vertices += ring.positions.count
                }
                count += polygon.rings.count
            }
        }
        guard vertices < 1 << 28 else {
            throw Problem(
                .topology, "an overlay of \(vertices) vertices is more than can be laid at once",
                hint: "cut the surfaces into parts")
        }
        store = EdgeStore(layers: layers.count, vertices: vertices, purpose: purpose, scale: scale)
        areas = Array(repeating: CompensatedSum(), count: layers.count)
        spans = Array(repeating: 0, count: layers.count)
        rings.reserveCapacity(count)
        var walk = ContiguousArray<GridPoint>()
        for (layer, polygons) in layers.enumerated() {
            for (number, polygon) in polygons.enumerated() {
                for (role, ring) in polygon.rings.enumerated() {
                    do throws(Problem) {
                        try add(ring, layer, number, role, &walk)
                    } catch {
                        throw error.located {
                            ($0.feature, $0.part, $0.ring) = (layer, number, role)
                        }
                    }
                }
            }
        }
    }

    private mutating func add(
        _ ring: Ring, _ layer: Int, _ polygon: Int, _ role: Int, _ walk: inout ContiguousArray<GridPoint>
    ) throws(Problem) {
        let places = ring.positions.coordinates
        guard places.count > 3, let first = places.first, let origin = store.scale.point(first) else {
            if let bad = places.firstIndex(where: { store.scale.point($0) == nil }) { throw Self.beyond(bad) }
            return
        }
        walk.removeAll(keepingCapacity: true)
        walk.reserveCapacity(places.count + 1)
        var entry = RingEntry(
            layer: Int32(truncatingIfNeeded: layer), polygon: Int32(truncatingIfNeeded: polygon),
            ring: Int32(truncatingIfNeeded: role), west: origin.x, south: origin.y, east: origin.x,
            north: origin.y)
        var twice: Int128 = 0
        var span = 0.0
        var previous = origin
        let scale = store.scale
        walk.append(origin)
        // Where a place of the walk stands in the ring, less where it stands in the walk, from a place on.
        var skips: [(from: Int, count: Int)] = []
        for i in 1..<places.count {
            guard let point = scale.point(places[i]) else { throw Self.beyond(i) }
            if point == previous {
                skips.append((walk.count, i + 1 - walk.count))
                continue
            }
            // The sum may overflow on its way and is right in the end.
            twice &+= Grid.side(origin, previous, point)
            span += scale.span(previous, point)
            entry.west = min(entry.west, point.x)
            entry.east = max(entry.east, point.x)
            entry.south = min(entry.south, point.y)
            entry.north = max(entry.north, point.y)
            walk.append(point)
            previous = point
        }
        // A ring that is not closed is closed.
        if previous != origin { walk.append(origin) }
        guard walk.count > 1 else { return }
        let isAnticlockwise = twice > 0
        let unit = store.covers.unit(layer)
        store.add(
            walk,
            as: { at in
                let skipped = skips.isEmpty ? 0 : skips.last { $0.from <= at }?.count ?? 0
                return at + skipped < places.count ? places[at + skipped] : first
            }, weight: isAnticlockwise == (role == 0) ? unit : -unit)
        let area = scale.squareDegrees(twice: isAnticlockwise ? twice : -twice)
        areas[layer].add(role == 0 ? area : -area)
        spans[layer] += span
        rings.append(entry)
    }

    /// The large layers of which no two edges meet but where one follows the other, as a quick look tells. Where most edges
    /// have cancelled, or there is one layer alone, that is not worth a look.
    var apart: Set<Int> {
        guard layers.count > 1 else { return [] }
        var alive = 0
        for edge in store.edges.indices where store.isAlive(edge) { alive += 1 }
        let counts = layers.map { $0.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.positions.count } } }
        let total = counts.reduce(0, +)
        guard total > 256, 2 * alive > total else { return [] }
        var result: Set<Int> = []
        for (layer, count) in counts.enumerated() where 8 * count > total {
            // On the grid doubles hold every place, so that what is told of these holds for it.
            let polygons =
                store.isOnGrid
                ? layers[layer]
                : layers[layer].map { polygon in
                    Polygon(
                        rings: polygon.rings.map { ring in
                            Ring(
                                ring.coordinates.map { place in
                                    store.scale.point(place).map(store.scale.coordinate) ?? place
                                })
                        })
                }
            if case .clean = QuickLook.look(polygons) { result.insert(layer) }
        }
        return result
    }

    private static func beyond(_ vertex: Int) -> Problem {
        var place = Problem.Place()
        place.vertex = vertex
        return Problem(
            .coordinate,
            "a coordinate that is no number or more than 1,440 degrees from 0 cannot be laid over others",
            at: place)
    }
}

/// A sum of doubles with the error of each addition kept (Neumaier 1974).
struct CompensatedSum: Sendable {
    private var sum = 0.0
    private var error = 0.0

    var value: Double { sum + error }

    mutating func add(_ term: Double) {
        let next = sum + term
        error += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }
}
