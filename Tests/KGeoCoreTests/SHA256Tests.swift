// SHA-256 against the vectors of NIST (FIPS 180-4, Cryptographic Standards and Guidelines: examples).

import KGeoCore
import Testing

@Suite struct SHA256Tests {
    static let vectors: [(text: String, digest: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
                + "mnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ]
    static let millionDigest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

    static func digest(_ pieces: [[UInt8]]) -> String {
        var digest = SHA256()
        for piece in pieces { digest.update(piece) }
        return digest.hexDigest()
    }

    @Test(arguments: vectors) func vectorsOfNIST(text: String, digest: String) {
        #expect(Self.digest([Array(text.utf8)]) == digest)
    }

    @Test func aMillionLetters() {
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(Self.digest([letters]) == Self.millionDigest)
        let thousand = Array(letters.prefix(1_000))
        #expect(Self.digest(Array(repeating: thousand, count: 1_000)) == Self.millionDigest)
        // Pieces that never fall on the 64 bytes of a block.
        var pieces: [[UInt8]] = []
        var rest = letters[...]
        for i in 0... where !rest.isEmpty {
            pieces.append(Array(rest.prefix(i % 131 + 1)))
            rest = rest.dropFirst(i % 131 + 1)
            if rest.isEmpty { break }
        }
        #expect(Self.digest(pieces) == Self.millionDigest)
    }

    /// Every length around the padding's limits, cut in two at every place.
    @Test func anyCutGivesTheSame() {
        for length in [1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
            let whole = Self.digest([bytes])
            for cut in 0...length {
                #expect(Self.digest([Array(bytes[..<cut]), [], Array(bytes[cut...])]) == whole)
            }
        }
    }

    @Test func askingDoesNotChangeIt() {
        var digest = SHA256()
        #expect(digest.hexDigest() == Self.vectors[0].digest)
        digest.update(Array("ab".utf8))
        _ = digest.hexDigest()
        digest.update(Array("c".utf8))
        #expect(digest.hexDigest() == Self.vectors[1].digest)
        #expect(digest.hexDigest() == Self.vectors[1].digest)
    }
}
