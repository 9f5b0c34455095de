// The run that area and length share: files in, rows out in order, bad features said with their place.
//
// One reader goes through each file and decides everything. Where several threads may work, others read ahead of it
// (StreamRun+Threads.swift), and it takes over what they have read without fault from exactly where it stands.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoJSON
internal import KGeoReport
internal import KGeoScenario

/// Runs over the features of files and writes a row for each as it goes.
final class StreamRun {
    let arguments: StreamArguments
    let files: [String]
    let command: String
    let rows: RowFormat
    private let foot: String
    /// Makes a meter for a thread.
    let meter: @Sendable () -> any FeatureMeter
    let output: Output
    let input: InputOptions
    let threads: Int

    /// Looks at an input, by its number, before anything of it is measured, and may refuse it.
    let inspect: (@Sendable (ByteSource, Int) throws -> Void)?
    /// The input that was refused.
    private var refusal: Problem?
    /// How many inputs have been looked at; rows wait until all have been.
    private var inspected = 0
    /// The rest of the settings that the result depends on.
    private let settings: JSONObject
    /// Whether JSON names its inputs with their digests: only where taking them costs little, since it takes longer
    /// than measuring.
    let takesDigests: Bool

    /// The property that is to name features, where one is given, and those of features that lack it: nil once one has it.
    private let nameProperty: String?
    private var otherProperties: [String]? = []
    /// Says where features lie, where that is asked for.
    private let places: ShapePlaces?

    private var notes: [Notice] = []
    private var noteCount = 0
    /// How many of `notes` are on features.
    private var keptCount = 0
    var written = 0
    private var bad = 0
    private var hasBegun = false
    /// The file whose rows are being written.
    private var rowsOf: String?
    private var totals: [Double]
    private let log = InputLog(takesDigests: false)
    /// Rows of JSON before whose head is written: it names the inputs, whose digests are known at the end.
    private var held: [UInt8] = []
    private var isHeadWritten = false
    /// Whether the feature that ended the run could be passed over.
    private var isPassable = false

    /// - Parameters:
    ///   - columns: the numbers of a row, by their names in CSV and JSON and by those for people.
    ///   - shown: the numbers for people.
    ///   - foot: the last line of the table.
    ///   - titles: the titles for people, where they are not those of the columns one by one.
    ///   - saysName: whether rows say what features are called; `nameProperty` is the property to call them by.
    ///   - places: says where features lie; nil where rows do not say it.
    ///   - inspect: looks at an input, by its number, before anything of it is measured; what it has read is read again.
    ///   - meter: makes what measures; each thread has its own.
    /// - Throws: a problem when the arguments do not fit together, or the output cannot be created.
    init(
        _ arguments: StreamArguments, command: String, columns: [(name: String, title: String)],
        shown: @escaping @Sendable ([Double]) -> [String], foot: String, settings: JSONObject = [:],
        titles: [String]? = nil, saysName: Bool = false, nameProperty: String? = nil,
        places: ShapePlaces? = nil,
        inspect: (@Sendable (ByteSource, Int) throws -> Void)? = nil,
        meter: @escaping @Sendable () -> any FeatureMeter
    ) throws {
        self.arguments = arguments
        self.command = command
        self.foot = foot
        self.settings = settings
        self.inspect = inspect
        self.meter = meter
        files = try arguments.files()
        rows = RowFormat(
            format: arguments.output.format, columns: columns.map(\.name),
            titles: titles ?? columns.map(\.title),
            shown: shown, several: files.count > 1, saysName: saysName, saysPlace: places != nil)
        self.nameProperty = nameProperty
        self.places = places
        totals = columns.map { _ in 0 }
        input = arguments.input.options
        threads = try arguments.threadCount()
        let sizes = arguments.output.format == .json ? files.map(FileStatus.sizeOfFile) : [nil]
        let size = sizes.reduce(Int?.some(0)) { sum, size in sum.flatMap { sum in size.map { sum + $0 } } }
        takesDigests = size.map { $0 <= Self.digestedSize } ?? false
        _ = try input.readerOptions()  // a CRS that cannot be used is said before an output is begun
        output = try arguments.output.open(inputs: files)
    }

    /// Files of at most so many bytes together are named with their digests: taking them takes a twentieth of a
    /// second, and four times as long as measuring (Docs/Decisions/0016).
    private static let digestedSize = 1 << 24
    /// How many bytes of rows wait for the digests.
    private static let heldSize = 1 << 24

    /// The whole work.
    func run() throws {
        let format = rows.format
        var lost: Problem?
        var lostCount = 0
        let ahead = FilesAhead(self)
        for (number, path) in files.enumerated() {
            do {
                if let read = ahead.result(number) {
                    noteInspected(number)
                    try take(read, path)
                } else {
                    try read(path, number)
                }
            } catch let problem as Problem
                where refusal == nil && problem.code != .outputWrite && problem.code != .outputCreate
            {
                if arguments.keepGoing, files.count > 1 {
                    Messages.report(problem, format: format)
                    lost = lost ?? problem
                    lostCount += 1
                    log.add(path, nil)
                    continue
                }
                // The rows before the bad feature stand; a file to be written whole is given up.
                if !output.isWhole {
                    log.add(path, nil)
                    if format == .json, hasBegun { try close(complete: false) }
                    try output.finish()
                }
                if format != .json { Messages.notices(notes, quiet: arguments.output.quiet) }
                Messages.report(problem, format: format)
                noteWritten(output.isWhole ? 0 : written + bad)
                throw ExitCode(ExitCodes.code(for: problem))
            }
        }
        try begin()
        if format == .json { try close(complete: bad == 0 && lost == nil) }
        if format == .table {
            let count = "\(written) \(written == 1 ? "feature" : "features")"
            try output.write(rows.tableLine("total", count, rows.shown(totals)))
            var page = Page(width: PageWidth.current, words: .commandLine)
            if let more = places?.words { page.line(more) }
            page.line(foot)
            try output.write(page.text)
        }
        try output.finish()
        try report(lost, lostCount)
    }

    /// What is left to say when all files have been gone through.
    private func report(_ lost: Problem?, _ lostCount: Int) throws {
        let format = rows.format
        if format != .json {
            Messages.notices(notes, quiet: arguments.output.quiet)
            if let more, !arguments.output.quiet { Messages.notice(more) }
        }
        if bad > 0 {
            Messages.report(
                Problem(.geojson, "\(bad) of \(written + bad) features could not be measured"), format: format
            )
        }
        if let lost {
            Messages.report(
                Problem(
                    lost.code, "\(lostCount) of \(files.count) files could not be read to the end"),
                format: format)
            throw ExitCode(ExitCodes.code(for: lost))
        }
        if bad > 0 { throw ExitCode(65) }
        if let nameProperty, let otherProperties, written > 0 {
            throw AreaName.missing(nameProperty, among: otherProperties)
        }
    }

    // MARK: Files

    /// Reads a file, alone or with the help of others.
    private func read(_ path: String, _ number: Int) throws {
        let source = try InputFile.source(path)
        if takesDigests { source.keepDigest() }
        try look(source, number)
        var reader = GeoJSONReader(source, options: try input.readerOptions(keepsProperties: rows.saysName))
        let meter = meter()
        let ahead = ChunksAhead(self, source)
        while true {
            var begun: FeatureRecord?
            do {
                if threads > 1, try ahead.takeOver(&reader, path) { continue }
                guard let record = try reader.nextFeature(into: meter.sink) else { break }
                begun = record
                let measured = Result { try meter.measure(record, file: path) }
                for text in meter.takeNotes() { note(text, record.index, record.label, path) }
                try take(record, measured.get(), path)
            } catch let problem as Problem where problem.code != .outputWrite {
                try pass(problem, begun, &reader, path)
            }
        }
        takeEnd(path, notices: reader.notices, digest: source.hexDigest ?? ahead.hexDigest())
    }

    /// Looks at an input before anything of it is measured. One that is refused leaves nothing written.
    private func look(_ source: ByteSource, _ number: Int) throws {
        do { try inspect?(source, number) } catch let problem as Problem {
            refusal = problem
            throw problem
        }
        noteInspected(number)
    }

    private func noteInspected(_ number: Int) {
        inspected = max(inspected, number + 1)
        output.isHeldBack = inspect != nil && inspected < files.count
    }

    /// Looks at the inputs that are left, when many rows wait for them.
    private func inspectRest() throws {
        for number in inspected..<files.count where files[number] != "-" {
            try look(try InputFile.source(files[number]), number)
        }
        noteInspected(files.count - 1)
    }

    /// After a problem: says it and goes on behind the feature, if that is wanted and possible.
    private func pass(
        _ problem: Problem, _ begun: FeatureRecord?, _ reader: inout GeoJSONReader, _ path: String
    ) throws {
        let wasReading = begun == nil
        guard arguments.keepGoing else {
            // Broken JSON has no next feature to look for, unless texts stand apart.
            let mayGoOn = problem.code != .json || reader.collection.kind == .sequence
            isPassable = mayGoOn && (!wasReading || reader.recover(from: problem))
            throw problem
        }
        var record =
            begun ?? FeatureRecord(index: problem.place.feature ?? max(0, reader.featuresBegun - 1))
        if wasReading, let id = problem.place.id { record.id = .text(id) }
        guard !wasReading || reader.recover(from: problem) else { throw problem }
        if bad < 8 { Messages.report(problem, format: rows.format) }
        try beginRow(path)
        try put(rows.before(path) + rows.number(record.index) + rows.after(id: record.label, nil))
        if places != nil { try put(rows.end(nil)) }
        bad += 1
    }

    // MARK: Rows

    /// A feature that was measured.
    private func take(_ record: FeatureRecord, _ measured: FeatureMeasures, _ path: String) throws {
        try beginRow(path)
        try put(rows.before(path) + rows.number(record.index) + rows.after(id: record.label, measured))
        if let places { try put(rows.end(places.place(measured.middle))) }
        if nameProperty != nil { otherProperties.meet(measured.otherProperties) }
        for i in totals.indices { totals[i] += measured.values[i] }
        written += 1
    }

    /// Features that were measured elsewhere, the first of which has the number `first` in its file.
    func take(_ measured: MeasuredRows, from first: Int, _ path: String) throws {
        for (row, id, texts) in measured.notes {
            for text in texts { note(text, first + row, id, path) }
        }
        let before = rows.before(path)
        if nameProperty != nil { otherProperties.meet(measured.otherProperties) }
        var begin = 0
        for (row, end) in measured.ends.enumerated() {
            try beginRow(path)
            try put(before + rows.number(first + row))
            try put(measured.text[begin..<end])
            if let places { try put(rows.end(places.place(measured.middles[row]))) }
            for i in totals.indices { totals[i] += measured.values[row * totals.count + i] }
            written += 1
            begin = end
        }
    }

    /// A file is read to its end.
    func takeEnd(_ path: String, notices: [Notice], digest: String?) {
        notes += notices.filter { [.crs, .boundingBox].contains($0.problem.code) }
        log.add(path, digest)
    }

    /// Keeps a note on a feature; only a few are printed.
    private func note(_ text: String, _ feature: Int, _ id: String?, _ path: String) {
        noteCount += 1
        guard keptCount < 8 else { return }
        keptCount += 1
        let place = Problem.Place(feature: feature, id: id)
        notes.append(Notice(.note, Problem(.geojson, text, at: place).inFile(path)))
    }

    /// How many notes on features were not kept.
    private var more: Notice? {
        let count = noteCount - keptCount
        return count > 0 ? Notice(.note, Problem(.geojson, "\(count) more notes of this kind")) : nil
    }

    private func beginRow(_ path: String) throws {
        if output.isHeldBack, output.waiting > Self.heldSize { try inspectRest() }
        try begin()
        if path != rowsOf, let heading = rows.heading(path) { try output.write(heading) }
        rowsOf = path
        if rows.format == .json { try put(written + bad == 0 ? "\n" : ",\n") }
    }

    /// Writes a part of a row; in JSON it waits for the head.
    private func put(_ text: String) throws {
        guard rows.format == .json, !isHeadWritten else { return try output.write(text) }
        held += text.utf8
        if held.count > Self.heldSize { try writeHead() }
    }

    /// The same in UTF-8.
    private func put(_ bytes: ArraySlice<UInt8>) throws {
        guard rows.format == .json, !isHeadWritten else { return try output.write(bytes) }
        held += bytes
    }

    /// The head of the output: not before the first row, so that an error before it leaves nothing.
    private func begin() throws {
        guard !hasBegun else { return }
        hasBegun = true
        if let head = rows.head { return try output.write(head) }
        if !takesDigests { try writeHead() }
    }

    /// What stands around the rows of JSON.
    ///
    /// - Parameter listsAll: whether files still to be read are named too, without their digests.
    private func envelope(listsAll: Bool) throws -> Envelope {
        var inputs = log.records
        if listsAll {
            let known = Set(inputs.map(\.path))
            inputs += files.filter { !known.contains($0) }.map { InputRecord(path: $0, sha256: nil) }
        }
        let database = try ToolVersions.database(input, notes)
        return Envelope(
            command: command, tool: .current(database: database), inputs: inputs,
            settings: settings + arguments.record, members: [:],
            notices: notes + [more].compactMap(\.self)
        ).inCommandWords
    }

    private func writeHead(listsAll: Bool = true) throws {
        let members =
            try envelope(listsAll: listsAll).head + ["method": .string("geodesic and lonlat edges on WGS84")]
        isHeadWritten = true
        try output.write(JSONWriter.compact(.object(members)).dropLast() + ",\"features\":[")
        try output.write(held[...])
        held = []
    }

    /// The end of JSON output.
    private func close(complete: Bool) throws {
        if !isHeadWritten { try writeHead(listsAll: false) }
        var sums = JSONObject()
        for (name, value) in zip(rows.columns, totals) { sums[name] = .number(value) }
        let members =
            try ["total": .object(sums), "complete": .bool(complete)] + envelope(listsAll: false).foot
        try output.line("\n]," + JSONWriter.compact(.object(members)).dropFirst())
    }

    /// After an error: how much of the output stands, and how to get past a bad feature.
    private func noteWritten(_ rows: Int) {
        guard self.rows.format != .json, !arguments.output.quiet else { return }
        let remedy = isPassable ? "--keep-going passes over bad features" : nil
        let count =
            rows == 0
            ? nil : "\(rows) \(rows == 1 ? "feature was" : "features were") written before the error"
        let words = [count, remedy].compactMap(\.self)
        if !words.isEmpty { Messages.line("kgeo: note: " + words.joined(separator: "; ")) }
    }
}
