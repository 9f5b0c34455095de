// Text from a file on its way to a terminal or a spreadsheet.

import KGeoCore
import Testing

@Suite struct SafeTextTests {
    @Test(arguments: [
        ("\u{1B}[31mred\u{1B}[0m", "\\u{1b}[31mred\\u{1b}[0m"),
        ("a\u{7}b\u{0}c\u{7F}", "a\\u{7}b\\u{0}c\\u{7f}"),
        ("\u{9B}2J", "\\u{9b}2J"),
        ("one\r\ntwo\tthree", "one\\u{d}\\u{a}two\\u{9}three"),
        ("abc\u{202E}fdp.exe", "abc\\u{202e}fdp.exe"),
        ("\u{2066}x\u{2069}\u{200F}\u{61C}", "\\u{2066}x\\u{2069}\\u{200f}\\u{61c}"),
        ("a\u{2028}b\u{2029}c\u{FEFF}", "a\\u{2028}b\\u{2029}c\\u{feff}"),
    ])
    func controlsAreWritten(text: String, safe: String) {
        #expect(SafeText.escaped(text) == safe)
    }

    @Test(arguments: ["", "plain", "Київ – Суджа", "L’gov, é, 漢字, 👩‍🚀", "back\\slash \"quotes\"", "\u{A0}"])
    func everythingElseStays(text: String) {
        #expect(SafeText.escaped(text) == text)
    }

    /// Escape sequences cannot come back: what is written holds no character that is escaped again.
    @Test func everyControlOfTheRangesIsCaught() {
        let ranges: [ClosedRange<UInt32>] = [0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069]
        for value in ranges.joined() {
            let text = Unicode.Scalar(value).map { String(Character($0)) } ?? ""
            #expect(SafeText.escaped(text) == "\\u{\(String(value, radix: 16))}")
            #expect(SafeText.escaped(SafeText.escaped(text)) == SafeText.escaped(text))
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
        ("\"", "\"\"\"\""),
        ("=1+1", "'=1+1"), ("+7", "'+7"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"), ("a=1", "a=1"),
        ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
        ("\t=1", "\\u{9}=1"), ("two\nlines", "two\\u{a}lines"), ("a\r\nb", "a\\u{d}\\u{a}b"),
        ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{2212}1", "'\u{2212}1"),
    ])
    func csvCells(text: String, cell: String) {
        #expect(SafeText.csvCell(text) == cell)
    }

    /// A combining mark makes one character of itself and a sign, but a spreadsheet reads code points.
    @Test func combiningMarksHideNothing() {
        func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
        #expect(scalars(SafeText.csvCell("=\u{301}1")) == scalars("'=\u{301}1"))
        #expect(scalars(SafeText.csvCell("a,\u{301}b")) == scalars("\"a,\u{301}b\""))
        #expect(scalars(SafeText.csvCell("a\"\u{301}b")) == scalars("\"a\"\"\u{301}b\""))
    }
}
