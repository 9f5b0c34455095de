// Tables and text within a width: nothing is wider, no number is cut, nothing is lost.

import KGeoReport
import Testing

struct TextTableTests {
    private var long: TextTable {
        var table = TextTable([
            ("region", .left), ("old", .decimal), ("new", .decimal), ("gained", .decimal), ("note", .left),
        ])
        table.rows = [
            ["Kursk Oblast", "1,308.123", "65.5", "0.25", "drawn by hand over several days of the summer"],
            [
                "A region of a very long name that nobody would shorten", "8.5", "1,250.75", "12.125",
                "maps/of/the/place/in/a/deep/folder/map_20240821.geojson",
            ],
        ]
        return table
    }

    @Test(arguments: [40, 60, 80, 100, 200])
    func noLineIsWider(_ width: Int) {
        for line in long.lines(width: width) { #expect(line.count <= width, "\(line)") }
    }

    @Test(arguments: [40, 60, 80, 100, 200])
    func noNumberIsCut(_ width: Int) {
        let text = long.lines(width: width).joined(separator: "\n")
        for number in ["1,308.123", "65.5", "0.25", "8.5", "1,250.75", "12.125", "20240821"] {
            #expect(text.contains(number), "\(number) at \(width)")
        }
    }

    @Test func whatFitsStaysOnItsLine() {
        let lines = long.lines()
        #expect(lines.count == 3)
        #expect(long.lines(width: 200) == lines)
    }

    @Test func longWordsAreBrokenButNotTheirDigits() {
        let lines = TextTable.wrapped("folder/of-a-map-20240821-of-the-place.geojson", width: 20)
        #expect(lines.allSatisfy { $0.count <= 20 })
        #expect(lines.joined() == "folder/of-a-map-20240821-of-the-place.geojson")
        #expect(lines.contains { $0.contains("20240821") })
    }

    @Test func aLineIsBrokenBelowWhatFollowsItsLabel() {
        var page = Page(width: 30)
        page.line("from      35.27, 51.19 on \"border\", between positions 3 and 4")
        #expect(page.lines.allSatisfy { $0.count <= 30 })
        #expect(page.lines.dropFirst().allSatisfy { $0.hasPrefix("          ") })
    }
}
