// One figure, one answer: the same phrase put to every command that reads figures.

import Foundation
import TestSupport
import Testing

@Suite("One figure has one reading")
struct OneFigureTests {
    /// What a command made of a figure.
    struct Answer: Equatable, CustomStringConvertible {
        var qualifier, unit: String
        var low, high: Double
        var description: String { "\(qualifier) \(low)…\(high) \(unit)" }
        static func == (a: Answer, b: Answer) -> Bool {
            func same(_ x: Double, _ y: Double) -> Bool { abs(x - y) <= 1e-12 * max(abs(x), abs(y)) }
            return a.qualifier == b.qualifier && a.unit == b.unit && same(a.low, b.low)
                && same(a.high, b.high)
        }
    }

    private static let cases = FigureCase.phrases + FigureCase.numerals

    /// Where a figure stands in a sentence.
    private static func sentence(_ text: String) -> String {
        "Ukraine now holds \(text) of the oblast."
    }

    private static func batch(_ texts: [String]) throws -> String {
        try texts.enumerated().map { i, text in
            let line = try JSONSerialization.data(withJSONObject: ["id": "\(i)", "text": text])
            return String(decoding: line, as: UTF8.self)
        }.joined(separator: "\n")
    }

    /// The claims that `extract` finds in each text.
    private static func extracted(_ texts: [String]) throws -> [[[String: Any]]] {
        let run = try Program.run(["extract", "--batch", "--format", "json", "-"], input: batch(texts))
        #expect(run.code == 0, "\(run.err)")
        return try run.out.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(object?["claims"] as? [[String: Any]])
        }
    }

    private static func answer(_ claim: [String: Any]) throws -> Answer {
        Answer(
            qualifier: try #require(claim["qualifier"] as? String),
            unit: try #require(claim["unit"] as? String),
            low: try #require(claim["value_min"] as? Double),
            high: try #require(claim["value_max"] as? Double))
    }

    @Test("In a text")
    func text() throws {
        let found = try Self.extracted(Self.cases.map { Self.sentence($0.text) })
        for (figure, claims) in zip(Self.cases, found) {
            #expect(claims.count == 1, "\(figure.text): \(claims.count) figures")
            guard let claim = claims.first else { continue }
            #expect(try Self.answer(claim) == Self.expected(figure), "\(figure.text)")
        }
    }

    private static func expected(_ figure: FigureCase) -> Answer {
        Answer(qualifier: figure.qualifier, unit: figure.unit, low: figure.low, high: figure.high)
    }

    @Test("In convert")
    func convert() throws {
        for figure in Self.cases {
            let run = try Program.run(
                ["convert", "--to", figure.unit, "--format", "json", "--", figure.text])
            #expect(run.code == 0, "\(figure.text): \(run.err)")
            guard run.code == 0 else { continue }
            let json = try run.json()
            let numbers = try #require(json["numbers"] as? [[String: Any]]).compactMap {
                $0["printed"] as? Double
            }
            let answer = Answer(
                qualifier: try #require(json["qualifier"] as? String),
                unit: try #require(json["from"] as? String),
                low: try #require(numbers.first), high: try #require(numbers.last))
            #expect(answer == Self.expected(figure), "\(figure.text)")
        }
    }

    /// What `check-area` says was said, by claim: the interval in SI, the qualifier, the unit.
    private static func said(_ options: [String], in folder: TemporaryFolder) throws -> [[String: Any]] {
        let run = try Program.run(
            ["check-area", "map.geojson", "--as-of", "2024-08-21", "--format", "json", "-q"] + Samples.mapping
                + options, in: folder)
        #expect(run.code == 0, "\(run.err)")
        guard run.code == 0 else { return [] }
        return try #require(run.json()["results"] as? [[String: Any]]).map {
            try #require($0["said"] as? [String: Any])
        }
    }

    @Test("In --claim, in a table of claims and in a list of claims: the same intervals")
    func claims() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("map.geojson", Samples.mapped)
        for isShare in [false, true] {
            // check-area has no rates.
            let cases = Self.cases.filter {
                ($0.unit == "percent" || $0.unit == "fraction") == isShare && !$0.unit.contains("/")
            }
            let kind = isShare ? "share" : "area"
            let typed = try Self.said(
                cases.flatMap { ["--claim", $0.text] } + (isShare ? ["--of", "UA"] : []), in: folder)
            let rows = cases.enumerated().map { "c\($0),\(kind),\"\($1.text)\",UA" }
            _ = try folder.write("claims.csv", (["id,kind,value,of"] + rows).joined(separator: "\n"))
            let table = try Self.said(["--claims", "claims.csv"], in: folder)
            var objects = cases.enumerated().map {
                ["id": "c\($0)", "kind": kind, "value": $1.text] as [String: Any]
            }
            if isShare { for i in objects.indices { objects[i]["of"] = ["official": "UA"] } }
            let data = try JSONSerialization.data(withJSONObject: ["claims": objects])
            _ = try folder.write("claims.json", String(decoding: data, as: UTF8.self))
            let list = try Self.said(["--claims", "claims.json"], in: folder)
            #expect(typed.count == cases.count && table.count == cases.count && list.count == cases.count)
            for (figure, all) in zip(cases, zip(typed, zip(table, list))) {
                for said in [all.0, all.1.0, all.1.1] {
                    #expect(said["qualifier"] as? String == figure.qualifier, "\(figure.text)")
                    #expect(said["unit"] as? String == figure.unit, "\(figure.text)")
                    #expect(
                        Self.holds(said, figure), "\(figure.text): \(said["low"] ?? "")…\(said["high"] ?? "")"
                    )
                    #expect(
                        NSDictionary(dictionary: said) == NSDictionary(dictionary: all.0), "\(figure.text)")
                }
            }
        }
    }

    /// Whether an interval begins or ends at the number where its qualifier says so, and holds it elsewhere.
    private static func holds(_ said: [String: Any], _ figure: FigureCase) -> Bool {
        let low = said["low"] as? Double
        let high = said["high"] as? Double
        func same(_ x: Double?, _ y: Double) -> Bool { x.map { abs($0 - y) <= 1e-9 * abs(y) } ?? false }
        switch figure.qualifier {
        case "at_least", "more_than": return same(low, figure.low) && high == nil
        case "at_most", "less_than", "up_to": return low == 0 && same(high, figure.high)
        case "nearly": return same(high, figure.high) && low.map { $0 < figure.low } ?? false
        default:
            return low.map { $0 <= figure.low && $0 >= figure.low * 0.85 } ?? false
                && high.map { $0 >= figure.high && $0 <= figure.high * 1.15 } ?? false
        }
    }

    @Test("A qualifier and a unit in columns of their own")
    func columns() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("map.geojson", Samples.mapped)
        _ = try folder.write(
            "claims.csv",
            """
            id,kind,value,unit,qualifier,of
            a,area,8000,sq. miles,close to,
            b,area,twelve thousand,hectares,well over,
            c,share,20,per cent,an estimated,UA
            """)
        let said = try Self.said(["--claims", "claims.csv"], in: folder)
        #expect(said.map { $0["qualifier"] as? String } == ["nearly", "more_than", "about"])
        #expect(said.map { $0["unit"] as? String } == ["mi2", "ha", "percent"])
    }

    @Test("Whole or not at all")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("map.geojson", Samples.mapped)
        let found = try Self.extracted(FigureCase.unreadable.map { Self.sentence($0) })
        for (text, claims) in zip(FigureCase.unreadable, found) {
            // Of "several hundred" extract says that it is vague; it is no figure to be held against a map by itself.
            #expect(
                claims.allSatisfy { $0["vague"] as? Bool == true },
                "\(text): \(claims.map { $0["quote"] ?? "" })")
            #expect(try Program.run(["convert", "--to", "km2", "--", text]).code == 64, "\(text)")
            let claim = try Program.run(
                ["check-area", "map.geojson", "--claim", text] + Samples.mapping, in: folder)
            #expect(claim.code == 64 && claim.err.contains("cannot be read"), "\(text): \(claim.err)")
            _ = try folder.write("claims.csv", "id,kind,value,unit\nc,area,\"\(text)\",\n")
            let table = try Program.run(
                ["check-area", "map.geojson", "--claims", "claims.csv"] + Samples.mapping, in: folder)
            #expect(table.code == 65, "\(text)")
        }
    }

    @Test("Two readings are flagged in a text and refused where a verdict would follow")
    func twofold() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("map.geojson", Samples.mapped)
        let found = try Self.extracted(FigureCase.twofold.map { Self.sentence($0) })
        for (text, claims) in zip(FigureCase.twofold, found) {
            #expect(claims.first?["flags"] as? [String] == ["ambiguous_number"], "\(text)")
            for arguments in [
                ["convert", "--to", "km2", "--", text],
                ["check-area", "map.geojson", "--claim", text] + Samples.mapping,
            ] {
                let run = try Program.run(arguments, in: folder)
                #expect(run.code == 64 && run.err.contains(" may be "), "\(text): \(run.err)")
            }
        }
    }

    @Test("What convert says a figure stands for is what it is checked by")
    func interval() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("map.geojson", Samples.mapped)
        for text in ["about 1,300 km2", "nearly 500 km2", "more than 300 km2", "up to 90 km2", "100-400 km2"]
        {
            let run = try Program.run(["convert", "--to", "km2", "--format", "json", "--", text])
            let interval = try #require(run.json()["interval"] as? [String: Any])
            let said = try #require(Self.said(["--claim", text], in: folder).first)
            for end in ["low", "high"] {
                #expect(interval[end] as? Double == said[end] as? Double, "\(text) \(end)")
            }
        }
        let open = try Program.run(["convert", "more than 300 km2", "--to", "km2"])
        #expect(open.out.contains("as printed it stands for 300 or more"))
    }

    @Test("Verdicts that a form has no place for are missed aloud")
    func verdictsOfRows() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("map.geojson", Samples.mapped)
        let ask = ["front", "map.geojson", "--minus", "none", "--claim", "70 km"] + Samples.mapping
        let rows = try Program.run(ask + ["--format", "csv"], in: folder)
        #expect(rows.code == 0 && rows.err.contains("csv has no place for the verdicts"), "\(rows.err)")
        let table = try Program.run(ask, in: folder)
        #expect(table.code == 0 && !table.err.contains("no place for the verdicts"), "\(table.err)")
    }

    @Test("Years beside figures are years")
    func years() throws {
        let texts = [
            "Forest fell from 64,000 hectares in 2011 to 48,000 hectares in 2023.",
            "In 2012–13 the army lost ground; 13 km² were retaken in 2014.",
            "In 2012/13 they lost 40 hectares of vineyards.",
            "The reserve covered 1,500 hectares in 1990 and 900 hectares since 2005.",
        ]
        let found = try Self.extracted(texts).map { try $0.map(Self.answer) }
        #expect(
            found == [
                [
                    .init(qualifier: "exact", unit: "ha", low: 64_000, high: 64_000),
                    .init(qualifier: "exact", unit: "ha", low: 48_000, high: 48_000),
                ],
                [.init(qualifier: "exact", unit: "km2", low: 13, high: 13)],
                [.init(qualifier: "exact", unit: "ha", low: 40, high: 40)],
                [
                    .init(qualifier: "exact", unit: "ha", low: 1_500, high: 1_500),
                    .init(qualifier: "exact", unit: "ha", low: 900, high: 900),
                ],
            ])
    }
}
