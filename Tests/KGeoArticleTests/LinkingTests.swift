// Figures of invented articles, linked to an invented map.

import KGeo
import KGeoArticle
import KGeoCore
import KGeoExtract
import KGeoJSON
import KGeoScenario
import KGeoVerdict
import Testing

/// Southland holds a square degree of Southmark on two days, half of it on the second; Northland has a strip of
/// Eastmark.
private func scenario(claims: String = "") throws -> Scenario {
    func control(
        _ id: String, _ holder: String, _ region: String, _ date: String, _ west: Double, _ east: Double
    ) -> String {
        #"{"type":"Feature","id":"\#(id)","properties":{"role":"control","status":"controlled","holder":"\#(holder)","region":"\#(region)","date":"\#(date)","boundary_error_m":250},"geometry":{"type":"Polygon","coordinates":[[[\#(west),51],[\#(east),51],[\#(east),51.2],[\#(west),51.2],[\#(west),51]]]}}"#
    }
    let features = [
        control("a", "Southland", "Southmark", "2024-02-10", 35, 35.4),
        control("b", "Southland", "Southmark", "2024-05-10", 35, 35.2),
        control("c", "Northland", "Eastmark", "2024-05-10", 36, 36.1),
    ].joined(separator: ",\n")
    let text =
        #"{"type":"FeatureCollection","kgeo":{"schema":1,"title":"Invented","claims":[\#(claims)]},"features":[\#(features)]}"#
    let loaded = try ScenarioLoader.load(ByteSource(text: text))
    #expect(loaded.problems.isEmpty)
    return loaded.scenario
}

private func report(_ text: String, claims: String = "") throws -> ArticleReport {
    try ArticleChecker([scenario(claims: claims)], gazetteer: Gazetteer()).check(text, file: "t.txt")
}

@Suite("Linking") struct LinkingTests {
    @Test("a figure is linked by region, holder and date, and checked")
    func linked() throws {
        let report = try report(
            "On 10 February 2024 Southland's army held about 620 square kilometres of Southmark.")
        let figure = try #require(report.figures.first)
        #expect(report.figures.count == 1 && figure.unlinked == nil)
        let row = try #require(figure.findings.first)
        #expect(
            row.finding.claim.subject == Subject(role: .control, holder: "Southland", region: "Southmark"))
        #expect(row.finding.claim.asOf == CalendarDate(iso: "2024-02-10"))
        #expect(row.finding.verdict == .consistent && !row.isPrepared)
    }

    @Test("the holder stands in the sentence, whatever stands beside it")
    func holders() throws {
        for (text, holder) in [
            ("Northland's forces hold 150 square kilometres of Eastmark.", "Northland"),
            ("Some 150 square kilometres of Eastmark are under Northland control.", "Northland"),
            ("Northland-held Eastmark measures 150 square kilometres.", "Northland"),
            ("In Eastmark, 150 square kilometres were occupied by Northland, Southland says.", "Northland"),
        ] {
            let figure = try #require(try report(text).figures.first)
            #expect(figure.findings.first?.finding.claim.subject.holder == holder, "\(text)")
        }
    }

    @Test("a region named before, in the same paragraph, counts; one of another holder does not")
    func regions() throws {
        let before = try report(
            "Southland's troops crossed into Southmark. They have since taken 300 square kilometres.")
        #expect(before.figures.first?.findings.first?.finding.claim.subject.region == "Southmark")
        let other = try report("Northland holds 300 square kilometres of Southmark.")
        #expect(other.figures.first?.findings.isEmpty == true)
        #expect(other.figures.first?.unlinked?.contains("the text speaks of Northland") == true)
        let elsewhere = try report("Westland holds 300 square kilometres of Westmark.")
        #expect(
            elsewhere.figures.first?.unlinked == "no scenario is about a place that the text names with it")
        let fire = try report("The fire burned 300 square kilometres of Southmark.")
        #expect(fire.figures.first?.unlinked == "the text does not speak of ground that somebody holds")
        let later = try report("In March 2031 Southland held 300 square kilometres of Southmark.")
        #expect(later.figures.first?.unlinked?.contains("has maps from 2024-02-10 to 2024-05-10") == true)
    }

    private static let own =
        #"{"id":"own","kind":"area","value":620,"unit":"km2","qualifier":"at_most","resolution":100,"as_of":"2024-02-10","subject":{"holder":"Southland","region":"Southmark"}}"#

    @Test("what the scenario's author prepared says of what a figure is said, and never how it is worded")
    func prepared() throws {
        let text = "Southland controls 620 square kilometres of Southmark."
        let figure = try #require(try report(text, claims: Self.own).figures.first)
        let row = try #require(figure.findings.first)
        #expect(figure.findings.count == 1 && row.isPrepared)
        let claim = row.finding.claim
        #expect(claim.qualifier == .exact && claim.quote == "620 square kilometres")
        #expect(claim.asOf == CalendarDate(iso: "2024-02-10"))
        // The rounding is that of the text's digits.
        #expect(row.finding.resolution == 10 && row.finding.said == Interval(615, 625))
        let own = try #require(row.own)
        #expect(own.claim.id == "own" && own.differences == [.qualifier])
        #expect(
            own.words
                == #"the scenario holds it as "own": at most 620 km², of 2024-02-10; the text's own qualifier is what is judged"#
        )
        let alike = try #require(
            try report("Southland controls at most 620 square kilometres of Southmark.", claims: Self.own)
                .figures.first?.findings.first?.own)
        #expect(alike.differences.isEmpty && !alike.words.contains("judged"))
    }

    @Test("a figure of another day than the scenario's own claim is judged on its own day")
    func otherDay() throws {
        let text = "On 10 May 2024 Southland controlled 620 square kilometres of Southmark."
        let figure = try #require(try report(text, claims: Self.own).figures.first)
        let row = try #require(figure.findings.first)
        #expect(!row.isPrepared && row.finding.claim.asOf == CalendarDate(iso: "2024-05-10"))
        #expect(row.finding.verdict == .overstated)
        #expect(row.own?.differences == [.qualifier, .time])
    }

    @Test("a figure of another kind than the scenario's own claim is not held against it")
    func otherKind() throws {
        let claims =
            #"{"id":"reach","kind":"length","value":20,"unit":"km","subject":{"id":"a"},"as_of":"2024-02-10"}"#
        let figure = try #require(
            try report("Southland's troops in Southmark stand 20 km from the border.", claims: claims).figures
                .first)
        #expect(figure.extracted.kind != .length && figure.findings.isEmpty)
        #expect(figure.unlinked?.contains(#"the scenario holds it as "reach": a length of 20 km"#) == true)
    }

    @Test("a figure without a day is held against the whole time of the maps")
    func noDay() throws {
        let figure = try #require(
            try report("At its peak Southland controlled about 620 square kilometres of Southmark.").figures
                .first)
        let claim = try #require(figure.findings.first?.finding.claim)
        #expect(
            claim.measure == .peak
                && claim.period == CalendarDate(iso: "2024-02-10")!...CalendarDate(iso: "2024-05-10")!)
        #expect(figure.findings.first?.finding.verdict == .consistent)
    }
}

@Suite("Contradictions") struct ContradictionTests {
    @Test("figures that do not meet, and ground that another sentence denies")
    func contradictions() throws {
        let report = try report(
            """
            At its peak Southland controlled roughly 620 square kilometres of Southmark. Elsewhere it is said that \
            at its peak Southland controlled 1,400 square kilometres of Southmark.

            In Eastmark, Northland controls 150 square kilometres. In Eastmark the governor insists that no Northland \
            troops have established permanent control.
            """)
        let found = ArticleChecker.contradictions([report])
        #expect(found.count == 2)
        #expect(found.first?.first.quote == "620 square kilometres")
        #expect(found.first?.second.quote == "1,400 square kilometres")
        #expect(found.last?.second.quote.hasPrefix("no Northland troops") == true)
    }

    /// A figure in km² of the ground of one side in one region.
    private func stated(
        _ value: Double, _ measure: ClaimMeasure, on day: String? = nil, from first: String? = nil,
        to last: String? = nil
    ) throws -> StatedFigure {
        let unit = try #require(MeasureUnit.named("km2"))
        var claim = Claim(
            id: "1", kind: .area, measure: measure, numbers: [PrintedNumber(value: value, step: 1)],
            unit: unit,
            qualifier: .exact, subject: Subject(holder: "Southland", region: "Southmark"))
        claim.asOf = try day.map { try #require(CalendarDate(iso: $0)) }
        if let first, let last {
            let (begin, end) = (CalendarDate(iso: first), CalendarDate(iso: last))
            claim.period = try #require(begin)...(try #require(end))
        }
        return StatedFigure(
            statement: .init(file: "a", quote: "\(value)", start: Int(value)), claim: claim)
    }

    @Test(
        "figures of other measures or times contradict nothing, but more on a day than the most of its time")
    func likeOnly() throws {
        let june = try stated(500, .held, on: "2024-06-01")
        let (first, last) = ("2024-05-01", "2024-07-31")
        let others = [
            try stated(90, .gained, from: first, to: last), try stated(300, .held, on: "2024-07-01"),
            try stated(900, .peak, from: first, to: last),
            try stated(400, .peak, from: "2024-07-01", to: last),
        ]
        #expect(Contradictions.find([june] + others, denials: []).isEmpty)
        for other in [
            try stated(400, .held, on: "2024-06-01"), try stated(400, .peak, from: first, to: last),
            try stated(600, .lowest, from: first, to: last),
        ] {
            #expect(Contradictions.find([june, other], denials: []).count == 1)
        }
        let gains = [
            try stated(90, .gained, from: first, to: last), try stated(20, .gained, from: first, to: last),
            try stated(30, .gained, from: first, to: "2024-05-31"),
        ]
        #expect(Contradictions.find(gains, denials: []).count == 1)
    }

    @Test("figures that meet, or speak of other ground or times, do not contradict each other")
    func harmony() throws {
        let report = try report(
            """
            At its peak Southland controlled roughly 620 square kilometres of Southmark. At its peak Southland \
            controlled about 600 square kilometres of Southmark. Northland holds 150 square kilometres of Eastmark.
            """)
        #expect(ArticleChecker.contradictions([report]).isEmpty)
    }

    @Test("the right month of the wrong year is asked about, a date of another matter is not")
    func dates() throws {
        let report = try report("Since its February 2021 invasion Southland has held ground in Southmark.")
        #expect(report.dateNotes.map(\.date.text) == ["February 2021"])
        #expect(report.dateNotes.first?.note.contains("was 2024 meant?") == true)
        let other = try self.report(
            "He was born in February 1961. Southland fought. Years passed. Rain fell. In Southmark too.")
        #expect(other.dateNotes.isEmpty)
        #expect(try self.report("In February 2024 Southland entered Southmark.").dateNotes.isEmpty)
    }

    private func report(_ text: String) throws -> ArticleReport {
        try ArticleChecker([scenario()], gazetteer: Gazetteer()).check(text, file: "t.txt")
    }
}
