// Meridians and parallels, the scale bar and the way north.

internal import KGeoCore
internal import PROJKit
internal import SystemC

/// Meridians and parallels in the field of a view.
struct Graticule {
    /// A line with its parts in the field and what it is.
    struct Line {
        var parts: [[Point]]
        var label: String
        var isMeridian: Bool
    }

    private(set) var lines: [Line] = []

    /// Lines at round degrees, some three to eight across.
    init(_ view: borrowing View) {
        let seen = Self.places(view)
        guard !seen.isEmpty else { return }
        let middle = view.middle.longitude
        // Longitudes about the middle, so that the antimeridian is no end.
        let longitudes = seen.map { middle + Self.wrapped($0.longitude - middle) }
        let latitudes = seen.map(\.latitude)
        guard let west = longitudes.min(), let east = longitudes.max(), let south = latitudes.min(),
            let north = latitudes.max()
        else { return }
        let (across, up) = (Self.step((east - west) / 4), Self.step((north - south) / 4))
        let margin = 0.15 * (north - south)
        let (low, high) = (max(-89.9, south - margin), min(89.9, north + margin))
        for i in Int(
            (west / across).rounded(.up))...max(
                Int((west / across).rounded(.up)), Int((east / across).rounded(.down)))
        {
            let longitude = Double(i) * across
            guard longitude <= east else { break }
            let places = (0...60).map { Coordinate(longitude, low + (high - low) * Double($0) / 60) }
            add(
                places, Degrees.text(Self.wrapped(longitude), "E", "W"), isMeridian: true, view)
        }
        let wide = 0.15 * (east - west)
        for i in Int(
            (south / up).rounded(.up))...max(
                Int((south / up).rounded(.up)), Int((north / up).rounded(.down)))
        {
            let latitude = Double(i) * up
            guard latitude <= north, abs(latitude) < 90 else { break }
            let places = (0...90).map {
                Coordinate(west - wide + (east - west + 2 * wide) * Double($0) / 90, latitude)
            }
            add(places, Degrees.text(latitude, "N", "S"), isMeridian: false, view)
        }
    }

    private mutating func add(
        _ places: [Coordinate], _ label: String, isMeridian: Bool, _ view: borrowing View
    ) {
        var line: [Point] = []
        for place in places {
            if let point = view.point(place) { line.append(point) }
        }
        let parts = FrameClip.line(line, to: view.field)
        if !parts.isEmpty { lines.append(Line(parts: parts, label: label, isMeridian: isMeridian)) }
    }

    /// What lies along the edges of the field and in it.
    private static func places(_ view: borrowing View) -> [Coordinate] {
        var places: [Coordinate] = []
        let field = view.field
        for i in 0...12 {
            for j in 0...12 {
                let point = Point(
                    field.left + field.width * Double(i) / 12, field.top + field.height * Double(j) / 12)
                if let place = view.place(point) { places.append(place) }
            }
        }
        return places
    }

    private static func wrapped(_ degrees: Double) -> Double {
        degrees - 360 * ((degrees + 180) / 360).rounded(.down)
    }

    /// A round step of degrees.
    private static func step(_ wanted: Double) -> Double {
        [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30].first { $0 >= wanted } ?? 45
    }
}

/// A scale bar, true where it is drawn.
struct ScaleBar {
    /// Its length on the drawing, in px.
    let width: Double
    /// What it stands for.
    let label: String

    /// A round length of at most a quarter of the field, at a point of it; nil where the globe does not reach.
    init?(_ view: borrowing View, at point: Point) {
        let most = view.field.width / 4
        guard let from = view.place(point), let to = view.place(Point(point.x + most, point.y)),
            case let metres = Geodesic.wgs84.distance(from: from, to: to), metres > 0, metres.isFinite
        else { return nil }
        var power = 1.0
        while power * 10 <= metres { power *= 10 }
        let round = [5.0, 2, 1].map { $0 * power }.first { $0 <= metres } ?? power
        width = most * round / metres
        label = round >= 1_000 ? "\(Int(round / 1_000)) km" : "\(Int(round)) m"
    }
}

/// The way north at a point of the drawing.
enum North {
    /// Degrees clockwise from straight up; nil where there is none, as at a pole.
    static func angle(_ view: borrowing View, at point: Point) -> Double? {
        guard let place = view.place(point), abs(place.latitude) < 89.9,
            let from = view.point(place),
            let to = view.point(Coordinate(place.longitude, place.latitude + 0.01))
        else { return nil }
        return atan2(to.x - from.x, from.y - to.y) * 180 / .pi
    }
}
