// Whether a place lies in a surface, decided exactly.

public import KGeoCore

/// Tells whether surfaces cover places, edges straight in longitude and latitude.
public enum ExactContainment {
    /// Whether a place lies in a polygon or on its outline, longitudes as they are.
    public static func covers(_ polygon: Polygon, _ place: Coordinate) -> Bool {
        var isInside = false
        for ring in polygon.rings {
            let corners = ring.coordinates
            for (a, b) in zip(corners, corners.dropFirst()) {
                guard max(a.longitude, b.longitude) >= place.longitude else { continue }
                let (low, high) = a.latitude < b.latitude ? (a, b) : (b, a)
                guard low.latitude <= place.latitude, place.latitude <= high.latitude else { continue }
                let side = Orientation.of(low, high, place)
                if side == 0, min(a.longitude, b.longitude) <= place.longitude { return true }
                // An edge has its lower end and not its upper one; what lies east of the place is counted.
                if place.latitude < high.latitude, side > 0 { isInside.toggle() }
            }
        }
        return isInside
    }

    /// On which side of the line from one place to another a third lies: 1 left, −1 right, 0 on it, exactly.
    public static func side(of place: Coordinate, from a: Coordinate, to b: Coordinate) -> Int {
        let side = Orientation.of(a, b, place)
        return side > 0 ? 1 : side < 0 ? -1 : 0
    }
}
