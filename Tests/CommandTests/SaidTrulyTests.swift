// Facts that must be said as they are: which σ was used, which record a row is of, what is nothing but rounding.

import Foundation
import TestSupport
import Testing

@Suite struct SaidTrulyTests {
    private func map(_ size: Double, _ date: String?, sigma: Double?) -> String {
        let day = date.map { ",\"date\":\"\($0)\"" } ?? ""
        let error = sigma.map { ",\"boundary_error_m\":\($0)" } ?? ""
        return Samples.scenario(
            "",
            features: [
                Samples.feature(
                    Samples.square(35, 51, size),
                    "{\"role\":\"control\",\"status\":\"controlled\",\"holder\":\"North\"\(day)\(error)}")
            ])
    }

    /// What diff says of the lines of two maps.
    private func diff(
        _ old: Double?, _ new: Double?, _ options: [String] = []
    ) throws -> (text: String, json: [String: Any]) {
        let folder = try TemporaryFolder()
        try folder.write("a.geojson", map(0.2, "2024-08-21", sigma: old))
        try folder.write("b.geojson", map(0.3, "2024-09-21", sigma: new))
        let run = try Program.run(["diff", "a.geojson", "b.geojson"] + options, in: folder)
        let json = try Program.run(
            ["diff", "a.geojson", "b.geojson", "--format", "json"] + options, in: folder)
        return (run.lines.joined(separator: " "), try json.json())
    }

    @Test func diffNamesTheSigmaThatWasUsed() throws {
        let stated = try diff(100, 100)
        #expect(
            stated.text.contains("the drawn line may be off by σ = 100 m (as the map states)"),
            "\(stated.text)")
        #expect(stated.json["sigma_m"] as? Double == 100 && stated.json["sigma_assumed"] as? Bool == false)
        let assumed = try diff(nil, nil)
        #expect(
            assumed.text.contains(
                "m (as another mapmaker would have drawn it: class "))
        #expect(assumed.json["sigma_assumed"] as? Bool == true)
        let given = try diff(nil, nil, ["--boundary-error", "300"])
        #expect(given.text.contains("σ = 300 m (given with --boundary-error)"))
        let several = try diff(100, 400)
        #expect(
            several.text.contains("the drawn line's σ varies along it from 100 to 400 m, as the map states"))
        #expect(
            several.json["sigma_low_m"] as? Double == 100 && several.json["sigma_high_m"] as? Double == 400)
        let exact = try diff(0, 0)
        #expect(exact.text.contains("no line of it is drawn with an error"))
        #expect(exact.json["sigma_m"] as? Double == 0 && exact.json["sigma_assumed"] as? Bool == false)
    }

    @Test func checkAreaSaysItInTheSameWords() throws {
        let run = try Program.run(
            ["check-area", "-", "--claim", "300 km2"], input: map(0.2, "2024-08-21", sigma: 100))
        #expect(run.lines.joined(separator: " ").contains("σ = 100 m (as the map states)"))
    }

    @Test(arguments: ["1", "2"])
    func aRowHasTheNumberOfItsRecord(_ threads: String) throws {
        let good = Samples.feature(Samples.square(30, 50, 1))
        let broken = String(good.dropLast()) + " oops"
        let records: [String] = [good, good, "no record", good, "[1]", good, broken, good]
        let numbers = (0..<8).map { "\($0)" }
        func rows(_ text: String) throws -> [[String]] {
            let run = try Program.run(
                ["area", "-", "--keep-going", "--threads", threads, "--format", "csv"], input: text)
            #expect(run.code == 65)
            return run.lines.dropFirst().dropLast().map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
        let lines = try rows(records.map { $0 + "\n" }.joined())
        #expect(lines.map { $0[1] } == numbers)
        #expect(lines.map { $0[3].isEmpty } == [false, false, true, false, true, false, true, false])
        // The same after record separators.
        let separated = try rows(records.map { "\u{1E}" + $0 + "\n" }.joined())
        #expect(separated.map { $0[1] } == numbers)
    }

    private static let sliver = Samples.collection([
        Samples.feature(
            "[[30,50],[30.0000002,50],[30.0000001,50.0000001],[30,50]]",
            #"{"status":"controlled","date":"2024-01-01"}"#, id: "t")
    ])

    @Test func anAreaOfRoundingIsNoted() throws {
        let area = try Program.run(["area", "-"], input: Self.sliver)
        #expect(
            area.err
                == "kgeo: note: standard input: feature 0 \"t\": its area is below what the 7 decimals of its coordinates resolve; it may be nothing but rounding\n"
        )
        let check = try Program.run(["check-area", "-"], input: Self.sliver)
        #expect(check.err.contains("is below what the digits of the coordinates resolve"))
        // Three places on a line of 12 km, whose geodesics enclose a hectare.
        let line = Samples.collection([
            Samples.feature(
                "[[34.049411985102,52.071088071655],[34.012603217585,51.959111541361],[34.031007601344,52.015099806508],[34.049411985102,52.071088071655]]",
                #"{"status":"controlled","date":"2024-01-01"}"#, id: "t")
        ])
        for command in ["area", "check-area"] {
            let run = try Program.run([command, "-"], input: line)
            #expect(run.err.contains("coordinates resolve"))
        }
        let ordinary = try Program.run(["area", "-"], input: Samples.oneSquare)
        #expect(ordinary.err.isEmpty)
    }

    @Test func aRatioOverNothingIsNoNumber() throws {
        let arguments = ["check-area", "-", "--claim", "5 km2", "--as-of", "2024-01-01"]
        let table = try Program.run(arguments, input: Self.sliver)
        #expect(table.out.contains("which is below what the map's coordinates resolve"))
        #expect(!table.out.contains(",000,000"))
        let json = try Program.run(arguments + ["--format", "json"], input: Self.sliver).json()
        let result = try #require((json["results"] as? [[String: Any]])?.first)
        let definition = try #require((result["definitions"] as? [[String: Any]])?.first)
        #expect(definition["ratio"] is NSNull)
        #expect((definition["measured"] as? [String: Any])?["below_resolution_si"] is Double)
        // A real but small area: the ratio is a number in JSON, and a word in the table.
        let small = Samples.collection([
            Samples.feature(
                Samples.square(30, 50, 0.0002), #"{"status":"controlled","date":"2024-01-01"}"#)
        ])
        let words = try Program.run(arguments, input: small)
        #expect(words.out.contains("> 1,000") && words.out.contains("more than 1,000 times the map"))
        let number = try Program.run(arguments + ["--format", "json"], input: small).json()
        let row = ((number["results"] as? [[String: Any]])?.first?["definitions"] as? [[String: Any]])?.first
        #expect(try #require(row?["ratio"] as? Double) > 500)
    }

    @Test func theEndsOfASmallFigureAreTrue() throws {
        let run = try Program.run(["convert", "0.0006 square miles", "--to", "km2"])
        #expect(run.out.contains("as printed it stands for 0.00142 to 0.00168"))
    }

    @Test func whatIsWrittenCanBeReadAgain() throws {
        let folder = try TemporaryFolder()
        try folder.write("a_20240821.geojson", map(0.2, "2024-08-21", sigma: 100))
        try folder.write("b_20240921.geojson", map(0.3, "2024-09-21", sigma: 100))
        try folder.write("undated.geojson", map(0.25, nil, sigma: 100))
        try folder.write("other.geojson", map(0.3, nil, sigma: 100))
        func run(_ arguments: [String]) throws {
            let run = try Program.run(arguments, in: folder)
            #expect(run.code == 0, "\(arguments): \(run.err)")
        }
        try run([
            "diff", "a_20240821.geojson", "b_20240921.geojson", "--format", "geojson", "-o", "diff.geojson",
        ])
        try run(["diff", "undated.geojson", "other.geojson", "--format", "geojson", "-o", "nodays.geojson"])
        try run([
            "series", "a_20240821.geojson", "b_20240921.geojson", "--format", "geojson", "-o",
            "series.geojson",
        ])
        try run(["export", "a_20240821.geojson", "--to", "bundle", "--claim", "300 km2"])
        var layers = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/bundle")
            .filter { $0.hasSuffix(".geojson") }.map { "bundle/" + $0 }
        #expect(layers.count == 2)
        layers += ["diff.geojson", "nodays.geojson", "series.geojson"]
        for layer in layers {
            try run(["area", layer])
            try run(["check-area", layer])
            try run(["export", layer, "--to", "again", "--force"])
        }
        #expect(folder.text("nodays.geojson")?.contains("date_end") == false)
    }
}
