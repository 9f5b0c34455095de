// No tuple in what other packages see.

import TestSupport
import Testing

struct TupleTests {
    @Test(
        "No product has a tuple in a public declaration: it can be neither written as JSON nor grow a member")
    func noPublicTuple() throws {
        let root = try #require(SharedFolder.projectRoot)
        let manifest = try #require(SharedFolder.text(of: root + "/Package.swift"))
        let products = Set(
            manifest.split(separator: "\n").filter { $0.contains(".library(name: \"") }
                .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) })
        #expect(products.contains("KGeo") && products.contains("KGeoCore"))
        for file in try SourceFile.all() where products.contains(file.room) {
            for (i, line) in file.lines.enumerated()
            where line.drop(while: { $0 == " " }).hasPrefix("public ") {
                let head = file.lines[i...].prefix(12).joined(separator: "\n")
                #expect(!Self.hasTuple(head), "\(file.name):\(i + 1) has a tuple: \(line)")
            }
        }
    }

    /// Whether the declaration at the beginning of a text has a tuple of two or more among its types.
    static func hasTuple(_ text: String) -> Bool {
        // A protocol of the standard library asks for it.
        if text.contains("init(dictionaryLiteral") { return false }
        var open: [(isType: Bool, commas: Int)] = []
        var before: Character = " "
        let characters = Array(text)
        for (i, character) in characters.enumerated() {
            switch character {
            case "(", "[":
                // After a name it is a list of parameters; after a colon, an arrow or a bracket it is a type.
                open.append((character == "(" && ":→[(<".contains(before), 0))
            case "<" where i > 0 && characters[i - 1] != " ": open.append((false, 0))
            case ")", "]",
                ">" where before != "-" && before != "<":
                guard let last = open.popLast() else { return false }
                let rest = String(characters[(i + 1)...].prefix(24)).drop { $0 == " " }
                let isFunction = ["->", "throws", "async"].contains { rest.hasPrefix($0) }
                if last.isType, last.commas > 0, !isFunction { return true }
            case ",": if !open.isEmpty { open[open.count - 1].commas += 1 }
            case "=" where open.isEmpty && before != "+" && characters.dropFirst(i + 1).first == " ":
                // A tuple as the value of a constant is its type.
                let rest = characters[(i + 1)...].drop { $0 == " " }
                return hasTuple(":" + String(rest.prefix { $0 != "\n" }))
            case "{": if open.isEmpty { return false }
            case "\n": if open.isEmpty, !":→".contains(before) { return false }
            default: break
            }
            if character == ">", before == "-" {
                before = "→"
            } else if character != " ", character != "\n" {
                before = character
            }
        }
        return false
    }

    @Test(
        "A tuple is found where it is one",
        arguments: [
            ("public var a: (Int, Int)", true),
            ("public func f(_ a: Int, b: Int) -> (x: Int, y: Int)? {", true),
            ("public init(_ a: [(name: String, value: Int)]) {", true),
            ("public static let a = (1, 2)", true),
            ("public func f(a: Int, b: Int) {", false),
            ("public var f: (Int, Int) -> Void", false),
            ("public init(a: Int, b: [String: Int]) { (1, 2)", false),
            ("public static let a = f(1, 2)", false),
            ("public func f<A>(_ a: A, b: (A) -> Int) {", false),
            ("public static func < (a: A, b: A) -> Bool {", false),
            ("public static func += (a: inout A, b: A) {", false),
            ("public let a: B\nlet b: [(C, D)]", false),
        ])
    func tuples(_ text: String, _ isThere: Bool) { #expect(Self.hasTuple(text) == isThere) }
}
