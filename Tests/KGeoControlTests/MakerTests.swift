// Mapmakers held against each other: what is put into two drawings must come out of their comparison.

import Foundation
import KGeoControl
import KGeoCore
import KGeoMeasure
import TestShapes
import Testing

@Suite("Several mapmakers")
struct MakerTests {
    private func maker(_ name: String, _ polygons: [Polygon], _ date: String? = nil) throws -> MakerMap {
        MakerMap(maker: name, counting: .controlled, map: try map(date, polygons, file: name))
    }

    private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
        polygon([(west, south), (east, south), (east, north), (west, north)])
    }

    /// Ground whose eastern side runs along 36° E over 7° of latitude, displaced eastward by some metres at even steps.
    private func ground(_ displacements: [Double]) -> Polygon {
        let steps = displacements.count - 1
        let front = displacements.enumerated().map { i, metres in
            let latitude = 46 + 7 * Double(i) / Double(steps)
            let degree = Measuring.distance(Coordinate(36, latitude), Coordinate(36.1, latitude)) * 10
            return (36 + metres / degree, latitude)
        }
        return polygon(front + [(34.5, 53), (34.5, 46)])
    }

    /// A normal number of a seeded generator.
    private func normal(_ random: inout Seeded) -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += Double.random(in: 0..<1, using: &random) }
        return sum
    }

    /// Displacements with σ and correlation exp(−d/ℓ), a step apart.
    private func displacements(
        _ count: Int, step: Double, sigma: Double, length: Double, _ random: inout Seeded
    ) -> [Double] {
        let near = exp(-step / length)
        let fresh = (1 - near * near).squareRoot() * sigma
        var here = sigma * normal(&random)
        var drawn: [Double] = []
        for _ in 0..<count {
            drawn.append(here)
            here = near * here + fresh * normal(&random)
        }
        return drawn
    }

    private static let eastSide: DisplacementSettings = {
        var settings = DisplacementSettings()
        settings.box = BoundingBox([Coordinate(35.5, 46.05), Coordinate(36.5, 52.95)])
        return settings
    }()

    @Test("A redraw with σ 300 m and ℓ 5 km is recovered within 10 %")
    func redraw() throws {
        var random = Seeded(state: 11)
        let runs = (0..<12).map { _ in
            displacements(3_112, step: 250, sigma: 300, length: 5_000, &random)
        }
        let found = DisplacementStatistics(runs, spacing: 250)
        let variogram = try #require(found.variogram)
        #expect(abs(variogram.sigma - 300) < 30, "\(variogram)")
        #expect(abs(variogram.correlationLength - 5_000) < 500, "\(variogram)")
        let (law, middle) = (try #require(found.law), try #require(found.middleLaw))
        #expect(abs(law.sigma - 300) < 30 && abs(middle.sigma - 300) < 30, "\(law) \(middle)")
        #expect(abs(law.correlationLength - 5_000) < 1_500, "\(law)")
        #expect(abs(found.rms - 300) < 30 && abs(found.robustSigma - 300) < 30)
        #expect(abs(found.mean) < 30 && !found.definitionsDiffer)
    }

    @Test("Between two drawn maps the displacement is found place by place")
    func placeByPlace() throws {
        var random = Seeded(state: 7)
        let put = displacements(391, step: 1_991, sigma: 300, length: 5_000, &random)
        let straight = ground([Double](repeating: 0, count: 391))
        let field = DisplacementField(Self.eastSide, around: [straight])
        let comparison = try MakerComparison(
            [try maker("a", [straight]), try maker("b", [ground(put)])], on: nil, in: field)
        let stretch = try #require(comparison.pairs[0].displacement.stretches.first)
        #expect(comparison.pairs[0].displacement.stretches.count == 1)
        var squares = 0.0
        for (place, metres) in zip(stretch.places, stretch.metres) {
            let at = (place.latitude - 46) / 7 * 390
            let i = min(389, Int(at))
            let drawn = put[i] + (at - Double(i)) * (put[i + 1] - put[i])
            squares += (metres - drawn) * (metres - drawn)
        }
        let off = (squares / Double(stretch.metres.count)).squareRoot()
        #expect(off < 60, "\(off)")
        #expect(abs(comparison.pairs[0].statistics.mean - put.reduce(0, +) / 391) < 15)
    }

    @Test("A line ends where the outline touches itself")
    func knots() throws {
        let straight = ground([Double](repeating: 0, count: 8))
        let shifted = ground([Double](repeating: 200, count: 8))
        // A corner of the one ground on a vertex of the other: which way the front goes on there nobody has drawn.
        let beside = polygon([(36, 49), (36.2, 48.9), (36.2, 49.1)])
        let field = DisplacementField(Self.eastSide, around: [straight])
        for (grounds, lines) in [([straight], 1), ([straight, beside], 3)] {
            let comparison = try MakerComparison(
                [try maker("a", grounds), try maker("b", [shifted])], on: nil, in: field)
            #expect(comparison.pairs[0].displacement.stretches.count == lines)
        }
    }

    @Test("A line that lies on one side all along counts different ground")
    func otherDefinition() throws {
        var random = Seeded(state: 3)
        let straight = ground([Double](repeating: 0, count: 391))
        let drawn = ground(
            displacements(391, step: 1_991, sigma: 500, length: 5_000, &random).map { $0 - 2_000 })
        let field = DisplacementField(Self.eastSide, around: [straight])
        let comparison = try MakerComparison(
            [try maker("a", [straight]), try maker("b", [drawn])], on: nil, in: field)
        let found = comparison.pairs[0].statistics
        #expect(found.definitionsDiffer)
        #expect(abs(found.mean + 2_000) < 150 && abs(found.median + 2_000) < 200)
        #expect(abs(found.squareMetres - found.mean * found.frontMetres) < 1)
    }

    @Test("A law comes out of its own deviations; both parts out of theirs")
    func laws() throws {
        let law = ErrorLaw(sigma: 640, correlationLength: 7_300)
        let fitted = try #require(
            ErrorLaw(fitting: DisplacementStatistics.lengths.map { ($0, law.areaDeviation(over: $0)) }))
        #expect(abs(fitted.sigma / 640 - 1) < 1e-3 && abs(fitted.correlationLength / 7_300 - 1) < 1e-3)
        let two = TwoPartLaw(
            line: ErrorLaw(sigma: 500, correlationLength: 5_000),
            maker: ErrorLaw(sigma: 200, correlationLength: TwoPartLaw.makerCorrelationLength))
        let both = try #require(
            TwoPartLaw(
                fittingDifferences: TwoPartLaw.lengths.map {
                    ($0, two.ofDifference.areaDeviation(over: $0))
                }))
        #expect(abs(both.line.sigma / 500 - 1) < 0.02 && abs(both.maker.sigma / 200 - 1) < 0.05, "\(both)")
        // A shift that never varies is beyond any length.
        let shift = try #require(
            ErrorLaw(fitting: DisplacementStatistics.lengths.map { ($0, 300 * $0) }))
        #expect(shift.isUnbounded)
        #expect(ErrorLaw(fitting: [(1_000, 5)]) == nil && TwoPartLaw(fittingDifferences: []) == nil)
    }

    /// Root mean squares of differences over 10, 50 and 100 km in km², of pairs of mapmakers.
    @Test(
        "Line and mapmaker's part together give the differences that they were fitted to",
        arguments: [[6.03, 18.72, 26.44], [9.65, 32.75, 50.77], [20.80, 77.19, 110.79]])
    func classes(rms: [Double]) throws {
        let law = try #require(
            TwoPartLaw(fittingDifferences: zip(TwoPartLaw.lengths, rms).map { ($0, $1 * 1e6) }))
        for (length, squareKilometres) in zip(TwoPartLaw.lengths, rms) {
            let stated = law.ofDifference.areaDeviation(over: length) / 1e6
            #expect(abs(stated / squareKilometres - 1) < 0.05, "\(length) \(stated) \(law)")
        }
        #expect(TwoPartLaw.lineCorrelationLengths.contains(law.line.correlationLength))
    }

    @Test("Who counts which ground: the parts add up to every map")
    func agreement() throws {
        let grounds = [
            [box(30, 48, 33, 50)], [box(31, 48, 34, 50)], [box(31, 47, 32, 49), box(40, 48, 41, 49)],
        ]
        let agreement = try Agreement(of: grounds)
        #expect(agreement.parts.first?.makers == [0, 1, 2])
        for (number, ground) in grounds.enumerated() {
            let sum = agreement.parts.filter { $0.makers.contains(number) }.reduce(0) {
                $0 + $1.area.lonlatSquareMetres
            }
            #expect(offBy(sum, from: Measuring.area(of: ground).lonlatSquareMetres) < 1e-9)
        }
        let all = (1...3).reduce(0) { $0 + agreement.area(countedBy: $1).lonlatSquareMetres }
        #expect(offBy(all, from: agreement.parts.reduce(0) { $0 + $1.area.lonlatSquareMetres }) < 1e-12)
        let common = Measuring.area(of: box(31, 48, 32, 49)).lonlatSquareMetres
        #expect(offBy(agreement.area(countedBy: 3).lonlatSquareMetres, from: common) < 1e-9)
        #expect(
            offBy(
                agreement.both(0, 1).lonlatSquareMetres,
                from: Measuring.area(of: box(31, 48, 33, 50)).lonlatSquareMetres) < 1e-9)
        #expect(throws: Problem.self) {
            try Agreement(of: [[Polygon]](repeating: [box(30, 48, 33, 50)], count: 11))
        }
    }

    @Test(
        "The parts of a map are the map with geodesic edges too, and a hair between two long edges is nothing"
    )
    func agreementOfPieces() throws {
        let first = polygon([(0, 50), (30, 50), (30, 60), (0, 60)])
        let second = polygon([(10, 45), (25, 45), (25, 55), (10, 55)])
        // The first with a corner on its southern edge, as geodesics another line.
        let third = polygon([(0, 50), (15, 50), (30, 50), (30, 60), (0, 60)])
        let grounds = [[first], [second], [third]]
        let agreement = try Agreement(of: grounds)
        for (number, ground) in grounds.enumerated() {
            let whole = Measuring.area(of: ground).geodesicSquareMetres
            for other in grounds.indices where other != number {
                let sum =
                    agreement.both(number, other).geodesicSquareMetres
                    + agreement.area(of: number, without: other).geodesicSquareMetres
                #expect(offBy(sum, from: whole) < 1e-9)
            }
        }
        #expect(agreement.area(of: 0, without: 2).geodesicSquareMetres == 0)
        #expect(agreement.area(of: 2, without: 0).geodesicSquareMetres == 0)
    }

    @Test("Fronts keep away from the outline of the region, and short ones are left out")
    func region() throws {
        // Ground from the western border to 31° E, in a region of 4° by 2°.
        let held = try maker("a", [box(29, 47, 31, 51)])
        let other = try maker("b", [box(29, 47, 31.01, 51)])
        let settings = DisplacementSettings(region: [box(30, 48, 34, 50)])
        let field = DisplacementField(settings, around: [])
        let comparison = try MakerComparison([held, other], on: nil, in: field)
        let pair = comparison.pairs[0]
        // 2° of latitude less 6 km at each end; 0.01° of longitude are some 730 m there.
        let side = Measuring.distance(Coordinate(31, 48), Coordinate(31, 50))
        #expect(pair.displacement.stretches.count == 1)
        #expect(abs(pair.statistics.frontMetres - (side - 12_000)) < 500)
        let width = Measuring.distance(Coordinate(31, 49), Coordinate(31.01, 49))
        #expect(abs(pair.statistics.median - width) < 5, "\(pair.statistics.median)")
        #expect(abs(comparison.frontMetres[0] - pair.statistics.frontMetres) < 1_000)
        let narrow = DisplacementSettings(region: [box(30, 48, 34, 48.28)])
        let none = try MakerComparison(
            [held, other], on: nil, in: DisplacementField(narrow, around: []))
        #expect(none.pairs[0].statistics.frontMetres == 0 && none.pairs[0].statistics.law == nil)
    }

    @Test("Net change counts what lies near the front alone")
    func netChange() throws {
        let old = try maker("a", [box(30, 48, 34, 50)], "2024-10-01")
        // The front moves 0.1° east; far behind it a hole opens.
        let whole = box(30, 48, 34.1, 50)
        let hole = box(30.5, 48.5, 30.6, 48.6).rings[0]
        let new = try maker("a", [Polygon(rings: whole.rings + [hole])], "2024-11-01")
        let change = try MakerNetChange.changes(
            [(old: old, new: new)], near: new.map.ground.polygons, in: [box(32, 47, 36, 51)])
        let strip = Measuring.area(of: box(34, 48, 34.1, 50)).geodesicSquareMetres
        #expect(abs(change[0].gained / strip - 1) < 0.01, "\(change[0].gained / strip)")
        #expect(change[0].lost == 0 && change[0].net == change[0].gained)
    }

    @Test("An error stated from other days holds where days are alike, and is not stated from one day alone")
    func coverage() throws {
        var random = Seeded(state: 5)
        let days = (0..<4).map { number in
            PairStudy.Day(
                date: CalendarDate(dayNumber: 19_000 + number), isMobile: false,
                runs: [displacements(2_800, step: 250, sigma: 700, length: 5_000, &random)])
        }
        let study = PairStudy("a", "b", days: days)
        #expect(study.coverage.map(\.metres) == TwoPartLaw.lengths)
        for held in study.coverage {
            #expect(held.share > 0.85 && held.statedDeviation < 1.4 * held.rms, "\(held)")
        }
        #expect(abs(try #require(study.law).line.sigma - 700 / 2.0.squareRoot()) < 60)
        #expect(PairStudy("a", "b", days: [days[0]]).coverage.isEmpty)
        // A day of a moving front is not stated from quiet ones.
        var fast = days
        fast[3].isMobile = true
        let apart = PairStudy("a", "b", days: fast)
        #expect(apart.coverage[0].count == study.coverage[0].count * 3 / 4)
    }
}
