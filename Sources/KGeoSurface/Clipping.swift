// The part of a shape that lies in given surfaces.

internal import GEOSKit
public import KGeoCore
internal import KGeoOverlay

/// Cuts shapes by surfaces, with edges straight in longitude and latitude, as GeoJSON draws them.
public enum Clipping {
    /// What of a shape lies in the surfaces or along their outline: lines and places keep to the outline where
    /// they have its positions. Nil when nothing does.
    ///
    /// - Throws: `topology` for a surface that is not valid or goes around a pole; `geos` when GEOS fails.
    public static func part(of shape: Geometry, in surfaces: [Polygon]) throws(Problem) -> Geometry? {
        let window = LongitudeWindow(around: shape.allCoordinates.map(\.longitude))
        func unwrapped(_ places: [Coordinate]) throws(Problem) -> [Coordinate] {
            guard let result = window.unwrapped(places) else { throw allRound }
            return result
        }
        let frame = try self.frame(surfaces, window)
        var members: [Geometry] = []
        let polygons = try shape.polygons.map { polygon throws(Problem) in
            Polygon(
                rings: try polygon.rings.map { ring throws(Problem) in Ring(try unwrapped(ring.coordinates)) }
            )
        }
        for polygon in polygons {
            try requireValid(polygon)
            do throws(Problem) {
                members += try ExactOverlay.comparison(of: [polygon], and: frame).both.map { .polygon($0) }
            } catch {
                throw error.ofSurfaces
            }
        }
        let lines = try shape.lines.map { line throws(Problem) in
            LineString(try unwrapped(line.coordinates))
        }
        if !lines.isEmpty {
            let context = try Context()
            let ground = try Shape(polygons: frame, in: context)
            let inside = try Shape(lines: lines, in: context).intersection(ground).shape
            members += try Shape(lines: inside.lines(), in: context).lineMerged().lines().map {
                .lineString($0)
            }
        }
        for place in shape.points
        where frame.contains(where: { ExactContainment.covers($0, window.placed(place)) }) {
            members.append(.point(Positions([place])))
        }
        return members.isEmpty ? nil : members.count == 1 ? members[0] : .collection(members)
    }

    package static let allRound = Problem(
        .topology, "a shape that goes around a pole or all the way round the globe cannot be cut",
        hint: "cut it at the antimeridian (RFC 7946 §3.1.9) and try again")

    private static func requireValid(_ polygon: Polygon) throws(Problem) {
        guard let finding = try Topology.firstError(of: polygon) else { return }
        var place = Problem.Place()
        place.coordinate = finding.place
        throw Problem(
            .topology, finding.message, at: place,
            remedy: "\(.validate) says where; \(.repair) makes it valid and says what that changes")
    }

    /// The surfaces in the window of what they cut, as often as they reach into it.
    private static func frame(
        _ surfaces: [Polygon], _ window: LongitudeWindow
    ) throws(Problem) -> [Polygon] {
        let turn = BoundingBox([Coordinate(window.west, -90), Coordinate(window.west + 360, 90)])
        var copies: [Polygon] = []
        for polygon in surfaces where !polygon.rings.isEmpty {
            let own = LongitudeWindow(around: polygon.rings.flatMap { $0.coordinates.map(\.longitude) })
            let rings = try polygon.rings.map { ring throws(Problem) -> Ring in
                guard let places = own.unwrapped(ring.coordinates) else { throw allRound }
                return Ring(places)
            }
            try requireValid(Polygon(rings: rings))
            for turns in [-360.0, 0, 360] {
                let copy = Antimeridian.moved(Polygon(rings: rings), by: turns)
                if BoundingBox(copy.rings.flatMap(\.coordinates)).intersects(turn) { copies.append(copy) }
            }
        }
        do throws(Problem) {
            return copies.count > 1 ? try ExactOverlay.union(copies).polygons : copies
        } catch {
            throw error.ofSurfaces
        }
    }
}
