// The ends of a distance as a reading names them.

/// From where, or to where, a distance runs.
public enum ReadingEnd: Hashable, Sendable {
    /// The border between the two countries at war.
    case border
    /// The ground of a side.
    case ground(String)
    /// A place by its name.
    case place(String)

    /// The end that a reading's words mean.
    public init(_ text: String) {
        let ground = LineRules.ground(of: "")
        if text == LineRules.border {
            self = .border
        } else if text.hasPrefix(ground) {
            self = .ground(String(text.dropFirst(ground.count)))
        } else {
            self = .place(text)
        }
    }
}
