// The inverse problem (how far, and which way) and the direct problem (where to).

internal import CPROJ
public import KGeoCore

extension Geodesic {
    /// The shortest line between two places.
    public struct Inverse: Hashable, Sendable {
        /// Its length, in metres.
        public let distance: Double
        /// Its direction at the first and at the second place, both onwards, in degrees from north.
        public let azimuth1, azimuth2: Double
    }

    /// The shortest line between two places, with what an error budget needs besides.
    public struct DetailedInverse: Hashable, Sendable {
        /// Its length, in metres.
        public let distance: Double
        /// Its direction at the first and at the second place, both onwards, in degrees from north.
        public let azimuth1, azimuth2: Double
        /// Its length as an angle on the auxiliary sphere, in degrees.
        public let arcLength: Double
        /// The reduced length m₁₂, in metres: turning the line by a small angle (radians) at the first place
        /// moves its end sideways by m₁₂ times that angle.
        public let reducedLength: Double
        /// The geodesic scale M₁₂: two lines that leave side by side, a small distance apart, are M₁₂ times that
        /// distance apart at the second place.
        public let scale: Double
    }

    /// Where a line ends.
    public struct Direct: Hashable, Sendable {
        /// The place, its longitude in −180…180.
        public let coordinate: Coordinate
        /// The direction there, onwards, in degrees from north.
        public let azimuth: Double
    }

    /// The length of the shortest line between two places, in metres. Stands for `geod_inverse`.
    public func distance(from a: Coordinate, to b: Coordinate) -> Double {
        var distance = Double.nan
        withUnsafePointer(to: raw) {
            geod_inverse($0, a.latitude, a.longitude, b.latitude, b.longitude, &distance, nil, nil)
        }
        return distance
    }

    /// The shortest line between two places. Stands for `geod_inverse`.
    ///
    /// Between opposite places there may be several; one of them is given.
    public func inverse(from a: Coordinate, to b: Coordinate) -> Inverse {
        var (distance, azimuth1, azimuth2) = (Double.nan, Double.nan, Double.nan)
        withUnsafePointer(to: raw) {
            geod_inverse(
                $0, a.latitude, a.longitude, b.latitude, b.longitude, &distance, &azimuth1, &azimuth2)
        }
        return Inverse(distance: distance, azimuth1: azimuth1, azimuth2: azimuth2)
    }

    /// The shortest line between two places, with its arc length, reduced length and scale.
    /// Stands for `geod_geninverse`.
    public func detailedInverse(from a: Coordinate, to b: Coordinate) -> DetailedInverse {
        var (distance, azimuth1, azimuth2) = (Double.nan, Double.nan, Double.nan)
        var (reduced, scale) = (Double.nan, Double.nan)
        let arc = withUnsafePointer(to: raw) {
            geod_geninverse(
                $0, a.latitude, a.longitude, b.latitude, b.longitude, &distance, &azimuth1, &azimuth2,
                &reduced, &scale, nil, nil)
        }
        return DetailedInverse(
            distance: distance, azimuth1: azimuth1, azimuth2: azimuth2, arcLength: arc,
            reducedLength: reduced,
            scale: scale)
    }

    /// The length of the shortest line between two places in metres, and the area between it and the equator in
    /// square metres: positive for a line that runs eastwards in the north. Stands for `geod_geninverse`.
    public func edge(from a: Coordinate, to b: Coordinate) -> (distance: Double, areaToEquator: Double) {
        var (distance, area) = (Double.nan, Double.nan)
        _ = withUnsafePointer(to: raw) {
            geod_geninverse(
                $0, a.latitude, a.longitude, b.latitude, b.longitude, &distance, nil, nil, nil, nil, nil,
                &area)
        }
        return (distance, area)
    }

    /// Where one comes from a place in a direction after a distance. Stands for `geod_direct`.
    /// - Parameters:
    ///   - azimuth: degrees clockwise from north.
    ///   - distance: metres; a negative one goes backwards.
    public func direct(from start: Coordinate, azimuth: Double, distance: Double) -> Direct {
        var (latitude, longitude, onwards) = (Double.nan, Double.nan, Double.nan)
        withUnsafePointer(to: raw) {
            geod_direct(
                $0, start.latitude, start.longitude, azimuth, distance, &latitude, &longitude, &onwards)
        }
        return Direct(coordinate: Coordinate(longitude, latitude), azimuth: onwards)
    }
}
