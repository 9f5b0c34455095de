// kgeo share and kgeo distance: what they print, with errors, denominators and ends.

import Foundation
import TestSupport
import Testing

struct ShareTests {
    private func files() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "m.geojson",
            Samples.collection([
                Samples.feature(Samples.square(35, 51, 1), "{\"boundary_error_m\":100}", id: "part"),
                Samples.feature(
                    "[[34,51],[36,51],[36,52],[34,52],[34,51]]",
                    "{\"region\":\"Sumy Oblast\",\"boundary_error_m\":30}", id: "whole"),
                Samples.feature("[[35.5,51],[36.5,51],[36.5,52],[35.5,52],[35.5,51]]", id: "across"),
            ]))
        return folder
    }

    @Test func half() throws {
        let run = try Program.run(
            [
                "share", "m.geojson#part", "--of", "m.geojson#whole", "--claim", "50 %", "--claim",
                "above 60%",
            ],
            in: try files())
        #expect(run.code == 0 && run.err.isEmpty)
        #expect(run.out.contains("the whole as drawn"))
        #expect(run.out.contains("Sumy Oblast, official area"))
        #expect(
            run.out.contains("\"50 %\": = fits the map, the part inside the whole over the whole as drawn"))
        #expect(run.out.contains("\"above 60%\": ▲ above the map, the part inside the whole over the whole"))
        for line in run.lines { #expect(line.count <= 110, "\(line)") }
    }

    @Test func figuresAgree() throws {
        let folder = try files()
        let arguments = ["share", "m.geojson#across", "--of", "m.geojson#whole"]
        let json = try Program.run(arguments + ["--format", "json"], in: folder).json()
        let rows = try #require(json["shares"] as? [[String: Any]])
        #expect(rows.count == 3)
        let percents = rows.compactMap { $0["percent"] as? Double }
        #expect(abs(percents[0] - 25) < 0.01 && abs(percents[2] - 50) < 0.01)
        let (covered, outside, part) = (
            json["covered"] as? [String: Any], json["outside"] as? [String: Any],
            json["part_area"] as? [String: Any]
        )
        func lonlat(_ object: [String: Any]?) throws -> Double {
            try #require(object?["area_lonlat_m2"] as? Double)
        }
        #expect(abs(try lonlat(covered) + lonlat(outside) - lonlat(part)) < 1)
        #expect(json["boundary_error_assumed"] as? Bool == true)
        let csv = try Program.run(arguments + ["--format", "csv"], in: folder)
        #expect(csv.lines.count == 5 && csv.lines[1].contains(String(percents[0]).prefix(12)))
    }

    /// A whole whose long edge as a geodesic runs past its other corner: what lies inside and outside is the part, and a warning says
    /// where that is and what to do.
    @Test func aWholeThatTurnsOver() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "w.geojson", Samples.collection([Samples.feature("[[-50,40],[50,40],[0,50],[-50,40]]")]))
        try folder.write(
            "p.geojson",
            Samples.collection([Samples.feature("[[-20,42],[20,42],[20,47],[-20,47],[-20,42]]")]))
        let arguments = ["share", "p.geojson", "--of", "w.geojson", "--as-drawn"]
        let table = try Program.run(arguments, in: folder)
        #expect(table.err.contains("w.geojson: as geodesics its edges enclose other ground"))
        #expect(table.err.contains("with the longest from -50, 40;"))
        #expect(table.err.contains("hint: put a corner in each degree or so of long edges"))
        let run = try Program.run(arguments + ["--format", "json"], in: folder)
        #expect(run.code == 0)
        let json = try run.json()
        func area(_ name: String) throws -> Double {
            try #require((json[name] as? [String: Any])?["area_m2"] as? Double)
        }
        let part = try area("part_area")
        #expect(abs(try area("covered") + area("outside") - part) < 1e-9 * part)
        let rows = try #require(json["shares"] as? [[String: Any]])
        for row in rows { #expect((row["percent"] as? Double ?? 101) < 100) }
        let measured = try Program.run(["area", "w.geojson"], in: folder)
        #expect(
            measured.err.contains("as geodesics the edges, the longest from vertex 0, enclose other ground"))
    }

    @Test func officialAlone() throws {
        let run = try Program.run(
            ["share", "m.geojson#part", "--of", "UA", "--format", "json"], in: try files())
        let json = try run.json()
        let rows = try #require(json["shares"] as? [[String: Any]])
        #expect(rows.compactMap { $0["denominator_m2"] as? Double } == [603_628e6, 603_549e6])
        #expect(json["covered"] is NSNull)
    }

    @Test func distanceWithErrorsAndEnds() throws {
        let folder = try files()
        try folder.write(
            "town.geojson",
            #"{"type":"Feature","id":"town","properties":{"coord_error_m":600},"geometry":{"type":"Point","coordinates":[35.5,52.5]}}"#
        )
        let run = try Program.run(
            ["distance", "town.geojson", "m.geojson#part", "--format", "json"], in: folder)
        let json = try run.json()
        #expect(run.code == 0)
        // Half the radius of the place, and the line's own: √(300² + 100²).
        #expect(abs((json["u_m"] as? Double ?? 0) - 316.228) < 0.001)
        let to = try #require(json["end_to"] as? [String: Any])
        #expect(to["id"] as? String == "part" && to["ring"] as? Int == 0 && to["edge"] as? Int == 2)
        let table = try Program.run(["distance", "town.geojson", "m.geojson#part"], in: folder)
        #expect(table.out.contains("on \"part\", ring 0, between positions 2 and 3"))
        #expect(table.out.contains("± 0.316, 95 %: "))
        let map = try Program.run(
            ["distance", "town.geojson", "m.geojson#part", "--format", "geojson", "--output", "d.geojson"],
            in: folder)
        #expect(map.code == 0)
        let length = try Program.run(["length", "d.geojson", "--format", "csv"], in: folder)
        let metres = try #require(length.lines[1].split(separator: ",").last.flatMap { Double($0) })
        #expect(abs(metres - (json["distance_m"] as? Double ?? 0)) < 0.01)
    }

    /// The line across the antimeridian is cut there.
    @Test func distanceAcrossTheAntimeridian() throws {
        let run = try Program.run(["distance", "--format", "geojson", "179.5,10", "--", "-179.5,12"])
        #expect(run.out.contains(#""type":"MultiLineString""#))
        #expect(run.out.contains("[180,") && run.out.contains("[-180,"))
        let touching = try Program.run(["distance", "--format", "geojson", "180,10", "--", "-180,10"])
        #expect(touching.out.contains(#""type":"Point""#))
    }
}
