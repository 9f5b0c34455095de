// From one coordinate reference system to another.

internal import CPROJ
public import KGeoCore

/// Turns positions of one coordinate reference system into another's, and back.
///
/// It owns a context of PROJ, so it belongs to one task. Making one costs 1–2 ms and opens PROJ's database; a
/// position then takes about a microsecond. The first ordinate is always longitude or easting, the second
/// latitude or northing, whatever the authority says. Geographic positions are in degrees, projected ones in
/// the units of the system (metres, as a rule): a `Coordinate` then carries easting and northing.
public struct Transformation: ~Copyable {
    /// The system that `transform` takes.
    public let source: CRS
    /// The system that `transform` gives.
    public let target: CRS
    private let session: Session
    private let operation: OpaquePointer

    /// Which way to go.
    public enum Direction: Hashable, Sendable {
        /// From the source to the target.
        case forward
        /// From the target to the source.
        case inverse

        fileprivate var inC: PJ_DIRECTION {
            switch self {
            case .forward: PJ_FWD
            case .inverse: PJ_INV
            }
        }
    }

    /// A transformation between two systems. Stands for `proj_create`, `proj_create_crs_to_crs_from_pj` and
    /// `proj_normalize_for_visualization`.
    /// - Parameter allowBallpark: whether PROJ may pass over a difference of datums for which it knows no
    ///   transformation, which may cost hundreds of metres. Off, such a pair of systems is a problem.
    /// - Throws: a problem `crs` for a system PROJ does not know or a pair it cannot join, `proj` when PROJ
    ///   fails otherwise.
    public init(from source: CRS, to target: CRS, allowBallpark: Bool = false) throws(Problem) {
        let session = try Session()
        let from = try session.system(source)
        let to = try session.system(target)
        let pair: OpaquePointer
        do {
            pair = try session.make(.crs, "could not find a way from \(source) to \(target)") { context in
                "ALLOW_BALLPARK=\(allowBallpark ? "YES" : "NO")".withCString { option in
                    let options: [UnsafePointer<CChar>?] = [option, nil]
                    return proj_create_crs_to_crs_from_pj(context, from, to, nil, options)
                }
            }
        } catch {
            var problem = error
            problem.hint = "say in both systems what datum they have, as in +datum=WGS84"
            throw problem
        }
        operation = try session.make(.proj, "could not put longitude before latitude for \(source)") {
            proj_normalize_for_visualization($0, pair)
        }
        self.session = session
        self.source = source
        self.target = target
    }

    /// One position in the other system. Stands for `proj_trans`.
    /// - Throws: `coordinate` for an ordinate that is no finite number, `proj` for a position outside the
    ///   domain of either system.
    public func transform(_ place: Coordinate, _ direction: Direction = .forward) throws(Problem)
        -> Coordinate
    {
        defer { withExtendedLifetime(session) {} }
        return try transformed(place, direction, vertex: nil)
    }

    /// All positions in the other system; when one fails, all stay what they were. Stands for `proj_trans`.
    /// - Throws: as for one position; the problem names the vertex and its position.
    public func transform(
        _ places: inout [Coordinate], _ direction: Direction = .forward
    ) throws(Problem) {
        var copy = places
        try copy.withUnsafeMutableBufferPointer { (buffer) throws(Problem) in
            var span = buffer.mutableSpan
            try transform(&span, direction)
        }
        places = copy
    }

    /// All positions of a block in the other system; when one fails, those before it have been changed.
    /// Stands for `proj_trans`.
    /// - Throws: as for one position; the problem names the vertex and its position.
    public func transform(
        _ places: inout MutableSpan<Coordinate>, _ direction: Direction = .forward
    ) throws(Problem) {
        defer { withExtendedLifetime(session) {} }
        for index in places.indices {
            places[index] = try transformed(places[index], direction, vertex: index)
        }
    }

    private func transformed(
        _ place: Coordinate, _ direction: Direction, vertex: Int?
    ) throws(Problem) -> Coordinate {
        guard place.longitude.isFinite, place.latitude.isFinite else {
            let reason = "an ordinate is no finite number"
            throw located(Problem(.coordinate, "\(message(place, direction)): \(reason)"), place, vertex)
        }
        // No height, and no date: PROJ reads an infinite time as "none given".
        let input = proj_coord(place.longitude, place.latitude, 0, .infinity)
        let output = proj_trans(operation, direction.inC, input)
        guard output.xy.x.isFinite, output.xy.y.isFinite else {
            throw failure(place, direction, vertex)
        }
        return Coordinate(output.xy.x, output.xy.y)
    }

    /// Tries once more, for the words alone: PROJ's last ones may be about an earlier position.
    private func failure(_ place: Coordinate, _ direction: Direction, _ vertex: Int?) -> Problem {
        session.log.clear()
        _ = proj_errno_reset(operation)
        _ = proj_trans(operation, direction.inC, proj_coord(place.longitude, place.latitude, 0, .infinity))
        let code = proj_errno(operation)
        _ = proj_errno_reset(operation)
        let problem = session.failure(.proj, message(place, direction), code: code)
        return located(problem, place, vertex)
    }

    private func message(_ place: Coordinate, _ direction: Direction) -> String {
        let (from, to) = direction == .forward ? (source, target) : (target, source)
        return "could not transform (\(place.longitude), \(place.latitude)) from \(from) to \(to)"
    }

    private func located(_ problem: Problem, _ position: Coordinate, _ vertex: Int?) -> Problem {
        problem.located {
            $0.vertex = vertex
            $0.coordinate = position
        }
    }
}

@available(*, unavailable, message: "a transformation owns a context of PROJ, which belongs to one task")
extension Transformation: Sendable {}

extension Session {
    /// The reference system of that name.
    fileprivate func system(_ crs: CRS) throws(Problem) -> OpaquePointer {
        let message = "PROJ knows no coordinate reference system \(crs)"
        let made: OpaquePointer
        do {
            made = try make(.crs, message) { context in
                crs.definition.withCString { proj_create(context, $0) }
            }
        } catch {
            _ = try databasePath()  // without its database PROJ knows no system: then that is the problem
            // PROJ's words for a number it does not have add nothing.
            throw error.message.contains("crs not found") ? Problem(.crs, message) : error
        }
        guard proj_is_crs(made) != 0 else { throw Problem(.crs, "\(crs) is no coordinate reference system") }
        var kind = proj_get_type(made)
        if kind == PJ_TYPE_BOUND_CRS {
            let base = try make(.crs, message) { proj_get_source_crs($0, made) }
            kind = proj_get_type(base)
        }
        guard [PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS].contains(kind)
        else {
            throw Problem(.crs, "\(crs) is not a system of longitude and latitude, nor of a map projection")
        }
        return made
    }
}
