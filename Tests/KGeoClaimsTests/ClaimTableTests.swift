// Claims from a table.

import KGeoClaims
import KGeoCore
import Testing

@Suite("Claims from a table")
struct ClaimTableTests {
    private func claims(_ text: String) throws -> [Claim] {
        try ClaimReading.objects(CSVTable(text)).map { try #require(read($0, inWords: true).claim) }
    }

    @Test("All columns")
    func columns() throws {
        let header =
            "id,kind,measure,value,unit,qualifier,resolution,holder,region,role,worded,counting,as_of,window_days,period,quote,outlet,url"
        let row =
            "k,area,peak,\"1,300\",km2,about,100,Ukraine,Kursk Oblast,control,controlled,controlled; contested,2024-08-27,5,2024-08-06;2025-04-26,\"a, b\",O,https://example.org"
        let claim = try #require(claims(header + "\n" + row).first)
        #expect(claim.id == "k" && claim.measure == .peak && claim.qualifier == .about)
        #expect(claim.numbers == [PrintedNumber(value: 1_300, step: 100)] && claim.resolution == 100)
        #expect(claim.subject == Subject(role: .control, holder: "Ukraine", region: "Kursk Oblast"))
        #expect(claim.worded == .controlled && claim.counting == .controlledAndContested)
        #expect(claim.asOf?.description == "2024-08-27" && claim.windowDays == 5)
        #expect(claim.period?.lowerBound.description == "2024-08-06" && claim.quote == "a, b")
        #expect(claim.source?["outlet"] == "O" && claim.source?["url"] == "https://example.org")
    }

    @Test(
        "Values and ranges",
        arguments: [
            ("1300", [1_300]), ("\"1,300\"", [1_300]), ("1 300", [1_300]), ("1.50", [1.5]),
            ("1.3e3", [1_300]),
            ("1200-1300", [1_200, 1_300]), ("1200–1300", [1_200, 1_300]), ("1200;1300", [1_200, 1_300]),
            ("\"1,200 - 1,300\"", [1_200, 1_300]), (" 1300 ", [1_300]),
        ])
    func values(_ cell: String, _ values: [Double]) throws {
        #expect(try claims("id,kind,value,unit\na,area,\(cell),km2").first?.numbers.map(\.value) == values)
    }

    @Test("The digits of a cell keep their rounding")
    func digits() throws {
        let claims = try claims(
            "id,kind,value,unit\na,area,1300.5,km2\nb,area,\"1,300\",km2\nc,area,1300.0,km2")
        // The lone .0 of the third is a spreadsheet's, nobody's rounding.
        #expect(claims.map { $0.numbers.map(\.step) } == [[0.1], [100], [100]])
    }

    @Test(
        "Words in a cell are those of a text",
        arguments: [
            ("twelve thousand", "km2", [12_000], "exact"), ("12k", "hectares", [12_000], "exact"),
            ("close to 8000", "km2", [8_000], "nearly"), ("about 1 300 km2", "", [1_300], "about"),
            ("just under a third", "", [1.0 / 3], "nearly"),
            ("between 100 and 400", "sq mi", [100, 400], "between"),
            ("at least 100-400", "sq mi", [100, 400], "at_least"),
            ("up to 100–400 km2", "", [100, 400], "up_to"), ("about 100-400", "km2", [100, 400], "between"),
            ("\"1.134,5\"", "km²", [1_134.5], "exact"), (".5", "square miles", [0.5], "exact"),
        ] as [(String, String, [Double], String)])
    func words(_ cell: String, _ unit: String, _ values: [Double], _ qualifier: String) throws {
        let kind = cell.contains("third") ? "share" : "area"
        let claim = try #require(
            claims("id,kind,value,unit,of\na,\(kind),\(cell),\(unit),UA").first)
        #expect(claim.numbers.map(\.value) == values)
        #expect(claim.qualifier.rawValue == qualifier)
    }

    @Test("A qualifier and a unit in words")
    func qualifierInWords() throws {
        let claims = try claims(
            "id,kind,value,unit,qualifier\na,area,8000,square miles,close to\nb,area,90,sq. km,barely")
        #expect(claims.map(\.qualifier) == [.nearly, .about])
        #expect(claims.map(\.unit.name) == ["mi2", "km2"])
    }

    @Test("A claim in words, written in codes, is the same claim")
    func coded() throws {
        for cell in ["a third", "twelve thousand", "2.0 thousand", "about 1300", "100-400", "three-quarters"]
        {
            let isShare = cell.contains("thir") || cell.contains("quarter")
            let text =
                "id,kind,value,unit,of\na,\(isShare ? "share" : "area"),\(cell),\(isShare ? "" : "km2"),UA"
            let object = try #require(ClaimReading.objects(CSVTable(text)).first)
            let claim = try #require(read(object, inWords: true).claim)
            let again = try #require(read(ClaimReading.coded(object, as: claim)).claim)
            #expect(again.qualifier == claim.qualifier && again.unit == claim.unit)
            #expect(same(ClaimInterval(again).si, ClaimInterval(claim).si), "\(cell)")
        }
    }

    @Test(
        "A cell that is no number",
        arguments: ["many", "\"12,3456\"", "12-x", "nan", "inf", "0x10", "-", "several hundred", "1.2.3"])
    func noNumber(_ cell: String) throws {
        let objects = try ClaimReading.objects(CSVTable("id,kind,value,unit\na,area,\(cell),km2"))
        let (claim, problems) = read(try #require(objects.first), inWords: true)
        #expect(claim == nil)
        #expect(problems.first?.place.property == "value")
    }

    @Test("A number below 0 is refused, not read without its sign")
    func negative() throws {
        let objects = try ClaimReading.objects(CSVTable("id,kind,value,unit\na,area,-5,km2"))
        let (claim, problems) = read(try #require(objects.first), inWords: true)
        #expect(claim == nil)
        #expect(problems.map(\.place.property) == ["value"])
    }

    @Test("Denominators: an official code, or a name that the map or the atlas knows")
    func denominators() throws {
        let claims = try claims(
            "id,kind,value,unit,of\na,share,20,percent,UA\nb,share,20,percent,oblast\n")
        #expect(claims.map(\.of) == [.official(code: "UA"), .region(name: "oblast")])
    }

    @Test("An unknown column with something in it is refused, an empty one is not")
    func unknownColumn() throws {
        let objects = try ClaimReading.objects(
            CSVTable("id,kind,value,unit,colour\na,area,1,km2,\nb,area,1,km2,red"))
        let results = objects.map { read($0) }
        #expect(results[0].problems.isEmpty)
        #expect(results[1].problems.map(\.place.property) == ["colour"])
    }
}
