// Kriging of the status: the factor against known solutions, the field against an independent computation, contours and
// areas against circles, the draws against what they are drawn from.

import Foundation
import KGeoCore
import KGeoMeasure
import KGeoReconstruct
import KGeoSurface
import Testing

private let day = CalendarDate(iso: "2024-08-24")!

private func site(
    _ name: String, _ lon: Double, _ lat: Double, _ holder: String?, kind: String = "reported",
    error: Double = 0
) -> SettlementReport {
    var report = SettlementReport(
        key: name, name: name, place: Coordinate(lon, lat), status: holder == nil ? .contested : .controlled,
        date: day, evidenceClass: kind, line: 2)
    report.holder = holder
    report.coordinateError = error
    return report
}

private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
    Polygon(
        shell: Ring([
            Coordinate(west, south), Coordinate(east, south), Coordinate(east, north),
            Coordinate(west, north), Coordinate(west, south),
        ]))
}

/// A field that is `value` at the place of each node.
private func grid(step: Double, side: Int, _ value: (PlanePoint) -> Double) -> GridField {
    var grid = GridField(
        origin: PlanePoint(x: -Double(side / 2) * step, y: -Double(side / 2) * step), step: step,
        columns: side, rows: side, values: [])
    for row in 0..<side { for column in 0..<side { grid.values.append(value(grid.place(column, row))) } }
    return grid
}

/// The area of a polygon of the plane, in m²: shells count, holes are taken off.
private func area(_ polygons: [Polygon]) -> Double {
    polygons.flatMap(\.rings).reduce(0) { sum, ring in
        let places = ring.coordinates
        return sum
            + zip(places, places.dropFirst()).reduce(0) {
                $0 + ($1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude) / 2
            }
    }
}

@Suite("Kriging") struct KrigingTests {
    @Test("the factor of a matrix solves what it was made of")
    func factor() throws {
        // Hilbert's matrix of four rows and the sums of its rows: the solution is 1, 1, 1, 1.
        let hilbert = { (i: Int, j: Int) in 1 / Double(i + j + 1) }
        let small = try #require(Cholesky(4, entry: hilbert))
        var x = (0..<4).map { i in (0..<4).reduce(0) { $0 + hilbert(i, $1) } }
        small.solve(&x)
        #expect(x.allSatisfy { abs($0 - 1) < 1e-10 })
        // [[4, 12, −16], [12, 37, −43], [−16, −43, 98]] is the square of [[2], [6, 1], [−8, 5, 3]].
        let rows: [[Double]] = [[4], [12, 37], [-16, -43, 98]]
        let whole = try #require(Cholesky(3, entry: { rows[$0][$1] }))
        var z: [Double] = [2, 7, 0]
        whole.solveLower(&z)
        #expect(z == [1, 1, 1])
        // Correlations along a line: each value is found again.
        let line = { (i: Int, j: Int) in (i == j ? 0.1 : 0) + 1 / (1 + Double((i - j) * (i - j)) / 9) }
        let large = try #require(Cholesky(137, entry: line))
        let wanted = (0..<137).map { Double(($0 * 37) % 11) - 5 }
        var y = (0..<137).map { i in
            (0..<137).reduce(0) { $0 + line(max(i, $1), min(i, $1)) * wanted[$1] }
        }
        large.solve(&y)
        #expect(zip(y, wanted).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(Cholesky(2, entry: { i, j in i == j ? 1 : 2 }) == nil)
    }

    @Test("the ground above a value is what a circle says")
    func circle() {
        let field = grid(step: 100, side: 101) { 3_000 - ($0.x * $0.x + $0.y * $0.y).squareRoot() }
        let ground = field.ground(above: 1_000)
        #expect(ground.count == 1)
        #expect(abs(area(ground) / (.pi * 4e6) - 1) < 2e-3)
        #expect(field.ground(above: 3_001).isEmpty)
        // All of it: half a step beyond the outermost nodes, less the corners.
        let all = area(field.ground(above: -1e9))
        #expect(abs(all - (10_100.0 * 10_100 - 4 * 50 * 50 / 2)) < 1)
    }

    @Test("holes, islands in holes, and squares whose corners lie across")
    func rings() {
        // A wave in the distance from the middle: a disc, and a ring around it.
        let field = grid(step: 50, side: 161) { place in
            let r = (place.x * place.x + place.y * place.y).squareRoot()
            return max(500 - abs(r - 2_500), 500 - r)
        }
        let ground = field.ground(above: 0)
        #expect(ground.count == 2)
        #expect(ground.map(\.rings.count).sorted() == [1, 2])
        #expect(abs(area(ground) / (.pi * (500 * 500 + 3_000 * 3_000 - 2_000 * 2_000)) - 1) < 2e-3)
        for joined in [-0.4, 0.4] {
            let saddle = GridField(
                origin: PlanePoint(x: 0, y: 0), step: 1, columns: 2, rows: 2,
                values: [1 + joined, -1, -1, 1])
            #expect(saddle.ground(above: 0).count == (joined > 0 ? 1 : 2))
        }
    }

    @Test("the nodes' areas add up to the ground")
    func nodes() {
        let triangle = Polygon(
            shell: Ring([
                Coordinate(-700, -812), Coordinate(933, -401), Coordinate(-123, 871), Coordinate(-700, -812),
            ]))
        let field = grid(step: 100, side: 21) { _ in 0 }
        let sum = NodeAreas(field, in: [triangle]).squareMetres.reduce(0, +)
        #expect(abs(sum / abs(area([triangle])) - 1) < 1e-3)
    }

    @Test("the field is what an independent computation gives")
    func field() throws {
        // numpy: solve(K + diag(nugget), value - mean), range 8 km, without a border.
        var model = KrigingModel()
        model.range = 8_000
        // A contested settlement is worth 0.08.
        (model.heldThreshold, model.contestedThreshold) = (0.18, -0.12)
        model.nuggets = ["reported": 0.25, "claimed": 0.5]
        model.farMean = -1.2
        let reports = [
            site("a", 35, 51, "A"), site("b", 35, 51, "B", kind: "claimed"), site("c", 35, 51, nil),
        ]
        let sites = ReportedSites.sites(reports, on: day, holder: "A")
        let places = [PlanePoint(x: 0, y: 0), PlanePoint(x: 4_000, y: 0), PlanePoint(x: 0, y: 6_000)]
        let field = try StatusField(sites, at: places, means: [-1.2, -1.2, -1.2], model)
        var nodes = GridField(
            origin: PlanePoint(x: 1_000, y: 1_000), step: 2_000, columns: 2, rows: 2,
            values: [-1.2, -1.2, -1.2, -1.2])
        field.add(to: &nodes)
        let wanted = Self.reference
        #expect(zip(nodes.values, wanted).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    private static let reference: [Double] = [
        0.2722370010136266, -0.14960573181679226, 0.16973226658448692, -0.1609563130132401,
    ]

    @Test("draws scatter as the field they are drawn from, and are the same for a seed")
    func draws() {
        // A straight front: the area moves with the mean of the field along it.
        var model = KrigingModel()
        model.range = 8_000
        model.spread = 0.3
        let field = grid(step: 500, side: 81) { $0.x / 10_000 }
        let areas = NodeAreas(field, in: [box(-20_000, -20_000, 20_000, 20_000)])
        let simulation = FieldSimulation(field: field, areas: areas, model: model)
        let draws = simulation.areas(above: [0], seed: 7)[0]
        #expect(draws == simulation.areas(above: [0], seed: 7)[0])
        #expect(draws != simulation.areas(above: [0], seed: 8)[0])
        let ground = SimulatedGround(draws)
        #expect(abs(ground.expected / 800e6 - 1) < 0.03)
        // σ of the line is 0.3·10 km; the mean of Matérn's correlation over 40 km of line is 0.618².
        #expect(abs(ground.u / (3_000 * 40_000 * 0.618) - 1) < 0.15)
        #expect(ground.low95 < ground.expected - 1.6 * ground.u)
        #expect(ground.high95 > ground.expected + 1.6 * ground.u)
    }

    @Test(
        "two sides of one ground: the line lies between them, held ground is never more than held and contested"
    )
    func twoSides() throws {
        let region = box(35, 51, 36, 52)
        let maker = try Reconstructor(region: [region])
        let kriger = try Kriger(maker, border: [], KrigingModel())
        let reports = [
            site("west", 35.4, 51.5, "A"), site("middle", 35.5, 51.5, nil), site("east", 35.6, 51.5, "B"),
        ]
        let result = try kriger.reconstruct(
            ReportedSites.sites(reports, on: day, holder: "A"), ReconstructionSettings(), hasBands: true)
        #expect(result.heldArea.geodesicSquareMetres > 10e6)
        #expect(result.contestedArea.geodesicSquareMetres > 10e6)
        // What the nodes stand for is the ground inside the line, on the globe.
        let definitions: [Counting] = [.controlled, .controlledAndContested]
        let nodes = try kriger.budget(of: result, definitions: definitions, trials: [kriger]).trials[0]
        for counting in definitions {
            let share = (nodes.squareMetres[counting] ?? 0) / result.squareMetres(counting)
            #expect(abs(share - 1) < 0.02)
        }
        let kriged = try #require(result.kriged)
        let held = try #require(kriged.simulated[.controlled])
        let both = try #require(kriged.simulated[.controlledAndContested])
        #expect(held.expected < both.expected)
        #expect(result.fronts.contains { $0.inner == .held && $0.outer == .contested })
        #expect(result.fronts.contains { $0.inner == .contested && $0.outer == .other })
        #expect(result.fronts.allSatisfy { $0.settlements == nil && $0.sigma > 0 && $0.metres < 9_000 })
        // Bands do not overlap and hold the drawn ground: half of what is likelier than not lies above 0.5.
        let sum = kriged.bands.filter { $0.counting == .controlled && $0.low >= 0.6 }.reduce(0) {
            $0 + Measuring.area(of: $1.polygons).geodesicSquareMetres
        }
        #expect(sum < result.heldArea.geodesicSquareMetres)
        #expect(sum > 0)
    }

    @Test("the error beside a straight line is the formula's")
    func lineField() throws {
        // 80 km along a parallel: ∬ exp(−d/ℓ) = 2ℓ(L − ℓ(1 − e^(−L/ℓ))).
        let line = LineField.Line(
            places: (0...160).map { Coordinate(35 + Double($0) * 0.5 / 70.2, 51) }, sigma: 900)
        let length = Measuring.length(of: line.places)
        for l in [2_000.0, 9_000] {
            let u = 900 * (2 * l * (length - l * (1 - exp(-length / l)))).squareRoot()
            #expect(abs(LineField.u([line], correlationLength: l) / u - 1) < 0.01)
        }
        #expect(LineField.u([], correlationLength: 1_000) == 0)
    }

    @Test("a line is as uncertain as the field is flat, and no more than the ground beside it")
    func reach() {
        let even = grid(step: 500, side: 41) { $0.x / 10_000 }
        #expect(abs(even.reach(of: 0.3, from: PlanePoint(x: 120, y: 90), most: 5_000) - 3_000) < 1e-6)
        #expect(even.reach(of: 0.3, from: PlanePoint(x: 0, y: 0), most: 2_000) == 2_000)
        // A hilltop that is lower than the change: the way down alone says how far.
        let hill = grid(step: 500, side: 41) { 0.2 - abs($0.x) / 5_000 }
        #expect(abs(hill.reach(of: 0.3, from: PlanePoint(x: 900, y: 0), most: 5_000) - 1_500) < 1)
        let flat = grid(step: 500, side: 5) { _ in 1 }
        #expect(flat.reach(of: 0.3, from: PlanePoint(x: 0, y: 0), most: 700) == 700)
    }

    @Test("one settlement is not enough")
    func one() throws {
        let maker = try Reconstructor(region: [box(35, 51, 36, 52)])
        let kriger = try Kriger(maker, border: [], KrigingModel())
        let sites = ReportedSites.sites([site("a", 35.4, 51.5, "A")], on: day, holder: "A")
        #expect(throws: Problem.self) { try kriger.reconstruct(sites, ReconstructionSettings()) }
    }
}
