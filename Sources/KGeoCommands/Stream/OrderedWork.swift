// Numbered pieces of work, done by several threads and taken in order.

/// Pieces of work from 0 on. Threads do them a few ahead of the one that is wanted, so that results that wait take
/// bounded memory.
final class OrderedWork<Result: Sendable> {
    private struct State: Sendable {
        /// The piece to be begun next, and the one that is wanted; those before it are not wanted any more.
        var next = 0
        var wanted = 0
        var results: [Int: Result] = [:]
        var isStopped = false

        mutating func want(_ piece: Int) {
            wanted = max(wanted, piece)
            results = results.filter { $0.key >= wanted }
        }
    }

    /// How many pieces there are.
    let count: Int
    private let state = Monitor(State())
    private var threads: [WorkerThread] = []

    /// Starts threads; nil when the system gives none.
    ///
    /// - Parameters:
    ///   - threads: how many work at once.
    ///   - count: how many pieces there are.
    ///   - worker: makes what a thread needs and gives its way to do a piece, which is told the piece's number and
    ///     how to find out that nobody wants it any more.
    init?(
        threads: Int, count: Int,
        worker: @escaping @Sendable () -> (Int, @escaping @Sendable () -> Bool) -> Result
    ) {
        self.count = count
        let ahead = 2 * threads + 2
        let run: @Sendable () -> Void = { [state] in
            let work = worker()
            while true {
                let piece = state.wait { state -> Int? in
                    state.next = max(state.next, state.wanted)
                    guard !state.isStopped, state.next < count else { return -1 }
                    guard state.next < state.wanted + ahead else { return nil }
                    state.next += 1
                    return state.next - 1
                }
                guard piece >= 0 else { return }
                let result = work(piece) { state.read { $0.isStopped || piece < $0.wanted } }
                state.change { if piece >= $0.wanted { $0.results[piece] = result } }
            }
        }
        for _ in 0..<min(threads, count) {
            guard let thread = WorkerThread.start(run) else { break }
            self.threads.append(thread)
        }
        if self.threads.isEmpty { return nil }
    }

    deinit {
        state.change { $0.isStopped = true }
        for thread in threads { thread.join() }
    }

    /// The result of a piece, waited for. To be asked for in order, if need be more than once: those of the pieces
    /// before it are dropped.
    func result(_ piece: Int) -> Result {
        state.change { $0.want(piece) }
        return state.wait { $0.results[piece] }
    }
}
