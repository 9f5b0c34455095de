// Shapes and comparisons that the tests of several rooms share.

public import KGeoCore
internal import KGeoMeasure

/// A ring from pairs of longitude and latitude, closed here.
public func ring(_ pairs: [(Double, Double)]) -> Ring {
    Ring((pairs + [pairs[0]]).map { Coordinate($0.0, $0.1) })
}

/// A box as a ring, anticlockwise.
public func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Ring {
    ring([(west, south), (east, south), (east, north), (west, north)])
}

/// A surface of one ring.
public func surface(_ pairs: [(Double, Double)]) -> Polygon { Polygon(shell: ring(pairs)) }

/// A box as a surface.
public func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
    Polygon(shell: box(west, south, east, north))
}

/// Area with edges straight in longitude and latitude, in m².
public func lonlatArea(_ polygons: [Polygon]) -> Double { Measuring.area(of: polygons).lonlatSquareMetres }

/// By how much a figure is off, relative to what it should be.
public func offBy(_ figure: Double, from wanted: Double) -> Double { abs(figure - wanted) / abs(wanted) }
