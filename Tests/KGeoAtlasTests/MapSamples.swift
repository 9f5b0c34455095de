// Small files in the forms of each mapmaker, invented for the tests.

import KGeoAtlas
import KGeoCore
import KGeoImport
import KGeoJSON
import Testing

enum MapSamples {
    /// A square of a tenth of a degree with its south-western corner.
    static func square(_ west: Double, _ south: Double) -> String {
        let (east, north) = (west + 0.1, south + 0.1)
        return
            "[[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]]"
    }

    static func feature(_ properties: String, _ west: Double, _ south: Double) -> String {
        #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Polygon","coordinates":\#(square(west, south))}}"#
    }

    static func null(_ properties: String) -> String {
        #"{"type":"Feature","properties":{\#(properties)},"geometry":null}"#
    }

    static func collection(_ features: [String], _ more: String = "") -> String {
        #"{"type":"FeatureCollection",\#(more)"features":[\#(features.joined(separator: ",\n"))]}"#
    }

    static let occupied = ##""fill":"#a52714","name":"Окуповано /// Occupied /// geoJSON.status.occupied""##

    /// DeepStateMap's service: occupied, before 2022, grey in two parts of which one is far away, Kursk, and what is
    /// left out.
    static let service = collection([
        feature(occupied, 37, 48),
        feature(##""fill":"#880e4f","name":"Крим /// Crimea /// geoJSON.territories.crimea""##, 34, 45),
        ##"{"type":"Feature","properties":{"fill":"#bcaaa4","name":"Статус невідомий /// Unknown status"},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":\##(square(36, 48))},{"type":"Polygon","coordinates":\##(square(64, 14))}]}}"##,
        feature(##""fill":"#01579b","name":"Звільнено /// Liberated""##, 35, 51),
        feature(##""fill":"#0f9d58","name":"Звільнено /// Liberated""##, 31, 50),
        feature(
            ##""fill":"#ff5252","name":"Придністров'я /// Transnistria /// geoJSON.territories.t""##, 29, 47),
        #"{"type":"Feature","properties":{"name":"Бригада /// Brigade /// geoJSON.units.b"},"geometry":{"type":"Point","coordinates":[37,48]}}"#,
    ])

    static let mirror = collection([feature("", 37, 48)], #""name":"deepstatemap_data_20250611","#)

    static let kursk = collection([
        feature(#""status":"ukrainian_controlled","date":"2024-08-21","source":"s""#, 35, 51),
        feature(#""status":"unknown_grey","date":"2024-08-21","source":"s""#, 35.2, 51),
        feature(#""status":"ukrainian_controlled","date":"2024-08-22","source":"s""#, 35, 51),
    ])

    static func isw(_ layers: [String]) -> String {
        collection(
            layers.enumerated().map { feature(#""layer":"\#($1)""#, 36 + Double($0), 48) },
            #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"#)
    }

    static let iswLayer = collection([feature(#""FID":1"#, 37, 48)])

    static func liveuamap(_ day: String, _ areas: [(type: String, west: Double, south: Double)]) -> String {
        let features = areas.map {
            feature(
                #""type":"\#($0.type)","view":"daily","_datefrom":"2024-08-01","_dateto":"\#(day)""#, $0.west,
                $0.south)
        }
        return #"{"value":\#(collection(features))}"#
    }

    static let owl = collection([
        feature(
            ##""name":"Luhansk Axis\u00a0 [Z]","fill":"#a52714","start":"230115","endTimestamp":"1760140800""##,
            38, 48),
        feature(##""name":"Crimea","fill":"#a52714","start":"230115""##, 34, 45),
    ])

    static func open(_ text: String, _ name: String) throws(Problem) -> OpenedMap {
        try OpenedMap(reading: ByteSource(text: text, name: name))
    }
}

extension OpenedMap {
    /// Its control areas in short: status, holder, day, number in the file.
    var ground: [String] {
        maps.flatMap(\.items).map {
            "\($0.status?.rawValue ?? "-") \($0.holder ?? "-") \($0.date) \($0.index)"
        }
    }

    /// What is left out, with how many.
    var leftOut: [String] { maps.flatMap(\.leftOut).map { "\($0.what) \($0.count)" } }
}
