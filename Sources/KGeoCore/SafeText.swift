// Text that comes from a file is data. Before it reaches a terminal it is made harmless.

/// Makes text from a file safe to print.
public enum SafeText {
    /// Whether a character may move the cursor, colour the terminal, or turn the reading direction.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL, C1
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional controls
        case 0x2028, 0x2029, 0xFEFF: true  // line and paragraph separators, BOM
        case 0x10FE80...0x10FEFF: true  // bytes of file names (FileName)
        default: false
        }
    }

    /// The text with control, escape and bidirectional characters written as `\u{…}`,
    /// and bytes of file names that are no UTF-8 as `\xFF`.
    public static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if FileName.isByte(scalar) {
                result += FileName.shown(String(scalar))
            } else if isUnsafe(scalar) {
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text with its middle left out when it is longer than so many characters: both its ends are kept.
    public static func shortened(_ text: String, to most: Int) -> String {
        guard text.utf8.count > most, text.count > most else { return text }
        return text.prefix(most / 2) + "…" + text.suffix(most / 2)
    }

    /// The text on one line, with every character escaped that Markdown, HTML or a formula would act on.
    package static func markdown(_ text: String) -> String {
        var result = ""
        // By Unicode scalars: a combining mark must not hide what would end a cell.
        for scalar in escaped(text).unicodeScalars {
            if "\\`*_[]<>#|~&!$^".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// The text as content or attribute of XML, on one line.
    package static func xml(_ text: String) -> String {
        var result = ""
        for scalar in escaped(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text as one cell of a CSV file (RFC 4180), on one line. A text cell that begins with = + − @ (also
    /// in their full-width forms) is given a leading apostrophe, so that a spreadsheet does not run it as a
    /// formula.
    public static func csvCell(_ text: String) -> String {
        // By Unicode scalars: a combining mark must not hide a comma, a quote or an equals sign.
        var cell = escaped(text).unicodeScalars
        if cell.count > 1, let first = cell.first,
            "=+-@\u{2212}\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
        {
            cell.insert("'", at: cell.startIndex)
        }
        guard cell.contains(where: { $0 == "," || $0 == "\"" }) else { return String(cell) }
        var quoted: String.UnicodeScalarView = "\"".unicodeScalars
        for scalar in cell {
            if scalar == "\"" { quoted.append("\"") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
