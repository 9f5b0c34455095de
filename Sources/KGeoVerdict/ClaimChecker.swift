// Claims of every kind against the dated maps of a scenario.

internal import KGeoClaims
public import KGeoCore
internal import KGeoMeasure
public import KGeoScenario

/// Checks claims. Belongs to one task.
public final class ClaimChecker {
    /// The scenario.
    public let scenario: Scenario
    /// The settings.
    public let settings: CheckSettings
    /// Measures its maps.
    public let measurer: MapMeasurer
    /// Finds its features.
    let index: FeatureIndex
    /// The grounds of subjects, with their maps.
    var grounds: [Subject: ClaimGround] = [:]

    /// A checker for a scenario.
    public init(_ scenario: Scenario, settings: CheckSettings = CheckSettings()) {
        self.scenario = scenario
        self.settings = settings
        measurer = MapMeasurer(scenario, settings: settings)
        index = FeatureIndex(scenario)
    }

    /// What the maps say of a claim.
    ///
    /// - Throws: a problem when GEOS fails on the map; a claim that cannot be checked is a finding, not an
    ///   error.
    public func check(_ claim: Claim) throws(Problem) -> Finding {
        let figure = Figure(claim)
        warnOfSecondUnit(claim)
        var rows: [DefinitionFinding] = []
        var isDrawnAsItIs = false
        var note: String?
        do throws(Stop) {
            let quantity = try self.quantity(of: claim)
            isDrawnAsItIs = quantity.isDrawnAsItIs
            let choice = try self.choice(of: claim, quantity.ground)
            note = choice.note
            if let forced = claim.counting, !isDrawnAsItIs,
                !choice.maps.contains(where: { map in
                    !quantity.ground.statuses(on: map).isDisjoint(with: forced.statuses)
                })
            {
                throw Stop.notCheckable("the map has no \(scenario.words.label(forced)) ground")
            }
            let denominators = try self.denominators(of: claim)
            let definitions =
                isDrawnAsItIs
                ? [claim.counting ?? claim.worded ?? .controlled]
                : definitions(of: claim, in: choice.maps, quantity.ground)
            for counting in definitions {
                for denominator in denominators {
                    rows.append(try row(claim, quantity, counting, denominator, choice, figure))
                }
            }
        } catch {
            switch error {
            case .notCheckable(let reason):
                let counting = claim.counting ?? claim.worded ?? .controlled
                var row = DefinitionFinding(
                    counting: counting, asWorded: isAsWorded(claim, counting), verdict: .notCheckable)
                row.reason = reason
                rows = [row]
            case .problem(let problem): throw problem
            }
        }
        // What makers of maps of war differ by says nothing of a fire or a reserve.
        let isOfWar = !scenario.words.isOwn || scenario.words == .drawn
        let benchmark = isOfWar ? settings.classes.benchmark : nil
        for i in rows.indices { rows[i].sigmaWords = SigmaRange.words(rows[i], benchmark) }
        let overall = OverallVerdict(over: rows)
        let asWorded = OverallVerdict(over: rows.filter(\.asWorded))
        var finding = Finding(
            claim: claim, said: figure.interval.said, saidSI: figure.interval.si,
            resolution: figure.interval.resolution, resolutionInferred: figure.interval.isInferred,
            definitions: rows, verdictAsWorded: rows.contains(where: \.asWorded) ? asWorded.verdict : nil,
            verdict: overall.verdict, isRobust: overall.isRobust,
            isPartlyInconclusive: overall.isPartlyInconclusive,
            reason: Sentences(
                claim: claim, isDrawnAsItIs: isDrawnAsItIs, words: scenario.words,
                daysEarlier: scenario.daysEarlier
            ).because(rows, overall: overall, note: note))
        finding.isDrawnAsItIs = isDrawnAsItIs
        finding.words = scenario.words
        finding.benchmark = benchmark
        return finding
    }

    /// What a claim's figure comes down to.
    struct Figure {
        /// As an interval.
        var interval: ClaimInterval
        /// The printed number in SI: of a range its middle, of a bound the bound.
        var printed: Double
        /// Whether it is a bound.
        var isOneSided: Bool

        init(_ claim: Claim) {
            interval = claim.checkedInterval
            isOneSided = claim.checkedQualifier.isOneSided
            printed = claim.printedSI
        }
    }

    /// What a claim speaks of, and how it is measured on a map.
    struct Quantity {
        /// The features whose dates are the maps', and whose statuses are counted.
        var ground: ClaimGround
        /// Whether no definition of held makes a difference: an oblast, a road, the way between two places.
        var isDrawnAsItIs: Bool
        /// Its value on one map under one definition; of a change it is nil.
        var value: ((DatedMap, Counting) throws(Stop) -> MeasuredValue)?
        /// The same number without its error, where that is had at less cost; nil where it is not.
        var bare: ((DatedMap, Counting) throws(Stop) -> Double)?
    }

    /// Why a check ends early: the claim cannot be checked, or the map is broken.
    enum Stop: Error {
        case notCheckable(Wording)
        case problem(Problem)
    }

    /// Whether a definition is what the claim counts: by its words, else by what its author forces.
    func isAsWorded(_ claim: Claim, _ counting: Counting) -> Bool {
        (claim.worded ?? claim.counting) == counting
    }

    /// The definitions under which a claim is checked, the one as worded first.
    private func definitions(
        of claim: Claim, in maps: [DatedMap], _ ground: ClaimGround
    ) -> [Counting] {
        if let forced = claim.counting { return [forced] }
        // A reference feature (an oblast, a country) has no status: it counts as drawn.
        guard maps.contains(where: { ground.statuses(on: $0).contains(.contested) }) else {
            return [claim.worded ?? .controlled]
        }
        let usual: [Counting] = [.controlled, .controlledAndContested]
        guard let worded = claim.worded else { return usual }
        return [worded] + usual.filter { $0 != worded }
    }
}
