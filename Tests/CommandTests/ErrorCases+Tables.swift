// Tables with a column of geometries that cannot be read, or are not clear.

extension ErrorCases {
    private static func table(_ text: String) -> [ErrorCase.File] {
        [.init(name: "map.csv", contents: .text(text))]
    }

    static let tables = ErrorGroup(
        title: "Tables with a column of geometries",
        cases: [
            ErrorCase(
                title: "a column that is not there",
                files: table("id,wkt\nA,POINT(1 2)\n"),
                command: "kgeo area map.csv --geometry-column outline",
                exit: 65,
                says: #"""
                    kgeo: error: map.csv: line 1, column 1, byte 0: the table has no column "outline"
                    hint: its columns: id, wkt
                    """#),
            ErrorCase(
                title: "two columns that may hold the geometries",
                files: table("id,geom_wkt,geom_wkb\nA,POINT(1 2),\n"),
                command: "kgeo area map.csv",
                exit: 65,
                says: #"""
                    kgeo: error: map.csv: line 1, column 1, byte 0: 2 columns may hold the geometries: geom_wkt, geom_wkb
                    hint: say which with --geometry-column
                    """#),
            ErrorCase(
                title: "well-known text with commas and without quotes",
                files: table("id,wkt\nA,LINESTRING(1 2,3 4)\n"),
                command: "kgeo length map.csv",
                exit: 65,
                says: #"""
                    kgeo: error: map.csv: feature 0, line 2: this row has 3 cells, the first row 2
                    hint: put a cell that holds a comma in double quotes
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a quoted cell that never ends",
                files: table("id,wkt\nA,\"POINT(1 2)\n"),
                command: "kgeo area map.csv",
                exit: 65,
                says: #"""
                    kgeo: error: map.csv: line 2, column 1, byte 7: a quoted cell that begins in this row never ends
                    hint: the file may have been cut off; fetch or export it again
                    """#),
            ErrorCase(
                title: "a ring in well-known text that is not closed",
                files: table("id;wkt\nA;POLYGON((30 50,31 50,31 51,30 50.5))\n"),
                command: "kgeo area map.csv",
                exit: 65,
                says: #"""
                    kgeo: error: map.csv: feature 0 "A", ring 0, property "wkt", line 2, byte 17: the ring is not closed: its last position differs from its first
                    hint: repeat the first position at the end
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a curve",
                files: table("id,wkt\nA,\"CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))\"\n"),
                command: "kgeo area map.csv",
                exit: 65,
                says: #"""
                    kgeo: error: map.csv: feature 0 "A", property "wkt", line 2, byte 10: the geometry type CURVEPOLYGON is not read
                    hint: curves and patches must be made straight before: ST_CurveToLine in PostGIS, or ogr2ogr -nlt CONVERT_TO_LINEAR
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "well-known binary that is cut off",
                files: table("id,wkb\nA,01030000000100\n"),
                command: "kgeo area map.csv",
                exit: 65,
                says: #"""
                    kgeo: error: map.csv: feature 0 "A", property "wkb", line 2, byte 19: the geometry is cut off: 4 bytes are to come, 2 are there
                    hint: the value was cut off, perhaps by the width of a column; export it again
                    kgeo: note: --keep-going passes over bad features
                    """#),
            ErrorCase(
                title: "a reference system that is not known",
                files: table("id,wkt\nA,SRID=999999;POINT(500000 5500000)\n"),
                command: "kgeo area map.csv",
                exit: 65,
                says: #"""
                    kgeo: error: map.csv: feature 0 "A", property "wkt", line 2, byte 14: PROJ knows no coordinate reference system EPSG:999999
                    kgeo: note: --keep-going passes over bad features
                    """#),
        ])
}
