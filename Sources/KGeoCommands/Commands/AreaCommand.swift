// kgeo area: a row per feature, streamed; or what other methods would print.

internal import ArgumentParser
internal import KGeo
internal import KGeoAtlas
internal import KGeoCore
internal import KGeoJSON
internal import KGeoReport
internal import KGeoVerdict

struct AreaCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "area", abstract: "Area and perimeter of every feature, on the ellipsoid.",
        discussion: """
            Areas are on WGS84, in m² in CSV and JSON and in km² in the table, with geodesic edges (what PROJ, PostGIS geography and QGIS print) and with edges \
            straight in longitude and latitude (RFC 7946). Holes are subtracted; lines and points are 0.

            The table says what each shape is called, by its property name, title or the like, and where on Earth it lies: a             shape in the wrong country has its longitude and latitude swapped, or another reference system (--swap-xy, \
            --crs). CSV and JSON have these as further columns with --names and --where, and the area in --unit.

            Examples:
              kgeo area map.geojson
              kgeo area map.geojson --unit acres
              kgeo area --format csv maps/ > areas.csv
              kgeo area --format csv --names --unit ha map.geojson
              kgeo area map.geojson --compare
            """)
    @OptionGroup var stream: StreamArguments
    @Flag(name: .long, help: "Test the topology of each feature too; a crossing ring is an error.")
    var checkTopology = false
    @Flag(
        name: .long,
        help:
            "Measure every area of a mapmaker's file, also where some are held, some contested and some neither."
    )
    var asDrawn = false
    @Flag(name: .long, help: "Show what other methods would print for the same file, and why.")
    var compare = false
    @OptionGroup var details: AreaDetailArguments

    var format: OutputFormat { stream.output.format }

    func run() throws {
        if compare { return try comparison() }
        let unit = try details.measureUnit()
        var told = AreaDetails(checksTopology: checkTopology, unit: unit)
        (told.saysName, told.nameProperty) = (details.saysName(format), details.nameProperty)
        let places = try details.places(format)
        told.saysPlace = places != nil
        let (meant, printed) = (told, unit ?? .km2)
        try StreamRun(
            stream, command: "area",
            columns: [
                ("area_m2", "area km²"), ("perimeter_m", "perimeter km"),
                ("area_lonlat_m2", "area lonlat km²"),
            ] + (unit.map { [("area_\($0.name)", "")] } ?? []),
            shown: { values in
                [
                    Self.cell(values[0], in: printed), Figures.cell(values[1] / 1e3, 3),
                    Self.cell(values[2], in: printed),
                ]
            },
            foot:
                "WGS84 ellipsoid; area with geodesic edges, lonlat with edges straight in longitude and latitude",
            settings: ["check_topology": .bool(checkTopology), "as_drawn": .bool(asDrawn)] + details.record,
            titles: [
                "area \(printed.symbol)", "perimeter km",
                unit == nil ? "area lonlat km²" : "lonlat \(printed.symbol)",
            ],
            saysName: told.saysName, nameProperty: told.nameProperty, places: places,
            inspect: asDrawn ? nil : try mixedGround(),
            meter: { AreaMeter(meant) }
        ).run()
    }

    /// An area for people, to some square metres: small units need no decimals.
    private static func cell(_ squareMetres: Double, in unit: MeasureUnit) -> String {
        let decimals = unit.factor >= 1e5 ? 3 : unit.factor >= 500 ? 2 : 0
        return Figures.cell(unit.value(si: squareMetres), decimals)
    }

    /// Refuses a file that is no sum of its areas, by its number among the inputs, before anything of it is measured.
    ///
    /// Of the files of a folder, which mostly are of one kind, the first and the last are looked at in whole, of the others
    /// and of standard input the first part.
    private func mixedGround() throws -> @Sendable (ByteSource, Int) throws -> Void {
        let options = stream.input.options
        let looksAtHead = try stream.paths.flatMap { path -> [Bool] in
            guard path != "-" else { return [true] }
            let files = try MapFolder.files(path)
            return files.indices.map { $0 > 0 && $0 < files.count - 1 }
        }
        return { source, number in
            guard source.size.map({ $0 <= MixedGround.largest }) ?? true else { return }
            try MixedGround.refuse(
                source, reader: try options.readerOptions(keepsProperties: true),
                looksAtHead: looksAtHead[number])
        }
    }

    /// What other methods would print.
    private func comparison() throws {
        let files = try stream.files()
        if !asDrawn {
            let inspect = try mixedGround()
            for (number, file) in files.enumerated() where file != "-" {
                try inspect(InputFile.source(file), number)
            }
        }
        let out = try stream.output.open(inputs: files)
        let log = InputLog(takesDigests: stream.output.format == .json)
        let options = try stream.input.options.readerOptions()
        let results = try files.map { path in
            try log.read(path, isMain: true) { try MethodComparison.read($0, options: options) }
        }
        try stream.output.write(CompareReport(results), to: out) {
            // Methods are projections of PROJ's database.
            Envelope(
                command: "area --compare", tool: .current(database: try Libraries.database().epsgVersion),
                inputs: log.records, settings: stream.input.record, notices: [])
        }
    }
}
