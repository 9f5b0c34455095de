// What is said of files and public declarations.

import Testing

struct CommentTests {
    @Test func everyFileSaysWhatItIsFor() throws {
        for file in try SourceFile.all() {
            #expect(file.text.hasPrefix("// "), "\(file.name) does not begin with what it is for")
        }
    }

    @Test func everyPublicDeclarationHasAComment() throws {
        let kinds = [
            "func ", "init(", "init?(", "init<", "struct ", "enum ", "final class ", "protocol ",
            "typealias ",
            "subscript(", "actor ", "var ", "let ",
        ]
        for file in try SourceFile.all() where !file.text.contains("@_exported") {
            let lines = file.lines.map { $0.drop { $0 == " " } }
            for (i, line) in lines.enumerated() where line.hasPrefix("public ") {
                let plain = Self.plain(line)
                guard kinds.contains(where: plain.hasPrefix) else { continue }
                if plain.hasPrefix("func <") || plain.hasPrefix("func ==") || plain.hasPrefix("func hash(") {
                    continue
                }
                var above = i - 1
                while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
                let isDocumented = above >= 0 && lines[above].hasPrefix("///")
                // What a protocol asks for is explained at the protocol.
                let isRequirement = [
                    "beginGeometry", "positions(", "furtherOrdinates(", "endPath", "endGroup", "endGeometry",
                    "discardGeometry",
                ].contains { plain.hasPrefix("func " + $0) }
                if !isDocumented, !isRequirement {
                    Issue.record("\(file.name):\(i + 1) has no comment: \(line)")
                }
            }
        }
    }

    /// A declaration without its modifiers.
    static func plain(_ line: Substring) -> Substring {
        var rest = line
        let modifiers = [
            "public ", "private(set) ", "internal(set) ", "package(set) ", "static ", "mutating ", "final ",
            "nonisolated ", "borrowing ", "consuming ",
        ]
        while !rest.hasPrefix("final class "), let word = modifiers.first(where: rest.hasPrefix) {
            rest = rest.dropFirst(word.count)
        }
        return rest
    }
}
