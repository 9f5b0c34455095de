// No line of any table is wider than 80 places, or than COLUMNS gives; no number in it is cut for that.

import Foundation
import TestSupport
import Testing

struct TableWidthTests {
    private static let long =
        "a-map-with-a-name-that-is-longer-than-anybody-would-like-to-read-in-a-table_20240821.geojson"

    /// Maps of long names, beside the shipped scenarios.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        func map(_ side: Double, _ day: String) -> String {
            Samples.collection(
                ["North and all of its distant provinces", "South"].enumerated().map { i, holder in
                    Samples.feature(
                        Samples.square(30 + 3 * Double(i), 50, side),
                        #"{"role":"control","status":"controlled","holder":"\#(holder)","date":"\#(day)","region":"The region of the \#(holder), as far as the river","boundary_error_m":100}"#,
                        id: "the-whole-ground-that-is-held-by-one-side-\(i)")
                })
        }
        try folder.write(long, map(1, "2024-08-21"))
        try folder.write("later_20240901.geojson", map(1.25, "2024-09-01"))
        try folder.write(
            "areas.geojson",
            Samples.collection([
                Samples.feature(
                    Samples.square(29, 49, 8),
                    #"{"name":"A district of a name that takes more room than a column has"}"#, id: "a")
            ]))
        try folder.write(
            "text.txt",
            "Officials of the Armed Forces of the Republic said on 21 August 2024 that they held about 1,300 square kilometres of the Kursk Oblast and more than 100 settlements, an advance of up to 35 km."
        )
        return folder
    }

    private static let commands: [[String]] = [
        ["area", long], ["area", long, "later_20240901.geojson"], ["area", long, "--compare"],
        ["length", long], ["check-area", long], ["check", long],
        [
            "check-area", long, "--claim", "about 12,500 km2", "--claim", "20 %", "--of", "UA", "--set",
            "holder=North",
        ],
        ["check-area", "later_20240901.geojson", long, "--claim", "about 12,500 sq mi"],
        ["diff", long, "later_20240901.geojson", "--holder", "South", "--by", "areas.geojson"],
        ["series", long, "later_20240901.geojson", "--holder", "South", "--by", "areas.geojson"],
        [
            "compare", "A mapmaker of some renown=" + long, "The other one=later_20240901.geojson",
            "--holder", "South", "--window-days", "20", "--in", "none", "--claim", "about 12,500 km2",
        ],
        [
            "series", long, "later_20240901.geojson", "--holder", "South", "--claim", "about 12,500 km2",
        ],
        [
            "share", long + "#the-whole-ground-that-is-held-by-one-side-0", "--of", "areas.geojson",
            "--claim", "3 %",
        ],
        ["front", long, "--minus", "none", "--between", "South", "--claim", "about 300 km"],
        ["front", long, "--minus", "none", "--between", "South", "--by", "areas.geojson"],
        ["distance", long + "#the-whole-ground-that-is-held-by-one-side-0", "36.5,51.5"],
        ["buffer", long, "--distance", "2 km"], ["repair", long], ["extract", "text.txt"],
        ["convert", "100-400 sq mi", "--to", "km2"], ["convert", "--pair", "1,250 km (800 mi)"],
        ["schema", "--units"], ["doctor"],
    ]

    private static func check(_ run: ProgramRun, _ width: Int, _ arguments: [String]) {
        #expect(!run.out.isEmpty, "\(arguments): \(run.err)")
        for line in run.out.split(separator: "\n") where line.count > width {
            Issue.record("\(arguments.joined(separator: " ")): \(line.count) places: \(line)")
        }
    }

    @Test(arguments: commands)
    func everyTableFits(_ arguments: [String]) throws {
        let folder = try Self.folder()
        Self.check(
            try Program.run(arguments, in: folder, environment: ["COLUMNS": "80"]), 80, arguments)
    }

    @Test func shippedScenariosFit() throws {
        let root = try #require(SharedFolder.projectRoot)
        let names = try FileManager.default.contentsOfDirectory(atPath: root + "/Scenarios")
        for name in names.sorted() where name.hasSuffix(".geojson") {
            for command in ["check-area", "check"] {
                let arguments = [command, root + "/Scenarios/" + name]
                let run = try Program.run(arguments, environment: ["COLUMNS": "80"])
                Self.check(run, 80, arguments)
            }
        }
    }

    @Test func widerWhereCOLUMNSSaysSo() throws {
        let folder = try Self.folder()
        let arguments = [
            "diff", Self.long, "later_20240901.geojson", "--holder", "South", "--by", "areas.geojson",
        ]
        let narrow = try Program.run(arguments, in: folder, environment: ["COLUMNS": "80"])
        let wide = try Program.run(arguments, in: folder, environment: ["COLUMNS": "240"])
        #expect(wide.out.split(separator: "\n").count < narrow.out.split(separator: "\n").count)
        Self.check(wide, 240, arguments)
    }
}
