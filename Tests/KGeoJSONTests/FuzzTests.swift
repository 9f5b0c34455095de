// Good documents with bytes changed at random: each is read or refused with a place in the text. Never a
// trap, never a hang, never a problem without a place.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct FuzzTests {
    static let alphabet =
        Array("[]{},:\"\\ \n0123456789.-+eEntfu\u{1E}".utf8) + [0, 0x1F, 0x7F, 0x80, 0xC3, 0xFF]
    static let tokens = [
        "null", "[]", "{}", "[[]]", "\"type\":", "\"features\":[", "\"coordinates\":", "\"crs\":null,",
        "1e999", "-",
        "\\u", "\\ud800", "[0,0]", "\"id\":", "true", "\u{1E}", "\n", "\"Point\"", "\"Polygon\"",
        "\"MultiPolygon\"",
    ].map { Array($0.utf8) }

    static func mutate(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0...dice.below(4) {
            guard !bytes.isEmpty else { break }
            let at = dice.below(bytes.count)
            let end = min(bytes.count, at + 1 + dice.below(12))
            switch dice.below(7) {
            case 0: bytes[at] = alphabet[dice.below(alphabet.count)]
            case 1: bytes.insert(alphabet[dice.below(alphabet.count)], at: at)
            case 2: bytes.remove(at: at)
            case 3: bytes.removeSubrange(at..<end)
            case 4: bytes.insert(contentsOf: bytes[at..<end], at: dice.below(bytes.count))
            case 5: bytes.insert(contentsOf: tokens[dice.below(tokens.count)], at: at)
            default: bytes[at] ^= UInt8(1 << dice.below(8))
            }
        }
        return bytes
    }

    /// 20,000 mutations, 4,000 to a case.
    @Test(arguments: 0..<5) func mutations(seed: Int) throws {
        var dice = Dice(UInt64(1_000 + seed))
        let samples = SeamTests.samples.map { Array($0.utf8) }.filter { $0.count < 4_000 }
        var read = 0
        for i in 0..<4_000 {
            let bytes = Self.mutate(samples[i % samples.count], &dice)
            var options = ReaderOptions(
                keepsProperties: dice.below(2) == 0, reportsStructure: dice.below(4) == 0,
                swapsXY: dice.below(8) == 0)
            if dice.below(8) == 0 {
                options.transform = { (buffer) throws(Problem) in
                    for j in buffer.indices where buffer[j].longitude == 1.5 { buffer[j].longitude = .nan }
                }
            }
            let pieceSize = [Int.max, 1, 5, 200][dice.below(4)]
            let reading = Reading(bytes, options: options, pieceSize: pieceSize, window: 1_024, goesOn: true)
            if reading.problems.isEmpty { read += 1 }
            try #require(reading.problems.count < 1_000, "going on gets nowhere")
            for problem in reading.problems {
                let offset = try #require(problem.place.offset, "\(problem.summary)")
                try #require((0...bytes.count).contains(offset))
                try #require(problem.place.file == "memory")
            }
            for feature in reading.features {
                for place in feature.geometry?.allCoordinates ?? [] {
                    try #require(abs(place.longitude) <= 360 && abs(place.latitude) <= 90)
                }
            }
            // What was accepted can be written, and the text is read again.
            if reading.problems.isEmpty, options.keepsProperties, !options.reportsStructure {
                let document = GeoJSONDocument(collection: reading.collection, features: reading.features)
                let again = Reading(GeoJSONWriter(options: .asRead).text(document), window: 1_024)
                try #require(again.problem == nil, "\(again.problem?.summary ?? "")")
                try #require(again.geometries == reading.geometries)
            }
        }
        #expect(read > 50, "some mutations leave a good document")
    }
}
