// Shares and their denominators.

import KGeo
import KGeoCore
import KGeoScenario
import Testing

@Suite("Share claims")
struct ShareTests {
    static let map: Scenario = {
        var map = scenario(ground([(.controlled, 1_000), (.contested, 250)]))
        var oblast = ScenarioFeature(index: 2, role: .reference)
        oblast.id = "oblast"
        oblast.source = "Land registry"
        oblast.geometry = Strip(20_000, west: 34, south: 50, height: 150).geometry
        map.features.append(oblast)
        return map
    }()

    @Test("Official denominators and their alternatives are all tried, and named")
    func official() throws {
        let share = try claim("about 0.17 %", worded: .controlled, of: .official(code: "UA"))
        let finding = try check(share, Self.map)
        #expect(
            finding.definitions.map(\.counting) == [
                .controlled, .controlled, .controlledAndContested, .controlledAndContested,
            ])
        #expect(
            finding.definitions.map { ($0.denominator?.squareMetres ?? 0) / 1e6 } == [
                603_628, 603_549, 603_628, 603_549,
            ])
        #expect(finding.definitions.allSatisfy { !($0.denominator?.source ?? "").isEmpty })
        #expect(finding.verdicts == [.consistent, .consistent, .understated, .understated])
        #expect(finding.verdictAsWorded == .consistent)
        let measured = try #require(finding.definitions[0].measured)
        #expect(abs(measured.value - 1_000 / 603_628.0) < 1e-12)
        #expect(finding.because.contains("Ukraine, official area (603,628 km²)"))
        #expect(finding.because.contains("Ukraine, area also in use (603,549 km²)"))
    }

    @Test("The depth equivalent of a share is in metres of the line")
    func depth() throws {
        let share = try check(claim("0.2 %", of: .official(code: "UA")), Self.map).definitions[0]
        let area = try check(claim("1,207.256 km2"), Self.map).definitions[0]
        // 0.2 % is read as 0.18–0.22 %: its lower end is what the line would have to reach.
        let metres = try #require(share.depthEquivalentMetres)
        let outline = try #require(area.measured).outlineMetres
        #expect(abs(metres - (0.0018 * 603_628e6 - 1_000e6) / outline) < 1e-6)
    }

    @Test("A feature of the map as denominator, with the error it states")
    func feature() throws {
        let finding = try check(claim("5 %", of: .feature(id: "oblast")), Self.map)
        #expect(finding.verdicts == [.consistent, .understated])
        let used = try #require(finding.definitions[0].denominator)
        #expect(abs(used.squareMetres / 20_000e6 - 1) < 1e-9 && used.source == "Land registry")
        let measured = try #require(finding.definitions[0].measured)
        #expect(abs(measured.value - 0.05) < 1e-9)
        var vague = Self.map
        vague.features[2].boundaryError = 2_000
        let wider = try #require(
            check(claim("5 %", of: .feature(id: "oblast")), vague).definitions[0].measured)
        // The pieces in which its outline is walked depend on how near the border may be.
        #expect(wider.u > measured.u && abs(wider.boundaryU / measured.boundaryU - 1) < 0.01)
    }

    @Test("A denominator that is not there, or has no surface")
    func missing() throws {
        let missing = try check(claim("5 %", of: .feature(id: "x")), Self.map)
        #expect(missing.because == "cannot be checked: the map has no feature \"x\" as denominator")
        var map = Self.map
        let line: Geometry = .lineString(LineString([Coordinate(35, 51), Coordinate(36, 51)]))
        let flat: Geometry = .polygon(
            Polygon(rings: [
                Ring([Coordinate(35, 51), Coordinate(36, 51), Coordinate(35, 51), Coordinate(35, 51)])
            ]))
        for geometry in [nil, line, flat] {
            map.features[2].geometry = geometry
            let finding = try check(claim("5 %", of: .feature(id: "oblast")), map)
            #expect(finding.because == "cannot be checked: the denominator \"oblast\" has no surface")
        }
        var without = try claim("5 %")
        without.of = nil
        #expect(try check(without, Self.map).because == "cannot be checked: a share needs a denominator")
    }

    @Test("A share in words")
    func sentence() throws {
        let share = try claim("about 30 %", worded: .controlled, of: .feature(id: "oblast"))
        #expect(
            try check(share, Self.map).because
                == "above the map as worded (controlled 5.00 % of \"oblast\" of the map (20,000 km²)); above the map at 6.25 % of \"oblast\" of the map (20,000 km²) with the grey zone"
        )
    }
}
