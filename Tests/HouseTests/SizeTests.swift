// How long a file and a function may be.

import Testing

struct SizeTests {
    /// Lines of a file.
    static let longestFile = 400
    /// Lines of a function.
    static let longestFunction = 60
    /// Rooms of which only files are held to a limit, and that to a wider one.
    static let wide: [String: Int] = ["KGeoCommands": 640, "KGeoExport": 640, "KGeoReport": 640]
    /// Functions that stay whole, and why.
    static let whole: [String: String] = [
        "KGeoJSON/CoordinateReading.swift positions":
            "the loop of every vertex, whose quick and careful way share all their state"
    ]

    @Test func filesAreShort() throws {
        for file in try SourceFile.all() where !file.isTable {
            let limit = Self.wide[file.room] ?? Self.longestFile
            #expect(file.lines.count - 1 <= limit, "\(file.name) has \(file.lines.count - 1) lines: split it")
        }
    }

    @Test func functionsAreShort() throws {
        var exceptions: Set<String> = []
        for file in try SourceFile.all() where !file.isTable && Self.wide[file.room] == nil {
            for function in FunctionLength.all(in: file.text) where function.lines > Self.longestFunction {
                let name = "\(file.name) \(function.name)"
                exceptions.insert(name)
                #expect(
                    Self.whole[name] != nil,
                    "\(file.name):\(function.line) \(function.name) has \(function.lines) lines: split it")
            }
        }
        #expect(exceptions == Set(Self.whole.keys), "an exception is no longer one")
    }

    @Test func functionsAreMeasuredToTheirLastBracket() {
        let text = #"""
            struct A {
                init() {}
                // func no() {
                mutating func long(
                    _ a: Int, then b: () -> Void = {}
                ) throws(Problem) -> [Int] {
                    let text = "}{{ \" func x() {"
                    if a > 0 {
                    }
                    return []
                }
                func required()
                static func short() -> String { "}" }
            }
            """#
        let found = FunctionLength.all(in: text)
        #expect(found.map(\.name) == ["init", "long", "short"])
        #expect(found.map(\.lines) == [1, 8, 1])
        #expect(found.map(\.line) == [2, 4, 13])
    }
}

/// The length of a function.
struct FunctionLength {
    var name: String
    /// Where it begins, from 1.
    var line: Int
    /// From its name to its last bracket.
    var lines: Int

    /// The functions and initializers of a text.
    static func all(in text: String) -> [FunctionLength] {
        let bytes = Array(code(Array(text.utf8)))
        let modifiers: Set<String> = [
            "public", "private", "fileprivate", "internal", "package", "static", "mutating", "override",
            "final",
            "class", "nonisolated", "consuming", "borrowing", "convenience", "required",
        ]
        var found: [FunctionLength] = []
        var lineStart = 0
        var line = 0
        while lineStart < bytes.count {
            line += 1
            let lineEnd = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let words = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self).split(separator: " ")
                .drop { modifiers.contains(String($0)) || $0.hasPrefix("@") }
            if let first = words.first {
                let isInit = ["init(", "init?(", "init<"].contains { first.hasPrefix($0) }
                let second = words.dropFirst().first ?? ""
                if first == "func" || isInit, let end = end(of: bytes, from: lineStart) {
                    let lines = bytes[lineStart...end].count { $0 == UInt8(ascii: "\n") } + 1
                    let name = isInit ? "init" : String(second.prefix { $0 != "(" && $0 != "<" })
                    found.append(FunctionLength(name: name, line: line, lines: lines))
                }
            }
            lineStart = lineEnd + 1
        }
        return found
    }

    /// The last bracket of a body; nil for a declaration without one.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        var (i, round, curly) = (start, 0, 0)
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "("), UInt8(ascii: "["): round += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): round -= 1
            case UInt8(ascii: "\n") where round == 0 && curly == 0:
                // A signature goes on behind its bracket or with "where"; what else follows is another declaration.
                let next = String(decoding: bytes[(i + 1)...].prefix(200), as: UTF8.self)
                    .drop { $0 == " " || $0 == "\n" }
                guard ["{", "where ", "->", "throws", "async"].contains(where: next.hasPrefix) else {
                    return nil
                }
            case UInt8(ascii: "{") where round == 0: curly += 1
            case UInt8(ascii: "}") where round == 0:
                curly -= 1
                if curly <= 0 { return curly == 0 ? i : nil }
            default: break
            }
            i += 1
        }
        return nil
    }

    /// A text without its comments and what stands in quotes; its lines stay.
    private static func code(_ text: [UInt8]) -> [UInt8] {
        let (quote, slash, newline) = (UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\n"))
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var i = 0
        func has(_ byte: UInt8, at k: Int) -> Bool { k < text.count && text[k] == byte }
        while i < text.count {
            if text[i] == slash, has(slash, at: i + 1) {
                while i < text.count, text[i] != newline { i += 1 }
            } else if text[i] == quote, has(quote, at: i + 1), has(quote, at: i + 2) {
                i += 3
                while i < text.count, !(text[i] == quote && has(quote, at: i + 1) && has(quote, at: i + 2)) {
                    if text[i] == newline { out.append(newline) }
                    i += 1
                }
                i += 3
            } else if text[i] == quote {
                i += 1
                while i < text.count, text[i] != quote, text[i] != newline {
                    i += text[i] == UInt8(ascii: "\\") ? 2 : 1
                }
                if has(quote, at: i) { i += 1 }
            } else {
                out.append(text[i])
                i += 1
            }
        }
        return out
    }
}
