// Sentences and problems go to JSON and come back, with what they name by meaning.

import Foundation
import KGeoCore
import Testing

struct CodableSentenceTests {
    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("A sentence is one text, or a list where it names a setting or an operation")
    func sentences() throws {
        let plain: Wording = "feature \(3) of \("a file")"
        #expect(try text([plain]) == #"["feature 3 of a file"]"#)
        let named: Wording = "give \(.referenceSystem), or \(.repair) it"
        #expect(
            try text(named)
                == #"["give ",{"setting":"the reference system"},", or ",{"operation":"a repair"}," it"]"#)
        for wording in [plain, named, "", Wording([.setting(.asOf)])] {
            let bytes = try JSONEncoder().encode([wording])
            #expect(try JSONDecoder().decode([Wording].self, from: bytes) == [wording])
        }
        for wrong in ["[{}]", #"[{"setting":"no such"}]"#, "[1]", "1"] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(Wording.self, from: Data(wrong.utf8))
            }
        }
    }

    @Test("Sentences that say the same are equal, whatever pieces they are made of")
    func equality() {
        let name = "a file"
        #expect(("in \(name)" as Wording) == Wording("in a file"))
        #expect(Wording([.text("in "), .text(""), .text("a file")]) == Wording("in a file"))
        #expect(["in ", "a file"].map(Wording.text).joined(separator: "") == Wording("in a file"))
        #expect(Wording("") == Wording([]))
    }

    @Test("A problem keeps its code, its place and what it names")
    func problems() throws {
        var problem = Problem(.usage, saying: "no \(.window)", remedy: "see \(.schema)")
        problem.place = Problem.Place(feature: 2, id: "x", property: "date")
        problem.place.coordinate = Coordinate(1, 2)
        let bytes = try JSONEncoder().encode(Notice(.warning, problem))
        #expect(try JSONDecoder().decode(Notice.self, from: bytes) == Notice(.warning, problem))
        #expect(
            try text(Problem(.json, "no text"))
                == #"{"code":"json","message":"no text","place":{}}"#)
    }
}
