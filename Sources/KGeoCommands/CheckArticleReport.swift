// What check-article prints.

internal import KGeo

struct CheckArticleReport {
    let reports: [ArticleReport]
    let digests: [String]
    let contradictions: [Contradiction]

    // MARK: For people

    func table(_ out: Output) throws {
        for (i, report) in reports.enumerated() {
            if i > 0 { try out.line() }
            let count = report.figures.count
            try wrapped(
                "\(report.file): \(count == 0 ? "no territorial figure" : count == 1 ? "1 territorial figure" : "\(count) territorial figures")",
                out)
            for figure in report.figures { try block(figure, out) }
            for note in report.dateNotes { try wrapped("Date: " + note.note, out, rest: "  ") }
        }
        guard !contradictions.isEmpty else { return }
        try out.line()
        try out.line("Statements that cannot all hold:")
        for pair in contradictions {
            try wrapped(
                "“\(pair.first.quote)” (\(pair.first.file)) and “\(pair.second.quote)” (\(pair.second.file)): \(pair.reason)",
                out, first: "  ", rest: "    ")
        }
    }

    private func wrapped(_ text: String, _ out: Output, first: String = "", rest: String = "") throws {
        for line in TextTable.wrapped(
            SafeText.escaped(text), width: CheckTable.width, first: first, rest: rest)
        { try out.line(line) }
    }

    private func block(_ figure: ArticleFinding, _ out: Output) throws {
        let found = figure.extracted
        try out.line()
        // What it was read as; else what the text alone gives.
        let claim = figure.findings.first?.finding.claim
        let measure = claim?.measure ?? found.measure
        let kind = claim?.kind ?? found.kind
        var head = "\(figure.number). “\(found.quote)”: " + (measure == .held ? "" : measure.rawValue + " ")
        head += kind.rawValue
        let subject = claim.map {
            [$0.subject.holder, $0.subject.region].compactMap(\.self).joined(separator: " in ")
        }
        if let subject, !subject.isEmpty {
            head += ", \(subject)"
        } else if claim == nil, let actor = found.actor {
            head += ", \(actor)"
        }
        for flag in found.flags { head += "; \(Self.words(flag))" }
        try wrapped(head, out, rest: "   ")
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
            try wrapped(line, out, first: "   ", rest: "     ")
        }
        if let reason = figure.unlinked {
            try wrapped("– not linked: \(reason)", out, first: "   ", rest: "     ")
        }
    }

    private static func words(_ flag: ExtractedClaim.Flag) -> String {
        switch flag {
        case .conversionMismatch: "the two units disagree by more than rounding"
        case .ambiguousNumber: "the number may be read in two ways"
        case .nominalUnit: "the unit is a convention"
        }
    }

    // MARK: For machines

    func json(_ warnings: [Notice]) -> JSONValue {
        var results: [JSONValue] = []
        var unlinked: [JSONValue] = []
        for report in reports {
            for figure in report.figures {
                let place: [JSONObject.Member] = [
                    .init("text", .string(report.file)), .init("number", .number(JSONNumber(figure.number))),
                    .init("quote", .string(figure.extracted.quote)),
                    .init("start", .number(JSONNumber(figure.extracted.start))),
                    .init("end", .number(JSONNumber(figure.extracted.end))),
                ]
                for row in figure.findings {
                    var object = CheckJSON.finding(row.finding, file: row.scenario).object ?? JSONObject()
                    object.members.removeAll { $0.name == "quote" }
                    object.members += place
                    object["scenario"] = .string(row.scenario)
                    object["prepared"] = .bool(row.isPrepared)
                    results.append(.object(object))
                }
                if let reason = figure.unlinked {
                    var object = JSONObject(place)
                    object["kind"] = .string(figure.extracted.kind.rawValue)
                    object["reason"] = .string(reason)
                    unlinked.append(.object(object))
                }
            }
        }
        return .object([
            "schema_version": .number(JSONNumber(1)), "tool": ToolRecord.json(),
            "inputs": .array(
                zip(reports, digests).map {
                    .object(["path": .string($0.file), "sha256": .string($1)])
                }),
            "results": .array(results), "unlinked": .array(unlinked),
            "contradictions": .array(contradictions.map(json)),
            "date_notes": .array(
                reports.flatMap { report in
                    report.dateNotes.map { note in
                        .object([
                            "text": .string(report.file), "quote": .string(note.date.text),
                            "start": .number(JSONNumber(note.date.start)),
                            "end": .number(JSONNumber(note.date.end)), "note": .string(note.note),
                        ])
                    }
                }),
            "warnings": .array(warnings.map { Messages.json($0.problem) }),
        ])
    }

    private func json(_ pair: Contradiction) -> JSONValue {
        func statement(_ statement: Contradiction.Statement) -> JSONValue {
            .object([
                "text": .string(statement.file), "quote": .string(statement.quote),
                "start": .number(JSONNumber(statement.start)),
            ])
        }
        return .object([
            "first": statement(pair.first), "second": statement(pair.second), "reason": .string(pair.reason),
        ])
    }

    func csv(_ out: Output) throws {
        try out.line("text,number,quote,start,end,kind,scenario,verdict_as_worded,verdict,because")
        for report in reports {
            for figure in report.figures {
                let place = [
                    SafeText.csvCell(report.file), String(figure.number),
                    SafeText.csvCell(figure.extracted.quote),
                    String(figure.extracted.start), String(figure.extracted.end),
                    figure.extracted.kind.rawValue,
                ]
                for row in figure.findings {
                    try out.line(
                        (place + [
                            SafeText.csvCell(row.scenario), row.finding.verdictAsWorded?.rawValue ?? "",
                            row.finding.verdict.rawValue, SafeText.csvCell(row.finding.because),
                        ]).joined(separator: ","))
                }
                if let reason = figure.unlinked {
                    try out.line((place + ["", "", "", SafeText.csvCell(reason)]).joined(separator: ","))
                }
            }
        }
    }
}
