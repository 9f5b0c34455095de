// A folder for files in between, gone when the run ends or is interrupted.

internal import KGeo
internal import KGeoCore
internal import SystemC

/// A temporary folder; removed with the files of the names it is told when the value is gone.
final class ScratchFolder {
    let path: String
    /// The names that may lie in it.
    private static let names = ["layer.geojsonl", "out.txt", "err.txt"]

    init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/kgeo-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Problem(
                .outputCreate,
                "no temporary folder can be made in \(parent): \(String(cString: strerror(errno)))",
                hint: "TMPDIR names another place")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        Interruption.clean(path)
        for name in Self.names { Interruption.clean("\(path)/\(name)") }
    }

    deinit {
        for name in Self.names.reversed() {
            unlink("\(path)/\(name)")
            Interruption.forget("\(path)/\(name)")
        }
        rmdir(path)
        Interruption.forget(path)
    }
}
