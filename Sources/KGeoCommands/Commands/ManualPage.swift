// A manual page from the parser's account of its commands: a part per command, in the macros of man(7).

internal import KGeo
internal import KGeoCore

struct ManualPage {
    /// The page.
    let text: String

    /// A page of the parser's account of the program.
    init(_ help: JSONValue, version: String) {
        let root = help.object?["command"]?.object ?? JSONObject()
        var lines = [
            ".\\\" Made by kgeo manual; do not change it by hand.",
            ".TH KGEO 1 \"\" \"kgeo \(version)\" \"User Commands\"",
            ".SH NAME", "kgeo \\- \(Self.plain(Self.lowered(root["abstract"]?.string ?? "")))",
            ".SH SYNOPSIS", ".B kgeo", ".I command", "[\\fIinputs\\fR] [\\fIoptions\\fR]",
            ".SH DESCRIPTION",
        ]
        lines += Self.paragraphs(root["discussion"]?.string)
        lines.append(".SH COMMANDS")
        for command in Self.shown(root["subcommands"]) { lines += Self.command(command, "kgeo") }
        for (title, paragraphs) in Self.closing {
            lines.append(".SH \(title)")
            for (tag, words) in paragraphs { lines += [".TP", ".B \(Self.plain(tag))", Self.plain(words)] }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// What holds for all commands.
    private static let closing: [(String, [(String, String)])] = [
        (
            "EXIT STATUS",
            [
                ("0", "Done, whatever the findings."), ("1", "An internal failure."),
                ("2", "A verdict of --fail-on was found."), ("64", "Arguments that cannot be used."),
                ("65", "Bad data."), ("66", "An input that is not there or cannot be read."),
                ("73, 74", "An output that cannot be created or written."),
            ]
        ),
        (
            "ENVIRONMENT",
            [
                ("KGEO_DATA", "The folder in which GeoData and Scenarios lie."),
                ("NO_COLOR", "Nothing is coloured."), ("COLUMNS", "How wide tables and help may be."),
            ]
        ),
        (
            "FILES",
            [
                (
                    "share/kgeo/GeoData, share/kgeo/Scenarios",
                    "Reference data and scenarios beside the folder of the program. An input that is not there is looked for in the folder of --geodata, in that of KGEO_DATA, here, and in the working folder; a scenario is found by its name alone."
                )
            ]
        ),
    ]

    /// A command with its options, and those in it.
    private static func command(_ command: JSONObject, _ above: String) -> [String] {
        let name = "\(above) \(command["commandName"]?.string ?? "")"
        let arguments = shown(command["arguments"]).filter {
            self.name($0) != "--help" && self.name($0) != "--version"
        }
        let inputs = arguments.filter { $0["kind"]?.string == "positional" }
        let options = arguments.filter { $0["kind"]?.string != "positional" }
        let usage = inputs.map { input in
            let word =
                "<\(input["valueName"]?.string ?? "")>" + (input["isRepeating"] == .bool(true) ? " ..." : "")
            return input["isOptional"] == .bool(true) ? "[\(word)]" : word
        }
        let hasMore = !options.isEmpty
        var lines = [
            ".SS \(plain(([name] + usage + (hasMore ? ["[options]"] : [])).joined(separator: " ")))"
        ]
        lines +=
            paragraphs(command["abstract"]?.string)
            + paragraphs(command["discussion"]?.string, isFirst: false)
        for argument in inputs + options {
            lines += [".TP", ".B \(plain(label(argument)))"]
            var words = [argument["abstract"]?.string, argument["discussion"]?.string].compactMap(\.self)
            if let value = argument["defaultValue"]?.string { words.append("(default: \(value))") }
            let text = words.joined(separator: " ").split(whereSeparator: \.isNewline).joined(separator: " ")
            lines.append(text.isEmpty ? "\\&" : plain(text))
        }
        for inner in shown(command["subcommands"]) { lines += self.command(inner, name) }
        return lines
    }

    /// An argument as it is typed: `-h, --help`, `--format <format>`, `<file>`.
    private static func label(_ argument: JSONObject) -> String {
        let value = "<\(argument["valueName"]?.string ?? "value")>"
        let names = (argument["names"]?.array ?? []).compactMap { $0.object.map(typed) }
        guard !names.isEmpty else { return value }
        return names.joined(separator: ", ") + (argument["kind"]?.string == "option" ? " \(value)" : "")
    }

    private static func name(_ argument: JSONObject) -> String? {
        argument["preferredName"]?.object.map(typed)
    }

    private static func typed(_ name: JSONObject) -> String {
        (name["kind"]?.string == "long" ? "--" : "-") + (name["name"]?.string ?? "")
    }

    /// The members of a list that are not hidden; the parser's own command for help is left out.
    private static func shown(_ list: JSONValue?) -> [JSONObject] {
        (list?.array ?? []).compactMap(\.object).filter {
            $0["shouldDisplay"] != .bool(false) && $0["commandName"]?.string != "help"
        }
    }

    /// Text in paragraphs; lines that are set in, such as examples, stay as they are.
    private static func paragraphs(_ text: String?, isFirst: Bool = true) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        var lines: [String] = isFirst ? [] : [".PP"]
        var isSetIn = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let setIn = line.hasPrefix("  ")
            if setIn != isSetIn {
                lines += setIn ? [".PP", ".nf"] : [".fi"]
                isSetIn = setIn
            }
            if line.isEmpty {
                if lines.last != ".PP", lines.last != ".fi" { lines.append(".PP") }
                if lines.last == ".fi" { lines.append(".PP") }
            } else {
                lines.append(plain(String(line)))
            }
        }
        if isSetIn { lines.append(".fi") }
        while lines.last == ".PP" { lines.removeLast() }
        return lines
    }

    private static func lowered(_ text: String) -> String {
        var text = text.prefix(1).lowercased() + text.dropFirst()
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// Text that man takes for nothing else: backslashes, hyphens, other than ASCII, and what begins a request.
    private static func plain(_ text: String) -> String {
        var plain = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": plain += "\\e"
            case "-": plain += "\\-"
            case "'": plain += "\\(aq"
            case "`": plain += "\\(ga"
            case "\"": plain += "\\(dq"
            case "^": plain += "\\(ha"
            case "~": plain += "\\(ti"
            case _ where character.isASCII: plain.unicodeScalars.append(character)
            default:
                let code = String(character.value, radix: 16, uppercase: true)
                plain += "\\[u\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)]"
            }
        }
        return plain
    }
}
