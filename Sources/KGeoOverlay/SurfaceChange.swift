// What one surface has and another has not: common edges first dropped, the rest laid over each other.

public import KGeoCore

/// The ground by which two surfaces differ.
public struct SurfaceChange: Hashable, Sendable {
    /// What the later surface has and the earlier one has not.
    public var gained: [Polygon]
    /// What the earlier surface has and the later one has not.
    public var lost: [Polygon]
    /// What cutting the earlier surface's edges where the later one's cross them adds to its area: rings whose signed
    /// areas (positive where they run anticlockwise) are added. Nothing with straight edges but rounding, since a cut
    /// leaves an edge where it was; on the ellipsoid the geodesics of the pieces are other lines.
    public var slivers: [Ring]

    /// The difference of two surfaces both ways, in the plane of longitude and latitude.
    ///
    /// Edges that both have cancel; what remains is cut where it crosses, and each face between the edges is gained,
    /// lost or neither by its label: +1 inside the later surface alone, −1 inside the earlier one alone. The cost is
    /// that of what changed, beside one look at every edge. Inside is told by the role of a ring, never by its winding;
    /// polygons of one surface may share edges.
    ///
    /// - Parameters: surfaces whose polygons are valid and do not overlap, longitudes continuous; for others, and where
    ///   the rounding of crossings leaves no drawing of a plane, the answer is nil, and another overlay has to do it.
    public init?(from old: [Polygon], to new: [Polygon]) {
        func count(_ polygons: [Polygon]) -> Int {
            polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.positions.count } }
        }
        var table = EdgeTable(capacity: count(old) + count(new))
        table.add(old, weight: -1, isEarlier: true)
        table.add(new, weight: 1)
        let remaining = table.remaining
        guard !remaining.isEmpty else {
            (gained, lost, slivers) = ([], [], [])
            return
        }
        // Numbers of half-edges have 32 bits.
        guard remaining.count < 1 << 28 else { return nil }
        var noding = Noding(remaining)
        var slivers = noding.slivers
        for _ in 0..<Self.rounds {
            if let arrangement = Arrangement(noding), let faces = Faces(arrangement) {
                gained = faces.polygons(of: 1)
                lost = faces.polygons(of: -1)
                self.slivers = slivers
                return
            }
            noding = Noding(noding.drawn)
            slivers += noding.slivers
        }
        return nil
    }

    /// How often edges are cut anew where rounded crossings have moved them across each other.
    private static let rounds = 3
}

/// The polygons of an arrangement.
private struct Faces {
    private var shells: [(label: Int32, shell: Ring, holes: [Ring])] = []

    /// Nil when a label is none of −1, 0 and 1.
    init?(_ arrangement: Arrangement) {
        var shellOf: [Int32: Int] = [:]
        for (number, cycle) in arrangement.cycles.enumerated() {
            guard abs(cycle.label) <= 1 else { return nil }
            guard !cycle.isOuter, cycle.label != 0 else { continue }
            let rings = Self.rings(arrangement.places(of: cycle), arrangement)
            guard let shell = rings.first(where: { PlanarArea.of($0) > 0 }) else { continue }
            shellOf[Int32(number)] = shells.count
            shells.append((cycle.label, Ring(shell), rings.filter { PlanarArea.of($0) < 0 }.map { Ring($0) }))
        }
        for cycle in arrangement.cycles where cycle.isOuter && cycle.label != 0 {
            let around = arrangement.surrounding[Int(cycle.component)]
            guard around >= 0, let shell = shellOf[around] else { return nil }
            let rings = Self.rings(arrangement.places(of: cycle), arrangement)
            shells[shell].holes += rings.filter { PlanarArea.of($0) < 0 }.map { Ring($0) }
        }
    }

    func polygons(of label: Int32) -> [Polygon] {
        shells.filter { $0.label == label }.map { Polygon(shell: $0.shell, holes: $0.holes) }
    }

    /// A walk that comes through a place twice is two rings that touch there.
    private static func rings(_ walk: [Int32], _ arrangement: Arrangement) -> [[Coordinate]] {
        var rings: [[Coordinate]] = []
        var path: [Int32] = []
        var seen: [Int32: Int] = [:]
        for place in walk + walk.prefix(1) {
            if let begin = seen[place] {
                let loop = path[begin...]
                if loop.count > 2 {
                    let corners = loop.map { arrangement.noding.places[Int($0)] }
                    rings.append(corners + corners.prefix(1))
                }
                for inner in loop { seen[inner] = nil }
                path.removeSubrange(begin...)
            }
            seen[place] = path.count
            path.append(place)
        }
        return rings
    }
}
