// Which property names areas: the option that every command means alike, and the areas of an option.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoScenario

struct AreaNameArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The property that names areas; left out: name, name_en, shapeName, district, region … (Docs/Scenarios.md).",
            valueName: "name"))
    var nameProperty: String?

    /// The areas of FILE or FILE#NAME, or of a region of GeoData, with a name each; nil when the option is not given.
    ///
    /// - Throws: a problem (64) when areas are to be named and none are given; one when the file has no area, or none
    ///   of its features has the property.
    func areas(_ text: String?, _ option: String, _ input: InputArguments, _ log: InputLog) throws
        -> NamedAreas?
    {
        guard let text else {
            guard nameProperty == nil else {
                throw Problem(.usage, "--name-property speaks of \(option), and none is given")
            }
            return nil
        }
        let named = try NamedFeatures(text, input, names: nameProperty, takesRegions: .parts, log: log)
        try check([named])
        var areas = try NamedAreas(named.features, property: nameProperty, file: named.path)
        areas.notices = named.notices + areas.notices
        return areas
    }

    /// That some feature of some files has the property.
    ///
    /// - Throws: a problem that lists the properties of the first file.
    func check(_ files: [NamedFeatures]) throws {
        var first: Problem?
        for file in files {
            do throws(Problem) {
                return try AreaName.check(nameProperty, of: file.all, file: file.path)
            } catch { first = first ?? error }
        }
        if let first { throw first }
    }
}
