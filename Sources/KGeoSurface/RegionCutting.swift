// Surfaces cut along the outlines of regions: what lies in each, what lies outside all, and along which lines.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoOverlay

/// The part of some polygons that lies in one region, or in none.
public struct RegionPiece: Hashable, Sendable {
    /// The region's number; nil for what lies outside all.
    public var region: Int?
    /// The part. Polygons that lie wholly in it are as they were drawn.
    public var polygons: [Polygon]
    /// The area of each of its polygons, where those of the polygons were given: the pieces of a polygon make it up.
    public var areas: [AreaMeasurement] = []
    /// The stretches of the region's outline along which polygons were cut; empty for what lies outside all.
    public var cuts: [LineString] = []
}

/// Polygons cut by regions.
public struct RegionCut: Hashable, Sendable {
    /// The parts: in the order of the regions, what lies outside all at the end. Regions without a part are left
    /// out.
    public var pieces: [RegionPiece]
    /// Slivers left out, and their area in m².
    public var sliverCount = 0
    /// The area of those slivers, in m².
    public var sliverSquareMetres = 0.0
}

/// Cuts polygons by regions, with edges straight in longitude and latitude.
public struct RegionCutter: Sendable {
    /// A piece that a cut leaves with less than this area, in m², is a sliver: the width of a hair along a line
    /// that two maps share.
    public static let sliver = 1.0

    private var regions: [DrawnSurface] = []
    private let index: BoxIndex
    /// Whether a region goes over the antimeridian.
    private let hasWide: Bool

    /// A cutter for regions, each of one or more polygons. Where regions overlap, the first takes the ground.
    ///
    /// - Throws: `topology` for a region that is not valid or goes around a pole, its place naming the region as
    ///   `feature`.
    public init(_ regions: [[Polygon]]) throws(Problem) {
        for (number, polygons) in regions.enumerated() {
            do throws(Problem) {
                let region = try DrawnSurface(polygons)
                for polygon in region.polygons {
                    guard let finding = try Topology.firstError(of: polygon) else { continue }
                    var place = Problem.Place()
                    place.coordinate = finding.place
                    throw Problem(
                        .topology, finding.message, at: place,
                        remedy: "\(.repair) makes it valid and says what that changes")
                }
                self.regions.append(region)
            } catch {
                throw error.located { $0.feature = number }
            }
        }
        index = BoxIndex(self.regions.map(\.box))
        hasWide = self.regions.contains(where: \.isWide)
    }

    /// The region in which a place lies or on whose outline; nil for none.
    public func region(of place: Coordinate) -> Int? {
        near(BoundingBox([place]), isWide: false).first { regions[$0].covers(place) }
    }

    /// The regions whose boxes meet one, some whole turn away where something goes over the antimeridian, in order.
    private func near(_ box: BoundingBox, isWide: Bool) -> [Int] {
        var found: [Int] = []
        for turn in isWide || hasWide ? DrawnSurface.turns : [0] {
            index.forEach(meeting: box.moved(by: turn)) { found.append($0) }
        }
        return found.count > 1 ? Set(found).sorted() : found
    }

    /// Cuts polygons, each of which must keep the rules of topology (rings may touch themselves). Pieces of what goes over
    /// the antimeridian end there (RFC 7946 §3.1.9).
    ///
    /// - Parameters:
    ///   - polygons: those that are cut.
    ///   - areas: of each of them, where the areas of pieces are wanted.
    /// - Throws: `topology` for a polygon that goes around a pole where a region may meet it, and when a check of the
    ///   overlay fails.
    public func cut(_ polygons: [Polygon], areas: [AreaMeasurement]? = nil) throws(Problem) -> RegionCut {
        let kept = polygons.indices.filter { !polygons[$0].rings.isEmpty }
        let (drawn, areas) = (kept.map { polygons[$0] }, areas.map { areas in kept.map { areas[$0] } })
        // What comes near a region is laid over all regions that anything comes near.
        var (crossing, met): ([Int], Set<Int>) = ([], [])
        var isWide = false
        for (i, polygon) in drawn.enumerated() {
            let surface = try DrawnSurface([polygon])
            let near = near(surface.box, isWide: surface.isWide)
            guard !near.isEmpty else { continue }
            crossing.append(i)
            met.formUnion(near)
            isWide = isWide || surface.isWide
        }
        let near = met.sorted()
        let division = try Division(
            crossing.map { drawn[$0] }, near.map { regions[$0].polygons },
            isWide: isWide || near.contains { regions[$0].isWide })
        var result = RegionCut(pieces: [])
        var pieces = regions.indices.map { RegionPiece(region: $0, polygons: []) }
        var outside = RegionPiece(region: nil, polygons: [])
        /// A polygon that lies wholly in a region, or in none.
        func place(_ i: Int, in piece: inout RegionPiece) {
            piece.polygons.append(drawn[i])
            if let areas { piece.areas.append(areas[i]) }
        }
        var next = 0
        for i in drawn.indices {
            guard next < crossing.count, crossing[next] == i else {
                place(i, in: &outside)
                continue
            }
            let share = division.shares[next]
            next += 1
            if let whole = share.whole {
                if whole == 0 { place(i, in: &outside) } else { place(i, in: &pieces[near[whole - 1]]) }
                continue
            }
            result.sliverCount += share.sliverCount
            result.sliverSquareMetres += share.sliverSquareMetres
            let own = areas.map { areas in
                PieceAreas.of(share.parts.map { PieceAreas($0.polygons) }, in: areas[i])
            }
            for (number, part) in share.parts.enumerated() {
                guard part.region > 0 else {
                    outside.polygons += part.polygons
                    outside.areas += own?[number] ?? []
                    continue
                }
                pieces[near[part.region - 1]].polygons += part.polygons
                pieces[near[part.region - 1]].areas += own?[number] ?? []
                pieces[near[part.region - 1]].cuts += part.cuts
            }
        }
        result.pieces = (pieces + [outside]).filter { !$0.polygons.isEmpty }
        return result
    }
}

/// A surface as it is drawn, or unwrapped where it goes over the antimeridian.
private struct DrawnSurface: Sendable {
    let polygons: [Polygon]
    let box: BoundingBox
    /// Whether it goes over the antimeridian: longitudes run on beyond 180, or an edge is taken the short way over it.
    let isWide: Bool

    /// - Throws: `topology` for a ring around a pole.
    init(_ polygons: [Polygon]) throws(Problem) {
        let drawn = polygons.filter { !$0.rings.isEmpty }
        isWide = drawn.lazy.flatMap(\.rings).contains { ring in
            let places = ring.coordinates
            return places.contains { abs($0.longitude) > 180 }
                || zip(places, places.dropFirst()).contains { abs($0.1.longitude - $0.0.longitude) > 180 }
        }
        if isWide {
            guard !drawn.contains(where: { $0.rings.contains(where: PlanarView.isPolar) }) else {
                throw Problem(
                    .topology, "a surface around a pole cannot be cut by regions",
                    hint: "cut it at the antimeridian (RFC 7946 §3.1.9) and try again")
            }
            self.polygons = drawn.map { PlanarView.unwrapped($0, near: 0) }
        } else {
            self.polygons = drawn
        }
        box = BoundingBox(self.polygons.lazy.flatMap(\.rings).flatMap(\.coordinates))
    }

    /// By how much, in degrees, one surface may be drawn elsewhere than another.
    static let turns = [-720.0, -360, 0, 360, 720]

    func covers(_ place: Coordinate) -> Bool {
        (isWide ? Self.turns : [0]).contains { turn in
            let moved = Coordinate(place.longitude + turn, place.latitude)
            return box.intersects(BoundingBox([moved]))
                && polygons.contains { ExactContainment.covers($0, moved) }
        }
    }
}

extension BoundingBox {
    fileprivate func moved(by turn: Double) -> BoundingBox {
        var moved = self
        moved.west += turn
        moved.east += turn
        return moved
    }
}

/// Polygons laid over regions: which part of each lies in which. Regions count from 1 here, 0 is outside all.
private struct Division {
    /// What becomes of one polygon.
    struct Share {
        /// A region that has all of it but slivers.
        var whole: Int?
        /// Its parts in more than one, by region, outside last.
        var parts: [(region: Int, polygons: [Polygon], cuts: [LineString])] = []
        var sliverCount = 0
        var sliverSquareMetres = 0.0

        /// - Parameter found: by region, outside last.
        init(_ found: [(region: Int, parts: [Part], cuts: [LineString])]) {
            let real = found.filter { !$0.parts.allSatisfy(\.isSliver) }
            guard real.count > 1 else {
                whole = (real.first ?? found.first)?.region ?? 0
                return
            }
            for sliver in found.flatMap(\.parts) where sliver.isSliver {
                sliverCount += 1
                sliverSquareMetres += sliver.squareMetres
            }
            parts = real.map { ($0.region, $0.parts.filter { !$0.isSliver }.map(\.polygon), $0.cuts) }
        }
    }

    /// A polygon and its area with edges straight in longitude and latitude.
    struct Part {
        let polygon: Polygon
        let squareMetres: Double

        init(_ polygon: Polygon) {
            self.polygon = polygon
            squareMetres = Measuring.area(of: polygon).lonlatSquareMetres
        }

        var isSliver: Bool { squareMetres < RegionCutter.sliver }
    }

    private(set) var shares: [Share] = []

    /// One polygon in one region.
    private struct Key: Hashable {
        var polygon, region: Int
    }

    /// - Parameter isWide: whether something goes over the antimeridian.
    init(_ polygons: [Polygon], _ regions: [[Polygon]], isWide: Bool) throws(Problem) {
        guard !polygons.isEmpty else { return }
        let layers = polygons.map { [$0] } + regions
        let plane = isWide ? try PlanarLayers(layers) : nil
        let arrangement: ExactArrangement
        var parts: [Key: [Part]]
        do throws(Problem) {
            arrangement = try ExactArrangement(layers: plane?.layers ?? layers)
            parts = try Self.parts(arrangement, polygons.count, plane) { $0 }
        } catch {
            throw error.ofSurfaces
        }
        try Self.conserve(polygons, parts, arrangement)
        // A region that has slivers of a polygon alone leaves them to the rest of it.
        let hasOutside = Set(
            parts.filter { $0.key.region == 0 && !$0.value.allSatisfy(\.isSliver) }.map(\.key.polygon))
        let left = Set(
            parts.filter {
                $0.key.region > 0 && hasOutside.contains($0.key.polygon) && $0.value.allSatisfy(\.isSliver)
            }.map(\.key))
        func settled(_ key: Key) -> Key { left.contains(key) ? Key(polygon: key.polygon, region: 0) : key }
        if !left.isEmpty {
            do throws(Problem) {
                parts = try Self.parts(arrangement, polygons.count, plane, settled)
            } catch {
                throw error.ofSurfaces
            }
        }
        var found: [Int: [Int]] = [:]
        for key in parts.keys { found[key.polygon, default: []].append(key.region) }
        let cuts = Self.cuts(arrangement, polygons.count, settled)
        for polygon in polygons.indices {
            // By region, outside last.
            let keys = (found[polygon] ?? []).map { $0 == 0 ? Int.max : $0 }.sorted()
                .map { Key(polygon: polygon, region: $0 == .max ? 0 : $0) }
            shares.append(Share(keys.map { ($0.region, parts[$0] ?? [], cuts[$0] ?? []) }))
        }
    }

    /// Nothing may be lost in an overlay; where polygons overlap that cannot be told.
    private static func conserve(
        _ polygons: [Polygon], _ parts: [Key: [Part]], _ arrangement: ExactArrangement
    ) throws(Problem) {
        let isOverlapping = arrangement.areas.contains { area in
            area.cover.counts.reduce(0) { $0 + ($1.layer < polygons.count ? $1.times : 0) } > 1
        }
        guard !isOverlapping else { return }
        var found = [Double](repeating: 0, count: polygons.count)
        for (key, parts) in parts {
            for part in parts { found[key.polygon] += part.squareMetres }
        }
        for (polygon, squareMetres) in zip(polygons, found) {
            let drawn = Measuring.area(of: polygon)
            let slack = Dissolve.slack(drawn.lonlatSquareMetres, perimeter: drawn.perimeterMetres)
            guard abs(drawn.lonlatSquareMetres - squareMetres) <= slack else {
                var place = Problem.Place()
                place.coordinate = polygon.shell?.coordinates.first
                throw Problem(
                    .topology,
                    "cutting a polygon by regions lost or gained area (\(squareMetres / 1e6) km² of \(drawn.lonlatSquareMetres / 1e6) km² are left)",
                    at: place, remedy: "check both maps with \(.validate); repaired ones may be cut")
            }
        }
    }

    /// Where some ground belongs: of polygons that overlap the first has it, of regions likewise. Counts stand in the
    /// order of layers.
    private static func owner(_ cover: Cover, _ polygonCount: Int) -> Key? {
        guard let polygon = cover.counts.first?.layer, polygon < polygonCount else { return nil }
        let region = cover.counts.first { $0.layer >= polygonCount }.map { $0.layer - polygonCount + 1 }
        return Key(polygon: polygon, region: region ?? 0)
    }

    /// - Parameter plane: where the ground was laid out for it, to be taken back to the globe.
    private static func parts(
        _ arrangement: ExactArrangement, _ polygonCount: Int, _ plane: PlanarLayers?, _ settled: (Key) -> Key
    ) throws(Problem) -> [Key: [Part]] {
        var (keys, numbers): ([Key], [Key: Int]) = ([], [:])
        let classes = try arrangement.classes { cover in
            guard let key = owner(cover, polygonCount).map(settled) else { return nil }
            if let known = numbers[key] { return known }
            numbers[key] = keys.count
            keys.append(key)
            return keys.count - 1
        }
        var parts: [Key: [Part]] = [:]
        for (key, polygons) in zip(keys, classes) {
            parts[key] = try
                (plane.map { plane throws(Problem) in
                    try Antimeridian.cut(plane.settled(polygons))
                } ?? polygons).map { Part($0) }
        }
        return parts
    }

    /// The lines inside polygons along which they are cut, by polygon and region.
    private static func cuts(
        _ arrangement: ExactArrangement, _ polygonCount: Int, _ settled: (Key) -> Key
    ) -> [Key: [LineString]] {
        var (keys, numbers): ([Key], [Key: Int]) = ([], [:])
        let lines = arrangement.lines { (a: Cover, b: Cover) -> [Int] in
            guard let first = owner(a, polygonCount).map(settled),
                let second = owner(b, polygonCount).map(settled),
                first.polygon == second.polygon, first.region != second.region
            else { return [] }
            return [first, second].filter { $0.region > 0 }.map { key in
                if let known = numbers[key] { return known }
                numbers[key] = keys.count
                keys.append(key)
                return keys.count - 1
            }
        }
        return Dictionary(uniqueKeysWithValues: keys.indices.map { (keys[$0], lines[$0] ?? []) })
    }
}
