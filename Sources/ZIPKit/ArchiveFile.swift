// The bytes of an archive at any place, read from the file as they are asked for.

internal import KGeoCore
internal import SystemC

/// An open file that is read at places of the reader's choice.
final class ArchiveFile {
    private let descriptor: Int32
    /// How many bytes it had when it was opened; 0 for what is no regular file.
    let size: UInt64

    /// Opens a file; nil when it cannot be opened.
    init?(path: String) {
        descriptor = open(FileName.bytes(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        size = isRegular ? UInt64(max(0, status.st_size)) : 0
    }

    deinit { if descriptor >= 0 { _ = close(descriptor) } }

    /// Reads some of the bytes at an offset: as many as there is room for, unless the file ends before.
    ///
    /// - Throws: a problem with code `input` when reading fails.
    func read(at offset: UInt64, into bytes: UnsafeMutableBufferPointer<UInt8>) throws(Problem) -> Int {
        guard let start = bytes.baseAddress, offset < size else { return 0 }
        var filled = 0
        while filled < bytes.count {
            let count = pread(descriptor, start + filled, bytes.count - filled, off_t(offset) + off_t(filled))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw Problem(.input, "reading failed: \(String(cString: strerror(errno)))")
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    /// So many bytes at an offset; nil when the file ends before.
    ///
    /// - Throws: a problem with code `input` when reading fails.
    func bytes(_ count: Int, at offset: UInt64) throws(Problem) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var result = Result<Int, Problem>.success(0)
        bytes.withUnsafeMutableBufferPointer { buffer in
            result = Result { () throws(Problem) in try read(at: offset, into: buffer) }
        }
        return try result.get() == count ? bytes : nil
    }
}

@available(*, unavailable, message: "an archive belongs to the task that reads it")
extension ArchiveFile: Sendable {}
