// Every public type of KGeo beside Foundation, unqualified: a name that clashes does not compile.

import Foundation
import KGeo
import TestSupport
import Testing

struct NameTests {
    /// The types that `import KGeo` hands out, and the last one inside another.
    static let types: [Any.Type] = [
        AreaMeasurement.self, BoundingBox.self, CalendarDate.self, Claim.self, ClaimKind.self,
        ClaimMeasure.self, ClaimSource.self, ControlMap.self, Coordinate.self, Counting.self, DayVerdict.self,
        DefinitionFinding.self, Denominator.self, DenominatorUsed.self, EdgeModel.self, ExtractedClaim.self,
        ExtractedCount.self,
        FileName.self, Finding.self, Fit.self, Geometry.self, GeometryType.self, Interval.self,
        JSONNumber.self,
        JSONObject.self, JSONValue.self, KGeoVersion.self, LineString.self, Longitude.self,
        MapComparison.self, MapProperties.self, MapSettings.self, MapSource.self, MeasureUnit.self,
        MeasuredFeature.self, MeasuredValue.self, MultiPolygon.self, Notice.self,
        Polygon.self,
        Positions.self, PrintedNumber.self, Problem.self, Qualifier.self, Reading.self, RepairMethod.self,
        Ring.self,
        RingNote.self, Role.self, SafeText.self, Setting.self, SettlementReport.self, Status.self,
        StatusWords.self,
        StatusArea.self,
        Strength.self, Subject.self, UncertainEnd.self, UncertaintyScale.self, UnitDimension.self,
        Verdict.self, Vocabulary.self, Wording.self, Remedy.self, Wording.Operation.self,
    ]
    /// The protocols.
    static let protocols: [Any.Type] = [
        (any GeometrySink).self
    ]

    @Test("The list is whole, and what KGeo hands out stays small")
    func listIsWhole() throws {
        let root = try #require(SharedFolder.projectRoot)
        let own = try #require(SharedFolder.text(of: root + "/Tests/KGeoTests/NameTests.swift"))
        var names: Set<String> = []
        for room in ["KGeo", "KGeoCore"] {
            let folder = root + "/Sources/" + room
            for file in try FileManager.default.subpathsOfDirectory(atPath: folder) {
                for line in (SharedFolder.text(of: folder + "/" + file) ?? "").split(separator: "\n") {
                    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
                    guard line.hasPrefix("public "),
                        let kind = words.firstIndex(where: {
                            ["struct", "enum", "class", "protocol", "typealias"].contains($0)
                        }),
                        kind <= 2, kind + 1 < words.count
                    else { continue }
                    names.insert(words[kind + 1])
                }
            }
        }
        for name in names.sorted() {
            #expect(
                own.contains(" \(name).self") || own.contains("(any \(name)).self"),
                "\(name) is not in the list")
        }
        #expect(names.count == Self.types.count - 1 + Self.protocols.count)
        #expect(names.count < 70, "\(names.count) types: which of them does a user need?")
    }
}
