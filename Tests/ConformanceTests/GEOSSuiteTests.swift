// The cases of GEOS and JTS: overlays, areas, validity and repair of surfaces.

import GEOSKit
import KGeoCore
import KGeoSurface
import TestShapes
import TestSupport
import Testing

@Suite("Cases of GEOS and JTS", .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct GEOSSuiteTests {
    /// The questions about some operations; none may be lost on the way.
    private func questions(_ operations: Set<String>, count: Int) throws -> [GEOSQuestion] {
        let all = try GEOSCases.read().questions.filter { operations.contains($0.operation) }
        #expect(all.count >= count)
        return all
    }

    /// Every answer is right by every way that gives it.
    private func expectRight(_ question: GEOSQuestion) {
        for (way, fault) in GEOSAnswers(question).faults {
            #expect(fault == nil, "\(question.name), \(question.operation) by \(way): \(question.words)")
        }
    }

    @Test("Union, intersection, difference and symmetric difference")
    func overlays() throws {
        for question in try questions(["union", "intersection", "difference", "symdifference"], count: 330) {
            expectRight(question)
        }
    }

    @Test("What is common and what is apart add up")
    func areas() throws {
        for question in try questions(["areatest", "overlayareatest"], count: 60) { expectRight(question) }
    }

    /// A shell that touches itself in a place and encloses a hole that way is valid here: its area is right, and
    /// Shapefiles are drawn so.
    static let holesInShells: Set<String> = [
        "general/TestValid.xml 52", "general/TestValid.xml 53", "general/TestValid2.xml 20",
        "general/TestValid2.xml 22", "general/TestValid2.xml 394",
    ]

    @Test("Validity")
    func validity() throws {
        for question in try questions(["isvalid"], count: 330) {
            let answers = GEOSAnswers(question)
            let isOther = Self.holesInShells.contains(question.name)
            for (way, fault) in answers.faults {
                #expect((fault != nil) == isOther, "\(question.name) by \(way): \(question.words)")
            }
            #expect(answers.geos == nil, "\(question.name) by GEOS")
        }
    }

    @Test("Repair gives the ground that is expected, or what GEOS gives that is installed")
    func repair() throws {
        for question in try questions(["makevalid"], count: 5) {
            let answers = GEOSAnswers(question)
            let isOther = question.name == "misc/makevalid.xml 14"
            #expect((answers.geos != nil) == isOther, "\(question.name) by GEOS")
            for (way, fault) in answers.faults where !isOther {
                #expect(fault == nil, "\(question.name) by \(way): \(question.words)")
            }
        }
    }

    /// The 14th question of repair: two parts share a triangle above and one below, and the answer expected takes one of them
    /// and leaves the other out (1.445). By parity neither counts, by structure both.
    @Test("Parts that overlap twice are repaired alike in both places")
    func overlappingParts() throws {
        let bow = surface([(0, 0), (1, 1), (0, 1), (1, 0)])
        let repaired = try #require(try Repair.surface([bow, square(0.8, 0.1, 2, 0.9)]))
        let areas = [RepairMethod.linework, .structure].map {
            GEOSAnswers.area(repaired.polygons[$0] ?? [])
        }
        #expect(abs(areas[0] - 1.44) < 1e-12 && abs(areas[1] - 1.45) < 1e-12, "\(areas)")
    }
}
