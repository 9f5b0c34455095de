// The largest pieces of a change in kgeo diff and kgeo series: listed, named, written; series by weeks and months.

import TestSupport
import Testing

struct AdvanceTests {
    /// GeoData is found in the project, whatever the working folder.
    private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
        let root = try #require(SharedFolder.projectRoot)
        return try Program.run(arguments, in: folder, environment: ["KGEO_DATA": root])
    }

    /// The maps of the folder by their names.
    private static let maps = ["0628", "0701", "0705", "0707", "0712"].map { "map_2025\($0).geojson" }

    /// Ground west of Pokrovsk that grows over it and to the north, a map every few days.
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (day, edge) in [("0628", 37.0), ("0701", 37.0), ("0705", 37.1), ("0707", 37.25), ("0712", 37.25)]
        {
            let ring = "[[36.5,48.2],[\(edge),48.2],[\(edge),48.4],[36.5,48.4],[36.5,48.2]]"
            try folder.write(
                "map_2025\(day).geojson",
                Samples.collection([
                    Samples.feature(ring)
                ]))
        }
        return folder
    }

    @Test func theLargestPieceIsNamedAfterItsTown() throws {
        let folder = try Self.folder()
        let run = try self.run(
            ["diff", "map_20250628.geojson", "map_20250712.geojson", "-q"], in: folder)
        #expect(run.code == 0)
        #expect(run.out.contains("The piece that changed"))
        #expect(run.out.contains("Pokrovsk") && run.out.contains("Donetsk Oblast"))
        #expect(run.out.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let json = try self.run(
            ["diff", "map_20250628.geojson", "map_20250712.geojson", "--format", "json"], in: folder
        ).json()
        let pieces = try #require(json["advances"] as? [[String: Any]])
        #expect(pieces.count == 1)
        #expect(pieces[0]["town"] as? String == "Pokrovsk" && pieces[0]["town_m"] as? Double == 0)
        #expect(pieces[0]["admin1_code"] as? String == "UA-14" && pieces[0]["change"] as? String == "gained")
        #expect(abs((pieces[0]["azimuth"] as? Double ?? 0) - 90) < 1)
        let none = try self.run(
            ["diff", "map_20250628.geojson", "map_20250712.geojson", "--advances", "0"], in: folder)
        #expect(none.code == 0 && !none.out.contains("Pokrovsk"))
        let bad = try self.run(
            ["diff", "map_20250628.geojson", "map_20250712.geojson", "--advances", "-1"], in: folder)
        #expect(bad.code == 64 && bad.err.contains("--advances"))
    }

    @Test func seriesTellsFromWhenToWhen() throws {
        let folder = try Self.folder()
        let json = try self.run(["series", ".", "--format", "json"], in: folder).json()
        let pieces = try #require(json["advances"] as? [[String: Any]])
        #expect(pieces.count == 1)
        #expect(pieces[0]["date_start"] as? String == "2025-07-01")
        #expect(pieces[0]["date_end"] as? String == "2025-07-07")
    }

    @Test func allPiecesHaveTheSameColumnsInEveryForm() throws {
        let folder = try Self.folder()
        let two = ["map_20250628.geojson", "map_20250712.geojson"]
        let csv = try self.run(["diff"] + two + ["--export", "p.csv", "-q"], in: folder)
        #expect(csv.code == 0)
        let table = try #require(folder.text("p.csv")).split(separator: "\n")
        #expect(
            table.count == 2
                && table[0].hasPrefix("rank,change,noise,area_m2,date_start,date_end,settlement,"))
        let map = try self.run(["diff"] + two + ["--export", "p.geojson", "-q"], in: folder)
        #expect(map.code == 0)
        let text = try #require(folder.text("p.geojson"))
        let json = try self.run(["diff"] + two + ["--format", "json"], in: folder).json()
        let piece = try #require((json["advances"] as? [[String: Any]])?.first)
        for name in table[0].split(separator: ",") where name != "region" {
            #expect(piece[String(name)] != nil, "\(name)")
            #expect(text.contains("\"\(name)\":"), "\(name)")
        }
        // Cut by regions, with the name of each.
        try folder.write(
            "by.geojson",
            Samples.collection(
                [("west", 36.0), ("east", 37.05)].map { name, west in
                    Samples.feature(
                        "[[\(west),48],[\(west + 1.05),48],[\(west + 1.05),49],[\(west),49],[\(west),48]]",
                        "{\"name\":\"\(name)\"}")
                }))
        let cut = try self.run(
            ["series"] + Self.maps + ["--by", "by.geojson", "--export", "cut.csv", "-q"], in: folder)
        #expect(cut.code == 0)
        let rows = try #require(folder.text("cut.csv")).split(separator: "\n")
        #expect(rows.count == 3 && rows[1].contains(",east,") && rows[2].contains(",west,"))
    }

    @Test func weeksAndMonthsAddUpInEveryForm() throws {
        let folder = try Self.folder()
        let weeks = try self.run(["series", ".", "--weekly", "--format", "csv"], in: folder)
        #expect(weeks.code == 0)
        let lines = weeks.out.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        try #require(lines.count == 3)
        #expect(lines[0].prefix(4) == ["period", "from", "to", "maps"])
        #expect(lines.dropFirst().map { $0[0] } == ["2025-W27", "2025-W28"])
        let json = try self.run(["series", ".", "--monthly", "--format", "json"], in: folder).json()
        let months = try #require(json["periods"] as? [[String: Any]])
        #expect(
            months.map { $0["period"] as? String } == ["2025-07"] && json["division"] as? String == "month")
        let totals = try #require(json["totals"] as? [String: Any])
        #expect(months[0]["gained_m2"] as? Double == totals["gained_m2"] as? Double)
        let map = try self.run(["series", ".", "--weekly", "--format", "geojson"], in: folder)
        #expect(
            map.out.contains("\"period\":\"2025-W27\"") && map.out.contains("\"date_end\":\"2025-07-11\""))
        let page = try self.run(["series", ".", "--weekly", "--format", "markdown", "-q"], in: folder)
        #expect(page.out.hasPrefix("# 5 maps, 2025-06-28 to 2025-07-12"))
        #expect(page.out.contains("| week | from | to |") && page.out.contains("Pokrovsk"))
        let both = try self.run(["series", ".", "--weekly", "--monthly"], in: folder)
        #expect(both.code == 64)
    }

    @Test func theChartHasBarsBelowTheArea() throws {
        let folder = try Self.folder()
        let run = try self.run(["series", ".", "--chart", "c.svg", "-q"], in: folder)
        #expect(run.code == 0)
        let drawing = try #require(folder.text("c.svg"))
        #expect(drawing.contains("<g id=\"area\">") && drawing.contains("<g id=\"change\">"))
        #expect(drawing.contains("2025-07-01 to 2025-07-05: gained"))
    }
}
