// One end of a distance: a place typed on the command line, a file, or a feature of it; and how well it is drawn.

internal import KGeo

struct DistanceEnd {
    /// As the user wrote it.
    let text: String
    /// Its file; nil for a typed place.
    var path: String?
    var shapes: [Geometry] = []
    /// What its file holds; nil for a typed place.
    var named: NamedFeatures?
    /// Number, id and name of each shape's feature; nil for a typed place.
    private var features: [(number: Int, id: String?, name: String)?] = []
    /// σ of each shape's drawing in m; nil where nothing is stated, and it counts as exact.
    private var sigmas: [Double?] = []
    /// Whether σ of any shape is kgeo's own assumption.
    private var assumed: [Bool] = []
    var notices: [Notice] = []

    var isEmpty: Bool { shapes.allSatisfy { $0.allCoordinates.isEmpty } }

    /// Reads an end.
    ///
    /// - Throws: a problem when it is no place on the globe, or its file cannot be read or has no such feature.
    init(
        _ text: String, _ input: InputArguments, _ boundaryError: Double?, names: AreaNameArguments,
        _ log: InputLog
    ) throws {
        self.text = text
        if let place = try Self.place(text, input) {
            shapes = [.point(Positions([place]))]
            features = [nil]
            sigmas = [0]
            assumed = [false]
            return
        }
        let named = try NamedFeatures(
            text, input, names: names.nameProperty,
            hint: "an end is a place such as 30.52,50.45, a GeoJSON file, or FILE#NAME", log: log,
            isMain: true)
        self.named = named
        path = named.path
        for feature in named.features {
            guard let geometry = feature.geometry else { continue }
            shapes.append(geometry)
            features.append(
                (
                    feature.record.index, feature.record.label,
                    AreaName.name(of: feature, property: names.nameProperty)
                ))
            try add(feature, geometry, boundaryError)
        }
        guard sigmas.contains(where: { $0 == nil }) else { return }
        notices.append(
            Notice(
                .note,
                Problem(
                    .scenario, "nothing says how well its lines are drawn; they count as exact",
                    hint: "--boundary-error gives their standard deviation"
                ).inFile(named.path)))
    }

    private mutating func add(_ feature: Feature, _ geometry: Geometry, _ boundaryError: Double?) throws {
        let properties = feature.record.properties
        func stated(_ property: String) throws -> Double? {
            guard let value = properties?[property], !value.isNull else { return nil }
            guard let metres = value.double, metres >= 0 else {
                throw Problem(
                    .scenario, "must be a number of metres, 0 or more",
                    at: Problem.Place(
                        feature: feature.record.index, id: feature.record.label, property: property)
                ).inFile(path ?? text)
            }
            return metres
        }
        let isPlace = geometry.lines.isEmpty && geometry.polygons.isEmpty
        let radius = try stated("coord_error_m")
        var sigma = try stated("boundary_error_m") ?? radius.map { $0 / 2 }
        if sigma == nil { sigma = isPlace ? 0 : boundaryError }
        let isAssumed = sigma == nil && properties?["role"]?.string == Role.control.rawValue
        sigmas.append(isAssumed ? ErrorSettings.assumedBoundaryError : sigma)
        assumed.append(isAssumed)
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
                    ? "longitude comes first: \(DistanceReport.degrees(y)),\(DistanceReport.degrees(x))?"
                    : "longitude comes first, then latitude, such as 30.52,50.45")
        }
        return places[0]
    }

    /// σ of a shape, in m, and whether it is assumed.
    func sigma(_ shape: Int) -> (metres: Double, isAssumed: Bool) { (sigmas[shape] ?? 0, assumed[shape]) }

    /// What a shape is called; nil for a typed place.
    func name(_ shape: Int) -> String? {
        features[shape].map { feature in
            feature.name == "feature \(feature.number)" ? feature.name : "\"\(feature.name)\""
        }
    }

    /// Number, id and name of a shape's feature; nil for a typed place.
    func feature(_ shape: Int) -> (number: Int, id: String?, name: String)? { features[shape] }

    /// Where on a shape an edge is, in words: `ring 0, between positions 3 and 4`; nil for a single place.
    func words(_ edge: ShapeEdge) -> String? {
        let shape = shapes[edge.shape]
        let isPolygon = edge.ring != nil
        guard let number = edge.edge else {
            let places = shape.points.count
            return places > 1 ? "place \(edge.part)" : nil
        }
        let parts = isPolygon ? shape.polygons.count : shape.lines.count
        return [
            parts > 1 ? "part \(edge.part)" : nil, edge.ring.map { "ring \($0)" },
            "between positions \(number) and \(number + 1)",
        ].compactMap(\.self).joined(separator: ", ")
    }
}
