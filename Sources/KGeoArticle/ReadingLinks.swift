// Claims on scenarios made of readings: the ground, the holder and the time are those of the text, and nothing else.

internal import KGeoClaims
internal import KGeoCore
internal import KGeoExtract
internal import KGeoScenario

extension Linker {
    /// Whether the ground of the scenarios is held by sides that readings can name; of others only scenarios know.
    public var knowsSides: Bool {
        holders.isEmpty || holders.contains { ReadingLexicon.english.sides.contains($0) }
    }

    /// The claims that a figure with a reading comes down to, or why there is none.
    ///
    /// - Parameter known: the scenarios’ own claims of the figure.
    func links(
        _ figure: ExtractedClaim, _ reading: Reading, number: Int, known: [LinkedClaim]
    ) -> Result<[LinkedClaim], Unlinked> {
        let (prepared, others) = (known.filter(\.isPrepared), known.filter { !$0.isPrepared })
        func failure(_ reason: String) -> Result<[LinkedClaim], Unlinked> {
            .failure(Unlinked(reason, beside: others))
        }
        if let reason = reading.whyNot {
            guard reading.obstacle == .open, Self.knows(reading), !prepared.isEmpty else {
                return failure(reason)
            }
            return .success(prepared)
        }
        guard reading.kind == .area || reading.kind == .share else {
            return prepared.isEmpty
                ? failure("no scenario has a \(reading.kind.rawValue) of this figure") : .success(prepared)
        }
        var made: [LinkedClaim] = []
        var reasons: [String] = []
        let taken = Set(prepared.map(\.scenario))
        for i in scenarios.indices where !taken.contains(i) {
            let control = scenarios[i].features.filter { $0.role == .control && shows($0, reading) }
            guard !control.isEmpty else { continue }
            let own = control.filter { $0.holder == reading.holder }
            guard !own.isEmpty else {
                let owners = Set(control.compactMap(\.holder)).sorted().joined(separator: ", ")
                reasons.append(
                    "\(scenarios[i].file) shows \(owners) in \(reading.region ?? "it"), and the text speaks of \(reading.holder ?? "nobody")"
                )
                continue
            }
            switch claim(figure, reading, number, scenarios[i].file, own) {
            case .success(let claim):
                let beside = others.first { $0.scenario == i }?.own
                made.append(LinkedClaim(scenario: i, claim: claim, isPrepared: false, own: beside))
            case .failure(let reason): reasons.append(reason.reason)
            }
        }
        let all = (prepared + made).sorted { $0.scenario < $1.scenario }
        guard all.isEmpty else { return .success(all) }
        return failure(
            reasons.isEmpty
                ? "no scenario has an area in \(reading.region ?? "it")"
                : unique(reasons).joined(separator: "; "))
    }

    /// Whether enough of a reading is known that a claim its author prepared may serve it: of ground whose and where.
    private static func knows(_ reading: Reading) -> Bool {
        guard reading.kind == .area || reading.kind == .share else { return true }
        return reading.holder != nil && !reading.regions.isEmpty
    }

    private func shows(_ feature: ScenarioFeature, _ reading: Reading) -> Bool {
        guard reading.regions.count == 1, let region = reading.regions.first else { return false }
        return feature.regions.contains { Gazetteer.folded($0) == Gazetteer.folded(region) }
    }

    /// A claim on control areas, from a reading.
    private func claim(
        _ figure: ExtractedClaim, _ reading: Reading, _ number: Int, _ file: String,
        _ control: [ScenarioFeature]
    ) -> Result<Claim, Unlinked> {
        var claim = Claim(
            id: "\(number)", kind: reading.kind, measure: reading.measure ?? .held, numbers: figure.numbers,
            unit: figure.unit, qualifier: figure.qualifier,
            subject: Subject(role: .control, holder: reading.holder, region: control.first?.regions.first))
        (claim.worded, claim.quote, claim.equivalent) = (figure.worded, figure.quote, figure.equivalent)
        if reading.kind == .share {
            guard case .region(let regions) = reading.of, let region = regions.first, regions.count == 1
            else {
                return .failure(Unlinked("it is a share of ground that no scenario has as a whole"))
            }
            guard let code = Self.denominator(region) else {
                return .failure(Unlinked("it is a share of \(region), whose official area is not known"))
            }
            claim.of = .official(code: code)
        }
        (claim.asOf, claim.period) = (reading.asOf, reading.period)
        let days = Set(control.compactMap(\.date)).sorted()
        guard let first = days.first, let last = days.last else { return .success(claim) }
        // A peak, or what was gained, is no matter of one map.
        if let period = reading.period, days.count == 1 {
            return .failure(
                Unlinked(
                    "\(file) has one map, of \(first), and the text speaks of \(period.lowerBound) to \(period.upperBound)"
                ))
        }
        if let period = reading.period, !period.overlaps(first...last) {
            return .failure(
                Unlinked(
                    "\(file) has maps from \(first) to \(last), and the text speaks of \(period.lowerBound) to \(period.upperBound)"
                ))
        }
        return .success(claim)
    }
}
