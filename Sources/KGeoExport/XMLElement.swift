// XML text from elements, with everything escaped that XML asks for.

/// An element of an XML text.
struct XMLElement {
    var name: String
    var attributes: [(name: String, value: String)]
    var children: [XMLElement] = []
    /// Text between its tags, in place of children.
    var content: String?

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XMLElement] = []) {
        self.name = name
        self.attributes = attributes.map { ($0.key, $0.value) }
        self.children = children
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String>, content: String) {
        self.init(name, attributes)
        self.content = content
    }

    /// The element with its children, indented, with a line feed at the end.
    func text(indent: Int = 0) -> String {
        let space = String(repeating: " ", count: indent)
        let head = attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
        if let content { return "\(space)<\(name)\(head)>\(Self.escaped(content))</\(name)>\n" }
        guard !children.isEmpty else { return "\(space)<\(name)\(head)/>\n" }
        return "\(space)<\(name)\(head)>\n" + children.map { $0.text(indent: indent + 1) }.joined()
            + "\(space)</\(name)>\n"
    }

    /// A text or the value of an attribute: markup as entities, line feeds and tabs as references so that they survive,
    /// and what XML 1.0 forbids as U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: result += "&amp;"
            case 0x3C: result += "&lt;"
            case 0x3E: result += "&gt;"
            case 0x22: result += "&quot;"
            case 0x27: result += "&apos;"
            case 0x09, 0x0A, 0x0D: result += "&#\(scalar.value);"
            case 0x00...0x1F, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
