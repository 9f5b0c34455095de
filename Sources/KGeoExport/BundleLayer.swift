// The layers of a map as GeoJSON: one kind of geometry each, the same flat columns of the same type in every
// feature, so that OGR and QGIS read reals as reals and days as days.

internal import KGeoCore
internal import KGeoJSON
internal import KGeoVerdict

/// One layer: its name, its features, and how it is drawn.
struct BundleLayer {
    var name: String
    var about: String
    var style: LayerStyle
    var features: [Feature]

    /// RFC 7946: the right-hand rule, and every number in full, since the coordinates are those measured.
    var text: String {
        var document = GeoJSONDocument(features: features)
        document.collection.foreign["name"] = .string(name)
        let box = BoundingBox(features.lazy.compactMap(\.geometry).flatMap(\.allCoordinates))
        if !box.isEmpty { document.collection.bbox = [box.west, box.south, box.east, box.north] }
        return GeoJSONWriter(options: WriterOptions(precision: nil)).text(document)
    }

    /// The layers of a map that have features.
    ///
    /// - Throws: a problem with code `coordinate` when a position is no finite number.
    static func layers(of map: BundleMap) throws(Problem) -> [BundleLayer] {
        var surfaces: [Feature] = []
        var lines: [Feature] = []
        var points: [Feature] = []
        for feature in map.features {
            for shape in feature.shapes {
                let geometry: Geometry
                switch shape {
                case .surfaces(let polygons, let area):
                    geometry = .multiPolygon(MultiPolygon(polygons))
                    surfaces.append(
                        Feature(
                            geometry: geometry,
                            properties: columns(feature, surface: area, simple: LayerStyle.polygons)))
                case .lines(let own, let metres):
                    geometry = .multiLineString(own)
                    lines.append(
                        Feature(
                            geometry: geometry,
                            properties: columns(feature, metres: metres, simple: LayerStyle.lines)))
                case .places(let own):
                    geometry = .multiPoint(Positions(own))
                    points.append(
                        Feature(geometry: geometry, properties: columns(feature, simple: LayerStyle.points)))
                }
                try check(geometry, map, Problem.Place(feature: feature.index, id: feature.id))
            }
        }
        let findings = map.findings.map { found in
            Feature(
                geometry: found.polygons.isEmpty ? nil : .multiPolygon(MultiPolygon(found.polygons)),
                properties: FindingAttributes.columns(found, file: map.file))
        }
        for (found, feature) in zip(map.findings, findings) {
            var place = Problem.Place()
            place.claim = found.finding.claim.id
            if let geometry = feature.geometry { try check(geometry, map, place) }
        }
        return [
            BundleLayer(
                name: map.name + "-polygons", about: "areas of the map, by status",
                style: .polygons, features: single(surfaces)),
            BundleLayer(
                name: map.name + "-lines", about: "borders, fronts and other lines, by role", style: .lines,
                features: single(lines)),
            BundleLayer(
                name: map.name + "-points", about: "places", style: .points, features: single(points)),
            BundleLayer(
                name: map.name + "-findings",
                about:
                    "a row per reported figure and definition of held, with the ground it was held against",
                style: .findings, features: single(findings)),
        ].filter { !$0.features.isEmpty }
    }

    /// A layer of single parts alone is written as such; a layer of one kind must not mix both.
    private static func single(_ features: [Feature]) -> [Feature] {
        var result = features
        for i in result.indices {
            switch result[i].geometry {
            case .multiPolygon(let multi) where multi.polygons.count == 1:
                result[i].geometry = .polygon(multi.polygons[0])
            case .multiLineString(let lines) where lines.count == 1:
                result[i].geometry = .lineString(lines[0])
            case .multiPoint(let places) where places.count == 1: result[i].geometry = .point(places)
            case nil: break
            default: return features
            }
        }
        return result
    }

    private static func check(
        _ geometry: Geometry, _ map: BundleMap, _ place: Problem.Place
    ) throws(Problem) {
        for coordinate in geometry.allCoordinates
        where !coordinate.longitude.isFinite || !coordinate.latitude.isFinite {
            throw Problem(
                .coordinate, "a position is no finite number, so the feature cannot be written", at: place
            ).inFile(map.file)
        }
    }

    // MARK: Columns

    private static func columns(
        _ feature: BundleFeature, surface: AreaMeasurement? = nil, metres: Double? = nil, simple: LayerStyle
    ) -> JSONObject {
        var columns = JSONObject([
            .init("id", Cell.text(feature.id)),
            .init("name", Cell.text(feature.name)),
            .init("role", .string(feature.role.rawValue)),
            .init("status", Cell.text(feature.status)),
            .init("holder", Cell.text(feature.holder)),
            .init(
                "region", Cell.text(feature.regions.isEmpty ? nil : feature.regions.joined(separator: "; "))),
            .init("date", Cell.day(feature.date)),
            .init("date_end", Cell.day(feature.dateEnd)),
        ])
        var size: String?
        if let surface {
            columns["area_km2"] = Cell.real(surface.geodesicSquareMetres / 1e6)
            columns["perimeter_km"] = Cell.real(surface.perimeterMetres / 1e3)
            size = Figures.area(surface.geodesicSquareMetres)
        }
        if let metres {
            columns["length_km"] = Cell.real(metres / 1e3)
            size = Figures.short(metres / 1e3) + " km"
        }
        if simple.shape == .point {
            columns["class"] = Cell.text(feature.evidenceClass)
            columns["reported"] = Cell.text(feature.reported)
            columns["coord_error_m"] = Cell.real(feature.coordinateError)
            columns["coord_source"] = Cell.text(feature.coordinateSource)
        }
        columns["boundary_error_m"] = Cell.real(feature.boundaryError)
        columns["source"] = Cell.text(feature.source)
        columns["source_url"] = Cell.text(feature.sourceURL)
        columns["licence"] = Cell.text(feature.licence)
        columns["note"] = Cell.text(feature.note)
        let words: [String?] =
            feature.role == .place
            ? [
                feature.name ?? feature.id, feature.status ?? feature.role.rawValue, feature.holder,
                feature.date?.description,
            ]
            : [
                feature.holder ?? feature.name ?? feature.id, feature.status ?? feature.role.rawValue,
                feature.date?.description,
            ]
        columns["title"] = Cell.text(words.compactMap(\.self).joined(separator: ", "))
        let more = [size, feature.note, feature.source.map { "Source: " + $0 }].compactMap(\.self)
        columns["description"] = Cell.text(more.isEmpty ? nil : more.joined(separator: ". "))
        let key = simple.attribute == "role" ? feature.role.rawValue : feature.status
        simple.category(of: key).addSimpleStyle(to: &columns, shape: simple.shape)
        return columns
    }
}
