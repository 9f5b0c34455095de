// Plans held against the maps of every maker at hand.

internal import KGeoAtlas
internal import KGeoControl
package import KGeoCore
internal import KGeoScenario
package import KGeoVerdict

/// Holds plans against maps. Belongs to one task.
package final class PlanChecker {
    /// Lines of GeoData that plans may need; each is read when one does.
    package struct Lines {
        /// The border between the two countries.
        package var border: () throws(Problem) -> LineFile?
        /// What is no front.
        package var front: () throws(Problem) -> FrontBorders

        /// Lines from what reads them.
        package init(
            border: @escaping () throws(Problem) -> LineFile?,
            front: @escaping () throws(Problem) -> FrontBorders
        ) {
            (self.border, self.front) = (border, front)
        }
    }

    /// The rulers at which a front is measured, in m.
    package static let rulers = [500.0, 1_000, 2_000, 5_000, 10_000, 20_000]

    let planner: Planner
    private let stocks: [MapStock]
    private let lines: Lines
    private let settings: CheckSettings

    /// A checker for the maps at hand.
    package init(
        _ planner: Planner, _ stocks: [MapStock], lines: Lines, settings: CheckSettings = CheckSettings()
    ) {
        (self.planner, self.stocks, self.lines) = (planner, stocks, lines)
        var own = settings
        own.measuresWindow = false
        self.settings = own
    }

    /// What is known of the maps opened so far.
    package var notices: [Notice] { stocks.flatMap(\.notices) }

    /// What every maker's maps say by some plans, in their order. A maker who shows no ground of the side that is spoken
    /// of says nothing.
    ///
    /// - Throws: a problem when a map cannot be read or measured.
    package func answers(_ plans: [Plan]) throws(Problem) -> [[PlanAnswer]] {
        var asked = try ask(plans + plans.flatMap(\.beside), of: stocks)
        for i in plans.indices {
            guard let peak = plans[i].peak.first else { continue }
            for stock in stocks {
                guard let most = try ask([peak], of: [stock])[0].first,
                    let plan = plans[i].sharing(most)
                else { continue }
                asked[i] += try ask([plan], of: [stock])[0].map { answer in
                    var answer = answer
                    answer.instead = plan
                    return answer
                }
            }
        }
        var next = plans.count
        return plans.indices.map { i in
            var answers = asked[i]
            for plan in plans[i].beside {
                for answer in asked[next] {
                    guard
                        let k = answers.firstIndex(where: {
                            $0.path == answer.path && $0.maker == answer.maker
                        })
                    else { continue }
                    answers[k].beside.append(PlanAnswer.Beside(plan: plan, finding: answer.finding))
                }
                next += 1
            }
            return answers.map(\.countingCrimeaInBothOrNeither).onePerMaker(near: plans[i])
        }
    }

    /// What the maps of some stocks say by some plans, in their order.
    private func ask(_ plans: [Plan], of stocks: [MapStock]) throws(Problem) -> [[PlanAnswer]] {
        var answers = [[PlanAnswer]](repeating: [], count: plans.count)
        for i in plans.indices where !plans[i].needsMaps {
            answers[i] = [try withoutMaps(plans[i])]
        }
        let groups = groups(plans)
        for stock in stocks {
            for numbers in groups {
                var own: [Int] = []
                for i in numbers where try shows(plans[i], stock) { own.append(i) }
                guard let said = try said(by: stock, of: own.map { plans[$0] }) else { continue }
                for (i, answer) in zip(own, said) { answers[i].append(answer) }
            }
        }
        return answers
    }

    /// What one maker's maps say by plans of one context; nil where they say nothing.
    private func said(by stock: MapStock, of plans: [Plan]) throws(Problem) -> [PlanAnswer]? {
        guard let context = plans.first?.context else { return nil }
        let day = plans.lazy.compactMap(\.day).first
        let countries = context.region?.countries ?? []
        // Of a pocket abroad the outline is not the whole front.
        if context.isFront, try !stock.covers(countries, near: day) { return nil }
        let ground = try context.isFront ? nil : self.ground(context)
        let loaded = try stock.scenario(
            for: plans.map(\.claim), in: ground?.cutting, countries: countries)
        guard var scenario = loaded?.scenario else { return nil }
        try add(context, to: &scenario)
        let checker = Checker(scenario, settings: settings)
        let maker = try stock.maker(near: day)
        return try plans.map { plan throws(Problem) in
            let finding = try context.isFront ? front(plan.claim, scenario) : checker.check(plan.claim)
            var answer = PlanAnswer(maker: maker, path: stock.path, finding: finding)
            answer.files = Dictionary(
                uniqueKeysWithValues: answer.days.compactMap { day in stock.file(on: day).map { (day, $0) } })
            try self.answer(plan.question, &answer, checker)
            return answer
        }
    }

    /// Whether a maker shows ground of the side that is spoken of.
    private func shows(_ plan: Plan, _ stock: MapStock) throws(Problem) -> Bool {
        let holders = try stock.holders(near: plan.day)
        return plan.claim.subject.holder.map(holders.contains) ?? true
    }

    private func ground(_ context: Plan.Context) throws(Problem) -> Planner.Ground? {
        guard let region = context.region else { return nil }
        return try planner.ground(of: region)
    }

    /// Puts the places and the border that plans name on a map.
    private func add(_ context: Plan.Context, to scenario: inout Scenario) throws(Problem) {
        var number = (scenario.features.map(\.index).max() ?? -1) + 1
        for place in context.places where !scenario.features.contains(where: { $0.id == place.name }) {
            var feature = ScenarioFeature(index: number, role: .place)
            (feature.id, feature.coordinateError) = (place.name, 2 * AtlasPlace.coordinateError)
            feature.geometry = .point(Positions([place.coordinate]))
            scenario.features.append(feature)
            number += 1
        }
        if context.hasBorder, let border = try lines.border() { try scenario.add([border]) }
    }

    /// The way between places, or from a place to the border.
    private func withoutMaps(_ plan: Plan) throws(Problem) -> PlanAnswer {
        var scenario = Scenario(file: "GeoData")
        try add(plan.context, to: &scenario)
        return PlanAnswer(
            maker: "GeoData", path: "GeoData",
            finding: try Checker(scenario, settings: settings).check(plan.claim))
    }

    /// The length of the front on a map at every ruler.
    private func front(_ claim: Claim, _ scenario: Scenario) throws(Problem) -> Finding {
        let less = try lines.front()
        let front: MeasuredFront
        do throws(Problem) {
            front = try FrontMeasurer(scenario, settings: settings).front(
                asOf: claim.asOf, less: less.references)
        } catch {
            return Finding(claim, notCheckable: Wording(error.message))
        }
        return Finding(claim, front: FrontLengths(front.line, rulers: Self.rulers), on: front.date)
    }

    /// The numbers of plans that need maps by what they have in common, in order.
    private func groups(_ plans: [Plan]) -> [[Int]] {
        var groups: [[Int]] = []
        // What needs its peak first is not asked by itself.
        for (i, plan) in plans.enumerated()
        where plan.needsMaps && (plan.peak.isEmpty || plan.claim.of != nil) {
            if let k = groups.firstIndex(where: { plans[$0[0]].context == plan.context }) {
                groups[k].append(i)
            } else {
                groups.append([i])
            }
        }
        return groups
    }

    /// Why no maker's maps show the ground of a plan.
    package func reason(_ plan: Plan) throws(Problem) -> String {
        var makers: [String] = []
        for stock in stocks {
            let holders = try stock.holders(near: plan.day).joined(separator: " and ")
            let maker = try stock.maker(near: plan.day)
            if !plan.peak.isEmpty, try shows(plan, stock) {
                return "the maps of \(maker) do not show how much was held at most before that day"
            }
            makers.append("\(maker) shows ground of \(holders.isEmpty ? "nobody named" : holders)")
        }
        let what = plan.claim.subject.holder.map { "ground held by \($0)" } ?? "the whole front"
        return "no map at hand shows \(what): " + makers.joined(separator: "; ")
    }
}
