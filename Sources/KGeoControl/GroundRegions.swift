// Maps and changes cut by regions.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// Areas by which ground is cut. Belongs to one task.
public final class GroundRegions {
    /// The names, in order.
    public let names: [String]
    private let cutter: RegionCutter

    /// GroundRegions from their polygons. Where they overlap, the first takes the ground.
    ///
    /// - Throws: `topology` for a region that no plane holds or that is not valid; `geos` when GEOS fails.
    package init(_ regions: [(name: String, polygons: [Polygon])]) throws(Problem) {
        names = regions.map(\.name)
        cutter = try RegionCutter(regions.map(\.polygons))
    }

    /// What lies outside all regions is called so.
    public static let outside = "outside"

    /// The parts of polygons in each region, and outside all at the end.
    ///
    /// - Throws: `geos` when GEOS fails or loses area; `topology` for polygons across the antimeridian.
    func parts(
        of polygons: [Polygon], areas: [AreaMeasurement]
    ) throws(Problem) -> [(polygons: [Polygon], areas: [AreaMeasurement])] {
        var parts = [(polygons: [Polygon], areas: [AreaMeasurement])](
            repeating: ([], []), count: names.count + 1)
        for piece in try cutter.cut(polygons, areas: areas).pieces {
            parts[piece.region ?? names.count] = (piece.polygons, piece.areas)
        }
        return parts
    }

    /// The areas of what was drawn of a ground, its hairs with what they are drawn with; all straight where the ground is.
    fileprivate static func areas(of polygons: [Polygon], in ground: DissolvedGround) -> [AreaMeasurement] {
        var areas = Measuring.grounds(of: polygons)
        if let place = ground.area.turnsOverAt {
            for i in areas.indices { areas[i].turnOver(at: place) }
        }
        return areas
    }

    /// A map's ground in each region, and outside all at the end.
    ///
    /// - Throws: as `parts`.
    public func maps(of map: GroundMap) throws(Problem) -> [GroundMap] {
        // Each part of the drawing is cut on its own, since it has a σ of its own.
        var parts = [[ControlPart]](repeating: [], count: names.count + 1)
        for part in map.ground.parts {
            let drawn = part.areas ?? Self.areas(of: part.polygons, in: map.ground)
            for (i, pieces) in try self.parts(of: part.polygons, areas: drawn).enumerated()
            where !pieces.polygons.isEmpty {
                parts[i].append(
                    ControlPart(
                        polygons: pieces.polygons, boundaryError: part.boundaryError, areas: pieces.areas))
            }
        }
        return try parts.map { parts throws(Problem) in
            var own = GroundMap(file: map.file, date: map.date, ground: try DissolvedGround(parts))
            own.lastDay = map.lastDay
            return own
        }
    }
}

extension DissolvedGround {
    /// The areas of its polygons, each in turn: together they are the ground.
    fileprivate var polygonAreas: [AreaMeasurement] {
        var areas = GroundRegions.areas(of: polygons, in: self)
        guard area.turnsOverAt == nil else { return areas }
        // Ground that a region has left has what its pieces have.
        let sum = areas.sum
        areas.share(area.geodesicSquareMetres - sum.geodesicSquareMetres, of: sum)
        return areas
    }
}

/// The change in one region.
public struct RegionChange: Sendable {
    /// The region's name, or `outside`.
    public var name: String
    /// The ground in it before and after, in m² with the edges asked for.
    public var old, new: Double
    /// Ground gained, lost, and the one less the other, in m².
    public var gained, lost, net: MeasuredValue
    /// Of it what may be noise: pieces that are noise as a whole, cut like the others.
    public var noiseGained, noiseLost: Double
    /// How far the front has moved in it.
    public var advance, retreat: Advance?
}

extension MapChange {
    /// The change in each region that has ground or a change, what lies outside all at the end.
    ///
    /// A piece is noise or not as a whole, wherever regions cut it.
    ///
    /// - Throws: as the change, and `topology` across the antimeridian.
    public func by(_ regions: GroundRegions, settings: ChangeSettings) throws(Problem) -> [RegionChange] {
        let edges = settings.errors.edges
        let control = settings.control(errorClass)
        let sides = ChangeSides(of: ground, old: old.ground.polygons, new: new.ground.polygons)
        let drawn = new.ground.parts + old.ground.parts
        func parts(_ ground: DissolvedGround) throws(Problem) -> [Double?] {
            try regions.parts(of: ground.polygons, areas: ground.polygonAreas).map {
                $0.polygons.isEmpty ? nil : $0.areas.sum.squareMetres(edges)
            }
        }
        let (before, after) = (try parts(old.ground), try parts(new.ground))
        let pieces = try self.pieces(regions)
        let drawnBy = control.outliner.sigma(of: drawn)
        // Nothing is looked for where nothing changed.
        let line = patches.isEmpty ? nil : Advance.Outline(of: old.ground.polygons)
        func movement(_ pieces: [ChangePatch]) -> Advance? {
            line.flatMap { Advance(of: pieces.filter { !$0.isNoise }, from: $0) }
        }
        var result: [RegionChange] = []
        for i in pieces.indices where before[i] != nil || after[i] != nil || !pieces[i].isEmpty {
            let (won, gone) = (pieces[i].filter(\.isGain), pieces[i].filter { !$0.isGain })
            let change = control.measure(
                gained: won.pieces, lost: gone.pieces, drawnBy: drawnBy, between: sides)
            let (gained, lost, net) = Self.values(change, control)
            result.append(
                RegionChange(
                    name: i < regions.names.count ? regions.names[i] : GroundRegions.outside,
                    old: before[i] ?? 0, new: after[i] ?? 0, gained: gained, lost: lost,
                    net: net,
                    noiseGained: won.filter(\.isNoise).pieces.areas.sum.squareMetres(edges),
                    noiseLost: gone.filter(\.isNoise).pieces.areas.sum.squareMetres(edges),
                    advance: movement(won), retreat: movement(gone)))
        }
        return result
    }

    /// The pieces of the change in each region, and outside all at the end: gained or lost, and noise or not, as the piece
    /// they are cut from.
    func pieces(_ regions: GroundRegions) throws(Problem) -> [[ChangePatch]] {
        var pieces = [[ChangePatch]](repeating: [], count: regions.names.count + 1)
        for (isGain, isNoise) in [(true, false), (true, true), (false, false), (false, true)] {
            let own = patches.filter { $0.isGain == isGain && $0.isNoise == isNoise }
            guard let threshold = own.map(\.thresholdMetres).max() else { continue }
            let cut = try regions.parts(of: own.pieces.polygons, areas: own.pieces.areas)
            for (i, found) in cut.enumerated() {
                for (polygon, area) in zip(found.polygons, found.areas) {
                    pieces[i].append(
                        ChangePatch(
                            isGain: isGain, polygon: polygon, area: area,
                            thresholdMetres: threshold, isNoise: isNoise))
                }
            }
        }
        return pieces
    }
}
