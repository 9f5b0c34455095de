// What is said to maps of other sources that cannot be imported.

import TestSupport

extension ErrorCases {
    /// A square in DeepStateMap's form.
    private static func service(_ name: String, _ ring: String = "[[35,51],[36,51],[36,52],[35,52],[35,51]]")
        -> [ErrorCase.File]
    {
        [
            .init(
                name: name,
                contents: .text(
                    ##"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Окуповано /// Occupied /// geoJSON.status.occupied","fill":"#a52714"},"geometry":{"type":"Polygon","coordinates":[\##(ring)]}}]}"##
                ))
        ]
    }

    private static func kml(_ name: String, _ text: String) -> [ErrorCase.File] {
        [.init(name: name, contents: .text(text))]
    }

    private static func kmz(_ entries: [ZIPWriter.Entry]) -> [ErrorCase.File] {
        [.init(name: "map.kmz", contents: .bytes(ZIPWriter.archive(entries)))]
    }

    private static func placemark(_ inside: String) -> String {
        "<kml><Placemark><name>West</name>\n\(inside)</Placemark></kml>"
    }

    static let imports = ErrorGroup(
        title: "Import",
        cases: [
            ErrorCase(
                title: "a map of DeepStateMap without a day",
                files: service("map.geojson"),
                command: "kgeo import deepstate map.geojson --no-regions --output out.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: of which day is this map? Neither its features nor its name say
                    hint: give --date 2025-05-01, or a name such as map_20250501.geojson or a unix time (1724272310.geojson)
                    """#),
            ErrorCase(
                title: "another map given as one of DeepStateMap",
                files: map(
                    #"{"type":"Feature","properties":{"status":"held"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,51]]]}}"#
                ),
                command:
                    "kgeo import deepstate map.geojson --date 2024-08-21 --no-regions --output out.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: this is no file of DeepStateMap: its surfaces have properties, but none has a "fill"
                    hint: kgeo import geojson reads any map, with --status-property and the like
                    """#),
            ErrorCase(
                title: "two maps of one day",
                files: service("1724272310.geojson") + service("map_20240821.geojson"),
                command:
                    "kgeo import deepstate 1724272310.geojson map_20240821.geojson --no-regions --output out.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map_20240821.geojson: 1724272310.geojson shows 2024-08-21 too
                    hint: a day has one map: leave one out, or give its day with --date in an import of its own
                    """#),
            ErrorCase(
                title: "one day for several maps",
                files: service("1724272310.geojson") + service("map_20240821.geojson"),
                command:
                    "kgeo import deepstate 1724272310.geojson map_20240821.geojson --date 2024-08-21 --no-regions",
                exit: 64,
                says: #"""
                    kgeo: error: --date gives one day to 2 files
                    hint: import them one by one, or let their names hold their days
                    """#),
            ErrorCase(
                title: "a crossing ring in a map that is imported",
                files: service("1724272310.geojson", "[[35,51],[36,52],[36,51],[35,52],[35,51]]"),
                command: "kgeo import deepstate 1724272310.geojson --no-regions --output out.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: 1724272310.geojson: feature 0: a ring crosses itself at 35.5, 51.5
                    hint: its area would be meaningless; kgeo repair makes it valid and says what that changes
                    """#),
            ErrorCase(
                title: "regions without a surface",
                files: service("1724272310.geojson") + map(#"{"type":"Point","coordinates":[35,51]}"#),
                command:
                    "kgeo import deepstate 1724272310.geojson --regions map.geojson --output out.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: there is no area in this file
                    hint: areas are Polygons and MultiPolygons, such as oblasts or districts
                    """#),
            ErrorCase(
                title: "no GeoData for the regions",
                files: service("1724272310.geojson"),
                command: "kgeo import deepstate 1724272310.geojson --geodata nowhere --regions r.geojson",
                exit: 66,
                says: #"""
                    kgeo: error: r.geojson: no such file
                    hint: check the path; a relative one starts in the folder you are in
                    """#),
            ErrorCase(
                title: "a holder that the imported map does not have",
                files: service("1724272310.geojson"),
                command: "kgeo import deepstate 1724272310.geojson --no-regions --only-holder Ukraine",
                exit: 65,
                says: #"""
                    kgeo: error: no area has the holder "Ukraine" of --only-holder
                    hint: there are: Russia
                    """#),
            ErrorCase(
                title: "an output that is the imported map",
                files: service("1724272310.geojson"),
                command:
                    "kgeo import deepstate 1724272310.geojson --no-regions --output 1724272310.geojson --force",
                exit: 73,
                says: #"""
                    kgeo: error: 1724272310.geojson: this file is an input; it would be lost
                    hint: write to another file
                    """#),
            ErrorCase(
                title: "a scenario imported once more",
                files: scenario(""),
                command: "kgeo import geojson map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: this file is a scenario already
                    hint: kgeo check-area and kgeo validate read it as it is
                    """#),
            ErrorCase(
                title: "a status property that the imported map does not have",
                files: map(
                    #"{"type":"Feature","properties":{"zone":"red"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,51]]]}}"#
                ),
                command: "kgeo import geojson map.geojson --status-property status --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: no feature has the property "status" of --status-property
                    hint: they have: zone
                    """#),
            ErrorCase(
                title: "KML with a document type",
                files: kml(
                    "map.kml", "<!DOCTYPE kml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<kml>&a;</kml>\n"),
                command: "kgeo import kml map.kml --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kml: line 1, column 15: the text has a document type declaration (<!DOCTYPE …>), which is not read
                    hint: a map needs none; take it out, or save the map again from the program that made it
                    """#),
            ErrorCase(
                title: "KML that breaks off",
                files: kml("map.kml", "<kml><Placemark>\n<name>West</na"),
                command: "kgeo import kml map.kml --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kml: line 2, column 11: the text is not well-formed XML: unclosed token
                    hint: the file may be cut off; fetch or export it again
                    """#),
            ErrorCase(
                title: "XML that is no KML",
                files: kml("map.kml", "<gpx/>\n"),
                command: "kgeo import kml map.kml --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kml: line 1, column 1: this is XML but no KML: its first element is <gpx>
                    hint: kgeo import kml reads KML and KMZ; convert other formats first with ogr2ogr
                    """#),
            ErrorCase(
                title: "latitude before longitude in KML",
                files: kml(
                    "map.kml",
                    placemark(
                        "<LineString><coordinates>51,135 52,136</coordinates></LineString>")),
                command: "kgeo import kml map.kml --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kml: feature 0 "West", vertex 0, line 2, column 39: latitude 135 is outside −90…90
                    hint: longitude and latitude look swapped; KML writes longitude first
                    """#),
            ErrorCase(
                title: "a space inside a position of KML",
                files: kml(
                    "map.kml", placemark("<Point><coordinates>35.5, 51.5</coordinates></Point>")),
                command: "kgeo import kml map.kml --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kml: feature 0 "West", vertex 0, line 2, column 31: "35.5," is no position
                    hint: write longitude,latitude without a space between, as in 35.27,51.19
                    """#),
            ErrorCase(
                title: "a polygon of KML with two outer rings",
                files: [
                    .init(
                        name: "map.kml",
                        contents: .text(
                            #"""
                            <kml><Placemark><name>West</name>
                            <Polygon><outerBoundaryIs><LinearRing><coordinates>35,51 36,51 36,52 35,51</coordinates></LinearRing>
                            <LinearRing><coordinates>37,51 38,51 38,52 37,51</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>

                            """#))
                ],
                command: "kgeo import kml map.kml --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kml: feature 0 "West", line 3, column 49: a polygon has two outer rings; which of them is meant cannot be told
                    hint: KML has one outer ring a polygon: draw each as a polygon of its own, in a MultiGeometry
                    """#),
            ErrorCase(
                title: "KML that only links to a map",
                files: [
                    .init(
                        name: "map.kml",
                        contents: .text(
                            #"""
                            <kml><NetworkLink><Link><href>http://example.org/map.kml</href></Link></NetworkLink></kml>

                            """#))
                ],
                command: "kgeo import kml map.kml --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kml: there is no placemark in this file
                    hint: it links to http://example.org/map.kml; nothing is fetched: save that and import it
                    """#),
            ErrorCase(
                title: "KML in an encoding that is not known",
                files: [
                    .init(
                        name: "map.kml",
                        contents: .text(
                            #"""
                            <?xml version="1.0" encoding="klingon"?>
                            <kml></kml>

                            """#))
                ],
                command: "kgeo import kml map.kml --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kml: line 1, column 31: the text is not well-formed XML: unknown encoding
                    hint: save it as UTF-8, or say with --encoding which it is
                    """#),
            ErrorCase(
                title: "KMZ without KML",
                files: kmz([.init("files/a.png", "x")]),
                command: "kgeo import kml map.kmz --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kmz: there is no KML in this archive
                    hint: it holds files/a.png
                    """#),
            ErrorCase(
                title: "KMZ that is cut off",
                files: [.init(name: "map.kmz", contents: .bytes([0x50, 0x4B, 3, 4, 20, 0]))],
                command: "kgeo import kml map.kmz --date 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.kmz: this is no ZIP archive, or it is damaged
                    hint: fetch or export the file again
                    """#),
            ErrorCase(
                title: "KMZ on standard input",
                files: kmz([.init("doc.kml", "<kml/>")]),
                command: "kgeo import kml - --date 2024-08-21 < map.kmz",
                exit: 65,
                says: #"""
                    kgeo: error: standard input: a KMZ archive cannot be read from standard input
                    hint: give it as a file
                    """#),
            ErrorCase(
                title: "a Shapefile without GDAL",
                files: [.init(name: "map.shp", contents: .bytes([0, 0, 0x27, 0x0A, 0, 0, 0, 0]))],
                command: #"K=$(command -v kgeo); PATH=/nowhere "$K" import gdal map.shp"#,
                exit: 65,
                says: #"""
                    kgeo: error: map.shp: GDAL is not installed: there is no program ogrinfo on the PATH
                    hint: install it: apt install gdal-bin, or brew install gdal
                    """#),
            ErrorCase(
                title: "a file that is not for GDAL",
                files: map("<OGRVRTDataSource/>\n"),
                command: "kgeo import gdal map.geojson",
                exit: 66,
                says: #"""
                    kgeo: error: map.geojson: this is no Shapefile (.shp), GeoPackage or FlatGeobuf file
                    hint: kgeo import geojson and kgeo import kml read those; convert others first: ogr2ogr -t_srs EPSG:4326 map.geojson FILE
                    """#),
            ErrorCase(
                title: "an import without its kind",
                files: service("1724272310.geojson"),
                command: "kgeo import 1724272310.geojson",
                exit: 64,
                says: #"""
                    kgeo: error: unexpected argument '1724272310.geojson'
                    hint: kgeo import --help lists the arguments and options
                    """#),
        ])
}
