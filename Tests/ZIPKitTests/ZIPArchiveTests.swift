// Files inside archives, and what is refused: damage, encryption, other methods, too much.

import KGeoCore
import TestSupport
import Testing
import ZIPKit

private func read(
    _ entries: [ZIPWriter.Entry], _ number: Int = 0, limit: UInt64 = 1_000
) throws -> (names: [String], text: String) {
    try read(ZIPWriter.archive(entries), number, limit: limit)
}

private func read(
    _ bytes: [UInt8], _ number: Int = 0, limit: UInt64 = 1_000
) throws -> (names: [String], text: String) {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.zip", bytes: bytes)
    let archive = try ZIPArchive(path: path)
    var bytes: [UInt8] = []
    guard archive.entries.indices.contains(number) else { throw Problem(.zip, "there is no such file") }
    try archive.read(archive.entries[number], limit: limit) { (piece) throws(Problem) in bytes += piece }
    return (archive.entries.map(\.name), String(decoding: bytes, as: UTF8.self))
}

/// 200,000 times the letter x, as zlib packs it.
private let manyLetters: ZIPWriter.Entry = {
    var entry = ZIPWriter.Entry("x.txt", String(repeating: "x", count: 200_000))
    entry.method = 8
    entry.packed =
        [237, 193, 49, 1, 0, 0, 0, 194, 160, 218, 139, 111, 6, 127, 160] + Array(repeating: 0, count: 193)
        + [128, 215, 0]
    return entry
}()

@Suite struct ZIPArchiveTests {
    @Test func readsWhatIsInIt() throws {
        let entries = [
            ZIPWriter.Entry("a.txt", "first"), .init("folder/", ""), .init("folder/ß.txt", "second"),
        ]
        let (names, text) = try read(entries, 1)
        #expect(names == ["a.txt", "folder/ß.txt"] && text == "second")
        #expect(try read(entries, 0).text == "first")
    }

    @Test func refusesWhatIsWrong() throws {
        var encrypted = ZIPWriter.Entry("a", "x")
        encrypted.isEncrypted = true
        var packed = ZIPWriter.Entry("a", "x")
        packed.method = 12
        var damaged = ZIPWriter.Entry("a", "x")
        damaged.hasWrongChecksum = true
        for (entry, words) in [(encrypted, "encrypted"), (packed, "method 12"), (damaged, "damaged")] {
            let problem = #expect(throws: Problem.self) { try read([entry]) }
            #expect(problem?.code == .zip && problem?.message.contains(words) == true)
        }
        let limit = #expect(throws: Problem.self) {
            try read([.init("a", String(repeating: "x", count: 1_001))])
        }
        #expect(limit?.message.contains("unpacks to more than") == true)
        #expect(try read([.init("a", String(repeating: "x", count: 1_000))]).text.count == 1_000)
    }

    @Test func refusesWhatIsNoArchive() throws {
        let folder = try TemporaryFolder()
        var whole = ZIPWriter.archive([.init("a", "x")])
        whole.removeLast(30)
        for bytes in [[], Array("PK\u{3}\u{4}".utf8), whole] {
            let path = try folder.write("b.zip", bytes: bytes)
            let problem = #expect(throws: Problem.self) { try ZIPArchive(path: path) }
            #expect(problem?.code == .zip && problem?.place.file == path)
        }
    }

    @Test func unpacksWhatIsDeflated() throws {
        let text = try read([.init("a", "before"), manyLetters, .init("b", "after")], 1, limit: 200_000).text
        #expect(text == String(repeating: "x", count: 200_000))
        let problem = #expect(throws: Problem.self) { try read([manyLetters], limit: 199_999) }
        #expect(problem?.message.contains("unpacks to more than") == true)
    }

    @Test func refusesPackedDataThatIsNotWhatTheTableSays() throws {
        var (cut, long, short, broken) = (manyLetters, manyLetters, manyLetters, manyLetters)
        cut.packed = cut.packed?.dropLast(3)
        long.statedCount = 200_001
        short.statedCount = 100
        broken.packed = broken.packed.map { [7] + $0.dropFirst() }
        for entry in [cut, long, short, broken] {
            let problem = #expect(throws: Problem.self) { try read([entry], limit: 1 << 20) }
            #expect(problem?.message == "\"x.txt\" in the archive is damaged")
        }
    }

    @Test func readsAnArchiveBehindAProgramAndOneWithAComment() throws {
        let entries = [ZIPWriter.Entry("a.txt", "first")]
        #expect(try read(ZIPWriter.archive(entries, after: Array("#!/bin/sh\n".utf8))).text == "first")
        var bytes = ZIPWriter.archive(entries)
        bytes[bytes.count - 2] = 7
        #expect(try read(bytes + Array("PK\u{5}\u{6} ok".utf8)).text == "first")
    }

    @Test func refusesZip64AndVolumes() throws {
        var bytes = ZIPWriter.archive([.init("a", "x")])
        for at in bytes.count - 6..<bytes.count - 2 { bytes[at] = 0xFF }
        let archive = #expect(throws: Problem.self) { try read(bytes) }
        #expect(archive?.message.hasPrefix("the archive is a Zip64 one") == true)
        var large = ZIPWriter.Entry("a", "x")
        large.statedCount = .max
        let file = #expect(throws: Problem.self) { try read([large]) }
        #expect(file?.message.hasPrefix("\"a\" in the archive is a Zip64 one") == true)
        var volume = ZIPWriter.archive([.init("a", "x")])
        volume[volume.count - 18] = 1
        let volumes = #expect(throws: Problem.self) { try read(volume) }
        #expect(volumes?.message.contains("several volumes") == true)
    }

    @Test func refusesATableThatIsDamaged() throws {
        let whole = ZIPWriter.archive([.init("a", "x"), .init("b", "y")])
        var (more, far, name) = (whole, whole, whole)
        // One file more than there are; a table longer than the file; a name longer than the table.
        for at in [whole.count - 14, whole.count - 12] { more[at] = 3 }
        far[whole.count - 8] = 0x7F
        name[whole.count - 22 - 47 + 29] = 0x7F
        for bytes in [more, far, name] {
            let problem = #expect(throws: Problem.self) { try read(bytes) }
            #expect(problem?.message == "the archive is damaged" && problem?.place.file != nil)
        }
    }

    /// Any byte of an archive may be wrong: that is an error or changes nothing that was asked for, never a trap.
    @Test func anyWrongByteIsAnErrorOrHarmless() throws {
        let bytes = ZIPWriter.archive([manyLetters, .init("b", "y")])
        for at in bytes.indices {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var wrong = bytes
                wrong[at] = value
                let result = Result { try read(wrong, limit: 1 << 20) }
                switch result {
                case .success(let found): #expect(found.text.utf8.count == 200_000 || found.text == "y")
                case .failure(let error): #expect((error as? Problem)?.code == .zip, "\(at) \(value)")
                }
            }
        }
    }
}
