// Where the countries of GeoData lie, for finding the one around a place.

public import KGeoCore

extension RegionAtlas {
    /// A country and the box around it.
    public struct CountryBox: Hashable, Sendable {
        /// Its code.
        public var code: String
        /// The box in degrees; all round the globe for a country on both sides of the antimeridian.
        public var box: BoundingBox
    }

    /// The boxes of all countries, by code.
    ///
    /// - Throws: a problem when the outlines cannot be read.
    public func countryBoxes() throws(Problem) -> [CountryBox] {
        var result: [CountryBox] = []
        for code in countryCodes {
            if let country = try country(code) { result.append(CountryBox(code: code, box: country.box)) }
        }
        return result
    }

    /// A country and its first-level regions, the country first; empty when nothing has that code.
    ///
    /// - Throws: a problem when the outlines cannot be read.
    public func countryAndRegions(_ code: String) throws(Problem) -> [AtlasRegion] {
        guard let country = try country(code) else { return [] }
        return country.codes.compactMap(country.region).filter { $0.kind != .union }
            .sorted { $0.kind == .country && $1.kind != .country }
    }
}
