// Which features a claim speaks of.

import KGeoCore
import KGeoScenario
import Testing

@Suite("Subjects")
struct SubjectTests {
    private var scenario: Scenario {
        var scenario = Scenario(file: "map.geojson")
        func add(_ role: Role, _ id: String?, _ holder: String?, _ regions: [String]) {
            var feature = ScenarioFeature(index: scenario.features.count, role: role)
            (feature.id, feature.holder, feature.regions) = (id, holder, regions)
            scenario.features.append(feature)
        }
        add(.control, "a", "A", ["R"])
        add(.control, "b", "A", ["R", "S"])
        add(.control, nil, "B", ["S"])
        add(.reference, "r", nil, ["R"])
        add(.place, "p", nil, ["R"])
        return scenario
    }

    @Test(
        "Every part that is given must agree; without a role, control areas",
        arguments: [
            (Subject(), [0, 1, 2]), (Subject(holder: "A"), [0, 1]), (Subject(region: "S"), [1, 2]),
            (Subject(holder: "A", region: "S"), [1]), (Subject(holder: "B", region: "R"), []),
            (Subject(id: "b"), [1]), (Subject(id: "r"), [3]), (Subject(role: .reference), [3]),
            (Subject(role: .reference, region: "R"), [3]), (Subject(role: .control, region: "R"), [0, 1]),
            (Subject(id: "r", role: .control), []), (Subject(id: "a", holder: "B"), []),
            (Subject(id: "x"), []),
            (Subject(role: .place), [4]), (Subject(region: "R; S"), []), (Subject(holder: "a"), []),
        ])
    func selection(_ subject: Subject, _ indices: [Int]) {
        #expect(scenario.features(of: subject).map(\.index) == indices)
        #expect(FeatureIndex(scenario).features(of: subject).map(\.index) == indices)
    }

    @Test("Features by id and by number")
    func index() {
        let index = FeatureIndex(scenario)
        #expect(index.feature("b")?.index == 1)
        #expect(index.feature("x") == nil)
        #expect(index.features(numbered: [3, 0, 3, 9]).map(\.index) == [0, 3])
    }
}
