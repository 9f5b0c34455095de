// Ground from reported settlements by simple kriging of their status.

internal import GEOSKit
internal import KGeoControl
public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// What kriging says beside the ground itself.
public struct KrigedStatus: Hashable, Sendable {
    /// The model it was made with.
    public var model: KrigingModel
    /// What draws around the field say of each definition's area.
    public var simulated: [Counting: SimulatedGround]
    /// Ground by the probability of each definition, from the most likely on; empty where it was not wanted.
    public var bands: [ProbabilityBand]
}

/// Ground on which the probability of a definition lies between two values.
public struct ProbabilityBand: Hashable, Sendable {
    /// What the probability is of.
    public var counting: Counting
    /// The probabilities, between 0 and 1.
    public var low, high: Double
    /// The ground, in degrees.
    public var polygons: [Polygon]
}

/// Kriges the status of settlements on one ground. Belongs to one task.
public final class Kriger {
    /// Nodes of the grid lie at most this part of the range apart.
    static let stepsInRange = 16.0
    /// A grid has about so many nodes at most; on wider ground they lie farther apart.
    static let mostNodes = 400_000.0
    /// More settlements are not kriged: memory grows with the square of their number, time with the cube.
    public static let mostSites = 5_000
    /// The probabilities between which bands are drawn.
    static let bandEnds = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95]
    /// Where the draws begin: the same maps for the same reports.
    static let seed: UInt64 = 20_240_806

    /// The model.
    public let model: KrigingModel
    private let maker: Reconstructor
    private let border: BorderDistance
    private let region: [Polygon]
    /// How far each node lies from the border, in m.
    private let distances: GridField
    private let areas: NodeAreas

    /// A kriger for the ground of a reconstructor.
    ///
    /// - Parameters:
    ///   - border: the lines from which the side came, in degrees; empty where none is known.
    /// - Throws: a problem when GEOS fails.
    public init(_ maker: Reconstructor, border lines: [LineString], _ model: KrigingModel) throws(Problem) {
        self.maker = maker
        self.model = model
        border = BorderDistance(lines, in: maker.plane)
        region = try maker.planarRegion.polygons()
        let box = try maker.planarRegion.boundingBox()
        let (width, height) = (box.east - box.west, box.north - box.south)
        let step = max(model.range / Self.stepsInRange, (width * height / Self.mostNodes).squareRoot())
        var grid = GridField(
            origin: PlanePoint(x: box.west, y: box.south), step: step, columns: Int(width / step) + 2,
            rows: Int(height / step) + 2, values: [])
        grid.values.reserveCapacity(grid.columns * grid.rows)
        areas = NodeAreas(grid, in: region)
        for row in 0..<grid.rows {
            for column in 0..<grid.columns { grid.values.append(border.metres(grid.place(column, row))) }
        }
        distances = grid
    }

    /// A kriger for the same ground and grid with another model.
    public init(_ other: Kriger, _ model: KrigingModel) {
        self.model = model
        (maker, border, region) = (other.maker, other.border, other.region)
        (distances, areas) = (other.distances, other.areas)
    }

    /// The ground that is more likely held than not, given what is reported of settlements.
    ///
    /// - Parameter hasBands: whether ground by its probability is wanted too.
    /// - Throws: a problem when there are fewer than two settlements or more than can be kriged, or an overlay fails.
    public func reconstruct(
        _ sites: [Site], _ settings: ReconstructionSettings, hasBands: Bool = false
    ) throws(Problem) -> Reconstruction {
        let grid = try field(sites)
        let heldContour = grid.ground(above: model.heldThreshold)
        let bothContour = grid.ground(above: model.contestedThreshold)
        let held = try PlaneOverlay.both(heldContour, region)
        // Taken apart before they are cut by the region, which both meet in the same edges.
        let contested = try PlaneOverlay.both(
            PlaneOverlay.first(bothContour, without: heldContour), region)
        var result = try maker.reconstruction(
            sites, held: held, contested: contested, reach: model.range, settings)
        let simulated = simulated(grid)
        result.fronts =
            try fronts(heldContour, grid, .held, .contested, settings)
            + fronts(bothContour, grid, .contested, .other, settings)
        result.kriged = KrigedStatus(
            model: model, simulated: simulated, bands: hasBands ? try bands(grid, settings) : [])
        return result
    }

    /// What is neither held nor contested within the range of any settlement, as a map of its own.
    ///
    /// - Throws: a problem when an overlay fails.
    public func rest(
        of result: Reconstruction, _ sites: [Site], _ settings: ReconstructionSettings
    ) throws(Problem) -> Reconstruction {
        let both = try field(sites).ground(above: model.contestedThreshold)
        let near = try PlaneOverlay.first(maker.discs(around: sites, model.range), without: both)
        var rest = try maker.reconstruction(
            sites, held: try PlaneOverlay.both(near, region), contested: [], reach: model.range, settings)
        rest.fronts = result.fronts(around: .controlledAndContested)
        return rest
    }

    /// The areas of some definitions alone, in m² of the plane: for trying what a change does.
    func squareMetres(_ sites: [Site], counting: [Counting]) throws(Problem) -> [Double] {
        let grid = try field(sites)
        return counting.map { counting in
            zip(grid.values, areas.squareMetres).reduce(0) {
                $0 + (model.counts($1.0, in: counting) ? $1.1 : 0)
            }
        }
    }

    private func field(_ sites: [Site]) throws(Problem) -> GridField {
        guard sites.count > 1 else { throw Reconstructor.tooFew(sites) }
        guard sites.count <= Self.mostSites else {
            throw Problem(
                .scenario,
                "\(sites.count) settlements have a status on that day, and up to \(Self.mostSites) can be kriged",
                hint: "leave out those far from any other side, or divide the ground among the nearest")
        }
        let places = sites.map { maker.plane.plane($0.place) }
        let field = try StatusField(
            sites, at: places, means: places.map { model.mean(border.metres($0)) }, model)
        var grid = distances
        for i in grid.values.indices { grid.values[i] = model.mean(grid.values[i]) }
        field.add(to: &grid)
        return grid
    }

    private func simulated(_ grid: GridField) -> [Counting: SimulatedGround] {
        let draws = FieldSimulation(field: grid, areas: areas, model: model).areas(
            above: [model.contestedThreshold, model.heldThreshold], seed: Self.seed)
        return [
            .controlledAndContested: SimulatedGround(draws[0]), .controlled: SimulatedGround(draws[1]),
            Counting([.contested]): SimulatedGround(zip(draws[0], draws[1]).map { $0 - $1 }),
        ]
    }

    /// Ground by the probability of each definition.
    private func bands(
        _ grid: GridField, _ settings: ReconstructionSettings
    ) throws(Problem) -> [ProbabilityBand] {
        var bands: [ProbabilityBand] = []
        for counting in [Counting.controlled, .controlledAndContested] {
            guard let threshold = model.threshold(counting) else { continue }
            var inner: [Polygon] = []
            for (low, high) in zip(Self.bandEnds, Self.bandEnds.dropFirst() + [1]).reversed() {
                let level = threshold + model.spread * KrigingModel.normalQuantile(low)
                let ground = grid.ground(above: level)
                let band = inner.isEmpty ? ground : try PlaneOverlay.first(ground, without: inner)
                inner = ground
                let ring = try PlaneOverlay.both(band, region)
                guard !ring.isEmpty else { continue }
                bands.append(
                    ProbabilityBand(
                        counting: counting, low: low, high: high, polygons: try maker.globe(ring, settings)))
            }
        }
        return bands
    }

    /// The stretches of a line of equal probability that lie in the ground, each with how far off it may be: as far as
    /// the field takes to change by its spread.
    private func fronts(
        _ contour: [Polygon], _ grid: GridField, _ inner: GroundState, _ outer: GroundState,
        _ settings: ReconstructionSettings
    ) throws(Problem) -> [ReconstructedFront] {
        var fronts: [ReconstructedFront] = []
        for ring in contour.flatMap(\.rings) {
            for piece in try maker.inside(LineString(ring.positions)) {
                for stretch in Self.stretches(
                    piece.coordinates.map { PlanePoint(planar: $0) }, model.range / 2)
                {
                    let sigmas = stretch.map {
                        grid.reach(of: model.spread, from: $0, most: model.range / 2)
                    }
                    let mean = (sigmas.reduce(0) { $0 + $1 * $1 } / Double(sigmas.count)).squareRoot()
                    let line = stretch.map { maker.plane.globe($0) }
                    let metres = Measuring.length(of: line)
                    guard metres > 0 else { continue }
                    fronts.append(
                        ReconstructedFront(
                            line: line, metres: metres, sigma: mean, inner: inner, outer: outer))
                }
            }
        }
        return fronts
    }

    /// A line in stretches of about one length, cut at its corners.
    private static func stretches(_ line: [PlanePoint], _ length: Double) -> [[PlanePoint]] {
        guard var last = line.first else { return [] }
        let total = zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
        let each = total / max(1, (total / length).rounded())
        var stretches: [[PlanePoint]] = []
        var stretch = [last]
        var sum = 0.0
        for place in line.dropFirst() {
            sum += last.distance(to: place)
            stretch.append(place)
            last = place
            if sum >= each * (1 - 1e-9) {
                stretches.append(stretch)
                stretch = [place]
                sum = 0
            }
        }
        if stretch.count > 1 { stretches.append(stretch) }
        return stretches
    }
}

@available(*, unavailable, message: "a kriger holds shapes, which belong to one task")
extension Kriger: Sendable {}
