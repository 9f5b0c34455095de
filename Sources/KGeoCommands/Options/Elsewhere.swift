// Ground of which nothing lies where it is looked for: where it does lie, so that swapped axes are seen.

internal import KGeo
internal import KGeoCore
internal import KGeoMeasure
internal import KGeoReport

enum Elsewhere {
    /// What is said of ground of which nothing lies in a region or a whole.
    ///
    /// - Throws: a problem when GeoData cannot be read.
    static func notice(_ polygons: [Polygon], notIn whole: String, file: String) throws -> Notice? {
        guard let middle = Measuring.middle(of: polygons) else { return nil }
        let place =
            try DataFolders.withPlaces(InputFile.given).map { folder in
                try EarthNaming(geodata: folder).place(middle)
            } ?? EarthNaming.Place(middle)
        return Notice(
            .warning,
            Problem(
                .scenario, "nothing of it lies in \(whole): it lies at \(place.words)",
                hint:
                    "if that is another country, longitude and latitude may be swapped (--swap-xy), or the reference system is another (--crs)"
            ).inFile(file))
    }
}
