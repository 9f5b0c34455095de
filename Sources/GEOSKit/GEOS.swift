// The library behind this room, and the version of it that is loaded.

internal import CGEOS

/// GEOS, the library for planar overlay, validity and search that this room wraps.
public enum GEOS {
    /// The version of the library that is loaded, such as `3.11.1`, without the version of its C interface.
    /// Stands for `GEOSversion`.
    public static let version: String = {
        guard let text = GEOSversion() else { return "unknown" }
        let full = String(cString: text)
        return String(full.prefix { $0 != "-" })
    }()
}
