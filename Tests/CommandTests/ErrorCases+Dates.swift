// Bad days, and claims that no map can answer.

extension ErrorCases {
    static let dates = ErrorGroup(
        title: "Dates",
        cases: [
            ErrorCase(
                title: "no map near the day",
                files: scenario(""),
                command: "kgeo check-area map.geojson --as-of 2022-01-01",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: no map within 3 days of 2022-01-01; the nearest is of 2024-08-21
                    hint: --window-days widens the window
                    """#),
            ErrorCase(
                title: "a map without a date",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson --as-of 2024-08-21",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: the map carries no date
                    hint: --date-property names the property that holds it; --set date=2024-08-21 gives one
                    """#),
            ErrorCase(
                title: "--as-of that is no day",
                files: scenario(""),
                command: "kgeo check-area map.geojson --as-of 2024-02-30",
                exit: 64,
                says: #"""
                    kgeo: error: --as-of 2024-02-30 is no day of the calendar
                    hint: write it in full, like 2024-08-21
                    """#),
            ErrorCase(
                title: "--period that is no span",
                files: scenario(""),
                command: "kgeo check-area map.geojson --claim '5 km2' --measure peak --period 2024-08-21",
                exit: 64,
                says: #"""
                    kgeo: error: --period: "2024-08-21" is no period: two days of the calendar in order
                    hint: write its first and its last day, like 2024-08-06..2025-04-26
                    """#),
            ErrorCase(
                title: "--window-days below 0",
                files: scenario(""),
                command: "kgeo check-area map.geojson --window-days=-1",
                exit: 64,
                says: "kgeo: error: --window-days must be 0 to 3660"),
        ])

    static let findings = ErrorGroup(
        title: "Findings, not errors: the exit code is 0",
        cases: [
            ErrorCase(
                title: "a claim on nothing",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","subject":{"holder":"South"}}"#),
                command: "kgeo check-area map.geojson",
                exit: 0,
                out: #"""
                    c: “8,000 km²”
                      said: 8,000 km², read as 7,500–8,500 km²; rounded to 1,000, as its digits show
                      counting    map  95 %  date  ratio  verdict
                      controlled    –  –     –         –  – cannot be checked
                      → cannot be checked: the map has no area of South

                    In a sentence: held against this map, the figure 8,000 km²: cannot be checked: the map has no area
                    of South.
                    """#,
                says: ""),
            ErrorCase(
                title: "a claim of a day without a map",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","as_of":"2022-01-01"}"#),
                command: "kgeo check-area map.geojson",
                exit: 0,
                out: #"""
                    c: “8,000 km²”
                      said: 8,000 km², read as 7,500–8,500 km²; rounded to 1,000, as its digits show
                      counting    map  95 %  date  ratio  verdict
                      controlled    –  –     –         –  – cannot be checked
                      → cannot be checked: no map within 3 days of 2022-01-01; the nearest is of 2024-08-21, 963 days
                        away

                    In a sentence: held against this map, the figure 8,000 km²: cannot be checked: no map within 3 days
                    of 2022-01-01; the nearest is of 2024-08-21, 963 days away.
                    """#,
                says: ""),
            ErrorCase(
                title: "a claim without a day, on a map of two",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[{"id":"c","kind":"area","value":8000,"unit":"km2"}]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                    {"type":"Feature","id":"later","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-24"},"geometry":{"type":"Polygon","coordinates":[[[37,51],[38,51],[38,52],[37,52],[37,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson",
                exit: 0,
                out: #"""
                    c: “8,000 km²”
                      said: 8,000 km², read as 7,500–8,500 km²; rounded to 1,000, as its digits show
                      counting    map  95 %  date  ratio  verdict
                      controlled    –  –     –         –  – cannot be checked
                      → cannot be checked: the claim gives no date and the map has 2 (from 2024-08-21 to 2024-08-24);
                        set as_of

                    In a sentence: held against this map, the figure 8,000 km²: cannot be checked: the claim gives no
                    date and the map has 2 (from 2024-08-21 to 2024-08-24); set as_of.
                    """#,
                says: ""),
            ErrorCase(
                title: "a map without control areas",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Point","coordinates":[30,50]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson --claim '5 km2'",
                exit: 0,
                out: #"""
                    claim-1: “5 km2”
                      said: 5 km², read as 4.5–5.5 km²; rounded to 1, as its digits show
                      counting    map  95 %  date  ratio  verdict
                      controlled    –  –     –         –  – cannot be checked
                      → cannot be checked: the map has no control area

                    In a sentence: held against this map, the figure 5 km²: cannot be checked: the map has no control
                    area.
                    """#,
                says: "kgeo: note: map.geojson: 1 feature without a surface is left out"),
        ])
}
