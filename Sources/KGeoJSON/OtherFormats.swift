// Files that are not JSON at all but well known: said by name, with the way to GeoJSON.

import KGeoCore

extension GeoJSONReader {
    /// Looks at the first bytes of the source.
    ///
    /// - Throws: a problem that names the format when it is another than JSON.
    mutating func rejectOtherFormats() throws(Problem) {
        try scanner.fill(512)
        let head = UnsafeBufferPointer(start: scanner.cursor, count: min(scanner.available, 512))
        guard let (name, remedy) = Self.otherFormat(head) else { return }
        throw Problem(.json, "this is \(name), not GeoJSON", at: scanner.place(), remedy: remedy)
    }

    /// The kind of the first value.
    ///
    /// - Throws: a problem when no value begins there.
    mutating func firstKind() throws(Problem) -> String {
        let starts = "[\"-0123456789tfn".utf8
        guard starts.contains(scanner.cursor.pointee) else {
            var problem = scanner.unexpected("a value")
            if problem.hint == nil {
                problem.hint = "this is no JSON; export or convert the map to GeoJSON first"
            }
            throw problem
        }
        return try scanner.skipToKind()
    }

    /// What a file is by its first bytes, and what to do with it; nil for what may be JSON.
    private static func otherFormat(_ head: UnsafeBufferPointer<UInt8>) -> (
        name: String, remedy: Remedy
    )? {
        func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
        func begins(_ text: String) -> Bool { head.starts(with: text.utf8) }
        let convert: Remedy = "convert it first: ogr2ogr -f GeoJSON -t_srs EPSG:4326 map.geojson FILE"
        let gdal: Remedy = "\(.importGDAL) FILE makes a scenario of it, or \(convert)"
        let kml: Remedy = "\(.importKML) FILE makes a scenario of it, or \(convert)"
        if begins("PK\u{3}\u{4}") {
            return (
                "a ZIP archive",
                "a KMZ is read by \(.importKML) FILE; unpack another one, and convert a shapefile or KML in it"
            )
        }
        if begins([0x1F, 0x8B]) {
            return ("compressed with gzip twice", "unpack it once: gunzip -c FILE | \(.readStandardInput)")
        }
        if begins([0, 0, 0x27, 0x0A]) { return ("a shapefile", gdal) }
        if begins("SQLite format 3\0") { return ("a GeoPackage or another SQLite database", gdal) }
        if begins("fgb") { return ("a FlatGeobuf file", gdal) }
        if begins("%PDF") { return ("a PDF document", "look for the map's data at its source") }
        if head.count >= 16, head.prefix(16).allSatisfy({ $0 == 0 }) {
            return ("a run of zero bytes", "the file is damaged; fetch or export it again")
        }
        let text = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard text.first == "<" else { return nil }
        let lower = text.lowercased()
        if lower.hasPrefix("<!doctype html") || lower.contains("<html") {
            return (
                "a web page (HTML)",
                "a server may have sent its error page or a login; open it in a browser, then fetch the file again"
            )
        }
        return lower.contains("<kml") ? ("KML", kml) : ("XML", convert)
    }
}
