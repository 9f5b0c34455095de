// Plain JSON texts (claims, manifests), by the same parser as maps.

public import KGeoCore

/// Reads a JSON text that is not GeoJSON.
public enum JSONText {
    /// The value of a whole text.
    ///
    /// - Throws: the first problem, with line, column and offset.
    public static func value(reading source: ByteSource) throws(Problem) -> JSONValue {
        var scanner = JSONScanner(source)
        _ = try scanner.takeByteOrderMark()
        guard try scanner.next() != 0 else { throw scanner.problem(.json, "the file is empty") }
        let value = try scanner.value()
        guard try scanner.isAtEnd() else {
            throw scanner.problem(.json, "there is more after the end of the JSON text")
        }
        return value
    }
}
