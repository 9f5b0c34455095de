// Bad JSON: broken off, mistyped, endless, or in another encoding.

extension ErrorCases {
    static let json = ErrorGroup(
        title: "Broken JSON",
        cases: [
            ErrorCase(
                title: "a file cut off",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{"name":"no
                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 2, column 52, byte 92: the text ends where the closing quote of a text is expected
                    hint: the file may have been cut off; fetch or export it again
                    """#),
            ErrorCase(
                title: "a cut after whole features",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ,
                    {"type":"Fea
                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                out: #"""
                    feature  name or id                   area km²     perimeter km  area lonlat km²
                          0  a                           7,892.062          364.370        7,892.219
                    """#,
                says: #"""
                    kgeo: error: map.geojson: feature 1, line 4, column 13, byte 187: the text ends where the closing quote of a text is expected
                    hint: the file may have been cut off; fetch or export it again
                    kgeo: note: 1 feature was written before the error
                    """#),
            ErrorCase(
                title: "NaN as a coordinate",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,NaN],[31,50],[31,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 0, line 1, column 93, byte 92: NaN is no number of JSON
                    hint: leave the position or member out, or write null where no number is known
                    """#),
            ErrorCase(
                title: "Infinity as a coordinate",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[Infinity,50],[31,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 1, line 1, column 98, byte 97: Infinity is no number of JSON
                    hint: leave the position or member out, or write null where no number is known
                    """#),
            ErrorCase(
                title: "minus infinity as a coordinate",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,-Infinity],[31,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 1, line 1, column 102, byte 101: Infinity is no number of JSON
                    hint: leave the position or member out, or write null where no number is known
                    """#),
            ErrorCase(
                title: "a number too large for a double",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,1e999],[31,50],[31,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 0, line 1, column 93, byte 92: the number 1e999 is too large for a double"#
            ),
            ErrorCase(
                title: "a number that begins with 0",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[030,50],[31,50],[31,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "a", ring 0, vertex 0, line 1, column 91, byte 90: a number must not begin with 0 followed by a digit"#
            ),
            ErrorCase(
                title: "a comma too many",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,50],]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 1, column 121, byte 120: a comma stands before the closing "]"
                    hint: take the comma out
                    """#),
            ErrorCase(
                title: "a comma missing",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30 50],[31,50],[31,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says:
                    #"kgeo: error: map.geojson: feature 0 "a", line 1, column 93, byte 92: expected a comma or "]", found "5""#
            ),
            ErrorCase(
                title: "single quotes",
                files: map(
                    #"""
                    {'type':'Point','coordinates':[30,50]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 2, byte 1: expected a member name in quotes, found "'"
                    hint: JSON has double quotes
                    """#),
            ErrorCase(
                title: "a bracket too many after the end",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    }

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                out: #"""
                    feature  name or id                   area km²     perimeter km  area lonlat km²
                          0  a                           7,892.062          364.370        7,892.219
                    """#,
                says: #"""
                    kgeo: error: map.geojson: line 2, column 1, byte 132: there is more after the end of the JSON text
                    hint: several GeoJSON texts in one file must stand on a line each, or begin with a record separator (RFC 8142)
                    kgeo: note: 1 feature was written before the error
                    """#),
            ErrorCase(
                title: "several features without a collection, not one a line",
                files: map(
                    #"""
                    [
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}
                    ]

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: not GeoJSON: the text is an array, not an object with a "type"
                    hint: a map is written {"type":"FeatureCollection","features":[ … ]}
                    """#),
            ErrorCase(
                title: "a type that stands twice",
                files: map(
                    #"""
                    {"type":"Feature","type":"Feature","properties":null,"geometry":null}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0, line 1, column 19, byte 18: the member "type" stands twice in one object
                    hint: keep the one that is right
                    """#),
            ErrorCase(
                title: "features that stand twice",
                files: map(
                    #"""
                    {"type":"FeatureCollection","features":[],"features":[]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 43, byte 42: the member "features" stands twice in one object
                    hint: keep the one that is right
                    """#),
            ErrorCase(
                title: "a wrong escape",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{"path":"C:\maps"},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 1, column 52, byte 51: this escape is not one of JSON's
                    hint: a backslash in a text is written \\, a quote \"
                    """#),
            ErrorCase(
                title: "200 MB of opening brackets",
                command: #"yes '[' | tr -d '\n' | head -c 200000000 | kgeo area -"#,
                exit: 65,
                says: #"""
                    kgeo: error: standard input: line 1, column 513, byte 512: objects and arrays are nested more than 512 deep
                    hint: no map needs that; look at how the file was made
                    """#),
            ErrorCase(
                title: "properties nested 600 deep",
                command:
                    #"(printf '{"type":"Feature","properties":{"a":'; yes '[' | head -n 600) | kgeo area -"#,
                exit: 65,
                says: #"""
                    kgeo: error: standard input: feature 0, line 511, column 1, byte 1056: objects and arrays are nested more than 512 deep
                    hint: no map needs that; look at how the file was made
                    """#),
            ErrorCase(
                title: "a text of 200 MB",
                command: #"(printf '{"type":"'; yes a | tr -d '\n' | head -c 200000000) | kgeo area -"#,
                exit: 65,
                says: #"""
                    kgeo: error: standard input: byte 8: a single text is longer than 16 MiB
                    hint: look at how the file was made; a quote may be missing
                    """#),
            ErrorCase(
                title: "a number of 200 MB",
                command:
                    #"(printf '{"type":"Point","coordinates":['; yes 1 | tr -d '\n' | head -c 200000000) | kgeo area -"#,
                exit: 65,
                says:
                    "kgeo: error: standard input: feature 0, line 1, column 1048577, byte 1048576: a single number is longer than 65536 characters"
            ),
        ])

    static let encodings = ErrorGroup(
        title: "Encodings",
        cases: [
            ErrorCase(
                title: "UTF-16 with a byte-order mark",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .bytes([
                            0xFF, 0xFE, 0x7B, 0x00, 0x22, 0x00, 0x74, 0x00, 0x79, 0x00, 0x70, 0x00, 0x65,
                            0x00, 0x22, 0x00, 0x3A, 0x00, 0x22, 0x00, 0x50, 0x00, 0x6F, 0x00, 0x69, 0x00,
                            0x6E, 0x00, 0x74, 0x00, 0x22, 0x00,
                        ]))
                ],
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: the text is not UTF-8 (it looks like UTF-16 or UTF-32)
                    hint: save the file as UTF-8
                    """#),
            ErrorCase(
                title: "UTF-16 without one",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .bytes([
                            0x7B, 0x00, 0x22, 0x00, 0x74, 0x00, 0x79, 0x00, 0x70, 0x00, 0x65, 0x00, 0x22,
                            0x00, 0x3A, 0x00, 0x22, 0x00, 0x50, 0x00, 0x6F, 0x00, 0x69, 0x00, 0x6E, 0x00,
                            0x74, 0x00, 0x22, 0x00,
                        ]))
                ],
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 2, byte 1: the text is not UTF-8 (it looks like UTF-16 or UTF-32)
                    hint: save the file as UTF-8
                    """#),
            ErrorCase(
                title: "Latin-1",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .bytes([
                            0x7B, 0x22, 0x74, 0x79, 0x70, 0x65, 0x22, 0x3A, 0x22, 0x46, 0x65, 0x61, 0x74,
                            0x75, 0x72, 0x65, 0x22, 0x2C, 0x22, 0x69, 0x64, 0x22, 0x3A, 0x22, 0x61, 0x22,
                            0x2C, 0x22, 0x70, 0x72, 0x6F, 0x70, 0x65, 0x72, 0x74, 0x69, 0x65, 0x73, 0x22,
                            0x3A, 0x7B, 0x22, 0x69, 0x64, 0x22, 0x3A, 0x22, 0xE9, 0x22, 0x7D, 0x2C, 0x22,
                            0x67, 0x65, 0x6F, 0x6D, 0x65, 0x74, 0x72, 0x79, 0x22, 0x3A, 0x7B, 0x22, 0x74,
                            0x79, 0x70, 0x65, 0x22, 0x3A, 0x22, 0x50, 0x6F, 0x6C, 0x79, 0x67, 0x6F, 0x6E,
                            0x22, 0x2C, 0x22, 0x63, 0x6F, 0x6F, 0x72, 0x64, 0x69, 0x6E, 0x61, 0x74, 0x65,
                            0x73, 0x22, 0x3A, 0x5B, 0x5D, 0x7D, 0x7D,
                        ]))
                ],
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0 "a", line 1, column 48, byte 47: the text is not UTF-8: the byte 0xE9 does not begin a character here
                    hint: save the file as UTF-8
                    """#),
            ErrorCase(
                title: "half of a surrogate pair",
                files: map(
                    #"""
                    {"type":"Feature","properties":{"id":"\ud83d"},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0, line 1, column 39, byte 38: half of a surrogate pair stands alone; it is no character
                    hint: write the character itself, or both halves of the pair
                    """#),
            ErrorCase(
                title: "a UTF-8 byte-order mark",
                files: map(
                    "\u{FEFF}{\"type\":\"Point\",\"coordinates\":[30,50]}\n"),
                command: "kgeo validate map.geojson",
                exit: 0,
                out: #"""
                    note: map.geojson: line 1, column 2, byte 3: the text begins with a byte-order mark, which RFC 8259 §8.1 forbids
                    map.geojson: map, 1 feature, 1 finding
                    """#,
                says: ""),
        ])
}
