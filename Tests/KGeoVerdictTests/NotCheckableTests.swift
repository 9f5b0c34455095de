// What cannot be checked, and why; and what is a fault of the map instead.

import KGeo
import KGeoCore
import KGeoScenario
import Testing

@Suite("What cannot be checked")
struct NotCheckableTests {
    @Test(
        "The change between two maps, where there is one",
        arguments: [
            ClaimMeasure.gained, .lost, .net, .total,
        ])
    func measures(_ measure: ClaimMeasure) throws {
        let finding = try check(claim("100 km2", worded: .controlled, measure: measure), scenario(held(100)))
        #expect(finding.verdict == .notCheckable && finding.verdictAsWorded == .notCheckable)
        #expect(finding.definitions.map(\.counting) == [.controlled])
        #expect(finding.definitions[0].measured == nil && finding.definitions[0].ratio == nil)
        #expect(
            finding.because
                == "cannot be checked: \"\(measure.rawValue)\" needs two maps, and there is one of 2024-08-21"
        )
    }

    @Test("A subject that matches nothing, or nothing with a surface")
    func nothing() throws {
        let map = scenario(held(100))
        let holder = try check(claim("100 km2", subject: Subject(holder: "B", region: "R")), map)
        #expect(holder.because == "cannot be checked: the map has no area of B, R")
        var place = map
        place.features[0].role = .place
        place.features[0].id = "p"
        place.features[0].geometry = .point(Positions([Coordinate(35, 51)]))
        let point = try check(claim("100 km2", subject: Subject(id: "p")), place)
        #expect(point.because == "cannot be checked: the map has no area of \"p\"")
    }

    @Test("Nothing drawn is an area of 0", arguments: [nil, Geometry.multiPolygon(MultiPolygon([]))])
    func emptyGeometry(_ geometry: Geometry?) throws {
        var map = scenario(held(100))
        map.features[0].geometry = geometry
        let finding = try check(claim("100 km2"), map)
        #expect(finding.km2 == [0] && finding.verdict == .overstated)
        #expect(
            finding.because
                == "above the map at 0 km² controlled, none drawn, and what lies below 3.14 km² this map does not resolve"
        )
        let unresolved = try #require(finding.definitions[0].measured?.unresolved)
        #expect(abs(unresolved / (.pi * 1e6) - 1) < 1e-9)
        // What may be there cannot be told.
        #expect(try check(claim("3 km2"), map).verdict == .inconclusive)
    }

    @Test("A status that is not mapped stops the check of what it belongs to, and only that")
    func unmapped() throws {
        var map = scenario(held(100), ground([(.controlled, 50)], holder: "B", south: 53))
        map.features[1].status = nil
        map.features[1].statusText = "liberated"
        let problem = #expect(throws: Problem.self) { try check(claim("100 km2"), map) }
        #expect(problem?.message.contains("\"liberated\" is not mapped") == true)
        #expect(
            problem?.hint?.contains("the words for controlled") == true
                && problem?.place.file == "map.geojson")
        #expect(try check(claim("100 km2", subject: Subject(holder: "A")), map).km2 == [100])
    }

    @Test("A reference area counts as drawn")
    func reference() throws {
        var map = scenario(held(100))
        map.features[0].role = .reference
        map.features[0].status = nil
        let finding = try check(claim("100 km2", subject: Subject(role: .reference)), map)
        #expect(finding.verdict == .consistent && finding.because == "fits 100 km²")
        let measured = try #require(finding.definitions[0].measured)
        #expect(measured.boundaryU == 0 && !measured.boundaryErrorAssumed)
    }
}
