// Bytes as a map: GeoJSON, scenarios, the files of mapmakers, KML and archives.

import Foundation
import KGeoCore
import KGeoImport
import KGeoJSON
import KGeoMeasure
import KGeoScenario
import PROJKit
import ZIPKit

let mapTargets = [
    FuzzTarget(
        name: "geojson",
        oracle: "pieces of any size give the same features; written and read again they are equal",
        run: geojson),
    FuzzTarget(
        name: "wellknown",
        oracle:
            "a geometry read from binary or text, written in both and read again, is the same; pieces of a table are its rows",
        run: wellKnown),
    FuzzTarget(
        name: "scenario",
        oracle: "a scenario without problems reads twice alike; a broken rule names its place",
        run: scenario),
    FuzzTarget(
        name: "service", oracle: "a service file is read whole or refused with its name", run: service),
    FuzzTarget(name: "kml", oracle: "every position read is finite and on the globe", run: kml),
    FuzzTarget(name: "zip", oracle: "nothing unpacks to more than its limit", run: zip),
    FuzzTarget(
        name: "area", oracle: "PROJ's geodesic polygon, to 1e-9 of the area and 1 µm along the outline",
        run: area),
]

private func document(_ bytes: [UInt8], piece: Int = .max) -> GeoJSONDocument? {
    try? GeoJSONDocument(reading: ByteSource(bytes, pieceSize: piece))
}

private func geojson(_ bytes: [UInt8]) {
    let whole = document(bytes)
    for piece in [1, 7] where document(bytes, piece: piece) != whole {
        failed("pieces of \(piece) give other features")
    }
    guard let whole else { return }
    let places = whole.features.compactMap(\.geometry).flatMap(\.allCoordinates)
    guard places.allSatisfy({ $0.longitude.isFinite && $0.latitude.isFinite }) else {
        failed("a position is no number")
    }
    let text = GeoJSONWriter(options: WriterOptions(precision: nil, followsRightHandRule: false)).text(whole)
    guard let again = document(Array(text.utf8)) else { failed("what was written is refused") }
    if again.features.map(\.geometry) != whole.features.map(\.geometry) {
        failed("written and read again, another shape")
    }
}

// MARK: Well-known binary and text

private func wellKnown(_ bytes: [UInt8]) {
    let reader = WellKnownReader()
    func geometry(_ bytes: [UInt8], isText: Bool) -> Geometry? {
        let builder = GeometryBuilder()
        do throws(Problem) {
            _ =
                try isText
                ? reader.read(text: bytes.span, into: builder)
                : reader.read(binary: bytes.span, into: builder)
        } catch {
            if error.message.isEmpty { failed("a refusal without words") }
            if builder.take() != nil { failed("a geometry in spite of a problem") }
            return nil
        }
        return builder.take()
    }
    for isText in [true, false] {
        guard let read = geometry(bytes, isText: isText) else { continue }
        guard geometry(binary(read), isText: false).map(flat) == flat(read) else {
            failed("written in binary, another geometry")
        }
        guard geometry(Array(text(read).utf8), isText: true).map(flat) == flat(read) else {
            failed("written in text, another geometry")
        }
    }
    let whole = document(bytes)
    for piece in [1, 7] where document(bytes, piece: piece) != whole { failed("pieces give other rows") }
}

/// A geometry as its types and places, further ordinates aside.
private func flat(_ geometry: Geometry) -> String { text(geometry) }

private func text(_ geometry: Geometry) -> String {
    func list(_ positions: Positions) -> String {
        "(" + positions.coordinates.map { "\($0.longitude) \($0.latitude)" }.joined(separator: ",") + ")"
    }
    func bracket(_ parts: [String]) -> String {
        parts.isEmpty ? "EMPTY" : "(" + parts.joined(separator: ",") + ")"
    }
    func line(_ positions: Positions) -> String { positions.count == 0 ? "EMPTY" : list(positions) }
    func polygon(_ polygon: Polygon) -> String { bracket(polygon.rings.map { list($0.positions) }) }
    return geometry.type.rawValue.uppercased() + " "
        + {
            switch geometry {
            case .point(let place): line(place)
            case .multiPoint(let places): line(places)
            case .lineString(let one): line(one.positions)
            case .multiLineString(let lines): bracket(lines.map { line($0.positions) })
            case .polygon(let one): polygon(one)
            case .multiPolygon(let all): bracket(all.polygons.map(polygon))
            case .collection(let members): bracket(members.map(text))
            }
        }()
}

private func binary(_ geometry: Geometry) -> [UInt8] {
    var bytes: [UInt8] = [0]
    func word(_ value: Int) { withUnsafeBytes(of: UInt32(value).bigEndian) { bytes += $0 } }
    func list(_ positions: Positions, counted: Bool = true) {
        if counted { word(positions.count) }
        for value in positions.coordinates.flatMap({ [$0.longitude, $0.latitude] }) {
            withUnsafeBytes(of: value.bitPattern.bigEndian) { bytes += $0 }
        }
    }
    func members(_ geometries: [Geometry]) {
        word(geometries.count)
        for member in geometries { bytes += binary(member) }
    }
    switch geometry {
    case .point(let place):
        word(1)
        list(place.count == 0 ? Positions([Coordinate(.nan, .nan)]) : place, counted: false)
    case .lineString(let line):
        word(2)
        list(line.positions)
    case .polygon(let polygon):
        word(3)
        word(polygon.rings.count)
        for ring in polygon.rings { list(ring.positions) }
    case .multiPoint(let places):
        word(4)
        members(places.coordinates.map { .point(Positions([$0])) })
    case .multiLineString(let lines):
        word(5)
        members(lines.map { .lineString($0) })
    case .multiPolygon(let all):
        word(6)
        members(all.polygons.map { .polygon($0) })
    case .collection(let all):
        word(7)
        members(all)
    }
    return bytes
}

private func scenario(_ bytes: [UInt8]) {
    guard let document = document(bytes) else { return }
    var reader = ScenarioReader()
    let scenario = reader.scenario(document, file: "fuzz")
    var second = ScenarioReader()
    if scenario != second.scenario(document, file: "fuzz") {
        failed("a second reading gives another scenario")
    }
    for problem in reader.problems where problem.place.file == nil { failed("a problem without a file") }
}

private func service(_ bytes: [UInt8]) {
    guard let zone = MapTimeZone("Europe/Kyiv") ?? MapTimeZone("UTC") else { return }
    do throws(Problem) {
        let map = try DeepStateMap.read(
            ByteSource(bytes, name: "1723000000.geojson"), options: ImportOptions(timeZone: zone))
        if map.featureCount == 0 && !map.items.isEmpty { failed("features from nowhere") }
    } catch {
        if error.message.isEmpty { failed("a refusal without words") }
    }
}

private func kml(_ bytes: [UInt8]) {
    guard let zone = MapTimeZone("UTC") else { return }
    var options = ImportOptions(timeZone: zone)
    options.date = CalendarDate(iso: "2025-05-01")
    options.keepsPlaces = true
    options.keepsLines = true
    guard
        let map = try? KMLMap.read(
            ByteSource(bytes, name: "fuzz.kml"), mapping: PropertyMapping(), options: options)
    else { return }
    for item in map.items {
        for place in item.geometry.allCoordinates
        where !place.longitude.isFinite || !(-90...90).contains(place.latitude) {
            failed("a position off the globe")
        }
    }
}

private func zip(_ bytes: [UInt8]) {
    let path = NSTemporaryDirectory() + "kgeo-fuzz-\(getpid()).zip"
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { return }
    guard let archive = try? ZIPArchive(path: path) else { return }
    for entry in archive.entries.prefix(20) {
        var count = 0
        let limit: UInt64 = 1 << 16
        do throws(Problem) {
            try archive.read(entry, limit: limit) { (piece: UnsafeBufferPointer<UInt8>) throws(Problem) in
                count += piece.count
            }
            if UInt64(count) > limit { failed("unpacked to \(count) bytes") }
        } catch {
            if error.message.isEmpty { failed("a refusal without words") }
        }
    }
}

// MARK: Area

/// A ring of coordinates with few digits or many, not wrapped round the globe, against PROJ.
private func area(_ bytes: [UInt8]) {
    guard let first = bytes.first, bytes.count >= 14 else { return }
    let scale = [1e-6, 1e-3, 0.1, 1.0][Int(first) % 4]
    var places: [Coordinate] = []
    var at = 1
    while at + 4 <= bytes.count, places.count < 64 {
        let x = Int16(bitPattern: UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8)
        let y = Int16(bitPattern: UInt16(bytes[at + 2]) | UInt16(bytes[at + 3]) << 8)
        places.append(
            Coordinate(
                max(-170, min(170, Double(x) * scale / 200)),
                max(-89, min(89, 50 * (1 - scale) + Double(y) * scale / 400))))
        at += 4
    }
    guard places.count >= 3 else { return }
    // A half turn of longitude goes over a pole: on which side of it ground lies is anybody's choice.
    let turns = zip(places, places.dropFirst() + [places[0]]).map { abs($0.longitude - $1.longitude) }
    guard !turns.contains(where: { abs($0 - 180) < 1e-9 }) else { return }
    let ours = Measuring.area(of: Polygon(shell: Ring(places + [places[0]])))
    var proj = PolygonAccumulator()
    proj.add(places)
    let theirs = proj.polygon()
    let right = abs(theirs.signedArea)
    let difference = abs(ours.geodesicSquareMetres - right)
    if difference > 1e-3 + 1e-9 * right + 1e-6 * theirs.perimeter {
        failed("\(ours.geodesicSquareMetres) m² for PROJ's \(right)")
    }
}
