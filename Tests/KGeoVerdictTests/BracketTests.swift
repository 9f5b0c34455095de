// The maps that bracket a day, and figures that fit only at an edge.

import KGeo
import KGeoClaims
import KGeoCore
import KGeoScenario
import KGeoVerdict
import Testing

@Suite("The maps that bracket a day")
struct BracketTests {
    /// 700, 828, 1,100 and 1,110 km²; σ of 500 m is some 30 km² of each.
    static let maps = scenario(
        held(700, on: "2024-08-12"), held(828, on: "2024-08-18"), held(1_100, on: "2024-08-20"),
        held(1_110, on: "2024-08-24"))

    @Test(
        "Where the two maps give different verdicts it depends on the day, whichever is nearer",
        arguments: [
            ("1,100 km2", "2024-08-19", .dependsOnDay), ("828 km2", "2024-08-19", .dependsOnDay),
            // A figure between them is above the one and below the other.
            ("960 km2", "2024-08-19", .dependsOnDay),
            ("2,000 km2", "2024-08-19", .overstated), ("100 km2", "2024-08-19", .understated),
            ("at least 500 km2", "2024-08-19", .consistent),
            // The day's own map alone counts.
            ("1,100 km2", "2024-08-20", .consistent), ("828 km2", "2024-08-20", .understated),
            ("1,105 km2", "2024-08-23", .consistent), ("1,105 km2", "2024-08-22", .consistent),
        ] as [(String, String, Verdict)])
    func verdict(_ figure: String, _ asOf: String, _ verdict: Verdict) throws {
        let finding = try check(claim(figure, asOf: asOf), Self.maps)
        #expect(finding.verdict == verdict)
        #expect(finding.verdicts == [verdict])
    }

    @Test("The hull runs from the lowest to the highest end; the interval stays the nearest map's own")
    func hull() throws {
        let finding = try check(claim("1,105 km2", asOf: "2024-08-21"), Self.maps)
        let row = finding.definitions[0]
        let measured = try #require(row.measured)
        let hull = try #require(measured.hull)
        #expect(hull.dates == ["2024-08-20", "2024-08-24"])
        #expect(
            measured.date == day("2024-08-20")
                && row.days.map(\.date) == [day("2024-08-20"), day("2024-08-24")])
        #expect(hull.interval95.low == measured.interval95.low)
        #expect(hull.interval95.high == row.days[1].interval95.high)
        #expect(hull.interval95.high > measured.interval95.high)
        #expect(measured.dayU > 0 && measured.dayU < measured.u)
        #expect(finding.combinations == 2 && finding.fitting == 2)
        let own = try #require(
            check(claim("1,105 km2", asOf: "2024-08-20"), Self.maps).definitions[0].measured)
        let ownHull = try #require(own.hull)
        #expect(ownHull.dates == ["2024-08-20"])
        #expect(ownHull.interval95 == own.interval95)
        #expect(own.dayU == 0)
    }

    @Test("Both maps are named with what they say, and one that stands alone is said to")
    func words() throws {
        let depends = try check(claim("1,100 km2", asOf: "2024-08-19"), Self.maps)
        #expect(
            depends.because
                == "depends on the day: above the map of 2024-08-18 (828 km²), fits that of 2024-08-20 (1,100 km²), at 828 km² controlled"
        )
        #expect(depends.combinations == 2 && depends.fitting == 1)
        let alone = try check(claim("1,110 km2", asOf: "2024-08-26"), Self.maps)
        #expect(
            alone.because
                == "fits 1,110 km² controlled (by the map of 2024-08-24 alone: none lies within 3 days after 2024-08-26)"
        )
        let early = try check(claim("828 km2", asOf: "2024-08-16"), Self.maps)
        #expect(
            early.because.hasSuffix(
                "(by the map of 2024-08-18 alone: none lies within 3 days before 2024-08-16)"))
    }

    @Test("A change runs from every map that brackets its start to every one that brackets its end")
    func change() throws {
        let finding = try check(
            claim("280 km2", measure: .gained, period: ("2024-08-20", "2024-08-22")),
            scenario(
                held(800, on: "2024-08-18"), held(820, on: "2024-08-20"), held(1_100, on: "2024-08-22"),
                held(1_150, on: "2024-08-23")))
        // The day before begins between the first two maps; the last day has its own.
        #expect(
            finding.definitions[0].measured?.hull?.dates == [
                "2024-08-18/2024-08-22", "2024-08-20/2024-08-22",
            ])
        #expect(finding.definitions[0].days.map { ($0.value / 1e6).rounded() } == [300, 280])
    }

    @Test(
        "Where a mirror's lag is not known to a day, the next map decides too",
        arguments: [
            // The map of the 20th may be that of the 19th; the next one is surely of the 20th or later.
            ("2024-08-20", ["2024-08-20", "2024-08-21"], .dependsOnDay),
            ("2024-08-24", ["2024-08-24"], .overstated),
            ("2024-08-21", ["2024-08-21", "2024-08-24"], .dependsOnDay),
        ] as [(String, [String], Verdict)])
    func unknownLag(_ asOf: String, _ dates: [String], _ verdict: Verdict) throws {
        var maps = scenario(
            held(500, on: "2024-08-10"), held(510, on: "2024-08-11"), held(828, on: "2024-08-20"),
            held(1_100, on: "2024-08-21"), held(600, on: "2024-08-24"))
        let finding = try check(claim("1,100 km2", asOf: asOf), maps)
        #expect(finding.definitions[0].measured?.hull?.dates == [asOf])
        maps.day = MapDay(ofUndatedIn: "deepstatemap_data_20240821.geojson", lagDays: 1...2)
        let lagging = try check(claim("1,100 km2", asOf: asOf), maps)
        #expect(lagging.definitions[0].measured?.hull?.dates == dates)
        #expect(lagging.verdict == verdict)
        let change = try check(
            claim("270 km2", measure: .gained, period: ("2024-08-11", "2024-08-20")), maps)
        #expect(
            change.definitions[0].measured?.hull?.dates == [
                "2024-08-10/2024-08-20", "2024-08-10/2024-08-21", "2024-08-11/2024-08-20",
                "2024-08-11/2024-08-21",
            ])
    }

    @Test(
        "A figure that fits only where its digits were rounded most fits at the edge",
        arguments: [
            // 120,000 is 115,000 to 125,000; the map ends at 115,093.
            (114_993.0, 50.0, "120,000 km2", true), (114_993, 1_000, "120,000 km2", false),
            (119_000, 50, "120,000 km2", false),
            // Less than a tenth of the map's own interval.
            (95, 5, "at least 104.5 km2", true), (95, 5, "at least 100 km2", false),
        ])
    func edge(_ value: Double, _ u: Double, _ figure: String, _ isEdge: Bool) throws {
        let claim = try claim(figure)
        let measured = MeasuredValue(value: value * 1e6, boundaryU: u * 1e6, edgeEffect: 0)
        let judged = Judgement(
            [measured], claim: claim.checkedInterval, printed: claim.printedSI,
            isOneSided: claim.checkedQualifier.isOneSided)
        #expect(judged.verdict == .consistent && judged.isEdge == isEdge)
    }

    @Test("A step that was given has no edge")
    func given() throws {
        var claim = try claim("120,000 km2")
        claim.resolution = 10_000
        #expect(claim.checkedInterval.core == claim.checkedInterval.si)
    }

    @Test(
        "A gap below a hundredth of the smaller bound is none to rely on",
        arguments: [(100.0, 5.0, "111 km2", true), (100, 5, "112 km2", false), (100, 5, "89 km2", true)])
    func borderline(_ value: Double, _ u: Double, _ figure: String, _ isBorderline: Bool) throws {
        let claim = try claim(figure)
        let measured = MeasuredValue(value: value * 1e6, boundaryU: u * 1e6, edgeEffect: 0)
        let judged = Judgement([measured], claim: claim.checkedInterval, printed: 1, isOneSided: false)
        #expect(judged.verdict != .consistent && judged.isBorderline == isBorderline)
    }

    @Test("The σ for which a verdict holds is that for which it holds on every map")
    func sigma() throws {
        let both = try check(claim("2,000 km2", asOf: "2024-08-19"), Self.maps).definitions[0]
        let first = try check(claim("2,000 km2", asOf: "2024-08-18"), Self.maps).definitions[0]
        let second = try check(claim("2,000 km2", asOf: "2024-08-20"), Self.maps).definitions[0]
        #expect(both.sigmaFlipMetres == min(first.sigmaFlipMetres ?? 0, second.sigmaFlipMetres ?? 0))
        #expect(both.sigmaWords?.hasSuffix("; mapmakers differ by 0.53–1.75 km") == true)
        #expect(both.sigmaWords?.hasPrefix("holds up to σ = ") == true)
    }
}
