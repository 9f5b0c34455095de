// Several inputs, outputs, and errors as JSON.

extension ErrorCases {
    static let several = ErrorGroup(
        title: "Several inputs",
        cases: [
            ErrorCase(
                title: "standard input twice",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area - - < map.geojson",
                exit: 64,
                says: #"""
                    kgeo: error: - is given more than once, and standard input can be read only once
                    hint: name a file for the others
                    """#),
            ErrorCase(
                title: "standard input as map and claims",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo check-area - --claims - < map.geojson",
                exit: 64,
                says: #"""
                    kgeo: error: - is given more than once, and standard input can be read only once
                    hint: name a file for the others
                    """#),
            ErrorCase(
                title: "a bad feature among good ones",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}},
                    {"type":"Feature","id":"open","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51]]]}},
                    {"type":"Feature","id":"c","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                out: #"""
                    feature  name or id                   area km²     perimeter km  area lonlat km²
                          0  a                           7,892.062          364.370        7,892.219
                    """#,
                says: #"""
                    kgeo: error: map.geojson: feature 1 "open", ring 0, line 3, column 91, byte 264, at features[1].geometry.coordinates: the ring is not closed: its last position differs from its first
                    hint: repeat the first position at the end
                    kgeo: note: 1 feature was written before the error; --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a bad feature among good ones with --keep-going",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}},
                    {"type":"Feature","id":"open","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51]]]}},
                    {"type":"Feature","id":"c","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson --keep-going",
                exit: 65,
                out: #"""
                    feature  name or id                   area km²     perimeter km  area lonlat km²
                          0  a                           7,892.062          364.370        7,892.219
                          1  open                                –                –                –
                          2  c                           7,892.062          364.370        7,892.219
                      total  2 features                 15,784.123          728.739       15,784.438
                    WGS84 ellipsoid; area with geodesic edges, lonlat with edges straight in longitude and latitude
                    """#,
                says: #"""
                    kgeo: error: map.geojson: feature 1 "open", ring 0, line 3, column 91, byte 264, at features[1].geometry.coordinates: the ring is not closed: its last position differs from its first
                    hint: repeat the first position at the end
                    kgeo: error: 1 of 3 features could not be measured
                    """#),
            ErrorCase(
                title: "a bad feature on the way to a file",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}},
                    {"type":"Feature","id":"open","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson --output areas.txt",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 1 "open", ring 0, line 3, column 91, byte 264, at features[1].geometry.coordinates: the ring is not closed: its last position differs from its first
                    hint: repeat the first position at the end
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "one bad file of three",
                files: [
                    .init(
                        name: "cut.geojson",
                        contents: .text(
                            #"{"type":"Fea"#)),
                    .init(
                        name: "good.geojson",
                        contents: .text(
                            #"""
                            {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                            """#)),
                ],
                command: "kgeo area cut.geojson missing.geojson good.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: cut.geojson: line 1, column 13, byte 12: the text ends where the closing quote of a text is expected
                    hint: the file may have been cut off; fetch or export it again
                    """#),
            ErrorCase(
                title: "one bad file of three with --keep-going",
                files: [
                    .init(
                        name: "cut.geojson",
                        contents: .text(
                            #"{"type":"Fea"#)),
                    .init(
                        name: "good.geojson",
                        contents: .text(
                            #"""
                            {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                            """#)),
                ],
                command: "kgeo area cut.geojson missing.geojson good.geojson --keep-going",
                exit: 65,
                out: #"""
                    feature  name or id                   area km²     perimeter km  area lonlat km²
                    good.geojson
                          0  a                           7,892.062          364.370        7,892.219
                      total  1 feature                   7,892.062          364.370        7,892.219
                    WGS84 ellipsoid; area with geodesic edges, lonlat with edges straight in longitude and latitude
                    """#,
                says: #"""
                    kgeo: error: cut.geojson: line 1, column 13, byte 12: the text ends where the closing quote of a text is expected
                    hint: the file may have been cut off; fetch or export it again
                    kgeo: error: missing.geojson: no such file
                    hint: check the path; a relative one starts in the folder you are in
                    kgeo: error: 2 of 3 files could not be read to the end
                    """#),
            ErrorCase(
                title: "a missing file in kgeo validate",
                files: [
                    .init(
                        name: "good.geojson",
                        contents: .text(
                            #"""
                            {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                            """#))
                ],
                command: "kgeo validate good.geojson missing.geojson",
                exit: 66,
                out: #"""
                    error: missing.geojson: no such file
                      hint: check the path; a relative one starts in the folder you are in
                    good.geojson: map, 1 feature, nothing wrong
                    """#,
                says: #"""
                    kgeo: error: missing.geojson: no such file
                    hint: check the path; a relative one starts in the folder you are in
                    """#),
        ])

    static let outputs = ErrorGroup(
        title: "Output",
        cases: [
            ErrorCase(
                title: "a file that exists",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                            """#)),
                    .init(
                        name: "areas.csv",
                        contents: .text(
                            #"""
                            kept

                            """#)),
                ],
                command: "kgeo area map.geojson --output areas.csv",
                exit: 73,
                says: #"""
                    kgeo: error: areas.csv: the file exists already
                    hint: --force replaces it
                    """#),
            ErrorCase(
                title: "a folder that does not exist",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --output results/areas.csv",
                exit: 73,
                says: #"""
                    kgeo: error: results/areas.csv: the file cannot be created: its folder does not exist
                    hint: make the folder first, or name another place
                    """#),
            ErrorCase(
                title: "a folder as output",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                            """#)),
                    .init(name: "results", contents: .folder),
                ],
                command: "kgeo area map.geojson --output results --force",
                exit: 73,
                says: #"""
                    kgeo: error: results: this is a folder, not a file
                    hint: name a file in it
                    """#),
            ErrorCase(
                title: "the input as output",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --output map.geojson --force",
                exit: 73,
                says: #"""
                    kgeo: error: map.geojson: this file is an input; it would be lost
                    hint: write to another file
                    """#),
            ErrorCase(
                title: "the input as output, by standard input",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area - --output map.geojson --force < map.geojson",
                exit: 73,
                says: #"""
                    kgeo: error: map.geojson: this file is an input; it would be lost
                    hint: write to another file
                    """#),
            ErrorCase(
                title: "an output without a name",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --output ''",
                exit: 64,
                says: #"""
                    kgeo: error: --output needs the name of a file
                    hint: leave it out for standard output
                    """#),
            ErrorCase(
                title: "a link that leads nowhere as output",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "ln -s nowhere areas.csv; kgeo area map.geojson --output areas.csv",
                exit: 73,
                says: #"""
                    kgeo: error: areas.csv: this link leads nowhere
                    hint: delete it, or name another place
                    """#,
                leaves: ["areas.csv"]),
            ErrorCase(
                title: "an export over a file that kgeo did not write",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command:
                    "mkdir out; echo mine > out/README.md; kgeo export map.geojson --set holder=North --to out --force",
                exit: 73,
                says: #"""
                    kgeo: error: out/README.md: kgeo did not write this file, so it is not replaced
                    hint: move it away, or name another folder
                    """#,
                leaves: ["out"]),
            ErrorCase(
                title: "a full disk",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --output /dev/full",
                exit: 74,
                says: "kgeo: error: /dev/full: writing failed: No space left on device",
                needs: "/dev/full"),
            ErrorCase(
                title: "a full disk behind standard output",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson > /dev/full",
                exit: 74,
                says: "kgeo: error: standard output: writing failed: No space left on device",
                needs: "/dev/full"),
            ErrorCase(
                title: "a full disk for a repaired map",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo repair map.geojson --write /dev/full",
                exit: 74,
                says: "kgeo: error: /dev/full: writing failed: No space left on device",
                needs: "/dev/full"),
            ErrorCase(
                title: "a closed standard output",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson >&-",
                exit: 74,
                says: "kgeo: error: standard output: writing failed: Bad file descriptor"),
        ])

    static let objects = ErrorGroup(
        title: "Errors as JSON objects (--format json)",
        cases: [
            ErrorCase(
                title: "swapped axes, as an object",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"harbour","properties":{},"geometry":{"type":"Polygon","coordinates":[[[-33.8,151.2],[-33.7,151.2],[-33.7,151.3],[-33.8,151.2]]]}}
                    ]}

                    """#),
                command: "kgeo area map.geojson --format json",
                exit: 65,
                says:
                    #"{"error":{"code":"coordinate","message":"latitude 151.2 is outside −90…90","file":"map.geojson","line":2,"column":95,"offset":135,"feature":0,"id":"harbour","part":null,"ring":0,"vertex":0,"claim":null,"property":null,"path":"features[0].geometry.coordinates","coordinate":null,"hint":"longitude and latitude look swapped; --swap-xy reads them the other way round"}}"#
            ),
            ErrorCase(
                title: "no such file, as an object",
                command: "kgeo area map.geojson --format json",
                exit: 66,
                says:
                    #"{"error":{"code":"input","message":"no such file","file":"map.geojson","line":null,"column":null,"offset":null,"feature":null,"id":null,"part":null,"ring":null,"vertex":null,"claim":null,"property":null,"path":null,"coordinate":null,"hint":"check the path; a relative one starts in the folder you are in"}}"#
            ),
            ErrorCase(
                title: "a file cut off, as an object",
                files: map(
                    #"{"type":"Feature","id":"a","properties":{"name":"no"#),
                command: "kgeo area map.geojson --format json",
                exit: 65,
                says:
                    #"{"error":{"code":"json","message":"the text ends where the closing quote of a text is expected","file":"map.geojson","line":1,"column":52,"offset":51,"feature":0,"id":"a","part":null,"ring":null,"vertex":null,"claim":null,"property":null,"path":null,"coordinate":null,"hint":"the file may have been cut off; fetch or export it again"}}"#
            ),
            ErrorCase(
                title: "a ring that crosses itself, as an object",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"eight","properties":{"role":"control","status":"controlled","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,51],[31,50],[30,51],[30,50]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson --format json",
                exit: 65,
                says:
                    #"{"error":{"code":"topology","message":"a ring crosses itself at 30.5, 50.5","file":"map.geojson","line":null,"column":null,"offset":null,"feature":0,"id":"eight","part":null,"ring":null,"vertex":null,"claim":null,"property":null,"path":null,"coordinate":[30.5,50.5],"hint":"correct the drawing there; its area would be meaningless"}}"#
            ),
            ErrorCase(
                title: "an unknown qualifier, as an object",
                files: scenario(
                    #"{"id":"c","kind":"area","value":8000,"unit":"km2","qualifier":"circa"}"#),
                command: "kgeo check-area map.geojson --format json",
                exit: 65,
                says:
                    #"{"error":{"code":"claim","message":"\"circa\" is unknown","file":"map.geojson","line":null,"column":null,"offset":null,"feature":null,"id":null,"part":null,"ring":null,"vertex":null,"claim":"c","property":"qualifier","path":null,"coordinate":null,"hint":"write about"}}"#
            ),
            ErrorCase(
                title: "an unknown status, as an object",
                files: map(
                    #"""
                    {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[]},
                    "features":[
                    {"type":"Feature","id":"held","properties":{"role":"control","status":"taken","holder":"North","date":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}
                    ]}

                    """#),
                command: "kgeo check-area map.geojson --format json",
                exit: 65,
                says:
                    #"{"error":{"code":"scenario","message":"the status \"taken\" is unknown","file":"map.geojson","line":null,"column":null,"offset":null,"feature":0,"id":"held","part":null,"ring":null,"vertex":null,"claim":null,"property":"status","path":null,"coordinate":null,"hint":"use one of: controlled, contested, claimed"}}"#
            ),
            ErrorCase(
                title: "an unknown option, as an object",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson --format json --frmat csv",
                exit: 64,
                says:
                    #"{"error":{"code":"usage","message":"unknown option '--frmat'. Did you mean '--format'?","file":null,"line":null,"column":null,"offset":null,"feature":null,"id":null,"part":null,"ring":null,"vertex":null,"claim":null,"property":null,"path":null,"coordinate":null,"hint":"kgeo area --help lists the arguments and options"}}"#
            ),
            ErrorCase(
                title: "a file that exists, as an object",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .text(
                            #"""
                            {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                            """#)),
                    .init(
                        name: "areas.json",
                        contents: .text(
                            #"""
                            kept

                            """#)),
                ],
                command: "kgeo area map.geojson --format json --output areas.json",
                exit: 73,
                says:
                    #"{"error":{"code":"output-create","message":"the file exists already","file":"areas.json","line":null,"column":null,"offset":null,"feature":null,"id":null,"part":null,"ring":null,"vertex":null,"claim":null,"property":null,"path":null,"coordinate":null,"hint":"--force replaces it"}}"#
            ),
        ])
}
