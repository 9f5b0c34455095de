// Names of files that are bytes: turned into text and back.

import KGeoCore
import Testing

struct FileNameTests {
    @Test(arguments: [
        [0x61], [0xFF], [0x61, 0xFF, 0x62], [0xC3, 0xA4], [0xC3], [0xC3, 0x28], [0xE2, 0x82],
        [0xF0, 0x9F, 0x98],
        [0xED, 0xA0, 0x80], [0xF4, 0x8F, 0xBA, 0x80], [0xFF, 0xF4, 0x8F, 0xBB, 0xBF],
        [0x80, 0x65, 0xCC, 0x81],
    ])
    func everyNameComesBack(_ bytes: [UInt8]) {
        let name = bytes.map { CChar(bitPattern: $0) } + [0]
        let text = FileName.text(name)
        #expect(FileName.bytes(text) == name)
    }

    @Test func namesThatDifferAreTextsThatDiffer() {
        let texts = (0x80...0xFF).map { FileName.text([CChar(bitPattern: UInt8($0)), 0]) }
        #expect(Set(texts).count == 128)
    }

    @Test func aPersonSeesTheByte() {
        #expect(FileName.shown(FileName.text([0x61, -1, 0])) == "a\\xFF")
        #expect(SafeText.escaped(FileName.text([0x61, -1, 0x1B, 0])) == "a\\xFF\\u{1b}")
        #expect(FileName.shown("ä") == "ä")
    }

    @Test func aLongTextKeepsItsEnds() {
        #expect(SafeText.shortened("abc", to: 4) == "abc")
        #expect(SafeText.shortened("abcdefgh", to: 4) == "ab…gh")
        #expect(SafeText.shortened("ääää", to: 4) == "ääää")
    }
}
