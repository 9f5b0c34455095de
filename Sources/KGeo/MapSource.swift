// Where a map comes from.

internal import KGeoCore
internal import KGeoJSON

/// Where GeoJSON comes from: a file, or bytes or text at hand. Each may be packed with gzip, a text excepted.
///
/// ```swift
/// let source = MapSource.bytes([UInt8](#"{"type":"Point","coordinates":[30,45]}"#.utf8), name: "a point")
/// print(source.name)  // a point
/// ```
public enum MapSource: Hashable, Sendable {
    /// A file by its path. It is read once from beginning to end; areas and lengths of a file larger than memory can be
    /// measured.
    case file(String)
    /// Bytes, and what messages call them.
    case bytes([UInt8], name: String = "memory")
    /// A text, and what messages call it.
    case text(String, name: String = "memory")

    /// What messages call it: the path of a file.
    public var name: String {
        switch self {
        case .file(let path): path
        case .bytes(_, let name), .text(_, let name): name
        }
    }

    /// - Throws: a problem with code `input` when the file cannot be opened.
    func open() throws(Problem) -> ByteSource {
        switch self {
        case .file(let path): try ByteSource(path: path)
        case .bytes(let bytes, let name): ByteSource(bytes, name: name)
        case .text(let text, let name): ByteSource(text: text, name: name)
        }
    }
}
