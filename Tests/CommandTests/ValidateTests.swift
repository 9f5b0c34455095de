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
}
