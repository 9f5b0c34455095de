// What of a text is held against the maps at hand: its figures, its denials, its numbers of settlements.

internal import KGeoArticle
internal import KGeoCore

extension ArticleChecker {
    /// Holds what a text says against the maps, all of it at once, so that each map is opened and cut once.
    func measure(_ report: inout ArticleReport) throws(Problem) {
        guard let maps else { return }
        report.denied = denied(report)
        var work = Work()
        for i in report.figures.indices {
            let figure = report.figures[i]
            guard let reading = figure.reading else { continue }
            let near = maps.planner.orientations(figure.extracted, reading, number: figure.number)
            report.figures[i].orientation = near.map { .init(plan: $0, answers: []) }
            for (k, plan) in near.enumerated() {
                work.add(plan) { report, answers, _ in report.figures[i].orientation[k].answers = answers }
            }
            report.figures[i].unmapped = work.add(\.figures[i], of: report, maps.planner)
        }
        for i in report.denied.indices {
            report.denied[i].unmapped = work.add(\.denied[i], of: report, maps.planner)
        }
        for i in report.counts.indices where report.counts[i].read.reading.isCheckable {
            switch maps.planner.plan(report.counts[i].read, number: i + 1) {
            case .failure(let reason): report.counts[i].unmapped = reason.reason
            case .success(let plan):
                report.counts[i].plan = plan
                work.add(plan) { report, answers, reason in
                    (report.counts[i].answers, report.counts[i].unmapped) = (answers, reason)
                }
            }
        }
        try work.run(maps.checker, &report)
    }

    /// The denials as figures of no ground.
    private func denied(_ report: ArticleReport) -> [ArticleFinding] {
        report.denials.compactMap { denial in
            denial.figure.map {
                ArticleFinding($0, denial.reading(published: report.published?.date), number: 0)
            }
        }
    }
}

/// Plans with where their answers belong.
private struct Work {
    /// Takes what was found, or why nothing was.
    typealias Taker = (inout ArticleReport, [PlanAnswer], String?) -> Void

    private var plans: [Plan] = []
    private var takers: [Taker] = []

    mutating func add(_ plan: Plan, _ take: @escaping Taker) {
        plans.append(plan)
        takers.append(take)
    }

    /// The plan of a figure; else why it has none.
    mutating func add(
        _ path: WritableKeyPath<ArticleReport, ArticleFinding>, of report: ArticleReport, _ planner: Planner
    ) -> String? {
        let figure = report[keyPath: path]
        guard let reading = figure.reading, reading.isCheckable else { return nil }
        switch planner.plan(figure.extracted, reading, number: figure.number) {
        case .failure(let reason): return reason.reason
        case .success(let plan):
            add(plan) { report, answers, reason in
                report[keyPath: path].plan = plan
                (report[keyPath: path].answers, report[keyPath: path].unmapped) = (answers, reason)
            }
            return nil
        }
    }

    /// Asks the maps, and puts each answer where it belongs.
    func run(_ checker: PlanChecker, _ report: inout ArticleReport) throws(Problem) {
        for (i, answers) in try checker.answers(plans).enumerated() {
            takers[i](&report, answers, answers.isEmpty ? try checker.reason(plans[i]) : nil)
        }
    }
}
