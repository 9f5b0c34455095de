// What kind of thing a path names.

internal import KGeoCore
internal import SystemC

enum FileStatus {
    /// Whether it is a folder.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(FileName.bytes(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The bytes of a regular file; nil for standard input, pipes, folders, and what is not there.
    static func sizeOfFile(_ path: String) -> Int? {
        var status = stat()
        guard path != "-", stat(FileName.bytes(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return Int(status.st_size)
    }
}
