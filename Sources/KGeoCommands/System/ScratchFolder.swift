// A folder for files in between, gone when the run ends or is interrupted.

internal import KGeo
internal import KGeoCore
internal import SystemC

/// A temporary folder; removed with the files of the names it is told when the value is gone.
final class ScratchFolder {
    let path: String
    /// The names that may lie in it.
    private static let names = ["layer.geojsonl", "out.txt", "err.txt"]

    init() throws(Problem) {
        let parent = getenv("TMPDIR").map { FileName.text($0) } ?? "/tmp"
        path = TemporaryName.beside("\(parent)/kgeo")
        Interruption.clean(path)
        for name in Self.names { Interruption.clean("\(path)/\(name)") }
        guard mkdir(FileName.bytes(path), 0o700) == 0 else {
            let reason = String(cString: strerror(errno))
            forget()
            throw Problem(
                .outputCreate, "no temporary folder can be made in \(parent): \(reason)",
                hint: "TMPDIR names another place")
        }
    }

    private func forget() {
        for name in Self.names.reversed() { Interruption.forget("\(path)/\(name)") }
        Interruption.forget(path)
    }

    deinit {
        for name in Self.names { unlink(FileName.bytes("\(path)/\(name)")) }
        rmdir(FileName.bytes(path))
        forget()
    }
}
