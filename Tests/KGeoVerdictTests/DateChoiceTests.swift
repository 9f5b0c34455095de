// Which dated map a claim is held against.

import KGeo
import KGeoCore
import KGeoScenario
import KGeoVerdict
import Testing

@Suite("The map of a claim's date")
struct DateChoiceTests {
    /// 100, 200, 300 and 900 km² on four days.
    static let maps = scenario(
        held(100, on: "2024-08-18"), held(200, on: "2024-08-20"), held(300, on: "2024-08-24"),
        held(900, on: "2024-09-20"))

    @Test(
        "The value printed is that of the nearest map within the window",
        arguments: [
            ("2024-08-20", 200, "2024-08-20"), ("2024-08-21", 200, "2024-08-20"),
            ("2024-08-22", 200, "2024-08-20"),
            ("2024-08-23", 300, "2024-08-24"), ("2024-08-19", 100, "2024-08-18"),
            ("2024-08-15", 100, "2024-08-18"),
            ("2024-08-27", 300, "2024-08-24"), ("2024-09-23", 900, "2024-09-20"),
        ])
    func nearest(_ asOf: String, _ km2: Double, _ date: String) throws {
        let finding = try check(claim("200 km2", asOf: asOf), Self.maps)
        #expect(finding.km2 == [km2])
        #expect(finding.definitions.first?.measured?.date == day(date))
    }

    @Test("The lowest and highest within the window")
    func window() throws {
        let measured = try #require(
            check(claim("200 km2", asOf: "2024-08-21"), Self.maps).definitions.first?.measured)
        #expect((measured.windowLow / 1e6).rounded() == 100 && (measured.windowHigh / 1e6).rounded() == 300)
        let alone = try #require(
            check(claim("200 km2", asOf: "2024-09-20"), Self.maps).definitions.first?.measured)
        #expect(alone.windowLow == alone.value && alone.windowHigh == alone.value)
    }

    @Test("None within the window: the nearest is named")
    func none() throws {
        let finding = try check(claim("200 km2", asOf: "2024-08-28"), Self.maps)
        #expect(finding.verdict == .notCheckable && finding.definitions.count == 1)
        #expect(
            finding.because
                == "cannot be checked: no map within 3 days of 2024-08-28; the nearest is of 2024-08-24, 4 days away"
        )
    }

    @Test("The window: the option's, the claim's, the scenario's, else 3 days")
    func windowOrder() throws {
        var claim = try claim("200 km2", asOf: "2024-08-28")
        var map = Self.maps
        #expect(try check(claim, map).verdict == .notCheckable)
        map.defaults.windowDays = 4
        #expect(try check(claim, map).km2 == [300])
        claim.windowDays = 2
        #expect(try check(claim, map).verdict == .notCheckable)
        #expect(try check(claim, map, CheckSettings(windowDays: 10)).km2 == [300])
    }

    @Test("Without a date: only where the map has one")
    func withoutDate() throws {
        let several = try check(claim("200 km2"), Self.maps)
        #expect(
            several.because
                == "cannot be checked: the claim gives no date and the map has 4 (from 2024-08-18 to 2024-09-20); set as_of"
        )
        #expect(try check(claim("200 km2"), scenario(held(200))).km2 == [200])
        #expect(try check(claim("200 km2"), Self.maps, CheckSettings(asOf: day("2024-08-20"))).km2 == [200])
        // The claim's own date stands before that of the settings.
        let own = try claim("200 km2", asOf: "2024-08-24")
        #expect(try check(own, Self.maps, CheckSettings(asOf: day("2024-08-20"))).km2 == [300])
    }

    @Test("An undated map: as it is without a date, not checkable with one")
    func undated() throws {
        let map = scenario(held(200, on: nil))
        let finding = try check(claim("200 km2"), map)
        #expect(finding.km2 == [200] && finding.definitions[0].measured?.date == nil)
        let dated = try check(claim("200 km2", asOf: "2024-08-20"), map)
        #expect(dated.because.contains("the map carries no date"))
        let peak = try check(claim("200 km2", measure: .peak), map)
        #expect(peak.because == "cannot be checked: the map carries no date")
    }

    @Test("Undated ground beside dated ground is left out, with a warning")
    func mixed() throws {
        let checker = ClaimChecker(scenario(held(200), held(50, on: nil)))
        #expect(try checker.check(claim("200 km2")).km2 == [200])
        #expect(
            checker.measurer.warnings.map(\.problem.message) == [
                "1 feature of everything without a date left out"
            ])
    }

    @Test("Areas of different dates are never added")
    func neverAdded() throws {
        let finding = try check(claim("300 km2", asOf: "2024-08-19"), Self.maps)
        #expect(finding.km2 == [100])
    }

    @Test("A span counts on each of its days, and to the last of them for the window")
    func spans() throws {
        var map = scenario(held(200, on: "2024-08-01"))
        map.features[0].dateEnd = day("2024-08-15")
        for (asOf, date) in [
            ("2024-08-10", "2024-08-10"), ("2024-08-15", "2024-08-15"), ("2024-08-17", "2024-08-15"),
            ("2024-07-30", "2024-08-01"),
        ] {
            let finding = try check(claim("200 km2", asOf: asOf), map)
            #expect(finding.definitions[0].measured?.date == day(date), "\(asOf)")
        }
        #expect(try check(claim("200 km2", asOf: "2024-08-19"), map).verdict == .notCheckable)
        let period = try check(claim("200 km2", period: ("2024-08-05", "2024-08-08")), map)
        #expect(period.verdict == .consistent)
    }
}
