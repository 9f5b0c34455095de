// A bad kgeo member of a scenario.

extension ErrorCases {
    static let header = ErrorGroup(
        title: "The kgeo member",
        cases: [
            ErrorCase(
                title: "a newer schema",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":2,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: "kgeo"."schema" is 2; this kgeo reads schema 1
                    hint: the file was written for a newer kgeo; get that
                    """#),
            ErrorCase(
                title: "a schema in quotes",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":"1","claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: "kgeo"."schema" is a text; this kgeo reads schema 1
                    hint: write "schema": 1
                    """#),
            ErrorCase(
                title: "a kgeo member that is a text",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":"1","features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"kgeo: error: map.geojson: the member "kgeo" must be an object, not a text"#),
            ErrorCase(
                title: "an unknown property of it",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claim":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: the member "kgeo" has an unknown property "claim"
                    hint: it may have schema, title, summary, licence, defaults, words, claims, error_parts, note
                    """#),
            ErrorCase(
                title: "claims that are an object",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":{}},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: "kgeo"."claims" must be an array, not an object
                    hint: write [ {…}, {…} ]
                    """#),
            ErrorCase(
                title: "a claim that is a text",
                files: scenario(
                    #""1300 km2""#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: claim #0 must be an object, not a text
                    hint: kgeo schema shows the form of a claim
                    """#),
            ErrorCase(
                title: "claims that stand twice",
                files: scenario(
                    #"],"claims":["#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: the member "kgeo" has "claims" twice
                    hint: keep the one that is right
                    """#),
            ErrorCase(
                title: "an unknown default",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"defaults":{"sigma":250},"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: "defaults" has an unknown property "sigma"
                    hint: kgeo schema lists the properties of defaults
                    """#),
            ErrorCase(
                title: "a default accuracy below 0",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"defaults":{"boundary_error_m":-1},"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"kgeo: error: map.geojson: "defaults"."boundary_error_m" must be a number, 0 or more"#),
            ErrorCase(
                title: "an unknown time zone",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"defaults":{"time_zone":"Mars/Olympus"},"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: "defaults"."time_zone" is unknown
                    hint: known: UTC, Europe/Kyiv, Europe/Moscow, Europe/Berlin, Europe/London, or an offset such as +03:00
                    """#),
        ])
}
