// Figures as people write them, and the one answer that every command must give of each.

/// A figure in words: what it says.
struct FigureCase: Sendable {
    let text, qualifier, unit: String
    let low, high: Double
    /// A row: text, qualifier, unit, one number or two.
    init(_ text: String, _ qualifier: String, _ unit: String, _ low: Double, _ high: Double? = nil) {
        self.text = text
        self.qualifier = qualifier
        self.unit = unit
        self.low = low
        self.high = high ?? low
    }

    /// The phrases: qualifiers, words for numbers, parts of a whole, names of units.
    static let phrases: [FigureCase] = [
        .init("8,000 km2", "exact", "km2", 8_000),
        .init("exactly 8,000 km²", "exact", "km2", 8_000),
        .init("a mere 6 km²", "exact", "km2", 6),
        .init("just 2.5 sq. km", "exact", "km2", 2.5),
        .init("close to 8,000 km2", "nearly", "km2", 8_000),
        .init("nearly 10,000 dunums", "nearly", "dunam", 10_000),
        .init("almost 12 sq miles", "nearly", "mi2", 12),
        .init("just under 400 hectares", "nearly", "ha", 400),
        .init("just shy of 700 sq kms", "nearly", "km2", 700),
        .init("a whisker under 60 km2", "nearly", "km2", 60),
        .init("a shade below 60 acres", "nearly", "acre", 60),
        .init("not quite 90 square kilometres", "nearly", "km2", 90),
        .init("approaching 25 square miles", "nearly", "mi2", 25),
        .init("very nearly 500 ha", "nearly", "ha", 500),
        .init("all but 500 ha", "nearly", "ha", 500),
        .init("an estimated 1.2k sq km", "about", "km2", 1_200),
        .init("barely 90 square miles", "about", "mi2", 90),
        .init("around two dozen ha", "about", "ha", 24),
        .init("circa 800 sq km", "about", "km2", 800),
        .init("c. 50 km2", "about", "km2", 50),
        .init("~30 sq mi", "about", "mi2", 30),
        .init("≈ 1,300 km²", "about", "km2", 1_300),
        .init("in the region of 45,000 sq. miles", "about", "mi2", 45_000),
        .init("on the order of 10 million hectares", "about", "ha", 10_000_000),
        .init("40 sq km or so", "about", "km2", 40),
        .init("40 square kilometres, give or take", "about", "km2", 40),
        .init("a hundred-odd sq km", "about", "km2", 100),
        .init("more or less 40 km2", "about", "km2", 40),
        .init("perhaps a quarter of a million acres", "about", "acre", 250_000),
        .init("at least 300 km2", "at_least", "km2", 300),
        .init("no fewer than 15 sq mi", "at_least", "mi2", 15),
        .init("no less than 3/4 sq mile", "at_least", "mi2", 0.75),
        .init("a minimum of 200 hectares", "at_least", "ha", 200),
        .init("100+ sq km", "at_least", "km2", 100),
        .init("15 sq km or more", "at_least", "km2", 15),
        .init("a good 30 km2", "at_least", "km2", 30),
        .init("well over twelve thousand hectares", "more_than", "ha", 12_000),
        .init("in excess of 20 km2", "more_than", "km2", 20),
        .init("upwards of 12-and-a-half million acres", "more_than", "acre", 12_500_000),
        .init("north of 500 sq km", "more_than", "km2", 500),
        .init("slightly more than 1¼ square miles", "more_than", "mi2", 1.25),
        .init("a touch over 31 km2", "more_than", "km2", 31),
        .init(">100 km^2", "more_than", "km2", 100),
        .init("at most 3 ha", "at_most", "ha", 3),
        .init("no more than ten sq km", "at_most", "km2", 10),
        .init("25 sq mi or less", "at_most", "mi2", 25),
        .init("not exceeding 1'500 km2", "at_most", "km2", 1_500),
        .init("fewer than 5,000 acres", "less_than", "acre", 5_000),
        .init("well below 10 km2", "less_than", "km2", 10),
        .init("nowhere near 500 km2", "less_than", "km2", 500),
        .init("not even five square kilometres", "less_than", "km2", 5),
        .init("up to 1,200 sq km", "up_to", "km2", 1_200),
        .init("as much as 1.5 m ha", "up_to", "ha", 1_500_000),
        .init("anything up to half a square kilometre", "up_to", "km2", 0.5),
        .init("between 100 and 400 square miles", "between", "mi2", 100, 400),
        .init("100–400 sq. mi.", "between", "mi2", 100, 400),
        .init("40,000 ha – 50,000 ha", "between", "ha", 40_000, 50_000),
        .init("about 1,200–1,300 km²", "between", "km2", 1_200, 1_300),
        .init("1.2 to 1.3 million hectares", "between", "ha", 1_200_000, 1_300_000),
        .init("12-15k ha", "between", "ha", 12_000, 15_000),
        .init("two to three thousand square kilometres", "between", "km2", 2_000, 3_000),
        .init("between two and three million acres", "between", "acre", 2_000_000, 3_000_000),
        .init("five to six hundred sq km", "between", "km2", 500, 600),
        .init("a quarter to a half of a million ha", "between", "ha", 250_000, 500_000),
        .init("770 ± 20 km2", "between", "km2", 750, 790),
        .init("770 km2 ± 20 km2", "between", "km2", 750, 790),
        .init("770 km2 (± 20)", "between", "km2", 750, 790),
        .init("1,550 km2 ± 1%", "between", "km2", 1_534.5, 1_565.5),
        .init("1,550 km² (±1 %)", "between", "km2", 1_534.5, 1_565.5),
        .init("1,550 ± 2 % km2", "between", "km2", 1_519, 1_581),
        .init("20 % ± 1 %", "between", "percent", 19, 21),
        .init("1,5 тыс. км²", "exact", "km2", 1_500),
        .init("1.5 тыс кв. км", "exact", "km2", 1_500),
        .init("2 млн га", "exact", "ha", 2_000_000),
        .init("a half-dozen square kilometres", "exact", "km2", 6),
        .init("three point seven million hectares", "exact", "ha", 3_700_000),
        .init("one thousand, two hundred square kilometres", "exact", "km2", 1_200),
        .init("quarter of a million ha", "exact", "ha", 250_000),
        .init("a monthly 450 square kilometres", "exact", "km2/month", 450),
        .init("some 2,600 sq. km. (1,000 sq. mi.)", "about", "km2", 2_600),
        .init("a third", "exact", "fraction", 1.0 / 3),
        .init("just under a third", "nearly", "fraction", 1.0 / 3),
        .init("roughly one-fifth", "about", "fraction", 0.2),
        .init("not quite half", "nearly", "fraction", 0.5),
        .init("better than half", "more_than", "fraction", 0.5),
        .init("about 20 %", "about", "percent", 20),
        .init("20 per cent or thereabouts", "about", "percent", 20),
        .init("at the very least two thirds", "at_least", "fraction", 2.0 / 3),
        .init("5%–7%", "between", "percent", 5, 7),
        .init("between a half and two-thirds", "between", "fraction", 0.5, 2.0 / 3),
    ]

    /// Numerals in six typographies: English, French and SI, German and Spanish, Swiss, Indian, scientific; and parts.
    static let numerals: [FigureCase] = [
        ("1,234", 1_234), ("1,234,567.89", 1_234_567.89), ("1,000.00", 1_000), ("0.345", 0.345), (".5", 0.5),
        ("1 234,5", 1_234.5), ("10\u{A0}000,5", 10_000.5), ("1\u{202F}234\u{202F}567", 1_234_567),
        ("12\u{2009}345", 12_345), ("2 345,75", 2_345.75), ("10 000", 10_000), ("10\u{2009}000.5", 10_000.5),
        ("1.134,5", 1_134.5), ("1.234.567,89", 1_234_567.89), ("1.234.567", 1_234_567), ("12,5", 12.5),
        ("0,125", 0.125), ("1.000,00", 1_000), ("1234,567", 1_234.567),
        ("1'234.5", 1_234.5), ("1’234’567", 1_234_567), ("1'000", 1_000),
        ("12,34,567", 1_234_567), ("1,00,000", 100_000), ("2,50,000.5", 250_000.5), ("1.5 lakh", 150_000),
        ("3 x 10^3", 3_000), ("3×10³", 3_000), ("3 · 10³", 3_000), ("10^4", 10_000), ("1e3", 1_000),
        ("1.234 × 10³", 1_234), ("2.5e-2", 0.025), ("5 × 10⁻²", 0.05),
        ("1-1/2", 1.5), ("1 1/2", 1.5), ("1½", 1.5), ("1 and 1/2", 1.5), ("one and one-half", 1.5),
        ("two and three-quarter", 2.75), ("12⅞", 12.875), ("1⁄2", 0.5), ("00123", 123), ("12k", 12_000),
        ("1·5", 1.5), ("1.234 million", 1_234_000), ("twelve hundred", 1_200), ("half a million", 500_000),
    ].map { FigureCase($0.0 + " km2", "exact", "km2", $0.1) }

    /// What is read whole or not at all: no part of these is a figure, whoever is asked.
    static let unreadable = [
        "12,3456 km2", "1.2.3 km2", "1,23,4 km2", "1,234,56 km2", "1.234.56 km2", "1,234.567,8 km2",
        "1,,234 km2",
        "1..5 km2", "1'23 km2", "3-4-5 km2", "5/0 km2", "1/2/3 km2", "several hundred km2",
        "many thousand hectares",
        "24.08.2024 km2", "1e3.5 km2", "1 2345 km2", "1_234 km2", "1:2 km2", "01,234 km2",
        "nineteen eighty km2",
    ]

    /// Two readings, and nothing to choose by: flagged in a text, and never judged.
    static let twofold = ["1.234 km2", "2.400 km2", "12.345 ha", "12 to 15,000 ha"]
}
