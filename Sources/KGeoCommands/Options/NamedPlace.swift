// A place of GeoData by its name on the command line, where longitude,latitude may stand.

internal import KGeoAtlas
internal import KGeoCore
internal import KGeoJSON

/// A place that an argument names.
enum NamedPlace {
    /// The place of a text as a feature, and its file; nil when a file of that name is there, when there is no GeoData,
    /// and when nothing is called so.
    ///
    /// - Throws: a problem when several places are called so.
    static func find(_ text: String, _ log: InputLog) throws -> (feature: Feature, file: String)? {
        guard NamedRegions.canBeName(text), let regions = try NamedRegions.atlas(),
            let folder = DataFolders.withPlaces(InputFile.given)
        else { return nil }
        let atlas = try PlaceAtlas(geodata: folder)
        let places = try atlas.places(meantBy: text, regions: regions)
        guard let place = places.first else { return nil }
        guard places.count == 1 else {
            let known = try regions.regions(places.prefix(8).compactMap(\.region))
            let words = places.prefix(8).map { place in
                let region = known.first { $0.code == place.region }?.englishName ?? place.country
                return "\(place.name), \(region)" + (place.population.map { " (\($0) people)" } ?? "")
            }
            throw Problem(
                .input, "\(places.count) places are called \"\(text)\"",
                hint: "name the region behind a comma: " + words.joined(separator: "; ")
                    + (places.count > 8 ? "; …" : ""))
        }
        try log.digest(atlas.path)
        let feature = Feature(
            id: place.key, geometry: .point(Positions([place.coordinate])),
            properties: [
                "name": .string(place.name), "coord_error_m": .number(2 * AtlasPlace.coordinateError),
            ])
        return (feature, atlas.fileName)
    }
}
