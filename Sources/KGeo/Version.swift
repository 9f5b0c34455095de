// Which kgeo this is.

/// The version of kgeo.
public enum KGeoVersion {
    /// Semantic version.
    public static let current = "0.1.0"
}
