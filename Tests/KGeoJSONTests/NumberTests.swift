// Numbers as the scanner reads them: the short way, the long way, and Swift's own.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct NumberTests {
    /// What each of three ways makes of a number: in a window with more behind it (the short way, when it
    /// can), with its text kept (the long way), and by the decimal scanner alone.
    static func values(_ text: String) throws -> [UInt64] {
        var short = JSONScanner(ByteSource(text: text + " "), window: 1_024)
        _ = try short.next()
        var long = JSONScanner(ByteSource(text: text + " "), window: 1_024)
        _ = try long.next()
        let bytes = Array(text.utf8)
        let parsed = bytes.withUnsafeBufferPointer { DecimalScanner.parse($0) }
        let kept = try long.numberWithText()
        #expect(kept.text == text)
        return [try short.number().bitPattern, kept.value.bitPattern, try #require(parsed).bitPattern]
    }

    static func agree(_ text: String) throws {
        let expected = try #require(Double(text)).bitPattern
        let values = try values(text)
        try #require(values == [expected, expected, expected], "\(text)")
    }

    /// 1 to 25 digits, a decimal point anywhere, with and without an exponent.
    @Test func agreesWithSwiftOnRandomDecimals() throws {
        var dice = Dice(7)
        for i in 0..<200_000 {
            let count = 1 + dice.below(25)
            var digits = (0..<count).map { _ in Character(String(dice.below(10))) }
            let whole = 1 + dice.below(count)
            while whole > 1, digits[0] == "0" { digits[0] = Character(String(1 + dice.below(9))) }
            var text = (dice.below(2) == 0 ? "-" : "") + String(digits[..<whole])
            if whole < count { text += "." + String(digits[whole...]) }
            switch i % 4 {
            case 0: text += "e\(dice.below(40) - 20)"
            case 1: text += "E\(["", "+", "-"][dice.below(3)])\(dice.below(284))"
            default: break
            }
            try Self.agree(text)
        }
    }

    /// The smallest numbers, where precision runs out.
    @Test func agreesWithSwiftOnSubnormals() throws {
        var dice = Dice(11)
        for _ in 0..<20_000 {
            let exponent = -300 - dice.below(45)
            try Self.agree(
                "\(1 + dice.below(9)).\(dice.below(1_000_000_000))\(dice.below(1_000_000_000))e\(exponent)")
        }
        for text in [
            "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308", "1e-400", "0.0e-999999999999", "-0", "-0.0", "0e5",
        ] {
            try Self.agree(text)
        }
    }

    /// The exact decimal of a number half way between two doubles, and its neighbours in the last digit.
    @Test func agreesWithSwiftHalfWay() throws {
        var dice = Dice(13)
        for _ in 0..<10_000 {
            // 2^53 … 2^63: an odd number of half units of the last place.
            let bits = 1 + dice.below(10)
            let mantissa = UInt64(1) << 52 | (UInt64(dice.below(1 << 52)))
            let value = (mantissa << UInt64(bits)) + (UInt64(1) << UInt64(bits - 1))
            for text in ["\(value)", "\(value - 1)", "\(value + 1)", "\(value).0", "\(value).00000000000001"]
            {
                try Self.agree(text)
            }
            // The same with decimals: a quarter, an eighth and so on of small numbers, written out in full.
            let sum = UInt64(1) << 52 | UInt64(dice.below(1 << 52))
            try Self.agree("\(sum).5")
            try Self.agree("\(sum).50000000000000000000001")
            try Self.agree("\(sum).49999999999999999999999")
        }
    }

    @Test func shortestTextsComeBack() throws {
        var dice = Dice(17)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: dice.next())
            guard value.isFinite else { continue }
            try Self.agree("\(value)")
        }
        for value in [
            Double.greatestFiniteMagnitude, .leastNormalMagnitude, .leastNonzeroMagnitude, 180, 90, 0.1,
        ] {
            try Self.agree("\(value)")
            try Self.agree("\(-value)")
        }
    }

    @Test(arguments: [
        "1e309", "-1e400", "1.8e308", "1e999999999999999999999",
        "1797693134862315708145274237317043567981" + String(repeating: "0", count: 270),
    ])
    func tooLarge(text: String) throws {
        for around in ["[\(text)]", "{\"type\":\"Point\",\"coordinates\":[\(text),1]}", "{\"a\":\(text)}"] {
            let problem = try problem(around)
            #expect(problem.code == .json)
            #expect(problem.message.contains("too large for a double"))
            #expect(problem.place.offset.map { Array(around.utf8)[$0...].starts(with: text.utf8) } == true)
        }
    }

    @Test(arguments: [
        "NaN", "nan", "Infinity", "-Infinity", "+1", ".5", "5.", "-", "--1", "01", "-01", "1.e5", "1e", "1e+",
        "0x10",
        "1,5", "1_000", "½", "١", "1.2.3", "1e5.5", "- 1", "1 2",
    ])
    func noNumbers(text: String) throws {
        for around in [
            "{\"type\":\"Point\",\"coordinates\":[\(text),1]} ",
            "{\"type\":\"Point\",\"coordinates\":[1,\(text)]} ",
            "{\"a\":\(text)}",
            "{\"type\":\"LineString\",\"coordinates\":[[0,0],[\(text),1]]}"
                + String(repeating: " ", count: 300),
        ] where !(text == "1,5" && around.contains("coordinates")) {
            for pieceSize in [Int.max, 1] {
                #expect(Reading(around, pieceSize: pieceSize).problem?.place.offset != nil, "\(around)")
            }
        }
    }

    @Test func veryLongNumbers() throws {
        let digits = String(repeating: "3", count: 60_000)
        let reading = Reading("{\"type\":\"Point\",\"coordinates\":[0.\(digits),1]}")
        #expect(reading.geometries == [.point(Positions([Coordinate(1.0 / 3, 1)]))])
        for count in [70_000, 3 << 20] {
            let tooLong = try problem(
                "{\"type\":\"Point\",\"coordinates\":[0.\(String(repeating: "3", count: count)),1]}")
            #expect(tooLong.code == .json)
            #expect(tooLong.message.contains("longer than 65536 characters"))
        }
    }

    @Test func theDecimalScannerReadsTheWholeText() {
        func parse(_ text: String) -> Double? {
            Array(text.utf8).withUnsafeBufferPointer { DecimalScanner.parse($0) }
        }
        for text in ["", "-", "+", ".", "e5", "1e", "1e+", "1x", " 1", "1 ", "0x1", "inf", "nan", "1.5.5"] {
            #expect(parse(text) == nil, "\(text)")
        }
        #expect(parse("+1.5") == 1.5)
        #expect(parse("007") == 7)
        #expect(parse(".5") == 0.5)
        #expect(parse("5.") == 5)
        #expect(parse("1e400") == .infinity)
        #expect(parse("-1e400") == -.infinity)
        #expect(parse("-1e-400")?.sign == .minus)
    }
}
