// What kgeo buffer prints: a table, JSON, or the buffers themselves as GeoJSON.

internal import KGeo

/// Buffers with where they came from.
struct BufferReport {
    struct Row {
        var file: String
        var feature: Feature
        var buffered: Buffered
    }
    let metres: Double
    let files: [String]
    let section, within: String?
    var rows: [Row] = []
    /// Features of which no part lies in the section.
    var outside = 0

    /// Decimals of written positions: 9 are a tenth of a millimetre, far below what is checked.
    private static let precision = 9

    /// Writes all rows.
    func write(_ format: BufferFormat, to out: Output) throws {
        switch format {
        case .table: try table(to: out)
        case .json: try out.write(JSONWriter.pretty(.object(members)))
        case .geojson:
            let document = GeoJSONDocument(features: rows.map(feature))
            try out.write(GeoJSONWriter(options: WriterOptions(precision: Self.precision)).text(document))
        }
    }

    /// What goes to standard error.
    func notes(isMap: Bool) {
        if isMap {
            for row in rows {
                let id = row.feature.record.label.map { "\"\(SafeText.escaped($0))\": " } ?? ""
                Messages.line(
                    "kgeo: note: \(id)area \(Figures.area(row.buffered.area.geodesicSquareMetres)); \(deviation(row.buffered))"
                )
            }
        } else {
            Messages.line("kgeo: note: --format geojson writes the buffers themselves")
        }
        for notice in leftOut { Messages.notice(notice) }
    }

    /// Features and buffers of which nothing is left.
    var leftOut: [Notice] {
        let empty = rows.count { $0.buffered.polygons.isEmpty }
        return [
            outside > 0
                ? "\(outside) \(outside == 1 ? "feature has" : "features have") no part in the section" : nil,
            empty > 0 ? (empty == 1 ? "one buffer is" : "\(empty) buffers are") + " empty" : nil,
        ].compactMap { $0.map { Notice(.note, Problem(.geojson, $0)) } }
    }

    private func deviation(_ made: Buffered) -> String {
        "worst deviation \(Figures.fixed(made.check.worstMetres, 2)) m"
            + (made.check.place.map { " at \(degrees($0))" } ?? "")
            + ", of \(Figures.fixed(Double(made.check.outlineSamples), 0)) places on the outline and \(Figures.fixed(Double(made.check.groundSamples), 0)) beside it"
    }

    private func degrees(_ place: Coordinate) -> String {
        "\(Figures.fixed(place.longitude, 6)), \(Figures.fixed(place.latitude, 6))"
    }

    private func table(to out: Output) throws {
        var table = TextTable([
            ("feature", .right), ("id", .left), ("area km²", .decimal), ("worst m", .decimal),
            ("at", .left), ("outline", .right), ("beside", .right),
        ])
        for row in rows {
            let check = row.buffered.check
            table.rows.append([
                String(row.feature.record.index), SafeText.escaped(row.feature.record.label ?? ""),
                Figures.fixed(row.buffered.area.geodesicSquareMetres / 1e6, 3),
                Figures.fixed(check.worstMetres, 3), check.place.map(degrees) ?? "",
                String(check.outlineSamples), String(check.groundSamples),
            ])
        }
        for line in table.lines() { try out.line(line) }
        let tolerance = rows.first.map { Figures.short($0.buffered.toleranceMetres) } ?? ""
        try out.line(
            "\(Figures.plain(metres)) m on the WGS84 ellipsoid; worst: the greatest deviation from it by geodesics, at most \(tolerance) m,"
        )
        try out.line(
            "over so many places on the outline and beside it"
                + (within == nil ? "" : ", before the buffer was cut; the area is that of the part"))
    }

    /// What an answer says of the buffers.
    var members: JSONObject {
        [
            "files": .array(files.map { .string($0) }),
            "buffer_m": .number(metres), "section": .text(section), "within": .text(within),
            "features_outside_section": .count(outside),
            "buffers": .array(
                rows.map { row in
                    let area = row.buffered.area
                    let object: JSONObject = [
                        "file": .string(row.file), "feature": .count(row.feature.record.index),
                        "id": .text(row.feature.record.label), "area_m2": .number(area.geodesicSquareMetres),
                        "perimeter_m": .number(area.perimeterMetres),
                        "area_lonlat_m2": .number(area.lonlatSquareMetres),
                    ]
                    return .object(object + figures(row.buffered))
                }),
        ]
    }

    /// What the check found, as members.
    private func figures(_ made: Buffered) -> JSONObject {
        [
            "worst_deviation_m": .number(made.check.worstMetres),
            "worst_deviation_at": .position(made.check.place),
            "outline_samples": .count(made.check.outlineSamples),
            "ground_samples": .count(made.check.groundSamples),
            "tolerance_m": .number(made.toleranceMetres),
        ]
    }

    private func feature(_ row: Row) -> Feature {
        var result = row.feature
        var properties = result.record.properties ?? JSONObject()
        properties["buffer_m"] = .number(metres)
        properties["area_km2"] = .number(row.buffered.area.geodesicSquareMetres / 1e6)
        for member in figures(row.buffered).members { properties[member.name] = member.value }
        result.record.properties = properties
        result.record.bbox = nil
        result.record.geometryForeign = []
        let polygons = row.buffered.polygons
        result.geometry =
            polygons.isEmpty
            ? nil : polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(MultiPolygon(polygons))
        return result
    }
}
