// What threads read ahead of the reader that decides: small files whole, and large ones in chunks.

internal import KGeo
internal import KGeoCore
internal import KGeoJSON

/// A small file that was read whole and without fault.
struct FileRead: Sendable {
    fileprivate(set) var rows = MeasuredRows()
    fileprivate(set) var notices: [Notice] = []
    fileprivate(set) var digest: String?
}

extension StreamRun {
    /// A file of at most so many bytes is read whole by one thread.
    fileprivate static let smallFile = 1 << 21
    /// How many bytes there are in a chunk of a larger one.
    fileprivate static let chunkSize = 1 << 20

    /// Takes over a small file that was read ahead.
    func take(_ read: FileRead, _ path: String) throws {
        try take(read.rows, from: 0, path)
        takeEnd(path, notices: read.notices, digest: read.digest)
    }
}

/// Small files that stand one after another in the arguments, read ahead by threads.
///
/// A file in which anything is wrong is left to the reader in whose turn it comes: the problem, what was written
/// before it and the way on are then the same as ever.
final class FilesAhead {
    private let run: StreamRun
    private let isSmall: [Bool]
    private var work: OrderedWork<FileRead?>?
    private var first = 0

    init(_ run: StreamRun) {
        self.run = run
        let files = run.files
        isSmall =
            run.threads == 1 || files.count == 1
            ? []
            : files.map { path in
                FileStatus.sizeOfFile(path).map { $0 <= StreamRun.smallFile } ?? false
            }
    }

    /// What was read of a file of the arguments; nil when it must be read in its turn. To be asked for in order.
    func result(_ number: Int) -> FileRead? {
        guard isSmall.indices.contains(number), isSmall[number] else { return nil }
        if work == nil || number >= first + (work?.count ?? 0) { begin(number) }
        return work.flatMap { $0.result(number - first) }
    }

    private func begin(_ number: Int) {
        work = nil  // ends the threads before
        first = number
        let end = isSmall[number...].firstIndex(of: false) ?? isSmall.count
        guard end - number > 1 else { return }
        let paths = Array(run.files[number..<end])
        let (rows, input, meter, takesDigests) = (run.rows, run.input, run.meter, run.takesDigests)
        let inspect = run.inspect
        work = OrderedWork(threads: run.threads, count: paths.count) {
            let meter = meter()
            return { piece, _ in
                Self.read(paths[piece], rows, input, meter, takesDigest: takesDigests) { source throws in
                    try inspect?(source, number + piece)
                }
            }
        }
    }

    private static func read(
        _ path: String, _ rows: RowFormat, _ input: InputOptions, _ meter: any FeatureMeter,
        takesDigest: Bool, inspect: (ByteSource) throws -> Void
    ) -> FileRead? {
        do {
            let source = try InputFile.source(path)
            if takesDigest { source.keepDigest() }
            try inspect(source)
            var reader = GeoJSONReader(
                source, options: try input.readerOptions(keepsProperties: rows.saysName),
                window: StreamRun.smallFile / 8)
            var read = FileRead()
            while let record = try reader.nextFeature(into: meter.sink) {
                let measured = try meter.measure(record, file: path)
                read.rows.append(record.label, measured, notes: meter.takeNotes(), in: rows)
                // A small file may unpack to a large text, whose rows must not wait all at once.
                guard reader.offset < 4 * StreamRun.smallFile else { return nil }
            }
            read.notices = reader.notices
            read.digest = source.hexDigest
            return read
        } catch {
            _ = meter.takeNotes()
            return nil
        }
    }
}

/// Chunks of a large file, read ahead by threads.
final class ChunksAhead {
    private let run: StreamRun
    private let source: ByteSource
    private var work: OrderedWork<(chunk: FeatureChunk, rows: MeasuredRows)?>?
    private var surroundings: FeatureSurroundings?
    /// Where the first chunk begins.
    private var base = 0
    /// The chunk that is looked at next; those before it are used or of no use.
    private var next = 0
    /// Reads the file once more for its digest, where that is asked for.
    private var digest: OrderedWork<String?>?

    init(_ run: StreamRun, _ source: ByteSource) {
        self.run = run
        self.source = source
    }

    /// Takes over the rows of chunks that begin exactly where the reader stands, and moves it behind them. False
    /// when there are none: the next feature is then the reader's.
    ///
    /// - Throws: a problem that the reader meets before the next feature, or that writing meets.
    func takeOver(_ reader: inout GeoJSONReader, _ path: String) throws -> Bool {
        // Behind the first feature: where there is but one, threads would only be in its way.
        guard reader.featuresBegun > 0, let (file, size) = source.seekableFile,
            size > StreamRun.smallFile
        else { return false }
        guard var place = try reader.nextStart(), let surroundings = reader.surroundings else { return false }
        if work == nil {
            guard size - place.offset > StreamRun.chunkSize else { return false }
            begin(file, place.offset..<size, surroundings)
        }
        guard let work, surroundings == self.surroundings else { return false }
        var count = 0
        var end = place
        var hadPositions = false
        while true {
            let number = (place.offset - base) / StreamRun.chunkSize
            guard number >= next, number < work.count else { break }
            next = number
            let read = work.result(number)
            guard let (chunk, rows) = read, chunk.start == place.offset else {
                // A chunk that begins at a later feature waits for it.
                if read.map({ $0.chunk.start < place.offset }) ?? true { next += 1 }
                break
            }
            next += 1
            try run.take(rows, from: reader.featuresBegun + count, path)
            count += chunk.count
            end = place.adding(chunk.end)
            hadPositions = hadPositions || chunk.hadPositions
            guard let following = chunk.next else { break }
            place = place.adding(following)
        }
        guard count > 0 else { return false }
        reader.skip(count, to: end, hadPositions: hadPositions)
        return true
    }

    /// The SHA-256 of the whole file, which the reader alone has not seen.
    func hexDigest() -> String? { digest.flatMap { $0.result(0) } }

    private func begin(_ file: OpenFile, _ range: Range<Int>, _ surroundings: FeatureSurroundings) {
        base = range.lowerBound
        self.surroundings = surroundings
        let size = StreamRun.chunkSize
        let (rows, input, meter, name) = (run.rows, run.input, run.meter, source.name)
        if run.takesDigests {
            digest = OrderedWork(threads: 1, count: 1) {
                { _, isAbandoned in
                    Self.digest(ByteSource(file, from: 0, limit: .max, isAbandoned: isAbandoned))
                }
            }
        }
        work = OrderedWork(threads: run.threads, count: (range.count + size - 1) / size) {
            let meter = meter()
            let options = try? input.readerOptions(keepsProperties: rows.saysName)
            return { piece, isAbandoned in
                guard let options else { return nil }
                let begins = range.lowerBound + piece * size
                var measured = MeasuredRows()
                let chunk = FeatureChunk.read(
                    file, begins..<min(begins + size, range.upperBound), in: surroundings,
                    options: options, into: meter.sink, isAbandoned: isAbandoned
                ) { record in
                    let values = try? meter.measure(record, file: name)
                    let notes = meter.takeNotes()
                    guard let values else { return false }
                    measured.append(record.label, values, notes: notes, in: rows)
                    return true
                }
                return chunk.map { ($0, measured) }
            }
        }
    }

    private static func digest(_ source: ByteSource) -> String? {
        source.keepDigest()
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { buffer.deallocate() }
        do {
            while try source.read(into: buffer) > 0 {}
            return source.hexDigest
        } catch {
            return nil
        }
    }
}
