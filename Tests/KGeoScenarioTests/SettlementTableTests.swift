// Tables of reported settlements: every column, and what is said of a bad row.

import KGeoCore
import KGeoScenario
import Testing

private func read(_ text: String) throws -> (
    reports: [SettlementReport], problems: [Problem], notices: [Notice]
) {
    var problems: [Problem] = []
    var notices: [Notice] = []
    let reports = try SettlementTable.reports(text, file: "t.csv", problems: &problems, notices: &notices)
    return (reports, problems, notices)
}

@Suite("Settlement table") struct SettlementTableTests {
    @Test("a full row")
    func full() throws {
        let (reports, problems, notices) = try read(
            """
            name,lon,lat,coord_error_m,coord_source,region,holder,status,date,class,status_source,note
            Sudzha,35.27056,51.19139,500,GeoNames,Kursk Oblast,Ukraine,controlled,2024-08-15,reported,"a page, a day",n
            """)
        #expect(problems.isEmpty && notices.isEmpty)
        let report = try #require(reports.first)
        #expect(report.place == Coordinate(35.27056, 51.19139))
        #expect(
            report.coordinateError == 500 && report.region == "Kursk Oblast" && report.holder == "Ukraine")
        #expect(report.status == .controlled && report.date == CalendarDate(iso: "2024-08-15"))
        #expect(report.evidenceClass == "reported" && report.source == "a page, a day" && report.line == 2)
    }

    @Test(
        "bad rows are named with line and column",
        arguments: [
            ("X,,51,A,controlled,2024-08-15", "lon", "X has no place"),
            ("X,35,five,A,controlled,2024-08-15", "lat", "\"five\" is no number"),
            ("X,35,151,A,controlled,2024-08-15", "lat", "X: 35.0, 151.0 is no longitude and latitude"),
            ("X,nan,51,A,controlled,2024-08-15", "lon", "\"nan\" is no number"),
            ("X,35,51,A,held,2024-08-15", "status", "X: unknown status \"held\""),
            ("X,35,51,A,claimed,2024-08-15", "status", "X: unknown status \"claimed\""),
            ("X,35,51,A,,2024-08-15", "status", "X has no status"),
            ("X,35,51,,controlled,2024-08-15", "holder", "X is controlled, but no holder is given"),
            ("X,35,51,A,controlled,2024-02-30", "date", "X: 2024-02-30 is no day of the calendar"),
            ("X,35,51,A,controlled,", "date", "X has no date"),
            (",35,51,A,controlled,2024-08-15", "name", "the settlement has no name"),
        ])
    func badRow(row: String, column: String, message: String) throws {
        let (reports, problems, _) = try read(
            "name,lon,lat,holder,status,date\nGood,35,51,A,controlled,2024-08-15\n" + row)
        #expect(reports.map(\.name) == ["Good"])
        #expect(problems.map(\.message) == [message])
        #expect(problems.first?.place.line == 3)
        #expect(problems.first?.place.property == column)
        #expect(problems.first?.place.file == "t.csv")
    }

    @Test("a table without a column, without rows, or with a column twice is refused")
    func badTable() {
        for (text, message) in [
            ("", "the table is empty"), ("name,lon,lat,status", "the table has no column \"date\""),
            ("name,lon,lat,status,date", "the table has a header and no settlement"),
            ("name,name,lon,lat,status,date\n", "the column \"name\" stands twice in the header"),
        ] {
            let problem = #expect(throws: Problem.self) { try read(text) }
            #expect(problem?.message == message)
        }
    }

    @Test("an id that names two places, a column that is not read")
    func ids() throws {
        let (_, problems, notices) = try read(
            "id,name,lon,lat,status,date,colour\n1,A,35,51,contested,2024-08-15,\n1,B,35,51,contested,2024-08-15,red"
        )
        #expect(
            problems.map(\.message) == ["the id \"1\" names A on line 2 already, with another name or place"])
        #expect(notices.map(\.problem.message) == ["the column \"colour\" is not read"])
    }
}
