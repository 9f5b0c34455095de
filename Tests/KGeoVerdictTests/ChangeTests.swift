// Gained, lost, net, total and rate between dated maps of known areas. Expected m² are those of GeographicLib through
// pyproj 3.7.

import KGeo
import KGeoControl
import KGeoCore
import KGeoMeasure
import KGeoScenario
import KGeoVerdict
import Testing

@Suite("The change between two maps")
struct ChangeTests {
    static let gain = 311_707_818.297
    static let loss = 155_854_005.992
    /// The pieces of a ground make up the ground (Docs/Decisions/0021): where an edge of 21 km is cut, by so many m².
    static let cut = 1_000.0
    static func ground(_ west: Double, _ east: Double, _ date: String, sigma: Double? = 300)
        -> ScenarioFeature
    {
        feature("g" + date, .control, box(west, 51, east, 51.2), sigma: sigma, date: date)
    }
    static let maps = scenario([ground(35, 35.3, "2024-08-10"), ground(35.1, 35.5, "2024-08-20")])
    static let period = ("2024-08-09", "2024-08-22")

    private func value(
        _ measure: ClaimMeasure, _ map: Scenario = maps, _ period: (String, String)? = period
    ) throws -> MeasuredValue {
        try check(claim("300 km2", measure: measure, period: period), map).measured()
    }

    @Test("Gained, lost and net, and which maps were used")
    func change() throws {
        let (gained, lost, net) = (try value(.gained), try value(.lost), try value(.net))
        #expect(isNear(gained.value, Self.gain, Self.cut) && isNear(lost.value, Self.loss, Self.cut))
        #expect(isNear(net.value, Self.gain - Self.loss, Self.cut))
        // Both lie in one field, 14 km apart.
        let apart = (gained.u * gained.u + lost.u * lost.u).squareRoot()
        #expect(net.u < apart && net.u > 0.95 * apart)
        for value in [gained, lost, net] {
            #expect(value.fromDate == day("2024-08-10") && value.toDate == day("2024-08-20"))
        }
        let finding = try check(claim("300 km2", measure: .gained, period: Self.period), Self.maps)
        #expect(
            finding.because == "fits 312 km² gained controlled, between the maps of 2024-08-10 and 2024-08-20"
        )
    }

    @Test("The error is that of the changed ground's outline, whichever map drew it")
    func error() throws {
        // The earlier map's line is the western one: as it moves out what was gained grows smaller.
        let corners = [(35.5, 51.0), (35.5, 51.2), (35.3, 51.2), (35.3, 51)]
        let ring = OutlineError.OutlineRing(
            start: Coordinate(35.3, 51),
            edges: corners.enumerated().map { i, place in
                OutlineError.Edge(
                    end: Coordinate(place.0, place.1), sigma: 300, isBorder: false, sign: i == 3 ? -1 : 1)
            })
        let u = OutlineError(rings: [ring], correlationLength: 5_000).u
        #expect(isNear(try value(.gained).boundaryU, u, 0.002 * u))
        // Lines of differing accuracy: between that of both.
        let mixed = scenario([
            Self.ground(35, 35.3, "2024-08-10", sigma: 600), Self.ground(35.1, 35.5, "2024-08-20"),
        ])
        let both = try value(.gained, mixed).boundaryU
        #expect(both > u && both < 2 * u)
        // Lines drawn without error still say what a metre would do.
        let exact = scenario([
            Self.ground(35, 35.3, "2024-08-10", sigma: 0), Self.ground(35.1, 35.5, "2024-08-20", sigma: 0),
        ])
        let row = try check(claim("500 km2", measure: .gained, period: Self.period), exact).definitions[0]
        #expect(row.verdict == .overstated && row.sigmaFlipMetres ?? 0 > 0)
    }

    @Test("A net change may be a loss: nothing is cut off at 0")
    func net() throws {
        let back = scenario([Self.ground(35.1, 35.5, "2024-08-10"), Self.ground(35, 35.3, "2024-08-20")])
        let value = try value(.net, back)
        #expect(isNear(value.value, Self.loss - Self.gain, Self.cut) && value.interval95.low < value.value)
        #expect(try check(claim("150 km2", measure: .net, period: Self.period), back).verdict == .overstated)
        let most = try check(claim("at most 10 km2", measure: .net, period: Self.period), back)
        #expect(most.verdict == .consistent && most.said.low == -.infinity)
    }

    @Test("Total is what was gained from map to map")
    func total() throws {
        let maps = scenario([
            Self.ground(35, 35.3, "2024-08-10"), Self.ground(35, 35.1, "2024-08-15"),
            Self.ground(35, 35.3, "2024-08-20"),
        ])
        #expect(try value(.gained, maps).value == 0)
        // From 35.1 to 35.3 east once more.
        #expect(isNear(try value(.total, maps).value, Self.gain, 1_000))
    }

    @Test("That a total is not simulated is said")
    func totalIsNotSimulated() throws {
        let maps = scenario([
            Self.ground(35, 35.3, "2024-08-10"), Self.ground(35, 35.1, "2024-08-15"),
            Self.ground(35, 35.3, "2024-08-20"),
        ])
        for fields in [nil, 10] {
            let checker = Checker(maps, settings: CheckSettings(simulatedFields: fields))
            let finding = try checker.check(
                claim("300 km2", measure: .total, period: ("2024-08-11", "2024-08-20")))
            #expect(finding.definitions[0].measured?.simulation == nil)
            let notes = checker.warnings.map(\.problem.message)
            #expect(notes.contains { $0.contains("is not simulated") } == (fields != nil), "\(notes)")
        }
    }

    @Test(
        "A period is the change from the end of the day before it to the end of its last day",
        arguments: [
            // A map of the day before stands before one of the first day.
            (("2024-08-11", "2024-08-20"), "2024-08-10", "2024-08-20"),
            (("2024-08-10", "2024-08-20"), "2024-08-09", "2024-08-20"),
            // One day.
            (("2024-08-10", "2024-08-10"), "2024-08-09", "2024-08-10"),
            (("2024-08-20", "2024-08-20"), "2024-08-19", "2024-08-20"),
        ])
    func daysOfAPeriod(_ period: (String, String), _ from: String, _ to: String) throws {
        let maps = scenario([
            Self.ground(35, 35.1, "2024-08-09"), Self.ground(35, 35.3, "2024-08-10"),
            Self.ground(35.05, 35.4, "2024-08-19"), Self.ground(35.1, 35.5, "2024-08-20"),
        ])
        for measure in [ClaimMeasure.gained, .lost, .net, .total] {
            let measured = try value(measure, maps, period)
            #expect(measured.fromDate == day(from) && measured.toDate == day(to))
        }
        let rate = try check(kind(.rate, "31 km2/day", measure: .gained, period: period), maps).measured()
        #expect(rate.fromDate == day(from) && rate.toDate == day(to))
        // What was held over a period is asked of its own days.
        let peak = try check(claim("300 km2", measure: .peak, period: period), maps).measured()
        let (first, last) = (day(period.0), day(period.1))
        #expect(peak.date.map { (first...last).contains($0) } == true)
    }

    @Test("A rate: per day between the maps, half a day of doubt at each")
    func rate() throws {
        let finding = try check(
            kind(.rate, "31 km2/day", measure: .gained, period: Self.period), Self.maps)
        let (gained, rate) = (try value(.gained), try finding.measured())
        #expect(isNear(rate.value * 864_000, Self.gain, Self.cut))
        let expected =
            (gained.u * gained.u + (gained.value * 0.5.squareRoot() / 10)
                * (gained.value * 0.5.squareRoot() / 10))
            .squareRoot()
        #expect(isNear(rate.u * 864_000, expected, 1e-6 * expected))
        #expect(finding.verdict == .consistent)
        let net = try check(kind(.rate, "16 km2/day", period: Self.period), Self.maps).measured()
        #expect(isNear(net.value * 864_000, Self.gain - Self.loss, Self.cut))
        #expect(try check(kind(.rate, "3 km/day", period: Self.period), Self.maps).verdict == .notCheckable)
        #expect(
            try check(kind(.rate, "3 km2/day", measure: .peak, period: Self.period), Self.maps)
                .verdict == .notCheckable)
    }

    @Test("A share gained, over its denominator")
    func share() throws {
        let whole = feature("whole", .reference, box(34, 50, 36, 52))
        var map = Self.maps
        map.features.append(whole)
        map.features[2].index = 2
        let finding = try check(
            claim("1 %", measure: .gained, period: Self.period, of: .feature(id: "whole")), map)
        let area = try #require(finding.definitions[0].denominator?.squareMetres)
        #expect(isNear(try finding.measured().value, Self.gain / area, Self.cut / area))
    }

    @Test("Stated errors count as far as the ground they speak of has changed")
    func stated() throws {
        var map = Self.maps
        let part = StatedErrorPart(counting: .controlled, squareMetres: 80e6)
        map.errorParts = [part]
        // Half of the later map is new; a third of the earlier one is gone.
        #expect(isNear(try value(.gained, map).statedU, 40e6, 10e3))
        #expect(isNear(try value(.lost, map).statedU, 80e6 / 3, 10e3))
    }

    @Test(
        "Which two maps, and why none",
        arguments: [
            (
                ("2024-08-01", "2024-08-20"),
                "no map within 3 days of the day before the period, 2024-07-31; the nearest is of 2024-08-10, 10 days away"
            ),
            (
                ("2024-08-10", "2024-08-30"),
                "no map within 3 days of the period's end, 2024-08-30; the nearest is of 2024-08-20, 10 days away"
            ),
            (
                ("2024-08-10", "2024-08-12"),
                "\"gained\" needs two maps, and there is one of 2024-08-10 for both ends of the period"
            ),
        ])
    func missing(_ period: (String, String), _ reason: String) throws {
        let finding = try check(claim("300 km2", measure: .gained, period: period), Self.maps)
        #expect(finding.because == "cannot be checked: " + reason)
    }

    @Test("Without a period: the only two maps, or those around the claim's date")
    func noPeriod() throws {
        #expect(isNear(try value(.gained, Self.maps, nil).value, Self.gain, Self.cut))
        let three = scenario([
            Self.ground(35, 35.2, "2024-08-01"), Self.ground(35, 35.3, "2024-08-10"),
            Self.ground(35.1, 35.5, "2024-08-20"),
        ])
        let open = try check(claim("300 km2", measure: .gained), three)
        #expect(open.because.contains("needs a period; the map has 3 dates"))
        var near = try claim("300 km2", measure: .gained, asOf: "2024-08-15")
        near.windowDays = 5
        #expect(isNear(try check(near, three).measured().value, Self.gain, Self.cut))
        near.windowDays = 3
        #expect(try check(near, three).because.contains("needs two maps within 3 days of 2024-08-15"))
    }

    @Test("The ground behind a value is what was gained or lost")
    func shown() throws {
        let checker = Checker(Self.maps)
        for (measure, area) in [(ClaimMeasure.gained, Self.gain), (.lost, Self.loss)] {
            let claim = try claim("300 km2", measure: measure, period: Self.period)
            let value = try checker.check(claim).measured()
            let ground = try #require(try checker.ground(of: value, for: claim))
            #expect(isNear(ground.area.geodesicSquareMetres, area, Self.cut))
        }
    }
}
