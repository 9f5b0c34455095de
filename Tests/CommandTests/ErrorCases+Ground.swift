// What is said to bad settlements, borders, buffers and exports.

extension ErrorCases {
    static let reconstruct = ErrorGroup(
        title: "Reconstruction from settlements",
        cases: [
            ErrorCase(
                title: "settlements with the same place",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01
                            Twin,35.2001,51.5001,North,controlled,2024-02-01

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
                    kgeo: error: s.csv: line 4, column 1: Twin stands at the same place as West on line 2
                    hint: settlements must lie at least 50 m apart: correct the coordinates or leave one out
                    """#),
            ErrorCase(
                title: "a border that does not close the window",
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
                            {"type":"LineString","coordinates":[[35,50],[35,51.5]]}

                            """#)),
                ],
                command:
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --border b.geojson --window 34.8,51.3,35.6,51.7 --write out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: b.geojson: the border does not close the window: it ends inside it, at 35, 51.5
                    hint: take a longer part of the border, or a window that it crosses from edge to edge
                    """#),
            ErrorCase(
                title: "a border that is elsewhere",
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
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --border b.geojson --window 1,51.3,2,51.7 --write out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: b.geojson: the border does not cross the window
                    hint: take a longer part of the border, or a window that it crosses from edge to edge
                    """#),
            ErrorCase(
                title: "no window",
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
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --border b.geojson --write out.geojson"#,
                exit: 64,
                says: #"""
                    kgeo: error: the ground is missing
                    hint: give --window west,south,east,north with --border FILE, or --within FILE
                    """#),
            ErrorCase(
                title: "a settlement without coordinates",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01
                            Nowhere,,,North,controlled,2024-02-01

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
                    kgeo: error: s.csv: property "lon", line 4, column 1: Nowhere has no place
                    hint: a settlement without coordinates cannot be used; leave its row out and list it elsewhere
                    """#),
            ErrorCase(
                title: "a settlement on a day that does not exist",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01
                            Late,35.3,51.4,North,controlled,2024-02-30

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
                    kgeo: error: s.csv: property "date", line 4, column 1: Late: 2024-02-30 is no day of the calendar
                    hint: write it in full, like 2024-08-24
                    """#),
            ErrorCase(
                title: "a settlement of unknown status",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01
                            Held,35.3,51.4,North,held,2024-02-01

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
                    kgeo: error: s.csv: property "status", line 4, column 1: Held: unknown status "held"
                    hint: it may be controlled or contested; who holds it stands in the column holder
                    """#),
            ErrorCase(
                title: "a settlement that somebody controls, but who",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status,date
                            West,35.2,51.5,South,controlled,2024-02-01
                            East,35.4,51.5,North,controlled,2024-02-01
                            Whose,35.3,51.4,,controlled,2024-02-01

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
                    kgeo: error: s.csv: property "holder", line 4, column 1: Whose is controlled, but no holder is given
                    hint: say by whom in the column holder, or write contested
                    """#),
            ErrorCase(
                title: "a table without a needed column",
                files: [
                    ErrorCase.File(
                        name: "s.csv",
                        contents: .text(
                            #"""
                            name,lon,lat,holder,status
                            West,35.2,51.5,South,controlled

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
                    kgeo: error: s.csv: the table has no column "date"
                    hint: needed are name, lon, lat, status, date; write it in the first row
                    """#),
            ErrorCase(
                title: "a holder of nothing",
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
                    #"kgeo reconstruct s.csv --holder West --date 2024-02-01 --border b.geojson --window 34.8,51.3,35.6,51.7 --write out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: s.csv: no settlement is ever held by "West"
                    hint: the table has North, South
                    """#),
            ErrorCase(
                title: "no report up to the day",
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
                    #"kgeo reconstruct s.csv --holder South --date 2024-01-01 --border b.geojson --window 34.8,51.3,35.6,51.7 --write out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: s.csv: 0 settlements have a status on that day, and two are needed
                    hint: reports count from their date on; choose a later day
                    """#),
            ErrorCase(
                title: "a reach without its unit",
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
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --border b.geojson --window 34.8,51.3,35.6,51.7 --write out.geojson --method nearest --max-reach 5"#,
                exit: 64,
                says: #"""
                    kgeo: error: --max-reach 5 has no unit
                    hint: write it with one: "5 m" or "5 km"
                    """#),
            ErrorCase(
                title: "a setting of the other way to make a map",
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
                    #"kgeo reconstruct s.csv --holder South --date 2024-02-01 --border b.geojson --window 34.8,51.3,35.6,51.7 --write out.geojson --max-reach 5km"#,
                exit: 64,
                says: #"""
                    kgeo: error: --max-reach belongs to --method nearest
                    hint: give that too, or leave --max-reach out
                    """#),
        ])

    static let buffers = ErrorGroup(
        title: "Buffers",
        cases: [
            ErrorCase(
                title: "a width without its unit",
                files: [
                    ErrorCase.File(
                        name: "line.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,51],[35.1,51.1]]}

                            """#))
                ],
                command: #"kgeo buffer line.geojson --distance 20"#,
                exit: 64,
                says: #"""
                    kgeo: error: --distance 20 has no unit
                    hint: write it with one: "20 m" or "20 km"
                    """#),
            ErrorCase(
                title: "a line made narrower",
                files: [
                    ErrorCase.File(
                        name: "line.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,51],[35.1,51.1]]}

                            """#))
                ],
                command: #"kgeo buffer line.geojson --distance '-1 km'"#,
                exit: 64,
                says: #"""
                    kgeo: error: line.geojson: feature 0: a negative distance shrinks surfaces, and this is a line or a point
                    hint: ask for a distance above 0
                    """#),
            ErrorCase(
                title: "a buffer finer than anyone waits for",
                files: [
                    ErrorCase.File(
                        name: "line.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[-120,0],[-60,40],[0,-40],[60,40],[120,0],[170,50]]}

                            """#))
                ],
                command: #"kgeo buffer line.geojson --distance '1000 km' --buffer-tolerance 1"#,
                exit: 65,
                says: #"""
                    kgeo: error: line.geojson: feature 0: so fine a buffer of so long an outline is too much work
                    hint: a tolerance of 1.76 m fits: --buffer-tolerance
                    """#),
            ErrorCase(
                title: "a buffer wider than a thousand kilometres",
                files: [
                    ErrorCase.File(
                        name: "line.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,51],[35.1,51.1]]}

                            """#))
                ],
                command: #"kgeo buffer line.geojson --distance '2000 km'"#,
                exit: 64,
                says: #"""
                    kgeo: error: a buffer of 2000000 m cannot be made
                    hint: from 1 m to 1,000 km can be asked for, below 0 to shrink areas
                    """#),
            ErrorCase(
                title: "a buffer around a pole",
                files: [
                    ErrorCase.File(
                        name: "pole.geojson",
                        contents: .text(
                            #"""
                            {"type":"Point","coordinates":[0,89.99]}

                            """#))
                ],
                command: #"kgeo buffer pole.geojson --distance '20 km' --output out.geojson"#,
                exit: 65,
                says: #"""
                    kgeo: error: pole.geojson: feature 0: the shape is at a pole or within the distance of it, where no buffer is made
                    hint: ask for a smaller distance
                    """#),
            ErrorCase(
                title: "a section of no feature of that name",
                files: [
                    ErrorCase.File(
                        name: "line.geojson",
                        contents: .text(
                            #"""
                            {"type":"LineString","coordinates":[[35,51],[35.1,51.1]]}

                            """#)),
                    ErrorCase.File(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                            """#)),
                ],
                command: #"kgeo buffer line.geojson --distance '1 km' --section map.geojson#b"#,
                exit: 66,
                says: #"""
                    kgeo: error: map.geojson: no feature has the id or the name "b"
                    hint: the features' ids: a
                    """#),
        ])

    static let exports = ErrorGroup(
        title: "Exports",
        cases: [
            ErrorCase(
                title: "an export into a file",
                files: [
                    ErrorCase.File(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                            """#)),
                    ErrorCase.File(
                        name: "out",
                        contents: .text(
                            #"""
                            mine

                            """#)),
                ],
                command: #"kgeo export map.geojson --to out"#,
                exit: 73,
                says: #"""
                    kgeo: error: out: this is a file, not a folder
                    hint: name a folder; it is made when it is not there
                    """#),
            ErrorCase(
                title: "an export without a map",
                command: #"kgeo export map.geojson --to out"#,
                exit: 66,
                says: #"""
                    kgeo: error: map.geojson: no such file
                    hint: check the path; a relative one starts in the folder you are in
                    """#),
        ])

}
