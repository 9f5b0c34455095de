// Surfaces cut by regions: nothing is lost, nothing is counted twice, and the cut is known.

import KGeoCore
import KGeoMeasure
import KGeoSurface
import Testing

private func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
    Polygon(
        shell: Ring([
            Coordinate(west, south), Coordinate(east, south), Coordinate(east, north),
            Coordinate(west, north), Coordinate(west, south),
        ]))
}

private func area(_ polygons: [Polygon]) -> Double { Measuring.area(of: polygons).lonlatSquareMetres }

@Suite struct RegionCuttingTests {
    let regions = [[rectangle(0, 0, 1, 1)], [rectangle(1, 0, 2, 1)]]

    @Test func piecesAddUp() throws {
        let drawn = rectangle(0.5, 0.5, 1.5, 1.5)
        let cut = try RegionCutter(regions).cut([drawn])
        #expect(cut.pieces.map(\.region) == [0, 1, nil])
        #expect(abs(area(cut.pieces.flatMap(\.polygons)) - area([drawn])) <= 1e-9 * area([drawn]))
        #expect(abs(area(cut.pieces[0].polygons) - area([rectangle(0.5, 0.5, 1, 1)])) < 1)
        // Along two sides of the region: half a degree each.
        let metres = cut.pieces[0].cuts.reduce(0) { $0 + Measuring.length(of: $1) }
        #expect(abs(metres - 2 * 55_500) < 300)
        #expect(cut.pieces[2].cuts.isEmpty && cut.sliverCount == 0)
    }

    @Test func whatLiesInOneRegionStaysAsDrawn() throws {
        let cut = try RegionCutter(regions).cut([
            rectangle(0.2, 0.2, 0.4, 0.4), rectangle(5, 5, 6, 6), rectangle(0, 0, 1, 1),
        ])
        #expect(cut.pieces.map(\.region) == [0, nil])
        #expect(cut.pieces[0].polygons == [rectangle(0.2, 0.2, 0.4, 0.4), rectangle(0, 0, 1, 1)])
        #expect(cut.pieces[1].polygons == [rectangle(5, 5, 6, 6)])
        #expect(cut.pieces.allSatisfy { $0.cuts.isEmpty })
    }

    @Test func theFirstOfOverlappingRegionsTakesTheGround() throws {
        let cut = try RegionCutter([[rectangle(0, 0, 2, 1)], [rectangle(1, 0, 3, 1)]]).cut([
            rectangle(0.5, 0.2, 2.5, 0.8)
        ])
        #expect(cut.pieces.map(\.region) == [0, 1])
        #expect(abs(area(cut.pieces[1].polygons) - area([rectangle(2, 0.2, 2.5, 0.8)])) < 1)
    }

    @Test func sliversAreCounted() throws {
        // The region ends a tenth of a micrometre beyond the drawn edge, and inside it elsewhere.
        let cut = try RegionCutter([[rectangle(0, 0, 1, 1)]]).cut([rectangle(0.5, 0.5, 1 + 1e-12, 1.5)])
        #expect(cut.pieces.map(\.region) == [0, nil])
        let slivers = try RegionCutter([[rectangle(0, 0, 1, 1)]]).cut([
            Polygon(
                shell: Ring([
                    Coordinate(0.5, 0.5), Coordinate(1.0000001, 0.5), Coordinate(0.9, 0.500_000_1),
                    Coordinate(0.9, 1.5), Coordinate(0.5, 0.5),
                ]))
        ])
        #expect(slivers.sliverCount == 1 && slivers.sliverSquareMetres < RegionCutter.sliver)
    }

    @Test func badRegionsAreNamed() {
        let eight = Polygon(
            shell: Ring([
                Coordinate(0, 0), Coordinate(1, 1), Coordinate(1, 0), Coordinate(0, 1), Coordinate(0, 0),
            ]))
        let problem = #expect(throws: Problem.self) { try RegionCutter([[rectangle(0, 0, 1, 1)], [eight]]) }
        #expect(problem?.code == .topology && problem?.place.feature == 1)
        let corners = [0.0, 90, 180, -90, 0].map { Coordinate($0, 80) }
        let polar = #expect(throws: Problem.self) { try RegionCutter([[Polygon(shell: Ring(corners))]]) }
        #expect(polar?.message.contains("pole") == true)
    }

    @Test(
        "Over the antimeridian, however it is written",
        arguments: [
            [[rectangle(179, 0, 181, 1)]], [[rectangle(-181, 0, -179, 1)]],
            [[rectangle(179, 0, 180, 1), rectangle(-180, 0, -179, 1)]],
            [
                [
                    Polygon(
                        shell: Ring([
                            Coordinate(179, 0), Coordinate(-179, 0), Coordinate(-179, 1), Coordinate(179, 1),
                            Coordinate(179, 0),
                        ]))
                ]
            ],
        ])
    func antimeridian(_ regions: [[Polygon]]) throws {
        let cutter = try RegionCutter(regions)
        #expect(cutter.region(of: Coordinate(179.5, 0.5)) == 0)
        #expect(cutter.region(of: Coordinate(-179.5, 0.5)) == 0)
        #expect(cutter.region(of: Coordinate(0.5, 0.5)) == nil)
        for drawn in [rectangle(178.5, 0.5, 180.5, 1.5), rectangle(-181.5, 0.5, -179.5, 1.5)] {
            let cut = try cutter.cut([drawn])
            #expect(cut.pieces.map(\.region) == [0, nil])
            let pieces = cut.pieces.flatMap(\.polygons)
            #expect(abs(area(pieces) - area([drawn])) <= 1e-9 * area([drawn]))
            #expect(abs(area(cut.pieces[0].polygons) - area([rectangle(0, 0.5, 1.5, 1)])) < 1)
            #expect(
                pieces.flatMap(\.rings).flatMap(\.coordinates).allSatisfy { abs($0.longitude) <= 180 })
        }
        // What lies on one side of it is cut as ever.
        let near = try cutter.cut([rectangle(178.5, 0.2, 179.5, 0.4), rectangle(-179.5, 0.2, -178.5, 0.4)])
        #expect(near.pieces.map(\.region) == [0, nil])
        #expect(abs(area(near.pieces[0].polygons) - area([rectangle(0, 0.2, 1, 0.4)])) < 1)
    }

    @Test func placesAreFound() throws {
        let cutter = try RegionCutter(regions)
        #expect(cutter.region(of: Coordinate(1.5, 0.5)) == 1)
        #expect(cutter.region(of: Coordinate(1, 0.5)) == 0)
        #expect(cutter.region(of: Coordinate(4, 0.5)) == nil)
    }
}
