// KML and KMZ: placemarks, data, dates, rings that are open or the wrong way round, and what is refused.

import KGeoCore
import KGeoImport
import KGeoJSON
import KGeoScenario
import TestSupport
import Testing

private let ring = "35,51,120 36,51,120 36,52,120 35,52,120 35,51,120"

private func kml(_ inside: String) -> String {
    #"<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>\#(inside)</Document></kml>"#
}

private func polygon(_ coordinates: String, inner: String = "") -> String {
    "<Polygon><outerBoundaryIs><LinearRing><coordinates>\(coordinates)</coordinates></LinearRing></outerBoundaryIs>\(inner)</Polygon>"
}

private func read(
    _ text: String, _ name: String = "map-2024-08-21.kml", mapping: PropertyMapping = PropertyMapping(),
    keeps: Bool = false
) throws(Problem) -> ImportedMap {
    var options = Samples.options()
    options.keepsPlaces = keeps
    options.keepsLines = keeps
    return try KMLMap.read(ByteSource(text: text, name: name), mapping: mapping, options: options)
}

@Suite struct KMLTests {
    @Test func placemarksBecomeFeatures() throws {
        let text = kml(
            """
            <name>Front</name><Folder><name>Held</name>
            <TimeStamp><when>2024-08-27T10:00:00Z</when></TimeStamp>
            <Placemark id="west"><name> West &amp; north </name><styleUrl>#red</styleUrl>
            <LookAt><TimeStamp><when>1999-01-01</when></TimeStamp></LookAt>
            <ExtendedData><Data name="holder"><value>North</value></Data>
            <SchemaData><SimpleData name="men">300</SimpleData></SchemaData></ExtendedData>
            <MultiGeometry>\(polygon(ring, inner: "<innerBoundaryIs><LinearRing><coordinates>35.4,51.4 35.6,51.4 35.6,51.6 35.4,51.6 35.4,51.4</coordinates></LinearRing></innerBoundaryIs>"))
            <Point><coordinates>35.5,51.5</coordinates></Point></MultiGeometry></Placemark>
            <Placemark><name>Road</name><LineString><coordinates>35,51
            36,52</coordinates></LineString></Placemark></Folder>
            """)
        var mapping = PropertyMapping()
        mapping.statusProperty = "folder"
        mapping.controlled = ["Front/Held"]
        let map = try read(text, mapping: mapping, keeps: true)
        #expect(map.items.map(\.role) == [.control, .line, .place])
        let area = map.items[0]
        #expect(area.status == .controlled && area.holder == "North" && area.id == "west")
        // The folder's time, not that of the view; it comes before the file's name.
        #expect(area.date.description == "2024-08-27")
        #expect(
            area.properties["name"] == .string("West & north") && area.properties["men"] == .string("300"))
        #expect(area.geometry.polygons[0].rings.count == 2)
        #expect(area.geometry.allCoordinates.first == Coordinate(35, 51))
    }

    @Test func spansHaveTwoDays() throws {
        let mark =
            "<Placemark><TimeSpan><begin>2024-08-01</begin><end>2024-08-09</end></TimeSpan>\(polygon(ring))</Placemark>"
        let month =
            "<Placemark><TimeStamp><when>2024-08</when></TimeStamp>\(polygon(ring.split(separator: "5,51").joined(separator: "5,50")))</Placemark>"
        let map = try read(kml(mark + month))
        #expect(map.items[0].date.description == "2024-08-01")
        #expect(map.items[0].dateEnd?.description == "2024-08-09")
        // A month is no day: that of the file's name counts.
        #expect(map.items[1].date.description == "2024-08-21")
        #expect(map.items[1].properties["date_text"] == .string("2024-08"))
    }

    @Test func openRingsAreClosed() throws {
        let map = try read(kml("<Placemark>\(polygon("35,51 35,52 36,52"))</Placemark>"))
        #expect(map.items[0].geometry.polygons[0].rings[0].coordinates.count == 4)
        #expect(map.notices.contains { $0.problem.message == "1 ring was not closed; it is closed now" })
    }

    @Test func linksAndPicturesAreNotRead() throws {
        let map = try read(
            kml(
                "<NetworkLink><Link><href>http://example.org/x</href></Link></NetworkLink><Placemark>\(polygon(ring))</Placemark><Placemark/>"
            ))
        #expect(map.notices.contains { $0.problem.message == "1 <NetworkLink> is not read" })
        #expect(map.leftOut.map(\.what) == ["features without a geometry"])
    }

    @Test(arguments: [
        (kml("<Placemark>\(polygon("51,95 52,95 52,96 51,95"))</Placemark>"), "latitude 95 is outside"),
        (kml("<Placemark>\(polygon("35, 51 36,51 36,52"))</Placemark>"), "\"35,\" is no position"),
        (kml("<Placemark>\(polygon("nan,51 36,51 36,52"))</Placemark>"), "is no position"),
        (kml("<Placemark>\(polygon("35,51 36,51"))</Placemark>"), "at least three corners"),
        (kml("<Placemark><Polygon/></Placemark>"), "no outer boundary"),
        (
            kml("<Placemark><LineString><coordinates>1,1</coordinates></LineString></Placemark>"),
            "at least 2 positions"
        ),
        (kml(""), "no placemark"), ("", "the file is empty"),
        ("<gpx/>", "no KML: its first element is <gpx>"),
        ("<!DOCTYPE kml [<!ENTITY a 'b'>]>" + kml(""), "document type declaration"),
        (kml("<Placemark>\(polygon("0,0 1,1 1,0 0,1 0,0"))</Placemark>"), "crosses itself"),
    ])
    func whatCannotBeReadIsRefused(text: String, words: String) {
        let problem = #expect(throws: Problem.self) { try read(text) }
        #expect(problem?.message.contains(words) == true, "\(problem?.message ?? "")")
        #expect(problem?.place.file == "map-2024-08-21.kml")
    }

    @Test func archivesHoldOneMap() throws {
        let folder = try TemporaryFolder()
        let text = kml("<Placemark><name>in doc</name>\(polygon(ring))</Placemark>")
        let path = try folder.write(
            "20240821.kmz",
            bytes: ZIPWriter.archive([
                .init("other.kml", kml("")), .init("files/a.png", "x"), .init("doc.kml", text),
            ]))
        let map = try KMLMap.read(
            ByteSource(path: path), mapping: PropertyMapping(), options: Samples.options())
        #expect(map.kind == "KMZ" && map.items[0].properties["name"] == .string("in doc"))
        #expect(map.notices.contains { $0.problem.message.contains("of 2 KML files") })
        let empty = try folder.write("b.kmz", bytes: ZIPWriter.archive([.init("a.png", "x")]))
        let problem = #expect(throws: Problem.self) {
            try KMLMap.read(ByteSource(path: empty), mapping: PropertyMapping(), options: Samples.options())
        }
        #expect(problem?.message == "there is no KML in this archive" && problem?.hint == "it holds a.png")
    }
}

@Suite struct MappedMapTests {
    private func read(
        _ text: String, _ name: String = "map.geojson", date: String? = nil,
        _ change: (inout PropertyMapping) -> Void = { _ in }
    ) throws(Problem) -> ImportedMap {
        var mapping = PropertyMapping()
        change(&mapping)
        return try MappedMap.read(
            ByteSource(text: text, name: name), mapping: mapping, options: Samples.options(date))
    }

    private let map =
        #"{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{"zone":"red","day":"2024-08-21","who":"North","size":3,"list":[1]},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},{"type":"Feature","properties":{"zone":"blue","day":"2024-08-22"},"geometry":{"type":"Polygon","coordinates":[[[2,0],[3,0],[3,1],[2,0]]]}},{"type":"Feature","properties":{"zone":"off","day":"2024-08-22"},"geometry":{"type":"Polygon","coordinates":[[[4,0],[5,0],[5,1],[4,0]]]}}]}"#

    @Test func propertiesAreMapped() throws {
        let read = try read(map) {
            $0.statusProperty = "zone"
            $0.controlled = ["red"]
            $0.ignored = ["off"]
            $0.dateProperty = "day"
            $0.holderProperty = "who"
        }
        #expect(read.items.count == 1)
        let item = read.items[0]
        #expect(item.status == .controlled && item.holder == "North" && item.id == "7")
        #expect(item.date.description == "2024-08-21" && item.properties["size"]?.double == 3)
        #expect(item.properties["list"] == nil)
        #expect(
            read.leftOut.map { "\($0.what) \($0.count)" }.sorted() == [
                "areas of the unknown status \"blue\" 1", "areas whose status is ignored 1",
            ])
        #expect(read.items.count + read.leftOut.reduce(0) { $0 + $1.count } == read.featureCount)
        #expect(read.notices.contains { $0.problem.message.contains("1 property is left out") })
    }

    @Test func aDayIsNeededWhereSomebodyHoldsGround() throws {
        let bare = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#
        #expect(try read(bare, "x-20240821.geojson").items[0].date.description == "2024-08-21")
        #expect(try read(bare, date: "2024-08-22").items[0].date.description == "2024-08-22")
        #expect(try read(bare).isUndated)
        let held = #"{"type":"Feature","properties":{"holder":"North"},"geometry":\#(bare)}"#
        let problem = #expect(throws: Problem.self) { try read(held) }
        #expect(problem?.message.contains("of which day") == true && problem?.place.feature == 0)
    }

    @Test func aScenarioIsOneAlready() {
        let problem = #expect(throws: Problem.self) {
            try read(#"{"type":"FeatureCollection","kgeo":{"schema":1},"features":[]}"#)
        }
        #expect(problem?.message == "this file is a scenario already")
    }

    @Test func nothingToTakeIsSaid() {
        let problem = #expect(throws: Problem.self) { try read(#"{"type":"Point","coordinates":[1,2]}"#) }
        #expect(problem?.hint == "left out were: points (1)")
    }
}
