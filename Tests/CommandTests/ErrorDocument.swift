// Docs/Errors.md, made from the cases: nothing in it is typed by hand.

enum ErrorDocument {
    /// The whole document.
    static func text(_ groups: [ErrorGroup]) -> String {
        var lines = [
            "# What kgeo says to bad input", "",
            "\(groups.reduce(0) { $0 + $1.cases.count }) kinds of bad input, each with the exact answer. Every one is "
                + "run on the built binary by",
            "`Tests/CommandTests/ErrorCaseTests.swift`, which holds this page too; `make errors-doc` writes it again.",
            "",
            "An error is a line, `kgeo: error: FILE: place: what is wrong`, and mostly a second, `hint: what to do`, on "
                + "standard",
            "error; with `--format json` it is one object. Features, parts, rings and vertices count from 0, lines and "
                + "columns",
            "from 1, bytes from 0. An output file appears whole or not at all.",
            "", "| exit code | meaning |", "|---|---|",
        ]
        let meanings: [(Int32, String)] = [
            (0, "done, whatever the findings"), (64, "arguments"), (65, "bad data"),
            (66, "input missing or unreadable"), (73, "the output cannot be created"),
            (74, "writing failed"),
        ]
        for (code, meaning) in meanings {
            let count = groups.reduce(0) { $0 + $1.cases.count { $0.exit == code } }
            lines.append("| \(code) | \(meaning) (\(count) below) |")
        }
        for group in groups {
            lines += ["", "## \(group.title)"]
            for example in group.cases { lines += self.lines(example) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ example: ErrorCase) -> [String] {
        let title = example.title.prefix(1).uppercased() + example.title.dropFirst()
        var lines = ["", "### \(title)"]
        for file in example.files { lines += self.lines(file) }
        lines += ["", "```console", "$ " + example.command]
        if !example.out.isEmpty { lines.append(example.out) }
        if !example.says.isEmpty { lines.append(example.says) }
        lines += ["$ echo $?", "\(example.exit)", "```"]
        return lines
    }

    /// What a file of a case holds.
    private static func lines(_ file: ErrorCase.File) -> [String] {
        switch file.contents {
        case .text(""): return ["", "`\(file.name)` is empty."]
        case .text(let text):
            var shown = ""
            for scalar in text.unicodeScalars {
                shown += scalar == "\u{FEFF}" ? "\\u{feff}" : String(scalar)
            }
            if shown.hasSuffix("\n") { shown.removeLast() }
            return ["", "`\(file.name)`:", "", "```", shown, "```"]
        case .bytes(let bytes):
            let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
            return ["", "`\(file.name)`, in hexadecimal:", "", "```", digits.joined(separator: " "), "```"]
        case .folder: return ["", "`\(file.name)` is a folder."]
        case .locked: return ["", "`\(file.name)` has no rights (`chmod 000`)."]
        }
    }
}
