// Geometries in well-known binary and text (OGC 06-103r4, ISO 19125-1; EWKB and EWKT of PostGIS), strictly read into
// the sinks that GeoJSON is read into.

public import KGeoCore

/// What a well-known geometry tells beside its positions.
public struct WellKnownRecord: Hashable, Sendable {
    /// Its type.
    public var type: GeometryType
    /// The number of its reference system (EWKB, EWKT); nil where none is given, or 0.
    public var srid: Int?
}

/// Reads geometries in well-known binary (WKB, EWKB) and text (WKT, EWKT), one at a time.
///
/// Binary: both byte orders, mixed within one geometry too; types 1 to 7; Z and M in ISO's and PostGIS's way; a point
/// of two NaN is an empty point. Text: types in any case, with or without `Z`, `M`, `ZM`; `EMPTY`; points of a
/// MultiPoint with or without brackets. Curves, triangles and surfaces of several patches are refused by name.
/// Positions are converted and checked as the options say: what the sink gets is in WGS84 degrees, finite and in range.
public struct WellKnownReader {
    private let path: PathWriter

    /// A reader that treats positions as GeoJSON's reader does with the same options.
    public init(options: ReaderOptions = ReaderOptions()) { path = PathWriter(options) }

    /// Reads a geometry in binary.
    ///
    /// - Throws: a problem (`wkb`, `coordinate`, `crs`) that says at which byte, and in which part, ring and vertex. The
    ///   sink has then been told to discard the geometry.
    public func read(binary bytes: Span<UInt8>, into sink: any GeometrySink) throws(Problem)
        -> WellKnownRecord
    {
        try guarded(sink) { () throws(Problem) in
            try bytes.withUnsafeBytes { bytes throws(Problem) in
                var reader = BinaryReader(bytes, path, sink)
                return try reader.whole()
            }
        }
    }

    /// Reads a geometry in text: well-known text, or well-known binary in hexadecimal digits, with or without `\x` or
    /// `0x` before them.
    ///
    /// - Throws: a problem (`wkt`, `wkb`, `coordinate`, `crs`) that says at which byte, and in which part, ring and
    ///   vertex. The sink has then been told to discard the geometry.
    public func read(text bytes: Span<UInt8>, into sink: any GeometrySink) throws(Problem) -> WellKnownRecord
    {
        try guarded(sink) { () throws(Problem) in
            try bytes.withUnsafeBytes { text throws(Problem) in
                guard let digits = Hexadecimal.digits(in: text) else {
                    var reader = TextReader(text, path, sink)
                    return try reader.whole()
                }
                let binary = try Hexadecimal.bytes(text, digits)
                do throws(Problem) {
                    return try binary.span.withUnsafeBytes { bytes throws(Problem) in
                        var reader = BinaryReader(bytes, path, sink)
                        return try reader.whole()
                    }
                } catch {
                    // Two digits stand for a byte.
                    throw error.located { $0.offset = $0.offset.map { digits.lowerBound + 2 * $0 } }
                }
            }
        }
    }

    private func guarded(
        _ sink: any GeometrySink, _ body: () throws(Problem) -> WellKnownRecord
    ) throws(Problem) -> WellKnownRecord {
        path.start(sink)
        do {
            return try body()
        } catch {
            sink.discardGeometry()
            throw error
        }
    }
}
