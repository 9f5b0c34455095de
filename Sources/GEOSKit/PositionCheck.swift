// What GEOS does not refuse by itself is refused here, before it gets there: GEOS answers NaN, with
// success, for a shape with a NaN in it.

internal import KGeoCore

/// Checks of positions before they are handed to GEOS.
enum PositionCheck {
    /// A place: both ordinates are finite numbers.
    static func finite(_ place: Coordinate, _ name: String = "the position") throws(Problem) {
        guard place.longitude.isFinite, place.latitude.isFinite else {
            throw Problem(
                .coordinate,
                "\(name) (\(place.longitude), \(place.latitude)) has an ordinate that is no finite number")
        }
    }

    /// A list of places: all ordinates are finite; a problem names the vertex.
    static func finite(_ places: [Coordinate], part: Int?, ring: Int?) throws(Problem) {
        for (vertex, place) in places.enumerated()
        where !(place.longitude.isFinite && place.latitude.isFinite) {
            throw Problem(
                .coordinate,
                "the position (\(place.longitude), \(place.latitude)) has an ordinate that is no finite number",
                at: self.place(part: part, ring: ring, vertex: vertex))
        }
    }

    /// A ring: finite, closed, and of four positions or more.
    static func ring(_ places: [Coordinate], part: Int?, ring: Int?) throws(Problem) {
        try finite(places, part: part, ring: ring)
        guard places.count >= 4 else {
            throw Problem(
                .topology, "a ring needs 4 positions or more, and this one has \(places.count)",
                at: place(part: part, ring: ring, vertex: nil))
        }
        guard places.first == places.last else {
            throw Problem(
                .topology, "a ring must end where it begins, and this one does not",
                at: place(part: part, ring: ring, vertex: places.count - 1),
                hint: "repeat the first position at the end")
        }
    }

    /// A line: finite, and of two positions or more.
    static func line(_ places: [Coordinate], part: Int?) throws(Problem) {
        try finite(places, part: part, ring: nil)
        guard places.count >= 2 else {
            throw Problem(
                .topology, "a line needs 2 positions or more, and this one has \(places.count)",
                at: place(part: part, ring: nil, vertex: nil))
        }
    }

    /// A box that is not empty: finite bounds.
    static func box(_ box: BoundingBox) throws(Problem) {
        for bound in [box.west, box.south, box.east, box.north] where !bound.isFinite {
            throw Problem(.coordinate, "the box has a bound that is no finite number (\(bound))")
        }
        guard box.west <= box.east, box.south <= box.north else {
            throw Problem(.coordinate, "the box has its bounds in the wrong order")
        }
    }

    /// A parameter such as a width: finite and in the range.
    static func parameter(
        _ value: Double, _ name: String, in range: PartialRangeFrom<Double>, exclusive: Bool = false
    ) throws(Problem) {
        guard value.isFinite, range.contains(value), !(exclusive && value == range.lowerBound) else {
            let bound = exclusive ? "greater than \(range.lowerBound)" : "\(range.lowerBound) or more"
            throw Problem(.geos, "the \(name) must be a finite number, \(bound), and it is \(value)")
        }
    }

    private static func place(part: Int?, ring: Int?, vertex: Int?) -> Problem.Place {
        var place = Problem.Place()
        place.part = part
        place.ring = ring
        place.vertex = vertex
        return place
    }
}
