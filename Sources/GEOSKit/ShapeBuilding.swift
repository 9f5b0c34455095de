// Shapes from values.

internal import CGEOS
public import KGeoCore

extension Shape {
    /// A surface from a polygon; one without rings makes an empty surface.
    /// Stands for `GEOSGeom_createPolygon_r`.
    ///
    /// The rings may cross: that is for `validity` to say.
    /// - Throws: `coordinate` for an ordinate that is no finite number, `topology` for a ring that is open or
    ///   has fewer than 4 positions; the problem names ring and vertex.
    public convenience init(polygon: Polygon, in context: Context) throws(Problem) {
        self.init(adopting: try context.makePolygon(polygon, part: nil), in: context)
    }

    /// A MultiPolygon from polygons; an empty list makes an empty one.
    /// Stands for `GEOSGeom_createCollection_r`.
    /// - Throws: as for one polygon; the problem names the part as well.
    public convenience init(polygons: [Polygon], in context: Context) throws(Problem) {
        let batch = Batch(in: context, capacity: polygons.count)
        for (part, polygon) in polygons.enumerated() {
            batch.add(try context.makePolygon(polygon, part: part))
        }
        self.init(adopting: try context.makeCollection(GEOS_MULTIPOLYGON, batch), in: context)
    }

    /// A line. Stands for `GEOSGeom_createLineString_r`.
    /// - Throws: `coordinate` for an ordinate that is no finite number, `topology` for fewer than 2 positions.
    public convenience init(line: LineString, in context: Context) throws(Problem) {
        self.init(adopting: try context.makeLine(line.coordinates, part: nil), in: context)
    }

    /// A MultiLineString; an empty list makes an empty one. Stands for `GEOSGeom_createCollection_r`.
    /// - Throws: as for one line; the problem names the part as well.
    public convenience init(lines: [LineString], in context: Context) throws(Problem) {
        let batch = Batch(in: context, capacity: lines.count)
        for (part, line) in lines.enumerated() {
            batch.add(try context.makeLine(line.coordinates, part: part))
        }
        self.init(adopting: try context.makeCollection(GEOS_MULTILINESTRING, batch), in: context)
    }

    /// A ring as a closed line. Stands for `GEOSGeom_createLinearRing_r`.
    /// - Throws: as for a ring of a polygon.
    public convenience init(ring: Ring, in context: Context) throws(Problem) {
        self.init(adopting: try context.makeRing(ring, part: nil, ring: nil), in: context)
    }

    /// One place. Stands for `GEOSGeom_createPointFromXY_r`.
    /// - Throws: `coordinate` for an ordinate that is no finite number.
    public convenience init(point: Coordinate, in context: Context) throws(Problem) {
        try PositionCheck.finite(point)
        self.init(adopting: try context.makePoint(point), in: context)
    }

    /// A MultiPoint; an empty list makes an empty one. Stands for `GEOSGeom_createCollection_r`.
    /// - Throws: `coordinate` for an ordinate that is no finite number; the problem names the vertex.
    public convenience init(points: [Coordinate], in context: Context) throws(Problem) {
        try PositionCheck.finite(points, part: nil, ring: nil)
        let batch = Batch(in: context, capacity: points.count)
        for point in points { batch.add(try context.makePoint(point)) }
        self.init(adopting: try context.makeCollection(GEOS_MULTIPOINT, batch), in: context)
    }

    /// A box as a surface; a box without width or height makes a surface without area, one with neither a
    /// point, an empty one an empty surface. Stands for `GEOSGeom_createRectangle_r`.
    /// - Throws: `coordinate` for a bound that is no finite number.
    public convenience init(box: BoundingBox, in context: Context) throws(Problem) {
        if box == BoundingBox() {
            self.init(adopting: try context.makePolygon(Polygon(rings: []), part: nil), in: context)
        } else {
            self.init(adopting: try context.makeBox(box), in: context)
        }
    }

    /// A polygon from copies of other shapes, whatever they are: GEOS refuses what is no ring. Exists so
    /// that tests can make a `create…` function fail after it took over its parts.
    package convenience init(shell: Shape, holes: [Shape]) throws(Problem) {
        let context = shell.context
        let batch = Batch(in: context, capacity: holes.count + 1)
        for shape in [shell] + holes { batch.add(try context.copy(shape)) }
        self.init(adopting: try context.makePolygon(of: batch), in: context)
    }
}

extension Context {
    /// A polygon; `part` is its number in a MultiPolygon, for problems.
    func makePolygon(_ polygon: Polygon, part: Int?) throws(Problem) -> OpaquePointer {
        guard !polygon.rings.isEmpty else {
            return try pointer(call { GEOSGeom_createEmptyPolygon_r($0) }, "make an empty surface")
        }
        let batch = Batch(in: self, capacity: polygon.rings.count)
        for (number, ring) in polygon.rings.enumerated() {
            batch.add(try makeRing(ring, part: part, ring: number))
        }
        return try makePolygon(of: batch)
    }

    /// A polygon from a shell and holes, which GEOS takes over.
    func makePolygon(of batch: Batch) throws(Problem) -> OpaquePointer {
        let operation = "make a surface from its rings"
        let parts = batch.give()
        guard let shell = parts.first else { throw Problem(.internal, "could not \(operation): none given") }
        var holes = Array(parts.dropFirst())
        guard let count = UInt32(exactly: holes.count) else { throw tooLarge(operation) }
        let answer = call { handle in
            holes.withUnsafeMutableBufferPointer {
                GEOSGeom_createPolygon_r(handle, shell, $0.baseAddress, count)
            }
        }
        return try pointer(answer, operation)
    }

    /// A collection of a type, from parts that GEOS takes over. GEOS does not check that the parts fit the
    /// type: callers put in only what does.
    func makeCollection(_ type: GEOSGeomTypes, _ batch: Batch) throws(Problem) -> OpaquePointer {
        let operation = "make a shape from its parts"
        let kind = CInt(type.rawValue)
        var parts = batch.give()
        guard !parts.isEmpty else {
            return try pointer(call { GEOSGeom_createEmptyCollection_r($0, kind) }, operation)
        }
        guard let count = UInt32(exactly: parts.count) else { throw tooLarge(operation) }
        let answer = call { handle in
            parts.withUnsafeMutableBufferPointer {
                GEOSGeom_createCollection_r(handle, kind, $0.baseAddress, count)
            }
        }
        return try pointer(answer, operation)
    }

    /// A checked ring.
    func makeRing(_ ring: Ring, part: Int?, ring number: Int?) throws(Problem) -> OpaquePointer {
        let places = ring.coordinates
        try PositionCheck.ring(places, part: part, ring: number)
        let operation = "make a ring"
        let sequence = try makeSequence(places, operation)
        return try pointer(call { GEOSGeom_createLinearRing_r($0, sequence) }, operation)
    }

    /// A checked line.
    func makeLine(_ places: [Coordinate], part: Int?) throws(Problem) -> OpaquePointer {
        try PositionCheck.line(places, part: part)
        let operation = "make a line"
        let sequence = try makeSequence(places, operation)
        return try pointer(call { GEOSGeom_createLineString_r($0, sequence) }, operation)
    }

    /// A point whose ordinates have been checked.
    func makePoint(_ place: Coordinate) throws(Problem) -> OpaquePointer {
        let answer = call { GEOSGeom_createPointFromXY_r($0, place.longitude, place.latitude) }
        return try pointer(answer, "make a point")
    }

    /// A checked box, which must not be empty.
    func makeBox(_ box: BoundingBox) throws(Problem) -> OpaquePointer {
        try PositionCheck.box(box)
        let answer = call { GEOSGeom_createRectangle_r($0, box.west, box.south, box.east, box.north) }
        return try pointer(answer, "make a box")
    }

    /// A copy of a geometry of this context, which belongs to the caller.
    func copy(_ shape: Shape) throws(Problem) -> OpaquePointer {
        let operation = "copy a shape"
        try requireOwn(shape, operation)
        let answer = withExtendedLifetime(shape) { call { GEOSGeom_clone_r($0, shape.pointer) } }
        return try pointer(answer, operation)
    }

    /// A coordinate sequence, copied in bulk: in memory a `Coordinate` is two doubles, x before y. Whoever
    /// gets it hands it to a `create…` function, which takes it over.
    private func makeSequence(_ places: [Coordinate], _ operation: String) throws(Problem) -> OpaquePointer {
        guard let count = UInt32(exactly: places.count) else { throw tooLarge(operation) }
        let answer: OpaquePointer? = call { handle in
            places.withUnsafeBufferPointer { buffer in
                buffer.baseAddress?.withMemoryRebound(to: Double.self, capacity: 2 * buffer.count) {
                    GEOSCoordSeq_copyFromBuffer_r(handle, $0, count, 0, 0)
                }
            }
        }
        return try pointer(answer, operation)
    }

    private func tooLarge(_ operation: String) -> Problem {
        Problem(.geos, "could not \(operation): it has more parts than GEOS can count")
    }
}
