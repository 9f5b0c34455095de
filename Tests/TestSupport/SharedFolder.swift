// Material that lies beside the project and is not part of it: outside suites, real maps. Tests that use it
// run when the folder is there and are reported as skipped when it is not.

import SystemC

/// The folder `../shared` beside the project.
public enum SharedFolder {
    /// Whether the folder is there.
    public static let isThere = path("README.md").map { access($0, R_OK) == 0 } ?? false

    /// What a skipped test says.
    public static let reason = "needs ../shared, which is not beside this project"

    /// The path of a file in the folder, whether or not it is there; nil without a project root.
    public static func path(_ relative: String) -> String? {
        projectRoot.map { $0 + "/../shared/" + relative }
    }

    /// The files of a folder in it, sorted by name; empty when it is missing.
    public static func files(in relative: String) -> [String] {
        guard let folder = path(relative), let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted().map { folder + "/" + $0 }
    }

    /// The project's root: the nearest folder above this file that holds Package.swift.
    public static let projectRoot: String? = {
        var parts = #filePath.split(separator: "/")
        while parts.popLast() != nil {
            let folder = "/" + parts.joined(separator: "/")
            if access(folder + "/Package.swift", F_OK) == 0 { return folder }
        }
        return nil
    }()

    /// The bytes of a file; nil when it cannot be read.
    public static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    /// The text of a file; nil when it cannot be read.
    public static func text(of path: String) -> String? {
        bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
