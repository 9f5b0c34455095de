// Docs/PublishedFigures.md: the page is what the program says, and figures that contradict themselves are found.

import Foundation
import TestSupport
import Testing

/// Whether this is a release build.
let isRelease: Bool = {
    #if DEBUG
        false
    #else
        true
    #endif
}()

/// The script's rows on figures held against each other; no map is needed.
private func sums(of figures: String) throws -> [String] {
    let root = try #require(SharedFolder.projectRoot)
    let folder = try TemporaryFolder()
    try folder.write("figures.json", figures)
    let run = try Program.run(
        ["python3", root + "/Scripts/published-figures.py", "sums", Program.path, "figures.json"],
        in: folder, program: "/usr/bin/env")
    #expect(run.code == 0 && run.err.isEmpty, "\(run.err)")
    return run.out.split(separator: "\n").map(String.init)
}

private func figures(_ arithmetic: String) -> String {
    #"{"claims":[],"rows":[],"arithmetic":[\#(arithmetic)]}"#
}

@Suite struct PublishedFiguresTests {
    @Test func theThreeContradictionsAreComputed() throws {
        let root = try #require(SharedFolder.projectRoot)
        let text = try #require(
            SharedFolder.text(of: root + "/Scenarios/sources/published-figures.json"))
        let found = try sums(of: text).filter { $0.hasSuffix("| **do not agree** |") }
        #expect(found.count == 5)
        #expect(found.contains { $0.contains("5,000 / 280 is 17.9 a day") })
        #expect(found.contains { $0.contains("1,260 of 1,263 is 99.76 %") })
        #expect(found.contains { $0.contains("less than 0.4 % of nearly 29,000 km² | 0.430 %") })
        #expect(found.contains { $0.contains("0.523 % of 23,834 km²") })
        #expect(found.contains { $0.contains("Sumy Oblast has nearly 29,000 km² | 23,834 km²") })
    }

    /// Each rule says yes to figures that agree and no to the same figures with one changed.
    @Test(arguments: [
        (
            #""rule":"rate","period":["2025-01-01","2025-10-07"],"gain":{"value":5000,"unit":"km2"},"rate":{"unit":"km2/day","value":"#,
            "18", "125"
        ),
        (
            #""rule":"left","part":{"value":1260,"unit":"km2"},"percent":{"value":99.5,"unit":"percent"},"left":{"unit":"km2","value":"#,
            "6", "3"
        ),
        (
            #""rule":"share","part":{"value":124.68,"unit":"km2"},"official":"UA-59","percent":{"unit":"percent","value":"#,
            "0.52", "0.4"
        ),
        (
            #""rule":"share","part":{"value":124.68,"unit":"km2"},"whole":{"value":23834,"unit":"km2"},"percent":{"unit":"percent","value":"#,
            "0.52", "0.4"
        ),
        (
            #""rule":"sum","parts":[{"value":121.57,"unit":"km2"},{"value":3.11,"unit":"km2"}],"total":{"unit":"km2","value":"#,
            "124.68", "125.68"
        ),
        (#""rule":"whole","official":"UA-59","whole":{"unit":"km2","value":"#, "23834", "29000"),
        (
            #""rule":"same-whole","part":{"value":1100,"unit":"km2"},"percent":{"value":86,"unit":"percent"},"other_part":{"value":1260,"unit":"km2"},"other_percent":{"unit":"percent","value":"#,
            "99.5", "75.5"
        ),
    ])
    func everyRuleCanSayNo(start: String, agreeing: String, other: String) throws {
        let rows = try sums(
            of: figures([agreeing, other].map { #"{"row":1,\#(start)\#($0)}}"# }.joined(separator: ",")))
        #expect(rows.count == 2)
        #expect(rows.first?.hasSuffix("| agree |") == true, "\(rows)")
        #expect(rows.last?.hasSuffix("| **do not agree** |") == true, "\(rows)")
    }

    @Test func aConversionIsTested() throws {
        let rows = try sums(
            of: """
                {"claims":[{"id":"a","value":1263,"unit":"km2","also":{"value":488,"unit":"mi2"}},
                {"id":"b","value":1263,"unit":"km2","also":{"value":588,"unit":"mi2"}}],
                "rows":[{"claims":["a","b"]}],"arithmetic":[]}
                """)
        #expect(
            rows == [
                "| 1 | 1,263 km² is 488 mi² | 487.65 mi² | agree |",
                "| 1 | 1,263 km² is 588 mi² | 487.65 mi² | **do not agree** |",
            ])
    }

    /// What the page says of the figures of Kursk Oblast without the maps of their days, and of plainly wrong ones.
    @Test func littleHangsOnTheDayAndWrongFiguresAreTold() throws {
        let root = try #require(SharedFolder.projectRoot)
        let page = try #require(SharedFolder.text(of: root + "/Docs/PublishedFigures.md"))
        func numbers(_ start: String) -> [Int] {
            let line = page.split(separator: "\n").first { $0.hasPrefix("| " + start) } ?? ""
            return (line.split(separator: "|").last ?? "").split(separator: " ").compactMap { Int($0) }
        }
        #expect(try #require(numbers("the same").first) >= 20)
        #expect(numbers("another definite one").last ?? 0 <= 1)
        // Of the figures doubled and halved nine in ten are told, definitely and on the right side.
        let counts = ["doubled", "halved"].map(numbers)
        let (told, all) = (counts.reduce(0) { $0 + $1[0] }, counts.reduce(0) { $0 + $1[1] })
        #expect(10 * told >= 9 * all, "\(told) of \(all)")
        // The mapmaker's own figures fit its own maps of the day.
        for figure in ["65 km²", "124.68 km²"] {
            let row = page.split(separator: "\n").first { $0.contains("| \(figure) | service file") } ?? ""
            #expect(row.contains("= fits | "), "\(figure): \(row)")
        }
    }

    /// The page is what is printed, where the maps are. A debug build takes a quarter of an hour for it.
    @Test(
        .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)),
        .enabled(if: isRelease, "the program without optimisation is too slow for it"))
    func thePageIsWhatIsPrinted() throws {
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run(
            [root + "/Scripts/published-figures.sh", Program.path, root + "/../shared/maps"],
            program: "/bin/bash")
        #expect(run.code == 0 && run.err.isEmpty, "\(run.err)")
        #expect(run.out == SharedFolder.text(of: root + "/Docs/PublishedFigures.md"), "run make published")
    }
}
