// A text held against the scenarios that speak of its figures.

package import KGeoArticle
package import KGeoCore
internal import KGeoExtract
package import KGeoScenario
package import KGeoVerdict

/// What was found of one figure of a text.
package struct ArticleFinding: Hashable, Sendable {
    /// The figure.
    package var extracted: ExtractedClaim
    /// Its number in the text, from 1.
    package var number: Int
    /// What each scenario that speaks of it says.
    package var findings: [ScenarioFinding]
    /// Why there is none.
    package var unlinked: String?

    /// A finding on one scenario.
    package struct ScenarioFinding: Hashable, Sendable {
        /// The scenario's file.
        package var scenario: String
        /// Whether the scenario's own claim of this figure says what ground and time it is of.
        package var isPrepared: Bool
        /// The scenario's own claim of this figure; what is judged is the figure as the text words it.
        package var own: OwnClaim?
        package var finding: Finding
    }
}

/// What was found of a text.
package struct ArticleReport: Sendable {
    /// The text's file.
    package var file: String
    package var figures: [ArticleFinding]
    /// Dates that the scenarios contradict, with what to ask.
    package var dateNotes: [(date: PrintedDate, note: String)]
    /// Sentences that say nothing is held.
    package var denials: [Denial]

    /// The figures with the ground they speak of, for comparing them with those of other texts.
    var stated: [StatedFigure] {
        figures.flatMap { figure in
            figure.findings.prefix(1).map { row in
                StatedFigure(
                    statement: .init(
                        file: file, quote: figure.extracted.quote, start: figure.extracted.start),
                    claim: row.finding.claim)
            }
        }
    }
}

/// Checks texts against scenarios. Belongs to one task.
package final class ArticleChecker {
    private let linker: Linker
    private let scenarios: [Scenario]
    private let checkers: [Checker]
    private let gazetteer: Gazetteer
    private let extractor = Extractor()

    /// A checker for some scenarios.
    ///
    /// - Parameter gazetteer: settlements by their names; the places of the scenarios are added to it.
    package init(_ scenarios: [Scenario], gazetteer: Gazetteer, settings: CheckSettings = CheckSettings()) {
        self.scenarios = scenarios
        checkers = scenarios.map { Checker($0, settings: settings) }
        linker = Linker(scenarios)
        self.gazetteer = gazetteer
    }

    /// What the scenarios say of a text.
    ///
    /// - Throws: a problem when GEOS fails on a map.
    package func check(_ text: String, file: String) throws(Problem) -> ArticleReport {
        let words = ArticleText(text)
        let context = ArticleContext(
            words, regions: linker.regions, holders: linker.holders, gazetteer: gazetteer)
        var figures: [ArticleFinding] = []
        for (i, extracted) in extractor.claims(in: text).enumerated() {
            var figure = ArticleFinding(extracted: extracted, number: i + 1, findings: [])
            switch linker.link(extracted, number: i + 1, in: context) {
            case .success(let links):
                for link in links {
                    figure.findings.append(
                        .init(
                            scenario: scenarios[link.scenario].file, isPrepared: link.isPrepared,
                            own: link.own, finding: try checkers[link.scenario].check(link.claim)))
                }
            case .failure(let reason):
                figure.unlinked = ([reason.reason] + reason.own.map(\.words)).joined(separator: "; ")
            }
            figures.append(figure)
        }
        var notes: [(date: PrintedDate, note: String)] = []
        for scenario in scenarios {
            let regions = Set(scenario.features.filter { $0.role == .control }.flatMap(\.regions))
            let found = Contradictions.dateNotes(in: words, scenario: scenario) { place in
                let word = words.index(at: place)
                return word < words.words.count && regions.contains { context.names($0, around: word) }
            }
            for note in found where !notes.contains(where: { $0.date == note.date }) { notes.append(note) }
        }
        return ArticleReport(
            file: file, figures: figures, dateNotes: notes,
            denials: Contradictions.denials(
                in: context, file: file, holders: linker.holders, regions: linker.regions))
    }

    /// Statements of one text or of several that cannot all hold.
    package static func contradictions(_ reports: [ArticleReport]) -> [Contradiction] {
        Contradictions.find(reports.flatMap(\.stated), denials: reports.flatMap(\.denials))
    }
}
