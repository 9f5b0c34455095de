// The owner of a PROJ context and of what was made in it.

internal import CPROJ
internal import KGeoCore

/// Owns a `PJ_CONTEXT`, and every `PJ` made in it; frees them in the right order. The network is off: a
/// figure must not depend on what a server answers.
final class Session {
    /// The context in C.
    let context: OpaquePointer
    /// Where PROJ reports to.
    let log = Log()
    private var objects: [OpaquePointer] = []

    /// Opens a context. Stands for `proj_context_create`.
    init() throws(Problem) {
        guard let context = proj_context_create() else {
            throw Problem(.proj, "PROJ could not be started")
        }
        self.context = context
        log.listen(to: context)
        _ = proj_context_set_enable_network(context, 0)
    }

    deinit {
        for object in objects.reversed() { _ = proj_destroy(object) }
        withExtendedLifetime(log) { _ = proj_context_destroy(context) }
    }

    /// Calls a function that makes a `PJ`, or returns null when it fails, and keeps what it made.
    func make(
        _ code: Problem.Code, _ message: @autoclosure () -> String,
        _ body: (_ context: OpaquePointer) -> OpaquePointer?
    ) throws(Problem) -> OpaquePointer {
        log.clear()
        let made = withExtendedLifetime(self) { body(context) }
        guard let made else { throw failure(code, message(), code: proj_context_errno(context)) }
        objects.append(made)
        return made
    }

    /// Where PROJ's database is, which is opened for the purpose.
    /// - Throws: a problem `proj` when there is none that can be read.
    func databasePath() throws(Problem) -> String {
        log.clear()
        let path = withExtendedLifetime(self) {
            proj_context_get_database_path(context).map { String(cString: $0) }
        }
        guard let path else {
            var problem = failure(.proj, "could not open PROJ's database proj.db", code: nil)
            problem.hint = "install PROJ with its data, or set PROJ_DATA to the folder that has proj.db"
            throw problem
        }
        return path
    }

    /// The problem to throw after a failed call: what was attempted, and PROJ's own words. The log has the
    /// better ones; the text of the error number is for when it is silent.
    func failure(_ kind: Problem.Code, _ message: String, code: CInt?) -> Problem {
        var words = log.text
        if words == nil, let code, code != 0, let text = proj_context_errno_string(context, code) {
            words = String(cString: text)
        }
        return Problem(kind, "\(message) (PROJ: \(words ?? "no reason given"))")
    }
}

@available(*, unavailable, message: "a context of PROJ belongs to one task")
extension Session: Sendable {}
