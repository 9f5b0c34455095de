// Where an error is said to be: feature, ring, vertex, line, column, byte.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct PlaceTests {
    /// A text with a bad place marked by ✗, which is taken out, and where it was.
    struct Marked {
        var text: String
        var offset, line, column: Int

        /// - Parameter ends: what ends a line in the text.
        init(_ marked: String, ends: String = "\n") {
            let parts = marked.split(separator: "✗", omittingEmptySubsequences: false).map(String.init)
            let before = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
            line = before.count
            column = (before.last?.unicodeScalars.count ?? 0) + 1
            offset = parts[0].utf8.count + (ends.utf8.count - 1) * (before.count - 1)
            text = String(
                parts.joined().split(separator: "\n", omittingEmptySubsequences: false).joined(
                    separator: ends))
        }
    }

    static let sample = """
        {
          "type": "FeatureCollection", "name": "Суджа – 素晴らしい 👩‍🚀",
          "features": [
            {"type": "Feature", "properties": {"имя": "é"}, "geometry": null},
            {"type": "Feature", "id": "b", "properties": {}, "geometry": {
              "type": "MultiPolygon", "coordinates": [
                [[[0,0],[1,0],[1,1],[0,0]]],
                [[[0,0],[1,0],[1,1],[0,0]],
                 [[0,0], [1,0], ✗[1,91], [0,0]]]
              ]}}
          ]
        }
        """

    /// Numbers counted by hand: line 9, after 17 blanks and two positions and the brackets.
    @Test func byHand() throws {
        let marked = Marked(Self.sample)
        #expect(marked.line == 9)
        #expect(marked.column == 10 - 1 + 16)
        let problem = try problem(marked.text)
        #expect(problem.message == "latitude 91 is outside −90…90")
        #expect(problem.code == .coordinate)
        let place = problem.place
        #expect(place.feature == 1)
        #expect(place.id == "b")
        #expect(place.part == 1 && place.ring == 1 && place.vertex == 2)
        #expect(place.line == 9 && place.column == 25)
        #expect(place.offset == marked.offset)
        #expect(place.path == "features[1].geometry.coordinates")
        #expect(place.file == "memory")
    }

    @Test(arguments: ["\n", "\r\n"]) func endsOfLines(ends: String) throws {
        let marked = Marked(Self.sample, ends: ends)
        for pieceSize in [Int.max, 1, 2, 3, 7] {
            let place = try #require(Reading(marked.text, pieceSize: pieceSize).problem).place
            #expect(place.offset == marked.offset)
            #expect(place.line == marked.line)
            #expect(place.column == marked.column)
        }
    }

    /// Every kind of error that a byte of the text can cause, marked.
    @Test(arguments: [
        "{'type':'Point','coordinates':✗[1,91]}", "{'type':'Point','coordinates':✗[-361,0]}",
        "{'type':'Point',\n 'coordinates':[1,✗'2']}", "{'type':'Point',\n'coordinates':[1,2✗}",
        "{'type':'Point','coordinates':[1,2],✗}", "{'type':'Point','coordinates':[1,✗,2]}",
        "{'type':'Point','coordinates':[0✗1]}", "{'type':'Punkt','coordinates':[1,2],'properties':{}✗}",
        "{'type':'Point','coordinates':✗[1]}", "{'é':1,✗type:2}", "{'é':1 ✗'b':2}", "{'a' ✗1}", "{'a':✗truE}",
        "{'a':✗nul", "{'a':1✗", "{'ab✗", "{'a\\✗", "{'a':'é✗\nb'}", "{'a':'✗\\x'}", "{'a':'é✗\\ud800'}",
        "{'a':-✗x}",
        "{'a':1.✗}", "{'a':1e+✗}", "{'a':✗1e999}", "{'a':✗NaN}", "{'a':✗Infinity}", "{'a':-✗Infinity}",
        "{'a':'✗",
        "{'type':'Feature','geometry':{'type':✗'Pt'},'properties':{}}",
        "{'type':'Feature','geometry':✗5,'properties':{}}",
        "{'type':'Feature','properties':\n ✗[1],'geometry':null}",
        "{'type':'Feature','id':\t✗[1],'properties':null}",
        "{'type':'Point','bbox': ✗[1],'coordinates':[1,2]}",
        "{'type':'Point',✗'type':'Point'}", "✗[1]", "\n ✗[1]", "{'type':'LineString','coordinates':✗[[1,2]]}",
    ])
    func marked(text: String) throws {
        let marked = Marked(json(text))
        for pieceSize in [Int.max, 1, 5] {
            let place = try #require(Reading(marked.text, pieceSize: pieceSize).problem, "\(text)").place
            #expect(place.offset == marked.offset, "\(text)")
            #expect(place.line == marked.line, "\(text)")
            #expect(place.column == marked.column, "\(text)")
        }
    }

    // MARK: Across windows

    /// Far into a text of several windows, lines, columns and bytes are still right.
    @Test(arguments: ["\n", "\r\n"], [10, 40_000]) func farInto(ends: String, count: Int) throws {
        var text = "{\"type\":\"FeatureCollection\",\"features\":[" + ends
        for i in 0..<count {
            text += "{\"type\":\"Feature\",\"properties\":{\"n\":\"№ \(i) – é\"},\"geometry\":"
            text += "{\"type\":\"LineString\",\"coordinates\":[[1,2]," + ends + " [3,4]]}}," + ends
        }
        let lines = 2 + 2 * count
        let before =
            "{\"type\":\"Feature\",\"properties\":{\"n\":\"Є\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":"
        let offset = text.utf8.count + before.utf8.count
        text += before + "[3, 95]}}]}"
        for pieceSize in [Int.max, 4_096] {
            let reading = Reading(text, options: ReaderOptions(), pieceSize: pieceSize)
            let place = try #require(reading.problem).place
            #expect(place.line == lines)
            #expect(place.column == before.unicodeScalars.count + 1)
            #expect(place.offset == offset)
            #expect(place.feature == count)
            #expect(reading.features.map(\.record.line) == (0..<count).map { 2 + 2 * $0 })
        }
    }

    /// Every record knows its line; telling them must not count the window again for each.
    @Test(.timeLimit(.minutes(1))) func linesOfManySmallFeatures() {
        let count = 60_000
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[\n"
            + Array(repeating: "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}", count: count)
            .joined(separator: ",\n") + "]}"
        let reading = Reading(text, options: ReaderOptions())
        #expect(reading.features.map(\.record.line) == Array(2..<count + 2))
    }

    /// A line longer than the window: the column counts on.
    @Test func aLongLine() throws {
        let filler = String(repeating: "é", count: 1_200_000)
        let before =
            "{\"type\":\"Feature\",\"properties\":{\"a\":\"\(filler)\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":"
        let place = try problem("\n" + before + "[1,2,true]}}", options: ReaderOptions()).place
        #expect(place.line == 2)
        #expect(place.column == before.unicodeScalars.count + 5 + 1)
        #expect(place.offset == before.utf8.count + 5 + 1)
    }

    /// White space without end is passed over, wherever it stands.
    @Test func longWhiteSpace() throws {
        let space = String(repeating: " ", count: 1 << 20) + "\n"
        let text =
            "{\"coordinates\":[" + space + "[" + space + "[" + space + "[" + space
            + "0,0],[1,0],[0,1],[0,91]]]]}"
        let place = try problem(text).place
        #expect(place.line == 5)
        #expect(place.column == 18)
        #expect(place.part == 0 && place.ring == 0 && place.vertex == 3)
    }
}
