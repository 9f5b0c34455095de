// Control areas with their error: which lines count, and with which σ.

import KGeoControl
import KGeoCore
import KGeoMeasure
import SystemC
import TestShapes
import Testing

@Suite struct ControlAreaTests {
    static let rounding = 1e-9
    /// Pieces of 250 m decide where a border or front begins to count: an edge may be off by two of them.
    static let pieces = 500.0
    static let correlation = ErrorSettings.defaultCorrelationLength

    private static let field = square(35, 51, 36, 51.5)

    private static func closed(_ sigma: Double, _ p: Double) -> Double {
        sigma * (2 * p * correlation * (1 - exp(-p / (2 * correlation)))).squareRoot()
    }

    /// The arc of the scenario format, in one pass.
    private static func arc(_ pieces: [(length: Double, sigma: Double)], _ l: Double = correlation) -> Double
    {
        var (v, c) = (0.0, 0.0)
        for (length, sigma) in pieces {
            let e = exp(-length / l)
            v += 2 * sigma * sigma * l * (length - l * (1 - e)) + 2 * sigma * l * (1 - e) * c
            c = e * c + sigma * l * (1 - e)
        }
        return v.squareRoot()
    }

    /// In the plane the two sides of a corner err together: beside a line as long, by a few per cent more.
    static let corners = 0.05

    private static func side(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
        Measuring.distance(Coordinate(a.0, a.1), Coordinate(b.0, b.1))
    }

    private static func line(_ pairs: [(Double, Double)]) -> Geometry {
        .lineString(LineString(pairs.map { Coordinate($0.0, $0.1) }))
    }

    private func measure(
        _ parts: [ControlPart], borders: [KnownLine] = [], fronts: [KnownLine] = [],
        settings: ErrorSettings = ErrorSettings()
    ) throws -> ControlAreaMeasurement {
        try ControlAreaMeasurer(borders: borders, fronts: fronts, settings: settings).measure(parts)
    }

    @Test func wholeOutline() throws {
        let measured = try measure([ControlPart(polygons: [Self.field], boundaryError: 500)])
        let alone = Measuring.area(of: Self.field)
        #expect(measured.area == alone)
        #expect(measured.value.value == alone.geodesicSquareMetres)
        #expect(
            offBy(measured.value.boundaryUDrawn, from: Self.closed(500, alone.perimeterMetres))
                < Self.corners)
        #expect(offBy(measured.value.outlineDrawnMetres, from: alone.perimeterMetres) < Self.rounding)
        #expect(measured.value.boundaryU <= measured.value.boundaryUDrawn * 1.001)
        #expect(measured.value.boundaryErrorMetres == 500)
        #expect(!measured.value.boundaryErrorAssumed)
        // u² = u_boundary² + edge_effect²/3.
        let effect = alone.edgeEffectSquareMetres
        let u = (measured.value.boundaryU * measured.value.boundaryU + effect * effect / 3).squareRoot()
        #expect(offBy(measured.value.u, from: u) < Self.rounding)
        #expect(offBy(measured.value.uncertainty.u(at: measured.value.sigmaFactor), from: u) < Self.rounding)
    }

    @Test func lonlatEdges() throws {
        let measured = try measure(
            [ControlPart(polygons: [Self.field], boundaryError: 500)], settings: ErrorSettings(edges: .lonlat)
        )
        #expect(measured.value.value == Measuring.area(of: Self.field).lonlatSquareMetres)
    }

    @Test func nothingHeld() throws {
        let measured = try measure([])
        #expect(measured.value.value == 0)
        #expect(measured.value.u == 0)
        #expect(!measured.value.boundaryErrorAssumed)
    }

    /// The line between two parts does not count: the outline is that of the union.
    @Test func innerLineDoesNotCount() throws {
        let parts = [
            ControlPart(polygons: [square(35, 51, 35.5, 51.5)], boundaryError: 500),
            ControlPart(polygons: [square(35.5, 51, 36, 51.5)], boundaryError: 500),
        ]
        let measured = try measure(parts)
        let perimeter =
            Self.side((35, 51), (35.5, 51)) * 2 + Self.side((35, 51), (35, 51.5)) * 2
            + Self.side((35, 51.5), (35.5, 51.5)) * 2
        #expect(offBy(measured.value.outlineDrawnMetres, from: perimeter) < Self.rounding)
        #expect(offBy(measured.value.boundaryUDrawn, from: Self.closed(500, perimeter)) < Self.corners)
        let apart = parts.flatMap(\.polygons).reduce(0) { $0 + Measuring.area(of: $1).perimeterMetres }
        #expect(apart - perimeter > 2 * 55_000)
        #expect(measured.overlapSquareMetres < 1)
    }

    @Test func overlapCountsOnce() throws {
        let parts = [
            ControlPart(polygons: [square(35, 51, 35.75, 51.5)], boundaryError: nil),
            ControlPart(polygons: [square(35.5, 51, 36, 51.5)], boundaryError: nil),
        ]
        let measured = try measure(parts)
        #expect(offBy(measured.area.lonlatSquareMetres, from: lonlatArea([Self.field])) < 1e-12)
        #expect(offBy(measured.overlapSquareMetres, from: lonlatArea([square(35.5, 51, 35.75, 51.5)])) < 1e-9)
    }

    // MARK: σ

    @Test func assumedSigma() throws {
        let part = [ControlPart(polygons: [Self.field], boundaryError: nil)]
        let assumed = try measure(part)
        #expect(assumed.value.boundaryErrorAssumed)
        #expect(assumed.value.boundaryErrorMetres == 789)
        #expect(assumed.value.errorClass == "unknown")
        #expect(assumed.value.makerU > 0 && assumed.value.makerU < assumed.value.lineU)
        #expect(assumed.correlationLength == 11_000)
        let given = try measure(part, settings: ErrorSettings(boundaryError: 100))
        #expect(!given.value.boundaryErrorAssumed)
        #expect(given.value.boundaryErrorMetres == 100)
        #expect(given.value.makerU == 0 && given.value.errorClass == nil && given.correlationLength == 5_000)
        // A class that was asked for adds its mapmaker's part to what is given.
        let quiet = try #require(ErrorClasses.builtIn.named("lagging"))
        let both = try measure(part, settings: ErrorSettings(boundaryError: 100, errorClass: quiet))
        #expect(both.value.boundaryErrorMetres == 100 && both.value.makerU > 0)
        #expect(both.correlationLength == 11_000)
        // The polygon's own goes before the option.
        let own = try measure(
            [ControlPart(polygons: [Self.field], boundaryError: 70)],
            settings: ErrorSettings(boundaryError: 100))
        #expect(own.value.boundaryErrorMetres == 70)
        let exact = try measure([ControlPart(polygons: [Self.field], boundaryError: 0)])
        #expect(exact.value.boundaryU == 0)
        #expect(exact.value.sigmaFactor == 0)
        #expect(exact.value.sigmaUnitMetres == 1)
    }

    /// Parts of unlike σ keep theirs along their own stretch of the common outline.
    @Test func partsOfUnlikeSigma() throws {
        let measured = try measure([
            ControlPart(polygons: [square(35, 51, 35.5, 51.5)], boundaryError: 100),
            ControlPart(polygons: [square(35.5, 51, 36, 51.5)], boundaryError: 900),
        ])
        let west =
            Self.side((35, 51), (35.5, 51)) + Self.side((35, 51), (35, 51.5))
            + Self.side((35, 51.5), (35.5, 51.5))
        let mean = (west * 100 + west * 900) / (2 * west)
        #expect(measured.value.boundaryErrorMetres == nil)
        #expect(offBy(measured.value.sigmaUnitMetres, from: mean) < Self.rounding)
        // An arc cut where σ changes: either half first.
        let u = Self.arc([(west, 100), (west, 900)])
        #expect(offBy(measured.value.boundaryUDrawn, from: u) < Self.corners)
    }

    // MARK: Borders

    /// The eastern side lies on a border of σ = 20 m: the arc begins there, and its σ does not scale.
    @Test func sideOnABorder() throws {
        let border = KnownLine(geometry: Self.line([(36, 50), (36, 53)]), boundaryError: 20)
        let part = [ControlPart(polygons: [Self.field], boundaryError: 500)]
        let measured = try measure(part, borders: [border])
        let (south, east) = (Self.side((35, 51), (36, 51)), Self.side((36, 51), (36, 51.5)))
        let (north, west) = (Self.side((35, 51.5), (36, 51.5)), Self.side((35, 51), (35, 51.5)))
        // Where the northern and southern side come within 200 m of the border they count as border too.
        let total = measured.outline.borderDrawnMetres + measured.outline.uncertainDrawnMetres
        // Pieces of an east–west side are straight in longitude and latitude, a little longer than the geodesic.
        #expect(offBy(total, from: south + east + north + west) < 1e-5)
        #expect(abs(measured.outline.borderDrawnMetres - east) < 2 * Self.pieces)
        let extra = (measured.outline.borderDrawnMetres - east) / 2
        #expect(extra >= 0 && extra <= 250 + 1)
        let u = Self.arc([
            (measured.outline.borderDrawnMetres, 20), (measured.outline.uncertainDrawnMetres, 500),
        ])
        #expect(offBy(measured.value.boundaryUDrawn, from: u) < Self.corners)
        #expect(measured.value.boundaryErrorMetres == 500)
        let whole = try measure(part)
        #expect(measured.value.boundaryU < whole.value.boundaryU)
        // At σ = 0 of the line the border's error is left.
        let left = Self.closedArc(20, measured.outline.borderDrawnMetres)
        #expect(offBy(measured.outline.drawnScale.u(at: 0), from: left) < Self.corners)
    }

    private static func closedArc(_ sigma: Double, _ length: Double) -> Double { arc([(length, sigma)]) }

    /// Within 200 m it is the border, beyond it is not; an inaccurate border reaches three times its σ.
    @Test(arguments: [
        (100.0, 0.0, true), (190, 0, true), (210, 0, false), (350, 120, true), (370, 120, false),
    ])
    func reachOfABorder(metres: Double, sigma: Double, isBorder: Bool) throws {
        let east = Measuring.distance(Coordinate(36, 51.25), Coordinate(36.001, 51.25)) / 0.001
        let x = 36 + metres / east
        let measured = try measure(
            [ControlPart(polygons: [Self.field], boundaryError: 500)],
            borders: [KnownLine(geometry: Self.line([(x, 50), (x, 53)]), boundaryError: sigma)])
        let side = Self.side((36, 51), (36, 51.5))
        // The degree of longitude changes by 1 % along the side.
        #expect((measured.outline.borderDrawnMetres > 0.9 * side) == isBorder)
    }

    /// A nearer border that does not reach as far hides no other one that does.
    @Test func nearerBorderOutOfReach() throws {
        let borders = [
            KnownLine(geometry: Self.line([(36.004, 50), (36.004, 53)]), boundaryError: nil),
            KnownLine(geometry: Self.line([(36.005, 50), (36.005, 53)]), boundaryError: 200),
        ]
        let measured = try measure(
            [ControlPart(polygons: [Self.field], boundaryError: 500)], borders: borders)
        #expect(measured.outline.borderDrawnMetres > 0.9 * Self.side((36, 51), (36, 51.5)))
        #expect(measured.outline.scale.c > 0)
    }

    /// A border round the whole area leaves only the border's error.
    @Test func borderAllRound() throws {
        let measured = try measure(
            [ControlPart(polygons: [Self.field], boundaryError: 500)],
            borders: [KnownLine(geometry: .polygon(Self.field), boundaryError: nil)])
        #expect(measured.value.boundaryU == 0)
        #expect(measured.value.outlineDrawnMetres == 0)
    }

    /// Over the antimeridian, in both notations, a border counts as anywhere else.
    @Test func borderOverTheAntimeridian() throws {
        func outline(_ west: Double, _ east: Double, _ border: [(Double, Double)]) throws -> OutlineError {
            try measure(
                [ControlPart(polygons: [square(west, 51, east, 51.5)], boundaryError: 500)],
                borders: [KnownLine(geometry: Self.line(border), boundaryError: nil)]
            ).outline
        }
        let wanted = try outline(35.5, 36.5, [(35.5, 51.5), (36.5, 51.5)])
        #expect(wanted.borderDrawnMetres > 60_000)
        for outline in [
            try outline(179.5, -179.5, [(179.5, 51.5), (-179.5, 51.5)]),
            try outline(179.5, 180.5, [(179.5, 51.5), (-179.5, 51.5)]),
            try outline(179.5, -179.5, [(179.5, 51.5), (180.5, 51.5)]),
        ] {
            #expect(offBy(outline.borderDrawnMetres, from: wanted.borderDrawnMetres) < Self.rounding)
            #expect(offBy(outline.u, from: wanted.u) < 1e-6)
        }
    }

    // MARK: Fronts

    /// A front within a kilometre gives its σ to the outline, one farther away or without a σ does not.
    @Test func fronts() throws {
        let part = [ControlPart(polygons: [Self.field], boundaryError: 500)]
        func sigma(_ latitude: Double, _ own: Double?) throws -> ControlAreaMeasurement {
            try measure(
                part,
                fronts: [
                    KnownLine(geometry: Self.line([(34.9, latitude), (36.1, latitude)]), boundaryError: own)
                ])
        }
        let near = try sigma(51.505, 50)  // 556 m
        let far = try sigma(51.52, 50)  // 2.2 km
        let silent = try sigma(51.505, nil)
        #expect(far.value.boundaryErrorMetres == 500)
        #expect(silent.value.boundaryErrorMetres == 500)
        #expect(near.value.boundaryErrorMetres == nil)
        #expect(near.outline.borderDrawnMetres == 0)
        let p = near.outline.uncertainDrawnMetres
        let north = Self.side((35, 51.5), (36, 51.5))
        // The northern side, and at either end as much of the others as lies within a kilometre of the front.
        let stretch = (500 - near.value.sigmaUnitMetres) / 450 * p
        #expect(stretch >= north && stretch <= north + 2 * (1_000 - 556 + 250))
        let u = Self.arc([(stretch, 50), (p - stretch, 500)])
        #expect(offBy(near.value.boundaryUDrawn, from: u) < Self.corners)
    }

    /// A border goes before a front.
    @Test func borderBeforeFront() throws {
        let along = Self.line([(34.9, 51.5), (36.1, 51.5)])
        let measured = try measure(
            [ControlPart(polygons: [Self.field], boundaryError: 500)],
            borders: [KnownLine(geometry: along, boundaryError: 0)],
            fronts: [KnownLine(geometry: along, boundaryError: 50)])
        #expect(offBy(measured.outline.borderDrawnMetres, from: Self.side((35, 51.5), (36, 51.5))) < 0.02)
    }

    /// An outline whose σ is stated by fronts all round has nothing assumed about it.
    @Test func nothingAssumedAlongFronts() throws {
        let measured = try measure(
            [ControlPart(polygons: [Self.field], boundaryError: nil)],
            fronts: [KnownLine(geometry: .polygon(Self.field), boundaryError: 80)])
        #expect(!measured.value.boundaryErrorAssumed)
        #expect(measured.value.boundaryErrorMetres == 80)
    }

    /// Along an outline of many correlation lengths folds add up, and errors average out.
    @Test(arguments: [(600.0, 2_000.0, false), (600, 5_000, true), (250, 2_000, true), (1_300, 5_000, false)])
    func manyCorrelationLengths(sigma: Double, length: Double, holds: Bool) throws {
        let settings = ErrorSettings(boundaryError: sigma, correlationLength: length)
        // 1,500 km round, 30 km wide by its area over its outline.
        let ground = ControlPart(polygons: [square(30, 48, 38, 49.2)], boundaryError: nil)
        let measured = try ControlAreaMeasurer(settings: settings).measure([ground])
        #expect(measured.isFirstOrder == holds)
    }
}
