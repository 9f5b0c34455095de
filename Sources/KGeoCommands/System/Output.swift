// What goes to stdout or to a file: buffered, written whole or not at all.

internal import KGeo
internal import KGeoCore
internal import SystemC

/// The reader of a pipe has gone: a quiet success.
struct ClosedPipe: Error {}

/// A place to write to. A file is written under a temporary name beside its place and renamed when all is
/// done; if that never happens, nothing is left behind.
final class Output {
    private var buffer: [UInt8] = []
    private let descriptor: Int32
    private let path: String?
    /// The path as the user wrote it, for messages.
    private let name: String
    private let temporary: String?
    /// Whether it appears whole at the end or not at all: a file, not a stream or device.
    var isWhole: Bool { temporary != nil }
    private var isFinished = false

    /// Standard output, or a file.
    ///
    /// - Throws: a problem (73) when the file exists and may not be replaced, or cannot be created.
    ///
    /// A device or a pipe is written to directly; a link is followed; a file that is also an input is refused.
    init(path: String?, force: Bool, inputs: [String] = []) throws {
        buffer.reserveCapacity(1 << 16)
        name = path.flatMap { $0 == "-" ? nil : $0 } ?? "standard output"
        guard var path, path != "-" else {
            self.path = nil
            descriptor = 1
            temporary = nil
            return
        }
        guard !path.isEmpty else {
            throw Problem(
                .usage, "--output needs the name of a file", hint: "leave it out for standard output")
        }
        if let real = realpath(path, nil) {
            path = String(cString: real)
            free(real)
        }
        self.path = path
        var place = Problem.Place()
        place.file = name
        switch try Self.kind(path, inputs: inputs, at: place) {
        case .device:
            descriptor = openForWriting(path)
            temporary = nil
            guard descriptor >= 0 else {
                throw Problem(
                    .outputCreate, "this cannot be written to: \(String(cString: strerror(errno)))",
                    at: place)
            }
            return
        case .file where !force:
            throw Problem(.outputCreate, "the file exists already", at: place, hint: "--force replaces it")
        case .file, .nothing: break
        }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let base = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
        let temporary = "\(folder).\(base).\(getpid()).tmp"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        self.temporary = temporary
        guard descriptor >= 0 else {
            throw Problem(
                .outputCreate,
                errno == ENOENT
                    ? "the file cannot be created: its folder does not exist"
                    : "the file cannot be created: \(String(cString: strerror(errno)))", at: place,
                hint: errno == ENOENT ? "make the folder first, or name another place" : nil)
        }
        Interruption.clean(temporary)
    }

    /// What there is already at a path.
    private enum Kind { case nothing, file, device }

    /// Looks at a path.
    ///
    /// - Throws: a problem (73) for a folder, and for a file that is an input too.
    private static func kind(_ path: String, inputs: [String], at place: Problem.Place) throws -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw Problem(
                .outputCreate, "this is a folder, not a file", at: place,
                hint: "name a file in it")
        }
        for input in inputs {
            var other = stat()
            guard (input == "-" ? fstat(0, &other) : stat(input, &other)) == 0,
                other.st_ino == status.st_ino, other.st_dev == status.st_dev
            else { continue }
            throw Problem(
                .outputCreate, "this file is an input; it would be lost", at: place,
                hint: "write to another file")
        }
        return status.st_mode & S_IFMT == S_IFREG ? .file : .device
    }

    deinit {
        guard let temporary, !isFinished, descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporary)
        Interruption.forget(temporary)
    }

    /// Adds text.
    func write(_ text: String) throws {
        var text = text
        text.withUTF8 { buffer.append(contentsOf: $0) }
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Adds text in UTF-8.
    func write(_ bytes: ArraySlice<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Adds a line.
    func line(_ text: String = "") throws {
        try write(text)
        try write("\n")
    }

    /// Hands on what is buffered.
    func flush() throws {
        var done = 0
        while done < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                systemWrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw ClosedPipe() }
                var place = Problem.Place()
                place.file = name
                throw Problem(.outputWrite, "writing failed: \(String(cString: strerror(errno)))", at: place)
            }
            done += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Hands on the rest and, for a file, puts it in its place.
    func finish() throws {
        try flush()
        isFinished = true
        guard let path, let temporary else { return }
        Interruption.forget(temporary)
        guard close(descriptor) == 0, rename(temporary, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            var place = Problem.Place()
            place.file = name
            throw Problem(.outputWrite, "the file could not be put in its place: \(reason)", at: place)
        }
    }
}

private func openForWriting(_ path: String) -> Int32 { open(path, O_WRONLY | O_CLOEXEC) }

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, start, count)
}
