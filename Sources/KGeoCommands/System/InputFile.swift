// Where a named input lies: where it says, else among the scenarios and reference data that kgeo came with.

internal import KGeo
internal import KGeoCore
internal import KGeoImport
internal import KGeoJSON
internal import SystemC

enum InputFile {
    /// Opens an input.
    ///
    /// - Throws: a problem with code `input` when it is missing, a folder, or unreadable.
    static func source(_ text: String) throws(Problem) -> ByteSource {
        let found = find(text)
        let source = try ByteSource(path: found.path, name: found.name)
        guard GDALSource.isMeant(by: try source.firstBytes(16)) else { return source }
        let wish = GDALSource(
            layer: option("--layer"), encoding: option("--encoding"), keepsSystem: option("--crs") != nil)
        let folder = try ScratchFolder()
        let opened = try wish.open(path: found.path, name: found.name, folder: folder.path)
        if said.change({ $0.insert(found.path).inserted }) {
            for notice in opened.notices { Messages.notice(notice) }
        }
        return opened.source
    }

    /// A file as it lies on the disk, whatever its format.
    static func plain(_ text: String) throws(Problem) -> ByteSource {
        let found = find(text)
        return try ByteSource(path: found.path, name: found.name)
    }

    /// The files of which it has been said what GDAL had to say.
    private static let said = Monitor<Set<String>>([])

    /// The path of an input, and what it is called.
    ///
    /// A file that is there is meant as it is. Otherwise a name such as `kursk-2024-08` or
    /// `GeoData/ukraine.geojson` is looked for where reference data and scenarios are; it is then called by its path
    /// in that place, and so is a file of which the whole path lies in one.
    static func find(_ text: String) -> (path: String, name: String) {
        guard text != "-", !text.isEmpty else { return (text, text) }
        let isThere = access(FileName.bytes(text), F_OK) == 0
        if isThere, !text.hasPrefix("/") { return (text, text) }
        let places = DataFolders.find(given).searched
        if isThere {
            let place = places.first {
                text.hasPrefix($0 + "/GeoData/") || text.hasPrefix($0 + "/Scenarios/")
            }
            return (text, place.map { String(text.dropFirst($0.count + 1)) } ?? text)
        }
        guard !text.hasPrefix("/"), !text.split(separator: "/").contains("..") else { return (text, text) }
        for place in places {
            for folder in ["", "Scenarios/", "GeoData/"] {
                for ending in ["", ".geojson"] {
                    let name = folder + text + ending
                    if FileStatus.sizeOfFile("\(place)/\(name)") != nil { return ("\(place)/\(name)", name) }
                }
            }
        }
        return (text, text)
    }

    /// What follows `--geodata`, for the commands that take it.
    static let given: String? = option("--geodata")

    /// What follows an option that says how files are opened.
    private static func option(_ name: String) -> String? {
        let arguments = ProgramArguments.all
        if let i = arguments.firstIndex(of: name), i + 1 < arguments.count { return arguments[i + 1] }
        return arguments.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    /// A path as it is best read: within the working folder from there, in the home folder after `~`.
    static func short(_ path: String) -> String {
        func real(_ path: String) -> String? {
            guard let real = realpath(FileName.bytes(path), nil) else { return nil }
            defer { free(real) }
            return FileName.text(real)
        }
        guard let whole = real(path) else { return path }
        if let folder = real("."), folder != "/" {
            if whole == folder { return "." }
            if whole.hasPrefix(folder + "/") { return String(whole.dropFirst(folder.count + 1)) }
        }
        if let home = getenv("HOME").map({ FileName.text($0) }).flatMap(real), home != "/" {
            if whole == home { return "~" }
            if whole.hasPrefix(home + "/") { return "~" + whole.dropFirst(home.count) }
        }
        return whole
    }
}
