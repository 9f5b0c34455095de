// The legacy "crs" member, conversions asked for, and swapped ordinates.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct CRSTests {
    static func crs(_ name: String) -> String {
        json("'crs':{'type':'name','properties':{'name':'\(name)'}}")
    }
    static func text(before: String = "", after: String = "", _ coordinates: String = "[1,2]") -> String {
        "{\"type\":\"FeatureCollection\"," + before + "\"features\":["
            + feature("{\"type\":\"Point\",\"coordinates\":\(coordinates)}") + "]" + after + "}"
    }
    static let shift: @Sendable (UnsafeMutableBufferPointer<Coordinate>) throws(Problem) -> Void = {
        (buffer) throws(Problem) in
        for i in buffer.indices { buffer[i].longitude += 10 }
    }
    /// Knows EPSG:3857 only, which it "converts" by a shift.
    static func options(
        transform: PositionTransform? = nil, swapsXY: Bool = false
    ) -> ReaderOptions {
        ReaderOptions(
            keepsProperties: true, swapsXY: swapsXY, transform: transform,
            resolveCRS: { (name) throws(Problem) in
                if name.hasSuffix("3857") { return shift }
                throw Problem(.crs, "\(name) is not supported")
            })
    }
    static func point(_ x: Double, _ y: Double) -> [Geometry?] { [.point(Positions([Coordinate(x, y)]))] }

    @Test(arguments: [
        "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326",
        "EPSG:4326",
    ])
    func namesOfWGS84(name: String) {
        for text in [Self.text(before: Self.crs(name) + ","), Self.text(after: "," + Self.crs(name))] {
            let reading = Reading(text)
            #expect(reading.problem == nil)
            #expect(reading.geometries == Self.point(1, 2))
            #expect(reading.collection.crsName == name)
            #expect(reading.collection.foreign["crs"] == nil)
        }
    }

    @Test func anotherBeforeTheFeaturesIsResolved() {
        let reading = Reading(
            Self.text(before: Self.crs("urn:ogc:def:crs:EPSG::3857") + ","), options: Self.options())
        #expect(reading.problem == nil)
        #expect(reading.geometries == Self.point(11, 2))
        #expect(reading.notices.map(\.severity) == [.note])
    }

    @Test(arguments: ["EPSG:3857", "urn:ogc:def:crs:EPSG::3857"]) func anotherAfterTheFeaturesIsRefused(
        name: String
    ) throws {
        let text = Self.text(after: "," + Self.crs(name))
        let problem = try problem(text, options: Self.options())
        #expect(problem.code == .crs)
        #expect(problem.hint?.contains("the reference system EPSG:3857") == true)
        #expect(problem.place.offset == text.utf8.count - Self.crs(name).utf8.count + 5)
    }

    /// Nothing has been measured wrongly when there was no position before it.
    @Test func afterFeaturesWithoutPositionsItIsHarmless() {
        let text = "{\"type\":\"FeatureCollection\",\"features\":[]," + Self.crs("EPSG:3857") + "}"
        #expect(Reading(text, options: Self.options()).problem == nil)
    }

    /// A feature or geometry on its own may name its system too late as well.
    @Test func afterTheGeometryOfASingleTextItIsRefused() throws {
        let single = [
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},",
            "{\"type\":\"Point\",\"coordinates\":[1,2],", "{\"coordinates\":[1,2],\"type\":\"Point\",",
        ]
        for text in single {
            let problem = try problem(text + Self.crs("EPSG:3857") + "}", options: Self.options())
            #expect(problem.code == .crs)
        }
        let before = "{" + Self.crs("EPSG:3857") + ",\"type\":\"Point\",\"coordinates\":[1,2]}"
        #expect(Reading(before, options: Self.options()).geometries == Self.point(11, 2))
    }

    /// In a sequence each text speaks for itself.
    @Test func oneTextDoesNotSpeakForTheNext() {
        let text = [
            Self.text(before: Self.crs("EPSG:3857") + ","), Self.text(),
            Self.text(before: Self.crs("EPSG:3857") + ","),
        ].joined(separator: "\n")
        let reading = Reading(text, options: Self.options())
        #expect(reading.problem == nil)
        #expect(reading.geometries == Self.point(11, 2) + Self.point(1, 2) + Self.point(11, 2))
    }

    @Test func anUnknownOneIsRefusedWithItsPlace() throws {
        let text = Self.text(before: Self.crs("EPSG:28406") + ",")
        for options in [Self.options(), ReaderOptions()] {
            let problem = try problem(text, options: options)
            #expect(problem.code == .crs)
            #expect(problem.place.offset == 34)
            #expect(problem.place.file == "memory")
            #expect(problem.hint == "give it with the reference system EPSG:n")
        }
    }

    @Test(arguments: [
        "{}", "5", "{'type':'link','properties':{'href':'http://x'}}", "{'properties':{'name':3857}}",
    ])
    func oneWithoutANameIsRefused(value: String) throws {
        let problem = try problem(Self.text(before: json("'crs':\(value),")))
        #expect(problem.code == .crs)
        #expect(problem.hint?.contains("the reference system") == true)
    }

    @Test func nullMeansNothing() {
        #expect(Reading(Self.text(before: "\"crs\":null,")).problem == nil)
    }

    @Test func theUsersConversionOverrides() {
        for text in [
            Self.text(before: Self.crs("EPSG:28406") + ","), Self.text(after: "," + Self.crs("EPSG:28406")),
            Self.text(),
        ] {
            let reading = Reading(text, options: Self.options(transform: Self.shift))
            #expect(reading.problem == nil)
            #expect(reading.geometries == Self.point(11, 2))
        }
    }

    @Test func swapping() throws {
        let swaps = ReaderOptions(keepsProperties: true, swapsXY: true)
        #expect(Reading(Self.text("[50.9,35.2]"), options: swaps).geometries == Self.point(35.2, 50.9))
        #expect(Reading(Self.text("[50.9,151.2]"), options: swaps).geometries == Self.point(151.2, 50.9))
        let problem = try problem(Self.text("[ 151.2,50.9]"), options: swaps)
        #expect(problem.message == "latitude 151.2 is outside −90…90")
        #expect(problem.hint == nil, "they are swapped already")
        // Swapped first, converted then.
        let both = Self.options(transform: Self.shift, swapsXY: true)
        #expect(Reading(Self.text("[2,1]"), options: both).geometries == Self.point(11, 2))
    }

    /// Positions in metres are only checked once they are converted.
    @Test func metres() throws {
        let scale: PositionTransform = { (buffer) throws(Problem) in
            for i in buffer.indices {
                buffer[i] = Coordinate(buffer[i].longitude / 1e5, buffer[i].latitude / 1e5)
            }
        }
        let options = Self.options(transform: scale)
        #expect(Reading(Self.text("[3500000,6600000]"), options: options).geometries == Self.point(35, 66))
        let without = try problem(Self.text("[3500000,6600000]"))
        #expect(without.message.hasPrefix("longitude 3500000 is outside"))
        #expect(without.hint?.contains("the reference system EPSG:n") == true)
    }

    /// What a conversion refuses is placed at the vertex, wherever in the block it stands.
    @Test(arguments: [0, 5, 1_023, 1_024, 2_500]) func aVertexThatCannotBeConverted(vertex: Int) throws {
        let positions = (0..<3_000).map { $0 == vertex ? "[7777,0]" : "[\($0),0]" }
        let text = "{\"type\":\"LineString\",\"coordinates\":[" + positions.joined(separator: ",") + "]}"
        let offset = try #require(Array(text.utf8).firstRange(of: Array("[7777".utf8))?.lowerBound)
        let refusing: PositionTransform = { (buffer) throws(Problem) in
            for i in buffer.indices {
                if buffer[i].longitude == 7_777 {
                    var place = Problem.Place()
                    place.vertex = i
                    throw Problem(.crs, "no", at: place)
                }
                buffer[i] = Coordinate(0, 0)
            }
        }
        let passing: PositionTransform = { (buffer) throws(Problem) in
            for i in buffer.indices where buffer[i].longitude != 7_777 { buffer[i] = Coordinate(0, 0) }
        }
        for (transform, code) in [(refusing, Problem.Code.crs), (passing, .coordinate)] {
            for pieceSize in [Int.max, 100] {
                let reading = Reading(text, options: Self.options(transform: transform), pieceSize: pieceSize)
                let place = try #require(reading.problem).place
                #expect(reading.problem?.code == code)
                #expect(place.vertex == vertex)
                #expect(place.ring == nil && place.part == nil)
                #expect(place.offset == offset)
                #expect(place.column == offset + 1)
            }
        }
    }
}
