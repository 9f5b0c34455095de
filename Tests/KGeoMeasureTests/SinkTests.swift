// The sinks: blocks of any size, types told at the end, collections, and geometries given up half way.

import KGeoCore
import KGeoMeasure
import Testing

@Suite struct SinkTests {
    private static let shell = ring(crooked).coordinates
    private static let hole = box(35.1875, 51.125, 35.3125, 51.25).coordinates

    private func polygon(into sink: some GeometrySink, blocks: Int) {
        sink.beginGeometry()
        sink.path(Self.shell, blocks: blocks)
        sink.path(Self.hole, blocks: blocks)
        sink.endGroup()
    }

    @Test(arguments: [1, 2, 3, 5, 7, 10, 11, 12, 1_024])
    func blocksOfAnySizeGiveTheSameBits(size: Int) {
        let sink = AreaSink()
        polygon(into: sink, blocks: size)
        sink.endGeometry(.polygon)
        let wanted = Measuring.area(of: Polygon(rings: [Ring(Self.shell), Ring(Self.hole)]))
        #expect(sink.take() == wanted)
        #expect(sink.take() == AreaMeasurement())

        let length = LengthSink()
        length.beginGeometry()
        length.path(Self.shell, blocks: size)
        length.endGeometry(.lineString)
        #expect(length.take().metres == Measuring.length(of: Self.shell))
    }

    /// Three levels of nesting are a Polygon or a MultiLineString, and which of them comes last.
    @Test func theTypeDecides() {
        for (type, isSurface) in [(GeometryType.polygon, true), (.multiLineString, false)] {
            let (area, length) = (AreaSink(), LengthSink())
            for sink in [area, length] as [any GeometrySink] {
                polygon(into: sink, blocks: 1_024)
                sink.endGeometry(type)
            }
            let (surface, line) = (area.take(), length.take())
            #expect((surface.geodesicSquareMetres > 0) == isSurface)
            #expect((surface.perimeterMetres > 0) == isSurface)
            #expect((line.metres > 0) == !isSurface)
            #expect(line.vertices == (isSurface ? 0 : Self.shell.count + Self.hole.count))
            if !isSurface {
                let wanted = Measuring.length(of: Self.shell) + Measuring.length(of: Self.hole)
                #expect(offBy(line.metres, from: wanted) < 1e-15)
            }
        }
    }

    /// Two levels: a LineString or a MultiPoint; a MultiPoint has neither length nor area.
    @Test func pointsHaveNoLength() {
        for type in [GeometryType.multiPoint, .point] {
            let (area, length) = (AreaSink(), LengthSink())
            for sink in [area, length] as [any GeometrySink] {
                sink.beginGeometry()
                sink.path(Self.shell)
                sink.endGeometry(type)
            }
            #expect(area.take() == AreaMeasurement())
            #expect(length.take().metres == 0)
            #expect(area.takeNotes().isEmpty)
        }
    }

    @Test func partsAddUp() {
        let sink = AreaSink()
        sink.beginGeometry()
        for shift in [0.0, 10] {
            sink.path(Self.shell.map { Coordinate($0.longitude + shift, $0.latitude) })
            sink.path(Self.hole.map { Coordinate($0.longitude + shift, $0.latitude) })
            sink.endGroup()
        }
        sink.endGroup()  // an empty part
        sink.endGeometry(.multiPolygon)
        let one = Measuring.area(of: Polygon(rings: [Ring(Self.shell), Ring(Self.hole)]))
        let both = sink.take()
        #expect(offBy(both.geodesicSquareMetres, from: 2 * one.geodesicSquareMetres) < 1e-12)
        #expect(offBy(both.lonlatSquareMetres, from: 2 * one.lonlatSquareMetres) < 1e-13)
        #expect(both.vertexCount == 2 * one.vertexCount)
    }

    /// A collection is told from the inside out; its members count each by its own type.
    @Test func nestedCollections() {
        let (area, length) = (AreaSink(), LengthSink())
        for sink in [area, length] as [any GeometrySink] {
            sink.beginGeometry()
            sink.beginGeometry()
            sink.path([Self.shell[0]])
            sink.endGeometry(.point)
            sink.beginGeometry()
            polygon(into: sink, blocks: 4)
            sink.endGeometry(.polygon)
            sink.beginGeometry()
            sink.path(Self.hole)
            sink.endGeometry(.lineString)
            sink.endGeometry(.geometryCollection)
            polygon(into: sink, blocks: 3)
            sink.endGeometry(.polygon)
            sink.endGeometry(.geometryCollection)
        }
        let one = Measuring.area(of: Polygon(rings: [Ring(Self.shell), Ring(Self.hole)]))
        let both = area.take()
        #expect(offBy(both.geodesicSquareMetres, from: 2 * one.geodesicSquareMetres) < 1e-15)
        #expect(both.vertexCount == 2 * one.vertexCount)
        let line = length.take()
        #expect(line.metres == Measuring.length(of: Self.hole))
        #expect(line.vertices == Self.hole.count)
    }

    @Test func givenUpHalfWay() {
        let (area, length) = (AreaSink(), LengthSink())
        for sink in [area, length] as [any GeometrySink] {
            // A member that was complete is forgotten too: the feature as a whole is bad.
            sink.beginGeometry()
            sink.path(Self.shell)
            sink.endGeometry(.lineString)
            sink.beginGeometry()
            places([(0, 0), (170, 0), (-170, 5)]).withSpan { sink.positions($0) }
            sink.discardGeometry()
            sink.beginGeometry()
            sink.path(Self.hole)
            sink.endGroup()
            sink.endGeometry(.polygon)
        }
        #expect(area.take() == Measuring.area(of: Polygon(rings: [Ring(Self.hole)])))
        #expect(area.takeNotes().isEmpty)
        #expect(length.take().metres == 0)
    }

    @Test func linesOfOneOrNoPlace() {
        let sink = LengthSink()
        sink.beginGeometry()
        sink.path([Self.shell[0]])
        sink.path([])
        sink.endGroup()
        sink.endGeometry(.multiLineString)
        #expect(sink.take().metres == 0)
        #expect(Measuring.length(of: [Coordinate]()) == 0)
        #expect(Measuring.length(of: [Self.shell[0]]) == 0)
        #expect(Measuring.area(of: [Polygon]()) == AreaMeasurement())
        #expect(Measuring.area(of: Polygon(rings: [])) == AreaMeasurement())
    }

    @Test func notesAreKeptPerSurface() {
        let sink = AreaSink()
        for type in [GeometryType.multiLineString, .polygon] {
            sink.beginGeometry()
            sink.path(box(170, -10, -170, 10).coordinates, blocks: 2)
            sink.endGroup()
            sink.endGeometry(type)
        }
        #expect(sink.takeNotes() == [.longEdge(vertex: 0), .longEdge(vertex: 2)])
        #expect(sink.takeNotes().isEmpty)
    }
}
