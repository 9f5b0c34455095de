// A folder of files, written whole or not at all.
//
// Everything is written into a temporary folder first and brought to the disk. A new folder then takes its name in one
// step. In a folder that is there the files take their places one by one, and if one cannot, those before it are put
// back. A list among the files says which are kgeo's own (BundleManifest): only those are ever replaced, and those
// of an earlier bundle that the new one has not are taken away.

internal import KGeo
internal import KGeoCore
internal import KGeoExport
internal import SystemC

enum OutputFolder {
    /// Writes the files and their list.
    ///
    /// - Parameters:
    ///   - force: write into a folder that is not empty. The files of an earlier bundle in it give way; no file that
    ///     kgeo did not write, or that was changed since, is touched.
    ///   - inputs: files that must not be replaced.
    /// - Returns: how many files were written.
    /// - Throws: a problem (73) when the folder may not be written to, (74) when writing fails; then everything
    ///   is as it was.
    @discardableResult
    static func write(
        _ files: [BundleFile], to path: String, force: Bool, inputs: [String], quiet: Bool
    ) throws -> Int {
        var path = path
        while path.count > 1, path.last == "/" { path.removeLast() }
        guard !path.isEmpty, path != "-" else {
            throw Problem(
                .usage, "a bundle needs the name of a folder", hint: "name one with --to, like --to for-qgis")
        }
        let files = files + [BundleManifest(of: files).file]
        var status = stat()
        if stat(FileName.bytes(path), &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw problem(
                    .outputCreate, "this is a file, not a folder", path,
                    hint: "name a folder; it is made when it is not there")
            }
            // Before anything is refused: what a killed run has left may be the reason.
            TemporaryName.noteLeftovers(beside: path + "/kgeo", called: path, quiet: quiet)
            let old = try earlierFiles(files, in: path, force: force, inputs: inputs)
            try fill(files, path, instead: old)
        } else if lstat(FileName.bytes(path), &status) == 0 {
            throw problem(.outputCreate, "this link leads nowhere", path)
        } else {
            TemporaryName.noteLeftovers(beside: path, called: path, quiet: quiet)
            try create(files, path)
        }
        return files.count
    }

    /// A folder that is not there yet: made beside its place, and renamed.
    private static func create(_ files: [BundleFile], _ path: String) throws {
        let temporary = Temporary(TemporaryName.beside(path))
        defer { temporary.remove() }
        try temporary.write(files, for: path)
        try Interruption.held {
            guard rename(FileName.bytes(temporary.path), FileName.bytes(path)) == 0 else {
                guard errno != EEXIST && errno != ENOTEMPTY else {
                    throw problem(
                        .outputCreate, "another run has made the folder", path,
                        hint: "--force replaces the bundle in it")
                }
                throw failed(.outputWrite, "the folder could not be put in its place", path)
            }
            temporary.isDone = true
        }
        guard Disk.sync(folder: TemporaryName.split(path).folder) else {
            throw failed(
                .outputWrite, "the bundle is in its place, but its folder could not be brought to the disk",
                path)
        }
    }

    /// A folder that is there: the files are made in a folder inside it, and put in their places.
    ///
    /// - Parameter earlier: the files in it that are replaced or taken away.
    private static func fill(
        _ files: [BundleFile], _ path: String, instead earlier: [String]
    ) throws {
        let temporary = Temporary(TemporaryName.beside(path + "/kgeo"))
        defer { temporary.remove() }
        try temporary.write(files, for: path)
        func target(_ name: String) -> String { path + "/" + name }
        // No file of a bundle begins with a dot.
        func old(_ name: String) -> String { temporary.path + "/" + TemporaryName.replaced + name }
        try Interruption.held {
            var (moved, placed): ([String], [String]) = ([], [])
            do {
                for name in earlier {
                    do throws(Disk.Refusal) { try Disk.replace(target(name), old(name)) } catch {
                        throw unplaced(error, target(name))
                    }
                    moved.append(name)
                }
                for file in files {
                    do throws(Disk.Refusal) {
                        try Disk.place(temporary.path + "/" + file.name, target(file.name))
                    } catch { throw unplaced(error, target(file.name)) }
                    placed.append(file.name)
                }
            } catch {
                for name in placed { unlink(FileName.bytes(target(name))) }
                for name in moved {
                    _ = rename(FileName.bytes(old(name)), FileName.bytes(target(name)))
                }
                throw error
            }
            for name in moved { unlink(FileName.bytes(old(name))) }
        }
        guard Disk.sync(folder: path) else {
            throw failed(
                .outputWrite, "the bundle is in its place, but its folder could not be brought to the disk",
                path)
        }
    }

    private static func unplaced(_ refusal: Disk.Refusal, _ path: String) -> Problem {
        switch refusal {
        case .exists:
            problem(.outputCreate, "another program has made this file meanwhile", path, hint: "try again")
        case .failed(let reason):
            problem(.outputWrite, "the file could not be put in its place: \(reason)", path)
        }
    }

    /// The files of an earlier bundle in a folder.
    ///
    /// - Throws: a problem (73) when the folder may not be written to, or a file stands in the way.
    private static func earlierFiles(
        _ files: [BundleFile], in path: String, force: Bool, inputs: [String]
    ) throws -> [String] {
        guard let folder = opendir(FileName.bytes(path)) else {
            throw failed(.outputCreate, "the folder cannot be read", path)
        }
        defer { closedir(folder) }
        var isEmpty = true
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { FileName.text($0) }
            }
            if name != ".", name != ".." { isEmpty = false }
        }
        if isEmpty { return [] }
        guard force else {
            throw problem(
                .outputCreate, "the folder is not empty", path,
                hint: "--force replaces the bundle in it and leaves every file that kgeo did not write")
        }
        let list = path + "/" + BundleManifest.fileName
        let manifest = try contents(list, inputs: inputs).map { bytes in
            guard let manifest = BundleManifest(reading: bytes) else {
                throw problem(
                    .outputCreate, "this is not the list of a bundle that kgeo wrote, so nothing is replaced",
                    list, hint: "move it away, or name another folder")
            }
            return manifest
        }
        var earlier = manifest == nil ? [] : [BundleManifest.fileName]
        let names = Set(files.map(\.name)).union(manifest?.digests.keys.map { $0 } ?? [])
        for name in names.subtracting(earlier).sorted() {
            guard let bytes = try contents(path + "/" + name, inputs: inputs) else { continue }
            guard manifest?.holds(name, bytes) ?? false else {
                let isKnown = manifest?.digests[name] != nil
                throw problem(
                    .outputCreate,
                    isKnown
                        ? "this file was changed after kgeo wrote it, so it is not replaced"
                        : "kgeo did not write this file, so it is not replaced", path + "/" + name,
                    hint: "move it away, or name another folder")
            }
            earlier.append(name)
        }
        return earlier
    }

    /// The bytes of a file that may have to give way; nil when it is not there.
    ///
    /// - Throws: a problem (73) when it is no file, an input, or cannot be read.
    private static func contents(_ path: String, inputs: [String]) throws -> [UInt8]? {
        var status = stat()
        guard lstat(FileName.bytes(path), &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw problem(.outputCreate, "this is no file, so it cannot be replaced", path)
        }
        for input in inputs {
            var other = stat()
            guard stat(FileName.bytes(input), &other) == 0, other.st_ino == status.st_ino,
                other.st_dev == status.st_dev
            else { continue }
            throw problem(.outputCreate, "this file is an input; it would be lost", path)
        }
        let descriptor = open(FileName.bytes(path), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw failed(.outputCreate, "this file cannot be read", path) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { systemRead(descriptor, $0[filled...]) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failed(.outputCreate, "this file cannot be read", path) }
            if count == 0 { break }
            filled += count
        }
        return Array(bytes[..<filled])
    }

    fileprivate static func problem(
        _ code: Problem.Code, _ message: String, _ path: String, hint: String? = nil
    ) -> Problem {
        var place = Problem.Place()
        place.file = path
        return Problem(code, message, at: place, hint: hint)
    }

    fileprivate static func failed(_ code: Problem.Code, _ message: String, _ path: String) -> Problem {
        problem(code, "\(message): \(String(cString: strerror(errno)))", path)
    }
}

/// A temporary folder and what was written into it.
private final class Temporary {
    let path: String
    var isDone = false
    private var isKnown = false
    private var isMade = false
    /// The folder, held open as long as it is in between.
    private var descriptor: Int32 = -1
    private var names: [String] = []

    init(_ path: String) { self.path = path }

    /// Makes the folder and writes the files into it; problems name the folder they are meant for.
    func write(_ files: [BundleFile], for target: String) throws {
        // Remembered before they are made: an interrupt in between finds nothing to remove.
        Interruption.clean(path)
        names = files.map(\.name)
        for name in names { Interruption.clean(path + "/" + name) }
        isKnown = true
        guard mkdir(FileName.bytes(path), 0o777) == 0 else {
            guard errno != ENOENT else {
                throw OutputFolder.problem(
                    .outputCreate,
                    "the folder cannot be created: the folder it would stand in does not exist",
                    target, hint: "make that folder first, or name another place")
            }
            throw OutputFolder.failed(.outputCreate, "the folder cannot be created", target)
        }
        isMade = true
        descriptor = open(FileName.bytes(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        TemporaryName.hold(descriptor)
        for file in files {
            do {
                try write(file)
            } catch {
                throw OutputFolder.problem(
                    .outputWrite, "\(file.name) could not be written: \(error.reason)", target)
            }
        }
    }

    private struct Failure: Error { var reason: String }

    private func write(_ file: BundleFile) throws(Failure) {
        func failure() -> Failure { Failure(reason: String(cString: strerror(errno))) }
        let descriptor = open(
            FileName.bytes(path + "/" + file.name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure() }
        let bytes = Array(file.text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0[done...]) }
            if count < 0 {
                if errno == EINTR { continue }
                let problem = failure()
                close(descriptor)
                throw problem
            }
            done += count
        }
        guard Disk.sync(descriptor) else {
            let problem = failure()
            close(descriptor)
            throw problem
        }
        guard close(descriptor) == 0 else { throw failure() }
    }

    /// Takes away what has not taken its place; an interrupt need not do it any more.
    func remove() {
        guard isKnown else { return }
        if isMade, !isDone {
            for name in names { unlink(FileName.bytes(path + "/" + name)) }
            rmdir(FileName.bytes(path))
        }
        if descriptor >= 0 { close(descriptor) }
        for name in names.reversed() { Interruption.forget(path + "/" + name) }
        Interruption.forget(path)
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    let part = UnsafeRawBufferPointer(rebasing: bytes)
    return write(descriptor, part.baseAddress, part.count)
}

private func systemRead(_ descriptor: Int32, _ bytes: Slice<UnsafeMutableRawBufferPointer>) -> Int {
    let part = UnsafeMutableRawBufferPointer(rebasing: bytes)
    return read(descriptor, part.baseAddress, part.count)
}
