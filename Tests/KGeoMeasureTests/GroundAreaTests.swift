// Ground whose long edges turn over as geodesics: straight in both models, said with the place; any other stays geodesic.

import KGeoCore
import KGeoMeasure
import Testing

private func surface(_ corners: [(Double, Double)]) -> Polygon { Polygon(shell: ring(corners)) }

@Suite("Areas of ground with long edges")
struct GroundAreaTests {
    /// As geodesics the southern edge runs north of the third corner, or far from it.
    static let turning = [
        surface([(-50, 40), (50, 40), (0, 50)]), surface([(-25, 50), (25, 50), (0, 52)]),
        surface([(-60, 10), (90, 20), (20, 60)]),
    ]

    /// The same with edges of a degree at most.
    static func dense(_ polygon: Polygon) -> Polygon {
        let ring = polygon.rings[0].coordinates
        return surface(
            zip(ring, ring.dropFirst()).flatMap { a, b -> [(Double, Double)] in
                let (x, y) = (b.longitude - a.longitude, b.latitude - a.latitude)
                let count = Int(max(abs(x), abs(y)).rounded(.up))
                return (0..<count).map { k in
                    let t = Double(k) / Double(count)
                    return (a.longitude + t * x, a.latitude + t * y)
                }
            })
    }

    @Test(arguments: turning.indices)
    func turnsOver(_ number: Int) throws {
        let polygon = Self.turning[number]
        let ring = Measuring.ring(polygon.rings[0])
        #expect(ring.turnsOver)
        #expect(ring.notes == [.turnsOver(vertex: 0)])
        // A ring on its own is measured as any geodesic polygon is.
        #expect(ring.geodesicSquareMetres != ring.lonlatSquareMetres)
        let ground = Measuring.ground(of: [polygon])
        #expect(ground.turnsOverAt == polygon.rings[0].coordinates[0])
        #expect(ground.geodesicSquareMetres == ground.lonlatSquareMetres)
        let notice = try #require(ground.turningNotice(of: "north", in: "map.geojson"))
        #expect(notice.problem.message.hasPrefix("north: as geodesics its edges enclose other ground"))
        #expect(notice.problem.place.coordinate == ground.turnsOverAt)
        // With more corners both agree, and the figure is geodesic again.
        let dense = Measuring.ground(of: [Self.dense(polygon)])
        #expect(dense.turnsOverAt == nil)
        #expect(offBy(dense.geodesicSquareMetres, from: ground.lonlatSquareMetres) < 0.01)
        #expect(dense.geodesicSquareMetres == Measuring.area(of: Self.dense(polygon)).geodesicSquareMetres)
    }

    /// Beside ground that does not turn over all of it is straight, and each polygon of it.
    @Test func oneTurnsOverAll() {
        let polygons = [Self.turning[1], surface([(30, 40), (60, 45), (45, 60)])]
        let (whole, each) = (Measuring.ground(of: polygons), Measuring.grounds(of: polygons))
        #expect(whole.turnsOverAt == Coordinate(-25, 50))
        #expect(each.allSatisfy { $0.turnsOverAt != nil && $0.edgeEffectSquareMetres == 0 })
        #expect(offBy(each.sum.geodesicSquareMetres, from: whole.geodesicSquareMetres) < 1e-15)
    }

    /// A hair between two drawings of one long line turns over, and the ground it is in does not.
    @Test func hairsDoNotTurnGroundOver() {
        let hair = ring([(0, 50), (14, 50 + 14.0 / 6 + 1e-7), (30, 55)])
        let ground = Polygon(shell: ring([(-1, 40), (31, 40), (31, 65), (-1, 60)]), holes: [hair])
        #expect(Measuring.ring(hair).turnsOver)
        let area = Measuring.ground(of: [ground])
        #expect(area.turnsOverAt == nil)
        #expect(area.geodesicSquareMetres != area.lonlatSquareMetres)
    }

    /// The world, and what geodesics could make larger than half of it.
    @Test func moreThanHalfTheGlobe() {
        for polygon in [
            surface([(-180, -90), (180, -90), (180, 90), (-180, 90)]),
            surface([(-100, -60), (0, -60), (100, -60), (100, 60), (0, 60), (-100, 60)]),
        ] {
            let area = Measuring.ground(of: [polygon])
            #expect(polygon.rings[0].coordinates.contains { $0 == area.turnsOverAt })
            #expect(area.geodesicSquareMetres == area.lonlatSquareMetres)
        }
    }
}
