// Words: English names of units. The sizes are in KGeoCore's table; here stand only the words.

internal import KGeoCore

extension LexiconBuilder {
    mutating func addEnglishUnits() {
        // "square", "sq" before a unit of length.
        add("square sq sqr кв", .square)
        add("squared", .squared)
        let units: [(String, String)] = [
            ("km", "km км kms kilometre kilometres kilometer kilometers klm kilom klicks"),
            ("m", "m metre metres meter meters mtr mtrs"),
            ("mi", "mi mile miles"),
            ("nmi", "nmi n.m nm"),
            ("yd", "yd yds yard yards"),
            ("ft", "ft foot feet"),
            ("km2", "sqkm sqkms kmsq"),
            ("mi2", "sqmi"),
            ("m2", "sqm"),
            ("ft2", "sqft"),
            ("ha", "ha hectare hectares га"),
            ("acre", "acre acres ac"),
            ("dunam", "dunam dunams dunum dunums donum donums dönüm"),
        ]
        for (name, words) in units { set(words) { $0.unit = MeasureUnit.named(name) } }
        set("percent pct percents percentage") { $0.percent = .sign }
        set("cent") { $0.percent = .cent }
        set("point points") { $0.percent = .point }
        // "football pitch", "soccer field", "football-field-sized".
        add("football soccer", .nominal)
        add("nautical pitch pitches field fields", .measured)
        let periods: [(String, String)] = [
            ("minute", "minute min minutes"), ("hour", "hour hr"), ("day", "day days"),
            ("week", "week weeks"),
            ("month", "month months"), ("year", "year yr annum years"),
        ]
        for (name, words) in periods { set(words) { $0.period = Entry.Period(rawValue: name) } }
        // Adverbs and adjectives that make a rate: "14 km² daily".
        for (name, words) in [
            ("day", "daily"), ("week", "weekly"), ("month", "monthly"), ("year", "annually yearly"),
        ] {
            set(words) { $0.period = Entry.Period(rawValue: name) }
            add(words, .average)
        }
        add("annual", .average)
        set("annual") { $0.period = .year }
        // What makes "km per hour", "m/s" a speed.
        add("h hr hour hours s sec second seconds", .speed)
        let dimensions: [(String, ClaimKind?, Bool)] = [
            ("deep", .depth, true), ("wide", .width, true), ("broad", .width, true), ("long", .length, true),
            ("depth", .depth, false), ("width", .width, false), ("breadth", .width, false),
            ("length", .length, false), ("perimeter", .length, false), ("circumference", .length, false),
            ("radius", .radius, false), ("radii", .radius, false), ("distance", .distance, false),
            ("distances", .distance, false), ("high", nil, true), ("tall", nil, true), ("thick", nil, true),
            ("range", nil, false), ("altitude", nil, false), ("altitudes", nil, false),
            ("height", nil, false),
            ("heights", nil, false), ("elevation", nil, false), ("thickness", nil, false),
            ("diameter", nil, false),
            ("wingspan", nil, false), ("calibre", nil, false), ("caliber", nil, false),
            ("resolution", nil, false),
            ("wavelength", nil, false), ("visibility", nil, false), ("draught", nil, false),
            ("draft", nil, false),
            ("ceiling", nil, false), ("magnitude", nil, false),
        ]
        for (word, kind, isAdjective) in dimensions {
            set(word) { $0.dimension = Entry.Dimension(kind: kind, isAdjective: isAdjective) }
        }
    }
}
