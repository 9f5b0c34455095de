// Bad places: coordinates, reference systems, topology.

extension ErrorCases {
    static let coordinates = ErrorGroup(
        title: "Coordinates",
        cases: [
            ErrorCase(
                title: "whole turns of longitude",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[395,50],[396,50],[396,51],[395,51],[395,50]]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 0, line 1, column 89, byte 88, at geometry.coordinates: longitude 395 is outside −360…360
                    hint: this is longitude 35 and one whole turn more, as of a map that was scrolled round the globe: subtract 360 from every longitude of the drawing; if these are metres, say of which system with --crs EPSG:n
                    """#),
            ErrorCase(
                title: "swapped axes",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"harbour","properties":{},"geometry":{"type":"Polygon","coordinates":[[[-33.8,151.2],[-33.7,151.2],[-33.7,151.3],[-33.8,151.2]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "harbour", ring 0, vertex 0, line 2, column 95, byte 135, at features[0].geometry.coordinates: latitude 151.2 is outside −90…90
                    hint: longitude and latitude look swapped; --swap-xy reads them the other way round
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "positions in metres",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"plan","properties":{},"geometry":{"type":"Polygon","coordinates":[[[3339584,6446275],[3450904,6446275],[3450904,6621293],[3339584,6446275]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "plan", ring 0, vertex 0, line 2, column 92, byte 132, at features[0].geometry.coordinates: longitude 3339584 is outside −360…360
                    hint: these look like projected coordinates in metres; say which with --crs EPSG:n (3857 for web maps)
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a latitude just off the globe",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"cap","properties":{},"geometry":{"type":"Polygon","coordinates":[[[100,90],[120,90],[120,90.0001],[100,90]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "cap", ring 0, vertex 2, line 2, column 109, byte 149, at features[0].geometry.coordinates: latitude 90.0001 is outside −90…90
                    hint: this is a pole, missed by rounding: write 90
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a text as a coordinate",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[["30,5",50],[31,50],[31,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 0, line 2, column 90, byte 130, at features[0].geometry.coordinates: a position must hold numbers, found a text
                    hint: write numbers without quotes, with a point before decimals
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "null as a coordinate",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[null,50],[31,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 1, line 2, column 98, byte 138, at features[0].geometry.coordinates: a position must hold numbers, found null
                    hint: a position is longitude, then latitude: [30.5,50.4]
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a position of 1 number",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 2, line 2, column 105, byte 145, at features[0].geometry.coordinates: a position needs at least two numbers, this one has 1
                    hint: a position is longitude, then latitude: [30.5,50.4]
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "an empty position",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[],[31,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 1, line 2, column 97, byte 137, at features[0].geometry.coordinates: this position is empty
                    hint: a position is longitude, then latitude: [30.5,50.4]
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "the place in a part of a MultiPolygon",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}},
                    {"type":"Feature","id":"b","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[30,50],[31,50],[31,51],[30,51],[30,50]]],[[[40,50],[41,50],[41,51],[40,50]],[[40.1,50.1],[40.2,50.1],[40.2,95],[40.1,50.1]]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                out: #"""
                    feature  name or id                   area km²     perimeter km  area lonlat km²
                          0  a                           7,892.062          364.370        7,892.219
                    """#,
                says: #"""
                    kgeo: error: map.geojson: feature 1 "b", part 1, ring 1, vertex 2, line 3, column 197, byte 370, at features[1].geometry.coordinates: latitude 95 is outside −90…90
                    hint: longitude and latitude look swapped; --swap-xy reads them the other way round
                    kgeo: note: 1 feature was written before the error; --keep-going passes over bad features
                    """#),
        ])

    static let referenceSystems = ErrorGroup(
        title: "Reference systems",
        cases: [
            ErrorCase(
                title: "a crs after the features",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ],
                    "crs":{"type":"name","properties":{"name":"EPSG:3857"}}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                out: #"""
                    feature  name or id                   area km²     perimeter km  area lonlat km²
                          0  a                           7,892.062          364.370        7,892.219
                    """#,
                says: #"""
                    kgeo: error: map.geojson: line 4, column 7, byte 182: the file says only after its features that they are in "EPSG:3857"
                    hint: --crs EPSG:3857 reads them so from the beginning
                    kgeo: note: 1 feature was written before the error
                    """#),
            ErrorCase(
                title: "a crs that is a PROJ string",
                files: map(
                    #"""
                    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"+proj=laea"}},"features":[]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 35, byte 34: "+proj=laea" is not the name of a coordinate reference system that kgeo reads
                    hint: write EPSG:<number>, or CRS84 for longitude and latitude on WGS84
                    """#),
            ErrorCase(
                title: "a crs that is a link",
                files: map(
                    #"""
                    {"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"x.prj"}},"features":[]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 35, byte 34: this "crs" names no coordinate reference system
                    hint: give it with --crs EPSG:n
                    """#),
            ErrorCase(
                title: "a crs that PROJ does not know",
                files: map(
                    #"""
                    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:99999"}},"features":[]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 35, byte 34: PROJ knows no coordinate reference system EPSG:99999
                    hint: give it with --crs EPSG:n
                    """#),
            ErrorCase(
                title: "--crs that PROJ does not know",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --crs EPSG:99999",
                exit: 64,
                says: #"""
                    kgeo: error: --crs EPSG:99999: PROJ knows no coordinate reference system EPSG:99999
                    hint: write EPSG:<number> as the maker of the map gives it, or CRS84 for longitude and latitude
                    """#),
            ErrorCase(
                title: "--crs that is no name",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --crs utm37",
                exit: 64,
                says: #"""
                    kgeo: error: --crs utm37: "utm37" is not the name of a coordinate reference system that kgeo reads
                    hint: write EPSG:<number>, or CRS84 for longitude and latitude on WGS84
                    """#),
            ErrorCase(
                title: "--crs that would read a file",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --crs '+proj=longlat +nadgrids=shift.gsb'",
                exit: 64,
                says: #"""
                    kgeo: error: --crs +proj=longlat +nadgrids=shift.gsb: "+nadgrids=shift.gsb" is not accepted in a PROJ string: it reads a grid from a file
                    hint: write EPSG:<number> as the maker of the map gives it, or CRS84 for longitude and latitude
                    """#),
        ])

    static let topology = ErrorGroup(
        title: "Topology and repair",
        cases: [
            ErrorCase(
                title: "a ring that crosses itself",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"eight","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,51],[31,50],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "eight": a ring crosses itself at 30.5, 50.5
                    hint: correct the drawing there; its area would be meaningless
                    """#),
            ErrorCase(
                title: "a crossing ring in kgeo area",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"eight","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,51],[31,50],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson --check-topology",
                exit: 65,
                says: #"""
                    kgeo: note: map.geojson: feature 0 "eight": the ring encloses nothing: it crosses itself so that its parts cancel, or runs there and back
                    kgeo: error: map.geojson: feature 0 "eight": a ring crosses itself at 30.5, 50.5
                    hint: correct the drawing there; its area would be meaningless
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a hole outside its shell",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"hole","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,50]],[[40,50],[41,50],[41,51],[40,50]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "hole": a hole lies outside its shell at 40, 50
                    hint: correct the drawing there; its area would be meaningless
                    """#),
            ErrorCase(
                title: "a crossing ring in kgeo validate",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"eight","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,51],[31,50],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo validate map.geojson",
                exit: 65,
                out: #"""
                    error: map.geojson: feature 0 "eight": a ring crosses itself at 30.5, 50.5
                      hint: correct the drawing there; its area would be meaningless
                    map.geojson: map, 1 feature, 1 finding
                    """#,
                says: ""),
            ErrorCase(
                title: "a repair that changes too much",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"eight","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,51],[31,50],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo repair map.geojson --write fixed.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "eight": repairing by linework changes its area by 100 %, more than 1 %; nothing was written
                    hint: look at the drawing there, try the other --method, or raise --repair-tolerance
                    """#),
            ErrorCase(
                title: "a tolerance below 0",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo repair map.geojson --repair-tolerance=-1",
                exit: 64,
                says: "kgeo: error: --repair-tolerance must be 0 or more, in per cent"),
            ErrorCase(
                title: "a precision that no number has",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo repair map.geojson --precision 99",
                exit: 64,
                says: "kgeo: error: --precision must be 0 to 15"),
            ErrorCase(
                title: "map and report to one place",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo repair map.geojson --write -",
                exit: 64,
                says: #"""
                    kgeo: error: --write and the report would both go to standard output
                    hint: send one of them elsewhere: --write FILE for the map, --output FILE for the report
                    """#),
            ErrorCase(
                title: "a repaired map over its input",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"eight","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,51],[31,50],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo repair map.geojson --write map.geojson --force --repair-tolerance 100",
                exit: 73,
                says: #"""
                    kgeo: error: map.geojson: this file is an input; it would be lost
                    hint: write to another file
                    """#),
        ])
}
