// Files inside archives, and what is refused: damage, encryption, other methods, too much.

import KGeoCore
import TestSupport
import Testing
import ZIPKit

private func read(
    _ entries: [ZIPWriter.Entry], _ number: Int = 0, limit: UInt64 = 1_000
) throws -> (names: [String], text: String) {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.zip", bytes: ZIPWriter.archive(entries))
    let archive = try ZIPArchive(path: path)
    var bytes: [UInt8] = []
    try archive.read(archive.entries[number], limit: limit) { (piece) throws(Problem) in bytes += piece }
    return (archive.entries.map(\.name), String(decoding: bytes, as: UTF8.self))
}

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
}
