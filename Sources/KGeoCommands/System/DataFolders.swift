// Where reference data and scenarios are looked for.

internal import KGeoCore
internal import SystemC

/// Where reference data and scenarios are looked for.
enum DataFolders {
    /// In `--geodata`, `KGEO_DATA`, `<folder of the binary>/../share/kgeo`, then the working folder.
    static func find(_ option: String?) -> (geodata: String?, scenarios: String?, searched: [String]) {
        var folders: [String] = []
        if let option { folders.append(option) }
        if let variable = getenv("KGEO_DATA") { folders.append(FileName.text(variable)) }
        if let binary = binaryFolder { folders.append(binary + "/../share/kgeo") }
        folders.append(".")
        func first(_ name: String) -> String? {
            folders.map { "\($0)/\(name)" }.first { access(FileName.bytes($0), R_OK) == 0 }
        }
        return (first("GeoData"), first("Scenarios"), folders)
    }

    /// The GeoData that has places; nil where there is none.
    static func withPlaces(_ option: String?) -> String? {
        find(option).geodata.flatMap { access(FileName.bytes($0 + "/places"), F_OK) == 0 ? $0 : nil }
    }

    private static var binaryFolder: String? {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        let path = FileName.text(buffer)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
