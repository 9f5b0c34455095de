// JSON text from values: ours, and those kept from a file.

public import KGeoCore

/// Writes JSON. Never NaN, never infinity: a `JSONNumber` cannot hold them.
public enum JSONWriter {
    /// The value on one line.
    public static func compact(_ value: JSONValue) -> String {
        var text = ""
        write(value, to: &text, indent: nil)
        return text
    }

    /// The value with two spaces of indentation and a line feed at the end.
    public static func pretty(_ value: JSONValue) -> String {
        var text = ""
        write(value, to: &text, indent: 0)
        return text + "\n"
    }

    /// The text in quotes, with the escapes that JSON asks for.
    public static func quoted(_ text: String) -> String {
        var result = ""
        quote(text, to: &result)
        return result
    }

    static func quote(_ text: String, to result: inout String) {
        result += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        result += "\""
    }

    static func write(_ value: JSONValue, to text: inout String, indent: Int?) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let number): text += number.text
        case .string(let string): quote(string, to: &text)
        case .array(let elements):
            // Arrays of plain values stay on one line.
            let isFlat = elements.allSatisfy { $0.array == nil && $0.object == nil }
            list(
                "[", "]", elements, to: &text, indent: isFlat ? nil : indent,
                separator: isFlat && indent != nil ? ", " : ","
            ) {
                write($0, to: &$1, indent: $2)
            }
        case .object(let object):
            list("{", "}", object.members, to: &text, indent: indent, separator: ",") { member, text, inner in
                quote(member.name, to: &text)
                text += inner == nil ? ":" : ": "
                write(member.value, to: &text, indent: inner)
            }
        }
    }

    private static func list<Element>(
        _ open: String, _ close: String, _ elements: [Element], to text: inout String, indent: Int?,
        separator: String, _ body: (Element, inout String, Int?) -> Void
    ) {
        text += open
        for (i, element) in elements.enumerated() {
            if i > 0 { text += separator }
            if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
            body(element, &text, indent.map { $0 + 1 })
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += close
    }
}
