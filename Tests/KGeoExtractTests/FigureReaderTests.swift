// Figures in a few words.

import KGeoClaims
import KGeoCore
import KGeoExtract
import Testing

@Suite("A figure in a few words")
struct FigureReaderTests {
    @Test(
        "Every qualifier",
        arguments: [
            ("1,300 km2", .exact), ("exactly 1,300 km2", .exact), ("about 1,300 km2", .about),
            ("around 1,300 km2", .about), ("roughly 1,300 km2", .about), ("some 1,300 km2", .about),
            ("approximately 1,300 km2", .about), ("approx. 1,300 km2", .about), ("approx 1,300 km2", .about),
            ("circa 1,300 km2", .about), ("ca. 1,300 km2", .about), ("c. 1,300 km2", .about),
            ("close to 1,300 km2", .nearly), ("≈ 1,300 km2", .about), ("~1,300 km2", .about),
            ("at least 1,300 km2", .atLeast), ("no less than 1,300 km2", .atLeast),
            ("not less than 1,300 km2", .atLeast), ("no fewer than 1,300 km2", .atLeast),
            ("≥1,300 km2", .atLeast),
            ("more than 1,300 km2", .moreThan), ("over 1,300 km2", .moreThan), ("above 1,300 km2", .moreThan),
            ("upwards of 1,300 km2", .moreThan), ("> 1,300 km2", .moreThan), ("at most 1,300 km2", .atMost),
            ("no more than 1,300 km2", .atMost), ("not more than 1,300 km2", .atMost),
            ("≤ 1,300 km2", .atMost),
            ("less than 1,300 km2", .lessThan), ("fewer than 1,300 km2", .lessThan),
            ("under 1,300 km2", .lessThan), ("below 1,300 km2", .lessThan), ("<1,300 km2", .lessThan),
            ("up to 1,300 km2", .upTo), ("as much as 1,300 km2", .upTo), ("nearly 1,300 km2", .nearly),
            ("almost 1,300 km2", .nearly), ("  About 1,300 km²", .about),
        ] as [(String, Qualifier)])
    func qualifiers(_ text: String, _ qualifier: Qualifier) throws {
        let figure = try FigureReader.english.figure(text)
        #expect(figure.qualifier == qualifier)
        #expect(figure.numbers == [PrintedNumber(value: 1_300, step: 100)])
        #expect(figure.unit == .km2)
    }

    @Test(
        "Ranges",
        arguments: [
            "100-400 square miles", "100–400 square miles", "100—400 sq mi", "100‑400 sq mi", "100−400 sq mi",
            "100‒400 sq mi", "100 - 400 sq mi", "100 – 400 sq mi", "100 to 400 sq mi",
            "between 100 and 400 sq mi",
            "Between 100 and 400 square miles", "100 sq mi to 400 sq mi", "100 sq mi - 400 sq mi",
        ])
    func ranges(_ text: String) throws {
        let figure = try FigureReader.english.figure(text)
        #expect(figure.numbers.map(\.value) == [100, 400])
        #expect(figure.qualifier == .between)
        #expect(figure.unit == .mi2)
    }

    @Test(
        "Thousands and their separators",
        arguments: [
            ("1,300 km2", 1_300, 100), ("1 300 km2", 1_300, 100), ("1\u{2009}300 km2", 1_300, 100),
            ("1\u{202F}300 km2", 1_300, 100), ("1\u{A0}300 km2", 1_300, 100), ("1'300 km2", 1_300, 100),
            ("1’300 km2", 1_300, 100), ("603,628 km2", 603_628, 1), ("1,000,000 ha", 1e6, 1e6),
            ("1,294.50 km2", 1_294.5, 0.01), ("2 thousand km2", 2_000, 1_000),
            ("1.3 thousand km2", 1_300, 100),
            ("1.2 million acres", 1.2e6, 1e5), ("10 million ha", 1e7, 1e7), ("0.67 km2", 0.67, 0.01),
            ("1300km2", 1_300, 100), ("1300-km2", 1_300, 100),
        ])
    func thousands(_ text: String, _ value: Double, _ step: Double) throws {
        #expect(try FigureReader.english.figure(text).numbers == [PrintedNumber(value: value, step: step)])
    }

    @Test(
        "A word for thousands after a range counts for both numbers",
        arguments: [
            ("1.2 to 1.3 million hectares", [1.2e6, 1.3e6]), ("1-2 thousand km2", [1_000, 2_000]),
            ("900 to 1 thousand km2", [900, 1_000]), ("1 thousand to 2 thousand km2", [1_000, 2_000]),
        ])
    func sharedThousands(_ text: String, _ values: [Double]) throws {
        #expect(try FigureReader.english.figure(text).numbers.map(\.value) == values)
    }

    @Test("Shares", arguments: ["20%", "20 %", "20 per cent", "20 percent"])
    func percent(_ text: String) throws {
        let figure = try FigureReader.english.figure("about " + text)
        #expect(figure.unit == .percent)
        #expect(figure.numbers == [PrintedNumber(value: 20, step: 10)])
    }

    @Test("A range is a range, whatever stands before it; and a range of shares with the sign twice")
    func mixtures() throws {
        let about = try FigureReader.english.figure("about 1,200–1,300 km²")
        #expect(about.qualifier == .between && about.numbers.map(\.value) == [1_200, 1_300])
        let shares = try FigureReader.english.figure("20%-25%")
        #expect(shares.qualifier == .between && shares.numbers.map(\.value) == [20, 25])
    }

    @Test(
        "A bound before or behind a range stays one",
        arguments: [
            ("at least 1,000-1,200 km2", .atLeast), ("at least 1,000 to 1,200 km²", .atLeast),
            ("at least between 1,000 and 1,200 km2", .atLeast), ("1,000–1,200 km2 or more", .atLeast),
            ("more than 1,000-1,200 km2", .moreThan), ("over 1,000–1,200 km2", .moreThan),
            ("up to 1,000–1,200 km2", .upTo), ("as much as 1,000–1,200 km2", .upTo),
            ("no more than 1,000–1,200 km2", .atMost), ("1,000-1,200 km2 at most", .atMost),
            ("less than 1,000-1,200 km2", .lessThan), ("under 1,000-1,200 km2", .lessThan),
            ("nearly 1,000-1,200 km2", .nearly), ("some 1,000-1,200 km2", .between),
            ("only 1,000-1,200 km2", .between), ("1,000-1,200 km2 or so", .between),
            ("between just over 1,000 and 1,200 km2", .between),
            ("1,100 ± 100 km2", .between), ("1,100 (± 100) km2", .between),
        ] as [(String, Qualifier)])
    func boundedRanges(_ text: String, _ qualifier: Qualifier) throws {
        let figure = try FigureReader.english.figure(text)
        #expect(figure.numbers.map(\.value) == [1_000, 1_200])
        #expect(figure.qualifier == qualifier)
    }

    @Test("A bound before a range of shares")
    func boundedShares() throws {
        for text in ["at least 20-25%", "at least 20% to 25%", "at least 20 to 25 per cent"] {
            let figure = try FigureReader.english.figure(text)
            #expect(figure.qualifier == .atLeast && figure.numbers.map(\.value) == [20, 25])
        }
    }

    @Test(
        "What cannot be read is said",
        arguments: [
            ("", "no number was found"), ("about km2", "no number was found"),
            ("-5 km2", "cannot be below 0"), ("several hundred km2", "no number was found"),
            ("1,300", "the unit is missing"), ("about 20", "the unit is missing"),
            ("1,300 parsecs", "\"parsecs\" is no unit"),
            ("between 100 sq mi", "\"between\" needs two numbers"),
            ("400-100 sq mi", "the range runs backwards"),
            ("1,3000 km2", "\"1,3000\" can be read as no number"),
            ("1.2.3 km2", "\"1.2.3\" can be read as no number"),
            ("1.300 km2", "\"1.300\" may be 1.3 or 1300"),
            ("something 5 km2", "\"something\" says nothing"),
            ("another 1,500 km2", "\"another\" says what came on top"),
            ("about a further 1,500 km2", "\"further\" says what came on top"),
            ("an additional 2.5 percent", "\"additional\" says what came on top"),
            ("an extra 1,500-1,600 km2", "\"extra\" says what came on top"),
            ("1,500 km2 more", "\"more\" does not belong"),
            ("as little as 1,600 km2", "\"as little as\" does not say that it is so much"),
            ("no 1,500 km2", "\"no\" does not say that it is so much"),
            ("5 km2 of villages", "\"of villages\" does not belong"),
            ("5 km2 and 6 km", "more than one figure"), ("5 km2 (3 km)", "no second unit of the first"),
            ("5 km/h", "a speed"), (String(repeating: "9", count: 400) + " km2", "can be read as no number"),
        ])
    func errors(_ text: String, _ reason: String) throws {
        let problem = #expect(throws: Problem.self) { try FigureReader.english.figure(text) }
        #expect(problem?.code == .claim)
        #expect(problem?.message.contains(reason) == true, "\(problem?.message ?? "")")
        #expect(problem?.message.contains("\"\(text)\"") == true)
        #expect(problem?.hint?.contains("about 1,300 km2") == true)
    }
}
