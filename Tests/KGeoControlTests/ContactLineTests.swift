// Contact lines: of two grounds, of one ground less borders and coasts; what is doubtful; sectors.

import KGeoControl
import KGeoCore
import KGeoMeasure
import TestShapes
import Testing

@Suite struct ContactLineTests {
    /// Cuts are exact to a hundredth of the tolerance of 200 m, twice per stretch.
    static let cut = 5.0

    private func ground(_ polygons: [Polygon], sigma: Double = 250) throws -> ControlAreaMeasurement {
        try ControlAreaMeasurer().measure([ControlPart(polygons: polygons, boundaryError: sigma)])
    }

    private func reference(
        _ geometry: Geometry, sigma: Double? = nil, bounds: Bool = false
    ) -> FrontReference {
        FrontReference(name: "border", geometry: geometry, boundaryError: sigma, bounds: bounds)
    }

    private func line(_ pairs: [(Double, Double)]) -> Geometry {
        .lineString(LineString(pairs.map { Coordinate($0.0, $0.1) }))
    }

    private func metres(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
        Measuring.distance(Coordinate(a.0, a.1), Coordinate(b.0, b.1))
    }

    /// The side that two squares share, and from each of its ends the tolerance along the other sides.
    @Test func twoGrounds() throws {
        let (west, east) = (square(35, 51, 36, 52), square(36, 51, 37, 52))
        let front = ContactLine(of: try ground([west]), with: [east])
        let shared = metres((36, 51), (36, 52))
        #expect(front.stretches.count == 1)
        #expect(abs(front.metres - shared - 400) < Self.cut)
        #expect(offBy(front.outlineMetres, from: Measuring.area(of: west).perimeterMetres) < 1e-9)
        #expect(offBy(front.apartMetres + front.metres, from: front.outlineMetres) < 1e-9)
        let other = ContactLine(of: try ground([east]), with: [west])
        #expect(abs(other.metres - front.metres) < Self.cut)
        var settings = ContactSettings()
        settings.tolerance = 0.01
        let exact = ContactLine(of: try ground([west]), with: [east], settings: settings)
        #expect(abs(exact.metres - shared) < 0.03)
        #expect(exact.stretches[0].sigmas.allSatisfy { $0 == 250 })
    }

    @Test func apart() throws {
        // 0.01° of longitude at 51.5° N are 694 m.
        let front = ContactLine(of: try ground([square(35, 51, 36, 52)]), with: [square(36.01, 51, 37, 52)])
        #expect(front.metres == 0 && front.stretches.isEmpty)
        var settings = ContactSettings()
        settings.tolerance = 1_000
        let wide = ContactLine(
            of: try ground([square(35, 51, 36, 52)]), with: [square(36.01, 51, 37, 52)], settings: settings)
        #expect(wide.metres > metres((36, 51), (36, 52)))
    }

    /// Three sides of a square are left when a border runs along the fourth, near enough.
    @Test(arguments: [(35.999, true), (36.002, true), (36.01, false)])
    func lessABorder(longitude: Double, isAlong: Bool) throws {
        let held = try ground([square(35, 51, 36, 52)])
        let border = reference(line([(longitude, 50), (longitude, 53)]), sigma: 30)
        let front = ContactLine(of: held, with: nil, less: [border])
        let side = metres((36, 51), (36, 52))
        #expect(front.stretches.count == 1)
        #expect(front.stretches[0].isClosed == !isAlong)
        #expect(abs(front.referenceMetres[0] - (isAlong ? side : 0)) < 700)
        #expect(offBy(front.referenceMetres[0] + front.metres, from: front.outlineMetres) < 1e-9)
        #expect(front.doubtfulMetres == 0)
    }

    /// A generalised coast 500 to 900 m off the drawn one, σ = 400 m: the drawn coast may be it and does not count.
    /// The front that leaves it counts from where it is 200 m away.
    @Test func aCoastDrawnOtherwiseIsDoubtful() throws {
        let ring = [
            (35.0, 46.0), (35.2, 46.008), (35.4, 46.0), (35.6, 46.008), (35.8, 46.0), (36.0, 46.0),
            (36.0, 46.5), (35.0, 46.5),
        ]
        let coast = line((0...40).map { (34.5 + Double($0) / 20, 46.0) })
        let held = try ground([surface(ring)])
        let front = ContactLine(of: held, with: nil, less: [reference(coast, sigma: 400)])
        let inland =
            metres((36, 46), (36, 46.5)) + metres((36, 46.5), (35, 46.5)) + metres((35, 46.5), (35, 46))
        #expect(front.stretches.count == 1)
        #expect(abs(front.metres - (inland - 400)) < Self.cut)
        #expect(front.doubtful.count == 2)
        #expect(front.doubtfulMetres > 40_000)
        // With an exact coast the same line is not it.
        let exact = ContactLine(of: held, with: nil, less: [reference(coast, sigma: 30)])
        #expect(exact.stretches.count == 3 && exact.doubtful.isEmpty)
        #expect(abs(exact.metres - front.metres - front.doubtfulMetres) < Self.cut)
    }

    /// A country whose border is surveyed and whose coast is generalised: shallow ground along the border is front, and
    /// what runs along the coast as far off may be the coast itself.
    @Test func linesOfABorderAreKnownApart() throws {
        let country = square(30, 40, 36, 52)
        // Ground 2.4 km deep along the western border, and the same along the eastern coast.
        let west = square(30, 42, 30.03, 44)
        let east = square(35.97, 42, 36, 44)
        let pieces = [
            KnownLine(geometry: line([(30, 52), (30, 40)]), boundaryError: 30),
            KnownLine(geometry: line([(30, 40), (36, 40), (36, 52), (30, 52)]), boundaryError: 1_400),
        ]
        func front(_ ground: Polygon, _ pieces: [KnownLine]) throws -> ContactLine {
            ContactLine(
                of: try self.ground([ground]), with: nil,
                less: [
                    FrontReference(
                        name: "country", geometry: .polygon(country), boundaryError: 1_400, bounds: true,
                        pieces: pieces)
                ])
        }
        let (known, alike) = (try front(west, pieces), try front(west, []))
        #expect(alike.metres == 0 && alike.doubtfulMetres > 220_000)
        #expect(known.doubtfulMetres == 0 && abs(known.metres - alike.doubtfulMetres) < Self.cut)
        let coast = try front(east, pieces)
        #expect(coast.metres == 0 && coast.doubtfulMetres > 220_000)
        // 500 m beside an exact border a mapmaker may have drawn the border itself.
        let thin = try front(square(30, 42, 30.006, 44), pieces)
        #expect(thin.metres == 0 && thin.doubtfulMetres > 220_000)
    }

    /// Ground that reaches across a border: what lies beyond a surface that bounds it is left out.
    @Test func acrossTheBorder() throws {
        let country = Geometry.polygon(square(30, 45, 36, 55))
        let held = try ground([square(35, 51, 36.2, 52)])
        let all = ContactLine(of: held, with: nil, less: [reference(country)])
        let own = ContactLine(of: held, with: nil, less: [reference(country, bounds: true)])
        #expect(abs(all.metres - own.metres - own.beyondMetres) < Self.cut)
        #expect(own.beyondMetres > metres((36.2, 51), (36.2, 52)))
        // Three sides, without the tolerance before the border that cuts two of them.
        let inland = metres((36, 51), (35, 51)) + metres((35, 51), (35, 52)) + metres((35, 52), (36, 52))
        #expect(own.stretches.count == 1)
        #expect(abs(own.metres - (inland - 400)) < Self.cut)
        // Ground outside the surface keeps its own side too.
        let outside = ContactLine(
            of: try ground([square(36, 51, 37, 52)]), with: nil, less: [reference(country, bounds: true)])
        #expect(outside.beyondMetres == 0 && outside.stretches.count == 1)
    }

    /// The same across the antimeridian.
    @Test func acrossTheAntimeridian() throws {
        let (west, east) = (square(179, 10, 180, 11), square(-180, 10, -179, 11))
        let front = ContactLine(of: try ground([west]), with: [east])
        #expect(abs(front.metres - metres((180, 10), (180, 11)) - 400) < Self.cut)
    }

    @Test func sectorsAddUp() throws {
        let front = ContactLine(of: try ground([square(35, 51, 36, 52)]), with: [square(36, 50, 37, 53)])
        let sectors = try front.sectors([
            FrontRegion(name: "south", polygons: [square(34, 50, 38, 51.3)]),
            FrontRegion(name: "north", polygons: [square(34, 51.3, 38, 53)]),
            FrontRegion(name: "none", polygons: [square(0, 0, 1, 1)]),
        ])
        #expect(sectors.map(\.name) == ["south", "north"])
        #expect(offBy(sectors.reduce(0) { $0 + $1.line.metres }, from: front.metres) < 1e-9)
        #expect(sectors.allSatisfy { $0.line.stretches[0].sigmas.allSatisfy { $0 == 250 } })
        let beside = front.sectors(beside: [
            FrontRegion(name: "south", polygons: [square(35, 51, 36, 51.5)]),
            FrontRegion(name: "north", polygons: [square(35, 51.5, 36, 52)]),
        ])
        #expect(beside.map(\.name) == ["south", "north"])
        #expect(offBy(beside.reduce(0) { $0 + $1.line.metres }, from: front.metres) < 1e-9)
    }

    @Test func errorAndRulers() throws {
        let front = ContactLine(of: try ground([square(35, 51, 36, 52)]), with: [square(36, 51, 37, 52)])
        let error = front.error()
        // A straight line moves at its ends alone, but for the corners there.
        #expect((250.0...1_500).contains(error.displacementMetres))
        let none = ContactLine(
            of: try ground([square(35, 51, 36, 52)], sigma: 0), with: [square(36, 51, 37, 52)])
        #expect(none.error().u == 0)
        let lengths = front.metres(rulers: [1_000, 10_000])
        #expect(offBy(lengths[0], from: front.metres) < 0.01 && lengths[1] <= lengths[0])
    }

    @Test func rulersThatFit() throws {
        let front = ContactLine(of: try ground([square(35, 51, 36, 52)]), with: nil)
        #expect(front.finestRuler(of: [500, 1_000, 5_000]) == nil)
        let finest = try #require(front.finestRuler(of: [0.1]))
        #expect(front.finestRuler(of: [finest * 1.000001]) == nil)
        #expect(front.finestRuler(of: [finest / 2]) != nil)
    }

    /// An outline of more steps than anyone waits for is refused before it is walked.
    @Test func correlationLengthsThatFit() throws {
        let belts = (0..<90).map { i in
            let (x, y) = (Double(i / 30) * 120 - 170, Double(i % 30) * 2 - 30)
            return square(x, y, x + 100, y + 1)
        }
        let parts = [ControlPart(polygons: belts, boundaryError: 250)]
        let measurer = { ControlAreaMeasurer(settings: ErrorSettings(correlationLength: $0)) }
        #expect(throws: Problem.self) { try measurer(100).measure(parts) }
        #expect(try measurer(100_000).measure(parts).value.u > 0)
    }

    /// Many borders, each a reference of its own, are what one border of all of them is.
    @Test func manyBorders() throws {
        let west = try ground([square(35, 51, 36, 52)])
        let edges = (0..<40).map { i in
            line([(36, 51 + Double(i) / 40), (36, 51 + Double(i + 1) / 40)])
        }
        let one = ContactLine(of: west, with: nil, less: [reference(line([(36, 51), (36, 52)]))])
        let many = ContactLine(of: west, with: nil, less: edges.map { reference($0) })
        #expect(abs(many.metres - one.metres) < Self.cut)
        #expect(abs(many.referenceMetres.reduce(0, +) - one.referenceMetres[0]) < Self.cut)
        let bounding = ContactLine(
            of: west, with: nil,
            less: (0..<30).map { i in
                let x = 35 + Double(i) / 30
                return reference(.polygon(square(x, 50.9, x + 0.01, 51.1)), bounds: true)
            })
        #expect(bounding.beyondMetres > 0)
    }
}
