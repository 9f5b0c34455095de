// Claims against drawn ground of known area: verdicts and definitions.

import KGeo
import KGeoCore
import KGeoScenario
import KGeoVerdict
import Testing

@Suite("Area claims against drawn ground")
struct VerdictTests {
    /// As on the map that the scenario format takes as its example: 828 km² held, 425 km² grey.
    static let kursk = scenario(ground([(.controlled, 828), (.contested, 425)]))

    @Test(
        "Each verdict",
        arguments: [
            ("828 km2", [.consistent, .understated]), ("1,253 km2", [.overstated, .consistent]),
            ("about 1,300 km2", [.overstated, .consistent]), ("2,000 km2", [.overstated, .overstated]),
            ("100 km2", [.understated, .understated]), ("at least 500 km2", [.consistent, .consistent]),
            ("up to 1,000 km2", [.consistent, .understated]),
            ("100–400 square miles", [.consistent, .understated]),
        ] as [(String, [Verdict])])
    func each(_ figure: String, _ verdicts: [Verdict]) throws {
        let finding = try check(claim(figure), Self.kursk)
        #expect(finding.verdicts == verdicts)
        #expect(finding.km2 == [828, 1_253])
        #expect(finding.verdictAsWorded == nil)
        #expect(finding.isRobust == (verdicts[0] == verdicts[1]))
    }

    @Test("The error of one strip is that of a ring with one σ")
    func error() throws {
        let finding = try check(claim("828 km2"), scenario(held(828)))
        let measured = try #require(finding.definitions.first?.measured)
        // The perimeter of 30 × 27.6 km; beside its corners places are nearer to each other than along the line, which
        // adds 5 % here.
        let perimeter = 2 * (30_000 + 27_600.0)
        let u = 500 * (2 * perimeter * 5_000).squareRoot()  // e^(−P/2ℓ) is 1e-5
        #expect((0.03...0.07).contains(measured.boundaryU / u - 1))
        #expect(measured.interval95.low == measured.value - 2 * measured.u)
        #expect(measured.boundaryErrorMetres == 500 && !measured.boundaryErrorAssumed)
    }

    @Test("σ: the feature's own, the option's, the scenario's, else that of the map's class as an assumption")
    func sigmas() throws {
        var own = scenario(held(828))
        own.features[0].boundaryError = 50
        func sigma(_ scenario: Scenario, option: Double? = nil) throws -> (Double?, Bool) {
            let row = try check(claim("828 km2"), scenario, CheckSettings(boundaryError: option)).definitions[
                0]
            let measured = try #require(row.measured)
            return (measured.boundaryErrorMetres, measured.boundaryErrorAssumed)
        }
        #expect(try sigma(own, option: 300) == (50, false))
        #expect(try sigma(scenario(held(828)), option: 300) == (300, false))
        #expect(try sigma(scenario(held(828))) == (500, false))
        #expect(try sigma(scenario(held(828), sigma: nil)) == (789, true))
    }

    @Test(
        "The row as worded comes first and gives the verdict as worded",
        arguments: [
            (Counting.controlled, [Counting.controlled, .controlledAndContested], Verdict.overstated),
            (.controlledAndContested, [.controlledAndContested, .controlled], .consistent),
        ])
    func worded(_ worded: Counting, _ order: [Counting], _ verdict: Verdict) throws {
        let finding = try check(claim("about 1,300 km2", worded: worded), Self.kursk)
        #expect(finding.definitions.map(\.counting) == order)
        #expect(finding.definitions.map(\.asWorded) == [true, false])
        #expect(finding.verdictAsWorded == verdict && finding.verdict == .dependsOnDefinition)
    }

    @Test("A definition that is forced is the only one")
    func forced() throws {
        var forced = try claim("about 425 km2", worded: .controlled)
        forced.counting = Counting([.contested])
        let finding = try check(forced, Self.kursk)
        #expect(finding.definitions.map(\.counting) == [Counting([.contested])])
        #expect(finding.km2 == [425] && finding.verdict == .consistent)
        #expect(finding.verdictAsWorded == nil)
        forced.worded = nil
        #expect(try check(forced, Self.kursk).verdictAsWorded == .consistent)
    }

    @Test("One status present, one row; the words still count")
    func oneStatus() throws {
        let finding = try check(claim("828 km2"), scenario(held(828)))
        #expect(finding.definitions.map(\.counting) == [.controlled] && finding.isRobust)
        #expect(finding.verdictAsWorded == nil)
        let worded = try check(claim("828 km2", worded: .controlledAndContested), scenario(held(828)))
        #expect(worded.definitions.map(\.counting) == [.controlledAndContested])
        #expect(worded.km2 == [828] && worded.verdictAsWorded == .consistent)
    }

    @Test("A grey zone alone: nothing is firmly held")
    func greyAlone() throws {
        let finding = try check(claim("425 km2"), scenario(ground([(.contested, 425)])))
        #expect(finding.km2 == [0, 425])
        #expect(finding.verdicts == [.overstated, .consistent])
        #expect(finding.definitions[0].ratio == nil && finding.definitions[0].zeta == nil)
    }

    @Test("Claimed ground counts only when it is forced")
    func claimed() throws {
        let map = scenario(ground([(.controlled, 100), (.claimed, 50)]))
        #expect(try check(claim("100 km2"), map).km2 == [100])
        var forced = try claim("150 km2")
        forced.counting = Counting([.controlled, .claimed])
        #expect(try check(forced, map).km2 == [150])
    }

    @Test("An error as wide as the ground cannot tell")
    func inconclusive() throws {
        let finding = try check(claim("50 km2"), scenario(ground([(.controlled, 50)], height: 1)))
        #expect(finding.verdict == .inconclusive)
        let mixed = try check(
            claim("2 km2"), scenario(ground([(.controlled, 2), (.contested, 1_000)], height: 20)))
        #expect(mixed.verdicts == [.inconclusive, .understated])
        #expect(mixed.verdict == .understated && mixed.isPartlyInconclusive && !mixed.isRobust)
    }

    @Test("Ratio, depth and the edge models")
    func numbers() throws {
        let row = try check(claim("about 1,300 km2"), Self.kursk).definitions[0]
        #expect(abs(try #require(row.ratio) - 1_300.0 / 828) < 1e-9)
        let measured = try #require(row.measured)
        let depth = try #require(row.depthEquivalentMetres)
        #expect(abs(depth - (1_235e6 - measured.value) / measured.outlineMetres) < 1e-6)
        let lonlat = try check(claim("828 km2"), Self.kursk, CheckSettings(edges: .lonlat)).definitions[0]
        let difference = try abs(#require(lonlat.measured).value - measured.value)
        #expect(difference > 0 && abs(difference - measured.edgeEffect) < 1)
    }

    @Test("Overlapping parts count once, with a warning that gives the area")
    func overlap() throws {
        var map = scenario(held(100), held(60))
        map.features[0].id = "a"
        map.features[1].id = "b"
        let checker = ClaimChecker(map)
        let finding = try checker.check(claim("100 km2"))
        #expect(finding.km2 == [100])
        let warning = try #require(checker.measurer.warnings.first)
        #expect(warning.severity == .warning && warning.problem.place.file == "map.geojson")
        #expect(warning.problem.message == "a, b: parts overlap on 60.0 km²; that ground is counted once")
        _ = try checker.check(claim("100 km2"))
        #expect(checker.measurer.warnings.count == 1)
    }

    @Test("A second unit that is not the first, converted, is a warning")
    func secondUnit() throws {
        let checker = ClaimChecker(scenario(held(100)))
        var figure = try claim("1,263 km2")
        figure.equivalent = .init(number: PrintedNumber(value: 488, step: 1), unit: .mi2)
        _ = try checker.check(figure)
        #expect(checker.measurer.warnings.isEmpty)
        figure.equivalent = .init(number: PrintedNumber(value: 588, step: 1), unit: .mi2)
        _ = try checker.check(figure)
        _ = try checker.check(figure)
        #expect(
            checker.measurer.warnings.map(\.problem.message) == [
                "claim \"c\": 1,263 km² are 488 mi², and 588 are printed beside it"
            ])
        let hint = try #require(checker.measurer.warnings.first?.problem.hint)
        #expect(hint.contains("a conversion of the pair \"1,263 km2 (588 mi2)\""))
        figure.numbers.append(PrintedNumber(value: 2_000, step: 1_000))
        let range = ClaimChecker(scenario(held(100)))
        _ = try range.check(figure)
        #expect(range.measurer.warnings.isEmpty)
    }

    @Test("Drawings of several mapmakers in one map are one union, with a warning")
    func severalSources() throws {
        var map = Self.kursk
        map.features[0].source = "M"
        map.features[1].source = "N"
        let checker = ClaimChecker(map)
        _ = try checker.check(claim("828 km2"))
        #expect(checker.measurer.warnings.map(\.problem.message).contains { $0.contains("\"M\", \"N\"") })
        map.features[1].source = "M"
        let one = ClaimChecker(map)
        _ = try one.check(claim("828 km2"))
        #expect(one.measurer.warnings.isEmpty)
    }

    @Test("A front lends its σ to the line along it, on its own date alone")
    func fronts() throws {
        let map = scenario(held(828, on: "2024-08-10"), held(828, on: "2024-08-21"))
        let strip = Strip(828, height: 30)
        var front = ScenarioFeature(index: 2, role: .front)
        front.geometry = .lineString(
            LineString([Coordinate(strip.west, strip.north), Coordinate(strip.east, strip.north)]))
        front.boundaryError = 50
        func u(_ front: ScenarioFeature, _ asOf: String) throws -> Double {
            var map = map
            map.features.append(front)
            return try #require(check(claim("828 km2", asOf: asOf), map).definitions[0].measured).u
        }
        let without = try #require(
            check(claim("828 km2", asOf: "2024-08-21"), map).definitions[0].measured)
        #expect(without.boundaryErrorMetres == 500)
        #expect(try u(front, "2024-08-10") < 0.95 * without.u)
        front.date = day("2024-08-21")
        #expect(try u(front, "2024-08-21") < 0.95 * without.u)
        #expect(try u(front, "2024-08-10") == without.u)
    }
}
