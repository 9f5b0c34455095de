// The σ at which a verdict changes, against trying them all.

import KGeo
import KGeoCore
import KGeoVerdict
import Testing

@Suite("σ at which the verdict changes")
struct SigmaFlipTests {
    /// Metres between the σ that are tried.
    static let step = 2.0
    static let widest = 4_000.0
    static let unit = 250.0

    struct Case: CustomTestStringConvertible {
        var m: Double
        var claim: Interval
        var scale: UncertaintyScale
        var testDescription: String {
            "\(m) against \(claim.low)–\(claim.high), a=\(scale.a) b=\(scale.b) c=\(scale.c)"
        }
    }

    static let cases: [Case] = [0.0, 40, 100, 1_000].flatMap { m in
        [
            Interval(90, 110), Interval(130, 150), Interval(300, 310), Interval(0, 60), Interval(0, 0),
            Interval(120, .infinity), Interval(10, .infinity), Interval(0, 99),
        ].flatMap { claim in
            [
                UncertaintyScale(a: 25, b: 0, c: 0), UncertaintyScale(a: 100, b: 30, c: 4),
                UncertaintyScale(a: 0.01, b: 0, c: 100), UncertaintyScale(a: 0, b: 0, c: 1),
                UncertaintyScale(a: 2_000, b: 0, c: 900),
            ].map { Case(m: m, claim: claim, scale: $0) }
        }
    }

    /// The rules of the verdict once more, from the numbers alone.
    private func verdict(_ one: Case, sigma: Double) -> Verdict {
        let t = sigma / Self.unit
        let u = (one.scale.a * t * t + one.scale.b * t + one.scale.c).squareRoot()
        let low = max(0, one.m - 2 * u)
        let high = one.m + 2 * u
        if one.claim.low > high { return .overstated }
        if one.claim.high == 0, one.m > 0, one.m <= 3 * u { return .inconclusive }
        if one.claim.high < low { return .understated }
        return 2 * u > one.m / 2 ? .inconclusive : .consistent
    }

    private func judgement(_ one: Case, sigma: Double) -> Judgement {
        let t = sigma / Self.unit
        var measured = MeasuredValue(value: one.m, boundaryU: 0, edgeEffect: 0)
        measured.uncertainty = one.scale
        measured.sigmaUnitMetres = Self.unit
        measured.sigmaFactor = t
        measured.u = one.scale.u(at: t)
        return Judgement(measured, claim: one.claim, printed: 1, isOneSided: false)
    }

    @Test("It holds for just the σ for which trying them gives the same verdict", arguments: cases)
    func bruteForce(_ one: Case) throws {
        let sigmas = Array(stride(from: 0, through: Self.widest, by: Self.step))
        let tried = sigmas.map { verdict(one, sigma: $0) }
        for now in [0.0, 100, 250, 600, 3_000] {
            let judged = judgement(one, sigma: now)
            #expect(judged.verdict == verdict(one, sigma: now))
            let holds = try #require(judged.sigmaHolds)
            for (sigma, verdict) in zip(sigmas, tried)
            where abs(sigma - holds.low) > 1e-6 && abs(sigma - holds.high) > 1e-6 {
                #expect((verdict == judged.verdict) == holds.contains(sigma), "σ = \(sigma), now \(now)")
            }
            // The smallest σ at which it changes: where the stretch begins, or else where it ends.
            let changes = zip(tried, tried.dropFirst()).map {
                ($0 == judged.verdict) != ($1 == judged.verdict)
            }
            if let first = changes.firstIndex(of: true) {
                // A verdict that another one only touches, at σ = 0, has no σ below it to flip at.
                if first == 0, now > 0, judged.sigmaFlipMetres == nil, holds.low == 0 { continue }
                let flip = try #require(judged.sigmaFlipMetres)
                #expect(flip >= sigmas[first] - 1e-6 && flip <= sigmas[first + 1] + 1e-6)
            } else if let flip = judged.sigmaFlipMetres {
                // Between 0 and the first step, beyond the widest, or at a touch that the steps pass over.
                #expect(flip < Self.step || flip > Self.widest - Self.step)
            }
        }
    }

    @Test("Without an uncertain line there is nothing to flip")
    func withoutLine() {
        let measured = MeasuredValue(value: 100, boundaryU: 0, edgeEffect: 0)
        let judged = Judgement(measured, claim: Interval(130, 150), printed: 140, isOneSided: false)
        #expect(judged.sigmaFlipMetres == nil && judged.sigmaHolds == nil)
    }

    @Test("A strip of 77 km², said to be 90, fits for σ between about 80 and 350 m")
    func strip() throws {
        // Its two sides, a kilometre apart, err together: twice the error of one, where apart it would be √2 times.
        // Half a kilometre of held ground and a grey zone 79 km long along a border.
        let ground = ground([(.controlled, 0.67), (.contested, 76.3)], height: 0.975)
        let said = try claim("90 km2")
        for (sigma, verdict) in [
            (50.0, Verdict.overstated), (110, .consistent), (250, .consistent), (450, .inconclusive),
            (600, .inconclusive),
        ] {
            let finding = try check(said, scenario(ground, sigma: sigma))
            #expect(finding.definitions.map(\.counting) == [.controlled, .controlledAndContested])
            #expect(finding.verdicts[1] == verdict, "σ = \(sigma)")
            #expect(finding.verdicts[0] == .overstated)
            let holds = try #require(finding.definitions[1].sigmaHolds)
            #expect(holds.contains(sigma))
            if verdict == .consistent {
                #expect(holds.low > 70 && holds.low < 80 && holds.high > 340 && holds.high < 370)
            }
        }
    }
}
