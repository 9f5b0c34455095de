// Sequences of texts (RFC 8142, and one text a line), byte-order marks, and what may not follow a text.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct SequenceTests {
    static func point(_ x: Int) -> String {
        feature("{\"type\":\"Point\",\"coordinates\":[\(x),0]}", id: "p\(x)")
    }
    static let separator = "\u{1E}"

    static func labels(_ reading: Reading) -> [String?] { reading.features.map(\.record.label) }

    @Test(arguments: [
        point(1) + "\n" + point(2) + "\n" + point(3) + "\n",
        point(1) + "\n" + point(2) + "\n" + point(3),
        point(1) + "\r\n" + point(2) + "\r\n\r\n \n\t" + point(3) + "\r\n\n",
        "\n\n" + point(1) + "\n\n\n" + point(2) + "\n" + point(3),
        separator + point(1) + "\n" + separator + point(2) + "\n" + separator + point(3) + "\n",
        separator + point(1) + separator + point(2) + separator + separator + "\n" + point(3),
        "\u{FEFF}" + point(1) + "\n" + point(2) + "\n" + point(3),
    ])
    func threeTexts(text: String) {
        for pieceSize in [Int.max, 1, 3] {
            let reading = Reading(text, pieceSize: pieceSize)
            #expect(reading.problem == nil)
            #expect(Self.labels(reading) == ["p1", "p2", "p3"])
            #expect(reading.features.map(\.record.index) == [0, 1, 2])
            #expect(reading.collection.kind == .sequence)
        }
    }

    @Test func prettyPrintedAfterSeparators() {
        let pretty = Self.point(1).reduce(into: "") { text, character in
            text += "{},".contains(character) ? "\(character)\n  " : "\(character)"
        }
        let reading = Reading(Self.separator + pretty + "\n" + Self.separator + pretty)
        #expect(reading.problem == nil)
        #expect(Self.labels(reading) == ["p1", "p1"])
        #expect(reading.features.map(\.record.line) == [1, pretty.split(separator: "\n").count + 1])
    }

    @Test func collectionsAndGeometriesInASequence() {
        let text = [
            collection([Self.point(1), Self.point(2)]), "{\"type\":\"Point\",\"coordinates\":[3,0]}",
            collection([]), Self.point(4), collection([Self.point(5)]),
        ].joined(separator: "\n")
        let reading = Reading(text)
        #expect(reading.problem == nil)
        #expect(Self.labels(reading) == ["p1", "p2", nil, "p4", "p5"])
        #expect(reading.features.map(\.record.index) == [0, 1, 2, 3, 4])
        #expect(reading.features.map(\.record.line) == [1, 1, 2, 4, 5])
        #expect(reading.collection.kind == .sequence)
    }

    @Test func pathsCountWithinTheirCollection() throws {
        let bad = feature("{\"type\":\"Point\",\"coordinates\":[0,91]}")
        let problem = try problem(collection([Self.point(1)]) + "\n" + collection([Self.point(2), bad]))
        #expect(problem.place.path == "features[1].geometry.coordinates")
        #expect(problem.place.feature == 2)
    }

    @Test(arguments: [
        "x", "]", "}", ",", "{}", "1", "\n]", "\n1", "\n\"x\"", "\n[]", " {\"type\":\"Point\"}", "\u{0}",
        "\u{1F}", "\u{C}",
    ])
    func garbageAfterAText(garbage: String) throws {
        for text in [Self.point(1), collection([Self.point(1)])] {
            let reading = Reading(text + garbage)
            #expect(Self.labels(reading) == ["p1"], "what came before is read")
            let problem = try #require(reading.problem)
            #expect(problem.code == .json)
            #expect(problem.place.offset.map { $0 >= text.utf8.count } == true)
        }
    }

    @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "\u{FEFF}\n", "\u{1E}", "\u{1E}\n"]) func nothingAtAll(
        text: String
    ) throws {
        let problem = try problem(text)
        #expect(problem.code == .json)
        #expect(problem.message == "the file is empty")
        #expect(problem.place.offset == text.utf8.count)
    }

    @Test func byteOrderMark() {
        let reading = Reading("\u{FEFF}" + Self.point(1))
        #expect(reading.problem == nil)
        #expect(reading.notices.map(\.severity) == [.note])
        #expect(reading.collection.kind == .feature)
        #expect(Reading(Self.point(1) + "\n\u{FEFF}" + Self.point(2)).problem?.code == .json)
    }

    @Test(arguments: [
        [UInt8]([0xFF, 0xFE, 0x7B, 0x00]), [0xFE, 0xFF, 0x00, 0x7B], [0x7B, 0x00, 0x22, 0x00],
        [0x00, 0x7B, 0x00, 0x22],
    ])
    func otherEncodings(bytes: [UInt8]) {
        let problem = Reading(bytes).problem
        #expect(problem?.code == .json)
        #expect(problem?.message.contains("not UTF-8") == true)
    }

    // MARK: Going on after an error

    static let bad = feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,,2]]]}", id: "bad")
    static let offGlobe = feature("{\"type\":\"Point\",\"coordinates\":[0,91]}", id: "off")

    @Test func afterABadFeatureOfACollection() {
        let unclosed = feature(
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}", id: "open")
        let twice = "{\"type\":\"Feature\",\"type\":\"Feature\",\"x\":{\"y\":[\"]}\\\"\"]},\"geometry\":null}"
        let text = collection([
            Self.point(1), Self.offGlobe, Self.point(2), unclosed, twice, "7", Self.point(3),
        ])
        for pieceSize in [Int.max, 1, 7] {
            let reading = Reading(text, pieceSize: pieceSize, goesOn: true)
            #expect(Self.labels(reading) == ["p1", "p2", "p3"])
            #expect(reading.features.map(\.record.index) == [0, 2, 6])
            #expect(reading.problems.map(\.place.feature) == [1, 3, 4, 5])
            #expect(reading.problems.map(\.place.id) == ["off", "open", nil, nil])
            #expect(reading.problems.allSatisfy { $0.place.path?.hasPrefix("features[") == true })
        }
    }

    @Test func badFeaturesAtBothEnds() {
        let reading = Reading(collection([Self.offGlobe, Self.point(1), Self.offGlobe]), goesOn: true)
        #expect(Self.labels(reading) == ["p1"])
        #expect(reading.problems.map(\.place.feature) == [0, 2])
    }

    /// Text that is no JSON cannot be passed over within a collection.
    @Test func notJSONEndsACollection() {
        let reading = Reading(collection([Self.point(1), Self.bad, Self.point(2)]), goesOn: true)
        #expect(Self.labels(reading) == ["p1"])
        #expect(reading.problems.count == 1)
    }

    @Test func aCollectionCutOffInABadFeature() {
        let reading = Reading(String(collection([Self.point(1), Self.offGlobe]).dropLast(3)), goesOn: true)
        #expect(Self.labels(reading) == ["p1"])
        #expect(reading.problems.map(\.code) == [.coordinate])
    }

    @Test func afterABadLine() {
        let lines = [
            Self.point(1), Self.offGlobe, Self.point(2), "{\"type\":\"Feature\",", Self.point(3), "garbage",
            "17",
            Self.point(4), collection([Self.point(5), Self.bad, Self.point(6)]), Self.point(7),
        ]
        for text in [lines.joined(separator: "\n"), lines.map { Self.separator + $0 + "\n" }.joined()] {
            for pieceSize in [Int.max, 1, 7] {
                let reading = Reading(text, pieceSize: pieceSize, goesOn: true)
                #expect(Self.labels(reading) == ["p1", "p2", "p3", "p4", "p5", "p7"])
                #expect(reading.problems.map(\.place.line) == [2, 5, 6, 7, 9])
            }
        }
    }

    /// The first line is bad: a single feature is enough to know that lines are texts.
    @Test func aBadFirstLine() {
        let reading = Reading(
            [Self.offGlobe, Self.point(1), Self.point(2)].joined(separator: "\n"), goesOn: true)
        #expect(Self.labels(reading) == ["p1", "p2"])
        #expect(reading.problems.count == 1)
        let alone = Reading(Self.offGlobe + "\n", goesOn: true)
        #expect(alone.problems.count == 1)
    }

    /// The lines of a bad text that is printed over several are not taken for texts.
    @Test func aBadTextOverSeveralLines() {
        let pretty = json(
            "{\n  'type': 'Feature',\n  'properties': {\n    'a': tru\n  },\n  'geometry': null\n}")
        let text = [Self.point(1), pretty, Self.point(2)].joined(separator: "\n")
        let reading = Reading(text, goesOn: true)
        #expect(Self.labels(reading) == ["p1", "p2"])
        #expect(reading.problems.count == 1)
        let separated = [Self.point(1), pretty, Self.point(2)].map { Self.separator + $0 + "\n" }.joined()
        #expect(Self.labels(Reading(separated, goesOn: true)) == ["p1", "p2"])
    }

    @Test func whatIsRightNeedsNoRecovery() throws {
        var reader = GeoJSONReader(ByteSource(text: Self.point(1)))
        let sink = RecordingSink()
        _ = try reader.nextFeature(into: sink)
        #expect(try reader.nextFeature(into: sink) == nil)
        #expect(try reader.nextFeature(into: sink) == nil, "the end stays the end")
    }
}
