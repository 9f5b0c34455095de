// A folder as `make install` lays it out: the binary in bin, what kgeo comes with in share/kgeo.

import Foundation
import TestSupport
import Testing

/// An installed kgeo; it is gone when the value is.
struct Installed {
    let prefix: TemporaryFolder
    /// The path of the binary in it.
    let program: String

    init() throws {
        prefix = try TemporaryFolder()
        let files = FileManager.default
        let root = try #require(SharedFolder.projectRoot)
        program = prefix.path + "/bin/kgeo"
        for folder in ["/bin", "/share/kgeo"] {
            try files.createDirectory(atPath: prefix.path + folder, withIntermediateDirectories: true)
        }
        // A hard link is a binary of this place; a symbolic one leads back to where it was built.
        do { try files.linkItem(atPath: Program.path, toPath: program) } catch {
            try files.copyItem(atPath: Program.path, toPath: program)
        }
        for folder in ["GeoData", "Scenarios"] {
            try files.createSymbolicLink(
                atPath: prefix.path + "/share/kgeo/" + folder, withDestinationPath: root + "/" + folder)
        }
    }

    /// Runs it; the folder of a build does not count as a place of data.
    func run(
        _ arguments: [String], in folder: TemporaryFolder? = nil, environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try Program.run(arguments, in: folder, environment: environment, program: program)
    }
}
