// JSON that is no GeoJSON.

extension ErrorCases {
    static let geojson = ErrorGroup(
        title: "JSON that is not GeoJSON",
        cases: [
            ErrorCase(
                title: "an array of numbers",
                files: map(
                    #"""
                    [30,50]

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: not GeoJSON: the text is an array, not an object with a "type"
                    hint: a map is written {"type":"FeatureCollection","features":[ … ]}
                    """#),
            ErrorCase(
                title: "an object without a type",
                files: map(
                    #"""
                    {"name":"map"}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 14, byte 13: not GeoJSON: this object has no "type"
                    hint: a map is written {"type":"FeatureCollection","features":[ … ]}
                    """#),
            ErrorCase(
                title: "an unknown type of the whole",
                files: map(
                    #"""
                    {"type":"Map","features":[]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 15, byte 14: not GeoJSON: the type "Map" is unknown
                    hint: an object with "features" is a FeatureCollection
                    """#),
            ErrorCase(
                title: "a collection whose features are an object",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":{}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 40, byte 39: "features" must be an array, not an object
                    hint: a map is written {"type":"FeatureCollection","features":[ … ]}
                    """#),
            ErrorCase(
                title: "a collection without features",
                files: map(
                    #"""
                    {"type":"FeatureCollection"}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 28, byte 27: this FeatureCollection has no "features"
                    hint: a map is written {"type":"FeatureCollection","features":[ … ]}
                    """#),
            ErrorCase(
                title: "a geometry among the features",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Point","coordinates":[30,50]}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0, line 2, column 2, byte 42, at features[0]: expected a Feature, found "type": "Point"
                    hint: wrap the geometry in a Feature
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a feature without geometry",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 2, column 43, byte 83, at features[0]: this Feature has no "geometry"
                    hint: a feature without a place has "geometry": null
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "an unknown geometry type",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Circle","coordinates":[30,50]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 2, column 63, byte 103, at features[0].geometry: the geometry type "Circle" is unknown
                    hint: use one of: Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a geometry type in lower case",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 2, column 63, byte 103, at features[0].geometry: the geometry type "polygon" is unknown
                    hint: types are spelled with capitals: Polygon
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a ring that is not closed",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"open","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "open", ring 0, line 2, column 91, byte 131, at features[0].geometry.coordinates: the ring is not closed: its last position differs from its first
                    hint: repeat the first position at the end
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a ring of 3 positions",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"thin","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "thin", ring 0, line 2, column 91, byte 131, at features[0].geometry.coordinates: a ring needs at least 4 positions, the last like the first; this one has 3
                    hint: draw at least three corners, or leave the ring out
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a line of 1 position",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"LineString","coordinates":[[30,50]]}}
                    ]}

                    """#),
                command: "kgeo length map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 2, column 90, byte 130, at features[0].geometry.coordinates: a line needs at least 2 positions; this one has 1
                    hint: draw a second position, or make it a Point
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "coordinates not nested deep enough",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[30,50],[31,50],[31,51],[30,50]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 2, column 89, byte 129, at features[0].geometry.coordinates: a number stands where an array is expected: the coordinates are not nested deep enough
                    hint: the coordinates of a Polygon have the form [[[30.5,50.4],…],…]
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "coordinates nested too deep",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[[30,50],[31,50],[31,51],[30,51],[30,50]]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 0, line 2, column 90, byte 130, at features[0].geometry.coordinates: a position must hold numbers, found an array
                    hint: the coordinates of a Polygon have the form [[[30.5,50.4],…],…]
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "coordinates nested far too deep",
                files: map(
                    #"""
                    {"type":"Polygon","coordinates":[[[[[[30,50]]]]]]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0, ring 0, vertex 0, line 1, column 36, byte 35, at coordinates: a position must hold numbers, found an array
                    hint: the coordinates of a Polygon have the form [[[30.5,50.4],…],…]
                    """#),
            ErrorCase(
                title: "250 collections inside each other",
                command:
                    #"(for i in $(seq 250); do printf '{"type":"GeometryCollection","geometries":['; done) | kgeo area -"#,
                exit: 65,
                says: #"""
                    kgeo: error: standard input: feature 0, line 1, column 1419, byte 1418, at geometries[0].geometries[0].geometries[0].geomet…ies[0].geometries[0].geometries[0].geometries[0]: collections are nested more than 32 deep
                    hint: put the geometries into one collection
                    """#),
            ErrorCase(
                title: "250 collections in a file",
                command:
                    #"(for i in $(seq 250); do printf '{"type":"GeometryCollection","geometries":['; done) > deep.json; kgeo repair deep.json; c=$?; rm deep.json; exit $c"#,
                exit: 65,
                says: #"""
                    kgeo: error: deep.json: feature 0, line 1, column 1419, byte 1418, at geometries[0].geometries[0].geometries[0].geomet…ies[0].geometries[0].geometries[0].geometries[0]: collections are nested more than 32 deep
                    hint: put the geometries into one collection
                    """#),
            ErrorCase(
                title: "properties that are a list",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":[1],"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 2, column 41, byte 81, at features[0]: "properties" must be an object or null, not an array
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "an id that is an object",
                files: map(
                    #"""
                    {"type":"Feature","id":{},"properties":{},"geometry":null}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0, line 1, column 24, byte 23: "id" must be a text or a number, not an object"#
            ),
        ])
}
