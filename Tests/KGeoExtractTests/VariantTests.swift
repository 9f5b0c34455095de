// The same figure in every typography, unit, qualifier and sentence: thousands of texts made from parts.

import KGeoCore
import KGeoExtract
import Testing

struct VariantTests {
    static let numbers: [(String, Double)] = [
        ("1,300", 1300), ("1 300", 1300), ("1\u{A0}300", 1300), ("1\u{202F}300", 1300),
        ("1\u{2009}300", 1300),
        ("1'300", 1300), ("1’300", 1300), ("1300", 1300), ("1.3 thousand", 1300), ("thirteen hundred", 1300),
        ("90", 90), ("ninety", 90), ("2.5", 2.5), ("two and a half", 2.5), ("2½", 2.5), ("2 1/2", 2.5),
        ("1.2 million", 1_200_000), ("half a million", 500_000), ("two dozen", 24),
        ("a hundred and ten", 110),
        ("twenty-one", 21), ("1,234,567", 1_234_567),
    ]
    static let areas: [(String, String)] = [
        ("km²", "km2"), ("km2", "km2"), ("km^2", "km2"), ("sq km", "km2"), ("sq. km", "km2"), ("sqkm", "km2"),
        ("square km", "km2"), ("square kilometres", "km2"), ("square kilometers", "km2"),
        ("kilometers squared", "km2"), ("㎢", "km2"), ("sq mi", "mi2"), ("sq. miles", "mi2"),
        ("square miles", "mi2"),
        ("mi²", "mi2"), ("ha", "ha"), ("hectares", "ha"), ("acres", "acre"), ("dunams", "dunam"),
    ]
    static let lengths: [(String, String)] = [
        ("km", "km"), ("kms", "km"), ("kilometres", "km"), ("kilometers", "km"), ("miles", "mi"),
        ("mi", "mi"),
        ("nautical miles", "nmi"), ("nmi", "nmi"),
    ]
    static let qualifiers: [(String, Qualifier)] = [
        ("", .exact), ("about ", .about), ("around ", .about), ("roughly ", .about),
        ("approximately ", .about),
        ("some ", .about), ("circa ", .about), ("c. ", .about), ("~", .about), ("≈ ", .about),
        ("at least ", .atLeast),
        ("no less than ", .atLeast), ("more than ", .moreThan), ("over ", .moreThan),
        ("in excess of ", .moreThan),
        ("upwards of ", .moreThan), (">", .moreThan), ("at most ", .atMost), ("no more than ", .atMost),
        ("a maximum of ", .atMost), ("less than ", .lessThan), ("under ", .lessThan), ("up to ", .upTo),
        ("as much as ", .upTo), ("nearly ", .nearly), ("almost ", .nearly), ("close to ", .nearly),
        ("just under ", .nearly), ("only ", .exact), ("just ", .exact), ("another ", .exact),
        ("a total of ", .exact),
        ("at least another ", .atLeast), ("well over ", .moreThan),
    ]

    /// One claim of that kind, number, unit and qualifier, at the right place.
    static func check(
        _ text: String, _ kind: ClaimKind, _ value: Double, _ unit: String, _ qualifier: Qualifier
    ) {
        let claims = Extractor().claims(in: text)
        let scalars = Array(text.unicodeScalars)
        guard let claim = claims.first, claims.count == 1 else {
            Issue.record("\(text): \(claims.count) claims")
            return
        }
        let isRight =
            claim.kind == kind && abs(claim.low - value) <= 1e-9 * value && claim.low == claim.high
            && claim.unit.name == unit && claim.qualifier == qualifier
            && String(String.UnicodeScalarView(scalars[claim.start..<claim.end])) == claim.quote
        #expect(isRight, "\(text): \(Sentence.line(claim)) «\(claim.quote)»")
    }

    /// Every seventh of all combinations, so that each pair of parts still meets.
    static func isChosen(_ a: Int, _ b: Int, _ c: Int) -> Bool { (a + 3 * b + 5 * c) % 7 == 0 }

    @Test func areasInEveryTypography() {
        for (n, (number, value)) in Self.numbers.enumerated() {
            for (u, (unit, name)) in Self.areas.enumerated() {
                for (q, (words, qualifier)) in Self.qualifiers.enumerated()
                where Self.isChosen(n, u, q) && !(words.hasSuffix("f ") && number.hasPrefix("half")) {
                    Self.check(
                        "The brigade holds \(words)\(number) \(unit) there.", .area, value, name, qualifier)
                }
            }
        }
    }

    @Test func lengthsInEveryFrame() {
        let frames: [(String, String, ClaimKind)] = [
            ("The town lies ", " from the border.", .distance),
            ("The column advanced ", " into the province.", .depth),
            ("The corridor is ", " wide.", .width), ("They dug ", " of trenches.", .length),
        ]
        for (n, (number, value)) in Self.numbers.enumerated() where value < 1e5 {
            for (u, (unit, name)) in Self.lengths.enumerated() {
                for (before, after, kind) in frames {
                    for (q, (words, qualifier)) in Self.qualifiers.enumerated() where Self.isChosen(n, u, q) {
                        Self.check("\(before)\(words)\(number) \(unit)\(after)", kind, value, name, qualifier)
                    }
                }
            }
        }
    }

    @Test func rangesInEveryTypography() {
        let joins = [
            ("", "–", ""), ("", "-", ""), ("", " – ", ""), ("", "\u{2011}", ""), ("", " to ", ""),
            ("", " or ", ""),
            ("between ", " and ", ""), ("from ", " to ", ""), ("about ", "–", ""), ("some ", " to ", ""),
        ]
        for (before, join, _) in joins {
            for (unit, name) in Self.areas {
                for (low, high) in [("100", "400"), ("1,200", "1,300"), ("2.5", "3.5"), ("five", "six")] {
                    if low == "five", join == "\u{2011}" || join.contains("–") || join == "-" { continue }
                    let text = "The brigade holds \(before)\(low)\(join)\(high) \(unit) there."
                    let claims = Extractor().claims(in: text)
                    let isRange =
                        claims.count == 1 && claims[0].low < claims[0].high && claims[0].qualifier == .between
                    #expect(
                        isRange && claims[0].unit.name == name, "\(text): \(claims.map { Sentence.line($0) })"
                    )
                }
            }
        }
    }

    @Test func sharesInEveryFrame() {
        let shares: [(String, Double)] = [
            ("20%", 20), ("20 percent", 20), ("20 per cent", 20), ("20 pct", 20), ("a fifth", 0.2),
            ("one fifth", 0.2),
            ("two-thirds", 2.0 / 3), ("three quarters", 0.75), ("half", 0.5), ("a third", 1.0 / 3),
        ]
        let wholes = [
            "the country", "its territory", "Lusk oblast", "the island", "the Strip", "Norland’s territory",
        ]
        for (share, value) in shares {
            for whole in wholes {
                for (words, qualifier) in Self.qualifiers
                where !words.contains("another") && !words.contains("total") && words != ">" {
                    let unit = value > 1 ? "percent" : "fraction"
                    Self.check(
                        "The rebels hold \(words)\(share) of \(whole).", .share, value, unit, qualifier)
                }
            }
        }
    }

    @Test func markupNeverMovesAQuote() {
        let wraps: [(String, String)] = [
            ("<p>", "</p>"), ("<div class=\"a>b\">", "</div>"), ("**", "**"), ("> ", "\n"), ("# ", "\n"),
            ("<!-- 5 km² --> ", ""), ("<script>x = '7 km²'</script>", ""), ("é\u{301}😀&amp; ", " &mdash;"),
            ("[a](http://x/(1)) ", ""), ("<head><title>4 km²</title></head><body>", "</body>"),
        ]
        for (before, after) in wraps {
            for figure in [
                "1,300 km²", "1&nbsp;300 km<sup>2</sup>", "[1,300](#a) km²", "<b>1,300</b> km&sup2;",
            ] {
                Self.check(
                    "\(before)They hold \(figure) there.\(after)", .area, 1300, "km2", .exact)
            }
        }
    }
}
