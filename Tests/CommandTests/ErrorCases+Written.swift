// What is said to the ground of a reconstruction, to what is written with it, and to what would be written wrong.

extension ErrorCases {
    static let grounds = ErrorGroup(
        title: "Ground, and what is written",
        cases: [
            ErrorCase(
                title: "ground without a settlement",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01

                            """#)),
                    ErrorCase.File(
                        name: "g.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"id":"far","role":"reference"},"geometry":{"type":"Polygon","coordinates":[[[40,51],[41,51],[41,52],[40,52],[40,51]]]}}
                            ]}

                            """#)),
                ],
                command:
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --within g.geojson --write out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: g.geojson: no settlement lies in this ground
                    hint: the settlements lie in 35.2,51.5,35.4,51.5; give the ground around them
                    """#),
            ErrorCase(
                title: "as many settlements on either side of the border",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,34.9,51.5,North,controlled,2024-02-01

                            """#)),
                    ErrorCase.File(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,50],[35,53]]}

                            """#)),
                ],
                command:
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --border b.geojson --window 34.8,51.3,35.6,51.7 --write out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: b.geojson: either side of the border has 1 of the settlements
                    hint: name the region that is meant with --region, or give the ground with --within
                    """#),
            ErrorCase(
                title: "ground that crosses itself",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01

                            """#)),
                    ErrorCase.File(
                        name: "g.geojson",
                        contents: .text(
                            #"""
                            {"type":"Polygon","coordinates":[[[35,51],[36,52],[36,51],[35,52],[35,51]]]}

                            """#)),
                ],
                command:
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --within g.geojson --write out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: g.geojson: the ground to divide is not a valid surface: a ring crosses itself
                    hint: kgeo validate says where; kgeo repair makes it valid and says what that changes
                    """#),
            ErrorCase(
                title: "a feature for the scenario without a role",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01

                            """#)),
                    ErrorCase.File(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,50],[35,53]]}

                            """#)),
                    ErrorCase.File(
                        name: "r.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"id":"oblast"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#)),
                ],
                command:
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --border b.geojson --window 34.8,51.3,35.6,51.7 --reference r.geojson --write out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: r.geojson: feature 0 "oblast", property "role": a feature of a scenario needs a role
                    hint: use one of: control, reference, line, place, front
                    """#),
            ErrorCase(
                title: "features of one id for the scenario",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01

                            """#)),
                    ErrorCase.File(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,50],[35,53]]}

                            """#)),
                    ErrorCase.File(
                        name: "r.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"id":"oblast","role":"reference"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                            {"type":"Feature","properties":{"id":"oblast","role":"reference"},"geometry":{"type":"Polygon","coordinates":[[[36,51],[37,51],[37,52],[36,52],[36,51]]]}}
                            ]}

                            """#)),
                ],
                command:
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --border b.geojson --window 34.8,51.3,35.6,51.7 --reference r.geojson --write out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: r.geojson: feature 1 "oblast", property "id": the id stands twice: feature 0 has it too
                    hint: ids are unique in a scenario
                    """#),
            ErrorCase(
                title: "a scenario and a report to one place",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01

                            """#)),
                    ErrorCase.File(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,50],[35,53]]}

                            """#)),
                ],
                command:
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --border b.geojson --window 34.8,51.3,35.6,51.7 --write -"#,
                exit: 64,
                says: #"""
                    kgeo: error: --write and the report would both go to standard output
                    hint: send one of them elsewhere: --write FILE for the scenario, --output FILE for the report
                    """#),
            ErrorCase(
                title: "a repair that its decimals undo",
                files: [
                    ErrorCase.File(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"hole","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,51],[35.004,51],[35.004,51.004],[35,51.004],[35,51]],[[35.003,51.001],[35.0045,51.001],[35.0045,51.002],[35.003,51.002],[35.003,51.001]]]}}
                            ]}

                            """#))
                ],
                command:
                    #"kgeo repair map.geojson --repair-tolerance 20 --precision 2 --write out.geojson > /dev/null"#,
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "hole": with 2 decimals it is not valid: a ring has fewer than three different places; nothing was written
                    hint: write more decimals with --precision
                    """#),
            ErrorCase(
                title: "an export of points that have no role",
                files: [
                    ErrorCase.File(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[35,51]}}
                            ]}

                            """#))
                ],
                command:
                    #"kgeo export map.geojson --to out"#,
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: there is nothing to export
                    hint: of a plain map the areas are read; --set role=place exports places, --set role=line lines
                    """#),
            ErrorCase(
                title: "features without a geometry, to buffer",
                files: [
                    ErrorCase.File(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":null}
                            ]}

                            """#))
                ],
                command:
                    #"kgeo buffer map.geojson --distance "1 km""#,
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: there is no geometry to buffer
                    hint: every feature's geometry is null; give the map that has the shapes
                    """#),
            ErrorCase(
                title: "a folder in a folder that is not there",
                files: [
                    ErrorCase.File(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command:
                    #"kgeo export map.geojson --to no/such/folder"#,
                exit: 73,
                says: #"""
                    kgeo: error: no/such/folder: the folder cannot be created: the folder it would stand in does not exist
                    hint: make that folder first, or name another place
                    """#),
        ])
}
