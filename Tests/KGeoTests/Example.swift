// Examples as they stand in comments, in pages and in the tests that run them.

import Foundation
import TestSupport
import Testing

/// A block of Swift that prints something.
struct Example: Hashable {
    /// Its lines, without imports and without those that are what it prints.
    var code: [String]
    /// What it says that it prints, a text per line: what stands behind a print, and comments of a line of their own.
    var expected: [String]

    /// An example from its lines, which may be indented and may name files by the test's root.
    init(_ lines: [Substring]) {
        (code, expected) = ([], [])
        let indent = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        for line in lines {
            let line = String(line.dropFirst(indent)).replacing("root + \"/", with: "\"")
            if line.isEmpty || line.hasPrefix("import ") { continue }
            if line.hasPrefix("// ") {
                expected.append(String(line.dropFirst(3)))
                continue
            }
            code.append(line)
            if line.contains("print("), let words = line.firstRange(of: ")  // ") {
                expected.append(String(line[words.upperBound...]))
            }
        }
    }

    /// The examples of a text: the blocks of Swift in its comments, or in a page, that print something.
    static func all(in text: String, isComment: Bool) -> [Example] {
        var block: [Substring]?
        var examples: [Example] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = line
            if isComment {
                let bare = line.drop { $0 == " " }
                guard bare.hasPrefix("///") else { continue }
                line = bare.dropFirst(bare.hasPrefix("/// ") ? 4 : 3)
            }
            if line == "```swift" {
                block = []
            } else if line == "```", let lines = block {
                block = nil
                if lines.contains(where: { $0.contains("print(") }) { examples.append(Example(lines)) }
            } else {
                block?.append(line)
            }
        }
        return examples
    }

    /// The examples of the library and of the pages about it, each with the file it stands in.
    static func documented() throws -> [Example: String] {
        let root = try #require(SharedFolder.projectRoot)
        let folder = "Sources/KGeo"
        let names = try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).sorted()
        var examples: [Example: String] = [:]
        for file in names.map({ folder + "/" + $0 }) + ["README.md", "Docs/Library.md"] {
            guard let text = SharedFolder.text(of: root + "/" + file) else { continue }
            for example in all(in: text, isComment: file.hasSuffix(".swift")) { examples[example] = file }
        }
        return examples
    }

    /// The examples that `ExampleTests` runs, by the names of the tests.
    static func tested() throws -> [String: Example] {
        let root = try #require(SharedFolder.projectRoot)
        let text = try #require(SharedFolder.text(of: root + "/Tests/KGeoTests/ExampleTests.swift"))
        var examples: [String: Example] = [:]
        var name: String?
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("    @Test func "), line.hasSuffix("() throws {") {
                name = String(line.dropFirst("    @Test func ".count).prefix { $0 != "(" })
                lines = []
            } else if line == "        try compare()", let known = name {
                examples[known] = Example(lines)
                name = nil
            } else {
                lines.append(line)
            }
        }
        return examples
    }
}
