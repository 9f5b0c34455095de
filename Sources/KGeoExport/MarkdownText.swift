// Text from a file inside Markdown: words, never markup.

internal import KGeoCore

enum MarkdownText {
    /// The text on one line, with every character escaped that Markdown, HTML or a formula would act on.
    static func escaped(_ text: String) -> String { SafeText.markdown(text) }

    /// A web address as a link, when it is one and nothing else; else as text.
    static func link(_ address: String) -> String {
        let lower = address.lowercased()
        let isWeb = lower.hasPrefix("https://") || lower.hasPrefix("http://")
        let isPlain = address.unicodeScalars.allSatisfy { scalar in
            (0x21...0x7E).contains(scalar.value) && !"<>\\|`\"".unicodeScalars.contains(scalar)
        }
        return isWeb && isPlain ? "<\(address)>" : escaped(address)
    }
}
