// One worker's access to GEOS.

internal import CGEOS
public import KGeoCore

/// One worker's access to GEOS: every shape is made in a context and keeps it alive.
///
/// A context, and whatever was made in it, belongs to one task at a time. Between tasks only values travel
/// (`Polygon`, `LineString`, `Coordinate`); each task opens a context of its own, which costs microseconds.
public final class Context {
    /// The context in C (`GEOSContextHandle_t`).
    let handle: OpaquePointer
    /// Where GEOS reports to.
    let messages: Messages

    /// Opens a context and keeps the messages of GEOS in it. Stands for `GEOS_init_r`.
    /// - Throws: a problem `geos` when GEOS gives none, which happens only when memory is used up.
    public init() throws(Problem) {
        guard let handle = GEOS_init_r() else {
            throw Problem(.geos, "GEOS could not be started")
        }
        self.handle = handle
        messages = Messages()
        messages.listen(to: handle)
    }

    deinit {
        withExtendedLifetime(messages) { GEOS_finish_r(handle) }
    }

    /// What GEOS said about the last call in this context, or nil when it said nothing.
    package var lastMessage: String? { messages.error ?? messages.notice }
}

@available(*, unavailable, message: "a context of GEOS belongs to one task; let values travel instead")
extension Context: Sendable {}
