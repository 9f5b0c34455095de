// What must not stay behind when the user interrupts: temporary files, and the folders they lie in.

internal import KGeoCore
internal import SystemC

/// Removes temporary files and folders when the user interrupts.
///
/// A handler of a signal may not allocate or lock, so the names lie in plain memory. Signals reach the first thread
/// alone (`WorkerThread`), so a name that is remembered before its file is made is removed whenever the signal comes.
enum Interruption {
    private static let capacity = 4_096
    nonisolated(unsafe) private static let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
        .allocate(capacity: capacity)
    nonisolated(unsafe) private static var count = 0

    /// The signals that end a run: from the keyboard, of a terminal that is closed, of whoever wants it to end, and of
    /// limits on time.
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGALRM]

    /// Takes the signals from now on. To be called first of all: a process whose id is 1, as in a container, is ended
    /// by no signal that it does not take. Those that are ignored, as under nohup, stay so.
    static func begin() {
        for number in signals {
            let before = signal(number) { number in
                // The last first: a folder is remembered before what lies in it.
                var i = Interruption.count
                while i > 0 {
                    i -= 1
                    if let name = Interruption.names[i], unlink(name) != 0 { rmdir(name) }
                }
                // Whoever waits sees which signal it was; a process whose id is 1 outlives it, and ends itself.
                signal(number, SIG_DFL)
                var held = sigset_t()
                sigemptyset(&held)
                sigaddset(&held, number)
                pthread_sigmask(SIG_UNBLOCK, &held, nil)
                raise(number)
                _exit(128 + number)
            }
            // Functions of C cannot be compared but by where they are.
            let isIgnored = withUnsafeBytes(of: before) { before in
                withUnsafeBytes(of: SIG_IGN) { before.elementsEqual($0) }
            }
            if isIgnored { signal(number, SIG_IGN) }
        }
        // A program that starts kgeo from one of its threads may hold signals back there; kgeo would never get them.
        var taken = signalSet()
        pthread_sigmask(SIG_UNBLOCK, &taken, nil)
    }

    /// The signals as the system takes a number of them.
    private static func signalSet() -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in signals { sigaddset(&set, number) }
        return set
    }

    /// Remembers a temporary file or folder, before it is made. Those beyond the 4,096th are not removed on an
    /// interrupt.
    static func clean(_ path: String) {
        guard count < capacity, let name = strdup(FileName.bytes(path)) else { return }
        names[count] = name
        count += 1
    }

    /// Forgets a path that is in its place, or gone.
    static func forget(_ path: String) {
        let path = FileName.bytes(path)
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
        var held = signalSet()
        var before = sigset_t()
        pthread_sigmask(SIG_BLOCK, &held, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return try body()
    }
}
