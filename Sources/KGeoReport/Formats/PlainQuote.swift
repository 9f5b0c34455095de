// A quote as people read it: the words of a text without the marks of its Markdown or HTML.

/// Takes the marks out of a quote.
package enum PlainQuote {
    /// The words without links (`[400](#)` is `400`), emphasis and tags. A quote in JSON stays as it stands in the text.
    package static func text(_ quote: String) -> String {
        var plain = ""
        var rest = quote[...]
        while let character = rest.popFirst() {
            switch character {
            case "]" where rest.first == "(":
                guard let end = rest.firstIndex(of: ")") else { return plain }
                rest = rest[rest.index(after: end)...]
            case "[", "]", "*": continue
            case "<" where rest.first.map { $0.isLetter || $0 == "/" } ?? false:
                guard let end = rest.firstIndex(of: ">") else {
                    plain.append(character)
                    continue
                }
                rest = rest[rest.index(after: end)...]
            default: plain.append(character)
            }
        }
        return plain
    }
}
