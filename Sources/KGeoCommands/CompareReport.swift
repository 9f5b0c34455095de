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

    /// What the methods give for a file.
    private struct Result {
        var file: String
        var features: Int
        var rows: [Row]

        var geodesic: Double { rows.first?.squareMetres ?? 0 }
        var lines: [Line] { rows.map { Line(file: file, row: $0, geodesic: geodesic) } }
    }

    /// A row beside what it is compared with.
    private struct Line {
        var file: String
        var row: Row
        var geodesic: Double
    }

    private static let columns = Columns<Line>([
        .cell("file") { .string($0.file) }, Column("method") { .string($0.row.name) },
        Column("area_m2") { .number($0.row.squareMetres) },
        Column("ratio_to_geodesic") { line in
            .number(line.row.squareMetres.flatMap { line.geodesic > 0 ? $0 / line.geodesic : nil })
        },
        Column("explanation") { .string($0.row.explanation) },
    ])

    func run() throws {
        let files = try arguments.files()
        let output = try arguments.output.open(inputs: files)
        let log = InputLog(takesDigests: arguments.output.format == .json)
        var results: [Result] = []
        for path in files { results.append(try log.read(path, isMain: true, compare)) }
        switch arguments.output.format {
        case .table: try table(results, output)
        case .csv: try Self.columns.csv(results.flatMap(\.lines), to: output)
        case .json:
            let members: JSONObject = [
                "files": .array(
                    results.map { result in
                        .object([
                            "path": .string(result.file), "features": .count(result.features),
                            "methods": Self.columns.array(result.lines),
                        ])
                    })
            ]
            // Methods are projections of PROJ's database.
            let answer = Envelope(
                command: "area --compare", tool: .current(database: try PROJ.database().epsgVersion),
                inputs: log.records, settings: arguments.input.record, members: members, notices: [])
            try output.write(answer.text)
        }
        try output.finish()
    }

    private func table(_ results: [Result], _ output: Output) throws {
        for result in results {
            try output.line("\(SafeText.escaped(result.file)): \(result.features) features")
            var table = TextTable(
                [("method", .left), ("area km²", .decimal), ("to geodesic", .right), ("what it is", .left)],
                indent: "  ")
            let geodesic = result.geodesic
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

    private func compare(_ source: ByteSource) throws -> Result {
        var reader = GeoJSONReader(source, options: try arguments.input.options.readerOptions())
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
        return Result(file: source.name, features: count, rows: rows)
    }
}
