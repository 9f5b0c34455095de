// The buffer itself: short pieces of a shape widened in a plane of their own, and all of them united.

internal import GEOSKit
package import KGeoCore
internal import KGeoOverlay
internal import PROJKit
internal import SystemC

/// Widens a shape.
///
/// A piece of diameter w is replaced by its convex hull, which widened by d reaches too far by w²/8d at most:
/// where the hull's edge is, one of its ends is within w/2. So is every piece convex, GEOS has only to unite
/// them, and what it would simplify away in a buffer of its own (up to a hundredth of d) is kept. What GEOS gets at a
/// time hangs together: it looks for the shell of each hole among all shells.
package struct BufferPieces {
    private let ground: BufferGround
    private let metres: Double
    /// The greatest diameter of a piece, in m; an edge that is longer is a piece by itself.
    private let diameter: Double
    /// The greatest angle between neighbouring positions of an arc, in radians.
    private let angle: Double
    /// The width of the tiles that share a plane, in m.
    private let tile: Double

    /// The widest tile, in m.
    private static let widest = 200_000.0

    /// How fine all must be so that the parts of the error stay in it: 0.6 of it for hulls, which reach too
    /// far; 0.6 for arcs, which fall short; 0.2 for the plane, where a distance d at r from the centre is long
    /// by d·r²/6R²; 0.1 for what is straight in longitude and latitude.
    package init(_ ground: BufferGround) {
        self.ground = ground
        metres = abs(ground.metres)
        (diameter, angle, tile) = Self.fineness(metres: metres, error: ground.error)
    }

    static func fineness(
        metres: Double, error: Double
    ) -> (diameter: Double, angle: Double, tile: Double) {
        let part = error / metres
        return (
            metres * (8 * 0.6 * part).squareRoot(), min(.pi / 8, 2 * acos(1 - 0.6 * part)),
            min(widest, BufferGround.radius * (2 * 6 * 0.2 * part).squareRoot())
        )
    }

    /// The buffer, longitudes in the window.
    ///
    /// - Throws: `topology` when it goes all the way round; `geos` when GEOS fails.
    package func buffer() throws(Problem) -> [Polygon] {
        let pieces = ground.paths.flatMap(parted)
        var tiles: [Tile: [ArraySlice<Coordinate>]] = [:]
        for piece in pieces {
            guard let first = piece.first else { continue }
            tiles[Tile(of: first, width: tile), default: []].append(piece)
        }
        let context = try Context()
        var strips: [Polygon] = []
        for (tile, pieces) in tiles.sorted(by: { $0.key < $1.key }) {
            let plane = LocalPlane(centre: tile.centre)
            let convex = pieces.map { Polygon(shell: widened($0.map(plane.plane))) }
            for group in groups(convex) {
                for polygon in try Shape(polygons: group, in: context).unaryUnion().shape.polygons() {
                    strips.append(
                        Polygon(
                            rings: try polygon.rings.map { ring throws(Problem) in try onGlobe(ring, plane) })
                    )
                }
            }
        }
        do throws(Problem) { return try laid(strips) } catch {
            // On the globe a strip may cross itself where two of its arcs all but touch.
            let valid = try strips.map { strip throws(Problem) in
                try Shape(polygon: strip, in: context).makeValid(.linework).polygons()
            }
            return try laid(valid.flatMap(\.self))
        }
    }

    /// The strips put to the surfaces, or taken off them.
    private func laid(_ strips: [Polygon]) throws(Problem) -> [Polygon] {
        guard ground.metres > 0 else {
            return try ExactArrangement(layers: [ground.surfaces, strips]).polygons {
                $0.has(0) && !$0.has(1)
            }
        }
        return try ExactOverlay.union(ground.surfaces + strips).polygons
    }

    private struct Cell: Hashable {
        var x, y: Int
    }

    /// Pieces of a plane in groups of which none comes near another: those whose boxes lie in common cells of a grid.
    private func groups(_ pieces: [Polygon]) -> [[Polygon]] {
        let boxes = pieces.map { BoundingBox($0.rings[0].coordinates) }
        let sides = boxes.map { max($0.east - $0.west, $0.north - $0.south) }
        let cell = max(2 * metres + diameter, sides.reduce(0, +) / Double(max(1, sides.count)))
        var parents = Array(pieces.indices)
        func root(_ i: Int) -> Int {
            var i = i
            while parents[i] != i {
                parents[i] = parents[parents[i]]
                i = parents[i]
            }
            return i
        }
        var owners: [Cell: Int] = [:]
        for (i, box) in boxes.enumerated() {
            let (west, south) = (
                Int((box.west / cell).rounded(.down)), Int((box.south / cell).rounded(.down))
            )
            let (east, north) = (
                Int((box.east / cell).rounded(.down)), Int((box.north / cell).rounded(.down))
            )
            for x in west...east {
                for y in south...north {
                    let key = Cell(x: x, y: y)
                    if let owner = owners[key] { parents[root(i)] = root(owner) } else { owners[key] = i }
                }
            }
        }
        let roots = pieces.indices.map(root)
        var groups: [[Polygon]] = []
        var numbers: [Int: Int] = [:]
        for (piece, root) in zip(pieces, roots) {
            if let number = numbers[root] {
                groups[number].append(piece)
            } else {
                numbers[root] = groups.count
                groups.append([piece])
            }
        }
        return groups
    }

    /// A cell of a grid of about equal width everywhere.
    private struct Tile: Hashable, Comparable {
        let centre: Coordinate
        init(of place: Coordinate, width: Double) {
            let height = width / BufferGround.radius * 180 / .pi
            let latitude = ((place.latitude / height).rounded(.down) + 0.5) * height
            let middle = min(max(latitude, -89.9), 89.9)
            let across = height / cos(middle * .pi / 180)
            centre = Coordinate(((place.longitude / across).rounded(.down) + 0.5) * across, middle)
        }
        static func < (a: Tile, b: Tile) -> Bool {
            (a.centre.latitude, a.centre.longitude) < (b.centre.latitude, b.centre.longitude)
        }
    }

    /// A path in pieces that begin where the last ended.
    private func parted(_ path: [Coordinate]) -> [ArraySlice<Coordinate>] {
        guard path.count > 1 else { return [path[...]] }
        let perDegree = BufferGround.radius * .pi / 180
        var result: [ArraySlice<Coordinate>] = []
        var begin = 0
        while begin < path.count - 1 {
            var box = BoundingBox(path[begin...begin + 1])
            var end = begin + 1
            while end + 1 < path.count {
                box.insert(path[end + 1])
                let nearest = box.south <= 0 && box.north >= 0 ? 0 : min(abs(box.south), abs(box.north))
                let wide = (box.east - box.west) * cos(nearest * .pi / 180) * perDegree
                let high = (box.north - box.south) * perDegree
                guard wide * wide + high * high <= diameter * diameter else { break }
                end += 1
            }
            result.append(path[begin...end])
            begin = end
        }
        return result
    }

    /// The convex hull of places of the plane, widened: its edges moved outwards, arcs around its corners. A ring as
    /// GEOS takes it.
    private func widened(_ places: [PlanePoint]) -> Ring {
        let hull = ConvexHull.corners(places)
        var ring: [Coordinate] = []
        for (i, corner) in hull.enumerated() {
            let (before, after) = (hull[(i + hull.count - 1) % hull.count], hull[(i + 1) % hull.count])
            var from = 0.0
            var turn = 2 * Double.pi
            if hull.count > 1 {
                // The outward normals of the two edges, anticlockwise.
                from = atan2(before.x - corner.x, corner.y - before.y)
                let to = atan2(corner.x - after.x, after.y - corner.y)
                turn = to - from
                if turn < 0 { turn += 2 * .pi }
            }
            let steps = max(1, (turn / angle).rounded(.up))
            for step in stride(from: 0, through: steps, by: 1) {
                let direction = from + turn * step / steps
                let point = PlanePoint(
                    x: corner.x + metres * cos(direction), y: corner.y + metres * sin(direction))
                ring.append(point.planar)
            }
        }
        if let first = ring.first { ring.append(first) }
        return Ring(ring)
    }

    /// A ring of the plane, as GEOS gives it, on the globe, with positions added so that its edges may be drawn
    /// straight in longitude and latitude.
    private func onGlobe(_ ring: Ring, _ plane: LocalPlane) throws(Problem) -> Ring {
        var places: [Coordinate] = []
        var previous: (point: PlanePoint, globe: Coordinate)?
        for point in ring.coordinates.map({ PlanePoint(planar: $0) }) {
            let globe = plane.globe(point)
            if let previous {
                let dx = point.x - previous.point.x
                let dy = point.y - previous.point.y
                let latitude = max(abs(globe.latitude), abs(previous.globe.latitude))
                let step = BufferGround.step(latitude: latitude, error: ground.error)
                let pieces = min(((dx * dx + dy * dy).squareRoot() / step).rounded(.up), 10_000)
                for i in stride(from: 1, to: pieces, by: 1) {
                    let t = i / pieces
                    places.append(
                        plane.globe(
                            PlanePoint(x: previous.point.x + t * dx, y: previous.point.y + t * dy)))
                }
            }
            places.append(globe)
            previous = (point, globe)
        }
        if let first = places.first { places[places.count - 1] = first }
        guard let placed = ground.window.unwrapped(places) else { throw BufferGround.allRound }
        return Ring(placed)
    }
}
