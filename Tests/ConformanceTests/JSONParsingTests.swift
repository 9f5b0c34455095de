// JSONTestSuite (N. Seriot, "Parsing JSON is a minefield", github.com/nst/JSONTestSuite): y_ must be
// accepted, n_ must be refused, i_ may be either.

import KGeoCore
import KGeoJSON
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason))) struct JSONParsingTests {
    static let folder = "jsontestsuite"
    static let seams = [Int.max, 1, 2, 7]

    @Test func theSuiteIsWhole() {
        #expect(JSONSuite.files(Self.folder, prefix: "y_").count == 95)
        #expect(JSONSuite.files(Self.folder, prefix: "n_").count == 188)
        #expect(JSONSuite.files(Self.folder, prefix: "i_").count == 35)
    }

    @Test(arguments: JSONSuite.files(folder, prefix: "y_")) func accepted(name: String) throws {
        let bytes = JSONSuite.bytes(Self.folder, name)
        for pieceSize in Self.seams {
            for keeping in [true, false] {
                #expect(JSONSuite.scan(bytes, keeping: keeping, pieceSize: pieceSize) == nil)
            }
        }
        // None of them is GeoJSON, and it is said so.
        let problem = try #require(JSONSuite.read(bytes).problem)
        #expect(problem.code == .geojson)
        #expect(problem.message.hasPrefix("not GeoJSON"))
        #expect(problem.place.line != nil && problem.place.offset != nil)
    }

    @Test(arguments: JSONSuite.files(folder, prefix: "n_")) func refused(name: String) throws {
        let bytes = JSONSuite.bytes(Self.folder, name)
        for pieceSize in Self.seams {
            for keeping in [true, false] {
                let problem = try #require(JSONSuite.scan(bytes, keeping: keeping, pieceSize: pieceSize))
                #expect(problem.code == .json)
                let place = problem.place
                #expect(place.line.map { $0 >= 1 } == true && place.column.map { $0 >= 1 } == true)
                #expect(place.offset.map { (0...bytes.count).contains($0) } == true)
            }
        }
        // The reader refuses it too. Where the text begins with an object, it may have missed its type before
        // it came to the mistake.
        let problem = try #require(JSONSuite.read(bytes).problem)
        #expect(problem.code == .json || (problem.code == .geojson && bytes.contains(UInt8(ascii: "{"))))
        #expect(problem.place.line != nil && problem.place.offset != nil)
    }

    /// What RFC 8259 leaves open, and what kgeo makes of it: a number too large for a double, text that is not
    /// well-formed UTF-8 and halves of surrogate pairs are refused, the rest is read.
    @Test(arguments: JSONSuite.files(folder, prefix: "i_")) func either(name: String) throws {
        let bytes = JSONSuite.bytes(Self.folder, name)
        let outcomes = Self.seams.flatMap { pieceSize in
            [true, false].map { JSONSuite.scan(bytes, keeping: $0, pieceSize: pieceSize) }
        }
        #expect(Set(outcomes).count == 1, "keeping, skipping and pieces make no difference")
        let read = [
            "i_number_double_huge_neg_exp.json", "i_number_real_underflow.json",
            "i_number_too_big_neg_int.json",
            "i_number_too_big_pos_int.json", "i_number_very_big_negative_int.json",
            "i_structure_500_nested_arrays.json",
        ]
        #expect((outcomes[0] == nil) == read.contains(name))
        let problem = try #require(JSONSuite.read(bytes).problem, "none of them is GeoJSON")
        #expect(problem.place.offset != nil)
    }
}
