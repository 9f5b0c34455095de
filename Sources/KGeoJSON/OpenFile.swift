// A file that is open for reading: several sources may read it at places of their own.

internal import KGeoCore
internal import SystemC

/// An open file, closed when the last who reads it goes.
package final class OpenFile: Sendable {
    /// The path as the user wrote it, or "-" for standard input.
    let name: String
    private let descriptor: Int32
    private let closes: Bool
    /// The bytes of a regular file when it was opened; nil for whatever can only be read from front to back.
    let size: Int?

    /// Standard input.
    init() {
        name = "-"
        descriptor = 0
        closes = false
        size = nil
    }

    /// A file, a device or a named pipe.
    ///
    /// - Throws: a problem with code `input` when the path is missing, a folder, or unreadable.
    init(path: String, name: String) throws(Problem) {
        self.name = name
        var place = Problem.Place()
        place.file = name
        let file = open(FileName.bytes(path), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw Problem(.input, Self.reason(errno), at: place, hint: Self.hint(errno))
        }
        var status = stat()
        let isKnown = fstat(file, &status) == 0
        if isKnown, status.st_mode & S_IFMT == S_IFDIR {
            _ = close(file)
            throw Problem(.input, "this is a folder, not a file", at: place, hint: "name the files in it")
        }
        descriptor = file
        closes = true
        size = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    deinit { if closes { _ = close(descriptor) } }

    /// Reads at least one byte; 0 at the end. A regular file is read at `offset`, whatever others read of it;
    /// everything else goes on where it stands.
    ///
    /// - Throws: a problem with code `input` when reading fails.
    func read(_ start: UnsafeMutablePointer<UInt8>, count: Int, at offset: Int) throws(Problem) -> Int {
        while true {
            let taken =
                size == nil
                ? systemRead(descriptor, start, count) : pread(descriptor, start, count, off_t(offset))
            if taken >= 0 { return taken }
            if errno == EINTR { continue }
            var place = Problem.Place()
            place.file = name
            throw Problem(.input, "reading failed: \(Self.reason(errno))", at: place)
        }
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
