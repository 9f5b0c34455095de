// A piece of text without the blanks around it.

/// Pieces of text between separators.
enum TextCell {
    /// The text without blanks before and behind it.
    static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
