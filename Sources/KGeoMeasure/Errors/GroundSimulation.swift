// Outlines displaced by many fields drawn at random: how far areas may be off where no formula holds, and a check
// of the formula where it does.

public import KGeoCore
internal import PROJKit
internal import SystemC

/// The areas of some grounds when their outlines are displaced by many fields in the plane.
///
/// A place belongs to the displaced ground when its distance from the drawn outline, negative inside, is below the
/// displacement at the nearest place of that outline. So two sides of a narrow ground cannot pass each other, a hole may
/// close, and detail smaller than the displacement is lost. All grounds lie in the same field.
public struct GroundSimulation: Sendable {
    /// How many fields are drawn where an interval needs them.
    public static let defaultFields = 1_000
    /// The seed of the first field.
    public static let defaultSeed: UInt64 = 20_240_806

    /// By how much the area of each ground changes in each field, in m²; by ground, then by field.
    public private(set) var changes: [[Double]] = []
    /// The same where every σ is smaller by each of some factors, in the same fields; by factor, ground, field.
    public private(set) var changesOfSmaller: [[[Double]]] = []

    /// Displaces outlines.
    ///
    /// - Parameters:
    ///   - grounds: the outlines, one list of rings per ground; holes by winding number, so in any direction.
    ///   - correlationLength: of the line, in m.
    ///   - makerCorrelationLength: of the mapmaker's part, in m.
    ///   - smaller: factors on every σ, below 1, for which changes are wanted too.
    ///   - fields: how many, positive.
    ///   - seed: of the random numbers; one seed gives the same fields on every run.
    public init(
        _ grounds: [[OutlineError.OutlineRing]], correlationLength: Double,
        makerCorrelationLength: Double = OutlineError.makerCorrelationLength, smaller: [Double] = [],
        fields: Int = GroundSimulation.defaultFields, seed: UInt64 = GroundSimulation.defaultSeed
    ) {
        let plane = EqualAreaPlane(around: grounds.joined().map(\.start))
        let bands = grounds.map { OutlineBand($0, plane) }
        let outlines = bands.map { band in band.samples.map(\.place) }
        let line = OutlineField(
            outlines, sigmas: bands.map { $0.samples.map(\.sigma) }, correlationLength: correlationLength)
        let maker = OutlineField(
            outlines, sigmas: bands.map { $0.samples.map(\.makerSigma) },
            correlationLength: makerCorrelationLength)
        var numbers = SeededNumbers(seed: seed)
        changes = grounds.map { _ in [] }
        changesOfSmaller = smaller.map { _ in changes }
        var displacements = bands.map { [Double](repeating: 0, count: $0.samples.count) }
        for _ in 0..<max(0, fields) {
            for i in displacements.indices {
                for k in displacements[i].indices { displacements[i][k] = 0 }
            }
            line?.displace(&displacements, &numbers)
            maker?.displace(&displacements, &numbers)
            for (i, band) in bands.enumerated() {
                changes[i].append(band.change(displacements[i]))
                for (k, factor) in smaller.enumerated() {
                    changesOfSmaller[k][i].append(band.change(displacements[i], times: factor))
                }
            }
        }
    }

    /// Between which the middle 95 % of some changes lie.
    public static func middle95(_ changes: [Double]) -> Interval {
        let sorted = changes.sorted()
        guard let first = sorted.first else { return Interval(0, 0) }
        func quantile(_ q: Double) -> Double {
            let at = q * Double(sorted.count - 1)
            let low = Int(at)
            let high = min(low + 1, sorted.count - 1)
            return sorted[low] + (at - Double(low)) * (sorted[high] - sorted[low])
        }
        return sorted.count == 1 ? Interval(first, first) : Interval(quantile(0.025), quantile(0.975))
    }
}

/// Lambert's azimuthal equal-area plane on the authalic sphere.
private struct EqualAreaPlane {
    private let longitude, sine, cosine: Double
    private static let radius = 6_371_007.1809

    init(around places: [Coordinate]) {
        var box = BoundingBox()
        let first = places.first?.longitude ?? 0
        for place in places {
            box.insert(Coordinate(first + Longitude.step(first, place.longitude), place.latitude))
        }
        let latitude = box.isEmpty ? 0 : (box.south + box.north) / 2 * .pi / 180
        longitude = box.isEmpty ? 0 : (box.west + box.east) / 2
        sine = sin(latitude)
        cosine = cos(latitude)
    }

    /// The area inside a ring, in m², with the sign of its direction.
    func area(of ring: OutlineError.OutlineRing) -> Double {
        let start = point(ring.start)
        var (sum, from) = (0.0, start)
        for edge in ring.edges {
            let to = point(edge.end)
            sum += (from.x - start.x) * (to.y - start.y) - (to.x - start.x) * (from.y - start.y)
            from = to
        }
        return sum / 2
    }

    func point(_ place: Coordinate) -> (x: Double, y: Double) {
        let l = Longitude.step(longitude, place.longitude) * .pi / 180
        let (s, c) = (sin(place.latitude * .pi / 180), cos(place.latitude * .pi / 180))
        let k = Self.radius * (2 / max(1e-9, 1 + sine * s + cosine * c * cos(l))).squareRoot()
        return (k * c * sin(l), k * (cosine * s - sine * c * cos(l)))
    }
}

/// The ground near an outline in small cells: each belongs to the nearest sample of the outline.
private struct OutlineBand: Sendable {
    struct Sample: Sendable {
        var place: EdgeIndex.Vector
        var x, y: Double
        /// σ of the line and of the mapmaker's part, in m.
        var sigma, makerSigma: Double
    }

    /// Displacements beyond this many standard deviations do not come up.
    private static let reach = 4.5
    /// Bins of distance on either side of an outline: as many at least and at most, and so many on all samples together.
    private static let fewestBins = 48
    private static let mostBins = 480
    private static let mostBinsOfAll = 4_000_000
    /// As many cells are looked at, at most; wider outlines get larger ones.
    private static let mostCells = 4_000_000.0

    private(set) var samples: [Sample] = []
    /// Of narrow ground more, an eighth of its width each, so that a small displacement loses no more of it than it should.
    private var bins = OutlineBand.fewestBins
    /// By sample and bin: by how much the area grows when the outline moves out to the end of the bin.
    private var growth: [Double] = []
    private var width: [Double] = []

    init(_ rings: [OutlineError.OutlineRing], _ plane: EqualAreaPlane) {
        var (sum, length, most, area) = (0.0, 0.0, 0.0, 0.0)
        var perimeters: [Double] = []
        for ring in rings {
            var from = ring.start
            area += abs(plane.area(of: ring))
            let before = length
            for edge in ring.edges {
                let metres = EdgeIndex.Vector(from).chord(to: EdgeIndex.Vector(edge.end))
                let sigma = Self.total(edge)
                (sum, length, most) = (sum + metres * sigma, length + metres, max(most, sigma))
                from = edge.end
            }
            perimeters.append(length - before)
        }
        guard length > 0, sum > 0 else { return }
        // Around a ring that is small beside its displacements lies a circle, however short it is.
        let reach = Self.reach * most
        let circles = perimeters.reduce(0) { $0 + ($1 < 2 * .pi * reach ? .pi * reach * reach : 0) }
        // Cells of a quarter of the mean σ, and of the width of narrow ground, or as large as their number allows.
        let cell = max(
            min(sum, area) / length / 4, (length * 2 * reach / Self.mostCells).squareRoot(),
            min(sum / length / 4, ((length * 2 * reach + circles) / Self.mostCells).squareRoot()))
        for ring in rings {
            var from = ring.start
            for edge in ring.edges {
                add(from, edge, spacing: cell, plane)
                from = edge.end
            }
        }
        let wanted = reach * length / max(area, 1) * 8
        let allowed = min(Self.mostBins, Self.mostBinsOfAll / max(1, samples.count))
        bins = max(Self.fewestBins, Int(min(wanted, Double(allowed))))
        fill(rings, plane, cell: cell)
    }

    private static func total(_ edge: OutlineError.Edge) -> Double {
        (edge.sigma * edge.sigma + edge.makerSigma * edge.makerSigma).squareRoot()
    }

    private mutating func add(
        _ from: Coordinate, _ edge: OutlineError.Edge, spacing: Double, _ plane: EqualAreaPlane
    ) {
        let (a, b) = (EdgeIndex.Vector(from), EdgeIndex.Vector(edge.end))
        let count = max(1, Int((a.chord(to: b) / spacing).rounded(.up)))
        let (p, q) = (plane.point(from), plane.point(edge.end))
        for k in 0..<count {
            let t = (Double(k) + 0.5) / Double(count)
            samples.append(
                Sample(
                    place: a.towards(b, share: t), x: p.x + t * (q.x - p.x), y: p.y + t * (q.y - p.y),
                    sigma: edge.sigma, makerSigma: edge.makerSigma))
        }
    }

    private func reach(_ sample: Sample) -> Double {
        Self.reach
            * (sample.sigma * sample.sigma + sample.makerSigma * sample.makerSigma).squareRoot()
    }

    private mutating func fill(
        _ rings: [OutlineError.OutlineRing], _ plane: EqualAreaPlane, cell: Double
    ) {
        let most = samples.reduce(0) { max($0, reach($1)) }
        guard let west = samples.map(\.x).min(), let east = samples.map(\.x).max(),
            let south = samples.map(\.y).min(), let north = samples.map(\.y).max()
        else { return }
        let (x0, y0) = (west - most - cell, south - most - cell)
        let columns = Int((east + most + cell - x0) / cell) + 1
        let rows = Int((north + most + cell - y0) / cell) + 1
        width = samples.map { max(reach($0) / Double(bins), cell / 1e3) }
        growth = [Double](repeating: 0, count: samples.count * 2 * bins)
        // By row, so that a wide outline needs no room for all its cells at once.
        var byRow: [[Int]] = Array(repeating: [], count: rows)
        for (i, sample) in samples.enumerated() {
            let own = reach(sample)
            let low = max(0, Int((sample.y - own - y0) / cell))
            let high = min(rows - 1, Int((sample.y + own - y0) / cell))
            for row in low...max(low, high) { byRow[row].append(i) }
        }
        let crossings = Crossings(rings, plane)
        var nearest = [Int](repeating: -1, count: columns)
        var squares = [Double](repeating: .infinity, count: columns)
        for row in 0..<rows where !byRow[row].isEmpty {
            let y = y0 + (Double(row) + 0.5) * cell
            var (first, last) = (columns, -1)
            for i in byRow[row] {
                let sample = samples[i]
                let (own, dy) = (reach(sample), sample.y - y)
                guard own > abs(dy) else { continue }
                let half = (own * own - dy * dy).squareRoot()
                let low = max(0, Int((sample.x - half - x0) / cell))
                let high = min(columns - 1, Int((sample.x + half - x0) / cell))
                guard low <= high else { continue }
                (first, last) = (min(first, low), max(last, high))
                for column in low...high {
                    let dx = x0 + (Double(column) + 0.5) * cell - sample.x
                    let square = dx * dx + dy * dy
                    if square < squares[column] {
                        squares[column] = square
                        nearest[column] = i
                    }
                }
            }
            guard first <= last else { continue }
            var inside = crossings.row(at: y)
            for column in first...last where nearest[column] >= 0 {
                let i = nearest[column]
                let isInside = inside.holds(x0 + (Double(column) + 0.5) * cell)
                count(i, squares[column].squareRoot(), isInside: isInside, cell * cell)
                nearest[column] = -1
                squares[column] = .infinity
            }
        }
        accumulate()
    }

    private mutating func count(_ i: Int, _ distance: Double, isInside: Bool, _ area: Double) {
        let bin = min(bins - 1, Int(distance / width[i]))
        growth[i * 2 * bins + (isInside ? bins - 1 - bin : bins + bin)] += area
    }

    /// From areas by bin to areas up to the end of each bin: outward they are gained, inward lost.
    private mutating func accumulate() {
        for i in samples.indices {
            let base = i * 2 * bins
            var sum = 0.0
            for bin in bins..<2 * bins {
                sum += growth[base + bin]
                growth[base + bin] = sum
            }
            sum = 0
            for bin in stride(from: bins - 1, through: 0, by: -1) {
                sum -= growth[base + bin]
                growth[base + bin] = sum
            }
        }
    }

    /// By how much the area grows when each sample is displaced by some factor of what is given, in m².
    func change(_ displacements: [Double], times factor: Double = 1) -> Double {
        var sum = 0.0
        for (i, whole) in displacements.enumerated() where whole != 0 {
            let displacement = whole * factor
            let base = i * 2 * bins
            let at = min(abs(displacement) / width[i], Double(bins))
            let full = min(Int(at), bins - 1)
            let isOut = displacement > 0
            func value(_ bin: Int) -> Double {
                bin < 0 ? 0 : growth[base + (isOut ? bins + bin : bins - 1 - bin)]
            }
            let low = value(full - 1)
            sum += low + (at - Double(full)) * (value(full) - low)
        }
        return sum
    }
}

/// Where rows cross the rings, for telling inside from outside.
private struct Crossings {
    private let edges: [(ax: Double, ay: Double, bx: Double, by: Double)]
    private var sorted: [Int] = []
    private var next = 0
    private var open: [Int] = []

    init(_ rings: [OutlineError.OutlineRing], _ plane: EqualAreaPlane) {
        var edges: [(ax: Double, ay: Double, bx: Double, by: Double)] = []
        for ring in rings {
            var from = plane.point(ring.start)
            for edge in ring.edges {
                let to = plane.point(edge.end)
                if from.y != to.y {
                    edges.append(
                        from.y < to.y ? (from.x, from.y, to.x, to.y) : (to.x, to.y, from.x, from.y))
                }
                from = to
            }
        }
        edges.sort { $0.ay < $1.ay }
        self.edges = edges
    }

    struct Row {
        var places: [Double]
        private var at = 0
        init(places: [Double]) { self.places = places }
        /// Whether a place lies inside; places come from west to east.
        mutating func holds(_ x: Double) -> Bool {
            while at < places.count, places[at] <= x { at += 1 }
            return at % 2 == 1
        }
    }

    func row(at y: Double) -> Row {
        var places: [Double] = []
        for edge in edges {
            if edge.ay > y { break }
            if edge.by > y {
                places.append(edge.ax + (y - edge.ay) / (edge.by - edge.ay) * (edge.bx - edge.ax))
            }
        }
        return Row(places: places.sorted())
    }
}
