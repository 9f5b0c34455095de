// Which links a file may carry: those that a reader can follow without running anything.

/// Links that are safe to print as links.
public enum SafeLink {
    /// What a link may begin with.
    public static let beginnings = ["http://", "https://", "mailto:", "doi:"]
    /// What is said of another one.
    public static let rule = "a link must begin with http, https, mailto or doi"
    /// Whether a link begins with one of these, in upper or lower case.
    public static func isSafe(_ link: String) -> Bool {
        let lower = link.lowercased()
        return beginnings.contains { lower.hasPrefix($0) }
    }
}
