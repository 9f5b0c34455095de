// kgeo area --compare: what other methods would print for the same file, and why.

internal import ArgumentParser
internal import KGeo

struct CompareReport {
    private let arguments: StreamArguments
    init(_ arguments: StreamArguments) { self.arguments = arguments }

    private struct Row {
        var name: String
        var squareMetres: Double?
        var explanation: String
    }

    func run() throws {
        let files = try arguments.files()
        let output = try arguments.output.open(inputs: files)
        var results: [(file: String, features: Int, rows: [Row])] = []
        for path in files { results.append(try compare(path)) }
        switch arguments.output.format {
        case .table: try table(results, output)
        case .csv:
            try output.line("file,method,area_m2,ratio_to_geodesic")
            for result in results {
                let geodesic = result.rows[0].squareMetres ?? 0
                for row in result.rows {
                    let value = row.squareMetres.map(StreamRun.text) ?? ""
                    let ratio =
                        row.squareMetres.flatMap { geodesic > 0 ? StreamRun.text($0 / geodesic) : nil } ?? ""
                    try output.line(
                        "\(SafeText.csvCell(result.file)),\(SafeText.csvCell(row.name)),\(value),\(ratio)")
                }
            }
        case .json:
            let rows = results.map { result -> JSONValue in
                let geodesic = result.rows[0].squareMetres ?? 0
                return .object([
                    "path": .string(result.file), "features": .number(JSONNumber(result.features)),
                    "methods": .array(
                        result.rows.map { row in
                            .object([
                                "method": .string(row.name), "area_m2": .number(row.squareMetres),
                                "ratio_to_geodesic": .number(
                                    row.squareMetres.flatMap { geodesic > 0 ? $0 / geodesic : nil }),
                                "explanation": .string(row.explanation),
                            ])
                        }),
                ])
            }
            try output.write(
                JSONWriter.pretty(
                    .object([
                        "schema_version": .number(JSONNumber(1)), "command": .string("area --compare"),
                        "tool": ToolRecord.json(database: try PROJ.database().epsgVersion),
                        "files": .array(rows),
                    ])))
        }
        try output.finish()
    }

    private func table(_ results: [(file: String, features: Int, rows: [Row])], _ output: Output) throws {
        for result in results {
            try output.line("\(SafeText.escaped(result.file)): \(result.features) features")
            var table = TextTable(
                [("method", .left), ("area km²", .decimal), ("to geodesic", .right), ("what it is", .left)],
                indent: "  ")
            let geodesic = result.rows[0].squareMetres ?? 0
            for row in result.rows {
                let difference = row.squareMetres.map { geodesic > 0 ? $0 / geodesic - 1 : 0 }
                table.rows.append([
                    row.name, row.squareMetres.map { Figures.fixed($0 / 1e6, 3) } ?? "–",
                    difference.map(Self.percent) ?? "out of reach", row.explanation,
                ])
            }
            for line in table.lines() { try output.line(line) }
        }
    }

    private static func percent(_ difference: Double) -> String {
        if difference == 0 { return "=" }
        let percent = difference * 100
        let size = abs(percent)
        let digits = size >= 1 ? 2 : size >= 0.01 ? 3 : 5
        return (percent > 0 ? "+" : "") + Figures.fixed(percent, digits) + " %"
    }

    private func compare(_ path: String) throws -> (String, Int, [Row]) {
        var reader = GeoJSONReader(
            try ByteSource(path: path), options: try arguments.input.options.readerOptions())
        let sink = AreaSink()
        let builder = GeometryBuilder()
        let both = TwoSinks(sink, builder)
        let methods = OtherMethods()
        var total = AreaMeasurement()
        var others: [OtherMethod: Double?] = [:]
        for method in OtherMethod.allCases { others[method] = .some(0) }
        var count = 0
        var zones: Set<Int> = []
        while try reader.nextFeature(into: both) != nil {
            count += 1
            total += sink.take()
            let polygons = builder.take()?.polygons ?? []
            guard !polygons.isEmpty else { continue }
            let box = BoundingBox(polygons.flatMap { $0.rings.flatMap(\.coordinates) })
            // Longitudes the short way round from the first: a shape across the antimeridian has its middle there.
            let places = polygons.flatMap { $0.rings.flatMap(\.coordinates) }
            let start = places.first?.longitude ?? 0
            let drift =
                places.reduce(0) { $0 + Longitude.step(start, $1.longitude) } / Double(max(1, places.count))
            let middle = Coordinate(start + drift, (box.south + box.north) / 2)
            zones.insert(OtherMethods.utmCode(for: middle))
            for method in OtherMethod.allCases {
                guard case .some(.some(let sum)) = others[method] else { continue }
                others[method] = .some(
                    try methods.area(of: polygons, by: method, middle: middle).map { sum + $0 })
            }
        }
        var rows = [
            Row(
                name: "geodesic (kgeo)", squareMetres: total.geodesicSquareMetres,
                explanation: "the ellipsoid, shortest lines: PROJ, PostGIS geography, QGIS"),
            Row(
                name: "lonlat edges (kgeo)", squareMetres: total.lonlatSquareMetres,
                explanation: "the ellipsoid, edges as RFC 7946 draws them"),
        ]
        for method in OtherMethod.allCases {
            var name = method.rawValue
            if method == .utm {
                name += zones.count == 1 ? ", EPSG:\(zones.first ?? 0)" : ", \(zones.count) zones"
            }
            rows.append(
                Row(name: name, squareMetres: others[method].flatMap(\.self), explanation: method.explanation)
            )
        }
        return (path, count, rows)
    }
}
