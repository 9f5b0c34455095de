// What check-article prints.

package import KGeo
package import KGeoArticle
package import KGeoCore
internal import KGeoExtract
internal import KGeoVerdict

package struct CheckArticleReport: Report {
    package let reports: [ArticleReport]
    package let contradictions: [Contradiction]

    /// What was found of some texts, and what of them contradicts itself.
    package init(_ reports: [ArticleReport], contradictions: [Contradiction]) {
        self.reports = reports
        self.contradictions = contradictions
    }

    // MARK: For people

    package func table(on out: inout Page) {
        for (i, report) in reports.enumerated() {
            if i > 0 { out.line() }
            let count = report.figures.count
            wrapped(
                "\(report.file): \(count == 0 ? "no territorial figure" : count == 1 ? "1 territorial figure" : "\(count) territorial figures")",
                &out)
            for figure in report.figures + report.denied { block(figure, &out) }
            for count in report.counts where count.plan != nil || count.unmapped != nil { block(count, &out) }
            for note in report.dateNotes { wrapped("Date: " + note.note, &out, rest: "  ") }
            for note in report.notes { wrapped("Note: " + note, &out, rest: "  ") }
        }
        guard !contradictions.isEmpty else { return }
        out.line()
        out.line("Statements that cannot all hold:")
        for pair in contradictions {
            wrapped(
                "“\(PlainQuote.text(pair.first.quote))” (\(pair.first.file)) and “\(PlainQuote.text(pair.second.quote))” (\(pair.second.file)): \(pair.reason)",
                &out, first: "  ", rest: "    ")
        }
    }

    func wrapped(_ text: String, _ out: inout Page, first: String = "", rest: String = "") {
        out.wrapped(SafeText.escaped(text), first: first, rest: rest)
    }

    private func block(_ figure: ArticleFinding, _ out: inout Page) {
        let found = figure.extracted
        out.line()
        // What it was read as; else what the text alone gives.
        let claim = figure.findings.first?.finding.claim
        let reading = figure.reading.flatMap { $0.isCheckable ? $0 : nil }
        let measure = claim?.measure ?? reading?.measure ?? found.measure
        let kind = claim?.kind ?? reading?.kind ?? found.kind
        var head =
            (figure.number > 0 ? "\(figure.number). " : "Denial: ") + "“\(PlainQuote.text(found.quote))”: "
            + (measure == .held || (measure == .total && reading != nil) ? "" : measure.rawValue + " ")
        head += kind.rawValue
        let subject = (reading?.holder ?? claim?.subject.holder).map { [$0] } ?? []
        let place = (reading?.region ?? claim?.subject.region).map { [$0] } ?? []
        let words = (subject + place).joined(separator: " in ")
        if !words.isEmpty {
            head += ", \(words)"
        } else if claim == nil, reading == nil, let actor = found.actor {
            head += ", \(actor)"
        }
        for flag in found.flags { head += "; \(Self.words(flag))" }
        wrapped(head, &out, rest: "   ")
        // Two claims of one scenario that fail for the same reason are one line.
        var told: Set<String> = []
        for row in figure.findings {
            let finding = row.finding
            let date =
                finding.definitions.lazy.compactMap { $0.measured?.date }.first.map { " of \($0)" } ?? ""
            let name = row.scenario.split(separator: "/").last.map(String.init) ?? row.scenario
            let sentence =
                finding.because.hasPrefix(finding.verdict.words)
                ? finding.because : "\(finding.verdict.words): \(finding.because)"
            let line = "\(finding.verdict.sign) \(name)\(date): \(sentence)"
            guard told.insert(line).inserted else { continue }
            wrapped(line, &out, first: "   ", rest: "     ")
            if let own = row.own { wrapped(own.words, &out, first: "     ", rest: "     ") }
        }
        answers(figure, &out)
        if let reading = figure.reading, reading.isCheckable {
            let look =
                reading.isFromNear
                ? "; parts of that stand near the figure, not beside it: read the sentence before you use it"
                : ""
            wrapped("read as \(ReadingObject.words(reading))\(look)", &out, first: "   ", rest: "     ")
        } else if let reason = figure.reading?.whyNot, !figure.findings.isEmpty {
            wrapped(
                "the text leaves a part open (\(reason)); the scenario's author says which ground is meant",
                &out,
                first: "   ", rest: "     ")
        }
        // A denial is held against no scenario.
        if figure.number == 0, let reason = figure.reading?.whyNot {
            wrapped("– not measured: \(reason)", &out, first: "   ", rest: "     ")
        }
        if let reason = figure.unlinked, figure.answers.isEmpty {
            wrapped("– not linked: \(reason)", &out, first: "   ", rest: "     ")
        }
        for near in figure.orientation {
            for text in near.answers.compactMap({ PlanSentence(near.plan, $0, quote: "").orientation }) {
                wrapped(text, &out, first: "   ", rest: "     ")
            }
            if let command = near.answers.lazy.compactMap(\.command).first {
                out.line("     " + SafeText.escaped(command))
            }
        }
        if let reason = figure.unmapped {
            wrapped("– not measured: \(reason)", &out, first: "   ", rest: "     ")
        }
    }

    /// What the maps of each maker say, and what measures it again.
    private func answers(_ figure: ArticleFinding, _ out: inout Page) {
        guard let plan = figure.plan else { return }
        for answer in figure.answers {
            let finding = answer.finding
            let sentence =
                finding.because.hasPrefix(finding.verdict.words)
                ? finding.because : "\(finding.verdict.words): \(finding.because)"
            wrapped("\(finding.verdict.sign) \(answer.maker): \(sentence)", &out, first: "   ", rest: "     ")
            if let text = Self.sentence(plan, answer, figure) {
                wrapped(text, &out, first: "     ", rest: "     ")
            }
            // What nothing was measured by need not be done again.
            if let command = answer.command, finding.verdict != .notCheckable {
                out.line("     " + SafeText.escaped(command))
            }
        }
        let count = figure.answers.speaking.count
        if count > 1, let overall = figure.answers.overall {
            wrapped(
                "\(overall.verdict.sign) over \(count) mapmakers: \(overall.verdict.words)\(overall.isPartlyInconclusive ? " (partly inconclusive)" : "")",
                &out, first: "   ", rest: "     ")
        }
    }

    private static func sentence(_ plan: Plan, _ answer: PlanAnswer, _ figure: ArticleFinding) -> String? {
        PlanSentence(plan, answer, quote: PlainQuote.text(figure.extracted.quote)).text
    }

    static func words(_ flag: ExtractedClaim.Flag) -> String {
        switch flag {
        case .conversionMismatch: "the two units disagree by more than rounding"
        case .ambiguousNumber: "the number may be read in two ways"
        case .nominalUnit: "the unit is a convention"
        }
    }

    // MARK: For machines

    /// A figure of a text with one scenario's finding on it, or without any.
    private struct Row {
        var text: String
        var figure: ArticleFinding
        var found: ArticleFinding.ScenarioFinding?
        var answer: PlanAnswer?

        var finding: Finding? { found?.finding ?? answer?.finding }
    }

    /// Where a figure stands.
    private static let place: [Column<Row>] = [
        Column("text") { .string($0.text) }, Column("number") { .count($0.figure.number) },
        Column("quote") { .string($0.figure.extracted.quote) },
        Column("start") { .count($0.figure.extracted.start) },
        Column("end") { .count($0.figure.extracted.end) },
    ]

    private static let kind = Column<Row>("kind") { .string($0.figure.extracted.kind.rawValue) }

    /// What a scenario says of it.
    private static let found: [Column<Row>] = [
        Column("scenario") { .text($0.found?.scenario) },
        .member("prepared") { .bool($0.found?.isPrepared ?? false) },
        .member("scenario_claim") { own($0.found?.own) },
    ]

    /// What the maps of a maker say of it.
    private static let answered: [Column<Row>] = [
        Column("maker") { .text($0.answer?.maker) }, Column("maps") { .text($0.answer?.path) },
        Column("command") { .text($0.answer?.command) },
        .member("beside") { .array(($0.answer?.beside ?? []).map(BesideObject.value)) },
        .member("crimea") { .text($0.answer?.crimea?.rawValue) },
        Column("sentence") { row in
            row.answer.flatMap { answer in
                row.figure.plan.flatMap { Self.sentence($0, answer, row.figure) }
            }.map { .string($0) } ?? .null
        },
    ]

    private static func own(_ own: OwnClaim?) -> JSONValue {
        guard let own else { return .null }
        let claim = own.claim
        return .object([
            "claim": .string(claim.id), "said": .string(Figures.said(claim)),
            "kind": .string(claim.kind.rawValue), "measure": .string(claim.measure.rawValue),
            "qualifier": .string(claim.qualifier.rawValue), "as_of": .text(claim.asOf?.description),
            "period": claim.period.map {
                .array([.string($0.lowerBound.description), .string($0.upperBound.description)])
            } ?? .null,
            "differs_in": .array(own.differences.map { .string($0.rawValue) }),
            "words": .string(own.words),
        ])
    }

    private static let csvColumns = Columns<Row>(
        place + [kind] + found + [
            .cell("verdict_as_worded") { .text($0.finding?.verdictAsWorded?.rawValue) },
            .cell("verdict") { .text($0.finding?.verdict.rawValue) },
            .cell("because") { .text($0.finding?.because ?? $0.figure.unmapped ?? $0.figure.unlinked) },
        ] + answered)

    private static let foundColumns = Columns<Row>(place + found + answered)

    private static let unlinkedColumns = Columns<Row>(
        place + [kind, .member("reason") { .text($0.figure.unmapped ?? $0.figure.unlinked) }])

    private func rows(_ figure: ArticleFinding, of text: String) -> [Row] {
        figure.findings.map { Row(text: text, figure: figure, found: $0) }
            + figure.answers.map { Row(text: text, figure: figure, answer: $0) }
    }

    private static func finding(_ row: Row) -> JSONObject? {
        row.finding.map { finding in
            // The file of a finding is the scenario's or the folder of maps, the quote the text's.
            let file = row.found?.scenario ?? row.answer?.path ?? ""
            var object = FindingColumns.object(FindingRow(file: file, finding: finding))
            object["quote"] = nil
            return object + foundColumns.object(row)
        }
    }

    private func unlinked(_ figure: ArticleFinding, of text: String) -> Row? {
        guard figure.findings.isEmpty, figure.answers.isEmpty else { return nil }
        return (figure.unmapped ?? figure.unlinked).map { _ in Row(text: text, figure: figure) }
    }

    /// Every text with its figures, and the same findings in one list for all texts.
    package var members: JSONObject {
        let all = reports.flatMap { report in report.figures.map { (text: report.file, figure: $0) } }
        return [
            "results": .array(
                all.flatMap { rows($0.figure, of: $0.text) }.compactMap(Self.finding).map { .object($0) }),
            "unlinked": Self.unlinkedColumns.array(
                all.compactMap { unlinked($0.figure, of: $0.text) }),
            "contradictions": .array(contradictions.map(json)),
            "date_notes": .array(reports.flatMap(dateNotes)),
            "texts": .array(reports.map(text)),
        ]
    }

    private func dateNotes(_ report: ArticleReport) -> [JSONValue] {
        report.dateNotes.map { note in
            .object([
                "text": .string(report.file), "quote": .string(note.date.text),
                "start": .count(note.date.start), "end": .count(note.date.end),
                "note": .string(note.note),
            ])
        }
    }

    /// A text by itself: its figures as they stand, each with what was said and found.
    package func text(_ report: ArticleReport) -> JSONValue {
        let figures = report.figures.map { figure -> JSONValue in
            .object(
                ["number": .count(figure.number)] + object(figure, of: report)
                    + ["orientation": .array(figure.orientation.flatMap(BesideObject.values))])
        }
        let own = contradictions.filter { $0.first.file == report.file || $0.second.file == report.file }
        var members: JSONObject = [
            "id": .string(report.file), "published": published(report.published), "figures": .array(figures),
            "counts": .array(report.counts.map(Self.count)),
            "denials": .array(report.denied.map { .object(object($0, of: report)) }),
            "contradictions": .array(own.map(json)),
            "notes": .array(dateNotes(report) + report.notes.map { .object(["note": .string($0)]) }),
        ]
        ExtractedText.say(report.language, in: &members)
        return .object(members)
    }

    /// A figure or a denial: what was said, how it is read, what is measured for it and what was found.
    private func object(_ figure: ArticleFinding, of report: ArticleReport) -> JSONObject {
        let found = figure.extracted
        let findings = rows(figure, of: report.file).compactMap(Self.finding)
        return [
            "quote": .string(found.quote), "start": .count(found.start),
            "end": .count(found.end), "said": .object(ExtractedText.said(found)),
            "reading": figure.reading.map { .object(ReadingObject.object($0)) } ?? .null,
            "plan": Self.plan(figure.plan, figure.answers),
            "verdict": .text(figure.answers.overall?.verdict.rawValue),
            "findings": .array(findings.map { .object($0) }),
            // Of the text alone: that no scenario shows it is no fault of its words.
            "unlinked": .text(findings.isEmpty ? figure.reading.map(\.whyNot) ?? figure.unlinked : nil),
            "no_map": .text(
                findings.isEmpty && figure.reading?.isCheckable == true
                    ? figure.unmapped ?? figure.unlinked : nil),
        ]
    }

    private func published(_ day: PublishedDay?) -> JSONValue {
        day.map { .object(["date": .string($0.date.description), "from": .string($0.from)]) } ?? .null
    }

    /// One line of a batch: a text by itself.
    package static func line(_ report: ArticleReport) -> JSONValue {
        CheckArticleReport([report], contradictions: ArticleChecker.contradictions([report])).text(report)
    }

    /// The readings of the texts, as a file that can be looked through and kept.
    package var plan: JSONValue {
        .object([
            "texts": .array(
                reports.map { report in
                    .object([
                        "id": .string(report.file), "published": published(report.published),
                        "figures": .array(
                            report.figures.map { figure in
                                .object([
                                    "quote": .string(figure.extracted.quote),
                                    "start": .count(figure.extracted.start),
                                    "end": .count(figure.extracted.end),
                                    "reading": figure.reading.map { .object(ReadingObject.object($0)) }
                                        ?? .null,
                                ])
                            }),
                    ])
                })
        ])
    }

    private func json(_ pair: Contradiction) -> JSONValue {
        func statement(_ statement: Contradiction.Statement) -> JSONValue {
            .object([
                "text": .string(statement.file), "quote": .string(statement.quote),
                "start": .count(statement.start),
            ])
        }
        return .object([
            "first": statement(pair.first), "second": statement(pair.second), "reason": .string(pair.reason),
            "borderline": .bool(pair.isBorderline),
        ])
    }

    /// A row per figure and finding.
    package var rows: Rows {
        Rows(
            Self.csvColumns,
            reports.flatMap { report in
                report.figures.flatMap { figure in
                    rows(figure, of: report.file) + [unlinked(figure, of: report.file)].compactMap(\.self)
                }
            })
    }
}
