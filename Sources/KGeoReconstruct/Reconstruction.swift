// Who held which ground, from settlements with a status: the ground nearest to each within reach, dissolved.

internal import GEOSKit
internal import KGeoControl
public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// How a reconstruction is made.
public struct ReconstructionSettings: Hashable, Sendable {
    /// A settlement says nothing of ground farther away than this, in m; nil for no limit.
    public var reach: Double?
    /// No edge of the result is longer than this, in m.
    public var edgeLength = 1_000.0
    /// How far from its own value the reach is tried, as factors.
    public static let reachFactors = [0.8, 1.25]
    /// One and a half times the mean spacing of settlements in Kursk Oblast, in m.
    public static let defaultReach = 5_000.0

    /// Settings.
    public init(reach: Double? = ReconstructionSettings.defaultReach) { self.reach = reach }
}

/// A stretch of line between ground of different state.
public struct ReconstructedFront: Hashable, Sendable {
    /// The stretch, in degrees.
    public var line: [Coordinate]
    /// Its length, in m.
    public var metres: Double
    /// One standard deviation of its place, in m: halfway between two settlements half their gap over √3, on a line of
    /// equal probability what the field leaves open.
    public var sigma: Double
    /// The state of the ground on its two sides; the first is the firmer held.
    public var inner, outer: GroundState
    /// The two settlements halfway between which it runs, the firmer held first; nil on a line of equal probability.
    public var settlements: Pair?

    /// Two settlements of different state.
    public struct Pair: Hashable, Sendable {
        /// The firmer held.
        public var inner: Site
        /// The other.
        public var outer: Site
    }
}

/// The ground divided among settlements.
public struct Reconstruction: Sendable {
    /// Firmly held ground and contested ground, in degrees. They do not overlap.
    public var held: [Polygon]
    /// Contested ground, in degrees.
    public var contested: [Polygon]
    /// The area of the held ground, in m².
    public var heldArea: AreaMeasurement
    /// The area of the contested ground, in m².
    public var contestedArea: AreaMeasurement
    /// The lines between settlements of different state.
    public var fronts: [ReconstructedFront]
    /// The ground that was divided, and how much of it lies beyond the reach of any settlement, in m².
    public var regionSquareMetres: Double
    /// How much of it lies beyond the reach of any settlement, in m².
    public var noEvidenceSquareMetres: Double
    /// The settlements that have ground.
    public var sites: [Site]
    /// Settlements at the edge that were used and have none: the ground there is nearer to others.
    public var sitesWithoutGround: [Site] = []
    /// What kriging says beside; nil where the ground was divided among the nearest.
    public var kriged: KrigedStatus?

    /// The area that a definition counts, in m².
    public func squareMetres(_ counting: Counting) -> Double {
        (counting.statuses.contains(.controlled) ? heldArea.geodesicSquareMetres : 0)
            + (counting.statuses.contains(.contested) ? contestedArea.geodesicSquareMetres : 0)
    }

    /// The lines that bound what a definition counts.
    public func fronts(around counting: Counting) -> [ReconstructedFront] {
        fronts.filter {
            Self.counts($0.inner, in: counting) != Self.counts($0.outer, in: counting)
        }
    }

    /// Standard error of a definition's area from the place of the front, in m²: u² = Σ (L·σ)², each stretch
    /// independent of the others.
    public func frontU(_ counting: Counting) -> Double {
        fronts(around: counting).reduce(0) { $0 + $1.metres * $1.sigma * $1.metres * $1.sigma }.squareRoot()
    }

    /// The correlation length with which an arc of the same front has the same error, in m: half the length
    /// of a stretch, weighted by what it does to the error. 100 m at least.
    public var correlationLength: Double {
        if let kriged { return kriged.model.lineCorrelationLength }
        let squares = fronts.map {
            ($0.metres * $0.sigma * $0.metres * $0.sigma, $0.metres * $0.sigma * $0.sigma)
        }
        let (top, bottom) = squares.reduce((0.0, 0.0)) { ($0.0 + $1.0, $0.1 + $1.1) }
        return bottom > 0 ? max(100, top / bottom / 2) : ErrorSettings.defaultCorrelationLength
    }

    static func counts(_ state: GroundState, in counting: Counting) -> Bool {
        switch state {
        case .held: counting.statuses.contains(.controlled)
        case .contested: counting.statuses.contains(.contested)
        case .other: false
        }
    }
}

/// Divides ground among settlements. Belongs to one task.
public final class Reconstructor {
    let plane: LocalPlane
    let context: Context
    let planarRegion: Shape
    private let preparedRegion: PreparedShape

    /// A reconstructor for some ground.
    ///
    /// - Parameter region: the ground, in degrees, edges straight in longitude and latitude. The plane is laid
    ///   around its middle, so that no settlement, wherever it lies, changes how the ground is measured.
    /// - Throws: a problem when PROJ or GEOS fails, or the ground is no valid surface.
    public init(region: [Polygon]) throws(Problem) {
        let box = BoundingBox(region.lazy.flatMap(\.rings).flatMap(\.coordinates))
        guard !box.isEmpty else { throw Problem(.scenario, "there is no ground to divide") }
        plane = LocalPlane(
            centre: Coordinate((box.west + box.east) / 2, (box.south + box.north) / 2))
        context = try Context()
        let drawn = try Shape(polygons: region, in: context)
        if case .invalid(let reason, let spot) = try drawn.validity() {
            throw BorderedRegion.invalid(Topology.words(reason), spot)
        }
        // A straight edge in degrees is none in the plane.
        let dense = try drawn.densified(tolerance: 0.01).polygons()
        planarRegion = try Shape(polygons: plane.planar(dense), in: context)
        preparedRegion = try PreparedShape(planarRegion)
    }

    /// Whether a place lies in the ground, or so near that it may.
    ///
    /// - Parameter error: by how much the place may be off, in m.
    /// - Throws: a problem when GEOS fails.
    public func holds(_ place: Coordinate, error: Double) throws(Problem) -> Bool {
        let spot = plane.plane(place).planar
        if try preparedRegion.covers(spot) { return true }
        guard error > 0 else { return false }
        let disc = try Shape(point: spot, in: context).buffered(width: error, quadrantSegments: 90)
        return try preparedRegion.intersects(disc)
    }

    /// The ground divided among settlements.
    ///
    /// - Throws: a problem when there are fewer than two settlements, or GEOS fails.
    public func reconstruct(_ sites: [Site], _ settings: ReconstructionSettings) throws(Problem)
        -> Reconstruction
    {
        let division = try divide(sites, settings.reach)
        let held = try globe(division.held, settings)
        let contested = try globe(division.contested, settings)
        var result = try reconstruction(held, contested, settings)
        let outside = try PlaneOverlay.first(
            planarRegion.polygons(), without: division.covered.polygons())
        result.noEvidenceSquareMetres = try globeArea(outside, settings)
        result.fronts = try fronts(division, sites, settings)
        let cells = try cells(division.places, settings.reach)
        var areas: [Double] = []
        for i in sites.indices { areas.append(try squareMetres(cells.cell(i))) }
        result.sites = zip(sites, areas).filter { $0.1 > 0 }.map(\.0)
        result.sitesWithoutGround = zip(sites, areas).filter { $0.1 <= 0 }.map(\.0)
        return result
    }

    /// Ground as it was found, with its areas: of the rest nothing is said yet.
    private func reconstruction(
        _ held: [Polygon], _ contested: [Polygon], _ settings: ReconstructionSettings
    ) throws(Problem) -> Reconstruction {
        Reconstruction(
            held: held, contested: contested, heldArea: Measuring.area(of: held),
            contestedArea: Measuring.area(of: contested), fronts: [],
            // The whole is measured with the same edges as what is held.
            regionSquareMetres: try globeArea(planarRegion.polygons(), settings), noEvidenceSquareMetres: 0,
            sites: [])
    }

    /// Ground found in the plane by kriging, with its areas, and the area of what is farther than `reach` from any
    /// settlement and not drawn.
    func reconstruction(
        _ sites: [Site], held: [Polygon], contested: [Polygon], reach: Double,
        _ settings: ReconstructionSettings
    ) throws(Problem) -> Reconstruction {
        var result = try reconstruction(globe(held, settings), globe(contested, settings), settings)
        let outside = try PlaneOverlay.first(
            planarRegion.polygons(), without: discs(around: sites, reach))
        result.noEvidenceSquareMetres = try globeArea(
            PlaneOverlay.first(outside, without: held + contested), settings)
        result.sites = sites
        return result
    }

    /// The ground within some metres of any settlement, in m of the plane.
    func discs(around sites: [Site], _ reach: Double) throws(Problem) -> [Polygon] {
        let places = sites.map { plane.plane($0.place).planar }
        return try Shape(points: places, in: context).buffered(width: reach, quadrantSegments: 90).polygons()
    }

    private func globeArea(_ planar: [Polygon], _ settings: ReconstructionSettings) throws(Problem) -> Double
    {
        Measuring.area(of: try globe(planar, settings)).geodesicSquareMetres
    }

    /// The areas of a definition alone, in m² of the plane: for trying what a change does.
    ///
    /// - Parameter shifts: metres east and north by which each settlement is moved; nil for none.
    package func squareMetres(
        _ sites: [Site], reach: Double?, counting: [Counting], shifts: [(east: Double, north: Double)]? = nil
    ) throws(Problem) -> [Double] {
        let cells = try cells(moved(sites, shifts), reach)
        var ground: [GroundState: Double] = [:]
        for (i, site) in sites.enumerated() where site.state != .other {
            ground[site.state, default: 0] += try squareMetres(cells.cell(i))
        }
        return counting.map { counting in
            ground.reduce(0) { $0 + (Reconstruction.counts($1.key, in: counting) ? $1.value : 0) }
        }
    }

    private func cells(_ places: [PlanePoint], _ reach: Double?) throws(Problem) -> NearestCells {
        NearestCells(places, reach: reach, frame: try planarRegion.boundingBox())
    }

    private func moved(_ sites: [Site], _ shifts: [(east: Double, north: Double)]?) -> [PlanePoint] {
        var places = sites.map { plane.plane($0.place) }
        for (i, shift) in (shifts ?? []).enumerated() {
            places[i] = PlanePoint(x: places[i].x + shift.east, y: places[i].y + shift.north)
        }
        return places
    }

    /// The area of a cell's part in the ground, in m² of the plane.
    private func squareMetres(_ cell: [PlanePoint]) throws(Problem) -> Double {
        let corners = cell.map(\.planar)
        guard cell.count > 2, let first = corners.first else { return 0 }
        // Most cells lie well inside: their box says so at once.
        if try preparedRegion.covers(Shape(box: BoundingBox(corners), in: context)) {
            return NearestCells.area(cell)
        }
        let shape = try Shape(polygon: Polygon(shell: Ring(corners + [first])), in: context)
        guard try preparedRegion.intersects(shape) else { return 0 }
        return try shape.intersection(planarRegion).shape.planarArea()
    }

    private struct Division {
        var places: [PlanePoint]
        /// As GEOS gives them.
        var cells: [Polygon]
        /// The settlement of each cell.
        var owners: [Int]
        /// All ground within reach of a settlement.
        var covered: Shape
        var held: Shape
        var contested: Shape
    }

    private func divide(_ sites: [Site], _ reach: Double?) throws(Problem) -> Division {
        let places = moved(sites, nil)
        let planar = places.map(\.planar)
        var box = try planarRegion.boundingBox()
        box.formUnion(BoundingBox(planar))
        let cells = try context.voronoiCells(of: planar, envelope: try Shape(box: box, in: context))
        guard cells.count > 1 else { throw Self.tooFew(sites) }
        let owners = try owners(of: cells, among: planar)
        var covered = planarRegion
        if let reach {
            // Ground of a cell that lies within reach of any settlement lies within reach of its own, the
            // nearest: so one disc around each, united, ends every cell where it should.
            let discs = try Shape(points: planar, in: context).buffered(width: reach, quadrantSegments: 90)
            covered = try Shape(
                polygons: PlaneOverlay.both(discs.polygons(), planarRegion.polygons()), in: context)
        }
        func ground(_ state: GroundState) throws(Problem) -> Shape {
            let own = zip(cells, owners).filter { sites[$0.1].state == state }.map(\.0)
            return try Shape(polygons: PlaneOverlay.both(own, covered.polygons()), in: context)
        }
        return Division(
            places: places, cells: cells, owners: owners, covered: covered, held: try ground(.held),
            contested: try ground(.contested))
    }

    /// Which place each cell belongs to: the cells come in no order.
    private func owners(of cells: [Polygon], among places: [Coordinate]) throws(Problem) -> [Int] {
        let tree = try SpatialTree(
            in: context,
            items: places.enumerated().map { (BoundingBox(CollectionOfOne($0.element)), $0.offset) })
        var owners: [Int] = []
        for cell in cells {
            let box = BoundingBox(cell.rings.flatMap(\.coordinates))
            let prepared = try PreparedShape(try Shape(polygon: cell, in: context))
            var owner: Int?
            for candidate in try tree.query(box) where try prepared.covers(places[candidate]) {
                owner = candidate
            }
            guard let owner else {
                throw Problem(.internal, "a cell between settlements holds none of them")
            }
            owners.append(owner)
        }
        return owners
    }

    /// That a map needs more settlements than these.
    static func tooFew(_ sites: [Site]) -> Problem {
        Problem(
            .scenario,
            "\(sites.count == 1 ? "one settlement has" : "\(sites.count) settlements have") a status on that day, and two are needed",
            hint: "reports count from their date on; choose a later day")
    }

    private func globe(_ shape: Shape, _ settings: ReconstructionSettings) throws(Problem) -> [Polygon] {
        plane.globe(planar: try shape.densified(tolerance: settings.edgeLength).polygons())
    }

    /// Ground of the plane on the globe, no edge longer than the settings say.
    func globe(_ planar: [Polygon], _ settings: ReconstructionSettings) throws(Problem) -> [Polygon] {
        planar.isEmpty ? [] : try globe(Shape(polygons: planar, in: context), settings)
    }

    /// The parts of a line of the plane that lie in the ground.
    func inside(_ line: LineString) throws(Problem) -> [LineString] {
        try Shape(line: line, in: context).intersection(planarRegion).shape.lines()
    }

    /// The edges between cells of different state, within reach and region.
    private func fronts(
        _ division: Division, _ sites: [Site], _ settings: ReconstructionSettings
    ) throws(Problem) -> [ReconstructedFront] {
        var order: [UndirectedEdge] = []
        var cellsOfEdge: [UndirectedEdge: [Int]] = [:]
        for (cell, owner) in zip(division.cells, division.owners) {
            guard let shell = cell.shell?.coordinates else { continue }
            for (a, b) in zip(shell, shell.dropFirst()) {
                let edge = UndirectedEdge(a, b)
                if cellsOfEdge[edge] == nil { order.append(edge) }
                cellsOfEdge[edge, default: []].append(owner)
            }
        }
        let ranks: [GroundState: Int] = [.held: 0, .contested: 1, .other: 2]
        var fronts: [ReconstructedFront] = []
        for edge in order {
            guard let pair = cellsOfEdge[edge], pair.count == 2 else { continue }
            let both = pair.sorted { (ranks[sites[$0].state] ?? 0, $0) < (ranks[sites[$1].state] ?? 0, $1) }
            guard sites[both[0]].state != sites[both[1]].state else { continue }
            let line = try Shape(line: LineString([edge.a, edge.b]), in: context)
            let (p, q) = (division.places[both[0]], division.places[both[1]])
            let gap = p.distance(to: q)
            for piece in try line.intersection(division.covered).shape.lines() {
                let dense = try Shape(line: piece, in: context).densified(tolerance: settings.edgeLength)
                    .lines()
                let places = dense.flatMap(\.coordinates).map { plane.globe(PlanePoint(planar: $0)) }
                let metres = Measuring.length(of: places)
                guard metres > 0 else { continue }
                fronts.append(
                    ReconstructedFront(
                        line: places, metres: metres, sigma: gap / 2 / 3.0.squareRoot(),
                        inner: sites[both[0]].state, outer: sites[both[1]].state,
                        settlements: .init(inner: sites[both[0]], outer: sites[both[1]])))
            }
        }
        return fronts
    }
}

@available(*, unavailable, message: "a reconstructor holds shapes, which belong to one task")
extension Reconstructor: Sendable {}
