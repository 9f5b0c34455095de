// One side of a share: the surfaces of a file or of one of its features, of one day.

internal import KGeoClaims
package import KGeoControl
package import KGeoCore
package import KGeoJSON
internal import KGeoScenario

/// The ground that is divided, or divided by.
package struct ShareGround: Sendable {
    package let path: String
    /// Its surfaces, each with the σ it states and its names.
    package let features: [(geometry: Geometry?, sigma: Double?, names: [String])]
    /// Stretches of front of the same day, each with its σ.
    package let fronts: [KnownLine]
    /// What must be printed with it.
    package let credit: String?
    package var notices: [Notice]

    /// The surfaces among some features of a file.
    ///
    /// - Parameters:
    ///   - fronts: the stretches of front in the file.
    ///   - names: the property that names features.
    ///   - lendsDay: whether the file's name may say its day; a whole is of no day unless it says so.
    ///   - choice: which of control areas count, where the file says whose they are and of which status; nil for all
    ///     surfaces.
    /// - Throws: a problem when there is no surface, one is broken, or they are of several days.
    package init(
        path: String, collection: CollectionRecord, features given: [Feature], fronts known: [Feature],
        names: String?, lendsDay: Bool = false, choice: GroundChoice? = nil
    ) throws(Problem) {
        self.path = path
        var found: [Notice] = []
        let drawn = try HeldSurfaces.chosen(
            given.filter { !($0.geometry?.polygons.isEmpty ?? true) }, of: collection, choice, path, &found)
        guard !drawn.isEmpty else {
            throw Problem(
                .geojson, "it holds no surface", hint: "a share is one of polygons"
            ).inFile(path)
        }
        let scenario = try Self.scenario(path, collection, drawn, known)
        let surfaces = choice == nil ? drawn : Self.dated(drawn, scenario, path, &found)
        features = try surfaces.map { feature throws(Problem) in
            try Self.surface(feature, names: names, path, &found)
        }
        let days = scenario.features.filter { $0.role != .front }.compactMap(\.date)
        let dates = Set(days).sorted()
        if dates.count > 1 {
            throw Problem(
                .scenario, "the areas are of \(dates.count) dates (\(dates[0]) to \(dates[dates.count - 1]))",
                hint: "name one with FILE#ID: ground of several days is no part of anything"
            ).inFile(path)
        }
        let dated = Dictionary(
            scenario.features.map { ($0.index, $0.date) }, uniquingKeysWith: { first, _ in first })
        fronts = known.filter { feature in
            guard let date = dated[feature.record.index] ?? nil, let own = dates.first else { return true }
            return date == own
        }.compactMap { feature in
            feature.geometry.map {
                KnownLine(
                    geometry: $0, boundaryError: feature.record.properties?["boundary_error_m"]?.double)
            }
        }
        let isOpen = surfaces.contains {
            $0.record.properties?["licence"]?.string?.hasPrefix("ODbL") ?? false
        }
        credit = isOpen ? "© OpenStreetMap contributors" : nil
        notices = found + (lendsDay ? scenario.dayNotices : [])
    }

    /// Control areas without those that have no date where others have one: of which day they are is not known.
    private static func dated(
        _ surfaces: [Feature], _ scenario: Scenario, _ path: String, _ notices: inout [Notice]
    ) -> [Feature] {
        let areas = scenario.features.filter { $0.role != .front }
        let undated = Set(areas.filter { $0.date == nil }.map(\.index))
        guard !undated.isEmpty, undated.count < Set(areas.map(\.index)).count else { return surfaces }
        if let notice = Notice.undatedAreas(undated.count, in: path) { notices.append(notice) }
        return surfaces.filter { !undated.contains($0.record.index) }
    }

    /// A surface with the σ it states and its names.
    ///
    /// - Parameter notices: what is odd about it is appended here.
    /// - Throws: a problem when its σ is none, or it is broken.
    private static func surface(
        _ feature: Feature, names: String?, _ path: String, _ notices: inout [Notice]
    ) throws(Problem) -> (geometry: Geometry?, sigma: Double?, names: [String]) {
        let sigma = feature.record.properties?["boundary_error_m"].flatMap { $0.isNull ? nil : $0 }
        let place = Problem.Place(feature: feature.record.index, id: feature.record.label)
        if let sigma, sigma.double.map({ $0 < 0 }) ?? true {
            var place = place
            place.property = "boundary_error_m"
            throw Problem(.scenario, "must be a number of metres, 0 or more", at: place).inFile(path)
        }
        for notice in try ScenarioLoader.topology(feature.geometry?.polygons ?? [], place, file: path) {
            if notice.severity == .error { throw notice.problem }
            notices.append(notice)
        }
        return (
            feature.geometry, sigma?.double,
            [feature.record.label].compactMap(\.self) + AreaName.names(of: feature, property: names)
        )
    }

    /// Its surfaces and stretches of front as a map has them, with their days.
    ///
    /// - Throws: a problem when a day is none.
    private static func scenario(
        _ path: String, _ collection: CollectionRecord, _ surfaces: [Feature], _ fronts: [Feature]
    ) throws(Problem) -> Scenario {
        let own = Set(surfaces.map(\.record.index))
        var reader = ScenarioReader()
        let scenario = reader.scenario(
            GeoJSONDocument(
                collection: collection,
                features: surfaces + fronts.filter { !own.contains($0.record.index) }),
            file: path)
        if let wrong = reader.problems.first(where: { $0.place.property == "date" }) { throw wrong }
        return scenario
    }

    /// Its features for measuring.
    ///
    /// - Parameter sigma: σ of features that give none; nil leaves it to the settings.
    package func parts(_ sigma: Double?) -> [ControlPart] {
        features.map { ControlPart(polygons: $0.geometry?.polygons ?? [], boundaryError: $0.sigma ?? sigma) }
    }

    /// The codes of official areas that have the name of its one feature.
    package var officialCodes: [String] {
        guard features.count == 1, let names = features.first?.names.map({ $0.lowercased() }) else {
            return []
        }
        return OfficialAreas.codes.filter { code in
            guard let official = OfficialAreas.areas(code)?.first?.name.lowercased() else { return false }
            return names.contains { official.hasPrefix($0 + ",") }
        }
    }
}
