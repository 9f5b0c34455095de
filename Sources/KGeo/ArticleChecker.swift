// A text held against the scenarios that speak of its figures.

package import KGeoArticle
package import KGeoCore
package import KGeoExtract
package import KGeoScenario
package import KGeoVerdict

/// What was found of one figure of a text.
package struct ArticleFinding: Hashable, Sendable {
    /// The figure.
    package var extracted: ExtractedClaim
    /// What it says, as far as the text tells; nil in a text that speaks of no ground that the tables know.
    package var reading: Reading?
    /// Its number in the text, from 1.
    package var number: Int
    /// What each scenario that speaks of it says.
    package var findings: [ScenarioFinding]
    /// Why there is none.
    package var unlinked: String?
    /// What is measured on the maps at hand; nil where there are none, or nothing can be.
    package var plan: Plan?
    /// What the maps of each maker say.
    package var answers: [PlanAnswer] = []
    /// Why none of the maps is held against it.
    package var unmapped: String?
    /// Of ground near towns or along directions what lies near them, for orientation.
    package var orientation: [Orientation] = []

    /// The ground near a town, without a verdict.
    package struct Orientation: Hashable, Sendable {
        /// What is measured.
        package var plan: Plan
        /// What the maps of each maker say.
        package var answers: [PlanAnswer]
    }

    /// A figure without findings.
    init(_ extracted: ExtractedClaim, _ reading: Reading?, number: Int) {
        self.extracted = extracted
        self.reading = reading
        self.number = number
        findings = []
    }

    /// What the figure says, for comparing it with others: on the ground that a scenario's author prepared for it, else as
    /// it was read; nil where neither is known.
    fileprivate var stated: Claim? {
        if let prepared = findings.first, prepared.isPrepared { return prepared.finding.claim }
        guard let reading else { return findings.first?.finding.claim }
        guard reading.isCheckable else { return nil }
        var claim = extracted.claim(as: reading, number: number)
        claim.subject.region = reading.region
        (claim.from, claim.to) = (reading.from, reading.to)
        if case .region(let names) = reading.of {
            claim.of = .feature(id: names.joined(separator: " + "))
        } else if let whole = reading.of {
            claim.of = .feature(id: whole.words)
        }
        return claim
    }

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
    /// The text's file, or its id in a batch.
    package var file: String
    /// The day of publication that "now" and "last month" were read against; nil where none is known.
    package var published: PublishedDay?
    /// What to know of the text as a whole.
    package var notes: [String] = []
    package var figures: [ArticleFinding]
    /// The numbers of settlements with their readings; empty where the text speaks of none of the sides.
    package var counts: [CountFinding] = []
    /// Dates that the scenarios contradict, with what to ask.
    package var dateNotes: [(date: PrintedDate, note: String)]
    /// Sentences that say nothing is held, taken or lost.
    package var denials: [Denial]
    /// The same as figures of no ground, each with what the maps say of it; empty without maps.
    package var denied: [ArticleFinding] = []
    /// The language that the text is read in, or seems to be in and is not read in.
    package var language = TextLanguage.read(.english)

    /// The figures with the ground they speak of, for comparing them with those of other texts.
    var stated: [StatedFigure] {
        figures.compactMap { figure in
            figure.stated.map { claim in
                StatedFigure(
                    statement: .init(
                        file: file, quote: figure.extracted.quote, start: figure.extracted.start),
                    claim: claim)
            }
        }
    }
}

/// A number of settlements, with what the maps say of it.
package struct CountFinding: Sendable {
    /// The number with its reading.
    package var read: ReadCount
    /// What is measured; nil where nothing is.
    package var plan: Plan?
    /// What the maps of each maker say.
    package var answers: [PlanAnswer] = []
    /// Why none of the maps is held against it.
    package var unmapped: String?

    init(read: ReadCount) { self.read = read }
}

/// The day a text was published.
package struct PublishedDay: Hashable, Sendable {
    /// The day.
    package var date: CalendarDate
    /// Who says so: the setting, a line of a batch, `json-ld`, `meta`, `time`, `dateline`.
    package var from: String

    /// A day and who gives it.
    package init(_ date: CalendarDate, from: String) {
        self.date = date
        self.from = from
    }

    /// What is given from outside, else the most trusted day of the page.
    static func best(of page: Page, given: PublishedDay?) -> PublishedDay? {
        given ?? page.days.first.map { PublishedDay($0.date, from: $0.source.rawValue) }
    }

    /// Where the page gives other days.
    static func notes(_ page: Page, _ day: PublishedDay?) -> [String] {
        guard let day else { return [] }
        var seen: Set<CalendarDate> = [day.date]
        return page.days.filter { seen.insert($0.date).inserted }.map {
            "read as published on \(day.date) (\(day.from)); \($0.source.rawValue) of the page says \($0.date)"
        }
    }
}

/// Checks texts against scenarios. Belongs to one task.
package final class ArticleChecker {
    private let linker: Linker
    private let scenarios: [Scenario]
    private let checkers: [Checker]
    private let gazetteer: Gazetteer
    private let extractor: Extractor
    let maps: (planner: Planner, checker: PlanChecker)?

    /// A checker for some scenarios.
    ///
    /// - Parameters:
    ///   - gazetteer: settlements by their names; the places of the scenarios are added to it.
    ///   - maps: what is measured beside the scenarios, and on what; nil: nothing.
    ///   - language: the language of the texts; nil: what each seems to be in.
    package init(
        _ scenarios: [Scenario], gazetteer: Gazetteer, settings: CheckSettings = CheckSettings(),
        maps: (planner: Planner, checker: PlanChecker)? = nil, language: Language? = nil
    ) {
        extractor = Extractor(language: language)
        self.scenarios = scenarios
        self.maps = maps
        checkers = scenarios.map { Checker($0, settings: settings) }
        linker = Linker(scenarios)
        self.gazetteer = gazetteer
    }

    /// What the scenarios and the maps say of a text.
    ///
    /// - Parameters:
    ///   - published: the day it was published, with where that was said; else what was saved, else what the text itself
    ///     gives.
    ///   - saved: readings that a person has looked through.
    /// - Throws: a problem when GEOS fails on a map.
    package func check(
        _ text: String, file: String, published: PublishedDay? = nil, saved: SavedReadings? = nil
    ) throws(Problem) -> ArticleReport {
        let page = Page(text)
        let language = extractor.language(of: page.article)
        guard language == .read(.english) else { return foreign(page, language, file: file) }
        let words = ArticleText(page.article)
        let context = ArticleContext(
            words, regions: linker.regions, holders: linker.holders, gazetteer: gazetteer)
        let day = PublishedDay.best(of: page, given: published ?? saved?.published)
        let readings = ArticleReadings(page.article, published: day?.date)
        var figures = Self.figures(extractor.claims(in: page.article), readings)
        let lost = saved?.apply(to: &figures) ?? []
        for i in figures.indices {
            let (extracted, reading) = (figures[i].extracted, linker.knowsSides ? figures[i].reading : nil)
            switch linker.link(extracted, reading, number: i + 1, in: context) {
            case .success(let links):
                for link in links {
                    figures[i].findings.append(
                        .init(
                            scenario: scenarios[link.scenario].file, isPrepared: link.isPrepared,
                            own: link.own, finding: try checkers[link.scenario].check(link.claim)))
                }
            case .failure(let reason):
                figures[i].unlinked = ([reason.reason] + reason.own.map(\.words)).joined(separator: "; ")
            }
        }
        var report = ArticleReport(
            file: file, figures: figures, dateNotes: dateNotes(words, context),
            denials: denials(in: words, context, file: file, isOfSides: readings.speaksOfSides))
        report.counts = readings.speaksOfSides ? readings.counts.map { CountFinding(read: $0) } : []
        report.published = day ?? readings.published.map { PublishedDay($0, from: "dateline") }
        try measure(&report)
        report.notes = PublishedDay.notes(page, report.published) + skipped(page) + lost
        return report
    }

    /// A text in a language without rules of reading: its figures are shown, and none is linked. One in a language that is not
    /// read has no figures.
    private func foreign(_ page: Page, _ language: TextLanguage, file: String) -> ArticleReport {
        var report = ArticleReport(file: file, figures: [], dateNotes: [], denials: [])
        report.language = language
        guard case .read(let read) = language else { return report }
        report.figures = Extractor(language: read).claims(in: page.article).enumerated().map {
            var figure = ArticleFinding($1, nil, number: $0 + 1)
            figure.unlinked = "read in \(read.name); only figures of English texts are linked to maps"
            return figure
        }
        return report
    }

    /// The sentences that say nothing is held: of the ground of the scenarios, and of the regions that readings name.
    private func denials(
        in words: ArticleText, _ context: ArticleContext, file: String, isOfSides: Bool
    ) -> [Denial] {
        let lexicon = ReadingLexicon.english
        let regions = linker.regions.union(isOfSides ? lexicon.countries.keys.map { $0 } : [])
        guard regions.count > linker.regions.count else {
            return Contradictions.denials(
                in: context, file: file, holders: linker.holders, regions: linker.regions)
        }
        let holders = linker.holders.union(lexicon.sides)
        return Contradictions.denials(
            in: ArticleContext(words, regions: regions, holders: holders, gazetteer: gazetteer), file: file,
            holders: holders, regions: regions)
    }

    /// Claims and readings in one list: every claim of the text, and the numbers that other sentences make figures.
    private static func figures(_ claims: [ExtractedClaim], _ readings: ArticleReadings) -> [ArticleFinding] {
        let read = Dictionary(
            readings.figures.map { ($0.claim.start, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(claims.map(\.start))
        var all = claims.map { claim in
            let open = Reading(kind: claim.kind).refused("it is no figure of ground", .notGround)
            return (claim, Optional(read[claim.start]?.reading ?? open))
        }
        if readings.speaksOfSides {
            all += readings.figures.filter { !known.contains($0.claim.start) }.map {
                ($0.claim, Optional($0.reading))
            }
        }
        return all.sorted { $0.0.start < $1.0.start }.enumerated().map { i, figure in
            ArticleFinding(figure.0, readings.speaksOfSides ? figure.1 : nil, number: i + 1)
        }
    }

    /// A note of the figures that stand beside the article.
    private func skipped(_ page: Page) -> [String] {
        guard let beside = page.beside else { return [] }
        let count = extractor.claims(in: beside).count
        guard count > 0 else { return [] }
        return [
            "\(count) \(count == 1 ? "figure stands" : "figures stand") beside the article (navigation, related texts, comments) and \(count == 1 ? "is" : "are") left out"
        ]
    }

    private func dateNotes(_ words: ArticleText, _ context: ArticleContext) -> [(
        date: PrintedDate, note: String
    )] {
        var notes: [(date: PrintedDate, note: String)] = []
        for scenario in scenarios {
            let regions = Set(scenario.features.filter { $0.role == .control }.flatMap(\.regions))
            let found = Contradictions.dateNotes(in: words, scenario: scenario) { place in
                let word = words.index(at: place)
                return word < words.words.count && regions.contains { context.names($0, around: word) }
            }
            for note in found where !notes.contains(where: { $0.date == note.date }) { notes.append(note) }
        }
        return notes
    }

    /// Statements of one text or of several that cannot all hold.
    package static func contradictions(_ reports: [ArticleReport]) -> [Contradiction] {
        Contradictions.find(reports.flatMap(\.stated), denials: reports.flatMap(\.denials))
    }
}
