// Names of files and folders in between, which no two runs share, and what runs that were killed have left of them.

internal import KGeoCore
internal import SystemC

/// Names of files in between, beside the place that they are for.
///
/// A number of the process would not do: in a container every run may be number 1.
enum TemporaryName {
    private static let mark = ".kgeo-"
    private static let ending = ".tmp"
    private static let digits = 16

    /// A new name in the folder of a path: `.map.geojson.kgeo-0123456789abcdef.tmp`.
    static func beside(_ path: String) -> String {
        let (folder, base) = split(path)
        let random = String(UInt64.random(in: 0 ... .max), radix: 16)
        let padding = String(repeating: "0", count: digits - random.count)
        return folder + head(base) + mark + padding + random + ending
    }

    /// Marks a file or folder in between as one that a run is at work on, as long as the descriptor is open.
    static func hold(_ descriptor: Int32) { _ = flock(descriptor, LOCK_EX | LOCK_NB) }

    /// The names of what runs that are no more have left beside a path; those at work hold theirs.
    static func leftovers(beside path: String) -> [String] {
        let (folder, base) = split(path)
        return names(in: folder.isEmpty ? "." : folder).filter {
            isLeftover($0, of: base) && isAbandoned(folder + $0)
        }
        .sorted()
    }

    /// Says what runs that were killed have left beside a path.
    static func noteLeftovers(beside path: String, called name: String, quiet: Bool) {
        guard !quiet else { return }
        let folder = split(path).folder
        for leftover in leftovers(beside: path) {
            let holdsFiles = self.names(in: folder + leftover).contains { $0.hasPrefix(replaced) }
            let problem = Problem(
                .outputCreate,
                holdsFiles
                    ? "a run that was killed while it replaced a bundle has left \(leftover) in this folder"
                    : "a run that was killed has left \(leftover) in this folder",
                hint: holdsFiles
                    ? "what is missing of the bundle before is in it, each file as \(replaced)NAME: take it back, then delete it"
                    : "it holds nothing that is needed; delete it")
            Messages.notice(Notice(.note, problem.inFile(name)))
        }
    }

    /// What the name of a file that gives way begins with, as long as its run may still have to put it back.
    static let replaced = ".old-"

    /// The names in a folder; none when it cannot be read, or is no folder.
    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(FileName.bytes(folder)) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { FileName.text($0) }
                })
        }
        return names
    }

    /// The folder of a path with its slash, and the name in it.
    static func split(_ path: String) -> (folder: String, base: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    /// A name of 255 bytes has room for no more; one that is cut stays a name.
    private static func head(_ base: String) -> String {
        var scalars = base.unicodeScalars[...]
        while FileName.bytes(String(scalars)).count > 200 { scalars.removeLast() }
        return "." + String(scalars)
    }

    /// Whether a name is that of a file in between; versions before 2 had the number of the process in it.
    private static func isLeftover(_ name: String, of base: String) -> Bool {
        guard name.hasPrefix(head(base) + "."), name.hasSuffix(ending) else { return false }
        let middle = name.dropFirst(head(base).count).dropLast(ending.count)
        if middle.hasPrefix(mark) {
            let digits = middle.dropFirst(mark.count)
            return digits.count == Self.digits && digits.allSatisfy(\.isHexDigit)
        }
        return middle.count > 1 && middle.dropFirst().allSatisfy { ("0"..."9").contains($0) }
    }

    private static func isAbandoned(_ path: String) -> Bool {
        let descriptor = open(
            FileName.bytes(path), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) == 0
    }
}
