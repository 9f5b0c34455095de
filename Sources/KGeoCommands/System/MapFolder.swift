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
            if !name.hasPrefix("."), name != SavedMapping.fileName,
                endings.contains(where: { name.hasSuffix($0) })
            {
                names.append(name)
            }
        }
        guard !names.isEmpty else {
            throw Problem(
                .input, "there is no map in this folder",
                hint: "maps end in " + endings.joined(separator: ", ")
            ).inFile(path)
        }
        return names.sorted().map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }
}
