// Chunks read from the middle: wherever a file is cut, what the reader takes over and what it reads itself add up
// to what it reads alone, problems and places included.

import Foundation
import KGeoCore
import KGeoJSON
import TestSupport
import Testing

@Suite struct ChunkTests {
    /// What a reader alone gives, or one that takes over chunks.
    struct Outcome: Hashable {
        var features: [String] = []
        var problems: [Problem] = []
        var collection = CollectionRecord()
        /// Features that came out of chunks.
        var takenOver = 0

        static func == (a: Outcome, b: Outcome) -> Bool {
            a.features == b.features && a.problems == b.problems && a.collection == b.collection
        }
    }

    /// A sink whose places can be looked at after each feature.
    final class Places: GeometrySink {
        private var places: [Coordinate] = []
        func take() -> [Coordinate] {
            defer { places = [] }
            return places
        }
        func beginGeometry() {}
        func positions(_ block: Span<Coordinate>) { for i in block.indices { places.append(block[i]) } }
        func endPath() {}
        func endGroup() {}
        func endGeometry(_ type: GeometryType) {}
        func discardGeometry() { places = [] }
    }

    /// Moves positions by a degree to the east: a conversion that a `crs` asks for.
    static var options: ReaderOptions {
        ReaderOptions(resolveCRS: { name throws(Problem) in
            guard name == "east" else { return nil }
            return { block throws(Problem) in
                for i in block.indices { block[i].longitude += 1 }
            }
        })
    }

    static func alone(_ path: String) throws -> Outcome { try read(path, chunk: nil) }

    /// Reads a file, cut into chunks of some size.
    static func read(_ path: String, chunk size: Int?) throws -> Outcome {
        var outcome = Outcome()
        let source = try ByteSource(path: path)
        var reader = GeoJSONReader(source, options: options)
        let sink = Places()
        while true {
            do {
                if let size, let place = try reader.nextStart(), let surroundings = reader.surroundings,
                    let file = source.seekableFile
                {
                    let begins = place.offset / size * size
                    let other = Places()
                    var read: [(label: String?, places: [Coordinate])] = []
                    let chunk = FeatureChunk.read(
                        file.file, begins..<min(begins + size, file.size), in: surroundings, options: options,
                        window: 1 << 10, into: other, isAbandoned: { false },
                        take: { record in
                            read.append((record.label, other.take()))
                            return true
                        })
                    if let chunk, chunk.start == place.offset {
                        for (i, feature) in read.prefix(chunk.count).enumerated() {
                            outcome.features.append(
                                "\(reader.featuresBegun + i) \(feature.label ?? "") \(feature.places)")
                        }
                        outcome.takenOver += chunk.count
                        if let next = chunk.next {
                            #expect(next.offset >= min(begins + size, file.size))
                        }
                        reader.skip(
                            chunk.count, to: place.adding(chunk.end), hadPositions: chunk.hadPositions)
                        continue
                    }
                }
                guard let record = try reader.nextFeature(into: sink) else { break }
                outcome.features.append("\(record.index) \(record.label ?? "") \(sink.take())")
            } catch {
                outcome.problems.append(error)
                guard outcome.problems.count < 100, reader.recover(from: error) else { break }
            }
        }
        outcome.collection = reader.collection
        return outcome
    }

    static func point(_ i: Int, _ more: String = "") -> String {
        "{\"type\":\"Feature\",\"id\":\(i),\(more)\"properties\":{\"n\":\"п\(i)\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[\(i % 90),\(i % 80).5]}}"
    }

    /// Properties and texts in which something looks like the next feature.
    static let traps = [
        "\"a\":[{\"b\":1},{\"b\":2},{\"type\":\"Feature\"}],",
        "\"a\":\"},{\\\"type\\\":\\\"Feature\\\"\",", "\"a\":[[{}],[{}],{\"features\":[{},{}]}],",
        "\"a\":[\(point(1)),\(point(2)),\(point(3))],", "\"a\":\"x\\n{ } , {\",",
    ]

    static func collection(_ features: [String], _ head: String = "", _ tail: String = "") -> String {
        "{\(head)\"type\":\"FeatureCollection\",\"features\":[" + features.joined(separator: " ,\n ") + "]"
            + tail + "}\n"
    }

    static func some(_ count: Int, changing changes: [Int: String] = [:]) -> [String] {
        (0..<count).map { changes[$0] ?? point($0, $0 % 7 == 3 ? traps[$0 % traps.count] : "") }
    }

    static let texts: [String] = [
        collection(some(30)), collection(some(30), "", ",\"name\":\"é\",\"bbox\":[0,0,1,1]"),
        collection(some(30, changing: [17: point(17).replacingOccurrences(of: "17.5", with: "117.5")])),
        collection(some(30, changing: [9: "7", 20: "{\"type\":\"feature\"}", 21: point(21, "\"id\":1,")])),
        collection(some(30, changing: [12: String(point(12).dropLast(3))])),
        collection(some(30)) + "x", String(collection(some(30)).dropLast(40)),
        collection(some(30), "", ",\"crs\":{\"properties\":{\"name\":\"east\"}}"),
        collection(some(30), "\"crs\":{\"properties\":{\"name\":\"east\"}},"),
        collection(some(12), "\"crs\":{\"properties\":{\"name\":\"east\"}},") + collection(some(12)),
        some(30).joined(separator: "\n") + "\n", some(30).joined(separator: "\r\n\n ") + "\nx\n" + point(9),
        some(30, changing: [4: collection(some(9)), 5: collection([]), 20: "{", 21: "[]"]).joined(
            separator: "\n"),
        some(30).map { "\u{1E}" + $0 + "\n" }.joined(),
        some(30, changing: [6: "{\"type\":", 7: collection(some(4))]).map { "\u{1E} " + $0 + "\n" }.joined(),
        some(3).joined(separator: " "), collection([]), "", "[1,2]", point(1),
        (0..<9).map { collection(some(9 + $0)) }.joined(),
    ]

    @Test(arguments: texts.indices) func cutsChangeNothing(index: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("map.geojson", Self.texts[index])
        let alone = try Self.alone(path)
        var takenOver = 0
        for size in [40, 100, 137, 250, 600, 1_000, 5_000, 100_000] {
            let outcome = try Self.read(path, chunk: size)
            #expect(outcome == alone, "chunks of \(size) bytes")
            takenOver += outcome.takenOver
        }
        if alone.features.count > 20 { #expect(takenOver > 20) }
    }

    /// Every place of a file as the beginning of a chunk: it is used only where the reader would come to stand.
    @Test func everyCutIsUsedOnlyWhereAFeatureBegins() throws {
        let folder = try TemporaryFolder()
        let features = (0..<6).map { Self.point($0, Self.traps[$0 % Self.traps.count]) }
        let text = Self.collection(features)
        let path = try folder.write("map.geojson", text)
        let source = try ByteSource(path: path)
        var reader = GeoJSONReader(source, options: Self.options)
        let sink = Places()
        var starts: Set<Int> = []
        var surroundings: FeatureSurroundings?
        while let place = try reader.nextStart() {
            starts.insert(place.offset)
            surroundings = reader.surroundings
            _ = try reader.nextFeature(into: sink)
        }
        let file = try #require(source.seekableFile)
        let kind = try #require(surroundings)
        for begin in 0..<file.size {
            let chunk = FeatureChunk.read(
                file.file, begin..<file.size, in: kind, options: Self.options, into: Places(),
                isAbandoned: { false }, take: { _ in true })
            guard let chunk, starts.contains(chunk.start) else { continue }
            // From a true beginning it reads to the end of the array.
            #expect(chunk.count == starts.count { $0 >= chunk.start })
        }
    }
}
