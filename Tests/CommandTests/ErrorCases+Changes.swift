// Maps that cannot be compared, and what diff and series refuse.

extension ErrorCases {
    static let changes = ErrorGroup(
        title: "Changes between maps",
        cases: [
            ErrorCase(
                title: "one map alone",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo diff map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: there is one map in this file, and a change needs two
                    hint: name a second file, or a scenario with several dates
                    """#),
            ErrorCase(
                title: "three maps for a diff",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "c.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson c.geojson",
                exit: 64,
                says: #"""
                    kgeo: error: diff takes two maps, or one scenario with several dates, not 3 files
                    hint: kgeo series takes many
                    """#),
            ErrorCase(
                title: "several sides, and none chosen",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"who":"North"},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}},
                            {"type":"Feature","properties":{"who":"South"},"geometry":{"type":"Polygon","coordinates":[[[36,48],[37,48],[37,49],[36,49],[36,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"who":"North"},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}},
                            {"type":"Feature","properties":{"who":"South"},"geometry":{"type":"Polygon","coordinates":[[[36,48],[37,48],[37,49],[36,49],[36,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson --holder-property who",
                exit: 65,
                says: #"""
                    kgeo: error: a.geojson: several sides hold ground on this map, and their changes are not one
                    hint: choose one with --holder: North, South
                    """#),
            ErrorCase(
                title: "a side that is not there",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"who":"North"},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}},
                            {"type":"Feature","properties":{"who":"South"},"geometry":{"type":"Polygon","coordinates":[[[36,48],[37,48],[37,49],[36,49],[36,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"who":"North"},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}},
                            {"type":"Feature","properties":{"who":"South"},"geometry":{"type":"Polygon","coordinates":[[[36,48],[37,48],[37,49],[36,49],[36,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson --holder-property who --holder East",
                exit: 65,
                says: #"""
                    kgeo: error: a.geojson: nothing on the map is held by "East"
                    hint: holders: North, South
                    """#),
            ErrorCase(
                title: "a region that no feature names",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson --region Kursk",
                exit: 65,
                says: #"""
                    kgeo: error: a.geojson: nothing on the map lies in a region "Kursk"
                    hint: no feature names a region; --by FILE cuts the ground by areas
                    """#),
            ErrorCase(
                title: "a day without a map",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"day":"2024-08-10"},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}},
                            {"type":"Feature","properties":{"day":"2024-08-20"},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo diff map.geojson --date-property day --from 2024-08-11",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: there is no map of 2024-08-11
                    hint: dates: 2024-08-10, 2024-08-20
                    """#),
            ErrorCase(
                title: "two maps, one with several days",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"day":"2024-08-10"},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}},
                            {"type":"Feature","properties":{"day":"2024-08-20"},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b_20240830.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{"day":"2024-08-30"},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b_20240830.geojson --date-property day",
                exit: 65,
                says: #"""
                    kgeo: error: a.geojson: this file has maps of several dates
                    hint: say which with --from; dates: 2024-08-10, 2024-08-20
                    """#),
            ErrorCase(
                title: "a map that crosses itself",
                files: [
                    .init(
                        name: "map_20250501.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "map_20250502.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,49],[36,48],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff map_20250501.geojson map_20250502.geojson --quiet",
                exit: 65,
                says: #"""
                    kgeo: error: map_20250502.geojson: feature 0: a ring crosses itself at 35.5, 48.5
                    hint: correct the drawing there; its area would be meaningless
                    """#),
            ErrorCase(
                title: "ground around a pole",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,80],[90,80],[180,80],[-90,80],[0,80]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,80],[90,80],[180,80],[-90,80],[0,80]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson --quiet",
                exit: 65,
                says: #"""
                    kgeo: error: a.geojson and b.geojson: ground around a pole cannot be laid over other ground
                    """#),
            ErrorCase(
                title: "a status that counts for nothing",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson --counting held",
                exit: 64,
                says: #"""
                    kgeo: error: --counting: "held" is no status that counts as held
                    hint: use one or more of controlled, contested, claimed, joined with +: controlled+contested
                    """#),
            ErrorCase(
                title: "a noise factor below 0",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson --noise-factor=-1",
                exit: 64,
                says: #"""
                    kgeo: error: --noise-factor must be a number, 0 or more
                    """#),
            ErrorCase(
                title: "regions without an area",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "roads.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[35,48],[36,48]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson --by roads.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: roads.geojson: there is no area in this file
                    hint: areas are Polygons and MultiPolygons, such as oblasts or districts
                    """#),
            ErrorCase(
                title: "two outputs in one file",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson --export p.geojson --output p.geojson",
                exit: 64,
                says: #"""
                    kgeo: error: --export and the report would both go to p.geojson
                    hint: name two files
                    """#),
            ErrorCase(
                title: "pieces over a file that is there",
                files: [
                    .init(
                        name: "a.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "b.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "p.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo diff a.geojson b.geojson --export p.geojson",
                exit: 73,
                says: #"""
                    kgeo: error: p.geojson: the file exists already
                    hint: --force replaces it
                    """#),
            ErrorCase(
                title: "a map of no day in a series",
                files: [
                    .init(
                        name: "map_20250501.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[37,48],[37,50],[35,50],[35,48]]]}}
                            ]}

                            """#)),
                ],
                command: "kgeo series map_20250501.geojson map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: of which day is this map? Neither its features nor its name say
                    hint: give --date-property NAME or --set date=2025-05-01, or a name such as map_20250501.geojson or a unix time (1724272310.geojson)
                    """#),
            ErrorCase(
                title: "a folder without maps",
                files: [.init(name: "maps", contents: .folder)],
                command: "kgeo series maps",
                exit: 66,
                says: #"""
                    kgeo: error: maps: there is no map in this folder
                    hint: maps end in .geojson, .json, .geojsonl, .geojsons, .geojsonseq, .gz
                    """#),
            ErrorCase(
                title: "a folder that is not there",
                files: [],
                command: "kgeo series maps",
                exit: 66,
                says: #"""
                    kgeo: error: maps: no such file
                    hint: check the path; a relative one starts in the folder you are in
                    """#),
            ErrorCase(
                title: "no map in the time asked for",
                files: [
                    .init(
                        name: "map_20250501.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo series map_20250501.geojson --from 2025-06-01",
                exit: 65,
                says: #"""
                    kgeo: error: the one map does not lie between --from and --to
                    """#),
            ErrorCase(
                title: "the chart in the place of the report",
                files: [
                    .init(
                        name: "map_20250501.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#))
                ],
                command: "kgeo series map_20250501.geojson --chart x --output x",
                exit: 64,
                says: #"""
                    kgeo: error: --chart and the report would both go to x
                    hint: name two files
                    """#),
            ErrorCase(
                title: "two claims of one name over a series",
                files: [
                    .init(
                        name: "map_20250501.geojson",
                        contents: .text(
                            #"""
                            {"type":"FeatureCollection","features":[
                            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,49],[35,48]]]}}
                            ]}

                            """#)),
                    .init(
                        name: "c.csv",
                        contents: .text(
                            #"""
                            id,kind,value,unit
                            a,area,8000,km2
                            a,area,9000,km2

                            """#)),
                ],
                command: "kgeo series map_20250501.geojson --claims c.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claim "a", property "id": another claim has the same id
                    hint: give each claim an id of its own
                    """#),
        ])
}
