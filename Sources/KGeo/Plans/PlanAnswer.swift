// What the maps of one maker say by a plan.

package import KGeoControl
package import KGeoCore
package import KGeoVerdict

/// What the maps of one maker say by a plan.
package struct PlanAnswer: Hashable, Sendable {
    /// Who drew them.
    package var maker: String
    /// The folder or file they come from.
    package var path: String
    /// What was found.
    package var finding: Finding
    /// The files of the maps that decide, by their days, where each day has a file of its own.
    package var files: [CalendarDate: String] = [:]
    /// What measures the same again, as it can be typed; nil where nothing does.
    package var command: String?
    /// What was measured with it, without a verdict.
    package var beside: [Beside] = []
    /// The plan that was asked in the place of the figure's own; nil where that was.
    package var instead: Plan?
    /// Of a number of settlements: which of those that the gazetteer knows lie in the ground.
    package var settlements: SettlementCount?
    /// Of a way towards a place: how far the front came.
    package var approach: FrontApproach?
    /// Of a share of the whole country: whether ground and whole both count Crimea, or neither does; nil for others.
    package var crimea: Crimea?

    /// Whether a share counts Crimea.
    package enum Crimea: String, Sendable { case both, neither }

    /// A number beside a figure.
    package struct Beside: Hashable, Sendable {
        /// What was measured.
        package var plan: Plan
        /// What was found; its verdict is of no figure.
        package var finding: Finding
    }

    /// What a maker's maps say, from its parts.
    package init(maker: String, path: String, finding: Finding) {
        (self.maker, self.path, self.finding) = (maker, path, finding)
    }

    /// The file of the map that is printed.
    package var file: String? {
        finding.definitions.lazy.compactMap { $0.measured?.date }.first.flatMap { files[$0] }
    }

    /// The days of the maps that decide, earliest first.
    package var days: [CalendarDate] {
        var days: Set<CalendarDate> = []
        for row in finding.definitions {
            days.formUnion(row.days.flatMap { [$0.fromDate, $0.date] }.compactMap(\.self))
            days.formUnion([row.measured?.fromDate, row.measured?.date].compactMap(\.self))
        }
        return days.sorted()
    }
}

extension [PlanAnswer] {
    /// Those of makers on whose maps something was measured; where on none, all.
    package var speaking: [PlanAnswer] {
        let found = filter { $0.finding.verdict != .notCheckable }
        return found.isEmpty ? self : found
    }

    /// The verdict over all makers who say something, as worded where the words say what they count; nil where nothing was
    /// asked.
    package var overall: OverallVerdict? {
        isEmpty
            ? nil
            : OverallVerdict(
                speaking.map { $0.finding.verdictAsWorded ?? $0.finding.verdict },
                otherwise: .dependsOnSource)
    }
}

extension [PlanAnswer] {
    /// Of maps of one maker that lie in several places one answer: of those that measure it that with the map nearest to
    /// the day, else the first.
    func onePerMaker(near plan: Plan) -> [PlanAnswer] {
        func distance(_ answer: PlanAnswer) -> Int {
            guard answer.finding.verdict != .notCheckable, let day = plan.day,
                let shown = answer.finding.definitions.lazy.compactMap({ $0.measured?.date }).first
            else { return .max }
            return abs(shown.days(to: day))
        }
        var result: [PlanAnswer] = []
        for answer in self {
            guard let i = result.firstIndex(where: { $0.maker == answer.maker }) else {
                result.append(answer)
                continue
            }
            if distance(answer) < distance(result[i]) { result[i] = answer }
        }
        return result
    }
}
