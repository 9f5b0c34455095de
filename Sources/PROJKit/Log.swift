// What PROJ says while it works: the last error of one context.

internal import CPROJ

/// Keeps the last text PROJ handed to its log function. Belongs to one `Session`.
final class Log {
    /// The last error since `clear()`.
    private(set) var text: String?

    /// Forgets the text, so that an old one never explains a new failure.
    func clear() { text = nil }

    /// Asks PROJ to report errors, and nothing else, to this object, which must outlive the context.
    func listen(to context: OpaquePointer) {
        _ = proj_log_level(context, PJ_LOG_ERROR)
        proj_log_func(context, Unmanaged.passUnretained(self).toOpaque()) { receiver, level, text in
            guard let receiver, let text, level == CInt(PJ_LOG_ERROR.rawValue) else { return }
            Unmanaged<Log>.fromOpaque(receiver).takeUnretainedValue().text = String(cString: text)
        }
    }
}
