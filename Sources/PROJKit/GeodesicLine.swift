// One shortest line, for many positions along it.

internal import CPROJ
public import KGeoCore

/// The shortest line between two places, worked out once for many positions along it.
public struct GeodesicLine: Sendable {
    private let raw: geod_geodesicline

    fileprivate init(_ raw: geod_geodesicline) { self.raw = raw }

    /// The length of the line, in metres.
    public var length: Double { raw.s13 }
    /// The direction at its beginning, in degrees from north.
    public var azimuth: Double { raw.azi1 }

    /// The position at a distance from the beginning, in metres, and the direction there.
    /// Stands for `geod_position`.
    ///
    /// The line goes on beyond its ends: the distance may be negative or exceed `length`.
    public func position(atDistance distance: Double) -> Geodesic.Direct {
        var (latitude, longitude, azimuth) = (Double.nan, Double.nan, Double.nan)
        withUnsafePointer(to: raw) { geod_position($0, distance, &latitude, &longitude, &azimuth) }
        return Geodesic.Direct(coordinate: Coordinate(longitude, latitude), azimuth: azimuth)
    }
}

extension Geodesic {
    /// The shortest line between two places, for positions along it. Stands for `geod_inverseline`.
    public func line(from a: Coordinate, to b: Coordinate) -> GeodesicLine {
        let abilities =
            GEOD_LATITUDE.rawValue | GEOD_LONGITUDE.rawValue | GEOD_AZIMUTH.rawValue
            | GEOD_DISTANCE.rawValue | GEOD_DISTANCE_IN.rawValue
        var line = geod_geodesicline()
        withUnsafePointer(to: raw) {
            geod_inverseline(&line, $0, a.latitude, a.longitude, b.latitude, b.longitude, abilities)
        }
        return GeodesicLine(line)
    }
}
