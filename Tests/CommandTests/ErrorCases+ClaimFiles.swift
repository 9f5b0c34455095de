// Bad claims in files of their own.

extension ErrorCases {
    static let claimFiles = ErrorGroup(
        title: "Claims in files of their own",
        cases: [
            ErrorCase(
                title: "a table without a column",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,unit
                        c,area,km2

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: claim "c", property "value", line 2: a claim needs a value
                    hint: write the figure as printed, 1300 or [1200, 1300]
                    """#),
            ErrorCase(
                title: "a number in words",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit
                        c,area,many,km2

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: claim "c", property "value", line 2: the figure "many km2" cannot be read: no number was found
                    hint: write it like "about 1,300 km2", "100-400 sq mi" or "up to 20 %"; kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "a number below 0",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit
                        c,area,-5,km2

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: claim "c", property "value", line 2: the figure "-5 km2" cannot be read: a figure cannot be below 0
                    hint: write it like "about 1,300 km2", "100-400 sq mi" or "up to 20 %"; kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "an unknown unit in a table",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit
                        c,area,8000,km2
                        d,area,5,square

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: claim "d", property "unit", line 3: the unit "square" is unknown
                    hint: kgeo schema --units lists the units
                    """#),
            ErrorCase(
                title: "an unknown column",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit,colour
                        c,area,8000,km2,red

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: claim "c", property "colour", line 2: this property is unknown
                    hint: kgeo schema lists the properties of a claim
                    """#),
            ErrorCase(
                title: "a column that stands twice",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,id,kind,value,unit
                        c,d,area,8000,km2

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: line 1, column 1: the column "id" stands twice in the header
                    hint: keep the one that is right
                    """#),
            ErrorCase(
                title: "a row that is too short",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit
                        c,area,8000

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: line 2, column 1: this row has 3 cells, the header 4
                    hint: put a cell that holds a comma in double quotes
                    """#),
            ErrorCase(
                title: "a quote that never ends",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit
                        c,area,"8000,km2

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says:
                    "kgeo: error: claims.csv: line 2, column 1: a quoted cell that begins in this row never ends"
            ),
            ErrorCase(
                title: "a table parted by semicolons",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id;kind;value;unit
                        c;area;8000;km2

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: line 1, column 1: the cells are parted by ";", not by commas
                    hint: save the table as comma-separated values (CSV, UTF-8)
                    """#),
            ErrorCase(
                title: "a table in Latin-1",
                files: withClaims(
                    "claims.csv",
                    .bytes([
                        0x69, 0x64, 0x2C, 0x6B, 0x69, 0x6E, 0x64, 0x2C, 0x76, 0x61, 0x6C, 0x75, 0x65, 0x2C,
                        0x75, 0x6E, 0x69, 0x74, 0x2C, 0x71, 0x75, 0x6F, 0x74, 0x65, 0x0A, 0x63, 0x2C, 0x61,
                        0x72, 0x65, 0x61, 0x2C, 0x35, 0x2C, 0x6B, 0x6D, 0x32, 0x2C, 0xE9, 0x0A,
                    ])),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: line 2: the text is not UTF-8
                    hint: save the file as UTF-8
                    """#),
            ErrorCase(
                title: "an empty table",
                files: withClaims(
                    "claims.csv",
                    .text(
                        "")),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: this file holds no claim
                    hint: kgeo schema shows the form of a claim
                    """#),
            ErrorCase(
                title: "a header alone",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: this file holds no claim
                    hint: kgeo schema shows the form of a claim
                    """#),
            ErrorCase(
                title: "an id that stands twice in a table",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit
                        c,area,8000,km2
                        c,area,9000,km2

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claim "c", property "id": another claim has the same id
                    hint: give each claim an id of its own, in the map and in --claims
                    """#),
            ErrorCase(
                title: "a share without a denominator in a table",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit
                        c,share,20,percent

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claims.csv: claim "c", property "of", line 2: a share needs a denominator
                    hint: write {"official":"UA"} or {"id":"…"}; in CSV a column of with UA or an id
                    """#),
            ErrorCase(
                title: "a denominator that the map does not have",
                files: withClaims(
                    "claims.csv",
                    .text(
                        #"""
                        id,kind,value,unit,of
                        c,share,20,percent,XX

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 65,
                says: #"""
                    kgeo: error: claim "c": no feature of map.geojson has the id "XX"
                    hint: nothing is known by its name: GeoData was not found; KGEO_DATA names the folder it lies in; official areas: UA, UA-59, RU-KRS; the features' ids: held
                    """#),
            ErrorCase(
                title: "claims that are no list",
                files: withClaims(
                    "claims.json",
                    .text(
                        #"""
                        {"figures":[]}

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.json",
                exit: 65,
                says: #"""
                    kgeo: error: claims.json: this file holds no list of claims
                    hint: write [ … ] or {"claims":[ … ]}
                    """#),
            ErrorCase(
                title: "claims of which one is a number",
                files: withClaims(
                    "claims.json",
                    .text(
                        #"""
                        [1300]

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.json",
                exit: 65,
                says: #"""
                    kgeo: error: claims.json: claim "#0": a claim must be an object, not a number
                    hint: kgeo schema shows the form of a claim
                    """#),
            ErrorCase(
                title: "claims that are cut off",
                files: withClaims(
                    "claims.json",
                    .text(
                        #"[{"id":"c""#)),
                command: "kgeo check-area map.geojson --claims claims.json",
                exit: 65,
                says: #"""
                    kgeo: error: claims.json: line 1, column 11, byte 10: the text ends where a comma or "}" is expected
                    hint: the file may have been cut off; fetch or export it again
                    """#),
            ErrorCase(
                title: "an empty list of claims",
                files: withClaims(
                    "claims.json",
                    .text(
                        #"""
                        []

                        """#)),
                command: "kgeo check-area map.geojson --claims claims.json",
                exit: 65,
                says: #"""
                    kgeo: error: claims.json: this file holds no claim
                    hint: kgeo schema shows the form of a claim
                    """#),
            ErrorCase(
                title: "claims that are not there",
                files: scenario(""),
                command: "kgeo check-area map.geojson --claims claims.csv",
                exit: 66,
                says: #"""
                    kgeo: error: claims.csv: no such file
                    hint: check the path; a relative one starts in the folder you are in
                    """#),
        ])
}
