// The one line in which a problem is told.

import KGeoCore
import Testing

@Suite struct ProblemTests {
    @Test func summaryNamesThePlace() {
        var place = Problem.Place(feature: 3, id: "sumy-west")
        place.file = "map.geojson"
        place.ring = 0
        place.vertex = 7
        let problem = Problem(.coordinate, "latitude 151.2 is outside −90…90", at: place)
        #expect(
            problem.summary
                == "map.geojson: feature 3 \"sumy-west\", ring 0, vertex 7: latitude 151.2 is outside −90…90")
    }

    @Test func summaryOfAPlaceInTheText() {
        var place = Problem.Place()
        place.file = "-"
        place.line = 2
        place.column = 5
        place.offset = 30
        #expect(
            Problem(.json, "oops", at: place).summary == "standard input: line 2, column 5, byte 30: oops")
        #expect(Problem(.json, "oops").summary == "oops")
    }

    @Test func aFileIsNamedOnce() {
        let problem = Problem(.json, "oops").inFile("a").inFile("b")
        #expect(problem.place.file == "a")
    }
}
