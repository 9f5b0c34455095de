// From the globe to the drawing: a projection in the middle of what is shown, and the scale that makes it fit.

internal import KGeoCore
internal import PROJKit
internal import SystemC

/// The plane of a drawing: Lambert's azimuthal equal-area projection of WGS84 about the middle of what is shown, so that grounds
/// of one size look so. It holds a transformation of PROJ, so it belongs to one task.
struct View: ~Copyable {
    /// The middle of the projection.
    let middle: Coordinate
    /// The field of the map on the drawing.
    let field: Box
    /// px per metre.
    let scale: Double
    private let projection: Transformation
    /// What of the plane lies in the middle of the field, in m.
    private let origin: Coordinate

    /// The largest way from the middle of the projection that is drawn, in degrees: beyond, shapes are pulled too far apart.
    static let farthest = 100.0

    /// A view that shows some places, with room around them.
    ///
    /// - Parameters:
    ///   - places: what must be seen; at least one.
    ///   - width: that of the field, in px.
    ///   - heights: the lowest and greatest height of the field, in px.
    /// - Throws: `coordinate` for places on more than half of the globe.
    init(showing places: [Coordinate], left: Double, top: Double, width: Double, heights: ClosedRange<Double>)
        throws(Problem)
    {
        var middle = try Self.middle(of: places)
        var projection = try Self.projection(about: middle)
        var box = try Self.box(of: places, projection)
        // Once more about the middle of the box, which is not that of the places.
        middle = try projection.transform(
            Coordinate((box.west + box.east) / 2, (box.south + box.north) / 2), .inverse)
        projection = try Self.projection(about: middle)
        box = try Self.box(of: places, projection)
        // A place alone, or a strip, has some ground around it.
        let least = 2_000.0
        let wide = max(box.east - box.west, least) * 1.12
        let high = max(box.north - box.south, least) * 1.12
        let height = min(max(width * high / wide, heights.lowerBound), heights.upperBound)
        self.middle = middle
        self.projection = projection
        origin = Coordinate((box.west + box.east) / 2, (box.south + box.north) / 2)
        field = Box(left: left, top: top, right: left + width, bottom: top + height)
        scale = min(width / wide, height / high)
    }

    /// Where a place lies on the drawing; nil where the projection has no place for it.
    func point(_ place: Coordinate) -> Point? {
        guard Self.isNear(place, middle), let plane = try? projection.transform(place) else { return nil }
        return Point(
            (field.left + field.right) / 2 + (plane.longitude - origin.longitude) * scale,
            (field.top + field.bottom) / 2 - (plane.latitude - origin.latitude) * scale)
    }

    /// What lies at a point of the drawing; nil beyond the globe.
    func place(_ point: Point) -> Coordinate? {
        try? projection.transform(
            Coordinate(
                origin.longitude + (point.x - (field.left + field.right) / 2) / scale,
                origin.latitude - (point.y - (field.top + field.bottom) / 2) / scale), .inverse)
    }

    /// What the projection is called, with its parameters.
    var projectionName: String {
        "Lambert azimuthal equal-area about \(Degrees.text(middle.latitude, "N", "S")) \(Degrees.text(middle.longitude, "E", "W")), WGS84"
    }

    /// A line of places on the drawing: long edges get places between, so that they bend as they do on the globe; nil for those
    /// too far away break it.
    func lines(_ places: [Coordinate]) -> [[Point]] {
        var parts: [[Point]] = []
        var part: [Point] = []
        func end() {
            if part.count > 1 { parts.append(part) }
            part = []
        }
        for (i, place) in places.enumerated() {
            guard let point = point(place) else {
                end()
                continue
            }
            if i > 0, !part.isEmpty {
                for between in Self.between(places[i - 1], place) {
                    if let own = self.point(between) { part.append(own) }
                }
            }
            part.append(point)
        }
        end()
        return parts
    }

    /// Places on a long edge, by the straight way through the globe: right to a fraction of a px.
    private static func between(_ a: Coordinate, _ b: Coordinate) -> [Coordinate] {
        let (u, v) = (vector(a), vector(b))
        let angle = acos(min(1, max(-1, u.0 * v.0 + u.1 * v.1 + u.2 * v.2))) * 180 / .pi
        guard angle > 0.5, angle < 179 else { return [] }
        let count = Int((angle / 0.5).rounded(.up))
        return (1..<count).map { i in
            let part = Double(i) / Double(count)
            let w = (
                u.0 + (v.0 - u.0) * part, u.1 + (v.1 - u.1) * part, u.2 + (v.2 - u.2) * part
            )
            return Self.place(w)
        }
    }

    // MARK: The middle

    private static func vector(_ place: Coordinate) -> (Double, Double, Double) {
        let (l, b) = (place.longitude * .pi / 180, place.latitude * .pi / 180)
        return (cos(b) * cos(l), cos(b) * sin(l), sin(b))
    }

    private static func place(_ v: (Double, Double, Double)) -> Coordinate {
        Coordinate(
            atan2(v.1, v.0) * 180 / .pi, atan2(v.2, (v.0 * v.0 + v.1 * v.1).squareRoot()) * 180 / .pi)
    }

    private static func isNear(_ a: Coordinate, _ b: Coordinate) -> Bool {
        let (u, v) = (vector(a), vector(b))
        return u.0 * v.0 + u.1 * v.1 + u.2 * v.2 > cos(farthest * .pi / 180)
    }

    private static func middle(of places: [Coordinate]) throws(Problem) -> Coordinate {
        var sum = (0.0, 0.0, 0.0)
        for place in places {
            let v = vector(place)
            sum = (sum.0 + v.0, sum.1 + v.1, sum.2 + v.2)
        }
        let length = (sum.0 * sum.0 + sum.1 * sum.1 + sum.2 * sum.2).squareRoot()
        guard length > 1e-6 * Double(max(1, places.count)) else { throw tooWide }
        let middle = place(sum)
        guard places.allSatisfy({ isNear($0, middle) }) else { throw tooWide }
        return middle
    }

    private static var tooWide: Problem {
        Problem(
            .coordinate, "the ground is on more than half of the globe, which no one picture shows",
            hint: "draw a part of it: a region, a holder")
    }

    private static func projection(about middle: Coordinate) throws(Problem) -> Transformation {
        try Transformation(
            from: .crs84,
            to: CRS(
                projString:
                    "+proj=laea +lat_0=\(middle.latitude) +lon_0=\(middle.longitude) +datum=WGS84 +units=m +no_defs +type=crs"
            ))
    }

    private static func box(of places: [Coordinate], _ projection: borrowing Transformation) throws(Problem)
        -> BoundingBox
    {
        var box = BoundingBox()
        for place in places {
            guard let plane = try? projection.transform(place) else { throw tooWide }
            box.insert(plane)
        }
        return box
    }
}

/// Degrees in words.
enum Degrees {
    /// "51.2° N"; as many places as are not zero, at most two.
    static func text(_ degrees: Double, _ positive: String, _ negative: String) -> String {
        let hundredths = Int((abs(degrees) * 100).rounded())
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        var text = "\(whole)"
        if rest % 10 != 0 {
            text += ".\(rest / 10)\(rest % 10)"
        } else if rest != 0 {
            text += ".\(rest / 10)"
        }
        guard hundredths != 0 else { return "0°" }
        return "\(text)° \(degrees < 0 ? negative : positive)"
    }
}
