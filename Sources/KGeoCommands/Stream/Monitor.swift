// Threads, and a value that they share: kept behind a lock, with waiting for it to change.

internal import SystemC

/// A value that one thread at a time may look at and change (Hoare, *Monitors*, 1974).
final class Monitor<Value: Sendable>: Sendable {
    // All three are touched only while the lock is held, or while nobody else knows of the monitor.
    nonisolated(unsafe) private var value: Value
    nonisolated(unsafe) private let lock: UnsafeMutablePointer<pthread_mutex_t>
    nonisolated(unsafe) private let change: UnsafeMutablePointer<pthread_cond_t>

    init(_ value: Value) {
        self.value = value
        lock = .allocate(capacity: 1)
        lock.initialize(to: pthread_mutex_t())
        change = .allocate(capacity: 1)
        change.initialize(to: pthread_cond_t())
        pthread_mutex_init(lock, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_cond_destroy(change)
        pthread_mutex_destroy(lock)
        change.deallocate()
        lock.deallocate()
    }

    /// Looks at the value.
    func read<Result>(_ body: (borrowing Value) -> Result) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body(value)
    }

    /// Changes the value, and wakes whoever waits for a change.
    func change<Result>(_ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(lock)
        defer {
            pthread_cond_broadcast(change)
            pthread_mutex_unlock(lock)
        }
        return body(&value)
    }

    /// Tries until the body gives something, once at first and then after each change.
    func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let result = body(&value) { return result }
            pthread_cond_wait(change, lock)
        }
    }
}

/// A thread of the system, which runs a body and must be waited for.
final class WorkerThread {
    private let id: pthread_t

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread; nil when the system gives none. It takes no signals: those are the first thread's.
    static func start(_ run: @escaping @Sendable () -> Void) -> WorkerThread? {
        let body = Unmanaged.passRetained(Body(run))
        guard let id = create(body.toOpaque()) else {
            body.release()
            return nil
        }
        return WorkerThread(id)
    }

    private init(_ id: pthread_t) { self.id = id }

    private static func create(_ body: UnsafeMutableRawPointer) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        // The parser's recursion is bounded, but some systems give a thread very little.
        pthread_attr_setstacksize(&attributes, 4 << 20)
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer {
            pthread_sigmask(SIG_SETMASK, &before, nil)
            pthread_attr_destroy(&attributes)
        }
        #if canImport(Darwin)
            var id: pthread_t?
            guard pthread_create(&id, &attributes, { WorkerThread.main($0) }, body) == 0 else { return nil }
        #else
            var id = pthread_t()
            guard pthread_create(&id, &attributes, { WorkerThread.main($0) }, body) == 0 else { return nil }
        #endif
        return id
    }

    private static func main(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
    }

    /// Waits until the body has ended.
    func join() { pthread_join(id, nil) }

    /// How many threads can run at once: the processors that are online.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
