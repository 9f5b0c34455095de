// Shapefiles for tests, byte by byte, so that rings can be wound and texts encoded as a test wants it.

import TestSupport

/// Writes polygons with one column of text (ESRI Shapefile Technical Description, 1998).
enum ShapefileWriter {
    /// A record: its rings in the order and winding given, and its text in some encoding of a byte a character.
    struct Record {
        var rings: [[(Double, Double)]]
        var text: [UInt8] = Array("x".utf8)
    }

    static func write(_ name: String, _ records: [Record], in folder: TemporaryFolder) throws {
        var (body, index): ([UInt8], [UInt8]) = ([], [])
        for (number, record) in records.enumerated() {
            var starts: [Int32] = []
            var points: [(Double, Double)] = []
            for ring in record.rings {
                starts.append(Int32(points.count))
                points += ring
            }
            var content =
                little(Int32(5)) + box(points) + little(Int32(starts.count)) + little(Int32(points.count))
            content += starts.flatMap { little($0) } + points.flatMap { little($0.0) + little($0.1) }
            index += big(Int32((100 + body.count) / 2)) + big(Int32(content.count / 2))
            body += big(Int32(number + 1)) + big(Int32(content.count / 2)) + content
        }
        let all = records.flatMap { $0.rings.flatMap(\.self) }
        func head(_ count: Int) -> [UInt8] {
            big(Int32(9994)) + [UInt8](repeating: 0, count: 20) + big(Int32((100 + count) / 2))
                + little(Int32(1000)) + little(Int32(5)) + box(all) + [UInt8](repeating: 0, count: 32)
        }
        try folder.write(name + ".shp", bytes: head(body.count) + body)
        try folder.write(name + ".shx", bytes: head(index.count) + index)
        try folder.write(
            name + ".prj",
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"
        )
        let width = 20
        var table: [UInt8] = [3, 124, 1, 1] + little(Int32(records.count)) + [65, 0, UInt8(width + 1), 0]
        table +=
            [UInt8](repeating: 0, count: 20) + Array("zone".utf8) + [UInt8](repeating: 0, count: 7) + [0x43]
        table += [0, 0, 0, 0, UInt8(width), 0] + [UInt8](repeating: 0, count: 14) + [0x0D]
        for record in records {
            table += [0x20] + record.text + [UInt8](repeating: 0x20, count: width - record.text.count)
        }
        try folder.write(name + ".dbf", bytes: table + [0x1A])
    }

    /// A square; clockwise is a shell.
    static func square(_ x: Double, _ y: Double, _ size: Double, clockwise: Bool) -> [(Double, Double)] {
        let ring = [(x, y), (x, y + size), (x + size, y + size), (x + size, y), (x, y)]
        return clockwise ? ring : ring.reversed()
    }

    private static func box(_ points: [(Double, Double)]) -> [UInt8] {
        let (x, y) = (points.map(\.0), points.map(\.1))
        return [x.min(), y.min(), x.max(), y.max()].flatMap { little($0 ?? 0) }
    }

    private static func little(_ number: Int32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    private static func big(_ number: Int32) -> [UInt8] { little(number).reversed() }
    private static func little(_ number: Double) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * UInt64($0))) }
    }
}
