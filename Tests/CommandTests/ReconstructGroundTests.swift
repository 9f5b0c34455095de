// kgeo reconstruct on the built binary: which ground is divided, which settlements lie in it, how old the reports
// are, and what the map rests on.

import Foundation
import TestSupport
import Testing

private let head = "name,lon,lat,coord_error_m,coord_source,region,holder,status,date,class,status_source\n"

private let settlements = """
    West,35.2,51.5,300,GeoNames 1,Mark,South,controlled,2024-02-01,reported,a report
    Middle,35.3,51.5,300,GeoNames 2,Mark,,contested,2024-02-01,reported,another
    East,35.4,51.5,300,GeoNames 3,Mark,North,controlled,2024-02-01,reported,one more
    Abroad,34.9,51.5,300,map,Other,South,controlled,2024-02-01,reported,elsewhere

    """

private let border = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"role":"reference","id":"line",
    "boundary_error_m":30,"licence":"ODbL-1.0"},
    "geometry":{"type":"LineString","coordinates":[[35,50],[35,53]]}}]}
    """

private func square(_ id: String, _ west: Double, _ role: String = "reference") -> String {
    #"{"type":"Feature","id":"\#(id)","properties":{"role":"\#(role)"},"geometry":{"type":"Polygon","coordinates":[[[\#(west),51.2],[\#(west + 0.3),51.2],[\#(west + 0.3),51.8],[\#(west),51.8],[\#(west),51.2]]]}}"#
}

private func collection(_ features: String...) -> String {
    #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
}

private let base = ["reconstruct", "s.csv", "--holder", "South", "--date", "2024-02-01"]
private let window = ["--border", "b.geojson", "--window", "34.8,51.3,35.6,51.7"]

private func folder(_ rows: String = settlements) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("s.csv", head + rows)
    try folder.write("b.geojson", border)
    return folder
}

/// The only map of a run as JSON, and the whole answer.
private func map(
    _ arguments: [String], in folder: TemporaryFolder
) throws -> (map: [String: Any], all: [String: Any]) {
    let run = try Program.run(base + arguments + ["--format", "json", "--quiet"], in: folder)
    #expect(run.code == 0, "\(run.err)")
    let all = try run.json()
    return (try #require((all["maps"] as? [[String: Any]])?.first), all)
}

private func area(_ map: [String: Any], _ name: String = "controlled") -> Double {
    (map["area_m2"] as? [String: Any])?[name] as? Double ?? -1
}

@Suite struct ReconstructGroundTests {
    @Test func aWrongPlaceChangesNothingForTheOthers() throws {
        let right = try map(window + ["--region", "Mark"], in: folder()).map
        for place in ["-150,-30", "51.5,35.5", "35.5,51.9"] {
            let wrong = try folder(
                settlements + "Lost,\(place),300,map,Mark,South,controlled,2024-02-01,reported,x\n")
            let made = try map(window + ["--region", "Mark"], in: wrong)
            #expect(abs(area(made.map) / area(right) - 1) < 1e-9, "\(place)")
            #expect(made.all["left_out"] as? [String] == ["Lost"])
            let run = try Program.run(base + window + ["--region", "Mark"], in: wrong)
            #expect(run.out.contains("3 settlements, 1 held, 1 contested, 1 held by others"))
            #expect(
                run.err.contains("1 settlement lies outside the ground by more than the error of its place"))
            #expect(run.err.contains("not used: Lost\n"))
        }
    }

    @Test func settlementsAcrossTheBorderHoldNothingHere() throws {
        let all = try map(window, in: folder())
        let own = try map(window + ["--region", "Mark"], in: folder())
        #expect(area(all.map) == area(own.map))
        #expect(all.all["left_out"] as? [String] == ["Abroad"])
        #expect(all.all["ground"] as? String == "the side of the border with 3 of 4 settlements")
    }

    @Test func theSideIsChosenBySettlementsNotByRows() throws {
        let rows = (1...9).map {
            "Abroad,34.9,51.5,300,map,Other,North,controlled,2024-01-0\($0),reported,x\n"
        }
        let made = try map(window, in: folder(settlements + rows.joined()))
        #expect(made.all["left_out"] as? [String] == ["Abroad"])
        let even = try folder(
            settlements
                + "A,34.85,51.5,,,,North,controlled,2024-02-01,,\nB,34.85,51.6,,,,North,controlled,2024-02-01,,\n"
        )
        let run = try Program.run(base + window, in: even)
        #expect(run.code == 65)
        #expect(
            run.err.hasPrefix("kgeo: error: b.geojson: either side of the border has 3 of the settlements\n"))
    }

    @Test func aPlaceThatMayLieInTheGroundIsUsed() throws {
        // 35.61 is 690 m east of the window.
        for (error, isUsed) in [(500, false), (800, true)] {
            let edge = try folder(
                settlements + "Edge,35.61,51.5,\(error),map,Mark,South,controlled,2024-02-01,reported,x\n")
            let made = try map(window + ["--region", "Mark"], in: edge)
            #expect((made.all["left_out"] as? [String] == []) == isUsed)
        }
    }

    @Test func groundWithoutSettlementsIsRefused() throws {
        let folder = try folder()
        try folder.write("g.geojson", collection(square("far", 40)))
        let run = try Program.run(base + ["--within", "g.geojson"], in: folder)
        #expect(run.code == 65)
        #expect(run.err.hasPrefix("kgeo: error: g.geojson: no settlement lies in this ground\n"))
        #expect(run.err.contains("hint: the settlements lie in 34.9,51.5,35.4,51.5;"))
    }

    @Test func withoutReachThereIsNoGroundWithoutEvidence() throws {
        let none = try map(
            window + ["--region", "Mark", "--method", "nearest", "--max-reach", "none"], in: folder()
        ).map
        #expect(none["no_evidence_m2"] as? Double == 0)
        // What is held by someone and what is not add up to the whole.
        for method in ["kriging", "nearest"] {
            let north = try map(
                window + ["--region", "Mark", "--other-holder", "North", "--method", method], in: folder()
            ).map
            let other = try #require((north["others"] as? [[String: Any]])?.first?["area_m2"] as? Double)
            let sum = area(north, "controlled+contested") + other + (north["no_evidence_m2"] as? Double ?? 0)
            #expect(abs(sum / (north["region_m2"] as? Double ?? 0) - 1) < 1e-6)
        }
    }

    @Test func polygonsThatOverlapOrTouchAreOneGround() throws {
        let folder = try folder()
        try folder.write("g.geojson", collection(square("a", 35), square("b", 35.2), square("c", 35.5)))
        try folder.write("one.geojson", collection(square("a", 35), square("b", 35.3), square("c", 35.5)))
        let made = try map(["--within", "g.geojson"], in: folder)
        let one = try map(["--within", "one.geojson"], in: folder)
        #expect(abs(area(made.map) / area(one.map) - 1) < 1e-9)
        // One feature of a file.
        let part = try map(["--within", "one.geojson#b"], in: folder)
        #expect(part.all["left_out"] as? [String] == ["West", "Abroad"])
        let missing = try Program.run(base + ["--within", "one.geojson#x"], in: folder)
        #expect(missing.code == 66)
        #expect(missing.err.contains("one.geojson: no feature has the id or the name \"x\""))
        try folder.write(
            "bow.geojson",
            #"{"type":"Polygon","coordinates":[[[35,51],[36,52],[36,51],[35,52],[35,51]]]}"#)
        let bow = try Program.run(base + ["--within", "bow.geojson"], in: folder)
        #expect(bow.code == 65)
        #expect(bow.err.hasPrefix("kgeo: error: bow.geojson:"))
        #expect(bow.err.contains("the ground to divide is not a valid surface: a ring crosses itself"))
    }

    @Test func oldReportsAreSaid() throws {
        let late = ["reconstruct", "s.csv", "--holder", "South", "--region", "Mark", "--date", "2030-01-01"]
        let run = try Program.run(late + window, in: folder())
        #expect(run.code == 0)
        let words = run.out.replacing("\n  ", with: " ")
        #expect(words.contains("Reports: 2161 days old at the median, the oldest 2161 days; 3 of 3 older"))
        #expect(
            run.err.contains("kgeo: warning: s.csv: 2030-01-01: the reports are 2161 days old at the median"))
        let folder = try folder()
        _ = try Program.run(late + window + ["--write", "out.geojson"], in: folder)
        #expect(folder.text("out.geojson")?.contains("; reports 2161 days old at the median") == true)
        let fresh = try map(window + ["--region", "Mark"], in: folder).map
        let ages = try #require(fresh["report_age_days"] as? [String: Any])
        #expect(ages["median"] as? Int == 0 && ages["oldest"] as? Int == 0)
        #expect(ages["older_than_30"] as? Int == 0)
    }

    @Test func aWindowThatCutsHeldGroundIsSaid() throws {
        let wide = try Program.run(base + window + ["--region", "Mark"], in: folder())
        #expect(!wide.err.contains("the window cuts"))
        let narrow = try Program.run(
            base + ["--border", "b.geojson", "--window", "34.8,51.49,35.6,51.7", "--region", "Mark"],
            in: folder())
        #expect(narrow.code == 0)
        #expect(narrow.err.contains("2024-02-01: the window cuts held or contested ground, along 1"))
    }

    @Test func withoutErrorsOfPlacesNoneIsPrinted() throws {
        let rows = settlements.replacing(",300,", with: ",,")
        let nearest = try Program.run(
            base + window + ["--region", "Mark", "--method", "nearest"], in: folder(rows))
        let line = try #require(nearest.lines.first { $0.hasPrefix("controlled ") })
        #expect(line.contains(" – "))
        #expect(nearest.err.contains("no settlement has an error of its place, so ± does not hold it"))
        let kriged = try Program.run(base + window + ["--region", "Mark"], in: folder(rows))
        #expect(kriged.err.contains("no settlement has an error of its place, so each is taken as exact"))
    }

    @Test func holdersThatDifferInCapitalsAreSaid() throws {
        let rows =
            settlements.replacing(
                "East,35.4,51.5,300,GeoNames 3,Mark,North", with: "East,35.4,51.5,300,x,Mark,south")
            + "Far,35.5,51.5,300,x,Mark,North,controlled,2024-02-01,reported,x\n"
        let run = try Program.run(base + window + ["--region", "Mark"], in: folder(rows))
        #expect(run.out.contains("2 held by others: North 1, south 1"))
        #expect(run.err.contains("\"South\" and \"south\" differ in capitals alone, and are two holders"))
        // White space around a name is none of it, of whatever kind.
        let spaced = settlements.replacing("South,controlled", with: "\u{A0}South\u{2009},controlled")
        let again = try Program.run(base + window + ["--region", "Mark"], in: folder(spaced))
        #expect(again.out.contains("3 settlements, 1 held, 1 contested, 1 held by others\n"))
    }

    @Test func referencesKeepTheRulesOfAScenario() throws {
        let folder = try folder()
        try folder.write("twice.geojson", collection(square("a", 35), square("a", 35.3)))
        try folder.write("none.geojson", collection(square("a", 35).replacing("\"role\"", with: "\"x\"")))
        try folder.write("good.geojson", collection(square("a", 35), square("line", 35.3)))
        func run(_ files: String...) throws -> ProgramRun {
            try Program.run(
                base + window + ["--region", "Mark", "--write", "out.geojson"]
                    + files.flatMap { ["--reference", $0] }, in: folder)
        }
        let twice = try run("twice.geojson")
        #expect(twice.code == 65)
        #expect(twice.err.contains("twice.geojson: feature 1 \"a\", property \"id\": the id stands twice"))
        let none = try run("none.geojson")
        #expect(none.code == 65)
        #expect(none.err.contains("none.geojson: feature 0 \"a\""))
        #expect(none.err.contains("a feature of a scenario needs a role"))
        let same = try run("good.geojson")
        #expect(same.code == 65)
        #expect(same.err.contains("good.geojson: feature 1 \"line\": a feature of b.geojson has this id too"))
        #expect(folder.text("out.geojson") == nil)
        let one = try run("good.geojson#a")
        #expect(one.code == 0, "\(one.err)")
        #expect(folder.text("out.geojson")?.contains(#""a""#) == true)
        // A claim about a feature that is not there is said; two of one id are refused.
        let claim = #"{"id":"c","kind":"area","value":60,"unit":"km2","subject":{"id":"nothing"}}"#
        for (claims, code) in [(claim, 0), (claim + "," + claim, 65)] as [(String, Int32)] {
            try folder.write("c.json", #"{"claims":[\#(claims)]}"#)
            let run = try Program.run(
                base + window + [
                    "--region", "Mark", "--write", "o2.geojson", "--force", "--claims", "c.json",
                ],
                in: folder)
            #expect(run.code == code)
            #expect(
                run.err.contains(
                    code == 0
                        ? "kgeo: warning: o2.geojson: claim \"c\", property \"subject\": no feature has the id"
                        : "the scenario would break a rule, so it is not written: another claim has the same id"
                ))
            #expect(run.out.isEmpty == (code != 0))
        }
    }

    @Test(arguments: [["--write", "x.json", "--output", "x.json"], ["--write", "-"]])
    func mapAndReportGoToTwoPlaces(more: [String]) throws {
        let folder = try folder()
        let run = try Program.run(base + window + ["--region", "Mark"] + more, in: folder)
        #expect(run.code == 64)
        #expect(run.err.contains("--write and the report would both go to "))
        #expect(run.out.isEmpty && folder.names == ["b.geojson", "s.csv"])
    }

    @Test func everySourceAndLicenceIsNamed() throws {
        let folder = try folder()
        _ = try Program.run(base + window + ["--region", "Mark", "--write", "out.geojson"], in: folder)
        let file = try #require(
            try JSONSerialization.jsonObject(with: Data((folder.text("out.geojson") ?? "").utf8))
                as? [String: Any])
        let header = try #require(file["kgeo"] as? [String: Any])
        #expect(header["licence"] as? String == "ODbL-1.0; CC-BY-4.0 for places of GeoNames")
        let features = try #require(file["features"] as? [[String: Any]])
        for properties in features.compactMap({ $0["properties"] as? [String: Any] })
        where properties["role"] as? String == "front" {
            #expect((properties["source"] as? String)?.hasPrefix("kgeo, reconstructed") == true)
        }
    }
}
