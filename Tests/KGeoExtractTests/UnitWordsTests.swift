// Names of units as people write them.

import KGeoCore
import KGeoExtract
import Testing

@Suite("Names of units")
struct UnitWordsTests {
    @Test("Every name of the table names itself", arguments: MeasureUnit.table)
    func tableNames(_ unit: MeasureUnit) {
        #expect(FigureReader.english.unit(unit.name) == unit)
        #expect(FigureReader.english.unit(unit.name.uppercased()) == unit)
        #expect(FigureReader.english.unit(unit.symbol) == unit)
    }

    static let aliases: KeyValuePairs<String, [String]> = [
        "km2": [
            "km²", "km^2", "km 2", "KM2", "sq km", "sq. km", "sq.km", "sqkm", "sq. kms", "square km",
            "square kilometre", "square kilometres", "square kilometer", "square kilometers",
            "Square Kilometres", "square-kilometre", "sq. kilometers", "square\u{A0}kilometres",
            "sq\u{202F}km", "sq\u{2009}km", " km2 ", "км²", "км2", "кв. км",
        ],
        "m2": [
            "m²", "sq m", "sq. m", "sqm", "square metre", "square metres", "square meter", "square meters",
        ],
        "ha": ["hectare", "hectares", "Ha"],
        "mi2": [
            "mi²", "mi 2", "sq mi", "sq. mi.", "sqmi", "sq mile", "sq. miles", "square mile", "square miles",
            "square-mile", "square mi", "miles²", "mile2",
        ],
        "acre": ["acres", "ac"],
        "dunam": ["dunams", "dunum", "dunums"],
        "ft2": ["ft²", "sq ft", "sq. ft.", "sqft", "square foot", "square feet"],
        "football_pitch": [
            "football pitch", "football pitches", "football field", "football fields", "soccer pitches",
        ],
        "km": ["kilometre", "kilometres", "kilometer", "kilometers", "kms", "км"],
        "m": ["metre", "metres", "meter", "meters"],
        "mi": ["mile", "miles"],
        "nmi": ["nautical mile", "nautical miles", "nm"],
        "yd": ["yard", "yards", "yds"],
        "ft": ["foot", "feet"],
        "percent": ["%", "per cent", "per-cent", "pct", "percentage", "Percent"],
        "fraction": ["of the whole"],
    ]

    @Test("Aliases", arguments: aliases.map { ($0.key, $0.value) })
    func alias(_ name: String, _ words: [String]) {
        for word in words { #expect(FigureReader.english.unit(word)?.name == name, "\(word)") }
    }

    @Test(
        "Per period",
        arguments: [
            ("km2/day", "km2/day"), ("km²/day", "km2/day"), ("km² / day", "km2/day"),
            ("sq km a day", "km2/day"),
            ("square kilometres per month", "km2/month"), ("square miles a week", "mi2/week"),
            ("hectares each year", "ha/year"), ("metres per minute", "m/minute"), ("m a day", "m/day"),
            ("acres per year", "acre/year"), ("football pitches per day", "football_pitch/day"),
        ])
    func perPeriod(_ text: String, _ name: String) {
        #expect(FigureReader.english.unit(text)?.name == name)
    }

    @Test(
        "What is no unit",
        arguments: [
            "", " ", "parsec", "km3", "per day", "%/day", "percent per month", "km2 per decade", "villages",
            "/day",
        ])
    func noUnit(_ text: String) {
        #expect(FigureReader.english.unit(text) == nil)
    }
}
