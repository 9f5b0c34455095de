// Where on Earth a shape lies, in words.

package import KGeo
internal import KGeoControl
internal import KGeoVerdict

extension EarthNaming.Place {
    /// The longitude as it is printed, to some 10 m: a middle is no measure.
    package var shownLongitude: Double { (coordinate.longitude * 1e4).rounded() / 1e4 }
    /// The latitude as it is printed.
    package var shownLatitude: Double { (coordinate.latitude * 1e4).rounded() / 1e4 }

    /// The region and the country, such as `British Columbia, Canada`; beyond every outline the nearest town.
    package var name: String {
        if let country { return Self.joined(region, country) }
        guard let nearby else { return "" }
        let town = [nearby.name, nearbyRegion == nearby.name ? nil : nearbyRegion, nearbyCountry]
            .compactMap(\.self).joined(separator: ", ")
        let far = "\(Figures.fixed(nearby.metres / 1_000, 0)) km \(Wind.name(nearby.azimuth)) of \(town)"
        return "at sea or on a coast, \(far)"
    }

    /// With its degrees: `51.2 N 121.5 W, British Columbia, Canada`.
    package var words: String {
        let (longitude, latitude) = (coordinate.longitude, coordinate.latitude)
        return "\(Figures.fixed(abs(latitude), 1)) \(latitude < 0 ? "S" : "N") "
            + "\(Figures.fixed(abs(longitude), 1)) \(longitude < 0 ? "W" : "E")"
            + (name.isEmpty ? "" : ", \(name)")
    }

    private static func joined(_ region: String?, _ country: String) -> String {
        guard let region, region != country else { return country }
        return "\(region), \(country)"
    }
}
