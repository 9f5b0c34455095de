// What goes to stdout or to a file: buffered, written whole or not at all.

internal import KGeo
internal import KGeoCore
internal import SystemC

/// The reader of a pipe has gone: a quiet success.
struct ClosedPipe: Error {}

/// A place to write to. A file is written under a temporary name beside its place and given its name when all is
/// done and on the disk; if that never happens, nothing is left behind.
final class Output {
    private var buffer: [UInt8] = []
    private let descriptor: Int32
    private let path: String?
    /// The path as the user wrote it, for messages.
    private let name: String
    private let temporary: String?
    private let force: Bool
    /// What the file that is replaced was like.
    private let replaced: stat?
    /// Whether it appears whole at the end or not at all: a file, not a stream or device.
    var isWhole: Bool { temporary != nil }
    /// Whether all that is written waits, for whoever may still have to leave no word of it.
    var isHeldBack = false
    private var isFinished = false
    private var isOpen = true

    /// Standard output, or a file.
    ///
    /// - Parameters:
    ///   - force: replace a file that is there; it keeps its rights, and its owner where that is allowed.
    ///   - quiet: say nothing of what runs that were killed have left.
    /// - Throws: a problem (73) when the file exists and may not be replaced, or cannot be created.
    ///
    /// A device or a pipe is written to directly; a link is followed; a file that is also an input is refused.
    init(path: String?, force: Bool, inputs: [String] = [], quiet: Bool = false) throws {
        buffer.reserveCapacity(1 << 16)
        name = path.flatMap { $0 == "-" ? nil : $0 } ?? "standard output"
        self.force = force
        guard var path, path != "-" else {
            self.path = nil
            descriptor = 1
            temporary = nil
            replaced = nil
            return
        }
        guard !path.isEmpty else {
            throw Problem(
                .usage, "--output needs the name of a file", hint: "leave it out for standard output")
        }
        if let real = realpath(FileName.bytes(path), nil) {
            path = FileName.text(real)
            free(real)
        }
        self.path = path
        var place = Problem.Place()
        place.file = name
        switch try Self.kind(path, inputs: inputs, at: place) {
        case .device:
            descriptor = openForWriting(path)
            temporary = nil
            replaced = nil
            guard descriptor >= 0 else {
                throw Problem(
                    .outputCreate, "this cannot be written to: \(String(cString: strerror(errno)))",
                    at: place)
            }
            return
        case .file where !force: throw Self.exists(place)
        case .file(let status): replaced = status
        case .nothing: replaced = nil
        }
        TemporaryName.noteLeftovers(beside: path, called: name, quiet: quiet)
        let temporary = TemporaryName.beside(path)
        self.temporary = temporary
        Interruption.clean(temporary)
        descriptor = create(temporary, replaced == nil ? 0o666 : 0o600)
        guard descriptor >= 0 else {
            let reason = errno
            Interruption.forget(temporary)
            throw Problem(
                .outputCreate,
                reason == ENOENT
                    ? "the file cannot be created: its folder does not exist"
                    : "the file cannot be created: \(String(cString: strerror(reason)))", at: place,
                hint: reason == ENOENT ? "make the folder first, or name another place" : nil)
        }
        TemporaryName.hold(descriptor)
    }

    private static func exists(_ place: Problem.Place) -> Problem {
        Problem(.outputCreate, "the file exists already", at: place, hint: "--force replaces it")
    }

    /// What there is already at a path.
    private enum Kind {
        case nothing, device
        case file(stat)
    }

    /// Looks at a path.
    ///
    /// - Throws: a problem (73) for a folder, a link to nothing, and a file that is an input too.
    private static func kind(_ path: String, inputs: [String], at place: Problem.Place) throws -> Kind {
        var status = stat()
        guard stat(FileName.bytes(path), &status) == 0 else {
            guard lstat(FileName.bytes(path), &status) != 0 else {
                throw Problem(
                    .outputCreate, "this link leads nowhere", at: place,
                    hint: "delete it, or name another place")
            }
            return .nothing
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw Problem(
                .outputCreate, "this is a folder, not a file", at: place,
                hint: "name a file in it")
        }
        for input in inputs {
            var other = stat()
            guard (input == "-" ? fstat(0, &other) : stat(FileName.bytes(input), &other)) == 0,
                other.st_ino == status.st_ino, other.st_dev == status.st_dev
            else { continue }
            throw Problem(
                .outputCreate, "this file is an input; it would be lost", at: place,
                hint: "write to another file")
        }
        return status.st_mode & S_IFMT == S_IFREG ? .file(status) : .device
    }

    deinit {
        guard let temporary, !isFinished, descriptor >= 0 else { return }
        if isOpen { close(descriptor) }
        unlink(FileName.bytes(temporary))
        Interruption.forget(temporary)
    }

    /// How many bytes wait to be handed on.
    var waiting: Int { buffer.count }

    /// Adds text.
    func write(_ text: String) throws {
        var text = text
        text.withUTF8 { buffer.append(contentsOf: $0) }
        if buffer.count >= 1 << 16, !isHeldBack { try flush() }
    }

    /// Adds text in UTF-8.
    func write(_ bytes: ArraySlice<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16, !isHeldBack { try flush() }
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

    /// Hands on the rest and, for a file, brings it to the disk and gives it its name.
    ///
    /// - Throws: a problem (74) when that fails, (73) when another run has made the file meanwhile.
    func finish() throws {
        try flush()
        guard let path, let temporary else {
            isFinished = true
            return
        }
        keepRights()
        var place = Problem.Place()
        place.file = name
        func failed(_ message: String, _ reason: String = String(cString: strerror(errno))) -> Problem {
            Problem(.outputWrite, "\(message): \(reason)", at: place)
        }
        guard Disk.sync(descriptor) else { throw failed("writing failed") }
        isOpen = false
        guard close(descriptor) == 0 else { throw failed("writing failed") }
        do throws(Disk.Refusal) {
            try force ? Disk.replace(temporary, path) : Disk.place(temporary, path)
        } catch {
            switch error {
            case .exists: throw Self.exists(place)
            case .failed(let reason): throw failed("the file could not be put in its place", reason)
            }
        }
        isFinished = true
        Interruption.forget(temporary)
        guard Disk.sync(folder: TemporaryName.split(path).folder) else {
            throw failed("the file is in its place, but its folder could not be brought to the disk")
        }
    }

    /// What replaces a file has its rights, and its owner where that is allowed.
    private func keepRights() {
        guard let replaced else { return }
        var rights = replaced.st_mode & 0o7777
        if fchown(descriptor, replaced.st_uid, replaced.st_gid) != 0,
            fchown(descriptor, uid_t.max, replaced.st_gid) != 0
        {
            // Of another group: what it may do was not meant for that one, nor to run as somebody else.
            rights &= 0o707
        } else if geteuid() != 0 && replaced.st_uid != geteuid() {
            rights &= 0o777
        }
        _ = fchmod(descriptor, rights)
    }
}

private func openForWriting(_ path: String) -> Int32 { open(FileName.bytes(path), O_WRONLY | O_CLOEXEC) }

private func create(_ path: String, _ rights: mode_t) -> Int32 {
    open(FileName.bytes(path), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, rights)
}

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, start, count)
}
