// One end of a distance on the command line: longitude,latitude, a place or region by name, a file, or a feature of it.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoJSON

extension DistanceEnd {
    /// Reads an end, and what its file holds; nothing of that for a typed place.
    ///
    /// - Throws: a problem when it is no place on the globe, or its file cannot be read or has no such feature.
    static func read(
        _ text: String, _ input: InputArguments, _ boundaryError: Double?, names: AreaNameArguments,
        _ log: InputLog
    ) throws -> (end: DistanceEnd, named: NamedFeatures?) {
        if let place = try place(text, input) { return (DistanceEnd(text, place: place), nil) }
        if let (feature, file) = try NamedPlace.find(text, log) {
            let end = try DistanceEnd(text, path: file, features: [feature], boundaryError: nil, names: nil)
            return (end, nil)
        }
        let named = try NamedFeatures(
            text, input, names: names.nameProperty, takesRegions: .whole,
            hint: "an end is a place such as 30.52,50.45 or Bakhmut, a region, a GeoJSON file, or FILE#NAME",
            log: log,
            isMain: true)
        var end = try DistanceEnd(
            text, path: named.path, features: named.features, boundaryError: boundaryError,
            names: names.nameProperty)
        end.knownLines = named.regions?.regions.flatMap(\.knownLines) ?? []
        return (end, named.regions == nil ? named : nil)
    }

    /// A place typed as longitude,latitude; nil for any other text.
    private static func place(_ text: String, _ input: InputArguments) throws -> Coordinate? {
        let parts = text.split(separator: ",").map { Double($0.drop { $0 == " " }) }
        guard parts.count == 2, let x = parts[0], let y = parts[1] else { return nil }
        var places = [Coordinate(x, y)]
        let options = try input.options.readerOptions()
        if options.swapsXY { places[0] = Coordinate(y, x) }
        try places.withUnsafeMutableBufferPointer { buffer throws(Problem) in
            try options.transform?(buffer)
        }
        guard abs(places[0].longitude) <= 360, abs(places[0].latitude) <= 90 else {
            throw Problem(
                .usage, "\(text) is no longitude,latitude in degrees",
                hint: abs(x) <= 90 && abs(y) <= 180
                    ? "longitude comes first: \(degrees(y)),\(degrees(x))?"
                    : "longitude comes first, then latitude, such as 30.52,50.45")
        }
        return places[0]
    }
}
