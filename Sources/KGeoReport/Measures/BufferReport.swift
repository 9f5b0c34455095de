// What kgeo buffer prints: a table, JSON, or the buffers themselves as GeoJSON.

package import KGeoCore
package import KGeoJSON
package import KGeoSurface
internal import KGeoVerdict

/// Buffers with where they came from.
package struct BufferReport: Report {
    package struct Row {
        package var file: String
        package var feature: Feature
        package var buffered: Buffered

        /// The buffer of a feature of a file.
        package init(file: String, feature: Feature, buffered: Buffered) {
            self.file = file
            self.feature = feature
            self.buffered = buffered
        }
    }
    package let metres: Double
    package let files: [String]
    package let section, within: String?
    package var buffers: [Row] = []
    /// Features of which no part lies in the section.
    package var outside = 0

    /// Buffers of so many metres, of which none is made yet.
    package init(metres: Double, files: [String], section: String?, within: String?) {
        self.metres = metres
        self.files = files
        self.section = section
        self.within = within
    }

    /// Decimals of written positions: 9 are a tenth of a millimetre, far below what is checked.
    private static let precision = 9

    /// The buffers as GeoJSON.
    package var geojson: String {
        GeoJSONWriter(options: WriterOptions(precision: Self.precision)).text(
            GeoJSONDocument(features: buffers.map(feature)))
    }

    /// What is said of each buffer beside a file that holds them.
    package var deviations: [String] {
        buffers.map { row in
            let id = row.feature.record.label.map { "\"\(SafeText.escaped($0))\": " } ?? ""
            return
                "\(id)area \(Figures.area(row.buffered.area.geodesicSquareMetres)); \(deviation(row.buffered))"
        }
    }

    /// Features and buffers of which nothing is left.
    package var leftOut: [Notice] {
        let empty = buffers.count { $0.buffered.polygons.isEmpty }
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

    /// A row per buffer.
    package func table(on out: inout Page) {
        var table = TextTable([
            ("feature", .right), ("id", .left), ("area km²", .decimal), ("worst m", .decimal),
            ("at", .left), ("outline", .right), ("beside", .right),
        ])
        for row in buffers {
            let check = row.buffered.check
            table.rows.append([
                String(row.feature.record.index), SafeText.escaped(row.feature.record.label ?? ""),
                Figures.cell(row.buffered.area.geodesicSquareMetres / 1e6, 3),
                Figures.fixed(check.worstMetres, 3), check.place.map(degrees) ?? "",
                String(check.outlineSamples), String(check.groundSamples),
            ])
        }
        out.table(table)
        let tolerance = buffers.first.map { Figures.short($0.buffered.toleranceMetres) } ?? ""
        out.line(
            "\(Figures.plain(metres)) m on the WGS84 ellipsoid; worst: the greatest deviation from it by geodesics, at most \(tolerance) m,"
        )
        out.line(
            "over so many places on the outline and beside it"
                + (within == nil ? "" : ", before the buffer was cut; the area is that of the part"))
    }

    /// A row per buffer.
    private static let columns = Columns<Row>([
        Column("file") { .string($0.file) }, Column("feature") { .count($0.feature.record.index) },
        Column("id") { .text($0.feature.record.label) },
        Column("area_m2") { .number($0.buffered.area.geodesicSquareMetres) },
        Column("perimeter_m") { .number($0.buffered.area.perimeterMetres) },
        Column("area_lonlat_m2") { .number($0.buffered.area.lonlatSquareMetres) },
        Column("worst_deviation_m") { .number($0.buffered.check.worstMetres) },
        .member("worst_deviation_at") { .position($0.buffered.check.place) },
        Column("outline_samples") { .count($0.buffered.check.outlineSamples) },
        Column("ground_samples") { .count($0.buffered.check.groundSamples) },
        Column("tolerance_m") { .number($0.buffered.toleranceMetres) },
    ])

    /// The buffers in rows.
    package var rows: Rows { Rows(Self.columns, buffers) }

    /// What an answer says of the buffers.
    package var members: JSONObject {
        [
            "files": .array(files.map { .string($0) }),
            "buffer_m": .number(metres), "section": .text(section), "within": .text(within),
            "features_outside_section": .count(outside),
            "buffers": Self.columns.array(buffers),
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
