// Values out of shapes.

internal import CGEOS
public import KGeoCore

extension Shape {
    /// All surfaces in it, those inside collections too; empty ones are left out.
    /// Stands for `GEOSGetExteriorRing_r` and `GEOSGetInteriorRingN_r`.
    /// - Throws: a problem `geos`, which only a lack of memory brings about.
    public func polygons() throws(Problem) -> [Polygon] {
        var result: [Polygon] = []
        try forEachPart { (part, type) throws(Problem) in
            guard type == GEOS_POLYGON else { return }
            let polygon = try context.readPolygon(part)
            if !polygon.rings.isEmpty { result.append(polygon) }
        }
        return result
    }

    /// All lines in it, those inside collections too; the rings of surfaces are not lines, and a closed line
    /// is one. Stands for `GEOSCoordSeq_copyToBuffer_r`.
    /// - Throws: a problem `geos`, which only a lack of memory brings about.
    public func lines() throws(Problem) -> [LineString] {
        var result: [LineString] = []
        try forEachPart { (part, type) throws(Problem) in
            guard type == GEOS_LINESTRING || type == GEOS_LINEARRING else { return }
            let places = try context.readPositions(part)
            if !places.isEmpty { result.append(LineString(places)) }
        }
        return result
    }

    /// All single places in it, those inside collections too. Stands for `GEOSCoordSeq_copyToBuffer_r`.
    /// - Throws: a problem `geos`, which only a lack of memory brings about.
    public func points() throws(Problem) -> [Coordinate] {
        var result: [Coordinate] = []
        try forEachPart { (part, type) throws(Problem) in
            guard type == GEOS_POINT else { return }
            result += try context.readPositions(part)
        }
        return result
    }

    /// Whether it contains no place at all. Stands for `GEOSisEmpty_r`.
    /// - Throws: a problem `geos`, which only a lack of memory brings about.
    public func isEmpty() throws(Problem) -> Bool { try ask("ask whether a shape is empty", GEOSisEmpty_r) }

    /// The number of positions in it. Stands for `GEOSGetNumCoordinates_r`.
    public var vertexCount: Int {
        withExtendedLifetime(self) { context.call { max(0, Int(GEOSGetNumCoordinates_r($0, pointer))) } }
    }

    /// The area in the plane, in square degrees: good for comparing and for tests, never a figure for users.
    /// Stands for `GEOSArea_r`.
    /// - Throws: a problem `geos` when GEOS fails.
    public func planarArea() throws(Problem) -> Double { try measure("measure an area", GEOSArea_r) }

    /// The length in the plane, of surfaces the length of their rings, in degrees: never a figure for users.
    /// Stands for `GEOSLength_r`.
    /// - Throws: a problem `geos` when GEOS fails.
    package func planarLength() throws(Problem) -> Double { try measure("measure a length", GEOSLength_r) }

    /// The smallest box around it, in degrees; the empty box for an empty shape.
    /// Stands for `GEOSGeom_getExtent_r`.
    /// - Throws: a problem `geos` when GEOS fails.
    public func boundingBox() throws(Problem) -> BoundingBox {
        var box = BoundingBox()
        guard try !isEmpty() else { return box }
        let status = withExtendedLifetime(self) {
            context.call { GEOSGeom_getExtent_r($0, pointer, &box.west, &box.south, &box.east, &box.north) }
        }
        try context.succeeded(status, "find the extent of a shape")
        return box
    }

    /// Hands each simple part to `body`, with its type. The parts are borrowed from this shape: none of them
    /// may be kept beyond the call.
    private func forEachPart(
        _ body: (_ part: OpaquePointer, _ type: GEOSGeomTypes) throws(Problem) -> Void
    ) throws(Problem) {
        defer { withExtendedLifetime(self) {} }
        try context.forEachPart(of: pointer, body)
    }
}

extension Context {
    fileprivate func forEachPart(
        of shape: OpaquePointer,
        _ body: (_ part: OpaquePointer, _ type: GEOSGeomTypes) throws(Problem) -> Void
    ) throws(Problem) {
        let operation = "read a shape"
        guard let number = UInt32(exactly: call { GEOSGeomTypeId_r($0, shape) }) else {
            throw failure(operation)
        }
        let type = GEOSGeomTypes(number)
        switch type {
        case GEOS_MULTIPOINT, GEOS_MULTILINESTRING, GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION:
            let count = call { GEOSGetNumGeometries_r($0, shape) }
            guard count >= 0 else { throw failure(operation) }
            for index in 0..<count {
                let part = try pointer(call { GEOSGetGeometryN_r($0, shape, index) }, operation)
                try forEachPart(of: part, body)
            }
        default:
            try body(shape, type)
        }
    }

    /// The rings of a borrowed polygon, the shell first; no rings for an empty one.
    fileprivate func readPolygon(_ polygon: OpaquePointer) throws(Problem) -> Polygon {
        let operation = "read a surface"
        let shell = try pointer(call { GEOSGetExteriorRing_r($0, polygon) }, operation)
        let outline = try readPositions(shell)
        guard !outline.isEmpty else { return Polygon(rings: []) }
        let count = call { GEOSGetNumInteriorRings_r($0, polygon) }
        guard count >= 0 else { throw failure(operation) }
        var rings = [Ring(outline)]
        for index in 0..<count {
            let hole = try pointer(call { GEOSGetInteriorRingN_r($0, polygon, index) }, operation)
            rings.append(Ring(try readPositions(hole)))
        }
        return Polygon(rings: rings)
    }

    /// The positions of a borrowed point, line or ring, copied in bulk.
    fileprivate func readPositions(_ line: OpaquePointer) throws(Problem) -> [Coordinate] {
        let operation = "read positions"
        let sequence = try pointer(call { GEOSGeom_getCoordSeq_r($0, line) }, operation)
        var size: UInt32 = 0
        try succeeded(call { GEOSCoordSeq_getSize_r($0, sequence, &size) }, operation)
        let count = Int(size)
        var status: CInt = 1
        let places = [Coordinate](unsafeUninitializedCapacity: count) { buffer, filled in
            guard count > 0, let base = buffer.baseAddress else { return }
            status = call { handle in
                base.withMemoryRebound(to: Double.self, capacity: 2 * count) {
                    GEOSCoordSeq_copyToBuffer_r(handle, sequence, $0, 0, 0)
                }
            }
            if status == 1 { filled = count }
        }
        try succeeded(status, operation)
        return places
    }
}
