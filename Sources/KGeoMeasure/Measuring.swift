// Measuring shapes that are in memory already, with the same kernel as streaming.

public import KGeoCore
internal import PROJKit

/// Areas, perimeters and lengths of shapes in memory.
public enum Measuring {
    /// Area and perimeter of a ring on its own.
    public static func ring(_ ring: Ring) -> RingMeasurement {
        var accumulator = RingAccumulator()
        ring.coordinates.withSpan { accumulator.add($0) }
        return accumulator.finish()
    }

    /// The geodesic areas of rings added up, positive where they run anticlockwise, in m².
    package static func signedGeodesicArea(of rings: [Ring]) -> Double {
        var accumulator = RingAccumulator()
        return rings.reduce(0) { sum, ring in
            ring.coordinates.withSpan { accumulator.add($0) }
            let measured = accumulator.finish()
            accumulator.reset()
            return sum
                + (measured.isAnticlockwise ? measured.geodesicSquareMetres : -measured.geodesicSquareMetres)
        }
    }

    /// Area and perimeter of a polygon: |shell| − Σ |holes|.
    public static func area(of polygon: Polygon) -> AreaMeasurement {
        let sink = AreaSink()
        sink.feed([polygon])
        return sink.take()
    }

    /// Area and perimeter of several polygons, which must not overlap to mean anything.
    public static func area(of polygons: some Sequence<Polygon>) -> AreaMeasurement {
        let sink = AreaSink()
        sink.feed(polygons)
        return sink.take()
    }

    /// Length of a line with geodesic edges, in m.
    public static func length(of line: LineString) -> Double { length(of: line.coordinates) }

    /// Length of a chain of places with geodesic edges, in m.
    public static func length(of places: [Coordinate]) -> Double {
        guard places.count > 1 else { return 0 }
        var line = EdgeRun(measuresArea: false)
        places.withSpan { line.add($0) }
        line.finish()
        return line.metres
    }

    /// The direction of the geodesic from one place to another where it begins, in degrees clockwise from north.
    public static func azimuth(from a: Coordinate, to b: Coordinate) -> Double {
        Geodesic.wgs84.inverse(from: a, to: b).azimuth1
    }

    /// Geodesic distance between two places, in m.
    public static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
        ShortEdge.distance(a, b) ?? Geodesic.wgs84.distance(from: a, to: b)
    }
}

extension AreaSink {
    /// The events of a MultiPolygon.
    func feed(_ polygons: some Sequence<Polygon>) {
        beginGeometry()
        for polygon in polygons where !polygon.rings.isEmpty {
            for ring in polygon.rings {
                ring.coordinates.withSpan { positions($0) }
                endPath()
            }
            endGroup()
        }
        endGeometry(.multiPolygon)
    }
}
