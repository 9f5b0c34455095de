// Maps of several mapmakers of one day, held against each other.

public import KGeoCore
internal import KGeoMeasure

/// A mapmaker's map of one side's ground.
public struct MakerMap: Sendable {
    /// Who drew it.
    public var maker: String
    /// Which statuses of it count.
    public var counting: Counting
    /// The ground on its day.
    public var map: GroundMap
    /// A map of a maker.
    public init(maker: String, counting: Counting, map: GroundMap) {
        self.maker = maker
        self.counting = counting
        self.map = map
    }
}

/// Two mapmakers' maps held against each other.
public struct MakerPair: Sendable {
    /// The numbers of the makers; the line of the first is followed.
    public let first, second: Int
    /// How far the second line lies outside the first, place by place.
    public let displacement: FrontDisplacement
    /// What that comes to.
    public let statistics: DisplacementStatistics
}

/// Several mapmakers' maps of one day.
public struct MakerComparison: Sendable {
    /// The day that was asked for; nil when the maps have none.
    public let day: CalendarDate?
    /// The maps, one a maker.
    public let maps: [MakerMap]
    /// Who counts which ground.
    public let agreement: Agreement
    /// Every two of them.
    public let pairs: [MakerPair]
    /// The length of each front where it is compared, in m, walked with the ruler that makes lengths on maps of different
    /// makers compare.
    public let frontMetres: [Double]

    /// Compares maps, every two of them.
    ///
    /// - Parameters:
    ///   - day: the day that is meant.
    ///   - field: where their fronts are compared.
    /// - Throws: a problem when the grounds cannot be laid over each other.
    public init(_ maps: [MakerMap], on day: CalendarDate?, in field: DisplacementField) throws(Problem) {
        self.day = day
        self.maps = maps
        let agreement = try Agreement(
            of: maps.map(\.map.ground.polygons), areas: maps.map(\.map.ground.area))
        self.agreement = agreement
        var pairs: [MakerPair] = []
        for first in maps.indices {
            for second in maps.indices where second > first {
                let displacement = FrontDisplacement(
                    of: maps[first].map.ground.polygons,
                    onlyFirst: agreement.ground(of: first, without: second),
                    onlySecond: agreement.ground(of: second, without: first), in: field)
                pairs.append(
                    MakerPair(
                        first: first, second: second, displacement: displacement,
                        statistics: displacement.statistics))
            }
        }
        self.pairs = pairs
        frontMetres = maps.map { field.frontMetres($0.map.ground.polygons) }
    }

    /// The area that both of a pair count over the area that either does, in 0…1; 1 for two empty maps.
    public func overlap(_ pair: MakerPair) -> Double {
        let both = agreement.both(pair.first, pair.second).geodesicSquareMetres
        let either =
            both + agreement.area(of: pair.first, without: pair.second).geodesicSquareMetres
            + agreement.area(of: pair.second, without: pair.first).geodesicSquareMetres
        return either > 0 ? both / either : 1
    }
}

/// What one mapmaker's ground gained and lost near the front over a period.
public struct MakerNetChange: Hashable, Sendable {
    /// Who drew the maps.
    public let maker: String
    /// The days of its maps.
    public let from, to: CalendarDate?
    /// Ground gained and lost near the front, in m².
    public let gained, lost: Double
    /// Length of that front, in m.
    public let frontMetres: Double
    /// Gained less lost, in m².
    public var net: Double { gained - lost }

    /// How far from the front changes count, in m: what makers add far behind it is no movement.
    public static let band = 25_000.0
    /// How far from the outline of the region they keep, in m.
    public static let inset = 4_000.0

    /// The change of each of several makers near one front.
    ///
    /// - Parameters:
    ///   - maps: for each maker the earlier and the later map.
    ///   - front: the ground whose front it is near, as on the later day.
    ///   - region: where a ground's outline can be front; empty: everywhere.
    /// - Throws: a problem when the grounds cannot be laid over each other.
    package static func changes(
        _ maps: [(old: MakerMap, new: MakerMap)], near front: [Polygon], in region: [Polygon]
    ) throws(Problem) -> [MakerNetChange] {
        let field = DisplacementField(
            DisplacementSettings(region: region, lineInset: inset, groundInset: inset, shortest: 0),
            around: front)
        let samples = field.samples(front, reach: band)
        return try maps.map { pair throws(Problem) in
            let change = try MapChange.change(from: pair.old.map, to: pair.new.map)
            func squareMetres(_ polygons: [Polygon]) -> Double {
                var sum = 0.0
                GroundScan.cells(of: polygons, in: field.plane) { point, area in
                    if field.groundMask?.contains(point) ?? true, samples.nearest(to: point) != nil {
                        sum += area
                    }
                }
                return sum
            }
            return MakerNetChange(
                maker: pair.new.maker, from: pair.old.map.date, to: pair.new.map.date,
                gained: squareMetres(change.gained), lost: squareMetres(change.lost),
                frontMetres: Double(samples.samples.count) * DisplacementSettings.spacing)
        }
    }
}

/// How fast a front moves.
public struct FrontSpeed: Hashable, Sendable {
    /// Ground gained and lost near the front over its length and the days between two maps, in m a day.
    public let metresPerDay: Double
    /// The days between the two maps.
    public let days: Int

    /// A speed between two maps.
    public init(metresPerDay: Double, days: Int) {
        self.metresPerDay = metresPerDay
        self.days = days
    }

    /// A front that moves by so much, in m a day, is no quiet one: most of the front of 2023 moved by 1 to 6, that of 2024 by
    /// 4 to 15, Kursk in August 2024 by 200 and more.
    public static let mobile = ErrorClass.mobileMetresPerDay
    /// The mean over more days than this hides the weeks in which a front moves; half of that speed is enough then.
    public static let longDays = 45

    /// Whether the front moves fast.
    public var isMobile: Bool { metresPerDay >= (days > Self.longDays ? Self.mobile / 2 : Self.mobile) }
}
