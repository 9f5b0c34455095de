// What is said to bad fronts and shares.

extension ErrorCases {
    static let fronts = ErrorGroup(
        title: "Fronts, shares and errors of distances",
        cases: [
            ErrorCase(
                title: "a front of a map without ground",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,50],[35,53]]}

                            """#))
                ],
                command: "kgeo front map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: the map has no control area, so it has no front
                    hint: a control area is a polygon with the role control, or any polygon of a plain map
                    """#),
            ErrorCase(
                title: "a front of a map of several days",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                            {"type":"Feature","id":"later","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-09-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: the map has 2 dates (2024-08-21 to 2024-09-21)
                    hint: say which day with --as-of
                    """#),
            ErrorCase(
                title: "a front of a day without a map",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                            {"type":"Feature","id":"later","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-09-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --as-of 2024-09-01",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: no map within 3 days of 2024-09-01; the nearest is of 2024-08-21
                    hint: --window-days widens the window
                    """#),
            ErrorCase(
                title: "a side that the map does not have",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                            {"type":"Feature","id":"south","properties":{"role":"control","status":"controlled","holder":"South","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,50],[36,50],[36,51],[35,51],[35,50]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --between North,West",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: no control area of the map has the holder, status or id "West"
                    hint: holders: North, South; statuses: controlled; ids: held, south
                    """#),
            ErrorCase(
                title: "holders that are not in contact",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                            {"type":"Feature","id":"south","properties":{"role":"control","status":"controlled","holder":"South","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,49],[36,49],[36,50],[35,50],[35,49]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --minus none",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: no two of the holders North, South are in contact within 200 m
                    hint: --tolerance widens it; --between with one holder takes the outline of that holder's ground alone
                    """#),
            ErrorCase(
                title: "several pairs of holders in contact",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                            {"type":"Feature","id":"south","properties":{"role":"control","status":"controlled","holder":"South","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,50],[36,50],[36,51],[35,51],[35,50]]]}},
                            {"type":"Feature","id":"east","properties":{"role":"control","status":"controlled","holder":"East","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[36,50],[37,50],[37,52],[36,52],[36,50]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --minus none",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: several pairs of holders are in contact: North,South (70.6 km), North,East (112 km), South,East (112 km)
                    hint: say which with --between
                    """#),
            ErrorCase(
                title: "three sides of a front",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                            {"type":"Feature","id":"south","properties":{"role":"control","status":"controlled","holder":"South","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,50],[36,50],[36,51],[35,51],[35,50]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --between North,South,East",
                exit: 64,
                says: #"""
                    kgeo: error: --between North,South,East does not name one or two sides
                    hint: write two holders, statuses or ids with a comma, like Russia,Ukraine
                    """#),
            ErrorCase(
                title: "a ruler that is no length",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --ruler 1km,wide",
                exit: 64,
                says: #"""
                    kgeo: error: --ruler "wide" is no length
                    hint: write digits and a unit, like "20 km" or 300m
                    """#),
            ErrorCase(
                title: "a ruler given twice",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --ruler 1km,1000m",
                exit: 64,
                says: #"""
                    kgeo: error: --ruler 1km,1000m does not name rulers
                    hint: up to 100 different ones from 1 cm to 1,000 km, like 1km,2km,5km
                    """#),
            ErrorCase(
                title: "a ruler finer than anyone waits for",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --minus none --ruler 0.1m,1km",
                exit: 64,
                says: #"""
                    kgeo: error: --ruler 0.1m,1km is too fine for a line of 361 km
                    hint: its walks take more than 20 million steps; a finest ruler of 1 m fits
                    """#),
            ErrorCase(
                title: "a tolerance out of range",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --tolerance '200 km'",
                exit: 64,
                says: #"""
                    kgeo: error: --tolerance 200 km must be 1 mm to 100 km
                    """#),
            ErrorCase(
                title: "a front claim that is no length",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --claim '1,200 km2'",
                exit: 64,
                says: #"""
                    kgeo: error: --claim: "1,200 km2" is no length
                    hint: write it like "about 1,200 km"
                    """#),
            ErrorCase(
                title: "a border without a line",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"Point","coordinates":[35,50]}

                            """#)),
                ],
                command: "kgeo front map.geojson --minus b.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: b.geojson: it holds no line and no surface
                    hint: --minus takes borders and coasts; --minus none leaves nothing out
                    """#),
            ErrorCase(
                title: "sectors without an area",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,50],[35,53]]}

                            """#)),
                ],
                command: "kgeo front map.geojson --minus none --by b.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: b.geojson: there is no area in this file
                    hint: areas are Polygons and MultiPolygons, such as oblasts or districts
                    """#),
            ErrorCase(
                title: "a name of sectors that is not there",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --minus none --by map.geojson --name-property oblast",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: no feature has the property "oblast" of --name-property
                    hint: they have: role, status, holder, date
                    """#),
            ErrorCase(
                title: "the side of a surface that is not given",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --own-side",
                exit: 64,
                says: #"""
                    kgeo: error: --own-side speaks of surfaces of --minus, and none is given
                    hint: the outline of Ukraine in GeoData is taken with its side already
                    """#),
            ErrorCase(
                title: "front and report to one place",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --minus none --export f.geojson --output f.geojson",
                exit: 64,
                says: #"""
                    kgeo: error: --export and the report would both go to f.geojson
                    hint: send one of them elsewhere
                    """#),
            ErrorCase(
                title: "an unknown counting",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo front map.geojson --counting all",
                exit: 64,
                says: #"""
                    kgeo: error: --counting: "all" is no status that counts as held
                    hint: use one or more of controlled, contested, claimed, joined with +: controlled+contested
                    """#),
            ErrorCase(
                title: "a share of nothing that is known",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo share map.geojson --of ZZ",
                exit: 64,
                says: #"""
                    kgeo: error: --of ZZ is no file, no region and no official area
                    hint: nothing is known by its name: GeoData was not found; KGEO_DATA names the folder it lies in; official areas: UA, UA-59, RU-KRS
                    """#),
            ErrorCase(
                title: "a share of a line",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,50],[35,53]]}

                            """#)),
                ],
                command: "kgeo share map.geojson --of b.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: b.geojson: it holds no surface
                    hint: a share is one of polygons
                    """#),
            ErrorCase(
                title: "a share of ground of two days",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}},
                            {"type":"Feature","id":"later","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-09-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo share map.geojson --of UA",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: the areas are of 2 dates (2024-08-21 to 2024-09-21)
                    hint: name one with FILE#ID: ground of several days is no part of anything
                    """#),
            ErrorCase(
                title: "an official area that is unknown",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo share map.geojson --of map.geojson --official ZZ",
                exit: 64,
                says: #"""
                    kgeo: error: --official ZZ is unknown
                    hint: official areas: UA, UA-59, RU-KRS
                    """#),
            ErrorCase(
                title: "a share claim that is no share",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo share map.geojson --of UA --claim '20 km2'",
                exit: 64,
                says: #"""
                    kgeo: error: --claim: "20 km2" is no share
                    hint: write it like "about 20 %"
                    """#),
            ErrorCase(
                title: "a share of ground that crosses itself",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"Polygon","coordinates":[[[35,51],[36,52],[36,51],[35,52],[35,51]]]}

                            """#))
                ],
                command: "kgeo share map.geojson --of UA",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0: a ring crosses itself at 35.5, 51.5
                    hint: correct the drawing there; its area would be meaningless
                    """#),
            ErrorCase(
                title: "a share around a pole",
                files: [
                    .init(
                        name: "cap.geojson",
                        contents: .text(
                            #"""
                            {"type":"Polygon","coordinates":[[[0,80],[120,80],[-120,80],[0,80]]]}

                            """#)),
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo share map.geojson --of cap.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: ground around a pole cannot be laid over other ground
                    hint: cut both along a meridian into parts that do not go around it
                    """#),
            ErrorCase(
                title: "an error of a line below zero",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","id":"held","properties":{"boundary_error_m":-5,"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo distance map.geojson 30,50",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "held", property "boundary_error_m": must be a number of metres, 0 or more
                    """#),
        ])
}
