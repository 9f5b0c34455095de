// kgeo buffer: the ground within a distance of shapes, measured again before anything is written.

internal import ArgumentParser
internal import KGeo

enum BufferFormat: String, ExpressibleByArgument, CaseIterable { case table, json, geojson }

struct BufferCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "buffer",
        abstract: "The ground within a distance of places, lines or areas, on the ellipsoid.",
        discussion: """
            The outline is measured by geodesics against the shapes before anything is written. The worst deviation \
            and its place are printed; if it is above the tolerance, the buffer is made again, finer, and in the end \
            refused. A negative distance shrinks areas. FILE#NAME is one feature of a file, by its id or its name.

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
    @Option(
        name: .customLong("format"),
        help:
            "How to print: table, json or geojson; the default is geojson into a file named so, else table.")
    var wantedFormat: BufferFormat?
    @Option(
        name: [.long, .short],
        help: ArgumentHelp(
            "Write to FILE instead of standard output, whole or not at all.", valueName: "file"))
    var output: String?
    @Flag(name: .long, help: "Replace the output file if it exists.")
    var force = false
    @Flag(name: [.long, .short], help: "No notes and warnings.")
    var quiet = false

    var format: OutputFormat { wantedFormat == .json ? .json : .table }

    func run() throws {
        let metres = try Arguments.length(distance, "--distance")
        try Buffering.check(metres: metres, tolerance: bufferTolerance)
        let name = areaNames.nameProperty
        let log = InputLog(takesDigests: wantedFormat == .json)
        let sources = try files.map { try NamedFeatures($0, input, names: name, log: log, isMain: true) }
        let frames = try [section, within].map {
            try $0.map { try NamedFeatures($0, input, names: name, log: log) }
        }
        try areaNames.check(frames.compactMap(\.self) + sources)
        let paths = (sources + frames.compactMap(\.self)).map(\.path)
        let out = try Output(path: output, force: force, inputs: paths)
        var report = BufferReport(metres: metres, files: files, section: section, within: within)
        var notices: [Notice] = []
        for (path, feature, place) in try shapes(sources, &notices) {
            do throws(Problem) {
                guard var geometry = feature.geometry else { continue }
                if let frame = frames[0] {
                    guard let part = try Clipping.part(of: geometry, in: frame.geometry.polygons) else {
                        report.outside += 1
                        continue
                    }
                    geometry = part
                }
                var made = try Buffering.buffer(geometry, metres: metres, tolerance: bufferTolerance)
                if let frame = frames[1] {
                    let whole = Geometry.multiPolygon(MultiPolygon(made.polygons))
                    let part = try Clipping.part(of: whole, in: frame.geometry.polygons)
                    made.polygons = part?.polygons ?? []
                    made.area = Measuring.area(of: made.polygons)
                }
                report.rows.append(.init(file: path, feature: feature, buffered: made))
            } catch {
                throw error.located {
                    $0.file = path
                    $0.feature = place?.feature
                    $0.id = place?.id
                }
            }
        }
        guard !report.rows.isEmpty else {
            throw Problem(.geojson, "no part of the input lies in the areas of \(section ?? "")")
        }
        let isMap = output?.hasSuffix(".geojson") ?? false
        let form = wantedFormat ?? (isMap ? .geojson : .table)
        if form == .json {
            notices += report.leftOut
            let answer = Envelope(
                command: "buffer",
                tool: .current(database: try ToolVersions.database(input.options, notices)),
                inputs: log.records, settings: record(metres), members: report.members, notices: notices)
            try out.write(answer.text)
        } else {
            try report.write(form, to: out)
        }
        try out.finish()
        guard form != .json, !quiet else { return }
        Messages.notices(notices, quiet: false)
        report.notes(isMap: form == .geojson)
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
