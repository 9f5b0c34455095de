// Other people's maps, read through a property mapping.

import KGeoCore
import KGeoScenario
import Testing

@Suite("Plain maps and property mapping")
struct PlainMapTests {
    static let map = collection(
        feature(#""status":"held","day":"2024-08-21","who":"A","where":"R","fid":"one""#),
        feature(#""status":"grey","day":"2024-08-21","who":"B","where":"R; S","fid":2"#),
        feature(#""status":"old","day":"2024-08-21""#), feature(#""status":"other","day":"2024-08-21""#),
        kgeo: nil)

    private var mapping: PropertyMapping {
        var mapping = PropertyMapping()
        mapping.statusProperty = "status"
        mapping.controlled = ["held"]
        mapping.contested = ["grey"]
        mapping.ignored = ["old"]
        mapping.dateProperty = "day"
        mapping.holderProperty = "who"
        mapping.regionProperty = "where"
        mapping.idProperty = "fid"
        return mapping
    }

    @Test("Mapped properties, ignored statuses, and a warning for those that are not mapped")
    func mapped() throws {
        let read = try read(Self.map, mapping: mapping)
        #expect(read.problems.isEmpty && read.scenario.isPlainMap)
        let features = read.scenario.features
        #expect(features.map(\.index) == [0, 1, 3])
        #expect(features.map(\.status) == [.controlled, .contested, nil])
        #expect(features.map(\.statusText) == ["held", "grey", "other"])
        #expect(features.map(\.holder) == ["A", "B", nil])
        #expect(features.map(\.regions) == [["R"], ["R", "S"], []])
        #expect(features.map(\.id) == ["one", "2", nil])
        #expect(features.allSatisfy { $0.role == .control && $0.date == day("2024-08-21") })
        let warning = try #require(read.notices.first { $0.severity == .warning })
        #expect(warning.problem.message.contains("\"other\"") && !warning.problem.message.contains("\"old\""))
        #expect(warning.problem.hint?.contains("the words for controlled") == true)
    }

    @Test("kgeo's own words need no mapping, and claimed may be mapped")
    func ownWords() throws {
        var mapping = PropertyMapping()
        mapping.claimed = ["announced"]
        let read = try read(
            collection(
                feature(#""status":"contested""#), feature(#""status":"controlled""#),
                feature(#""status":"announced""#), kgeo: nil), mapping: mapping)
        #expect(read.scenario.features.map(\.status) == [.contested, .controlled, .claimed])
        #expect(read.notices.isEmpty)
    }

    @Test("Values that are set stand before the feature's own")
    func set() throws {
        var mapping = self.mapping
        mapping.set = [
            ("holder", "X"), ("status", "contested"), ("region", "T; U"), ("date", "2024-09-01"),
            ("boundary_error_m", "500"), ("source", "M"), ("holder", "Y"),
        ].map { PropertyMapping.FixedValue(name: $0.0, value: $0.1) }
        let features = try read(Self.map, mapping: mapping).scenario.features
        #expect(features.count == 4)
        for feature in features {
            #expect(feature.holder == "Y" && feature.status == .contested && feature.regions == ["T", "U"])
            #expect(feature.date == day("2024-09-01") && feature.boundaryError == 500)
            #expect(feature.source == "M")
        }
    }

    @Test(
        "A value that is set wrongly is a problem",
        arguments: [
            ("date", "2024-02-30"), ("role", "army"), ("boundary_error_m", "-1"),
            ("source_url", "javascript:x"),
        ])
    func setWrongly(_ name: String, _ value: String) throws {
        var mapping = PropertyMapping()
        mapping.set = [PropertyMapping.FixedValue(name: name, value: value)]
        let read = try read(collection(feature(""), kgeo: nil), mapping: mapping)
        #expect(read.problems.map(\.place.property) == [name])
    }

    @Test("A map without roles: surfaces are control areas, the rest is left out, both said")
    func withoutRoles() throws {
        let read = try read(
            collection(feature(""), feature("", point), feature("", line), feature("", "null"), kgeo: nil))
        #expect(read.problems.isEmpty && read.scenario.isPlainMap)
        #expect(read.scenario.features.map(\.role) == [.control])
        #expect(read.scenario.features.map(\.status) == [.controlled])
        #expect(
            read.notices.map(\.problem.message) == [
                "1 area has no status: what is drawn counts",
                "3 features without a surface are left out",
            ])
        #expect(read.notices.map(\.severity) == [.note, .note])
    }

    @Test("Ids may repeat in a plain map")
    func repeatedIDs() throws {
        let read = try read(
            collection(feature("", id: "\"a\""), feature("", id: "\"a\""), kgeo: nil))
        #expect(read.problems.isEmpty)
    }

    @Test("A role makes it a scenario, a kgeo member too")
    func whatIsAScenario() throws {
        #expect(try !read(collection(control, kgeo: nil)).scenario.isPlainMap)
        #expect(try !read(collection(kgeo: "{}")).scenario.isPlainMap)
        #expect(try read(collection(feature(""), kgeo: "{}")).says("needs a role"))
        #expect(PropertyMapping().isEmpty && !mapping.isEmpty)
    }
}
