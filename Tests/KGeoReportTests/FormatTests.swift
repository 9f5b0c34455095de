// The renderers of rows: one list of columns gives every format, and text of a file does no harm in any.

import KGeoCore
import KGeoReport
import Testing

struct FormatTests {
    private struct Sample: Report {
        var names: [String]

        static let columns = Columns<String>([
            Column("name") { .string($0) }, Column("length") { .count($0.count) },
            Column("letters", separator: " ") { .array($0.prefix(2).map { .string(String($0)) }) },
            .member("only_json") { .bool($0.isEmpty) },
        ])

        func table(on page: inout Page) { for name in names { page.line(name) } }
        var rows: Rows { Rows(Self.columns, names) }
        var members: JSONObject { ["names": Self.columns.array(names)] }
    }

    private let sample = Sample(names: ["plain", "=1+1", "a|b\n<i>"])

    private func text(_ format: ReportFormat) -> String {
        format.text(of: sample, width: 80) {
            Envelope(
                command: "sample",
                tool: ToolVersions(kgeo: "0", geos: "0", proj: "0", projDatabase: nil), inputs: [],
                settings: [:], notices: [])
        }
    }

    @Test func csvIsGuarded() {
        #expect(text(.csv) == "name,length,letters\nplain,5,p l\n'=1+1,4,'= 1\na|b\\u{a}<i>,7,a |\n")
    }

    @Test func markdownIsATable() {
        let lines = text(.markdown).split(separator: "\n")
        #expect(lines[0] == "| name | length | letters |")
        #expect(lines[1] == "| --- | ---: | --- |")
        #expect(lines[2] == "| plain | 5 | p l |")
        #expect(lines[4] == "| a\\|b\\\\u{a}\\<i\\> | 7 | a \\| |")
        #expect(lines.count == 5)
    }

    @Test func jsonHasTheMembersBetweenHeadAndNotices() {
        let json = text(.json)
        #expect(json.contains("\"only_json\""))
        #expect(!text(.csv).contains("only_json"))
        #expect(json.contains("\"schema_version\": 2") || json.contains("\"schema_version\":2"))
    }

    /// Every format of every report is one of these, and the option names them all.
    @Test(arguments: ReportFormat.allCases)
    func everyFormatPrintsSomething(_ format: ReportFormat) { #expect(!text(format).isEmpty) }
}
