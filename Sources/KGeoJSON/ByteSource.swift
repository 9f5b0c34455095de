// Where bytes come from: a file, standard input, or memory. Read piece by piece, never mapped: a file that
// shrinks while it is read then ends early instead of killing the program.

public import KGeoCore

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A stream of bytes with a name for messages.
public final class ByteSource {
    /// The path as the user wrote it, or "-" for standard input.
    public let name: String
    private let descriptor: Int32
    private let closes: Bool
    private var memory: [UInt8]
    private var position = 0
    private let pieceSize: Int
    private var digest: SHA256?

    /// Bytes in memory, handed out at most `pieceSize` at a time (a small one tries a reader's seams).
    public init(_ bytes: [UInt8], name: String = "memory", pieceSize: Int = .max) {
        self.name = name
        self.pieceSize = max(pieceSize, 1)
        memory = bytes
        descriptor = -1
        closes = false
    }

    /// Text in memory.
    public convenience init(text: String, name: String = "memory") { self.init(Array(text.utf8), name: name) }

    /// A file, or standard input for "-".
    ///
    /// - Throws: a problem with code `input` when the path is missing, a folder, or unreadable.
    public init(path: String) throws(Problem) {
        name = path
        memory = []
        pieceSize = .max
        if path == "-" {
            descriptor = 0
            closes = false
            return
        }
        var place = Problem.Place()
        place.file = path
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw Problem(.input, Self.reason(errno), at: place, hint: Self.hint(errno))
        }
        var status = stat()
        if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            _ = close(file)
            throw Problem(.input, "this is a folder, not a file", at: place, hint: "name the files in it")
        }
        descriptor = file
        closes = true
    }

    deinit { if closes { _ = close(descriptor) } }

    /// From now on keeps the SHA-256 of everything that is read.
    public func keepDigest() { digest = SHA256() }

    /// The SHA-256 of all bytes read so far, in hexadecimal; nil when it is not kept.
    public var hexDigest: String? { digest?.hexDigest() }

    /// Reads at least one byte into the buffer; 0 at the end.
    ///
    /// - Throws: a problem with code `input` when reading fails.
    public func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(Problem) -> Int {
        guard let start = buffer.baseAddress, buffer.count > 0 else { return 0 }
        var count = 0
        if descriptor < 0 {
            count = min(buffer.count, memory.count - position, pieceSize)
            memory.withUnsafeBufferPointer { bytes in
                if let from = bytes.baseAddress { start.update(from: from + position, count: count) }
            }
            position += count
        } else {
            while true {
                count = systemRead(descriptor, start, buffer.count)
                if count >= 0 { break }
                if errno == EINTR { continue }
                var place = Problem.Place()
                place.file = name
                throw Problem(.input, "reading failed: \(Self.reason(errno))", at: place)
            }
        }
        digest?.update(UnsafeBufferPointer(start: start, count: count))
        return count
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "no such file"
        case EACCES, EPERM: "this file may not be read (permission denied)"
        case EISDIR: "this is a folder, not a file"
        case ENOTDIR: "a part of this path is not a folder"
        default: String(cString: strerror(code))
        }
    }

    private static func hint(_ code: Int32) -> String? {
        switch code {
        case ENOENT, ENOTDIR: "check the path; a relative one starts in the folder you are in"
        case EACCES, EPERM: "ask its owner for the right to read it, or copy it as a user who may"
        default: nil
        }
    }
}

private func systemRead(_ descriptor: Int32, _ start: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    read(descriptor, start, count)
}
