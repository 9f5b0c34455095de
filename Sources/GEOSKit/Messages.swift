// What GEOS says while it works: the last error and the last notice of one context.

internal import CGEOS

/// Keeps the last texts GEOS handed to its message handlers. Belongs to one `Context`.
final class Messages {
    /// The last error since `clear()`.
    private(set) var error: String?
    /// The last notice since `clear()`.
    private(set) var notice: String?

    /// Forgets both texts, so that an old one never explains a new failure.
    func clear() {
        error = nil
        notice = nil
    }

    /// Asks GEOS to report to this object. The object must outlive the context behind `handle`.
    func listen(to handle: OpaquePointer) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        _ = GEOSContext_setErrorMessageHandler_r(
            handle,
            { text, receiver in
                guard let text, let receiver else { return }
                Unmanaged<Messages>.fromOpaque(receiver).takeUnretainedValue().error = String(cString: text)
            }, me)
        _ = GEOSContext_setNoticeMessageHandler_r(
            handle,
            { text, receiver in
                guard let text, let receiver else { return }
                Unmanaged<Messages>.fromOpaque(receiver).takeUnretainedValue().notice = String(cString: text)
            }, me)
    }
}
