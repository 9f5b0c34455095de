// What is no front: the borders and coasts that are taken off an outline.

package import KGeoControl
package import KGeoCore
package import KGeoJSON
package import KGeoScenario

/// The references that are taken off an outline.
package struct FrontBorders: Sendable {
    package private(set) var references: [FrontReference] = []
    /// Where they come from, in words.
    package var words: String
    /// What must be printed with them.
    package private(set) var credit: String?

    /// No border yet.
    package init(words: String) { self.words = words }

    /// The lines and surfaces among the reference features of a scenario; nil when it has none.
    package init?(of scenario: Scenario) {
        words = "the reference features of the scenario"
        for feature in scenario.features where feature.role == .reference {
            guard let geometry = feature.geometry, Self.isBorder(geometry) else { continue }
            references.append(
                FrontReference(
                    name: feature.id ?? "feature \(feature.index)", geometry: geometry,
                    boundaryError: feature.boundaryError))
        }
        guard !references.isEmpty else { return nil }
    }

    /// Adds the lines and surfaces of a file; false when it has none.
    ///
    /// - Parameter bounds: whether only what lies on the ground's own side of its surfaces can be front.
    /// - Throws: a problem when a feature states an error that is none.
    package mutating func add(_ features: [Feature], file: String, bounds: Bool) throws(Problem) -> Bool {
        let count = references.count
        for feature in features {
            guard let geometry = feature.geometry, Self.isBorder(geometry) else { continue }
            let properties = feature.record.properties
            let sigma = properties?["boundary_error_m"]?.double
            if let sigma, sigma < 0 {
                throw Problem(
                    .scenario, "must be a number of metres, 0 or more",
                    at: Problem.Place(
                        feature: feature.record.index, id: feature.record.label, property: "boundary_error_m")
                ).inFile(file)
            }
            references.append(
                FrontReference(
                    name: AreaName.name(of: feature), geometry: geometry, boundaryError: sigma,
                    bounds: bounds,
                    pieces: Self.pieces(of: geometry, properties)))
            if let licence = properties?["licence"]?.string, licence.hasPrefix("ODbL") {
                credit = "© OpenStreetMap contributors"
            }
        }
        return references.count > count
    }

    /// The pieces of an outline of which the land border is known otherwise than the rest: it has `land_border_error_m`
    /// and runs, in the order of its ring, from the first place of `land_border_ends` to the second. Empty for others.
    private static func pieces(of geometry: Geometry, _ properties: JSONObject?) -> [KnownLine] {
        let ends = properties?["land_border_ends"]?.array?.compactMap { end -> Coordinate? in
            let numbers = end.array?.compactMap(\.double) ?? []
            return numbers.count == 2 ? Coordinate(numbers[0], numbers[1]) : nil
        }
        guard let land = properties?["land_border_error_m"]?.double, land >= 0, let ends, ends.count == 2
        else {
            return []
        }
        var (borders, others): ([LineString], [LineString]) = ([], [])
        for ring in geometry.polygons.flatMap(\.rings) {
            let places = Array(ring.coordinates.dropLast())
            guard let first = places.firstIndex(of: ends[0]), let second = places.firstIndex(of: ends[1])
            else {
                others.append(LineString(ring.coordinates))
                continue
            }
            func way(_ from: Int, _ to: Int) -> LineString {
                LineString(
                    from <= to ? Array(places[from...to]) : Array(places[from...]) + Array(places[...to]))
            }
            borders.append(way(first, second))
            others.append(way(second, first))
        }
        guard !borders.isEmpty else { return [] }
        return [
            KnownLine(geometry: .multiLineString(borders), boundaryError: land),
            KnownLine(
                geometry: .multiLineString(others), boundaryError: properties?["boundary_error_m"]?.double),
        ]
    }

    /// A point bounds nothing.
    private static func isBorder(_ geometry: Geometry) -> Bool {
        !geometry.lines.isEmpty || !geometry.polygons.isEmpty
    }
}
