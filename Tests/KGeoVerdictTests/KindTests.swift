// Lengths, distances, depths, widths and radii on drawn ground of known size. Expected metres are those of GeographicLib
// (through pyproj 3.7) and scipy's minimiser, to the micrometre.

import KGeo
import KGeoControl
import KGeoCore
import KGeoMeasure
import KGeoScenario
import Testing

/// A rectangle of degrees.
func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Geometry {
    .polygon(
        Polygon(
            rings: [
                Ring([
                    Coordinate(west, south), Coordinate(east, south), Coordinate(east, north),
                    Coordinate(west, north), Coordinate(west, south),
                ])
            ]))
}

func line(_ places: (Double, Double)...) -> Geometry {
    .lineString(LineString(places.map { Coordinate($0.0, $0.1) }))
}

/// A feature with an id.
func feature(
    _ id: String, _ role: Role, _ geometry: Geometry, sigma: Double? = nil, date: String? = nil,
    status: Status = .controlled
) -> ScenarioFeature {
    var feature = ScenarioFeature(index: 0, role: role)
    feature.id = id
    feature.geometry = geometry
    feature.boundaryError = sigma
    feature.date = date.map(day)
    if role == .control { (feature.status, feature.statusText) = (status, status.rawValue) }
    return feature
}

func kind(
    _ kind: ClaimKind, _ figure: String, from: String? = nil, to: String? = nil, inside: Subject? = nil,
    subject: Subject = Subject(), measure: ClaimMeasure = .held, asOf: String? = nil,
    period: (String, String)? = nil
) throws -> Claim {
    var claim = try claim(figure, measure: measure, asOf: asOf, period: period, subject: subject)
    claim.kind = kind
    (claim.from, claim.to, claim.inside) = (from, to, inside)
    return claim
}

extension Finding {
    /// The first row's value.
    func measured() throws -> MeasuredValue { try #require(definitions.first?.measured) }
}

func isNear(_ a: Double, _ b: Double, _ metres: Double = 1e-3) -> Bool { abs(a - b) <= metres }

@Suite("Lengths")
struct LengthTests {
    static let ground = feature("ground", .control, box(35.25, 49, 35.75, 51), sigma: 300)
    static let road = feature("road", .line, line((35, 50), (36, 50)), sigma: 40)

    @Test("A line as a whole: its two ends are as far off as it is")
    func whole() throws {
        let value = try check(kind(.length, "70 km", subject: Subject(id: "road")), scenario([Self.road]))
            .measured()
        #expect(isNear(value.value, 71_695.219606))
        #expect(isNear(value.u, 40 * 2.0.squareRoot(), 1e-9))
        #expect(value.sigmaUnitMetres == 0 && value.perMetre == 0)
    }

    @Test("What is drawn twice counts once, and a ring has no end")
    func union() throws {
        var twice = Self.road
        twice.id = "again"
        twice.geometry = line((36, 50), (35.5, 50), (35, 50))
        let both = try check(kind(.length, "70 km"), scenario([Self.road, twice])).measured()
        #expect(isNear(both.value, 71_695.2, 1))
        let ring = feature("ring", .line, line((35, 50), (36, 50), (36, 51), (35, 50)), sigma: 40)
        #expect(try check(kind(.length, "70 km"), scenario([ring])).measured().u == 0)
    }

    @Test("Inside an area: both crossings move with the outline")
    func inside() throws {
        let finding = try check(
            kind(.length, "36 km", inside: Subject(role: .control)), scenario([Self.ground, Self.road]))
        let value = try finding.measured()
        #expect(isNear(value.value, 35_847.810057))
        #expect(isNear(value.u, 300 * 2.0.squareRoot(), 1e-6))
        #expect(value.boundaryErrorMetres == 300 && !value.boundaryErrorAssumed)
        #expect(finding.because == "fits 35.8 km controlled")
        // σ = 0.25·value/2 over √2 is where 2u exceeds half the value.
        let row = finding.definitions[0]
        #expect(isNear(try #require(row.sigmaFlipMetres), 35_847.810057 / 4 / 2.0.squareRoot(), 1e-3))
    }

    @Test("A slanting line is moved further, but no more than five times as far")
    func slant() throws {
        var road = Self.road
        road.geometry = line((35, 50), (36, 50.5))
        let value = try check(
            kind(.length, "45 km", inside: Subject(role: .control)), scenario([Self.ground, road])
        ).measured()
        #expect(isNear(value.value, 45_222.208043, 20))
        // The outline runs north; the line's share of east is the sine, at latitudes 50.125 and 50.375.
        let sines = [50.125, 50.375].map { (1 / (1 + (0.5 / cosine($0)) * (0.5 / cosine($0)))).squareRoot() }
        let expected = 300 * sines.reduce(0) { $0 + 1 / $1 / $1 }.squareRoot()
        #expect(isNear(value.u, expected, 1e-3 * expected))
        road.geometry = line((35.2, 50), (35.3, 50.9))
        let steep = try check(
            kind(.length, "45 km", inside: Subject(role: .control)), scenario([Self.ground, road])
        ).measured()
        // One crossing at less than 11.5°, and the line's own end.
        #expect(isNear(steep.u, (1_500.0 * 1_500 + 40 * 40).squareRoot(), 1e-6))
    }

    private func cosine(_ degrees: Double) -> Double {
        // Near 50.25°, to 1e-7: enough for an error.
        let x = (degrees - 50.25) * .pi / 180
        return 0.639439 * (1 - x * x / 2) - 0.768842 * x
    }

    @Test("Each definition has a length of its own; a reference area counts as drawn")
    func definitions() throws {
        let grey = feature("grey", .control, box(35.75, 49, 35.8, 51), sigma: 300, status: .contested)
        let rows = try check(
            kind(.length, "36 km", inside: Subject(role: .control)), scenario([Self.ground, grey, Self.road])
        ).definitions
        #expect(rows.map(\.verdict) == [.consistent, .understated])
        let oblast = feature("oblast", .reference, box(35.25, 49, 35.75, 51), sigma: 25)
        let finding = try check(
            kind(.length, "36 km", inside: Subject(id: "oblast")), scenario([oblast, Self.road]))
        let value = try finding.measured()
        #expect(isNear(value.u, 25 * 2.0.squareRoot(), 1e-6) && value.sigmaUnitMetres == 0)
        #expect(finding.because == "fits 35.8 km" && finding.definitions[0].sigmaFlipMetres == nil)
    }

    @Test(
        "A line drawn from place to place is a lower bound",
        arguments: [
            ("70 km", .consistent), ("50 km", .understated), ("100 km", .inconclusive),
            ("at least 60 km", .consistent), ("at least 100 km", .inconclusive),
            ("at most 100 km", .inconclusive), ("at most 50 km", .understated),
        ] as [(String, Verdict)])
    func bound(_ figure: String, _ verdict: Verdict) throws {
        var chain = Self.road
        chain.isLowerBound = true
        let finding = try check(kind(.length, figure), scenario([chain]))
        #expect(finding.verdict == verdict)
        let value = try finding.measured()
        #expect(value.bound == .lower && value.interval95.high == .infinity)
        #expect(finding.because.contains("and no less"))
    }

    @Test("A line the map lacks: the reason says how to bring one")
    func missing() throws {
        let map = scenario([Self.ground])
        #expect(
            try check(kind(.length, "18 km", subject: Subject(id: "pipe")), map).because
                == "cannot be checked: the map has no line \"pipe\"; a check with the line FILE brings one")
        #expect(
            try check(kind(.length, "18 km", subject: Subject(id: "ground")), map).because
                == "cannot be checked: \"ground\" is no line")
        #expect(try check(kind(.length, "18 km"), map).because.contains("with the line FILE"))
        #expect(
            try check(kind(.length, "18 km", measure: .gained), map).because.contains("not of a length"))
        var area = try claim("10 km2")
        area.inside = Subject(id: "ground")
        #expect(
            try check(area, map).because
                == "cannot be checked: inside has no meaning for a claim of kind area; it belongs to: length")
    }

    @Test("Peak and mean of a length inside dated maps")
    func peak() throws {
        var early = feature("early", .control, box(35.25, 49, 35.5, 51), sigma: 100, date: "2024-08-10")
        early.dateEnd = day("2024-08-12")
        let late = feature("late", .control, box(35.25, 49, 35.75, 51), sigma: 100, date: "2024-08-20")
        let map = scenario([early, late, Self.road])
        let peak = try check(
            kind(.length, "36 km", inside: Subject(role: .control), measure: .peak), map)
        #expect(isNear(try peak.measured().value, 35_847.810057) && peak.because.contains("on 2024-08-20"))
        let mean = try check(kind(.length, "27 km", inside: Subject(role: .control), measure: .mean), map)
        // From 17.9 km, which holds until the 12th, to 35.8 km on the 20th.
        #expect((17_900..<35_800).contains(try mean.measured().value))
    }
}

@Suite("Distances")
struct DistanceClaimTests {
    static func place(_ id: String, _ x: Double, _ y: Double, sigma: Double? = nil) -> ScenarioFeature {
        feature(id, .place, .point(Positions([Coordinate(x, y)])), sigma: sigma)
    }

    @Test("Between places: the errors of both, a radius counting half")
    func places() throws {
        var a = Self.place("a", 35, 50)
        a.coordinateError = 300
        let map = scenario([a, Self.place("b", 36, 51, sigma: 400)])
        let finding = try check(kind(.distance, "130 km", from: "a", to: "b"), map)
        let value = try finding.measured()
        #expect(isNear(value.value, 131_935.962781))
        #expect(isNear(value.u, (150.0 * 150 + 400 * 400).squareRoot(), 1e-9))
        #expect(value.foot?.from == Coordinate(35, 50) && value.foot?.to == Coordinate(36, 51))
        #expect(
            finding.because
                == "fits 132 km, from \"a\" at 50.000° N, 35.000° E to \"b\" at 51.000° N, 36.000° E")
        #expect(finding.definitions[0].sigmaFlipMetres == nil)
    }

    @Test("From a place to the ground under each definition")
    func ground() throws {
        let map = scenario([
            Self.place("p", 34.5, 50.5, sigma: 30), feature("g", .control, box(35, 50, 36, 51), sigma: 400),
            feature("grey", .control, box(34.5, 50, 35, 51), sigma: 400, status: .contested),
        ])
        let rows = try check(kind(.distance, "35 km", from: "p"), map).definitions
        let value = try #require(rows[0].measured)
        #expect(isNear(value.value, 35_474.453))
        #expect(isNear(value.u, 500.0 * (0.8 * 0.8 + 0.06 * 0.06).squareRoot(), 1e-6))
        #expect(isNear(try #require(value.foot?.to.latitude), 50.501073711, 1e-6))
        #expect(rows[1].measured?.value == 0 && rows.map(\.verdict) == [.consistent, .overstated])
        // 2u reaches a quarter of the value at this σ of the drawn line, the place's own error apart.
        let flip = ((35_474.453 / 4) * (35_474.453 / 4) - 900).squareRoot()
        #expect(isNear(try #require(rows[0].sigmaFlipMetres), flip, 1e-2))
    }

    @Test("A control area that is named counts as drawn, on its own date")
    func named() throws {
        let map = scenario([
            Self.place("p", 34.5, 50.5),
            feature("g", .control, box(35, 50, 36, 51), sigma: 400, date: "2024-08-10", status: .contested),
        ])
        let finding = try check(kind(.distance, "35 km", from: "p", to: "g", asOf: "2024-08-12"), map)
        #expect(finding.definitions.count == 1 && finding.verdict == .consistent)
        #expect(try finding.measured().date == day("2024-08-10"))
        let late = try check(kind(.distance, "35 km", from: "p", to: "g", asOf: "2024-09-12"), map)
        #expect(late.because.contains("no map within 3 days"))
        let none = try check(kind(.distance, "35 km", from: "p"), map)
        #expect(none.definitions.contains { $0.because?.contains("no controlled ground") ?? false })
    }
}

@Suite("Depth, width, radius")
struct ExtentTests {
    static let border = feature("border", .reference, line((35, 49), (35, 52)), sigma: 30)
    static let ground = feature("g", .control, box(35, 50, 35.5, 51), sigma: 400)

    @Test("Depth: the farthest place from the border, and its foot")
    func depth() throws {
        let value = try check(kind(.depth, "36 km"), scenario([Self.border, Self.ground])).measured()
        #expect(isNear(value.value, 35_847.609803))
        #expect(isNear(value.u, (400.0 * 400 + 30 * 30).squareRoot(), 1e-6))
        #expect(value.foot?.to == Coordinate(35.5, 50) && value.foot?.fromName == "\"border\"")
        #expect(isNear(try #require(value.foot?.from.latitude), 50.00107726, 1e-6))
    }

    @Test("Depth past an outline, from inside or outside, and along an edge without a corner there")
    func outline() throws {
        // A wedge of border: the place farthest from it lies in the middle of the ground's edge.
        let wedge = feature("wedge", .reference, line((35, 50), (36, 50), (36, 51)))
        let ground = feature("g", .control, box(35.2, 50, 36, 50.5), sigma: 100)
        let value = try check(kind(.depth, "50 km", from: "wedge"), scenario([wedge, ground])).measured()
        #expect(value.value > 55_000 && value.value < 56_000)
        let oblast = feature("oblast", .reference, box(34, 49, 35, 52), sigma: 30)
        let out = try check(kind(.depth, "36 km"), scenario([oblast, Self.ground])).measured()
        #expect(isNear(out.value, 35_847.609803))
    }

    @Test("A depth of less than the border's and the line's error is looked for between the corners too")
    func shallow() throws {
        // Between two arms of a border 3.5 km apart every corner lies within 110 m of it, the middle 1.7 km.
        let border = feature("border", .reference, line((35, 51.05), (35, 51), (35.05, 51), (35.05, 51.05)))
        let ground = feature("g", .control, box(35.001, 51.001, 35.049, 51.04), sigma: 1_000)
        let value = try check(kind(.depth, "2 km", from: "border"), scenario([border, ground])).measured()
        #expect((1_700...1_760).contains(value.value))
    }

    @Test("Ground on both sides, ground that touches no border")
    func depthProblems() throws {
        let both = feature("g", .control, box(34.8, 50, 35.5, 51), sigma: 100)
        let sides = try check(kind(.depth, "36 km"), scenario([Self.border, both]))
        #expect(
            sides.because
                == "cannot be checked: the ground lies on both sides of \"border\": 35.8 km on one, 14.3 km on the other"
        )
        let away = feature("g", .control, box(36, 50, 36.5, 51), sigma: 100)
        let apart = try check(kind(.depth, "36 km"), scenario([Self.border, away]))
        #expect(apart.because.contains("touches no reference feature"))
        let place = DistanceClaimTests.place("p", 35, 50)
        let noLine = try check(kind(.depth, "36 km", from: "p"), scenario([place, Self.ground]))
        #expect(noLine.because.contains("\"p\" is neither"))
    }

    @Test(
        "Width at the equator and at 50° N",
        arguments: [(0.0, 0.5, 0.2, 22_114.856066), (50, 0.5, 0.1, 11_123.002747)])
    func width(_ south: Double, _ width: Double, _ height: Double, _ metres: Double) throws {
        let ground = feature("g", .control, box(35, south, 35 + width, south + height), sigma: 400)
        let value = try check(kind(.width, "20 km"), scenario([ground])).measured()
        // A parallel is no straight line: of 36 km at 50° N the middle of a geodesic lies 30 m north.
        #expect(isNear(value.value, metres, south == 0 ? 0.1 : 60))
        #expect(isNear(value.u, 400 * 2.0.squareRoot(), 1e-6))
    }

    /// Expected metres are those of GeographicLib, of the farthest of all pairs of corners.
    @Test("Extent: the greatest distance between two places, also over the antimeridian")
    func extent() throws {
        let ground = feature("g", .control, box(35, 50, 35.5, 50.3), sigma: 400)
        let value = try check(kind(.extent, "49 km"), scenario([ground])).measured()
        #expect(isNear(value.value, 48_893.621913))
        #expect(isNear(value.u, 400 * 2.0.squareRoot(), 1e-6))
        let two = [
            feature("a", .control, box(179.9, -18, 180, -17.9), sigma: 100),
            feature("b", .control, box(-180, -18.2, -179.8, -18.1), sigma: 100),
        ]
        let apart = try check(kind(.extent, "40 km"), scenario(two)).measured()
        #expect(isNear(apart.value, 45_949.752494))
        let ends = [apart.foot?.from, apart.foot?.to].compactMap { $0?.longitude }.sorted()
        #expect(ends == [-179.8, 179.9])
    }

    @Test("Radius: of the smallest circle, and around a place")
    func radius() throws {
        let ground = feature("g", .control, box(35, 50, 35.5, 50.3), sigma: 400)
        let map = scenario([ground, DistanceClaimTests.place("p", 35.1, 50.1, sigma: 300)])
        let circle = try check(kind(.radius, "24 km"), map).measured()
        #expect(isNear(circle.value, 24_446.950103, 0.01) && isNear(circle.u, 400, 1e-9))
        #expect(isNear(try #require(circle.foot?.from.latitude), 50.149732865, 1e-6))
        let around = try check(kind(.radius, "36 km", from: "p"), map).measured()
        #expect(isNear(around.value, 36_201.235042) && isNear(around.u, 500, 1e-9))
        #expect(try check(kind(.radius, "36 km", from: "g"), map).because.contains("\"g\" is none"))
    }

    @Test("An error stated of the area counts as the shift of the outline that would make it")
    func stated() throws {
        var map = scenario([Self.border, Self.ground])
        let plain = try check(kind(.depth, "36 km"), map).measured()
        map.errorParts = [StatedErrorPart(counting: .controlled, squareMetres: 100e6)]
        let perimeter = Measuring.area(of: try #require(Self.ground.geometry).polygons).perimeterMetres
        let shift = 100e6 / perimeter
        let value = try check(kind(.depth, "36 km"), map).measured()
        #expect(isNear(value.u, (plain.u * plain.u + shift * shift).squareRoot(), 1e-6))
        // It does not scale with the drawn line.
        #expect(value.uncertainty.a == plain.uncertainty.a)
        let width = try check(kind(.width, "36 km"), map).measured()
        // Its western side runs along the border.
        #expect(isNear(width.u, (400.0 * 400 + 30 * 30 + 2 * shift * shift).squareRoot(), 1e-6))
    }
}

@Suite("Stretches of a line")
struct StretchTests {
    static let border = feature("border", .reference, line((35.2, 49), (35.2, 51)), sigma: 30)
    static let town = feature("town", .place, .point(Positions([Coordinate(35.7, 50.01)])), sigma: 250)
    static let road = feature("road", .line, line((35, 50), (35.5, 50), (36, 50)), sigma: 40)

    func check(_ from: String?, _ to: String?, _ more: [ScenarioFeature] = [], inside: Subject? = nil) throws
        -> Finding
    {
        try KGeoVerdictTests.check(
            kind(.length, "36 km", from: from, to: to, inside: inside, subject: Subject(id: "road")),
            scenario([Self.border, Self.town, Self.road] + more))
    }

    @Test("From the crossing of a border to the place nearest to a town, either way round")
    func stretch() throws {
        let finding = try check("border", "town")
        let value = try finding.measured()
        // Half a degree of longitude at 50° N, less what the foot on the geodesic moves.
        #expect(isNear(value.value, 35_847.6, 1))
        #expect(isNear(value.u, (250.0 * 250 + 30 * 30).squareRoot(), 0.1))
        #expect(finding.because.contains("from \"border\" at 50.000° N, 35.200° E"))
        #expect(finding.because.contains("off \"town\" at 50.000° N, 35.700° E"))
        #expect(isNear(try check("town", "border").measured().value, value.value, 1e-6))
    }

    @Test("Of several crossings those with the shortest way between them")
    func crossings() throws {
        let winding = feature(
            "winding", .reference, line((35.1, 49.9), (35.1, 50.1), (35.3, 50.1), (35.3, 49.9)))
        let value = try check("winding", "town", [winding]).measured()
        #expect(isNear(value.value, 28_678, 1))
        #expect(value.foot?.from == Coordinate(35.3, 50))
        // Both ends on the same line, crossed at one place.
        #expect(try check("border", "border").measured().value == 0)
    }

    @Test("An outline cuts like a border, and a ring is taken the shorter way")
    func outline() throws {
        let area = feature("area", .reference, box(35.25, 49, 35.4, 51))
        #expect(isNear(try check("area", "town", [area]).measured().value, 21_508.6, 1))
        var ring = Self.road
        ring.geometry = line((35, 50), (35.5, 50), (36, 50), (36, 50.2), (35, 50.2), (35, 50))
        let finding = try KGeoVerdictTests.check(
            kind(.length, "36 km", from: "border", to: "town", subject: Subject(id: "road")),
            scenario([Self.border, Self.town, ring]))
        #expect(isNear(try finding.measured().value, 35_847.6, 2))
    }

    @Test("What has no stretch is said")
    func refused() throws {
        let far = feature("far", .place, .point(Positions([Coordinate(37, 50)])), sigma: 250)
        #expect(try check("border", "far", [far]).because.contains("the line ends 71.7 km from \"far\""))
        #expect(try check("border", nil).because.contains("needs both its ends, from and to"))
        #expect(try check("border", "nowhere").because.contains("no feature \"nowhere\""))
        let both = try check("border", "town", inside: Subject(role: .control))
        #expect(both.because.contains("inside something or between two features, not both"))
    }
}
