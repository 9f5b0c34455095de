// The one sentence about a figure that can be quoted: whose map, of which day, what it shows, and how the figure stands
// to it.

internal import KGeoControl
internal import KGeoCore
internal import KGeoVerdict

/// Puts a finding on a maker's maps into a sentence. Of the writer it quotes the figure and says nothing else.
package struct PlanSentence {
    private let plan: Plan
    private let answer: PlanAnswer
    private let quote: String

    /// A sentence on a figure.
    ///
    /// - Parameter quote: the figure as printed, without the marks of its text.
    package init(_ plan: Plan, _ answer: PlanAnswer, quote: String) {
        (self.plan, self.answer, self.quote) = (answer.instead ?? plan, answer, quote)
    }

    private var finding: Finding { answer.finding }
    private var claim: Claim { finding.claim }

    /// The sentence; nil where nothing was measured.
    package var text: String? {
        guard let row = finding.definitions.first(where: { $0.measured != nil }), let measured = row.measured
        else { return nil }
        let end = "Measured on a drawn map, not on the ground."
        switch claim.kind {
        case .length: return front.map { "On \(maps(measured)), \($0). \(end)" }
        case .distance, .depth: return way(row, measured)
        default: break
        }
        let others = finding.definitions.filter {
            $0.measured != nil && $0 != row && $0.denominator == row.denominator
        }
        // Of a peak the grey zone may have its own day.
        let more =
            others.first.map { other in
                let day = other.measured?.date.flatMap {
                    $0 == measured.date ? nil : " on \(DayWords.text($0))"
                }
                return " (\(what(other, withWhole: false))\(day ?? ""))"
            } ?? ""
        return
            "On \(maps(measured)), \(holder) \(verb) \(what(row))\(more)\(place); “\(quote)”\(denial) \(stands).\(beside) \(end)"
    }

    /// The ground near a town, or how far the front came towards it, in a sentence; nil where nothing was measured.
    package var orientation: String? {
        if case .approach(let place) = plan.question { return approach(place) }
        guard let row = finding.definitions.first(where: { $0.measured != nil }), let measured = row.measured
        else { return nil }
        return
            "For orientation: on \(maps(measured)), \(holder) \(verb) \(what(row))\(place). Measured on a drawn map, not on the ground."
    }

    /// What stands beside the figure, each in a sentence of its own behind a space.
    private var beside: String {
        let numbers = answer.beside.compactMap { other -> String? in
            guard let row = other.finding.definitions.first(where: { $0.measured != nil }) else { return nil }
            if other.plan.isShareOfRegion {
                return " Crimea is counted in both; in neither it is \(what(row))."
            }
            return other.plan.claim.measure == .total
                ? " Added up from map to map it is \(what(row))."
                : " Net, gained less lost, it is \(what(row))."
        }
        guard answer.crimea == .neither else { return numbers.joined() }
        return numbers.joined() + " Crimea is counted in neither: the map shows no ground there."
    }

    /// "the front was 1,167 km long with a ruler of 500 m …".
    private var front: String? {
        guard let fine = finding.definitions.first?.measured?.value,
            let coarse = finding.definitions.last?.measured?.value
        else { return nil }
        func length(_ si: Double) -> String { Figures.value(si: si, in: claim.unit) }
        return
            "the front was \(length(fine)) long with a ruler of 500 m and \(length(coarse)) with one of 20 km; “\(quote)” \(stands)"
    }

    /// The sentence on a distance or a depth.
    private func way(_ row: DefinitionFinding, _ measured: MeasuredValue) -> String {
        let what = what(row)
        let towns = plan.places.map(\.name)
        guard plan.needsMaps else {
            let ends =
                towns.count == 2
                ? "\(towns[0]) and \(towns[1]) are" : "\(towns.first ?? "the place") and the border are"
            return
                "By the places of GeoData, \(ends) \(what) apart; “\(quote)” \(stands). Measured between points on a map, not on the ground."
        }
        let said =
            claim.kind == .depth
            ? "ground held by \(holder) reached \(what) past the border\(place)"
            : "ground held by \(holder) was \(what) from \(towns.first ?? "the border")"
        return
            "On \(maps(measured)), \(said); “\(quote)” \(stands). Measured on a drawn map, not on the ground."
    }

    private func maps(_ measured: MeasuredValue) -> String {
        if let from = measured.fromDate, let to = measured.toDate {
            return "\(answer.maker)’s maps of \(DayWords.text(from)) and \(DayWords.text(to))"
        }
        guard let date = measured.date, claim.measure != .mean else { return "the maps of \(answer.maker)" }
        return "\(answer.maker)’s map of \(DayWords.text(date))"
    }

    /// A denial names no number.
    private var denial: String {
        claim.numbers.allSatisfy { $0.value == 0 } ? ", which is 0 \(claim.unit.symbol)," : ""
    }

    private var holder: String {
        claim.counting == Counting([.contested]) ? "contested ground" : claim.subject.holder ?? "the ground"
    }

    private var verb: String {
        if claim.counting == Counting([.contested]) { return "was" }
        switch claim.measure {
        case .held: return "held"
        case .gained, .total: return "had gained"
        case .lost: return "had lost"
        case .net: return "had gained, less what it lost,"
        case .peak: return "held the most,"
        case .lowest: return "held the least,"
        case .mean: return "held on average"
        }
    }

    /// "203 km² (95 %: 152–255 km²)", with what counts where it is not ground firmly held.
    private func what(_ row: DefinitionFinding, withWhole: Bool = true) -> String {
        guard let measured = row.measured else { return "" }
        func number(_ si: Double) -> String { Figures.short(claim.unit.value(si: si)) }
        let interval = measured.interval95
        let ends = Figures.ends(claim.unit.value(si: interval.low), claim.unit.value(si: interval.high))
        var text = "\(number(measured.value)) \(claim.unit.symbol) (95 %: \(ends.low) to \(ends.high))"
        if row.counting == .controlledAndContested { text += " with the grey zone" }
        if withWhole, let whole = row.denominator { text += " of \(whole.name)" }
        return text
    }

    private var place: String {
        guard let region = plan.region, !plan.isShareOfRegion else { return "" }
        if let place = region.around {
            return " within \(Int(Planner.near / 1_000)) km of \(place.text)"
        }
        let parts = region.text.split(separator: ";").map { String($0.drop { $0 == " " }) }
        return " in " + parts.joined(separator: " and ")
    }

    private var stands: String {
        switch finding.verdict {
        case .consistent: "fits"
        case .overstated: "is above that"
        case .understated: "is below that"
        case .inconclusive: "cannot be told from it"
        case .betweenDefinitions: "lies between what is held and what is held with the grey zone"
        case .dependsOnDay: "depends on the day of the map"
        case .dependsOnDefinition: "fits or not by what counts as held"
        case .dependsOnSource: "fits or not by the mapmaker"
        case .notCheckable: "cannot be checked on it"
        }
    }

    /// Which settlements lie in the ground, and how the number stands to them.
    package var settlements: String? {
        guard let count = answer.settlements,
            let measured = finding.definitions.lazy.compactMap(\.measured).first
        else { return nil }
        let known =
            "the places that GeoData knows, those of \(SettlementCount.fewestPeople) people and more"
        let names = count.inside.prefix(6).joined(separator: ", ")
        let more = count.inside.count > 6 ? ", …" : ""
        let list = count.inside.isEmpty ? "" : " (\(names)\(more))"
        let near = count.atEdge.prefix(6).joined(separator: ", ") + (count.atEdge.count > 6 ? ", …" : "")
        let edge =
            count.atEdge.isEmpty
            ? "" : "; \(count.atEdge.count) \(count.atEdge.count == 1 ? "lies" : "lie") at its edge (\(near))"
        let stands =
            switch count.verdict {
            case .understated: "is fewer than that"
            case .consistent: "fits"
            default: "cannot be told from it, for smaller ones are not known"
            }
        return
            "On \(maps(measured)), the ground that \(holder) \(verb)\(place) holds \(count.inside.count) of \(known)\(list)\(edge); “\(quote)” \(stands). Measured on a drawn map, not on the ground."
    }

    /// "For orientation: … the front of Russia came 1.2 km nearer to Pokrovsk".
    private func approach(_ place: Plan.Place) -> String? {
        guard let approach = answer.approach,
            let measured = finding.definitions.lazy.compactMap(\.measured).first
        else { return nil }
        func metres(_ value: MeasuredValue) -> String {
            let (value, ends) = (value.value, value.interval95)
            let shown = Figures.ends(ends.low / 1_000, ends.high / 1_000)
            return "\(Figures.short(value / 1_000)) km (95 %: \(shown.low) to \(shown.high))"
        }
        func length(_ value: Double) -> String { "\(Figures.short(value / 1_000)) km" }
        let reach = Int(FrontApproach.reach / 1_000)
        let moved =
            approach.nearer.value == 0
            ? "came no nearer to \(place.text) than \(length(approach.before))"
            : "came \(metres(approach.nearer)) nearer to \(place.text), from \(length(approach.before)) to \(length(approach.after))"
        let forward =
            approach.forward.map {
                "within \(reach) km of the way there it moved forward by \(metres($0)) at most"
            } ?? "within \(reach) km of the way there nothing was gained"
        return
            "For orientation: on \(maps(measured)), ground held by \(holder) \(moved); \(forward). Measured on a drawn map, not on the ground."
    }
}
