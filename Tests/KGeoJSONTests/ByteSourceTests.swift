// Bytes from files, from memory, and the digest of what was read.

import KGeoCore
import KGeoJSON
import SystemC
import Testing

@Suite struct ByteSourceTests {
    static func readAll(_ source: ByteSource, bufferSize: Int = 100) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bufferSize) { buffer in
            while true {
                let count = try source.read(into: buffer)
                if count == 0 { break }
                bytes += buffer[..<count]
            }
        }
        return bytes
    }

    @Test(arguments: [1, 3, 50, Int.max]) func memoryInPieces(pieceSize: Int) throws {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
        #expect(try Self.readAll(ByteSource(bytes, pieceSize: pieceSize)) == bytes)
        #expect(try Self.readAll(ByteSource([])).isEmpty)
    }

    @Test func digestOfWhatWasRead() throws {
        let source = ByteSource(text: "abc")
        #expect(source.hexDigest == nil)
        source.keepDigest()
        var reader = GeoJSONReader(source)
        #expect(throws: Problem.self) { _ = try reader.nextFeature(into: RecordingSink()) }
        #expect(source.hexDigest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func aFile() throws {
        var template = Array("/tmp/kgeo-test-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        let text = Array(SequenceTests.point(1).utf8)
        #expect(write(descriptor, text, text.count) == text.count)
        close(descriptor)
        #expect(try Self.readAll(ByteSource(path: path)) == text)
        let document = try GeoJSONDocument(reading: ByteSource(path: path))
        #expect(document.features.map(\.record.label) == ["p1"])
        #expect(document.collection.kind == .feature)
    }

    @Test(arguments: [
        ("/no/such/file.geojson", "no such file"), ("/tmp", "this is a folder, not a file"),
        ("/dev/null/x", "a part of this path is not a folder"),
    ])
    func whatCannotBeOpened(path: String, message: String) {
        let problem = #expect(throws: Problem.self) { _ = try ByteSource(path: path) }
        #expect(problem?.code == .input)
        #expect(problem?.message == message)
        #expect(problem?.place.file == path)
    }

    @Test func problemsNameTheFile() throws {
        let source = ByteSource(Array("{\"a\"".utf8), name: "map.geojson")
        let problem = #expect(throws: Problem.self) { _ = try GeoJSONDocument(reading: source) }
        #expect(problem?.place.file == "map.geojson")
    }
}
