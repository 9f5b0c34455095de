// Bad features of scenarios, and maps with a property mapping.

extension ErrorCases {
    static let features = ErrorGroup(
        title: "Features of a scenario",
        cases: [
            ErrorCase(
                title: "a missing role",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "role": a feature of a scenario needs a role
                    hint: use one of: control, reference, line, place, front
                    """#),
            ErrorCase(
                title: "an unknown role",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"area","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "role": the role "area" is unknown
                    hint: use one of: control, reference, line, place, front
                    """#),
            ErrorCase(
                title: "a missing status",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "status": a control area needs a status
                    hint: use one of: controlled, contested, claimed
                    """#),
            ErrorCase(
                title: "an unknown status",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"taken","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "status": the status "taken" is unknown
                    hint: use one of: controlled, contested, claimed
                    """#),
            ErrorCase(
                title: "an unknown day",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-02-30"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "date": "2024-02-30" is no day of the calendar
                    hint: write it in full, like 2024-08-21; a vague date belongs in date_text
                    """#),
            ErrorCase(
                title: "a vague date",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"late August"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "date": "late August" is no day of the calendar
                    hint: write it in full, like 2024-08-21; a vague date belongs in date_text
                    """#),
            ErrorCase(
                title: "an end before the beginning",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21","date_end":"2024-08-01"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "date_end": date_end 2024-08-01 is before date 2024-08-21
                    hint: date is the first day, date_end the last
                    """#),
            ErrorCase(
                title: "an end without a beginning",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date_end":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "date_end": date_end without date
                    hint: give the first day as date too
                    """#),
            ErrorCase(
                title: "an accuracy below 0",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21","boundary_error_m":-5},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "held", property "boundary_error_m": this must be a number of metres, 0 or more"#
            ),
            ErrorCase(
                title: "an accuracy in words",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21","boundary_error_m":"poor"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "held", property "boundary_error_m": this must be a number of metres, 0 or more"#
            ),
            ErrorCase(
                title: "a link that runs a script",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21","source_url":"javascript:alert(1)"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "held", property "source_url": a link must begin with http, https, mailto or doi"#
            ),
            ErrorCase(
                title: "a holder that is a list",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":["North"],"date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "held", property "holder": this must be a text, not an array"#
            ),
            ErrorCase(
                title: "a property that stands twice",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","status":"contested","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "status": this property stands twice
                    hint: keep the one that is right
                    """#),
            ErrorCase(
                title: "a line as a control area",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"line","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"LineString","coordinates":[[30,50],[31,51]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "line", property "role": a control area must be a Polygon or MultiPolygon, not a LineString"#
            ),
            ErrorCase(
                title: "a surface as a place",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"town","properties":{"role":"place"},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "town", property "role": a place must be a Point, not a Polygon"#
            ),
            ErrorCase(
                title: "two features of one id",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[37,51],[38,51],[38,52],[37,52],[37,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 1 "held", property "id": the id stands twice: feature 0 has it too
                    hint: ids are unique in a scenario
                    """#),
            ErrorCase(
                title: "several rules broken at once",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[{"id":"c","kind":"area","value":8000,"unit":"km2","qualifier":"circa"}]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"taken","holder":"North","date":"2024-13-01"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "date": "2024-13-01" is no day of the calendar
                    hint: write it in full, like 2024-08-21; a vague date belongs in date_text
                    kgeo: error: map.geojson: feature 0 "held", property "status": the status "taken" is unknown
                    hint: use one of: controlled, contested, claimed
                    kgeo: error: map.geojson: claim "c", property "qualifier": "circa" is unknown
                    hint: write about
                    """#),
            ErrorCase(
                title: "a status property that no feature has",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{"state":"held"},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson --status-property status --controlled held",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: no feature has the property "status" of --status-property
                    hint: they have: state
                    """#),
            ErrorCase(
                title: "a unix time without a time zone",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{"day":1724198400},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson --date-property day",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", property "day": a unix time becomes a date only in a stated time zone
                    hint: add --time-zone Europe/Kyiv (known: UTC, Europe/Kyiv, Europe/Moscow, Europe/Berlin, Europe/London, or an offset such as +03:00)
                    """#),
        ])
}
