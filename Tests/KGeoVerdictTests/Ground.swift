// Drawn ground of known area, and claims about it.

import KGeo
import KGeoClaims
import KGeoCore
import KGeoExtract
import KGeoMeasure
import KGeoScenario
import KGeoVerdict

/// A strip of ground between two parallels: its area is what was asked for (to 1e-12), its south-western
/// corner and its height are given.
struct Strip {
    /// Degrees.
    let west, east, south, north: Double

    /// A strip from its area in km² and its height in km.
    init(_ km2: Double, west: Double = 35, south: Double = 51, height: Double = 10) {
        let north = south + height / 111.25  // km per degree of latitude at 51°
        var width = km2 / height / 70
        for _ in 0..<6 { width *= km2 * 1e6 / Self.area(west, west + width, south, north) }
        (self.west, east, self.south, self.north) = (west, west + width, south, north)
    }

    private static func area(_ west: Double, _ east: Double, _ south: Double, _ north: Double) -> Double {
        Measuring.area(of: [polygon(west, east, south, north)]).geodesicSquareMetres
    }

    private static func polygon(_ west: Double, _ east: Double, _ south: Double, _ north: Double) -> Polygon {
        Polygon(
            rings: [
                Ring([
                    Coordinate(west, south), Coordinate(east, south), Coordinate(east, north),
                    Coordinate(west, north), Coordinate(west, south),
                ])
            ])
    }

    var geometry: Geometry { .polygon(Self.polygon(west, east, south, north)) }
}

/// A day; a test with a day that is none fails on the missing value.
func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: .min / 2) }

/// Features side by side, from west to east: their union is one strip.
func ground(
    _ areas: [(status: Status, km2: Double)], date: String? = "2024-08-21", holder: String? = "A",
    height: Double = 30, south: Double = 51
) -> [ScenarioFeature] {
    var west = 35.0
    return areas.map { status, km2 in
        let strip = Strip(km2, west: west, south: south, height: height)
        west = strip.east
        var feature = ScenarioFeature(index: 0, role: .control)
        feature.status = status
        feature.statusText = status.rawValue
        feature.date = date.map(day)
        feature.holder = holder
        feature.geometry = strip.geometry
        return feature
    }
}

/// Firmly held ground of one date.
func held(_ km2: Double, on date: String? = "2024-08-21") -> [ScenarioFeature] {
    ground([(.controlled, km2)], date: date)
}

/// A scenario of some features, numbered in order; σ is 500 m unless said otherwise.
func scenario(_ features: [ScenarioFeature]..., sigma: Double? = 500) -> Scenario {
    var scenario = Scenario(file: "map.geojson")
    scenario.features = features.flatMap(\.self)
    for i in scenario.features.indices { scenario.features[i].index = i }
    scenario.defaults.boundaryError = sigma
    return scenario
}

/// A claim from a figure in words, such as "about 1,300 km2".
func claim(
    _ figure: String, worded: Counting? = nil, measure: ClaimMeasure = .held, asOf: String? = nil,
    period: (String, String)? = nil, of: Denominator? = nil, subject: Subject = Subject()
) throws -> Claim {
    let figure = try FigureReader.english.figure(figure)
    var claim = Claim(
        id: "c", kind: figure.unit.dimension == .ratio ? .share : .area, measure: measure,
        numbers: figure.numbers, unit: figure.unit, qualifier: figure.qualifier, subject: subject)
    claim.worded = worded
    claim.asOf = asOf.map(day)
    claim.period = period.map { day($0.0)...day($0.1) }
    claim.of = of
    return claim
}

/// What a scenario says of a claim.
func check(
    _ claim: Claim, _ scenario: Scenario, _ settings: CheckSettings = CheckSettings()
) throws -> Finding {
    try ClaimChecker(scenario, settings: settings).check(claim)
}

extension Finding {
    /// The verdict of each row, in order.
    var verdicts: [Verdict] { definitions.map(\.verdict) }
    /// The measured values in km², rounded to 0.001: the strips are exact to a thousandth of that.
    var km2: [Double?] { definitions.map { row in row.measured.map { ($0.value / 1e3).rounded() / 1e3 } } }
}
