// Folders as arguments: the maps in them.

internal import ArgumentParser
internal import KGeo
internal import KGeoAtlas
internal import KGeoCore
internal import SystemC

/// The maps in a folder.
enum MapFolder {
    private static let endings = [".geojson", ".json", ".geojsonl", ".geojsons", ".geojsonseq", ".gz"]

    /// What commands say of such an argument.
    static let argumentHelp = ArgumentHelp(
        "GeoJSON or GeoJSONSeq files, or folders of them, which is quicker for thousands; - is standard input.",
        valueName: "file|folder")

    /// A file as it is; of a folder the maps in it, by name.
    ///
    /// - Throws: a problem (66) when the folder cannot be read or holds no map.
    static func files(_ path: String) throws -> [String] {
        guard FileStatus.isFolder(path) else { return [path] }
        let files = maps(among: try names(path), in: path)
        guard !files.isEmpty else { throw noMap(path) }
        return files
    }

    /// A file as it is; of a folder the maps in it and in each folder below it, by folder.
    ///
    /// - Throws: a problem (66) when a folder cannot be read or none holds a map.
    static func tree(_ path: String) throws -> [(path: String, files: [String])] {
        guard FileStatus.isFolder(path) else { return [(path, [path])] }
        var found: [(path: String, files: [String])] = []
        try walk(path, deeper: deepest, &found)
        guard !found.isEmpty else { throw noMap(path) }
        return found
    }

    /// So many folders below that which was named are looked into.
    private static let deepest = 4

    private static func walk(
        _ path: String, deeper: Int, _ found: inout [(path: String, files: [String])]
    ) throws {
        let names = try names(path)
        let files = maps(among: names, in: path)
        if !files.isEmpty { found.append((path, files)) }
        guard deeper > 0 else { return }
        for name in names {
            let folder = joined(path, name)
            if FileStatus.isFolder(folder) { try walk(folder, deeper: deeper - 1, &found) }
        }
    }

    private static func joined(_ path: String, _ name: String) -> String {
        path.hasSuffix("/") ? path + name : path + "/" + name
    }

    private static func maps(among names: [String], in path: String) -> [String] {
        names.filter { name in
            name != SavedMapping.fileName && endings.contains { name.hasSuffix($0) }
        }.map { joined(path, $0) }
    }

    private static func noMap(_ path: String) -> Problem {
        Problem(
            .input, "there is no map in this folder",
            hint: "maps end in " + endings.joined(separator: ", ")
        ).inFile(path)
    }

    /// What lies in a folder, by name; what begins with a point is hidden.
    private static func names(_ path: String) throws -> [String] {
        guard let folder = opendir(FileName.bytes(path)) else {
            throw Problem(.input, "the folder cannot be read: \(String(cString: strerror(errno)))").inFile(
                path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { FileName.text($0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
