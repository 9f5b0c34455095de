// Times as English says them, each with the days it stands for on one day of publication.

import KGeoArticle
import KGeoCore
import Testing

@Suite("Times") struct TimeGrammarTests {
    /// What was seized in a time, in a text of Wednesday 18 June 2025.
    private func seized(_ time: String) -> Reading? {
        ArticleReadings(
            "Russian forces seized 20 km² of Donetsk Oblast \(time).",
            published: CalendarDate(iso: "2025-06-18")
        ).figures.first?.reading
    }

    @Test("a time stands for its days, or for none")
    func days() throws {
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "|").map(String.init)
            let found = try #require(seized(parts[0]), "\(line)")
            let read = found.period.map { "\($0.lowerBound)..\($0.upperBound)" } ?? "?"
            #expect(read == parts[1], "\(line)")
            #expect(found.isCheckable == (parts[1] != "?"), "\(line)")
        }
    }
}

/// The words, and the days; "?" where nobody could tell.
private let table = """
    over the past seven days|2025-06-11..2025-06-18
    in the last 10 days|2025-06-08..2025-06-18
    in the last thirty days|2025-05-19..2025-06-18
    over the past forty-five days|2025-05-04..2025-06-18
    in the past week|2025-06-11..2025-06-18
    over the last week|2025-06-11..2025-06-18
    last week|2025-06-09..2025-06-15
    the previous week|2025-06-09..2025-06-15
    this week|2025-06-16..2025-06-18
    so far this week|2025-06-16..2025-06-18
    last month|2025-05-01..2025-05-31
    this month|2025-06-01..2025-06-18
    so far this month|2025-06-01..2025-06-18
    in June so far|2025-06-01..2025-06-18
    so far in June|2025-06-01..2025-06-18
    in the past month|2025-05-18..2025-06-18
    in the week to 14 June|2025-06-07..2025-06-14
    in the week to June 14|2025-06-07..2025-06-14
    in the week ending 14 June|2025-06-07..2025-06-14
    in the week ended June 14|2025-06-07..2025-06-14
    in the week through June 14|2025-06-07..2025-06-14
    in the week to Sunday|2025-06-08..2025-06-15
    in the week ending Sunday|2025-06-08..2025-06-15
    in the week up to Sunday|2025-06-08..2025-06-15
    in the week of 9 June|2025-06-09..2025-06-15
    in the week beginning 9 June|2025-06-09..2025-06-15
    in the seven days to 14 June|2025-06-07..2025-06-14
    in the ten days ending June 14|2025-06-04..2025-06-14
    in the month to 14 June|2025-05-14..2025-06-14
    in the 30 days to 14 June|2025-05-15..2025-06-14
    in the three months to May|2025-03-01..2025-05-31
    in the three months to the end of May|2025-03-01..2025-05-31
    in the year to May|2024-06-01..2025-05-31
    in the twelve months to May|2024-06-01..2025-05-31
    in the fortnight to 14 June|2025-05-31..2025-06-14
    since 1 June|2025-06-01..2025-06-18
    since June 1|2025-06-01..2025-06-18
    since the start of June|2025-06-01..2025-06-18
    since the first of June|2025-06-01..2025-06-18
    since the beginning of the year|2025-01-01..2025-06-18
    since the start of 2025|2025-01-01..2025-06-18
    since the start of this year|2025-01-01..2025-06-18
    since the turn of the year|2025-01-01..2025-06-18
    since January|2025-01-01..2025-06-18
    since May|2025-05-01..2025-06-18
    since last May|?
    since May last year|2024-05-01..2025-06-18
    since the end of May|2025-05-31..2025-06-18
    since the start of the month|2025-06-01..2025-06-18
    since the start of the week|2025-06-16..2025-06-18
    since Friday|2025-06-13..2025-06-18
    since last Friday|2025-06-13..2025-06-18
    since yesterday|2025-06-17..2025-06-18
    since a week ago|2025-06-11..2025-06-18
    since the spring of 2024|2024-03-01..2025-06-18
    since last autumn|2024-09-01..2025-06-18
    from 1 to 14 June|2025-06-01..2025-06-14
    between 1 and 14 June|2025-06-01..2025-06-14
    between the 1st and the 14th of June|2025-06-01..2025-06-14
    between June 1 and 14|2025-06-01..2025-06-14
    from June 1 to 14|2025-06-01..2025-06-14
    from June 1 to June 14|2025-06-01..2025-06-14
    from June 1 through June 14|2025-06-01..2025-06-14
    from 1 June until 14 June|2025-06-01..2025-06-14
    June 1-14|2025-06-01..2025-06-14
    on 1–14 June|2025-06-01..2025-06-14
    on June 1 to 14|2025-06-01..2025-06-14
    between May 3 and June 4|2025-05-03..2025-06-04
    from May 3 to June 4|2025-05-03..2025-06-04
    May 3 to June 4|2025-05-03..2025-06-04
    from the third of May to the fourth of June|2025-05-03..2025-06-04
    between the start of March and the end of May|2025-03-01..2025-05-31
    from early March to late May|?
    from March to May|2025-03-01..2025-05-31
    from March through May|2025-03-01..2025-05-31
    between March and May|2025-03-01..2025-05-31
    March–May|2025-03-01..2025-05-31
    March to May|2025-03-01..2025-05-31
    in March, April and May|2025-03-01..2025-05-31
    in April and May|?
    in April and May together|?
    from March 2025 to May 2025|2025-03-01..2025-05-31
    from October 2024 to May|2024-10-01..2025-05-31
    from October to May|2024-10-01..2025-05-31
    between October and the end of May|2024-10-01..2025-05-31
    in May|2025-05-01..2025-05-31
    in May 2025|2025-05-01..2025-05-31
    in May of this year|2025-05-01..2025-05-31
    in May of last year|2024-05-01..2024-05-31
    last May|?
    throughout May|2025-05-01..2025-05-31
    during May|2025-05-01..2025-05-31
    over the course of May|2025-05-01..2025-05-31
    in the course of May|2025-05-01..2025-05-31
    in the month of May|2025-05-01..2025-05-31
    in the whole of May|2025-05-01..2025-05-31
    in all of May|2025-05-01..2025-05-31
    in December|2024-12-01..2024-12-31
    in the first half of May|2025-05-01..2025-05-16
    in the second half of May|2025-05-17..2025-05-31
    in the latter half of May|2025-05-17..2025-05-31
    in the first week of May|2025-05-01..2025-05-07
    in the second week of May|2025-05-08..2025-05-14
    in the opening week of May|2025-05-01..2025-05-07
    in the last week of May|2025-05-25..2025-05-31
    in the final week of May|2025-05-25..2025-05-31
    in the first ten days of May|2025-05-01..2025-05-10
    in the last ten days of May|2025-05-22..2025-05-31
    in the first two weeks of May|2025-05-01..2025-05-14
    in the last two weeks of May|2025-05-18..2025-05-31
    in the first fortnight of May|2025-05-01..2025-05-14
    in the first third of May|?
    in the first quarter of 2025|2025-01-01..2025-03-31
    in the first quarter|2025-01-01..2025-03-31
    in the fourth quarter of 2024|2024-10-01..2024-12-31
    in the last quarter of 2024|2024-10-01..2024-12-31
    in the final quarter of last year|2024-10-01..2024-12-31
    in Q1 2025|2025-01-01..2025-03-31
    in Q4|2024-10-01..2024-12-31
    last quarter|2025-01-01..2025-03-31
    in the first five months of 2025|2025-01-01..2025-05-31
    in the first five months of the year|2025-01-01..2025-05-31
    in the first five months of this year|2025-01-01..2025-05-31
    in the last three months of 2024|2024-10-01..2024-12-31
    in the final two months of 2024|2024-11-01..2024-12-31
    in the first half of 2025|2025-01-01..2025-06-18
    in the second half of 2024|2024-07-01..2024-12-31
    in the second half of last year|2024-07-01..2024-12-31
    in the first half of the year|2025-01-01..2025-06-18
    in 2024|2024-01-01..2024-12-31
    in all of 2024|2024-01-01..2024-12-31
    during 2024|2024-01-01..2024-12-31
    last year|2024-01-01..2024-12-31
    this year|2025-01-01..2025-06-18
    so far this year|2025-01-01..2025-06-18
    in 2025 so far|2025-01-01..2025-06-18
    so far in 2025|2025-01-01..2025-06-18
    in the year so far|2025-01-01..2025-06-18
    in the year to date|2025-01-01..2025-06-18
    this spring|2025-03-01..2025-05-31
    in spring|2025-03-01..2025-05-31
    in the spring of 2025|2025-03-01..2025-05-31
    over the spring|2025-03-01..2025-05-31
    last autumn|2024-09-01..2024-11-30
    in autumn 2024|2024-09-01..2024-11-30
    last summer|2024-06-01..2024-08-31
    over the winter|2024-12-01..2025-02-28
    in the winter of 2024-25|2024-12-01..2025-02-28
    last winter|2024-12-01..2025-02-28
    this winter|2024-12-01..2025-02-28
    on 14 June|2025-06-14..2025-06-14
    on June 14|2025-06-14..2025-06-14
    on June 14, 2025|2025-06-14..2025-06-14
    on 14 June 2025|2025-06-14..2025-06-14
    on 14th June|2025-06-14..2025-06-14
    on the 14th of June|2025-06-14..2025-06-14
    on the fourteenth of June|2025-06-14..2025-06-14
    on the 14th|?
    on 2025-06-14|2025-06-14..2025-06-14
    on 14.06.2025|2025-06-14..2025-06-14
    on Saturday|2025-06-14..2025-06-14
    last Saturday|2025-06-14..2025-06-14
    on Saturday, 14 June|2025-06-14..2025-06-14
    on Saturday 14 June|2025-06-14..2025-06-14
    on Saturday, June 14|2025-06-14..2025-06-14
    on Saturday and Sunday|2025-06-14..2025-06-15
    from Saturday to Monday|2025-06-14..2025-06-16
    between Saturday and Monday|2025-06-14..2025-06-16
    over the weekend|2025-06-14..2025-06-15
    at the weekend|2025-06-14..2025-06-15
    last weekend|2025-06-14..2025-06-15
    this weekend|2025-06-14..2025-06-15
    yesterday|2025-06-17..2025-06-17
    the day before yesterday|2025-06-16..2025-06-16
    today|?
    in the past 24 hours|2025-06-17..2025-06-18
    in the last day|2025-06-17..2025-06-18
    over the past day|2025-06-17..2025-06-18
    over the past two days|2025-06-16..2025-06-18
    over 48 hours|2025-06-16..2025-06-18
    in the past fortnight|2025-06-04..2025-06-18
    in the past two weeks|2025-06-04..2025-06-18
    over the past couple of weeks|?
    over the past few weeks|?
    in recent weeks|?
    over the past three months|2025-03-18..2025-06-18
    over the past half-year|2024-12-18..2025-06-18
    over the past half a year|2024-12-18..2025-06-18
    over the past year|2024-06-18..2025-06-18
    over the past twelve months|2024-06-18..2025-06-18
    over the past year and a half|?
    in six months|2024-12-18..2025-06-18
    in a week|2025-06-11..2025-06-18
    in one week|2025-06-11..2025-06-18
    within a month|2025-05-18..2025-06-18
    three weeks ago|2025-05-28..2025-05-28
    two months ago|2025-04-18..2025-04-18
    a year ago|2024-06-18..2024-06-18
    exactly a year ago|2024-06-18..2024-06-18
    this time last year|2024-06-18..2024-06-18
    ten days ago|2025-06-08..2025-06-08
    at the end of May|2025-05-31..2025-05-31
    at May's end|2025-05-31..2025-05-31
    at the close of May|2025-05-31..2025-05-31
    on the last day of May|?
    on the first day of May|?
    at the start of May|2025-05-01..2025-05-01
    at the beginning of this month|2025-06-01..2025-06-01
    at the start of the year|2025-01-01..2025-01-01
    at the turn of the year|2025-01-01..2025-01-01
    on New Year's Day|2025-01-01..2025-01-01
    on New Year's Eve|2024-12-31..2024-12-31
    before June|?
    before 14 June|?
    ahead of 14 June|?
    after 14 June|2025-06-14..2025-06-18
    """

@Suite("What is near, and gainsaid") struct GainsaidTests {
    private func readings(_ text: String) -> [Reading] {
        ArticleReadings(text, published: CalendarDate(iso: "2025-06-18")).figures.map(\.reading)
    }

    @Test("the day of a clause of saying is not that of what was taken")
    func dayOfSaying() throws {
        let found = try #require(
            readings("A Ukrainian corps said on Friday that it had mopped up two hamlets and 14 km².").first)
        #expect(!found.isCheckable && found.period == nil)
    }

    @Test("of two times in a clause none is taken")
    func twoTimes() throws {
        let found = readings(
            "Russian units nibbled away 90 km² of Donetsk Oblast in the ten days to 14 June and in March.")
        #expect(found.allSatisfy { !$0.isCheckable })
    }

    @Test("a share of what was seized, said with a day of its own, is left out")
    func datedPeak() throws {
        let found = try #require(
            readings(
                "Kyiv still clung to a ninth of what it had grabbed in Kursk Oblast when it was counted on 1 March."
            ).first)
        #expect(!found.isCheckable)
    }
}
