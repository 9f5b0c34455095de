// What must not stay behind when the user interrupts: temporary files, and the folders they lie in.

internal import SystemC

/// Removes temporary files and folders when the user interrupts.
///
/// A handler of a signal may not allocate or lock, so the names lie in plain memory.
enum Interruption {
    private static let capacity = 4_096
    nonisolated(unsafe) private static let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
        .allocate(capacity: capacity)
    nonisolated(unsafe) private static var count = 0

    /// Remembers a temporary file or folder. Those beyond the 4,096th are not removed on an interrupt.
    static func clean(_ path: String) {
        guard count < capacity, let name = strdup(path) else { return }
        names[count] = name
        count += 1
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                // The last first: a folder is remembered before what lies in it.
                var i = Interruption.count
                while i > 0 {
                    i -= 1
                    if let name = Interruption.names[i], unlink(name) != 0 { rmdir(name) }
                }
                _exit(128 + number)
            }
        }
    }

    /// Forgets a path that is in its place, or gone.
    static func forget(_ path: String) {
        var i = count
        while i > 0 {
            i -= 1
            guard let name = names[i], strcmp(name, path) == 0 else { continue }
            names[i] = nil
            free(name)
        }
        while count > 0, names[count - 1] == nil { count -= 1 }
    }

    /// Does something that an interrupt must not cut in two; it comes afterwards.
    static func held<Result>(_ body: () throws -> Result) rethrows -> Result {
        var signals = sigset_t()
        var before = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return try body()
    }
}
