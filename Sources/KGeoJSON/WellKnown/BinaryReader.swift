// Well-known binary: byte order, type, counts, doubles.

internal import KGeoCore

/// Goes through the bytes of one geometry.
struct BinaryReader {
    private let bytes: UnsafeRawBufferPointer
    private let sink: any GeometrySink
    private let path: PathWriter
    private var offset = 0

    /// A reader of bytes that outlive it.
    init(_ bytes: UnsafeRawBufferPointer, _ path: PathWriter, _ sink: any GeometrySink) {
        self.bytes = bytes
        self.sink = sink
        self.path = path
    }

    /// What stands before a geometry's content.
    private struct Head {
        var isLittle: Bool
        var type: GeometryType
        var srid: Int?
        var hasZ: Bool
        var ordinates: Int
    }

    /// The one geometry that the bytes are.
    mutating func whole() throws(Problem) -> WellKnownRecord {
        let head = try head()
        if let srid = head.srid {
            do {
                try path.convert(from: srid)
            } catch {
                throw error.located { $0.offset = $0.offset ?? 5 }
            }
        }
        try content(head, depth: 0)
        guard offset == bytes.count else {
            throw problem(
                "\(bytes.count - offset) bytes stand after the end of the geometry",
                hint: "one geometry a value; a count in it may be wrong")
        }
        return WellKnownRecord(type: head.type, srid: head.srid)
    }

    private func problem(_ message: String, at place: Int? = nil, hint: String? = nil) -> Problem {
        Problem(.wkb, message, at: self.place(place ?? offset), hint: hint)
    }

    private func place(_ offset: Int) -> Problem.Place {
        var place = Problem.Place()
        place.offset = offset
        return place
    }

    private func need(_ count: Int) throws(Problem) {
        guard bytes.count - offset >= count else {
            throw problem(
                "the geometry is cut off: \(count) bytes are to come, \(bytes.count - offset) are there",
                hint: "the value was cut off, perhaps by the width of a column; export it again")
        }
    }

    private mutating func head() throws(Problem) -> Head {
        try need(5)
        let order = bytes[offset]
        guard order <= 1 else {
            throw problem(
                "a geometry begins with its byte order, 0 or 1, not \(order)",
                hint: offset == 0
                    ? "this may be another column, or a geometry in GeoPackage's or Spatialite's form" : nil)
        }
        let begins = offset + 1
        offset += 1
        let isLittle = order == 1
        let code = word(isLittle)
        // PostGIS sets flags in the highest bits, ISO adds thousands.
        var hasZ = code & 0x8000_0000 != 0
        var hasM = code & 0x4000_0000 != 0
        let number = code & 0x1FFF_FFFF
        if number / 1_000 == 1 || number / 1_000 == 3 { hasZ = true }
        if number / 1_000 == 2 || number / 1_000 == 3 { hasM = true }
        let types: [GeometryType] = [
            .point, .lineString, .polygon, .multiPoint, .multiLineString, .multiPolygon, .geometryCollection,
        ]
        let others = [
            8: "CircularString", 9: "CompoundCurve", 10: "CurvePolygon", 11: "MultiCurve", 12: "MultiSurface",
            13: "Curve", 14: "Surface", 15: "PolyhedralSurface", 16: "TIN", 17: "Triangle",
        ]
        let base = Int(number % 1_000)
        if number < 4_000, let name = others[base] {
            throw GeometryRules.otherType(name, .wkb, place(begins))
        }
        guard number < 4_000, base >= 1, base <= types.count else {
            throw problem(
                "the geometry type \(code) is unknown", at: begins,
                hint: "1 is a Point, 2 a LineString, 3 a Polygon, 4 to 7 are collections of them")
        }
        var srid: Int?
        if code & 0x2000_0000 != 0 {
            try need(4)
            srid = Int(Int32(bitPattern: word(isLittle)))
            if srid == 0 { srid = nil }
        }
        return Head(
            isLittle: isLittle, type: types[base - 1], srid: srid, hasZ: hasZ,
            ordinates: 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0))
    }

    /// Four bytes that are known to be there.
    private mutating func word(_ isLittle: Bool) -> UInt32 {
        let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        offset += 4
        return isLittle ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
    }

    /// Eight bytes that are known to be there.
    @inline(__always)
    private mutating func double(_ isLittle: Bool) -> Double {
        let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset += 8
        return Double(bitPattern: isLittle ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
    }

    /// A count of things that take at least so many bytes each: one that cannot be is said before anything is read.
    private mutating func count(_ head: Head, of things: String, atLeast size: Int) throws(Problem) -> Int {
        try need(4)
        let begins = offset
        let count = Int(word(head.isLittle))
        guard count <= (bytes.count - offset) / size else {
            throw problem(
                "\(count) \(things) are announced, but \(bytes.count - offset) bytes are left", at: begins,
                hint: "the value was cut off or damaged; export it again")
        }
        return count
    }

    private mutating func content(_ head: Head, depth: Int) throws(Problem) {
        sink.beginGeometry()
        switch head.type {
        case .point: try point(head, part: nil)
        case .lineString: try line(head, .line, part: nil, ring: nil)
        case .polygon: try rings(head, part: nil)
        case .multiPoint:
            path.begin(.points, part: nil, ring: nil)
            let isEmpty = try members(head, .point) { reader, member, _ throws(Problem) in
                try reader.position(member, mayBeEmpty: true)
            }
            if !isEmpty { try path.end() }
        case .multiLineString:
            let isEmpty = try members(head, .lineString) { reader, member, i throws(Problem) in
                try reader.line(member, .line, part: i, ring: nil)
                return true
            }
            if !isEmpty { sink.endGroup() }
        case .multiPolygon:
            _ = try members(head, .polygon) { reader, member, i throws(Problem) in
                try reader.rings(member, part: i)
                return true
            }
        case .geometryCollection:
            guard depth < GeometryRules.deepestCollection else {
                throw problem(
                    "collections are nested more than \(GeometryRules.deepestCollection) deep",
                    hint: "put the geometries into one collection")
            }
            for _ in 0..<(try count(head, of: "geometries", atLeast: 9)) {
                try content(try self.head(), depth: depth + 1)
            }
        }
        sink.endGeometry(head.type)
    }

    /// The members of a collection of one type; true when there are none, or none that is not empty.
    private mutating func members(
        _ head: Head, _ type: GeometryType,
        _ body: (inout BinaryReader, Head, Int) throws(Problem) -> Bool
    ) throws(Problem) -> Bool {
        var isEmpty = true
        for i in 0..<(try count(head, of: "members", atLeast: 9)) {
            let begins = offset + 1
            let member = try self.head()
            guard member.type == type else {
                throw problem(
                    "a \(member.type.rawValue) stands in a \(head.type.rawValue), which holds \(type.rawValue)s only",
                    at: begins)
            }
            if try body(&self, member, i) { isEmpty = false }
        }
        return isEmpty
    }

    private mutating func point(_ head: Head, part: Int?) throws(Problem) {
        path.begin(.point, part: part, ring: nil)
        if try position(head, mayBeEmpty: true) { try path.end() }
    }

    /// A position into the path; false for an empty point.
    @inline(__always)
    private mutating func position(_ head: Head, mayBeEmpty: Bool) throws(Problem) -> Bool {
        if mayBeEmpty { try need(8 * head.ordinates) }
        let begins = offset
        let (x, y) = (double(head.isLittle), double(head.isLittle))
        if mayBeEmpty, x.isNaN, y.isNaN {
            offset += 8 * (head.ordinates - 2)
            return false
        }
        var more: [Double] = []
        var height: Double?
        if head.ordinates > 2 {
            for _ in 2..<head.ordinates { more.append(double(head.isLittle)) }
            if head.hasZ { height = more[0] }
        }
        do throws(Problem) {
            try path.add(x, y, height: height, more: more)
        } catch {
            throw error.located { $0.offset = begins }
        }
        return true
    }

    private mutating func line(
        _ head: Head, _ role: PathWriter.Role, part: Int?, ring: Int?
    ) throws(Problem) {
        let begins = offset
        let count = try count(head, of: "positions", atLeast: 8 * head.ordinates)
        // A line without positions is empty, as in text; a ring without any is a mistake.
        if count == 0, role == .line { return part == nil ? () : sink.endPath() }
        path.begin(role, part: part, ring: ring)
        for _ in 0..<count { _ = try position(head, mayBeEmpty: false) }
        do throws(Problem) {
            try path.end()
        } catch {
            throw error.located { $0.offset = $0.offset ?? begins }
        }
    }

    private mutating func rings(_ head: Head, part: Int?) throws(Problem) {
        let count = try count(head, of: "rings", atLeast: 4)
        for i in 0..<count { try line(head, .ring, part: part, ring: i) }
        if count > 0 || part != nil { sink.endGroup() }
    }
}
