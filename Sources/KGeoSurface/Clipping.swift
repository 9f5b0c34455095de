// The part of a shape that lies in given surfaces.

internal import GEOSKit
public import KGeoCore

/// Cuts shapes by surfaces, with edges straight in longitude and latitude, as GeoJSON draws them.
public enum Clipping {
    /// What of a shape lies in the surfaces or along their outline: lines and places keep to the outline where
    /// they have its positions. Nil when nothing does.
    ///
    /// - Throws: `topology` for a surface that is not valid or goes around a pole; `geos` when GEOS fails.
    public static func part(of shape: Geometry, in surfaces: [Polygon]) throws(Problem) -> Geometry? {
        let window = LongitudeWindow(around: shape.allCoordinates.map(\.longitude))
        let context = try Context()
        func unwrapped(_ places: [Coordinate]) throws(Problem) -> [Coordinate] {
            guard let result = window.unwrapped(places) else { throw allRound }
            return result
        }
        let frame = try self.frame(surfaces, window, in: context)
        var members: [Geometry] = []
        let polygons = try shape.polygons.map { polygon throws(Problem) in
            Polygon(
                rings: try polygon.rings.map { ring throws(Problem) in Ring(try unwrapped(ring.coordinates)) }
            )
        }
        for polygon in polygons {
            let own = try valid(polygon, in: context)
            members += try own.intersection(frame).shape.polygons().map { .polygon($0) }
        }
        let lines = try shape.lines.map { line throws(Problem) in
            LineString(try unwrapped(line.coordinates))
        }
        if !lines.isEmpty {
            let inside = try Shape(lines: lines, in: context).intersection(frame).shape
            members += try Shape(lines: inside.lines(), in: context).lineMerged().lines().map {
                .lineString($0)
            }
        }
        let prepared = try PreparedShape(frame)
        for place in shape.points where try prepared.covers(window.placed(place)) {
            members.append(.point(Positions([place])))
        }
        return members.isEmpty ? nil : members.count == 1 ? members[0] : .collection(members)
    }

    package static let allRound = Problem(
        .topology, "a shape that goes around a pole or all the way round the globe cannot be cut",
        hint: "cut it at the antimeridian (RFC 7946 §3.1.9) and try again")

    private static func valid(_ polygon: Polygon, in context: Context) throws(Problem) -> Shape {
        let shape = try Shape(polygon: polygon, in: context)
        guard case .invalid(let reason, let spot) = try shape.validity() else { return shape }
        var place = Problem.Place()
        place.coordinate = spot
        throw Problem(
            .topology, Topology.words(reason), at: place,
            remedy: "\(.validate) says where; \(.repair) makes it valid and says what that changes")
    }

    /// The surfaces in the window of what they cut, as often as they reach into it.
    private static func frame(
        _ surfaces: [Polygon], _ window: LongitudeWindow, in context: Context
    ) throws(Problem) -> Shape {
        let turn = BoundingBox([Coordinate(window.west, -90), Coordinate(window.west + 360, 90)])
        var copies: [Polygon] = []
        for polygon in surfaces where !polygon.rings.isEmpty {
            let own = LongitudeWindow(around: polygon.rings.flatMap { $0.coordinates.map(\.longitude) })
            let rings = try polygon.rings.map { ring throws(Problem) -> Ring in
                guard let places = own.unwrapped(ring.coordinates) else { throw allRound }
                return Ring(places)
            }
            _ = try valid(Polygon(rings: rings), in: context)
            for turns in [-360.0, 0, 360] {
                let copy = Antimeridian.moved(Polygon(rings: rings), by: turns)
                if BoundingBox(copy.rings.flatMap(\.coordinates)).intersects(turn) { copies.append(copy) }
            }
        }
        return try Shape(polygons: copies, in: context).unaryUnion().shape
    }
}
