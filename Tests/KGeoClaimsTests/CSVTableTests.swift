// Comma-separated values.

import KGeoClaims
import KGeoCore
import Testing

@Suite("Comma-separated values")
struct CSVTableTests {
    @Test("Quotes, commas and line breaks in cells")
    func quotes() throws {
        let table = try CSVTable("id,quote\na,\"he said \"\"1,300\"\", then\nleft\"\nb,\n")
        #expect(table.header == ["id", "quote"])
        #expect(table.rows.map(\.cells) == [["a", "he said \"1,300\", then\nleft"], ["b", ""]])
        #expect(table.rows.map(\.line) == [2, 4])
    }

    @Test(
        "Line ends and the byte-order mark",
        arguments: [
            "id,value\r\na,1\r\nb,2\r\n", "\u{FEFF}id,value\na,1\nb,2", "id,value\n\na,1\n\n\nb,2\n\n",
            "\"id\",\"value\"\r\n\"a\",\"1\"\r\n\"b\",\"2\"",
        ])
    func lineEnds(_ text: String) throws {
        let table = try CSVTable(text)
        #expect(table.header == ["id", "value"])
        #expect(table.rows.map(\.cells) == [["a", "1"], ["b", "2"]])
    }

    @Test("An empty text is an empty table")
    func empty() throws {
        let table = try CSVTable("")
        #expect(table.header.isEmpty && table.rows.isEmpty)
        #expect(try CSVTable("id,value\n") == CSVTable("id,value"))
    }

    @Test("A combining mark does not hide a comma")
    func combining() throws {
        #expect(try CSVTable("a,b\ne,\u{301}x\n").rows.first?.cells == ["e", "\u{301}x"])
    }

    @Test(
        "Ragged rows and quotes without an end are said with their line",
        arguments: [
            ("a,b\n1,2\n3\n", 3, "has 1 cells, the header 2"), ("a,b\n1,2,3\n", 2, "has 3 cells"),
            ("a,b\n1,\"x\n2,3\n", 2, "never ends"),
        ])
    func errors(_ text: String, _ line: Int, _ message: String) {
        let problem = #expect(throws: Problem.self) { try CSVTable(text) }
        #expect(problem?.place.line == line)
        #expect(problem?.message.contains(message) == true)
    }
}
