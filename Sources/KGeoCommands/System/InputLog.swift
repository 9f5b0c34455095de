// The files that a run reads, so that its answer can name each with the digest of its bytes.

internal import KGeo
internal import KGeoJSON
internal import KGeoReport

/// Remembers what was read. Digests are taken only where an answer will name them, since taking one costs more than
/// reading the file.
final class InputLog {
    /// Whether the digests of files are taken.
    let takesDigests: Bool
    private var main: [InputRecord] = []
    private var beside: [InputRecord] = []

    init(takesDigests: Bool) { self.takesDigests = takesDigests }

    /// The files: those that the command is about, then those read beside them; each once.
    var records: [InputRecord] {
        var seen: Set<String> = []
        return (main + beside).filter { seen.insert($0.path).inserted }
    }

    /// Opens a file, reads it to its end in `body`, and remembers it.
    ///
    /// - Parameter isMain: whether the command is about this file.
    /// - Throws: a problem when the file cannot be opened, and whatever `body` throws.
    func read<Value>(_ path: String, isMain: Bool = false, _ body: (ByteSource) throws -> Value) throws
        -> Value
    {
        let source = try InputFile.source(path)
        watch(source)
        let value = try body(source)
        add(source, isMain: isMain)
        return value
    }

    /// Before a source is read: has its digest taken where one is wanted.
    func watch(_ source: ByteSource) { if takesDigests { source.keepDigest() } }

    /// After a watched source was read to its end.
    func add(_ source: ByteSource, isMain: Bool = false) {
        add(source.name, source.hexDigest, isMain: isMain)
    }

    /// A file that another program reads: its bytes are gone through for the digest alone.
    func digest(_ path: String, isMain: Bool = false) throws {
        guard takesDigests else { return add(path, nil, isMain: isMain) }
        let source = try InputFile.plain(path)
        watch(source)
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { buffer.deallocate() }
        buffer.initialize(repeating: 0)
        while try source.read(into: buffer) > 0 {}
        add(source, isMain: isMain)
    }

    /// A file that was read otherwise.
    func add(_ path: String, _ sha256: String?, isMain: Bool = false) {
        let record = InputRecord(path: path, sha256: sha256 == "" ? nil : sha256)
        if isMain { main.append(record) } else { beside.append(record) }
    }
}
