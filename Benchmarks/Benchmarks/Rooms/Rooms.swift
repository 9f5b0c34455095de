// Kernel, scanner, reader, writer and overlay, each on its own. Every figure is of a thousand vertices or numbers.

import Benchmark
import KGeoControl
import KGeoCore
import KGeoJSON
import KGeoMeasure
import KGeoSurface

/// A closed ring whose radius has waves, so that its edges are of many lengths and directions.
func ring(_ count: Int, radius: Double, waves: Double, at middle: Coordinate = Coordinate(35, 48))
    -> [Coordinate]
{
    var places = (0..<count - 1).map { i -> Coordinate in
        let turn = Double(i) / Double(count - 1)
        // A triangle wave in place of sines: no rounding that differs from machine to machine.
        func wave(_ x: Double) -> Double { 4 * abs(x - x.rounded(.down) - 0.5) - 1 }
        let r = radius * (1 + 0.1 * wave(turn * waves) + 0.01 * wave(turn * Double(count) / 5))
        return Coordinate(middle.longitude + 1.5 * r * wave(turn), middle.latitude + r * wave(turn + 0.25))
    }
    places.append(places[0])
    return places
}

/// A collection of one polygon per ring, its numbers with so many decimals.
func collection(_ rings: [[Coordinate]], decimals: Int?) -> String {
    let features = rings.map {
        Feature(geometry: .polygon(Polygon(shell: Ring($0))), properties: JSONObject())
    }
    return GeoJSONWriter(options: WriterOptions(precision: decimals)).text(
        GeoJSONDocument(features: features))
}

/// A text read to its end, its geometry measured or dropped.
func read(_ text: [UInt8], into sink: any GeometrySink) throws {
    var reader = GeoJSONReader(ByteSource(text))
    while try reader.nextFeature(into: sink) != nil {}
}

/// A sink that wants nothing.
final class Drain: GeometrySink {
    func beginGeometry() {}
    func positions(_ block: Span<Coordinate>) {}
    func endPath() {}
    func endGroup() {}
    func endGeometry(_ type: GeometryType) {}
    func discardGeometry() {}
}

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .seconds(2))

    // Kernel: edges of 300 m; edges of 100 km, which go through PROJ.
    let short = ring(1_001, radius: 0.5, waves: 9)
    let long = ring(1_001, radius: 40, waves: 400, at: Coordinate(20, 5))
    Benchmark("kernel: a ring of 1,000 short edges, area and perimeter") { _ in
        blackHole(Measuring.ring(Ring(short)))
    }
    Benchmark("kernel: a ring of 1,000 long edges, area and perimeter") { _ in
        blackHole(Measuring.ring(Ring(long)))
    }
    Benchmark("kernel: a line of 1,000 short edges, length") { _ in blackHole(Measuring.length(of: short)) }

    // Scanner and reader: 1,000 positions of 6 decimals, and of the 17 digits that some programs write.
    let tidy = Array(collection([short], decimals: 6).utf8)
    let digits = short.map { "[\($0.longitude.nextUp),\($0.latitude / 3)]" }.joined(separator: ",")
    let untidy = Array("{\"type\":\"LineString\",\"coordinates\":[\(digits)]}".utf8)
    let numbers = Array(
        "[\(short.map { "\($0.latitude / 3),1e-7,\($0.longitude)" }.joined(separator: ","))]".utf8)
    Benchmark("scanner: 3,000 numbers as JSON values, kept with their text") { _ in
        blackHole(try JSONText.value(reading: ByteSource(numbers)))
    }
    Benchmark("reader: 1,000 positions of 6 decimals, nothing kept") { _ in try read(tidy, into: Drain()) }
    Benchmark("reader: 1,000 positions of 17 digits, nothing kept") { _ in try read(untidy, into: Drain()) }
    Benchmark("reader and kernel: 1,000 positions, area and perimeter") { _ in
        try read(tidy, into: AreaSink())
    }
    Benchmark("reader: 1,000 positions, all kept") { _ in
        blackHole(try GeoJSONDocument(reading: ByteSource(tidy)))
    }

    // Writer.
    let document = GeoJSONDocument(features: [
        Feature(geometry: .polygon(Polygon(shell: Ring(short))), properties: JSONObject())
    ])
    Benchmark("writer: 1,000 positions, 7 decimals") { _ in blackHole(GeoJSONWriter().text(document)) }
    Benchmark("writer: 1,000 positions, all digits") { _ in
        blackHole(GeoJSONWriter(options: WriterOptions(precision: nil)).text(document))
    }

    // Overlay: a front of 1,000 vertices that has moved, and neighbours that are put together.
    let moved = short.map { Coordinate($0.longitude + 0.013, $0.latitude + 0.007) }
    let maps = [short, moved].map { Polygon(shell: Ring($0)) }
    Benchmark("overlay: union of two maps of 1,000 vertices") { _ in blackHole(try Dissolve.union(maps)) }
    Benchmark("overlay: ground gained and lost, with its error") { _ in
        let area = ControlAreaMeasurer(settings: ErrorSettings())
        let grounds = try maps.map { map -> MeasuredGround in
            let parts = [ControlPart(polygons: [map], boundaryError: 500)]
            return MeasuredGround(try area.measure(parts), parts: parts)
        }
        blackHole(try area.change(from: grounds[0], to: grounds[1]))
    }
}
