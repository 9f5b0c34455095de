// Peak, lowest, mean, and figures said of a whole period.

import KGeo
import KGeoCore
import KGeoScenario
import KGeoVerdict
import Testing

@Suite("Claims over a period")
struct PeriodTests {
    static let maps = scenario(
        held(500, on: "2024-08-10"), held(900, on: "2024-08-20"), held(700, on: "2024-08-25"),
        held(2_000, on: "2024-12-01"), sigma: 100)
    static let august = ("2024-08-01", "2024-08-31")

    @Test(
        "Peak and lowest say on which date",
        arguments: [
            (ClaimMeasure.peak, 900.0, "2024-08-20"), (.lowest, 500, "2024-08-10"),
        ])
    func extremes(_ measure: ClaimMeasure, _ km2: Double, _ date: String) throws {
        let finding = try check(claim("\(Int(km2)) km2", measure: measure, period: Self.august), Self.maps)
        #expect(finding.km2 == [km2] && finding.verdict == .consistent)
        #expect(finding.definitions[0].measured?.date == day(date))
        #expect(finding.because.contains("on \(date)"))
        let measured = try #require(finding.definitions[0].measured)
        #expect((measured.windowLow / 1e6).rounded() == 500 && (measured.windowHigh / 1e6).rounded() == 900)
    }

    @Test("Without a period, over all dated maps")
    func allMaps() throws {
        #expect(try check(claim("2,000 km2", measure: .peak), Self.maps).km2 == [2_000])
    }

    @Test("The mean counts each stretch between two maps with the mean of its ends")
    func mean() throws {
        let finding = try check(claim("700 km2", measure: .mean, period: Self.august), Self.maps)
        // (10 days at 700 and 5 days at 800) over 15 days.
        #expect(finding.km2 == [733.333])
        let measured = try #require(finding.definitions[0].measured)
        #expect(measured.date == nil)
        #expect(abs(measured.uncertainty.u(at: measured.sigmaFactor) / measured.u - 1) < 1e-12)
        let one = try check(
            claim("900 km2", measure: .mean, period: ("2024-08-15", "2024-08-22")), Self.maps)
        // One map has no mean.
        #expect(one.verdict == .notCheckable)
        #expect(one.because.contains("at least half of the period"))
    }

    @Test("The mean of lines drawn without error still says what a metre would do")
    func exactMean() throws {
        var maps = Self.maps
        maps.defaults.boundaryError = 0
        let row = try check(claim("800 km2", measure: .mean, period: Self.august), maps).definitions[0]
        #expect(row.verdict == .overstated)
        #expect(try #require(row.sigmaFlipMetres) > 0)
    }

    @Test(
        "A range said of a whole period holds when the map stays within it",
        arguments: [
            ("500–900 km2", Verdict.consistent, nil),
            ("800–1,000 km2", .overstated, "lowest map of 2024-08-10"),
            ("100–600 km2", .understated, "highest map of 2024-08-20"),
            ("680–720 km2", .overstated, "lowest map of 2024-08-10"),
        ])
    func whole(_ figure: String, _ verdict: Verdict, _ decides: String?) throws {
        let finding = try check(claim(figure, period: Self.august), Self.maps)
        #expect(finding.verdict == verdict)
        let because = try #require(finding.definitions[0].because)
        #expect(
            because.hasPrefix("said of a whole period, in which the map runs from 500 km² to 900 km²"),
            "\(because)")
        #expect(because.contains("decides") == (decides != nil))
        if let decides { #expect(because.contains(decides)) }
    }

    @Test("Bounds said of a whole period")
    func bounds() throws {
        #expect(try check(claim("at least 450 km2", period: Self.august), Self.maps).verdict == .consistent)
        #expect(try check(claim("at least 600 km2", period: Self.august), Self.maps).verdict == .overstated)
        #expect(try check(claim("up to 950 km2", period: Self.august), Self.maps).verdict == .consistent)
        #expect(try check(claim("less than 800 km2", period: Self.august), Self.maps).verdict == .understated)
    }

    @Test("A period stands before the date of the settings, a date of the claim before its period")
    func order() throws {
        let settings = CheckSettings(asOf: day("2024-12-01"))
        let period = try check(claim("500–900 km2", period: Self.august), Self.maps, settings)
        #expect(period.verdict == .consistent)
        let dated = try check(claim("900 km2", asOf: "2024-08-20", period: Self.august), Self.maps)
        #expect(dated.km2 == [900] && dated.definitions[0].because == nil)
    }

    @Test("Up to, said of a peak, is read as about")
    func upTo() throws {
        let peak = try check(claim("up to 2,000 km2", measure: .peak, period: Self.august), Self.maps)
        #expect(peak.verdict == .overstated && peak.said == Interval(1_800, 2_200))
        #expect(peak.definitions[0].fit == nil)
        let held = try check(claim("up to 2,000 km2", asOf: "2024-08-20"), Self.maps)
        #expect(held.verdict == .consistent && held.definitions[0].fit == .loose)
    }

    @Test("A period without a map")
    func empty() throws {
        let finding = try check(
            claim("500 km2", measure: .peak, period: ("2025-01-01", "2025-02-01")), Self.maps)
        #expect(
            finding.because
                == "cannot be checked: no map lies between 2025-01-01 and 2025-02-01; they run from 2024-08-10 to 2024-12-01"
        )
    }

    @Test("Each definition has its own peak")
    func peaks() throws {
        let maps = scenario(
            ground([(.controlled, 500), (.contested, 400)], date: "2024-08-10"),
            ground([(.controlled, 600), (.contested, 100)], date: "2024-08-20"))
        let rows = try check(claim("600 km2", measure: .peak), maps).definitions
        #expect(rows.map { $0.measured?.date } == [day("2024-08-20"), day("2024-08-10")])
    }

    @Test("A lowest area after something has ended")
    func afterEnd() throws {
        var maps = scenario(
            held(300, on: "2024-08-01"), ground([(.controlled, 100)], date: "2024-08-01", south: 53))
        maps.features[0].dateEnd = day("2024-08-10")
        maps.features[1].dateEnd = day("2024-08-20")
        let finding = try check(claim("100 km2", measure: .lowest), maps)
        #expect(finding.km2 == [100])
        #expect(finding.definitions[0].measured?.date == day("2024-08-11"))
    }
}
