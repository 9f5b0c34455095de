// What is asked of ground beside its size: which settlements lie in it, and how far its front came towards a place.

internal import KGeoAtlas
internal import KGeoControl
internal import KGeoCore

extension PlanChecker {
    /// Answers what a plan asks of the ground that was found.
    func answer(_ question: Plan.Question?, _ answer: inout PlanAnswer, _ checker: Checker) throws(Problem) {
        switch question {
        case nil: break
        case .settlements: answer.settlements = try settlements(answer.finding, checker)
        case .approach(let place):
            guard let value = answer.finding.definitions.lazy.compactMap(\.measured).first,
                let ends = try checker.ends(of: value)
            else { return }
            answer.approach = try FrontApproach(towards: place.coordinate, from: ends.old, to: ends.new)
        }
    }

    /// The places in the ground of a finding: those in what is firmly held count, those in the grey zone may.
    private func settlements(_ finding: Finding, _ checker: Checker) throws(Problem) -> SettlementCount? {
        let values = finding.definitions.compactMap(\.measured)
        guard let gazetteer = planner.gazetteer, let first = values.first, let last = values.last,
            let ground = try checker.ground(of: first, for: finding.claim),
            let widest = try checker.ground(of: last, for: finding.claim)
        else { return nil }
        var places: [AtlasPlace] = []
        for code in Self.countries { places += try gazetteer.places(in: code) }
        return try SettlementCount(of: places, in: ground, atMost: widest, claim: finding.claim)
    }

    /// The countries whose places the gazetteer knows down to villages, by their codes.
    private static let countries = ["UA", "RU"]
}
