// kgeo validate lists everything that is wrong, not the first thing alone.

import TestSupport
import Testing

struct ValidateTests {
    @Test func theShippedScenariosAreValid() throws {
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run(["validate", root + "/Scenarios/example.geojson"])
        #expect(run.code == 0)
        #expect(run.out.contains("nothing wrong"))
    }

    @Test func allProblemsAreListed() throws {
        let features = [
            Samples.feature(
                "[[0,0],[1,0],[1,1],[0,2]]", "{\"role\":\"control\",\"status\":\"controlled\"}", id: "open"),
            Samples.feature(
                "[[0,0],[1,1],[1,0],[0,1],[0,0]]", "{\"role\":\"control\",\"status\":\"controlled\"}",
                id: "eight"),
            Samples.feature(
                Samples.square(0, 0, 1),
                "{\"role\":\"control\",\"status\":\"taken\",\"date\":\"2024-02-30\"}", id: "odd"),
            Samples.feature(
                Samples.square(5, 0, 1), "{\"role\":\"control\",\"status\":\"controlled\"}", id: "odd"),
        ]
        let claim =
            "{\"id\":\"c\",\"kind\":\"area\",\"value\":5,\"unit\":\"km2\",\"subject\":{\"id\":\"nothing\"}}"
        let run = try Program.run(["validate", "-"], input: Samples.scenario(claim, features: features))
        #expect(run.code == 65)
        for text in [
            "\"open\"", "the ring is not closed", "a ring crosses itself at 0.5, 0.5",
            "the status \"taken\" is unknown",
            "\"2024-02-30\" is no day of the calendar", "the id stands twice",
            "no feature has the id \"nothing\"",
        ] { #expect(run.out.contains(text), "\(text)") }
    }

    @Test func notesFailOnlyWhenStrict() throws {
        let clockwise = Samples.collection([Samples.feature("[[0,0],[0,1],[1,1],[1,0],[0,0]]")])
        let run = try Program.run(["validate", "-"], input: clockwise)
        #expect(run.code == 0)
        #expect(run.out.contains("right-hand rule"))
        #expect(try Program.run(["validate", "--strict", "-"], input: clockwise).code == 65)
    }

    /// What is found stands in the same order, whatever is held while the file is read.
    @Test func findingsComeInOrder() throws {
        let text = Samples.collection([
            Samples.feature("[[0,0],[1,0],[1,1],[0,2]]", id: "open"),
            Samples.feature("[[0,0],[1,1],[1,0],[0,1],[0,0]]", id: "eight"),
            Samples.feature("[[5,0],[5,1.12345678912],[6,1],[5,0]]", id: "clockwise"),
            Samples.feature("[[0,0],[1,0],[1,151],[0,0]]", id: "far"),
            Samples.feature("[[0,0],[1,0],[1,1],[0,3]]", id: "open too"),
            Samples.feature("[[8,0],[9,1],[9,0],[8,1],[8,0]]", id: "eight too"),
        ])
        let run = try Program.run(["validate", "-"], input: text)
        #expect(run.code == 65)
        var rest = run.out[...]
        for words in [
            "\"far\"", "\"open\"", "\"open too\"", "\"eight\"", "\"eight too\"", "1 rings are not wound",
            "1 features have positions of more than 9 decimals", "map, 6 features, 7 findings",
        ] {
            let found = try #require(rest.firstRange(of: words), "\(words) is not where it should be")
            rest = rest[found.upperBound...]
        }
    }

    /// That a file is a scenario may stand anywhere in it; its rules then hold for all features.
    @Test(arguments: [false, true]) func aScenarioIsKnownWhereverItSaysSo(isFile: Bool) throws {
        let control = "{\"role\":\"control\",\"status\":\"controlled\"}"
        let plain = [
            Samples.feature(Samples.square(0, 0, 1), "{\"date\":\"2024-02-30\"}", id: "a"),
            Samples.feature(Samples.square(2, 0, 1), id: "b"),
        ]
        let points = [
            "{\"type\":\"Feature\",\"id\":\"p\",\"properties\":\(control),\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}"
        ]
        func findings(_ text: String) throws -> (code: Int32, lines: [String]) {
            let folder = try TemporaryFolder()
            try folder.write("m.geojson", text)
            let run = try Program.run(
                ["validate", isFile ? "m.geojson" : "-"], input: isFile ? "" : text, in: folder)
            return (run.code, run.lines)
        }
        let early = try findings(
            Samples.collection(plain + points, "\"kgeo\":{\"schema\":1},"))
        let late = try findings(
            Samples.collection(plain + points).replacing("\n]}", with: "\n],\"kgeo\":{\"schema\":1}}"))
        let byRole = try findings(Samples.collection(plain + points))
        for found in [early, late, byRole] {
            #expect(found.code == 65)
            #expect(found.lines.count { $0.contains("a feature of a scenario needs a role") } == 2)
            #expect(found.lines.contains { $0.contains("not a Point") })
            #expect(found.lines.contains { $0.contains("scenario, 3 features, 3 findings") })
            #expect(found.lines == early.lines)
        }
        // Without a sign of a scenario anywhere it is a map, of which nothing of the kind is asked.
        #expect(try findings(Samples.collection(plain)).code == 0)
    }

    @Test func aMappingIsHeldAgainstAllFeatures() throws {
        let folder = try TemporaryFolder()
        try folder.write("m.geojson", Samples.mapped)
        let good = try Program.run(["validate", "m.geojson"] + Samples.mapping, in: folder)
        #expect(good.code == 0)
        let run = try Program.run(["validate", "m.geojson", "--status-property", "no"], in: folder)
        #expect(run.code == 65)
        #expect(run.out.contains("they have: state, day, who"))
    }

    @Test func structureOnlyLeavesTheTopologyOut() throws {
        let text = Samples.collection([
            Samples.feature("[[0,0],[1,1],[1,0],[0,1],[0,0]]", id: "eight"),
            Samples.feature("[[0,0],[1,0],[1,1],[0,2]]", id: "open"),
            Samples.feature("[[0,0],[0,1],[1,1],[1,0],[0,0]]", id: "clockwise"),
        ])
        let run = try Program.run(["validate", "--structure-only", "-"], input: text)
        #expect(run.code == 65)
        #expect(!run.out.contains("crosses itself") && run.out.contains("the ring is not closed"))
        #expect(run.out.contains("rings are not wound by the right-hand rule"))
        let eight = Samples.collection([Samples.feature("[[0,0],[1,1],[1,0],[0,1],[0,0]]")])
        #expect(try Program.run(["validate", "--structure-only", "-"], input: eight).code == 0)
        #expect(try Program.run(["validate", "-"], input: eight).code == 65)
    }

    /// Rings of every part and member are looked at, those of lines are not.
    @Test func windingIsThatOfEveryRing() throws {
        let (left, right) = ("[[0,0],[3,0],[3,3],[0,3],[0,0]]", "[[1,1],[1,2],[2,2],[2,1],[1,1]]")
        func geometry(_ type: String, _ coordinates: String) -> String {
            "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}"
        }
        for (geometry, count) in [
            (geometry("Polygon", "[\(left),\(right)]"), 0),
            (geometry("Polygon", "[\(left),\(right),\(left)]"), 1),
            (geometry("MultiPolygon", "[[\(left),\(right)],[\(right)]]"), 1),
            (geometry("MultiLineString", "[\(right),\(left)]"), 0),
            ("{\"coordinates\":[\(right)],\"type\":\"Polygon\"}", 1),
            (
                "{\"type\":\"GeometryCollection\",\"geometries\":[\(geometry("Polygon", "[\(right)]")),"
                    + "\(geometry("LineString", right)),\(geometry("Polygon", "[\(left)]")),\(geometry("Polygon", "[\(right)]"))]}",
                2
            ),
        ] {
            let run = try Program.run(["validate", "--structure-only", "-"], input: geometry)
            let words = "\(count) rings are not wound"
            #expect(run.code == 0 && run.out.contains(count == 0 ? "nothing wrong" : words), "\(geometry)")
        }
    }
}
