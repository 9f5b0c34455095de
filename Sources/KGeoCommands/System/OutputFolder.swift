// A folder of files, written whole or not at all.
//
// Everything is written into a temporary folder first. A new folder then takes its name in one step. In a folder
// that is there the files take their places one by one, and if one cannot, those before it are put back.

internal import KGeo
internal import KGeoCore
internal import KGeoExport
internal import SystemC

enum OutputFolder {
    /// Writes the files.
    ///
    /// - Parameters:
    ///   - force: write into a folder that is not empty, and replace the files of these names in it; no other
    ///     file is touched.
    ///   - inputs: files that must not be replaced.
    /// - Throws: a problem (73) when the folder may not be written to, (74) when writing fails; then everything
    ///   is as it was.
    static func write(_ files: [BundleFile], to path: String, force: Bool, inputs: [String]) throws {
        var path = path
        while path.count > 1, path.last == "/" { path.removeLast() }
        guard !path.isEmpty, path != "-" else {
            throw Problem(
                .usage, "a bundle needs the name of a folder", hint: "name one with --to, like --to for-qgis")
        }
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw problem(
                    .outputCreate, "this is a file, not a folder", path,
                    hint: "name a folder; it is made when it is not there")
            }
            try check(files, in: path, force: force, inputs: inputs)
            try fill(files, path)
        } else if lstat(path, &status) == 0 {
            throw problem(.outputCreate, "this link leads nowhere", path)
        } else {
            try create(files, path)
        }
    }

    /// A folder that is not there yet: made beside its place, and renamed.
    private static func create(_ files: [BundleFile], _ path: String) throws {
        let (parent, name) = split(path)
        let temporary = Temporary("\(parent).\(name).\(getpid()).tmp")
        defer { temporary.remove() }
        try temporary.write(files, for: path)
        try Interruption.held {
            guard rename(temporary.path, path) == 0 else {
                throw failed(.outputWrite, "the folder could not be put in its place", path)
            }
            temporary.isDone = true
        }
    }

    /// A folder that is there: the files are made in a folder inside it, and put in their places.
    private static func fill(_ files: [BundleFile], _ path: String) throws {
        let temporary = Temporary("\(path)/.kgeo.\(getpid()).tmp")
        defer { temporary.remove() }
        try temporary.write(files, for: path)
        // No file of a bundle begins with a dot.
        let old = temporary.path + "/.old-"
        try Interruption.held {
            var placed: [(name: String, hadOld: Bool)] = []
            for file in files {
                let target = path + "/" + file.name
                var status = stat()
                let hadOld = lstat(target, &status) == 0
                if hadOld, rename(target, old + file.name) == 0 || errno == ENOENT,
                    rename(temporary.path + "/" + file.name, target) == 0
                {
                    placed.append((file.name, true))
                } else if !hadOld, rename(temporary.path + "/" + file.name, target) == 0 {
                    placed.append((file.name, false))
                } else {
                    let problem = failed(.outputWrite, "the file could not be put in its place", target)
                    if hadOld { _ = rename(old + file.name, target) }
                    for (name, hadOld) in placed.reversed() {
                        if hadOld {
                            _ = rename(old + name, path + "/" + name)
                        } else {
                            unlink(path + "/" + name)
                        }
                    }
                    throw problem
                }
            }
            for (name, hadOld) in placed where hadOld { unlink(old + name) }
        }
    }

    /// What lies in a folder that is there must allow it.
    private static func check(
        _ files: [BundleFile], in path: String, force: Bool, inputs: [String]
    ) throws {
        guard let folder = opendir(path) else {
            throw failed(.outputCreate, "the folder cannot be read", path)
        }
        defer { closedir(folder) }
        var isEmpty = true
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { isEmpty = false }
        }
        guard isEmpty || force else {
            throw problem(
                .outputCreate, "the folder is not empty", path,
                hint: "--force replaces the files of the bundle in it and leaves all others as they are")
        }
        for file in files {
            let target = path + "/" + file.name
            var status = stat()
            guard stat(target, &status) == 0 else { continue }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw problem(.outputCreate, "this is no file, so it cannot be replaced", target)
            }
            for input in inputs {
                var other = stat()
                guard stat(input, &other) == 0, other.st_ino == status.st_ino, other.st_dev == status.st_dev
                else { continue }
                throw problem(.outputCreate, "this file is an input; it would be lost", target)
            }
        }
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

    private static func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }
}

/// A temporary folder and what was written into it.
private final class Temporary {
    let path: String
    var isDone = false
    private var isMade = false
    private var names: [String] = []

    init(_ path: String) { self.path = path }

    /// Makes the folder and writes the files into it; problems name the folder they are meant for.
    func write(_ files: [BundleFile], for target: String) throws {
        guard mkdir(path, 0o755) == 0 else {
            guard errno != ENOENT else {
                throw OutputFolder.problem(
                    .outputCreate,
                    "the folder cannot be created: the folder it would stand in does not exist",
                    target, hint: "make that folder first, or name another place")
            }
            throw OutputFolder.failed(.outputCreate, "the folder cannot be created", target)
        }
        isMade = true
        Interruption.clean(path)
        for file in files {
            names.append(file.name)
            Interruption.clean(path + "/" + file.name)
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
        let descriptor = open(path + "/" + file.name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
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
        guard close(descriptor) == 0 else { throw failure() }
    }

    /// Takes away what has not taken its place; an interrupt need not do it any more.
    func remove() {
        guard isMade else { return }
        if !isDone {
            for name in names { unlink(path + "/" + name) }
            rmdir(path)
        }
        for name in names.reversed() { Interruption.forget(path + "/" + name) }
        Interruption.forget(path)
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    let part = UnsafeRawBufferPointer(rebasing: bytes)
    return write(descriptor, part.baseAddress, part.count)
}
