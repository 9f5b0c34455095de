// kgeo buffer: the ground within a distance of shapes, measured again before anything is written.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure
internal import KGeoReport
internal import KGeoSurface

struct BufferCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "buffer",
        abstract: "The ground within a distance of places, lines or areas, on the ellipsoid.",
        discussion: """
            The outline is measured by geodesics against the shapes before anything is written. The worst deviation \
            and its place are printed; if it is above the tolerance, the buffer is made again, finer, and in the end \
            refused. A negative distance shrinks areas. FILE#NAME is one feature of a file, by its id or its name. Into a \
            file named .geojson the buffers themselves are written, unless --format says otherwise.

            Examples:
              kgeo buffer places.geojson --distance "300 m" --output zones.geojson
              kgeo buffer GeoData/border-ukraine-russia.geojson --distance "20 km" \\
                --section GeoData/oblasts.geojson#sumy-oblast --within GeoData/oblasts.geojson#sumy-oblast
            """)
    @Argument(
        help: ArgumentHelp(
            "GeoJSON or GeoJSONSeq files, or FILE#NAME; - is standard input.", valueName: "file"))
    var files: [String]
    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp("How far, with its unit: \"20 km\", 300m, \"-12 mi\".", valueName: "length"))
    var distance: String
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The greatest deviation in m that is accepted; the default is a ten thousandth of the distance, but at least 0.1 m.",
            valueName: "m"))
    var bufferTolerance: Double?
    @Flag(name: .long, help: "One buffer around all shapes together.")
    var dissolve = false
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Buffer only the part of the shapes that lies in the areas of FILE (or FILE#NAME) or along their outline.",
            valueName: "file"))
    var section: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Keep only the part of the buffer that lies in the areas of FILE (or FILE#NAME).",
            valueName: "file"))
    var within: String?
    @OptionGroup var areaNames: AreaNameArguments
    @OptionGroup var input: InputArguments
    @OptionGroup(title: "Output") var output: MapOutputOptions

    var format: OutputFormat { output.format }

    func run() throws {
        let metres = try Arguments.length(distance, "--distance")
        try Buffering.check(metres: metres, tolerance: bufferTolerance)
        let name = areaNames.nameProperty
        let log = InputLog(takesDigests: output.isJSON)
        let sources = try files.map { try NamedFeatures($0, input, names: name, log: log, isMain: true) }
        let frames = try [section, within].map {
            try $0.map { try NamedFeatures($0, input, names: name, log: log) }
        }
        try areaNames.check(frames.compactMap(\.self) + sources)
        let paths = (sources + frames.compactMap(\.self)).map(\.path)
        let out = try output.file.open(inputs: paths)
        var report = BufferReport(metres: metres, files: files, section: section, within: within)
        var notices = (sources + frames.compactMap(\.self)).flatMap(\.notices)
        for (path, feature, place) in try shapes(sources, &notices) {
            do throws(Problem) {
                guard let geometry = feature.geometry else { continue }
                guard let made = try buffer(geometry, metres, frames.map { $0?.geometry.polygons }) else {
                    report.outside += 1
                    continue
                }
                report.buffers.append(.init(file: path, feature: feature, buffered: made))
            } catch {
                throw error.located {
                    $0.file = path
                    $0.feature = place?.feature
                    $0.id = place?.id
                }
            }
        }
        guard !report.buffers.isEmpty else {
            throw Problem(.geojson, "no part of the input lies in the areas of \(section ?? "")")
        }
        try write(report, notices, to: out, record(metres), log)
    }

    /// The buffer of what of a shape lies in the section, and of that the part within; nil when nothing of the shape
    /// lies in the section.
    private func buffer(_ shape: Geometry, _ metres: Double, _ frames: [[Polygon]?]) throws(Problem)
        -> Buffered?
    {
        var geometry = shape
        if let section = frames[0] {
            guard let part = try Clipping.part(of: geometry, in: section) else { return nil }
            geometry = part
        }
        var made = try Buffering.buffer(geometry, metres: metres, tolerance: bufferTolerance)
        if let within = frames[1] {
            let whole = Geometry.multiPolygon(MultiPolygon(made.polygons))
            made.polygons = try Clipping.part(of: whole, in: within)?.polygons ?? []
            made.area = Measuring.area(of: made.polygons)
        }
        return made
    }

    private func write(
        _ report: BufferReport, _ notices: [Notice], to out: Output, _ record: JSONObject, _ log: InputLog
    ) throws {
        let isMap = output.wanted == nil && (output.file.output?.hasSuffix(".geojson") ?? false)
        let form = output.wanted ?? (isMap ? .geojson : .table)
        let all = notices + report.leftOut
        try output.write(report, report.geojson, as: form, to: out, notices: notices) {
            Envelope(
                command: "buffer", tool: .current(database: try ToolVersions.database(input.options, all)),
                inputs: log.records, settings: record, notices: all)
        }
        guard form != .json, !output.file.quiet else { return }
        if form == .geojson {
            for line in report.deviations { Messages.line("kgeo: note: " + line) }
        } else {
            Messages.line("kgeo: note: --format geojson writes the buffers themselves")
        }
        for notice in report.leftOut { Messages.notice(notice) }
    }

    /// What the buffers depend on.
    private func record(_ metres: Double) -> JSONObject {
        [
            "distance_m": .number(metres), "buffer_tolerance_m": .number(bufferTolerance),
            "dissolve": .bool(dissolve), "section": .text(section), "within": .text(within),
        ] + input.record
    }

    /// What gets a buffer of its own: each feature, or all of them as one. Features without a geometry are
    /// passed over with a note.
    private func shapes(
        _ sources: [NamedFeatures], _ notices: inout [Notice]
    ) throws -> [(path: String, feature: Feature, place: Problem.Place?)] {
        let named = sources.flatMap { source in
            source.features.map { feature in
                (
                    path: source.path, feature: feature,
                    place: Problem.Place?.some(
                        Problem.Place(feature: feature.record.index, id: feature.record.label))
                )
            }
        }
        guard !named.isEmpty else { throw Problem(.geojson, "there are no features to buffer") }
        let all = named.filter { $0.feature.geometry != nil }
        for (path, feature, place) in named where feature.geometry == nil {
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .geojson, "there is no geometry, so the feature is passed over",
                        at: place ?? Problem.Place()
                    ).inFile(path)))
        }
        guard !all.isEmpty else {
            throw Problem(
                .geojson, "there is no geometry to buffer",
                hint: "every feature's geometry is null; give the map that has the shapes"
            ).inFile(named[0].path)
        }
        guard dissolve, all.count > 1 else { return all }
        let together = Feature(
            geometry: .collection(all.compactMap(\.feature.geometry)),
            properties: JSONObject([.init("features", .number(JSONNumber(all.count)))]))
        return [(files.joined(separator: ", "), together, nil)]
    }
}
