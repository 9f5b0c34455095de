// kgeo check-article on the built binary: denials, numbers of settlements, ways towards a town, several makers in one folder.

import Foundation
import TestSupport
import Testing

@Suite struct PlanQuestionTests {
    private func below(_ name: String, _ folder: TemporaryFolder) throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/" + name, withIntermediateDirectories: false)
    }

    private func text(
        _ words: String, maps: [String] = ["maps"], regions: String? = "regions.geojson",
        in folder: TemporaryFolder? = nil
    ) throws -> [String: Any] {
        let folder = try folder ?? planFolder(words)
        try folder.write("text.txt", words)
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run(
            [
                "check-article", "text.txt", "--format", "json", "--scenarios", "scenarios", "--published",
                "2025-06-10",
            ] + (regions.map { ["--regions", $0] } ?? []) + maps.flatMap { ["--maps", $0] }, in: folder,
            environment: ["KGEO_DATA": root])
        return try #require((try run.json()["texts"] as? [[String: Any]])?.first, "\(run.err)")
    }

    @Test(
        "a denial is a figure of 0",
        arguments: [
            (
                "Officials say no Russian troops have established permanent control in Sumy Oblast.", "held",
                "understated"
            ),
            (
                "Russia denied that its troops had captured any ground in Sumy Oblast.", "held", "understated"
            ),
            (
                "Ukraine said that not a single metre of Sumy Oblast was taken in June 2025.", "gained",
                "not-checkable"
            ),
        ])
    func denials(words: String, measure: String, verdict: String) throws {
        let found = try text(words)
        let denial = try #require((found["denials"] as? [[String: Any]])?.first)
        let reading = try #require(denial["reading"] as? [String: Any])
        #expect(reading["holder"] as? String == "Russia" && reading["region"] as? String == "Sumy Oblast")
        #expect(reading["measure"] as? String == measure)
        #expect((denial["said"] as? [String: Any])?["value_max"] as? Double == 0)
        #expect(denial["verdict"] as? String == verdict)
        #expect((found["figures"] as? [Any])?.isEmpty == true)
    }

    @Test func aDenialFitsWhereAKnownMakerShowsNothing() throws {
        let folder = try planFolder("")
        try below("mirror", folder)
        try folder.write("mirror/deepstatemap_data_20250611.geojson", RawMaps.mirror)
        let found = try text(
            "Officials say no Russian troops have established permanent control in Sumy Oblast.",
            maps: ["mirror"], regions: nil, in: folder)
        let denial = try #require((found["denials"] as? [[String: Any]])?.first)
        #expect(denial["verdict"] as? String == "consistent")
    }

    @Test("of settlements the least number is known", arguments: [(2, "understated"), (200, nil)])
    func settlements(number: Int, verdict: String?) throws {
        let found = try text("Russian forces now hold \(number) settlements in Sumy Oblast.")
        let count = try #require((found["counts"] as? [[String: Any]])?.first)
        let finding = try #require((count["findings"] as? [[String: Any]])?.first)
        #expect(finding["verdict"] as? String == verdict)
        let inside = try #require(finding["inside"] as? [String])
        #expect(inside.contains("Sudzha") && finding["least"] as? Int == inside.count)
        let sentence = try #require(finding["sentence"] as? String)
        #expect(sentence.contains("500 people and more"))
        #expect(sentence.contains("cannot be told") == (verdict == nil))
    }

    @Test func eachOfTwoPlacesOfOneNameCounts() throws {
        let words = "Russian forces now hold 200 settlements in Sumy Oblast."
        let folder = try planFolder(words)
        try below("two", folder)
        // One of two villages of one name lies in the ground, the other on its outline.
        try folder.write(
            "two/map_2025-06-10.geojson",
            Samples.collection([
                Samples.feature(
                    "[[34.1,50.8],[34.6644,50.8],[34.6644,51.3],[34.1,51.3],[34.1,50.8]]",
                    #"{"holder":"Russia","status":"controlled","source":"Drawn"}"#)
            ]))
        let found = try text(words, maps: ["two"], in: folder)
        let count = try #require((found["counts"] as? [[String: Any]])?.first)
        let finding = try #require((count["findings"] as? [[String: Any]])?.first)
        let (inside, edge) = (finding["inside"] as? [String], finding["at_edge"] as? [String])
        #expect(inside?.contains("Mykolaivka") == true && edge?.contains("Mykolaivka") == true)
    }

    @Test func howMuchNearerAFrontCame() throws {
        let words = "Between 5 and 8 June 2025 Russian forces advanced 2 km towards Pokrovsk."
        let folder = try planFolder(words)
        let found = try text(words, in: folder)
        let figure = try #require((found["figures"] as? [[String: Any]])?.first)
        #expect((figure["reading"] as? [String: Any])?["checkable"] as? Bool == false)
        #expect((figure["findings"] as? [Any])?.isEmpty == true)
        let near = try #require((figure["orientation"] as? [[String: Any]])?.first)
        let approach = try #require(near["approach"] as? [String: Any])
        let nearer = try #require((approach["nearer"] as? [String: Any])?["value_si"] as? Double)
        // The corner at 51° N moved 0.02° eastwards; the town lies 18° to the side of south.
        #expect((300...600).contains(nearer))
        let command = try #require(near["command"] as? String)
        let metres = try command.components(separatedBy: " && ").map { part in
            let run = try OutputSafetyTests.shell(
                "KGEO_DATA='\(try #require(SharedFolder.projectRoot))' \"$KGEO\" "
                    + part.dropFirst("kgeo ".count) + " --format json", in: folder)
            return try #require(try run.json()["distance_m"] as? Double)
        }
        #expect(metres.count == 2 && abs(metres[0] - metres[1] - nearer) < 1e-3)
        #expect((near["sentence"] as? String)?.contains("nearer to Pokrovsk, Donetsk Oblast") == true)
    }

    // MARK: Makers

    private static let other = Samples.collection([
        Samples.feature(
            Samples.square(35, 51, 0.02), #"{"holder":"Russia","status":"controlled","source":"Others"}"#)
    ])
    /// Nobody's ground.
    private static let outline = Samples.collection([
        Samples.feature(Samples.square(35, 51, 0.5), #"{"name":"district"}"#)
    ])

    @Test(
        "the makers of one folder are told apart",
        arguments: ["maps/others_2025-06-10.geojson", "maps/below/map_2025-06-10.geojson"])
    func makers(path: String) throws {
        let words = "Russian units now hold 5,000 square kilometres of Sumy Oblast."
        let folder = try planFolder(words)
        try below("maps/below", folder)
        try folder.write(path, Self.other)
        try folder.write("maps/district.geojson", Self.outline)
        let found = try text(words, in: folder)
        let figure = try #require((found["figures"] as? [[String: Any]])?.first)
        #expect(figure["verdict"] as? String == "depends-on-source")
        let maps = try #require((figure["plan"] as? [String: Any])?["maps"] as? [[String: Any]])
        #expect(Set(maps.compactMap { $0["maker"] as? String }) == ["Drawn", "Others"])
        // Each command finds the maker's own number again.
        let findings = try #require(figure["findings"] as? [[String: Any]])
        for finding in findings {
            let command = try #require(finding["command"] as? String)
            let run = try OutputSafetyTests.shell(
                "\"$KGEO\" " + command.dropFirst("kgeo ".count) + " --format json", in: folder)
            let again = try #require(try run.json()["results"] as? [[String: Any]])
            #expect(again.contains { $0["verdict"] as? String == finding["verdict"] as? String })
        }
    }

    @Test func oneMakerInTwoFoldersSpeaksOnce() throws {
        let words = "Russian units now hold 5,000 square kilometres of Sumy Oblast."
        let folder = try planFolder(words)
        let map = try #require(folder.text("maps/map_2025-06-09.geojson"))
        try below("more", folder)
        try folder.write("more/map_2025-06-09.geojson", map)
        let found = try text(words, maps: ["more", "maps"], in: folder)
        let figure = try #require((found["figures"] as? [[String: Any]])?.first)
        let maps = try #require((figure["plan"] as? [String: Any])?["maps"] as? [[String: Any]])
        #expect(maps.count == 1)
        #expect(maps.first?["path"] as? String == "maps")
    }
}
