// Areas of the pieces into which an overlay has cut ground: together they are the ground, with geodesic edges too.

public import KGeoCore

/// The areas of pieces of ground.
///
/// An overlay cuts edges that are straight in longitude and latitude. The geodesics between the places of a cut are other
/// lines than that of the whole edge, and between two edges that nearly coincide, drawn with other corners, they enclose
/// ground where there is none. So geodesics change a piece by no more than half of what it has with straight edges, and
/// what the whole has more or less than its pieces is shared out among them by their ground (Docs/Decisions/0021).
public struct PieceAreas: Sendable {
    /// The area of each piece.
    public private(set) var areas: [AreaMeasurement] = []
    /// What geodesics would have changed beyond that half, in m², added up: positive where pieces would have more.
    public private(set) var leftOver = 0.0

    /// Places of an overlay are no nearer to each other than this, in m: the last place of a longitude of 180°. A piece that is
    /// narrower on average is what rounding leaves of a common line, and has no area.
    public static let resolution = 3.5e-9
    /// A ring with less than this along its perimeter, in m, does not show which way it runs: then a shell runs
    /// anticlockwise, as an overlay traces it, and a hole clockwise.
    private static let hair = 1e-6
    /// What pieces miss of the whole by rounding alone, relative to it.
    package static let rounding = 1e-12

    /// Measures pieces, each on its own.
    public init(_ pieces: some Sequence<Polygon>) {
        var accumulator = RingAccumulator()
        for polygon in pieces {
            var area = AreaMeasurement()
            for (number, ring) in polygon.rings.enumerated() {
                ring.coordinates.withSpan { accumulator.add($0) }
                let measured = accumulator.finish()
                accumulator.reset()
                let isClear = measured.lonlatSquareMetres > Self.hair * measured.perimeterMetres
                let runsAsDrawn = isClear ? measured.isDrawnAnticlockwise : number == 0
                let role = number == 0 ? 1.0 : -1
                area.lonlatSquareMetres += role * measured.lonlatSquareMetres
                area.geodesicSquareMetres +=
                    (measured.isAnticlockwise == runsAsDrawn ? role : -role) * measured.geodesicSquareMetres
                area.perimeterMetres += measured.perimeterMetres
                area.vertexCount += measured.vertexCount
            }
            if Self.isThin(area) {
                area.lonlatSquareMetres = 0
            }
            let most = RingMeasurement.mostBend * max(0, area.lonlatSquareMetres)
            let bend = area.geodesicSquareMetres - area.lonlatSquareMetres
            if abs(bend) > most {
                let kept = bend > 0 ? most : -most
                leftOver += bend - kept
                area.geodesicSquareMetres = area.lonlatSquareMetres + kept
            }
            areas.append(area)
        }
    }

    /// The sum of all.
    public var sum: AreaMeasurement { areas.sum }

    /// Shares out what the whole has more than its pieces, by their ground; these may be some of the pieces.
    ///
    /// - Parameters:
    ///   - rest: in m², with geodesic edges.
    ///   - whole: the area of the whole.
    public mutating func share(_ rest: Double, of whole: AreaMeasurement) {
        areas.share(rest, of: whole)
    }

    /// Shares out what a figure for all of them together has more; where none has an area by the length of their outlines, since
    /// then the ground they are of has none either but by its geodesics.
    ///
    /// - Parameters:
    ///   - squareMetres: in m², with geodesic edges.
    ///   - ground: what they are pieces of.
    public mutating func makeUp(_ squareMetres: Double, of ground: AreaMeasurement) {
        if let place = ground.turnsOverAt {
            areas = straight(from: place)
            return
        }
        let sum = sum
        let rest = squareMetres - sum.geodesicSquareMetres
        guard sum.lonlatSquareMetres <= 0 else {
            share(rest, of: sum)
            return
        }
        guard Self.isThin(ground), sum.perimeterMetres > 0 else { return }
        for i in areas.indices {
            areas[i].geodesicSquareMetres += rest * areas[i].perimeterMetres / sum.perimeterMetres
        }
    }

    /// Whether a ground is narrower than places of an overlay are apart: then none of its pieces has an area.
    public static func isThin(_ ground: AreaMeasurement) -> Bool {
        ground.lonlatSquareMetres < resolution * ground.perimeterMetres
    }

    /// The areas of all pieces of a ground, in groups.
    ///
    /// - Parameter whole: the area of the ground; of one that is measured with straight edges all pieces are, too.
    public static func of(_ groups: [PieceAreas], in whole: AreaMeasurement) -> [[AreaMeasurement]] {
        var groups = groups
        if let place = whole.turnsOverAt { return groups.map { $0.straight(from: place) } }
        let found = groups.map(\.sum).sum
        // What the pieces miss with straight edges too is no piece: it was left out, or lies in another polygon as well.
        let rest =
            (whole.geodesicSquareMetres - whole.lonlatSquareMetres)
            - (found.geodesicSquareMetres - found.lonlatSquareMetres)
        for i in groups.indices { groups[i].share(rest, of: found) }
        return groups.map(\.areas)
    }

    /// The areas of pieces of a ground that is measured with straight edges, as `AreaMeasurement.turnsOverAt` says.
    public func straight(from place: Coordinate) -> [AreaMeasurement] {
        areas.map { area in
            var area = area
            area.turnOver(at: place)
            return area
        }
    }
}

extension [AreaMeasurement] {
    /// The areas added up.
    public var sum: AreaMeasurement { reduce(into: AreaMeasurement()) { $0 += $1 } }

    /// Shares out what a whole has more than some pieces of it, by their ground.
    ///
    /// - Parameters:
    ///   - rest: in m², with geodesic edges.
    ///   - whole: the area of the whole.
    package mutating func share(_ rest: Double, of whole: AreaMeasurement) {
        guard abs(rest) > PieceAreas.rounding * whole.lonlatSquareMetres, whole.lonlatSquareMetres > 0 else {
            return
        }
        for i in indices {
            self[i].geodesicSquareMetres += rest * self[i].lonlatSquareMetres / whole.lonlatSquareMetres
        }
    }
}
