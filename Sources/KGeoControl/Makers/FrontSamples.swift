// The outline of a ground away from borders and coasts, as lines with even places on them.

internal import KGeoCore
internal import KGeoSurface

/// Even places along the front of a ground.
struct FrontSamples {
    /// A place, in the middle of a stretch of the spacing's length.
    struct Sample {
        var point: PlanePoint
        var place: Coordinate
        /// The number of the line it is on.
        var line: Int
    }

    private(set) var samples: [Sample] = []
    private let grid: PlaneGrid
    /// How many squares away from each the nearest place is; empty where none is in reach of anything.
    private let steps: [Int]
    private let reach: Double

    private static let size = 1_000.0

    /// The lines of an outline inside a mask.
    ///
    /// - Parameters:
    ///   - mask: where an outline is front; nil: everywhere.
    ///   - spacing: the distance between places along a line, in m.
    ///   - shortest: lines shorter than this, in m, are left out.
    ///   - reach: how far from a place something may lie and still belong to it, in m.
    init(
        _ ground: [Polygon], in plane: EqualAreaPlane, mask: InsetMask?, spacing: Double, shortest: Double,
        reach: Double
    ) {
        var samples: [Sample] = []
        var number = 0
        let rings = ground.flatMap(\.rings)
        let knots = Self.knots(rings)
        for ring in rings {
            for line in Self.lines(ring.coordinates, plane, mask, knots) {
                let places = line.places(spacing: spacing)
                guard line.metres >= shortest, !places.isEmpty else { continue }
                samples += places.map { Sample(point: $0.point, place: $0.place, line: number) }
                number += 1
            }
        }
        self.samples = samples
        self.reach = reach
        grid = PlaneGrid(size: Self.size, boxes: samples.compactMap { PlaneGrid.Box([$0.point]) })
        steps = reach > 0 && !samples.isEmpty ? grid.steps() : []
    }

    /// The nearest place within reach.
    func nearest(to point: PlanePoint) -> Int? {
        guard !steps.isEmpty else { return nil }
        let (column, row) = grid.square(point)
        let most = Int((reach / grid.size).rounded(.up)) + 1
        // Nothing lies in nearer squares; outside of the grid nothing does up to its edge.
        let start =
            grid.has(column, row)
            ? steps[row * grid.columns + column]
            : max(-column, column - grid.columns + 1, -row, row - grid.rows + 1)
        guard start <= most else { return nil }
        var best: (number: Int, squared: Double)?
        func look(_ x: Int, _ y: Int) {
            guard grid.has(x, y) else { return }
            for number in grid.things(x, y) {
                let (dx, dy) = (
                    samples[Int(number)].point.x - point.x, samples[Int(number)].point.y - point.y
                )
                let squared = dx * dx + dy * dy
                if squared < best?.squared ?? (reach * reach) { best = (Int(number), squared) }
            }
        }
        // Squares in rings around the place: those of ring r + 1 are more than r squares away.
        for r in start...most {
            if r == 0 {
                look(column, row)
            } else {
                for x in column - r...column + r {
                    look(x, row - r)
                    look(x, row + r)
                }
                for y in row - r + 1..<row + r {
                    look(column - r, y)
                    look(column + r, y)
                }
            }
            let done = Double(r) * grid.size
            if let best, best.squared <= done * done { break }
        }
        return best?.number
    }

    /// A line on the globe and in the plane.
    private struct Line {
        var places: [(point: PlanePoint, place: Coordinate)]
        var metres: Double {
            zip(places, places.dropFirst()).reduce(0) { $0 + $1.0.point.distance(to: $1.1.point) }
        }

        /// Places at half the spacing, one and a half and so on from its beginning.
        func places(spacing: Double) -> [(point: PlanePoint, place: Coordinate)] {
            let count = Int(metres / spacing)
            var result: [(point: PlanePoint, place: Coordinate)] = []
            result.reserveCapacity(count)
            var passed = 0.0
            for (a, b) in zip(places, places.dropFirst()) {
                let length = a.point.distance(to: b.point)
                while result.count < count {
                    let at = (Double(result.count) + 0.5) * spacing - passed
                    guard at <= length, length > 0 else { break }
                    result.append(FrontSamples.between(a, b, at / length))
                }
                passed += length
            }
            return result
        }
    }

    private static func between(
        _ a: (point: PlanePoint, place: Coordinate), _ b: (point: PlanePoint, place: Coordinate), _ t: Double
    ) -> (point: PlanePoint, place: Coordinate) {
        (
            PlanePoint(
                x: a.point.x + t * (b.point.x - a.point.x), y: a.point.y + t * (b.point.y - a.point.y)),
            Coordinate(
                a.place.longitude + t * Longitude.step(a.place.longitude, b.place.longitude),
                a.place.latitude + t * (b.place.latitude - a.place.latitude))
        )
    }

    /// The mask is asked at steps of this length along an edge, in m.
    private static let step = 250.0

    /// Where an outline touches itself: which way a front goes on there nobody has drawn, so a line ends.
    private static func knots(_ rings: [Ring]) -> Set<Coordinate> {
        var seen: Set<Coordinate> = []
        return Set(rings.flatMap { $0.coordinates.dropLast() }.filter { !seen.insert($0).inserted })
    }

    /// The parts of a ring inside the mask, each without a gap, that touch the outline nowhere but at their ends.
    private static func lines(
        _ ring: [Coordinate], _ plane: EqualAreaPlane, _ mask: InsetMask?, _ knots: Set<Coordinate>
    ) -> [Line] {
        var ring = ring
        if let knot = ring.firstIndex(where: knots.contains), knot > 0 {
            // From a knot to a knot.
            ring = Array(ring[knot...] + ring[1...knot])
        }
        return parts(ring, plane, mask).flatMap { line -> [Line] in
            guard !knots.isEmpty else { return [line] }
            var lines: [Line] = []
            var places: [(point: PlanePoint, place: Coordinate)] = []
            for (i, node) in line.places.enumerated() {
                places.append(node)
                guard i > 0, i < line.places.count - 1, knots.contains(node.place) else { continue }
                lines.append(Line(places: places))
                places = [node]
            }
            return lines + [Line(places: places)]
        }
    }

    /// The parts of a ring inside the mask, each without a gap.
    private static func parts(_ ring: [Coordinate], _ plane: EqualAreaPlane, _ mask: InsetMask?) -> [Line] {
        let corners = ring.map { (point: plane.plane($0), place: $0) }
        guard let mask else { return [Line(places: corners)] }
        var nodes: [(point: PlanePoint, place: Coordinate)] = []
        for (a, b) in zip(corners, corners.dropFirst()) {
            let count = max(1, Int((a.point.distance(to: b.point) / step).rounded(.up)))
            for k in 0..<count { nodes.append(between(a, b, Double(k) / Double(count))) }
        }
        let isIn = nodes.map { mask.contains($0.point) }
        guard let out = isIn.firstIndex(of: false) else { return [Line(places: corners)] }
        var lines: [Line] = []
        var line: [(point: PlanePoint, place: Coordinate)] = []
        for k in 0..<nodes.count {
            let (i, j) = ((out + k) % nodes.count, (out + k + 1) % nodes.count)
            if isIn[i] { line.append(nodes[i]) }
            guard isIn[i] != isIn[j] else { continue }
            // Where the line passes the mask's edge, to a foot.
            var (low, high) = (0.0, 1.0)
            for _ in 0..<10 {
                let middle = (low + high) / 2
                let isInThere = mask.contains(between(nodes[i], nodes[j], middle).point)
                if isInThere == isIn[i] { low = middle } else { high = middle }
            }
            line.append(between(nodes[i], nodes[j], low))
            if isIn[i] {
                lines.append(Line(places: line))
                line = []
            }
        }
        return lines
    }
}
