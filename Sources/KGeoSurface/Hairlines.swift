// Cracks as thin as a hair in a ground: ground on both sides, and no outline.

package import KGeoCore
internal import KGeoMeasure

/// Cracks in a ground that are narrower than a tolerance, such as a corner rounded to a centimetre leaves on a line that
/// two parts share. They are followed from their inner end, or from a place where rings touch, for as long as both sides
/// stay together.
package struct Hairlines {
    /// How wide a crack may be, in m.
    package static let tolerance = 1.0

    /// The rings of the outline without the cracks, each as a polygon: for the outline alone, never for its area.
    package let outline: [Polygon]
    /// How many cracks there are.
    package let count: Int
    /// Their area in m².
    package let squareMetres: Double
    /// What the outline encloses, cracks and all, and its length; nil without cracks.
    package let enclosed: AreaMeasurement?

    /// Looks for cracks.
    ///
    /// - Parameters:
    ///   - polygons: valid ones that do not overlap; longitudes continuous.
    ///   - touching: places where rings may touch; others are not looked at for that.
    package init(
        _ polygons: [Polygon], touching: Set<Coordinate> = [], tolerance: Double = Self.tolerance
    ) {
        var cracks = Cracks(polygons, tolerance: tolerance)
        cracks.followTips()
        cracks.followTouches(touching)
        count = cracks.count
        squareMetres = cracks.squareMetres
        guard count > 0 else {
            (outline, enclosed) = (polygons, nil)
            return
        }
        outline = cracks.outline
        var enclosed = AreaMeasurement()
        for ring in outline {
            let own = Measuring.area(of: ring)
            let sign = PlanarTurn.twice(ring.rings[0].coordinates) > 0 ? 1.0 : -1
            enclosed.geodesicSquareMetres += sign * own.geodesicSquareMetres
            enclosed.lonlatSquareMetres += sign * own.lonlatSquareMetres
            enclosed.perimeterMetres += own.perimeterMetres
        }
        self.enclosed = enclosed
    }
}

/// The edges of rings, and which of them are sides of cracks.
private struct Cracks {
    /// With the ground on the left. An edge has the number of the place where it begins.
    private var places: [Coordinate] = []
    private var next: [Int32] = []
    private var before: [Int32] = []
    private let tolerance: Double

    private var isGone: [Bool] = []
    /// Where what is left of an edge begins and ends, and which edge comes after it.
    private var begins: [Int: Coordinate] = [:]
    private var ends: [Int: Coordinate] = [:]
    private var follows: [Int: Int] = [:]
    /// For an edge that is gone from its beginning on, where rings touch: the one that leaves there instead.
    private var departs: [Int: Int] = [:]

    private(set) var count = 0
    private(set) var squareMetres = 0.0

    init(_ polygons: [Polygon], tolerance: Double) {
        self.tolerance = tolerance
        for polygon in polygons {
            for (role, ring) in polygon.rings.enumerated() {
                let drawn = ring.coordinates
                guard drawn.count > 3 else { continue }
                let first = places.count
                let isForward = (PlanarTurn.twice(drawn) > 0) == (role == 0)
                func add(_ place: Coordinate) {
                    if places.count == first || places[places.count - 1] != place { places.append(place) }
                }
                if isForward { drawn.forEach(add) } else { drawn.reversed().forEach(add) }
                if places.count - first > 1, places[places.count - 1] == places[first] { places.removeLast() }
                for i in first..<places.count {
                    next.append(Int32(i + 1 < places.count ? i + 1 : first))
                    before.append(Int32(i > first ? i - 1 : places.count - 1))
                }
            }
        }
    }

    private func after(_ i: Int) -> Int { Int(next[i]) }
    private func back(_ i: Int) -> Int { Int(before[i]) }

    // MARK: Ends

    /// Follows every crack from its inner end.
    mutating func followTips() {
        for i in places.indices {
            let (h, j) = (back(i), after(i))
            if CrackEnd.isEnd(places[h], places[i], places[i], places[j]) {
                follow(i, i)
            } else if CrackEnd.metres(places[i], places[j]) <= tolerance, h != after(j),
                CrackEnd.isEnd(places[h], places[i], places[j], places[after(j)])
            {
                // A blunt end: across, and back.
                follow(i, j)
            }
        }
    }

    /// Follows cracks from places where rings touch.
    mutating func followTouches(_ touching: Set<Coordinate>) {
        guard !touching.isEmpty else { return }
        var found: [Coordinate: [Int]] = [:]
        for (i, place) in places.enumerated() where touching.contains(place) {
            found[place, default: []].append(i)
        }
        // In the order of the outline, so that the answer is the same each time.
        for (i, place) in places.enumerated() {
            for j in found[place] ?? [] where j != i {
                if CrackEnd.isEnd(places[back(i)], place, place, places[after(j)]) { follow(i, j) }
            }
        }
    }

    // MARK: Sides

    /// Both sides of a crack as far as they have been followed: `a` back along one, `b` on along the other.
    private struct Sides {
        var a, b: Coordinate
        /// The places that come next on both.
        var i, j: Int
        var area = 0.0
        var length = 0.0
        /// Edges that have been passed whole.
        var gone: [Int] = []
    }

    /// Follows a crack outwards: one side backwards from a place, the other forwards.
    private mutating func follow(_ first: Int, _ second: Int) {
        var sides = Sides(a: places[first], b: places[second], i: back(first), j: after(second))
        if !isGone.isEmpty, isGone[sides.i] || isGone[second] { return }
        var isMet = false
        for _ in places.indices {
            guard advance(&sides) else {
                if !isMouth(sides) { return }
                break
            }
            isMet = sides.a == sides.b
            if isMet { break }
        }
        // A crack is twenty times as long as it is wide, and more.
        guard 80 * sides.area < sides.length * sides.length else { return }
        if isGone.isEmpty { isGone = Array(repeating: false, count: places.count) }
        guard sides.gone.allSatisfy({ !isGone[$0] }) else { return }
        for edge in sides.gone { isGone[edge] = true }
        let rest = back(sides.j)
        follows[sides.i] = rest
        if !isMet { (ends[sides.i], begins[rest]) = (sides.a, sides.b) }
        if places[first] != places[second] {
            isGone[first] = true
        } else if first != second {
            // Who comes to the place along the other ring goes on along the first.
            if follows[back(second)] == nil { follows[back(second)] = first }
            departs[second] = first
        }
        count += 1
        squareMetres += sides.area
    }

    /// The side that is nearer to its next place comes there, the other one beside it; false when that is too far off.
    private func advance(_ sides: inout Sides) -> Bool {
        let (endA, endB) = (places[sides.i], places[sides.j])
        let isBack =
            CrackEnd.way(sides.a, endA, at: sides.a.latitude).length
            <= CrackEnd.way(sides.b, endB, at: sides.a.latitude).length
        let (from, other, target) = isBack ? (sides.b, endB, endA) : (sides.a, endA, endB)
        func way(_ p: Coordinate, _ q: Coordinate) -> CrackEnd.Way { CrackEnd.way(p, q, at: target.latitude) }
        let (line, gap) = (way(from, other), way(from, target))
        let size = line.length
        let along = size > 0 ? (gap.x * line.x + gap.y * line.y) / (size * size) : 0
        let t = along > 1 - 1e-9 ? 1 : max(0, along)
        guard CrackEnd.Way(x: gap.x - t * line.x, y: gap.y - t * line.y).length <= tolerance else {
            return false
        }
        let stop =
            t == 1
            ? other
            : Coordinate(
                from.longitude + t * (other.longitude - from.longitude),
                from.latitude + t * (other.latitude - from.latitude))
        let (a, b) = isBack ? (target, stop) : (stop, target)
        let (p, q) = (way(sides.a, b), way(sides.b, a))
        sides.area += abs(p.x * q.y - p.y * q.x) / 2
        sides.length += way(isBack ? sides.a : sides.b, target).length + t * size
        (sides.a, sides.b) = (a, b)
        if isBack || t == 1 {
            sides.gone.append(sides.i)
            sides.i = back(sides.i)
        }
        if !isBack || t == 1 {
            sides.gone.append(back(sides.j))
            sides.j = after(sides.j)
        }
        return true
    }

    /// Whether both sides turn away from each other. Where they part slowly it is a crack only if it came from far.
    private func isMouth(_ sides: Sides) -> Bool {
        let (u, v) = (
            CrackEnd.way(sides.a, places[sides.i], at: sides.a.latitude),
            CrackEnd.way(sides.b, places[sides.j], at: sides.a.latitude)
        )
        let (cross, dot) = (abs(u.x * v.y - u.y * v.x), u.x * v.x + u.y * v.y)
        if dot <= 0 || cross >= dot * CrackEnd.angle { return sides.length > 0 }
        return 2 * CrackEnd.metres(sides.a, sides.b) <= CrackEnd.slope * sides.length
    }

    // MARK: What is left

    /// The rings of what is left.
    var outline: [Polygon] {
        var isDone = isGone
        var result: [Polygon] = []
        for start in places.indices where !isDone[start] {
            var ring: [Coordinate] = []
            var edge = start
            repeat {
                isDone[edge] = true
                ring.append(begins[edge] ?? places[edge])
                let end = ends[edge] ?? places[after(edge)]
                var then = follows[edge] ?? after(edge)
                var steps = 0
                while isGone[then], let other = departs[then], steps < 64 {
                    (then, steps) = (other, steps + 1)
                }
                if end != begins[then] ?? places[then] { ring.append(end) }
                edge = then
            } while !isDone[edge]
            if ring.count > 2 { result.append(Polygon(shell: Ring(ring + [ring[0]]))) }
        }
        return result
    }
}
