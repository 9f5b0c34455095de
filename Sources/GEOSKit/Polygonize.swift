// The faces that lines cut the plane into.

internal import CGEOS
public import KGeoCore

extension Context {
    /// The surfaces that lines enclose, each once and without overlap. Stands for `GEOSPolygonize_r`.
    ///
    /// Lines meet only at their ends: unite them first (`Shape.unaryUnion`), so that every crossing is an end.
    /// What encloses nothing, such as a line that ends in the open, is left out.
    /// - Throws: a problem `geos` when GEOS fails.
    public func faces(enclosedBy lines: [Shape]) throws(Problem) -> [Polygon] {
        let operation = "find the surfaces that lines enclose"
        for line in lines { try requireOwn(line, operation) }
        let pointers: [OpaquePointer?] = lines.map(\.pointer)
        let answer = withExtendedLifetime(lines) {
            pointers.withUnsafeBufferPointer { buffer in
                call { GEOSPolygonize_r($0, buffer.baseAddress, UInt32(buffer.count)) }
            }
        }
        return try shape(answer, operation).polygons()
    }
}
