// Small maps in the form of others, invented for the tests.

import KGeoCore
import KGeoImport
import KGeoJSON
import KGeoScenario

enum Samples {
    static let kyiv = MapTimeZone("Europe/Kyiv")!

    static func options(_ date: String? = nil) -> ImportOptions {
        var options = ImportOptions(timeZone: kyiv)
        options.date = date.flatMap { CalendarDate(iso: $0) }
        return options
    }

    static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
        "[[[\(west),\(south),0],[\(east),\(south),0],[\(east),\(north),0],[\(west),\(north),0],[\(west),\(south),0]]]"
    }

    static func area(_ fill: String, _ name: String, _ coordinates: String) -> String {
        #"{"type":"Feature","properties":{"name":"\#(name)","fill":"\#(fill)"},"geometry":{"type":"Polygon","coordinates":\#(coordinates)}}"#
    }

    static func point(_ name: String, _ description: String = "") -> String {
        #"{"type":"Feature","properties":{"name":"\#(name)","description":"\#(description)"},"geometry":{"type":"Point","coordinates":[35,51,0]}}"#
    }

    static func collection(_ features: [String]) -> String {
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#
    }

    /// A map of the service's form, with one feature of each kind.
    static let service = collection([
        area("#a52714", #"Окуповано ///\n Occupied\u00a0/// geoJSON.status.occupied\n"#, box(36, 50, 37, 51)),
        area("#880e4f", "Крим /// Crimea /// geoJSON.territories.crimea", box(34, 45, 35, 46)),
        area(
            "#bcaaa4", "Статус невідомий /// Unknown status /// geoJSON.status.unknown", box(35, 50, 36, 51)),
        area(
            "#BDBDBD", "Статус невідомий /// Unknown status /// geoJSON.status.unknown",
            box(35, 51.5, 35.5, 52)),
        area("#01579b", "Звільнено /// Liberated /// geoJSON.status.dismissed", box(35, 51, 35.5, 51.5)),
        area("#0f9d58", "Звільнено /// Liberated /// geoJSON.status.dismissed", box(30, 50, 31, 51)),
        area(
            "#0288d1", "Звільнено /// Liberated /// geoJSON.status.dismissed_at {{at:19.09}}",
            box(31, 50, 32, 51)),
        area("#ff5252", "Далеко.\\n///\\nFar away.\\n/// geoJSON.territories.far\\n", box(145, 43, 147, 45)),
        point("1-ша бригада /// 1st Brigade /// geoJSON.units.brigade.1", "{icon=enemy}"),
        point("Аеродром /// Airfield /// geoJSON.airfield.a"),
        point("Напрямок /// Direction of attack /// geoJSON.status.attack_direction"),
        point("Київ /// Kyiv /// geoJSON.territories.kyiv"),
    ])

    /// A day of the mirror's form.
    static let mirror =
        #"{"type":"FeatureCollection","name":"m","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[35,51],[35,52],[36,52],[36,51],[35,51]]],[[[37,51],[37,52],[38,52],[38,51],[37,51]]]]}}]}"#

    static func deepState(
        _ text: String, _ name: String, date: String? = nil, places: Bool = false, liberated: Bool = false
    ) throws(Problem) -> ImportedMap {
        var options = options(date)
        options.keepsPlaces = places
        return try DeepStateMap.read(
            ByteSource(text: text, name: name), options: options, keepsLiberated: liberated)
    }
}
