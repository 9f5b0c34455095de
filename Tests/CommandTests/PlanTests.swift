// kgeo check-article on the built binary: figures measured on the maps at hand, and the commands that repeat it.

import Foundation
import TestSupport
import Testing

/// A folder with a map a day of ground that grows eastwards, and outlines of two regions.
func planFolder(_ text: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["maps", "scenarios"] {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/" + name, withIntermediateDirectories: false)
    }
    for day in 1...20 {
        let date = "2025-06-" + (day < 10 ? "0" : "") + "\(day)"
        let width = 0.6 + 0.005 * Double(day)
        let ring = "[[35,51],[\(35 + width),51],[\(35 + width),52],[35,52],[35,51]]"
        try folder.write(
            "maps/map_\(date).geojson",
            Samples.collection([
                Samples.feature(ring, #"{"holder":"Russia","status":"controlled","source":"Drawn"}"#)
            ]))
    }
    try folder.write(
        "regions.geojson",
        Samples.collection([
            Samples.feature(Samples.square(34, 50, 2), #"{"name":"Sumy Oblast","boundary_error_m":30}"#),
            Samples.feature(Samples.square(34, 46, 7), #"{"name":"Ukraine","boundary_error_m":30}"#),
        ]))
    try folder.write(
        "scenarios/other.geojson",
        Samples.collection([
            Samples.feature(
                Samples.square(20, 40, 0.1),
                #"{"holder":"North","region":"Elsewhere","status":"controlled","date":"2020-01-01"}"#)
        ]))
    try folder.write("text.txt", text)
    return folder
}

@Suite struct PlanTests {
    private static let options = [
        "--scenarios", "scenarios", "--maps", "maps", "--regions", "regions.geojson", "--published",
        "2025-06-10",
    ]

    private func figures(
        _ folder: TemporaryFolder, _ environment: [String: String] = [:]
    ) throws -> [[String: Any]] {
        let run = try Program.run(
            ["check-article", "text.txt", "--format", "json"] + Self.options, in: folder,
            environment: environment)
        let texts = try #require(try run.json()["texts"] as? [[String: Any]])
        return try #require(texts[0]["figures"] as? [[String: Any]])
    }

    private func value(_ finding: [String: Any]) -> Double? {
        let rows = finding["definitions"] as? [[String: Any]]
        return (rows?.first?["measured"] as? [String: Any])?["value_si"] as? Double
    }

    @Test(
        "the command of a plan measures the same number again",
        arguments: [
            "Russian units now hold 5,000 square kilometres of Sumy Oblast.",
            "Between 5 and 8 June 2025 Russian forces seized 155 square kilometres of Sumy Oblast.",
        ])
    func commandsRepeat(text: String) throws {
        let folder = try planFolder(text)
        let figure = try #require(try figures(folder).first)
        let plan = try #require(figure["plan"] as? [String: Any])
        let finding = try #require((figure["findings"] as? [[String: Any]])?.last)
        let command = try #require(plan["command"] as? String)
        #expect((finding["sentence"] as? String)?.contains("On Drawn’s map") == true)
        let run = try OutputSafetyTests.shell(
            "\"$KGEO\" " + command.dropFirst("kgeo ".count) + " --format json", in: folder)
        let again = try #require((try run.json()["results"] as? [[String: Any]])?.first)
        let (first, second) = (value(finding), value(again))
        #expect(first != nil && first == second, "\(command)")
        #expect(finding["verdict"] as? String == again["verdict"] as? String)
    }

    @Test func onlyTheMapsThatAFigureHangsOnAreOpened() throws {
        let folder = try planFolder("Russian units now hold 5,000 square kilometres of Sumy Oblast.")
        // A map of another month that cannot be read does not matter.
        try folder.write("maps/map_2024-06-10.geojson", "broken")
        let figure = try #require(try figures(folder).first)
        let finding = try #require((figure["findings"] as? [[String: Any]])?.last)
        #expect(finding["verdict"] as? String == "consistent")
        let maps = try #require((figure["plan"] as? [String: Any])?["maps"] as? [[String: Any]])
        #expect(maps.first?["days"] as? [String] == ["2025-06-10"])
    }

    @Test func aDayWithoutMapNamesTheNearest() throws {
        let folder = try planFolder(
            "Russian units held 5,000 square kilometres of Sumy Oblast on 3 March 2025.")
        let figure = try #require(try figures(folder).first)
        let finding = try #require((figure["findings"] as? [[String: Any]])?.last)
        #expect(finding["verdict"] as? String == "not-checkable")
        #expect((finding["because"] as? String)?.contains("the nearest is of 2025-06-01") == true)
    }

    @Test func whoseGroundNoMapShowsIsNotMeasured() throws {
        let folder = try planFolder("Ukraine now holds 700 square kilometres of Kursk Oblast.")
        let root = try #require(SharedFolder.projectRoot)
        let figure = try #require(try figures(folder, ["KGEO_DATA": root]).first)
        #expect((figure["findings"] as? [Any])?.isEmpty == true)
        #expect(
            (figure["no_map"] as? String)?.contains("no map at hand shows ground held by Ukraine") == true)
    }

    @Test func aDenialAndAFigureAreNamedTogetherWithoutAScenario() throws {
        let folder = try planFolder("In June 2025 Russian forces held 90 square kilometres of Sumy Oblast.")
        try folder.write(
            "other.txt",
            "The Sumy region is exposed. Officials say no Russian troops have established permanent control there."
        )
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run(
            ["check-article", "text.txt", "other.txt", "--format", "json"] + Self.options, in: folder,
            environment: ["KGEO_DATA": root])
        let pairs = try #require(try run.json()["contradictions"] as? [[String: Any]])
        #expect(pairs.count == 1)
        #expect(
            (pairs.first?["second"] as? [String: Any])?["quote"] as? String
                == "no Russian troops have established permanent control")
    }

    // MARK: What must not be linked, in the words of real texts

    /// A text, the ground and what is measured on the maps, or what stands there instead.
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var operation: String?
        var region: String?
        var verdict: String?
        var testDescription: String { text }
    }

    @Test(
        "each figure is measured as what it is, or not at all",
        arguments: [
            // Of another year than the maps.
            Case(
                text: "On 3 March 2023 Russian forces held 5,000 square kilometres of Sumy Oblast.",
                operation: "held", region: "Sumy Oblast", verdict: "not-checkable"),
            // What a month brought is no holding.
            Case(
                text: "Between 5 and 8 June 2025 Russian forces seized 155 square kilometres of Sumy Oblast.",
                operation: "gained", region: "Sumy Oblast", verdict: "consistent"),
            // A share of an oblast is none of the country.
            Case(
                text: "Russia now controls 66% of Sumy Oblast.", operation: "share, held",
                region: "Sumy Oblast",
                verdict: "overstated"),
            // Of the ground that was seized, and of no oblast.
            Case(text: "Russia has retaken 86% of the territory that Ukraine seized in Kursk Oblast."),
            // "We" are the other side.
            Case(text: "“We hold 5,000 square kilometres of Sumy Oblast,” the Ukrainian commander said."),
            // A town has no outline.
            Case(text: "Russian forces seized 12 square kilometres near Sumy."),
        ])
    func eachAsWhatItIs(example: Case) throws {
        let folder = try planFolder(example.text)
        let figure = try #require(try figures(folder).first)
        let plan = figure["plan"] as? [String: Any]
        let measured = plan.flatMap { $0["maps"] as? [Any] }?.isEmpty == false
        guard let operation = example.operation else {
            #expect(!measured)
            return
        }
        #expect(plan?["operation"] as? String == operation)
        #expect(plan?["region"] as? String == "regions.geojson#" + (example.region ?? ""))
        #expect(figure["verdict"] as? String == example.verdict)
    }

    // MARK: What stands beside a figure

    @Test func netStandsBesideWhatIsGained() throws {
        let folder = try planFolder(
            "Between 5 and 8 June 2025 Russian forces seized 155 square kilometres of Sumy Oblast.")
        let finding = try #require((try figures(folder).first?["findings"] as? [[String: Any]])?.last)
        let net = try #require((finding["beside"] as? [[String: Any]])?.first)
        #expect(net["operation"] as? String == "net")
        let values = try #require(net["values"] as? [[String: Any]])
        // The ground only grows.
        #expect(values.first?["value_si"] as? Double == value(finding))
        #expect((finding["sentence"] as? String)?.contains("Net, gained less lost, it is") == true)
        // In a short time the maps between are added up; here nothing was lost again.
        let sum = try #require((finding["beside"] as? [[String: Any]])?.last)
        #expect(sum["operation"] as? String == "total")
        let added = try #require((sum["values"] as? [[String: Any]])?.first?["value_si"] as? Double)
        #expect(abs(added - (value(finding) ?? 0)) < 1e-6 * added)
        #expect((finding["sentence"] as? String)?.contains("Added up from map to map it is") == true)
    }

    @Test func groundNearATownIsNamedForOrientationAndBearsNoVerdict() throws {
        let folder = try planFolder("On 8 June 2025 Russian forces held 300 square kilometres around Sumy.")
        let root = try #require(SharedFolder.projectRoot)
        let figure = try #require(try figures(folder, ["KGEO_DATA": root]).first)
        let reading = try #require(figure["reading"] as? [String: Any])
        #expect(reading["checkable"] as? Bool == false && reading["near"] as? [String] == ["Sumy"])
        #expect((figure["findings"] as? [Any])?.isEmpty == true && !(figure["verdict"] is String))
        #expect((figure["unlinked"] as? String)?.contains("surroundings of a town") == true)
        let near = try #require((figure["orientation"] as? [[String: Any]])?.first)
        #expect(near["near"] as? String == "Sumy, Sumy Oblast" && near["operation"] as? String == "held")
        let values = try #require(near["values"] as? [[String: Any]])
        let held = try #require(values.first?["value_si"] as? Double)
        // A part of the circle of 2,827 km².
        #expect((1e8...1.4e9).contains(held))
        let table = try Program.run(
            ["check-article", "text.txt"] + Self.options, in: folder, environment: ["KGEO_DATA": root])
        #expect(table.out.contains("For orientation: on Drawn’s map of 8 June 2025"))
    }

    @Test("Crimea is counted in the ground and in the whole, or in neither", arguments: [true, false])
    func crimeaInBothOrInNeither(isShown: Bool) throws {
        let folder = try planFolder("Russia now holds about 20% of Ukraine.")
        let crimea = "[[32.3,44.2],[36.8,44.2],[36.8,46.2],[32.3,46.2],[32.3,44.2]]"
        let own = #"{"holder":"Russia","status":"controlled","source":"Drawn"}"#
        let features = [Samples.feature(Samples.square(37, 48, 1), own)]
        try folder.write(
            "one_map_2025-06-10.geojson",
            Samples.collection(features + (isShown ? [Samples.feature(crimea, own)] : [])))
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run(
            [
                "check-article", "text.txt", "--scenarios", "scenarios", "--maps",
                "one_map_2025-06-10.geojson", "--published", "2025-06-10", "--format", "json",
            ], in: folder, environment: ["KGEO_DATA": root])
        let texts = try #require(try run.json()["texts"] as? [[String: Any]])
        let figure = try #require((texts[0]["figures"] as? [[String: Any]])?.first)
        let finding = try #require((figure["findings"] as? [[String: Any]])?.last)
        #expect(finding["crimea"] as? String == (isShown ? "both" : "neither"))
        let beside = try #require(finding["beside"] as? [[String: Any]])
        #expect(beside.compactMap { $0["region"] as? String } == (isShown ? ["Ukraine without Crimea"] : []))
        let command = try #require(finding["command"] as? String)
        #expect(command.contains("'Ukraine without Crimea'") == !isShown)
        let sentence = try #require(finding["sentence"] as? String)
        #expect(sentence.contains(isShown ? "Crimea is counted in both" : "Crimea is counted in neither"))
    }

    @Test func aShareOfAPocketIsOfTheMostThatWasHeld() throws {
        let folder = try planFolder(
            "Russia has retaken 50% of the territory that Ukraine seized in Kursk Oblast.")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/pocket", withIntermediateDirectories: false)
        // Half of what was held on 2 June is held on 10 June.
        for (day, width) in [("01", 0.3), ("02", 0.4), ("06", 0.3), ("10", 0.2)] {
            let ring = "[[35.4,51.3],[\(35.4 + width),51.3],[\(35.4 + width),51.5],[35.4,51.5],[35.4,51.3]]"
            try folder.write(
                "pocket/map_2025-06-\(day).geojson",
                Samples.collection([
                    Samples.feature(ring, #"{"holder":"Ukraine","status":"controlled","source":"Drawn"}"#)
                ]))
        }
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run(
            [
                "check-article", "text.txt", "--scenarios", "scenarios", "--maps", "pocket", "--published",
                "2025-06-10", "--format", "json",
            ], in: folder, environment: ["KGEO_DATA": root])
        let texts = try #require(try run.json()["texts"] as? [[String: Any]])
        let figure = try #require((texts[0]["figures"] as? [[String: Any]])?.first)
        let finding = try #require((figure["findings"] as? [[String: Any]])?.last)
        let share = try #require(value(finding))
        #expect(abs(share - 0.5) < 1e-3)
        #expect(figure["verdict"] as? String == "consistent")
        #expect((finding["sentence"] as? String)?.contains("of the most it held, on 2025-06-02") == true)
    }

    @Test func mapsNeedNoScenarios() throws {
        let folder = try planFolder("Russian units now hold 5,000 square kilometres of Sumy Oblast.")
        let data = folder.path + "/empty"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        let options = Array(Self.options.dropFirst(2))
        let run = try Program.run(
            ["check-article", "text.txt", "--format", "json", "--geodata", data] + options, in: folder,
            environment: ["KGEO_DATA": data])
        #expect(run.code == 0, "\(run.err)")
    }

    @Test func twoMakersWhoDifferGiveOneVerdictThatSaysSo() throws {
        let folder = try planFolder("Russian units now hold 5,000 square kilometres of Sumy Oblast.")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/others", withIntermediateDirectories: false)
        try folder.write(
            "others/map_2025-06-10.geojson",
            Samples.collection([
                Samples.feature(
                    Samples.square(35, 51, 0.02),
                    #"{"holder":"Russia","status":"controlled","source":"Others"}"#)
            ]))
        let run = try Program.run(
            ["check-article", "text.txt", "--maps", "others", "--format", "json"] + Self.options, in: folder)
        let texts = try #require(try run.json()["texts"] as? [[String: Any]])
        let figure = try #require((texts[0]["figures"] as? [[String: Any]])?.first)
        #expect(figure["verdict"] as? String == "depends-on-source")
        let table = try Program.run(
            ["check-article", "text.txt", "--maps", "others"] + Self.options, in: folder)
        #expect(table.out.contains("≠ over 2 mapmakers: depends on the source"))
    }

    @Test func aChangedReadingIsTakenAndMarked() throws {
        let folder = try planFolder("Russian units now hold 5,000 square kilometres of Sumy Oblast.")
        _ = try Program.run(
            ["check-article", "text.txt", "--save-plan", "plan.json"] + Self.options, in: folder)
        let saved = try #require(folder.text("plan.json"))
        try folder.write(
            "changed.json",
            saved.replacingOccurrences(of: "\"as_of\": \"2025-06-10\"", with: "\"as_of\": \"2025-06-04\"")
                .replacingOccurrences(of: "\"as_of\":\"2025-06-10\"", with: "\"as_of\":\"2025-06-04\""))
        let run = try Program.run(
            ["check-article", "text.txt", "--plan", "changed.json", "--format", "json"] + Self.options,
            in: folder)
        let texts = try #require(try run.json()["texts"] as? [[String: Any]])
        let figure = try #require((texts[0]["figures"] as? [[String: Any]])?.first)
        let reading = try #require(figure["reading"] as? [String: Any])
        #expect(reading["as_of"] as? String == "2025-06-04")
        let because = try #require(reading["because"] as? [[String: Any]])
        let changed = because.filter { $0["rule"] as? String == "changed by hand" }
        #expect(changed.compactMap { $0["part"] as? String } == ["time"])
        let maps = try #require((figure["plan"] as? [String: Any])?["maps"] as? [[String: Any]])
        #expect(maps.first?["days"] as? [String] == ["2025-06-04"])
        try folder.write("broken.json", #"{"texts":[{"id":"a","figures":[{"quote":"x"}]}]}"#)
        let broken = try Program.run(
            ["check-article", "text.txt", "--plan", "broken.json"] + Self.options, in: folder)
        #expect(broken.code == 65 && broken.err.contains("texts[0].figures[0]: a figure has a quote"))
    }
}
