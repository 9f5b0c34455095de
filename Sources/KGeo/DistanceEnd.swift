// One end of a distance: a place typed on the command line, a file, or a feature of it; and how well it is drawn.

package import KGeoControl
package import KGeoCore
package import KGeoJSON
package import KGeoMeasure
internal import KGeoScenario

package struct DistanceEnd: Sendable {
    /// As the user wrote it.
    package let text: String
    /// Its file; nil for a typed place.
    package var path: String?
    package var shapes: [Geometry] = []
    /// Number, id and name of each shape's feature; nil for a typed place.
    private var features: [(number: Int, id: String?, name: String)?] = []
    /// σ of each shape's drawing in m; nil where nothing is stated, and it counts as exact.
    private var sigmas: [Double?] = []
    /// Whether σ of any shape is kgeo's own assumption.
    private var assumed: [Bool] = []
    /// Borders and coasts along its outlines that are known otherwise than the rest, each with its σ.
    package var knownLines: [KnownLine] = []
    package var notices: [Notice] = []

    package var isEmpty: Bool { shapes.allSatisfy { $0.allCoordinates.isEmpty } }

    /// A place typed as longitude and latitude, which is exact.
    package init(_ text: String, place: Coordinate) {
        self.text = text
        shapes = [.point(Positions([place]))]
        features = [nil]
        sigmas = [0]
        assumed = [false]
    }

    /// The features of a file.
    ///
    /// - Parameters:
    ///   - boundaryError: σ of lines and areas that state none, in m.
    ///   - names: the property that names features.
    /// - Throws: a problem when a feature states an error that is none.
    package init(
        _ text: String, path: String, features found: [Feature], boundaryError: Double?, names: String?
    ) throws(Problem) {
        self.text = text
        self.path = path
        for feature in found {
            guard let geometry = feature.geometry else { continue }
            shapes.append(geometry)
            features.append(
                (feature.record.index, feature.record.label, AreaName.name(of: feature, property: names)))
            try add(feature, geometry, boundaryError)
        }
        guard sigmas.contains(where: { $0 == nil }) else { return }
        notices.append(
            Notice(
                .note,
                Problem(
                    .scenario, "nothing says how well its lines are drawn; they count as exact",
                    remedy: "\(.boundaryError) gives their standard deviation"
                ).inFile(path)))
    }

    private mutating func add(_ feature: Feature, _ geometry: Geometry, _ boundaryError: Double?)
        throws(Problem)
    {
        let properties = feature.record.properties
        func stated(_ property: String) throws(Problem) -> Double? {
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
        sigmas.append(isAssumed ? ErrorSettings().assumedClass.totalSigma : sigma)
        assumed.append(isAssumed)
    }

    /// A border or coast this near to a place is the one that it lies on, in m.
    private static let onTheLine = 1.0

    /// Takes σ of a shape from the border or coast on which the distance ends.
    mutating func settle(_ shape: Int, at place: Coordinate) {
        let near = knownLines.filter { line in
            EdgeIndex(EdgeIndex.edges(of: line.geometry, owner: 0)).nearest(to: place, within: Self.onTheLine)
                != nil
        }
        guard let sigma = near.compactMap(\.boundaryError).min() else { return }
        (sigmas[shape], assumed[shape]) = (sigma, false)
    }

    /// σ of a shape, in m, and whether it is assumed.
    package func sigma(_ shape: Int) -> (metres: Double, isAssumed: Bool) {
        (sigmas[shape] ?? 0, assumed[shape])
    }

    /// What a shape is called; nil for a typed place.
    package func name(_ shape: Int) -> String? {
        features[shape].map { feature in
            feature.name == "feature \(feature.number)" ? feature.name : "\"\(feature.name)\""
        }
    }

    /// Number, id and name of a shape's feature; nil for a typed place.
    package func feature(_ shape: Int) -> (number: Int, id: String?, name: String)? { features[shape] }

    /// Where on a shape an edge is, in words: `ring 0, between positions 3 and 4`; nil for a single place.
    package func words(_ edge: ShapeEdge) -> String? {
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

    /// Degrees to a centimetre.
    package static func degrees(_ value: Double) -> String { JSONNumber((value * 1e7).rounded() / 1e7).text }
}
