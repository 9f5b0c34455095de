// The buffer itself: short pieces of a shape widened in a plane of their own, and all of them united.

internal import GEOSKit
package import KGeoCore
internal import PROJKit
internal import SystemC

/// Widens a shape.
///
/// A piece of diameter w is replaced by its convex hull, which widened by d reaches too far by w²/8d at most:
/// where the hull's edge is, one of its ends is within w/2. So is every piece convex, GEOS has only to unite
/// them, and what it would simplify away in a buffer of its own (up to a hundredth of d) is kept.
package struct BufferPieces {
    private let ground: BufferGround
    private let metres: Double
    /// The greatest diameter of a piece, in m; an edge that is longer is a piece by itself.
    private let diameter: Double
    /// The greatest angle between neighbouring positions of an arc, in radians.
    private let angle: Double
    /// The width of the tiles that share a plane, in m.
    private let tile: Double

    /// The most positions that are handed to GEOS.
    private static let limit = 30_000_000.0
    /// The widest tile, in m.
    private static let widest = 200_000.0

    /// How fine all must be so that the parts of the error stay in it: 0.6 of it for hulls, which reach too
    /// far; 0.6 for arcs, which fall short; 0.2 for the plane, where a distance d at r from the centre is long
    /// by d·r²/6R²; 0.1 for what is straight in longitude and latitude.
    package init(_ ground: BufferGround) {
        self.ground = ground
        metres = abs(ground.metres)
        let part = ground.error / metres
        diameter = metres * (8 * 0.6 * part).squareRoot()
        angle = min(.pi / 8, 2 * acos(1 - 0.6 * part))
        tile = min(Self.widest, BufferGround.radius * (2 * 6 * 0.2 * part).squareRoot())
    }

    /// The buffer, longitudes in the window.
    ///
    /// - Throws: `topology` when it goes all the way round; `geos` when GEOS fails or the work is too much.
    package func buffer() throws(Problem) -> [Polygon] {
        let pieces = ground.paths.flatMap(parted)
        guard Double(pieces.count) * 2 * .pi / angle < Self.limit else {
            throw Problem(
                .geos, "so fine a buffer of so long a line is too much work",
                hint: "allow a larger tolerance")
        }
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
            let united = try Shape(polygons: convex, in: context).unaryUnion().shape.polygons()
            for polygon in united {
                strips.append(
                    Polygon(rings: try polygon.rings.map { ring throws(Problem) in try onGlobe(ring, plane) })
                )
            }
        }
        let surfaces = try Shape(polygons: ground.surfaces, in: context)
        let strip = try Shape(polygons: strips, in: context).unaryUnion().shape
        guard ground.metres > 0 else { return try surfaces.difference(strip).shape.polygons() }
        return ground.surfaces.isEmpty
            ? try strip.polygons() : try surfaces.union(strip).shape.polygons()
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
