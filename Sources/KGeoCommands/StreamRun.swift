// The loop that area and length share: files in, rows out, bad features said with their place.

internal import ArgumentParser
internal import KGeo

/// Runs over the features of files and writes a row for each as it goes.
final class StreamRun {
    private let arguments: StreamArguments
    private let command: String
    private let columns: [String]
    private let needsShapes: Bool
    private let sink: any GeometrySink
    private var notes: [Notice] = []
    private var noteCount = 0
    private var file = ""

    init(
        _ arguments: StreamArguments, command: String, columns: [String], needsShapes: Bool,
        sink: any GeometrySink
    ) {
        self.arguments = arguments
        self.command = command
        self.columns = columns
        self.needsShapes = needsShapes
        self.sink = sink
    }

    /// Keeps a note on a feature; only a few are printed.
    func note(_ text: String, _ record: FeatureRecord) {
        noteCount += 1
        guard notes.count < 8 else { return }
        let place = Problem.Place(feature: record.index, id: record.label)
        notes.append(Notice(.note, Problem(.geojson, text, at: place).inFile(file)))
    }

    /// Throws when a feature's polygons cross themselves.
    func checkTopology(_ geometry: Geometry, _ record: FeatureRecord) throws {
        let place = Problem.Place(feature: record.index, id: record.label)
        for finding in try ScenarioLoader.topology(geometry.polygons, place, file: file) {
            if finding.severity == .error { throw finding.problem }
            note(finding.problem.message, record)
        }
    }

    /// The whole work. `measure` gives a feature's numbers, `shown` the same for people, `total` the sums.
    func run(
        measure: (FeatureRecord, Geometry?) throws -> [Double], shown: ([Double]) -> [String],
        header: () -> [String], total: () -> [Double], foot: () -> String
    ) throws {
        let format = arguments.output.format
        try Arguments.readOnce(arguments.files)
        let options = try arguments.input.options.readerOptions()
        let output = try arguments.output.open(inputs: arguments.files)
        var written = 0
        var bad = 0
        var hasBegun = false
        var isPassable = false
        var lost: Problem?
        var lostCount = 0
        var inputs: [JSONValue] = []
        let several = arguments.files.count > 1

        /// The head of the output: not before the first row, so that an error before it leaves nothing.
        func begin() throws {
            guard !hasBegun else { return }
            hasBegun = true
            switch format {
            case .csv: try output.line("file,feature,id," + columns.joined(separator: ","))
            case .json:
                try output.write(
                    "{\"schema_version\":1,\"command\":\(JSONWriter.quoted(command)),\"tool\":\(JSONWriter.compact(ToolRecord.json())),"
                )
                try output.write("\"method\":\"geodesic and lonlat edges on WGS84\",\"features\":[")
            case .table:
                try output.line(tableRow(several ? "file" : nil, "feature", "id", header()))
            }
        }

        func row(_ path: String, _ record: FeatureRecord, _ values: [Double]?) throws {
            try begin()
            let id = record.label ?? ""
            switch format {
            case .csv:
                let numbers =
                    values.map { $0.map { $0.isFinite ? Self.text($0) : "" } } ?? columns.map { _ in "" }
                try output.line(
                    "\(SafeText.csvCell(path)),\(record.index),\(SafeText.csvCell(id)),"
                        + numbers.joined(separator: ","))
            case .json:
                var members: [JSONObject.Member] = [
                    .init("file", .string(path)), .init("feature", .number(JSONNumber(record.index))),
                    .init("id", .text(record.label)),
                ]
                for (i, name) in columns.enumerated() { members.append(.init(name, .number(values?[i]))) }
                try output.write(
                    (written + bad == 0 ? "\n" : ",\n") + JSONWriter.compact(.object(JSONObject(members))))
            case .table:
                try output.line(
                    tableRow(
                        several ? path : nil, String(record.index), SafeText.escaped(id),
                        values.map(shown) ?? header().map { _ in "–" }))
            }
        }

        files: for path in arguments.files {
            file = path
            do {
                let source = try ByteSource(path: path)
                if format == .json { source.keepDigest() }
                var reader = GeoJSONReader(source, options: options)
                let builder = GeometryBuilder()
                let both: any GeometrySink = needsShapes ? TwoSinks(sink, builder) : sink
                while true {
                    var begun: FeatureRecord?
                    do {
                        guard let record = try reader.nextFeature(into: both) else { break }
                        begun = record
                        let values = try measure(record, builder.take())
                        try row(path, record, values)
                        written += 1
                    } catch let problem as Problem where problem.code != .outputWrite {
                        let wasReading = begun == nil
                        guard arguments.keepGoing else {
                            // Broken JSON has no next feature to look for, unless texts stand apart.
                            let mayGoOn = problem.code != .json || reader.collection.kind == .sequence
                            isPassable = mayGoOn && (!wasReading || reader.recover(from: problem))
                            throw problem
                        }
                        var record =
                            begun
                            ?? FeatureRecord(index: problem.place.feature ?? max(0, reader.featuresBegun - 1))
                        if wasReading, let id = problem.place.id { record.id = .text(id) }
                        guard !wasReading || reader.recover(from: problem) else { throw problem }
                        if bad < 8 { Messages.report(problem, format: format) }
                        try row(path, record, nil)
                        bad += 1
                    }
                }
                notes += reader.notices.filter { $0.problem.code == .crs }
                inputs.append(.object(["path": .string(path), "sha256": .text(source.hexDigest)]))
            } catch let problem as Problem where problem.code != .outputWrite && problem.code != .outputCreate
            {
                if arguments.keepGoing, several {
                    Messages.report(problem, format: format)
                    lost = lost ?? problem
                    lostCount += 1
                    continue files
                }
                // The rows before the bad feature stand; a file to be written whole is given up.
                if !output.isWhole {
                    if format == .json, hasBegun { try close(output, inputs, total(), complete: false) }
                    try output.finish()
                }
                Messages.notices(notes, quiet: arguments.output.quiet)
                Messages.report(problem, format: format)
                noteWritten(output.isWhole ? 0 : written + bad, isPassable: isPassable)
                throw ExitCode(ExitCodes.code(for: problem))
            }
        }
        try begin()
        switch format {
        case .json: try close(output, inputs, total(), complete: bad == 0 && lost == nil)
        case .table:
            try output.line(
                tableRow(
                    several ? "" : nil, "total", "\(written) \(written == 1 ? "feature" : "features")",
                    shown(total())))
            try output.line(foot())
        case .csv: break
        }
        try output.finish()
        Messages.notices(notes, quiet: arguments.output.quiet)
        if noteCount > notes.count, !arguments.output.quiet {
            Messages.line("kgeo: note: \(noteCount - notes.count) more notes of this kind")
        }
        if bad > 0 {
            Messages.report(
                Problem(.geojson, "\(bad) of \(written + bad) features could not be measured"), format: format
            )
        }
        if let lost {
            Messages.report(
                Problem(
                    lost.code, "\(lostCount) of \(arguments.files.count) files could not be read to the end"),
                format: format)
            throw ExitCode(ExitCodes.code(for: lost))
        }
        if bad > 0 { throw ExitCode(65) }
    }

    /// After an error: how much of the output stands, and how to get past a bad feature.
    private func noteWritten(_ rows: Int, isPassable: Bool) {
        guard arguments.output.format != .json, !arguments.output.quiet else { return }
        let remedy = isPassable ? "--keep-going passes over bad features" : nil
        let count =
            rows == 0
            ? nil : "\(rows) \(rows == 1 ? "feature was" : "features were") written before the error"
        let words = [count, remedy].compactMap(\.self)
        if !words.isEmpty { Messages.line("kgeo: note: " + words.joined(separator: "; ")) }
    }

    private func close(_ output: Output, _ inputs: [JSONValue], _ total: [Double], complete: Bool) throws {
        var totals = JSONObject()
        for (name, value) in zip(columns, total) { totals[name] = .number(value) }
        try output.line(
            "\n],\"inputs\":\(JSONWriter.compact(.array(inputs))),\"total\":\(JSONWriter.compact(.object(totals))),\"complete\":\(complete)}"
        )
    }

    /// Columns of a streamed table have a fixed width, since the rows to come are not known.
    private func tableRow(_ file: String?, _ feature: String, _ id: String, _ values: [String]) -> String {
        var text = file.map { TextTable.padded($0.isEmpty ? "" : Self.shortened($0, 28), 28) + "  " } ?? ""
        text += TextTable.padded(feature, 7, left: true) + "  " + TextTable.padded(Self.shortened(id, 20), 20)
        for value in values { text += "  " + TextTable.padded(value, 16, left: true) }
        return text
    }

    private static func shortened(_ text: String, _ width: Int) -> String {
        text.count <= width ? text : "…" + text.suffix(width - 1)
    }

    /// The shortest digits that read back as the same double.
    static func text(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

/// Hands every event to two sinks.
final class TwoSinks: GeometrySink {
    private let first, second: any GeometrySink
    init(_ first: any GeometrySink, _ second: any GeometrySink) {
        self.first = first
        self.second = second
    }
    func beginGeometry() {
        first.beginGeometry()
        second.beginGeometry()
    }
    func positions(_ block: Span<Coordinate>) {
        first.positions(block)
        second.positions(block)
    }
    func endPath() {
        first.endPath()
        second.endPath()
    }
    func endGroup() {
        first.endGroup()
        second.endGroup()
    }
    func endGeometry(_ type: GeometryType) {
        first.endGeometry(type)
        second.endGeometry(type)
    }
    func discardGeometry() {
        first.discardGeometry()
        second.discardGeometry()
    }
}

/// The tool as machine output names it.
enum ToolRecord {
    /// kgeo, GEOS and PROJ; the PROJ database only where it has been used, since asking opens it.
    static func json(database: String? = nil) -> JSONValue {
        .object([
            "kgeo": .string(KGeoVersion.current), "geos": .string(GEOS.version),
            "proj": .string(PROJ.version),
            "proj_db": .text(database),
        ])
    }
}
