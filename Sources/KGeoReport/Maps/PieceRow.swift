// The largest pieces of a change: one list of columns for tables, CSV, JSON and maps.

internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoJSON
internal import KGeoVerdict

enum PieceRow {
    /// Areas in m², geodesic; ways in m, directions in degrees clockwise from north.
    static let columns = Columns<NamedPiece>([
        Column("rank") { .count($0.piece.rank) }.inLayer(),
        Column("change") { .string($0.piece.patch.isGain ? "gained" : "lost") }.inLayer(),
        Column("noise") { .bool($0.piece.patch.isNoise) }.inLayer(),
        Column("area_m2") { .number($0.piece.patch.area.geodesicSquareMetres) }.inLayer(),
        Column("date_start") { .text($0.piece.days?.lowerBound.description) }.inLayer(),
        Column("date_end") { .text($0.piece.days?.upperBound.description) }.inLayer(),
        Column("settlement") { .text($0.name?.settlement?.name) }.inLayer(),
        Column("settlement_m") { .number($0.name?.settlement?.metres) }.inLayer(),
        Column("town") { .text($0.name?.town?.name) }.inLayer(),
        Column("town_m") { .number($0.name?.town?.metres) }.inLayer(),
        Column("town_azimuth") { .number($0.name?.town?.azimuth) }.inLayer(),
        Column(cell: "region", member: nil) { .text($0.piece.region) },
        Column("admin1") { .text($0.name?.region) }.inLayer(),
        Column("admin1_code") { .text($0.name?.regionCode) }.inLayer(),
        Column("greatest_m") { .number($0.piece.advance?.greatestMetres) }.inLayer(),
        Column("azimuth") { .number($0.piece.advance?.azimuth) }.inLayer(),
        Column("mean_m") { .number($0.piece.advance?.meanMetres) }.inLayer(),
        Column("front_m") { .number($0.piece.advance?.frontMetres) }.inLayer(),
        Column("longitude") { .number($0.piece.inside.longitude) }.inLayer(),
        Column("latitude") { .number($0.piece.inside.latitude) }.inLayer(),
        Column("threshold_m") { .number($0.piece.patch.thresholdMetres) }.inLayer(),
    ])

    /// The pieces as a map: a feature each, with the same columns.
    static func features(_ pieces: [NamedPiece]) -> GeoJSONDocument {
        GeoJSONDocument(
            features: pieces.map { row in
                let patch = row.piece.patch
                var properties = columns.attributes(row)
                properties["area_km2"] = .number(patch.area.geodesicSquareMetres / 1e6)
                // An undated map leaves the pieces undated.
                for name in ["date_start", "date_end"] where properties[name]?.isNull ?? true {
                    properties[name] = nil
                }
                properties["date"] = properties["date_start"]
                if let region = row.piece.region { properties["region"] = .string(region) }
                return Feature(
                    id: "\(patch.isGain ? "gained" : "lost")-\(row.piece.rank)",
                    geometry: .polygon(patch.polygon),
                    properties: properties)
            })
    }

    /// For people: what changed hands, how far the front moved, beside which town.
    ///
    /// - Parameters:
    ///   - old: the first map, whose days are not said again where they are those of the pieces.
    ///   - new: the last map.
    static func table(_ pieces: [NamedPiece], from old: GroundMap, to new: GroundMap, on out: inout Page) {
        guard !pieces.isEmpty else { return }
        let hasDays = pieces.contains {
            $0.piece.days.map { $0.lowerBound != old.date || $0.upperBound != new.date } ?? false
        }
        var table = TextTable(
            [("", .right), ("km²", .decimal), ("moved", .left), ("where", .left)]
                + (hasDays ? [("from", .left), ("to", .left)] : []))
        for row in pieces {
            let piece = row.piece
            let squareKilometres = Figures.cell(piece.patch.area.geodesicSquareMetres / 1e6, 3)
            let moved = piece.advance.map { "\(Figures.length($0.greatestMetres)) \($0.wind)" } ?? "apart"
            table.rows.append(
                [
                    "\(piece.rank)", (piece.patch.isGain ? "+" : "−") + squareKilometres, moved,
                    (row.name.map(place) ?? Figures.place(piece.inside))
                        + (piece.patch.isNoise ? "; may be noise" : ""),
                ]
                    + (hasDays
                        ? [
                            piece.days?.lowerBound.description ?? "–",
                            piece.days?.upperBound.description ?? "–",
                        ] : []))
        }
        out.heading(pieces.count == 1 ? "The piece that changed" : "The \(pieces.count) largest pieces")
        out.table(table)
        if pieces.contains(where: { $0.piece.advance == nil }) {
            out.line("apart: the piece does not touch the line as it was")
        }
        out.line()
    }

    /// Where a piece lies, by the settlement in or beside it and the nearest town.
    private static func place(_ name: GroundNaming.Name) -> String {
        // Places of GeoData are known to a kilometre.
        func words(_ place: GroundNaming.Nearby) -> String {
            let called = SafeText.escaped(place.name)
            guard place.metres > 0 else { return called }
            guard place.metres >= 1_500 else { return "beside \(called)" }
            return "\(Figures.fixed(place.metres / 1_000, 0)) km \(Wind.name(place.azimuth)) of \(called)"
        }
        let near = [name.settlement, name.town].compactMap(\.self)
        let region = name.region.map { "; " + SafeText.escaped($0) } ?? ""
        guard let first = near.first else { return "no settlement within 100 km" + region }
        let second = near.count > 1 && near[1].name != first.name ? ", " + words(near[1]) : ""
        return words(first) + second + region
    }
}
