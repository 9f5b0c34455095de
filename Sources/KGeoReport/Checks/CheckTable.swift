// check and check-area for people: a block per claim.

internal import KGeoClaims
internal import KGeoCore
internal import KGeoScenario
internal import KGeoVerdict

struct CheckTable {
    private let report: CheckReport
    init(_ report: CheckReport) { self.report = report }

    func write(_ out: inout Page) {
        for (i, file) in report.files.enumerated() {
            if i > 0 { out.line() }
            heading(file, &out)
            blocks(file, &out)
            if !file.areas.isEmpty { areas(file, &out) }
            if file.findings.isEmpty, file.areas.isEmpty, file.leftOut.isEmpty {
                let region = file.scenario.cutTo.map { " in " + SafeText.escaped($0) } ?? ""
                out.line("Nothing to measure: the map has no control areas\(region).")
            }
            foot(file, &out)
        }
        let across = report.acrossSources
        if !across.isEmpty {
            out.line()
            out.line("Across the maps, as worded:")
            for row in across {
                // A few maps are named, many are counted.
                let parts =
                    row.verdicts.count <= 4
                    ? row.verdicts.map { "\($0.verdict.words): \(SafeText.escaped($0.file))" }
                    : Verdict.allCases.compactMap { verdict in
                        let count = row.verdicts.count { $0.verdict == verdict }
                        return count > 0 ? "\(verdict.words) of \(count)" : nil
                    }
                out.wrapped(
                    "\(SafeText.escaped(row.claim)): \(row.overall.verdict.words) — "
                        + parts.joined(separator: "; "), first: "  ", rest: "    ")
            }
        }
    }

    private func heading(_ file: CheckReport.File, _ out: inout Page) {
        let scenario = file.scenario
        if let title = scenario.title { out.line(SafeText.escaped(title)) }
        if let summary = scenario.summary {
            out.wrapped(SafeText.escaped(summary))
        }
        if scenario.title != nil || scenario.summary != nil { out.line() }
    }

    // MARK: Claims

    /// A block per claim. The columns stand in one line for all of them, so that the names need saying once.
    private func blocks(_ file: CheckReport.File, _ out: inout Page) {
        let findings = file.findings
        guard !findings.isEmpty else { return }
        let table = ClaimRows(findings, width: out.width)
        for (i, (finding, lines)) in zip(findings, table.lines).enumerated() {
            let header = i == 0 ? table.header : []
            block(finding, file.scenario, header + lines, &out)
        }
        let isMarked = findings.contains { finding in
            finding.definitions.count > 1 && finding.definitions.contains(where: \.asWorded)
        }
        let isNamed = table.header.contains { $0.hasSuffix("σ") }
        if isMarked || isNamed {
            let benchmark = findings.lazy.compactMap(\.benchmark).first
            let words = [
                isMarked ? "* what the claim's own words count" : nil,
                "σ: how far off the line may be for the verdict to hold",
                isNamed ? benchmark.map { SigmaRange.words(benchmark: $0) } : nil,
            ]
            out.wrapped(words.compactMap(\.self).joined(separator: "; "), rest: "  ")
            out.line()
        }
    }

    private func block(
        _ finding: Finding, _ scenario: Scenario, _ lines: [String], _ out: inout Page
    ) {
        let claim = finding.claim
        let quote = claim.quote ?? Figures.said(claim)
        var head = "\(SafeText.escaped(claim.id)): “\(SafeText.escaped(quote))”"
        if let source = claim.source, !source.label.isEmpty { head += " (\(SafeText.escaped(source.label)))" }
        out.wrapped(head, rest: "  ")
        var reading = "said: \(Figures.said(claim)), read as \(interval(finding.said, claim.unit))"
        let denominators = Set(finding.definitions.compactMap(\.denominator))
        if denominators.count == 1, let only = denominators.first {
            reading += " of \(only.name), \(Figures.area(only.squareMetres)) (\(only.source))"
        }
        if !claim.qualifier.isOneSided {
            let isFraction = claim.unit.name == "fraction"
            let step = isFraction ? Figures.short(finding.resolution) : Figures.plain(finding.resolution)
            reading += "; rounded to \(step)" + (finding.resolutionInferred ? ", as its digits show" : "")
            let isCapped =
                finding.resolutionInferred && claim.numbers.contains { $0.step / 2 > $0.value / 10 }
            if isCapped { reading += ", but at most 10 % off" }
        }
        reading += lag(finding) + span(claim, scenario)
        if denominators.count > 1 {
            let sources = finding.definitions.compactMap(\.denominator).reduce(into: [String]()) {
                list, used in
                let text = "\(Figures.area(used.squareMetres)) (\(used.source))"
                if !list.contains(text) { list.append(text) }
            }
            reading += "; of " + sources.joined(separator: ", or ")
        }
        out.wrapped(SafeText.escaped(reading), first: "  ", rest: "    ")
        for line in lines { out.exactly(colored(line)) }
        let overall =
            finding.verdict == .dependsOnDefinition
            ? "depends: " : finding.definitions.count > 1 ? "\(finding.verdict.words): " : ""
        let sentence =
            overall.isEmpty || finding.because.hasPrefix(finding.verdict.words)
            ? finding.because : overall + finding.because
        out.wrapped(SafeText.escaped(sentence), first: "  → ", rest: "    ")
        out.line()
    }

    private func interval(_ interval: Interval, _ unit: MeasureUnit) -> String {
        let (low, high) = (Figures.plain(interval.low), Figures.plain(interval.high))
        if !interval.high.isFinite { return "\(low) \(unit.symbol) or more" }
        if !interval.low.isFinite { return "\(high) \(unit.symbol) or less" }
        var text = "\(low)–\(high) \(unit.symbol)"
        if unit.dimension == .area, unit.name != "km2" {
            let ends = Figures.ends(unit.si(interval.low) / 1e6, unit.si(interval.high) / 1e6)
            text += " (\(ends.low)–\(ends.high) km²)"
        }
        return text
    }

    /// How far the claim's day lies from that of the map, when it does.
    private func lag(_ finding: Finding) -> String {
        let claim = finding.claim
        guard claim.measure == .held, let asOf = claim.asOf ?? report.settings.asOf,
            let date = finding.definitions.lazy.compactMap({ $0.measured?.date }).first, asOf != date
        else { return "" }
        let hull = finding.definitions.lazy.compactMap { $0.measured?.hull }.first?.days ?? []
        if hull.count == 2 { return "; said of \(asOf), between the maps of \(hull[0].to) and \(hull[1].to)" }
        let days = abs(asOf.days(to: date))
        return
            "; said of \(asOf), \(days == 1 ? "a day" : "\(days) days") \(asOf < date ? "before" : "after") the map"
    }

    /// For a figure of many days: of which, and how many of them the map shows.
    private func span(_ claim: Claim, _ scenario: Scenario) -> String {
        let isOfMany: [ClaimMeasure: String] = [.peak: "the peak", .lowest: "the lowest", .mean: "the mean"]
        let isHeld = claim.measure == .held && claim.period != nil && claim.asOf == nil
        guard let what = isOfMany[claim.measure] ?? (isHeld ? "every day" : nil) else { return "" }
        let days = Set(scenario.features(of: claim.subject).compactMap(\.date)).filter {
            claim.period?.contains($0) ?? true
        }.sorted()
        let time = claim.period.map { "\($0.lowerBound)…\($0.upperBound)" } ?? "all days of the map"
        let shown =
            switch days.count {
            case 0: ""
            case 1: "; the map has one day, \(days[0])"
            case 2, 3: "; the map has \(days.map(\.description).joined(separator: ", "))"
            default: "; the map has \(days.count) days"
            }
        return "; read as \(what) of \(time)\(shown)"
    }

    private func colored(_ line: String) -> String {
        guard report.color else { return line }
        for (verdict, code) in [
            (Verdict.consistent, "32"), (.overstated, "31"), (.understated, "34"), (.inconclusive, "33"),
        ] {
            for words in ["\(verdict.sign) just \(verdict.words)", "\(verdict.sign) \(verdict.words)"] {
                guard let range = line.firstRange(of: words) else { continue }
                return line.replacingCharacters(in: range, with: "\u{1B}[\(code)m\(words)\u{1B}[0m")
            }
        }
        return line
    }

    // MARK: Areas of a map without claims

    private func areas(_ file: CheckReport.File, _ out: inout Page) {
        let hasHolder = file.areas.contains { $0.holder != nil }
        var table = TextTable(
            [("date", .left)] + (hasHolder ? [("holder", .left)] : [])
                + [
                    ("status", .left), ("features", .right), ("area km²", .decimal), ("± 2u km²", .decimal),
                    ("outline km", .decimal),
                ])
        for row in file.areas {
            table.rows.append(
                [row.date?.description ?? "undated"]
                    + (hasHolder ? [SafeText.escaped(row.holder ?? "–")] : []) + [
                        SafeText.escaped(Self.status(row.status, file.scenario.words)),
                        String(row.featureCount),
                        Figures.cell(row.value.value / 1e6, 3),
                        Figures.fixed(2 * row.value.u / 1e6, 1),
                        Figures.fixed(row.area.perimeterMetres / 1e3, 1),
                    ])
        }
        out.table(table)
        out.line()
        out.line(
            "No claims were given; \(out.words.setting(.claim)) \"about 1,300 km2\" or \(out.words.setting(.claimFile)) FILE holds figures against this map."
        )
        out.line()
    }

    /// A status of the table as the map calls it.
    private static func status(_ text: String, _ words: StatusWords) -> String {
        Counting(label: text).map(words.label) ?? text
    }

    // MARK: What a reader must know of the map

    private func foot(_ file: CheckReport.File, _ out: inout Page) {
        let scenario = file.scenario
        let values = file.findings.flatMap(\.definitions).compactMap(\.measured) + file.areas.map(\.value)
        if !file.leftOut.isEmpty {
            let names = file.leftOut.map { "\($0.id) (\($0.kind.rawValue))" }.joined(separator: ", ")
            out.wrapped(
                "Left out, since they are neither area nor share: " + SafeText.escaped(names), rest: "  ")
        }
        guard !values.isEmpty else {
            if let quotable = quotable(file) { out.wrapped(SafeText.escaped(quotable)) }
            return
        }
        let makers =
            scenario.mapmakers.isEmpty
            ? "a map whose maker is not named (\(scenario.file))"
            : "the map of " + scenario.mapmakers.map { "“\($0)”" }.joined(separator: ", ")
        let dates = Set(values.compactMap(\.date)).sorted()
        var text = "Measured on \(makers)"
        if let first = dates.first, let last = dates.last {
            text += first == last ? ", \(first)" : ", \(first) to \(last)"
        }
        text +=
            ", \(report.settings.edges == .geodesic ? "geodesic edges" : "edges straight in longitude and latitude") on WGS84; "
        text += SigmaWords.words(
            values, given: report.settings.boundaryError, option: out.words.setting(.boundaryError))
        text += ". Measured on a drawn map, not on the ground."
        out.wrapped(SafeText.escaped(text))
        if let quotable = quotable(file) {
            out.wrapped(SafeText.escaped(quotable))
        }
    }

    private func quotable(_ file: CheckReport.File) -> String? {
        guard !file.findings.isEmpty else { return nil }
        if file.findings.count == 1, let only = file.findings.first {
            let date = only.definitions.lazy.compactMap { $0.measured?.date }.first.map { " of \($0)" } ?? ""
            return
                "In a sentence: held against this map\(date), the figure \(Figures.said(only.claim)): \(only.because)."
        }
        let counts = Verdict.allCases.compactMap { verdict -> String? in
            let count = file.findings.count { $0.verdict == verdict }
            guard count > 0 else { return nil }
            return "\(count) \(phrase(verdict, count, file.scenario.words))"
        }
        var text =
            "In a sentence: of \(file.findings.count) reported figures, " + counts.joined(separator: ", ")
        let worded = file.findings.compactMap(\.verdictAsWorded)
        if !worded.isEmpty, worded != file.findings.map(\.verdict) {
            let asWorded = Verdict.allCases.compactMap { verdict -> String? in
                let count = worded.count { $0 == verdict }
                return count > 0 ? "\(count) \(phrase(verdict, count, file.scenario.words))" : nil
            }
            text += "; by their own words, " + asWorded.joined(separator: ", ")
        }
        return text + "."
    }

    private func phrase(_ verdict: Verdict, _ count: Int, _ words: StatusWords) -> String {
        let one = count == 1
        let held = words.controlled ?? "held"
        let both = words.isOwn ? words.label(.controlledAndContested) : "held + grey"
        return switch verdict {
        case .consistent: one ? "fits the map" : "fit the map"
        case .overstated: one ? "lies above it" : "lie above it"
        case .understated: one ? "lies below it" : "lie below it"
        case .inconclusive: "cannot be told from it"
        case .notCheckable: "cannot be checked"
        case .betweenDefinitions:
            one ? "lies between \(held) and \(both)" : "lie between \(held) and \(both)"
        case .dependsOnDay: one ? "depends on the day" : "depend on the day"
        case .dependsOnDefinition:
            one ? "depends on what counts as \(held)" : "depend on what counts as \(held)"
        case .dependsOnSource: one ? "depends on the mapmaker" : "depend on the mapmaker"
        }
    }
}

extension String {
    /// The text with one range replaced.
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
