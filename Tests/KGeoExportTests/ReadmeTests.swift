// The README of a bundle: mapmakers and licences once each, and no markup out of a file's text.

import KGeoCore
import KGeoExport
import Testing

struct ReadmeTests {
    @Test func eachMapmakerStandsOnceWithItsLicence() throws {
        var features = (0..<3).map { Samples.control($0, "controlled", [Samples.square(Double($0), 0, 1)]) }
        for i in [0, 2] {
            features[i].licence = "CC BY 4.0"
            features[i].sourceURL = "https://example.org/map_a"
        }
        features[1].source = nil
        let text = try #require(try Samples.files([Samples.map(features)])["README.md"])
        #expect(
            text.contains(
                "- a mapmaker, <https://example.org/map_a>; licence: CC BY 4.0 (2 features)\n- a source that is not named (1 feature)"
            ))
        #expect(text.contains("Measured on a drawn map, not on the ground"))
        #expect(text.contains("EPSG:7030"))
        #expect(!text.contains("OpenStreetMap"))
    }

    @Test func openStreetMapIsNamedAsItAsks() throws {
        var feature = Samples.control(0, "controlled", [Samples.square(0, 0, 1)])
        feature.source = "border from openstreetmap"
        let text = try #require(try Samples.files([Samples.map([feature])])["README.md"])
        #expect(text.contains("© OpenStreetMap contributors, ODbL 1.0"))
    }

    @Test func textOfAFileIsNeverMarkup() throws {
        var feature = Samples.control(0, "controlled", [Samples.square(0, 0, 1)])
        feature.source = "[x](javascript:1) <img src=x>\n# head"
        feature.sourceURL = "javascript:alert(1)"
        var map = Samples.map([feature])
        map.title = "T | `code` *b* _i_ $m$ & ~s~"
        map.findings = [Samples.finding([Samples.square(0, 0, 1)], quote: "<script>\u{1B}[2J")]
        let text = try #require(try Samples.files([map])["README.md"])
        #expect(text.hasPrefix("# T \\| \\`code\\` \\*b\\* \\_i\\_ \\$m\\$ \\& \\~s\\~\n"))
        #expect(text.contains("\\[x\\](javascript:1) \\<img src=x\\>\\\\u{a}\\# head, javascript:alert(1)"))
        #expect(text.contains("“\\<script\\>\\\\u{1b}\\[2J”"))
        for line in text.split(separator: "\n") { #expect(!line.hasPrefix("# head")) }
    }

    @Test func featuresWithoutGeometryAreCounted() throws {
        let text = try #require(
            try Samples.files([Samples.map([BundleFeature(index: 0, role: .control)])])["README.md"])
        #expect(text.contains("which are in no file: 1"))
    }

    @Test func severalMapsShareOneFolder() throws {
        let first = Samples.map([Samples.control(0, "controlled", [Samples.square(0, 0, 1)])])
        var second = first
        second.name = "n"
        let files = try Samples.files([first, second])
        #expect(files["m-polygons.qml"] != nil && files["n-polygons.qml"] == files["m-polygons.qml"])
        #expect(files["README.md"]?.hasPrefix("# 2 maps for QGIS\n") == true)
    }
}
