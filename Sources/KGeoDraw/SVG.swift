// Text of SVG: elements, numbers and names, everything from outside escaped.

internal import KGeoCore

/// A drawing that grows element by element.
struct SVG {
    /// What has been written.
    private(set) var text = ""
    private var depth = 0

    /// Opens an element.
    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        indent()
        text += "<\(name)\(Self.list(attributes))>\n"
        depth += 1
    }

    /// Closes an element.
    mutating func close(_ name: String) {
        depth -= 1
        indent()
        text += "</\(name)>\n"
    }

    /// An element without content.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        indent()
        text += "<\(name)\(Self.list(attributes))/>\n"
    }

    /// An element with a text.
    mutating func words(_ name: String, _ attributes: KeyValuePairs<String, String>, _ words: String) {
        indent()
        text += "<\(name)\(Self.list(attributes))>\(SafeText.xml(words))</\(name)>\n"
    }

    private mutating func indent() {
        for _ in 0..<depth { text += " " }
    }

    private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes.map { " \($0)=\"\(SafeText.xml($1))\"" }.joined()
    }

    /// A number with at most one decimal.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }

    /// The data of a path through some places, by steps to a tenth of a px, each from where the last one ended.
    static func path(_ lines: [[Point]], isClosed: Bool) -> String {
        var data = ""
        for line in lines where line.count > 1 {
            var (x, y) = (0, 0)
            for (i, point) in line.enumerated() {
                let (toX, toY) = (Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
                if i == 0 {
                    data += "M" + tenths(toX) + " " + tenths(toY)
                } else if (toX, toY) != (x, y) {
                    if i == 1 { data += "l" }
                    let (dx, dy) = (tenths(toX - x), tenths(toY - y))
                    if data.last != "l", !dx.hasPrefix("-") { data += " " }
                    data += dx
                    if !dy.hasPrefix("-") { data += " " }
                    data += dy
                } else if i == 1 {
                    data += "l0 0"
                }
                (x, y) = (toX, toY)
            }
            if isClosed { data += "z" }
        }
        return data
    }

    private static func tenths(_ value: Int) -> String {
        let sign = value < 0 ? "-" : ""
        let (whole, rest) = (abs(value) / 10, abs(value) % 10)
        if rest == 0 { return "\(sign)\(whole)" }
        return whole == 0 ? "\(sign).\(rest)" : "\(sign)\(whole).\(rest)"
    }
}
