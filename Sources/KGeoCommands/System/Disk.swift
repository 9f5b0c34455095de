// Bringing what was written to the disk, and putting files in their places.

internal import KGeoCore
internal import SystemC

enum Disk {
    /// What a file could not be put in its place for.
    enum Refusal: Error {
        /// There is a file of this name now.
        case exists
        /// What the system said.
        case failed(String)
    }

    /// Brings an open file or folder to the disk; false with `errno` when that fails. What keeps nothing on a disk
    /// cannot be asked for it.
    static func sync(_ descriptor: Int32) -> Bool {
        while fsync(descriptor) != 0 {
            switch errno {
            case EINTR: continue
            case EINVAL, ENOTSUP, ENOSYS, EROFS: return true
            default: return false
            }
        }
        return true
    }

    /// Brings a folder to the disk, so that the names in it last; false with `errno` when that fails. A folder that
    /// may be written to and not read cannot be asked for it.
    static func sync(folder: String) -> Bool {
        let path = folder.isEmpty ? "." : folder
        let descriptor = open(FileName.bytes(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno == EACCES || errno == EPERM }
        defer { close(descriptor) }
        return sync(descriptor)
    }

    /// Gives a file its name, in place of the file that has it.
    static func replace(_ temporary: String, _ path: String) throws(Refusal) {
        guard rename(FileName.bytes(temporary), FileName.bytes(path)) == 0 else { throw failure() }
    }

    /// Gives a file its name, unless there is a file of that name.
    static func place(_ temporary: String, _ path: String) throws(Refusal) {
        if link(FileName.bytes(temporary), FileName.bytes(path)) == 0 {
            guard unlink(FileName.bytes(temporary)) == 0 else { throw failure() }
            return
        }
        switch errno {
        case EEXIST: throw .exists
        case EPERM, ENOTSUP, ENOSYS, EMLINK:
            // A disk without second names: the name is taken by an empty file, which is then replaced.
            let claim = open(FileName.bytes(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            guard claim >= 0 else { throw errno == EEXIST ? .exists : failure() }
            close(claim)
            do throws(Refusal) { try replace(temporary, path) } catch {
                unlink(FileName.bytes(path))
                throw error
            }
        default: throw failure()
        }
    }

    private static func failure() -> Refusal { .failed(String(cString: strerror(errno))) }
}
