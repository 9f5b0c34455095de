// The middle of a geometry that goes by: blocks of any size, the antimeridian, poles, lines and points.

import KGeoCore
import KGeoMeasure
import Testing

@Suite struct MiddleSinkTests {
    /// A middle is to be good to this part of a degree; it only says where a shape lies.
    private static let tolerance = 1e-9

    private func middle(_ paths: [[Coordinate]], _ type: GeometryType, blocks: Int = 1_024) -> Coordinate? {
        let sink = MiddleSink()
        sink.beginGeometry()
        for path in paths { sink.path(path, blocks: blocks) }
        if type == .polygon { sink.endGroup() }
        sink.endGeometry(type)
        return sink.take()
    }

    private func near(_ place: Coordinate?, _ longitude: Double, _ latitude: Double) -> Bool {
        guard let place else { return false }
        return abs(place.longitude - longitude) < Self.tolerance
            && abs(place.latitude - latitude) < Self.tolerance
    }

    @Test(arguments: [1, 2, 3, 1_024]) func ofABox(blocks: Int) {
        let shell = box(10, 50, 12, 51).coordinates
        let hole = box(10.1, 50.1, 10.2, 50.2).coordinates
        #expect(near(middle([shell, hole], .polygon, blocks: blocks), 11, 50.5))
        #expect(near(middle([shell.reversed()], .polygon, blocks: blocks), 11, 50.5))
    }

    @Test func overTheAntimeridian() {
        let ring = [(179.0, -17.0), (-179, -17), (-179, -16), (179, -16), (179, -17)]
        let place = middle([ring.map { Coordinate($0.0, $0.1) }], .polygon)
        #expect(abs(abs(place?.longitude ?? 0) - 180) < Self.tolerance)
    }

    @Test func aroundAPole() {
        let ring = stride(from: -180.0, through: 180, by: 60).map { Coordinate($0, -70) }
        #expect(near(middle([ring], .polygon), 0, -90))
    }

    @Test func theLargestOfSeveralCounts() {
        let sink = MiddleSink()
        for box in [box(0, 0, 1, 1), box(20, 0, 23, 3), box(40, 0, 41, 1)] {
            sink.beginGeometry()
            sink.path(box.coordinates)
            sink.endGroup()
            sink.endGeometry(.polygon)
        }
        #expect(near(sink.take(), 21.5, 1.5))
        #expect(sink.take() == nil)
    }

    @Test func ofLinesPointsAndNothing() {
        #expect(near(middle([[Coordinate(1, 2), Coordinate(3, 6)]], .lineString), 2, 4))
        #expect(near(middle([[Coordinate(5, 6)]], .point), 5, 6))
        // A ring without ground still lies somewhere.
        let flat = [Coordinate(1, 1), Coordinate(2, 1), Coordinate(1, 1)]
        #expect(near(middle([flat], .polygon), 1.5, 1))
        #expect(middle([], .polygon) == nil)
    }
}
