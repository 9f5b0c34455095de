// Where bytes come from: a file, standard input, or memory. Read piece by piece, never mapped: a file that
// shrinks while it is read then ends early instead of killing the program. What is compressed with gzip is
// unpacked on the way.

public import KGeoCore
internal import ZlibKit

/// A stream of bytes with a name for messages. Bytes that begin as gzip data does are unpacked, whatever their
/// source is called.
public final class ByteSource {
    /// The path as the user wrote it, or "-" for standard input.
    public let name: String
    /// Where the bytes come from; nil for memory.
    private let file: OpenFile?
    private let memory: [UInt8]
    /// The next byte, counted in the file or in memory.
    private var position = 0
    private let pieceSize: Int
    private var digest: SHA256?
    /// The file that another program has turned into these bytes; nil for bytes as they are. Lines and bytes then mean
    /// nothing to whoever has that file.
    package let original: String?

    /// The first two bytes have been looked at.
    private var hasBegun = false
    /// Bytes that were read to look at them and are still to be handed out.
    private var pending: ArraySlice<UInt8> = []
    private var unpacking: Unpacking?
    /// What is read beyond this place comes in small pieces.
    private let limit: Int
    private let isAbandoned: @Sendable () -> Bool

    /// Bytes in memory, handed out at most `pieceSize` at a time (a small one tries a reader's seams).
    public init(_ bytes: [UInt8], name: String = "memory", pieceSize: Int = .max) {
        self.name = name
        original = nil
        self.pieceSize = max(pieceSize, 1)
        memory = bytes
        file = nil
        limit = .max
        isAbandoned = { false }
    }

    /// Text in memory.
    public convenience init(text: String, name: String = "memory") { self.init(Array(text.utf8), name: name) }

    /// A file, or standard input for "-".
    ///
    /// - Parameter name: what the file is called in problems and answers; the path when left out.
    /// - Throws: a problem with code `input` when the path is missing, a folder, or unreadable.
    public convenience init(path: String, name: String? = nil) throws(Problem) {
        try self.init(path: path, name: name ?? path, original: nil)
    }

    /// A file that another program has made of `original`, whose name it has in messages.
    package init(path: String, name: String, original: String?) throws(Problem) {
        self.name = name
        self.original = original
        memory = []
        pieceSize = .max
        file = path == "-" ? OpenFile() : try OpenFile(path: path, name: name)
        limit = .max
        isAbandoned = { false }
    }

    /// The bytes of a regular file, as they are, from some place on.
    ///
    /// - Parameters:
    ///   - limit: up to where they are certainly wanted; what comes after is read in small pieces.
    ///   - isAbandoned: asked before each piece; when it says true, the bytes end.
    package init(
        _ file: OpenFile, from position: Int, limit: Int, isAbandoned: @escaping @Sendable () -> Bool
    ) {
        name = file.name
        original = nil
        memory = []
        pieceSize = .max
        self.file = file
        self.position = position
        self.limit = limit
        self.isAbandoned = isAbandoned
        hasBegun = true
    }

    /// From now on keeps the SHA-256 of everything that is read from the source, before it is unpacked: that of
    /// the file, once all is read.
    public func keepDigest() { digest = SHA256() }

    /// The SHA-256 of all bytes read so far, in hexadecimal; nil when it is not kept.
    public var hexDigest: String? {
        guard digest != nil, let original else { return digest?.hexDigest() }
        return (try? ByteSource(path: original)).flatMap { $0.wholeDigest() }
    }

    /// The SHA-256 of everything that is still to be read; nil when reading fails.
    private func wholeDigest() -> String? {
        keepDigest()
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { buffer.deallocate() }
        buffer.initialize(repeating: 0)
        do {
            while try read(into: buffer) > 0 {}
            return digest?.hexDigest()
        } catch {
            return nil
        }
    }

    /// The size of a regular file, in bytes, as it is on disk; nil for anything else.
    package var size: Int? { file?.size }

    /// The first bytes of a regular file as they lie on the disk; empty for pipes, devices and memory. Reading goes on as if
    /// they had not been looked at.
    ///
    /// - Throws: a problem with code `input` when reading fails.
    package func firstBytes(_ count: Int) throws(Problem) -> [UInt8] {
        guard let file, file.size != nil else { return [] }
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
        defer { buffer.deallocate() }
        buffer.initialize(repeating: 0)
        guard let start = buffer.baseAddress else { return [] }
        let found = try file.read(start, count: count, at: 0)
        return Array(buffer[..<found])
    }

    /// The file, when its bytes are read as they are and from any place; nil before the first of them is read.
    package var seekableFile: (file: OpenFile, size: Int)? {
        guard hasBegun, unpacking == nil, let file, let size = file.size else { return nil }
        return (file, size)
    }

    /// Goes on at another byte of a `seekableFile`. A digest does not survive it.
    package func seek(to offset: Int) {
        position = offset
        pending = []
        if original == nil { digest = nil }
    }

    /// Reads at least one byte into the buffer; 0 at the end.
    ///
    /// - Throws: a problem with code `input` when reading fails, `gzip` when compressed data is damaged.
    public func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(Problem) -> Int {
        guard buffer.count > 0 else { return 0 }
        if !hasBegun { try begin() }
        guard pending.isEmpty else {
            let head = pending.prefix(buffer.count)
            pending = pending.dropFirst(head.count)
            return buffer.update(fromContentsOf: head)
        }
        if let unpacking { return try unpack(unpacking, into: buffer) }
        return try readRaw(into: buffer)
    }

    /// The next bytes, unpacked, which are read again afterwards: at least so many, or all there are.
    ///
    /// - Throws: as `read(into:)`.
    package func peek(_ count: Int) throws(Problem) -> [UInt8] {
        if !hasBegun { try begin() }
        // Of a file as it is no more is read than is wanted; what unpacks or streams comes in pieces.
        let piece = unpacking == nil ? size.map { min(count, $0) } : nil
        while pending.count < piece ?? count {
            let room = piece.map { $0 - pending.count } ?? 1 << 16
            let known = pending
            var fault: Problem?
            let bytes = [UInt8](unsafeUninitializedCapacity: known.count + room) { buffer, filled in
                filled = buffer.update(fromContentsOf: known)
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
                pending = []
                do throws(Problem) { filled += try read(into: rest) } catch { fault = error }
            }
            pending = bytes[...]
            if let fault { throw fault }
            if pending.count == known.count { break }
        }
        return Array(pending)
    }

    /// Looks at the first two bytes, which tell gzip data.
    private func begin() throws(Problem) {
        hasBegun = true
        var head: [UInt8] = []
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2)
        defer { buffer.deallocate() }
        buffer.initialize(repeating: 0)
        while head.count < 2 {
            let count = try readRaw(into: UnsafeMutableBufferPointer(rebasing: buffer[head.count...]))
            if count == 0 { break }
            head += buffer[head.count..<head.count + count]
        }
        if head == GzipInflater.magic {
            unpacking = try Unpacking(head)
        } else {
            pending = head[...]
        }
    }

    /// Bytes as the source has them.
    private func readRaw(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(Problem) -> Int {
        guard let start = buffer.baseAddress, buffer.count > 0 else { return 0 }
        var count = 0
        if let file {
            if isAbandoned() { return 0 }
            let room = position < limit ? limit - position : Self.smallPiece
            count = try file.read(start, count: min(buffer.count, room), at: position)
        } else {
            count = min(buffer.count, memory.count - position, pieceSize)
            memory.withUnsafeBufferPointer { bytes in
                if let from = bytes.baseAddress { start.update(from: from + position, count: count) }
            }
        }
        position += count
        digest?.update(UnsafeBufferPointer(start: start, count: count))
        return count
    }

    private static let smallPiece = 1 << 15

    // MARK: gzip

    /// gzip data under way: what has been read of it and is not unpacked yet.
    private final class Unpacking {
        let inflater: GzipInflater
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        var waiting = 0..<0
        /// The last output was filled: there may be more without more input.
        var wasFull = false

        init(_ head: [UInt8]) throws(Problem) {
            buffer.initialize(repeating: 0)
            waiting = 0..<buffer.update(fromContentsOf: head)
            inflater = try GzipInflater()
        }

        deinit { buffer.deallocate() }
    }

    private func unpack(
        _ unpacking: Unpacking, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) throws(Problem) -> Int {
        do throws(Problem) {
            while true {
                if unpacking.waiting.isEmpty, !unpacking.wasFull {
                    let count = try readRaw(into: unpacking.buffer)
                    guard count > 0 else {
                        guard unpacking.inflater.isComplete else { throw GzipInflater.truncated }
                        return 0
                    }
                    unpacking.waiting = 0..<count
                }
                let step = try unpacking.inflater.inflate(
                    UnsafeBufferPointer(rebasing: unpacking.buffer[unpacking.waiting]), into: buffer)
                unpacking.waiting.removeFirst(step.taken)
                unpacking.wasFull = step.given == buffer.count
                if step.given > 0 { return step.given }
            }
        } catch {
            throw error.inFile(name)
        }
    }
}
