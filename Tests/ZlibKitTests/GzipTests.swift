// gzip data in pieces of any size: members one after another, damage in every byte, ends at every byte.

import KGeoCore
import Testing
import ZlibKit

@Suite struct GzipTests {
    /// "kgeo kgeo kgeo kgeo\n" as `gzip -9n` writes it: a compressed block.
    static let packed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x4E, 0x4F, 0xCD, 0x57, 0xC8, 0x46,
        0x21, 0xB8, 0x00, 0xCD, 0x1E, 0xC7, 0xDF, 0x14, 0x00, 0x00, 0x00,
    ]
    static let plain = Array("kgeo kgeo kgeo kgeo\n".utf8)

    /// Everything that comes out of bytes that are handed over in pieces, into room of some size.
    static func unpacked(_ bytes: [UInt8], piece: Int = .max, room: Int = 64) throws -> [UInt8] {
        let inflater = try GzipInflater()
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: room)
        defer { output.deallocate() }
        var result: [UInt8] = []
        var rest = bytes[...]
        var wasFull = false
        while !rest.isEmpty || wasFull {
            let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: min(piece, rest.count))
            defer { input.deallocate() }
            _ = input.initialize(fromContentsOf: rest.prefix(piece))
            let step = try inflater.inflate(UnsafeBufferPointer(input), into: output)
            #expect(step.taken > 0 || step.given > 0 || wasFull)
            rest = rest.dropFirst(step.taken)
            result += output[..<step.given]
            wasFull = step.given == room
        }
        if !inflater.isComplete { throw GzipInflater.truncated }
        return result
    }

    @Test(arguments: [1, 2, 7, .max], [1, 3, 64]) func piecesChangeNothing(piece: Int, room: Int) throws {
        #expect(try Self.unpacked(Self.packed, piece: piece, room: room) == Self.plain)
        let twice = Self.packed + Self.packed
        #expect(try Self.unpacked(twice, piece: piece, room: room) == Self.plain + Self.plain)
    }

    @Test func everyShorterTextIsRefused() throws {
        for count in 0..<Self.packed.count {
            let problem = #expect(throws: Problem.self) { try Self.unpacked(Array(Self.packed[..<count])) }
            #expect(problem?.code == .gzip)
        }
        let half = Self.packed + Self.packed[..<12]
        #expect(throws: Problem.self) { try Self.unpacked(half) }
    }

    @Test func everyDamagedByteIsNoticed() throws {
        // The time, the level and the system of the header say nothing about the data.
        for index in Self.packed.indices where !(4..<10).contains(index) {
            var bytes = Self.packed
            bytes[index] ^= 0x40
            let problem = #expect(throws: Problem.self, "byte \(index)") { try Self.unpacked(bytes) }
            #expect(problem?.code == .gzip)
        }
    }

    @Test(arguments: [[0], Array("{}".utf8), [0x1F], [0x1F, 0x8C, 8, 0]]) func whatFollowsMustBeGzip(
        tail: [UInt8]
    ) {
        #expect(throws: Problem.self) { try Self.unpacked(Self.packed + tail) }
    }
}
