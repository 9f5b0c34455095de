// The signed area of a chain of places in the plane of longitude and latitude.

internal import KGeoCore

enum PlanarArea {
    /// Twice the signed area of a closed chain in degrees², positive when it runs anticlockwise.
    static func of(_ places: some RandomAccessCollection<Coordinate>) -> Double {
        guard let first = places.first else { return 0 }
        var sum = 0.0
        var (px, py) = (0.0, 0.0)
        for place in places {
            let (x, y) = (place.longitude - first.longitude, place.latitude - first.latitude)
            sum += px * y - x * py
            (px, py) = (x, y)
        }
        return sum
    }
}
