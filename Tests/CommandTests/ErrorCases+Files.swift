// Files that cannot be read, or are not JSON at all.

extension ErrorCases {
    static let files = ErrorGroup(
        title: "Files",
        cases: [
            ErrorCase(
                title: "no such file",
                command: "kgeo area map.geojson",
                exit: 66,
                says: #"""
                    kgeo: error: map.geojson: no such file
                    hint: check the path; a relative one starts in the folder you are in
                    """#),
            ErrorCase(
                title: "a folder instead of a file",
                files: [
                    .init(name: "maps", contents: .folder)
                ],
                command: "kgeo repair maps",
                exit: 66,
                says: #"""
                    kgeo: error: maps: this is a folder, not a file
                    hint: name the files in it
                    """#),
            ErrorCase(
                title: "a path through a file",
                files: map(
                    #"""
                    {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}}

                    """#),
                command: "kgeo area map.geojson/part",
                exit: 66,
                says: #"""
                    kgeo: error: map.geojson/part: a part of this path is not a folder
                    hint: check the path; a relative one starts in the folder you are in
                    """#),
            ErrorCase(
                title: "a file that may not be read",
                files: [
                    .init(name: "map.geojson", contents: .locked)
                ],
                command: "kgeo area map.geojson",
                exit: 66,
                says: #"""
                    kgeo: error: map.geojson: this file may not be read (permission denied)
                    hint: ask its owner for the right to read it, or copy it as a user who may
                    """#,
                needsRights: true),
            ErrorCase(
                title: "a file that fails while it is read",
                command: "kgeo area /proc/self/mem",
                exit: 66,
                says: "kgeo: error: /proc/self/mem: reading failed: Input/output error",
                needs: "/proc/self/mem"),
            ErrorCase(
                title: "an empty file",
                files: map(
                    ""),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: the file is empty
                    hint: fetch or export it again; nothing was measured
                    """#),
            ErrorCase(
                title: "an empty standard input",
                command: "kgeo area - </dev/null",
                exit: 65,
                says: #"""
                    kgeo: error: standard input: line 1, column 1, byte 0: the file is empty
                    hint: fetch or export it again; nothing was measured
                    """#),
        ])

    static let otherFormats = ErrorGroup(
        title: "Files of another format",
        cases: [
            ErrorCase(
                title: "a web page",
                files: map(
                    #"""
                    <!DOCTYPE html>
                    <html><body>404 not found</body></html>

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: this is a web page (HTML), not GeoJSON
                    hint: a server may have sent its error page or a login; open it in a browser, then fetch the file again
                    """#),
            ErrorCase(
                title: "KML",
                files: map(
                    #"""
                    <?xml version="1.0"?>
                    <kml xmlns="http://www.opengis.net/kml/2.2"></kml>

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: this is KML, not GeoJSON
                    hint: kgeo import kml FILE makes a scenario of it, or convert it first: ogr2ogr -f GeoJSON -t_srs EPSG:4326 map.geojson FILE
                    """#),
            ErrorCase(
                title: "other XML",
                files: map(
                    #"""
                    <gpx></gpx>

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: this is XML, not GeoJSON
                    hint: convert it first: ogr2ogr -f GeoJSON -t_srs EPSG:4326 map.geojson FILE
                    """#),
            ErrorCase(
                title: "a ZIP archive",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .bytes([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00]))
                ],
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: this is a ZIP archive, not GeoJSON
                    hint: a KMZ is read by kgeo import kml FILE; unpack another one, and convert a shapefile or KML in it
                    """#),
            ErrorCase(
                title: "gzip data with a wrong checksum",
                files: [
                    .init(
                        name: "map.geojson.gz",
                        contents: .bytes([
                            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56,
                            0x2A, 0xA9, 0x2C, 0x48, 0x55, 0xB2, 0x52, 0x0A, 0xC8, 0xCF, 0xCC, 0x2B,
                            0x51, 0xD2, 0x51, 0x4A, 0xCE, 0xCF, 0x2F, 0x4A, 0xC9, 0xCC, 0x4B, 0x2C,
                            0x49, 0x2D, 0x56, 0xB2, 0x8A, 0x36, 0xD4, 0x31, 0x8A, 0xAD, 0x05, 0x00,
                            0x6F, 0x15, 0x19, 0x8F, 0x24, 0x00, 0x00, 0x00,
                        ]))
                ],
                command: "kgeo area map.geojson.gz",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson.gz: the gzip data is damaged: incorrect data check
                    hint: gzip -t FILE tests it; fetch or compress it again
                    """#),
            ErrorCase(
                title: "gzip data that was cut off",
                files: [
                    .init(
                        name: "map.geojson.gz",
                        contents: .bytes([
                            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56,
                            0x2A, 0xA9, 0x2C, 0x48, 0x55, 0xB2, 0x52, 0x0A, 0xC8, 0xCF, 0xCC, 0x2B,
                            0x51, 0xD2, 0x51, 0x4A, 0xCE, 0xCF, 0x2F, 0x4A, 0xC9, 0xCC, 0x4B, 0x2C,
                            0x49, 0x2D, 0x56, 0xB2, 0x8A, 0x36, 0xD4, 0x31, 0x8A, 0xAD, 0x05,
                        ]))
                ],
                command: "kgeo area map.geojson.gz",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson.gz: the gzip data ends before its end
                    hint: the file may have been cut off; fetch or compress it again
                    """#),
            ErrorCase(
                title: "a file compressed with gzip twice",
                files: [
                    .init(
                        name: "map.geojson.gz",
                        contents: .bytes([
                            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x93, 0xEF,
                            0xE6, 0x60, 0x00, 0x01, 0x26, 0xE6, 0xD5, 0x61, 0x5A, 0x2B, 0x75, 0x3C,
                            0x42, 0x37, 0x05, 0x71, 0x9D, 0x38, 0x7F, 0x46, 0x3B, 0xF0, 0x52, 0xA0,
                            0xD7, 0xB9, 0xF3, 0xFA, 0x5E, 0x27, 0xCF, 0x78, 0xEB, 0x78, 0xEA, 0x86,
                            0x6D, 0xEA, 0x32, 0xBB, 0x62, 0xD8, 0xB5, 0x96, 0x95, 0x21, 0x5F, 0x54,
                            0x72, 0xBE, 0x0A, 0x50, 0x3D, 0x00, 0xA9, 0x7B, 0x0F, 0x58, 0x38, 0x00,
                            0x00, 0x00,
                        ]))
                ],
                command: "kgeo area map.geojson.gz",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson.gz: line 1, column 1, byte 0: this is compressed with gzip twice, not GeoJSON
                    hint: unpack it once: gunzip -c FILE | kgeo … -
                    """#),
            ErrorCase(
                title: "a shapefile",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .bytes([
                            0x00, 0x00, 0x27, 0x0A, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                            0x00, 0x00, 0x00,
                        ]))
                ],
                command: "kgeo area map.geojson",
                exit: 66,
                says: #"""
                    kgeo: error: map.geojson: this is a part of a Shapefile, not the one that GDAL opens
                    hint: give the file that ends in .shp, with its .shx, .dbf and .prj beside it
                    """#),
            ErrorCase(
                title: "a GeoPackage",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .bytes([
                            0x53, 0x51, 0x4C, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6F, 0x72, 0x6D, 0x61, 0x74,
                            0x20, 0x33, 0x00,
                        ]))
                ],
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: GDAL's ogrinfo failed with code 1
                    hint: the file may be damaged; fetch or export it again
                    """#,
                needs: "/usr/bin/ogrinfo"),
            ErrorCase(
                title: "a PDF",
                files: map(
                    #"""
                    %PDF-1.7

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: this is a PDF document, not GeoJSON
                    hint: look for the map's data at its source
                    """#),
            ErrorCase(
                title: "zero bytes",
                files: [
                    .init(
                        name: "map.geojson",
                        contents: .bytes([
                            0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                            0x00, 0x00, 0x00,
                        ]))
                ],
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: this is a run of zero bytes, not GeoJSON
                    hint: the file is damaged; fetch or export it again
                    """#),
            ErrorCase(
                title: "a table of coordinates",
                files: map(
                    #"""
                    lon,lat
                    30.5,50.4

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 1, byte 0: this is a table, and no column is named as one of geometries
                    hint: its columns: lon, lat; say which holds WKB or WKT with --geometry-column
                    """#),
            ErrorCase(
                title: "TopoJSON",
                files: map(
                    #"""
                    {"type":"Topology","objects":{},"arcs":[]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: line 1, column 42, byte 41: not GeoJSON: the type "Topology" is unknown
                    hint: this is TopoJSON; convert it to GeoJSON first
                    """#),
            ErrorCase(
                title: "Esri JSON",
                files: map(
                    #"""
                    {"geometryType":"esriGeometryPolygon",
                    "features":[{"attributes":{},"geometry":{"rings":[[[30,50],[31,50],[31,51],[30,50]]]}}]}

                    """#),
                command: "kgeo area map.geojson",
                exit: 65,
                says: #"""
                    kgeo: error: map.geojson: feature 0, line 2, column 85, byte 123, at features[0].geometry: this geometry has no "type"
                    hint: this looks like Esri JSON; ask the server for f=geojson
                    kgeo: note: --keep-going passes over bad features
                    """#),
        ])
}
