// Shapefiles, GeoPackages and FlatGeobuf files wherever a GeoJSON is read: turned into one by GDAL on the way.

public import KGeoCore
public import KGeoJSON
internal import SystemC

/// A file in one of GDAL's formats, to be read as if it were GeoJSON.
public struct GDALSource: Hashable, Sendable {
    /// Which layer, where the file has several.
    public var layer: String?
    /// The encoding of the texts beside a Shapefile, where no file says it.
    public var encoding: String?
    /// Whether the reader converts positions itself, so that GDAL is to leave them as they are.
    public var keepsSystem: Bool

    /// What a file has become.
    public struct Opened {
        /// Its features as GeoJSON, a feature a line.
        public let source: ByteSource
        /// What is to be known of how it was read.
        public let notices: [Notice]
    }

    /// A wish from its parts.
    public init(layer: String? = nil, encoding: String? = nil, keepsSystem: Bool = false) {
        self.layer = layer
        self.encoding = encoding
        self.keepsSystem = keepsSystem
    }

    /// Whether a file begins as one of these formats does.
    public static func isMeant(by head: [UInt8]) -> Bool {
        GDALMap.kind(by: head) != nil
    }

    /// The features of a file as GeoJSON.
    ///
    /// - Parameters:
    ///   - name: what the file is called in messages.
    ///   - folder: a folder of one's own for files in between; they are removed.
    /// - Throws: a problem when GDAL is not installed or fails (with its words), or the layer is not clear.
    public func open(
        path: String, name: String, folder: String
    ) throws(Problem) -> Opened {
        do throws(Problem) {
            return try opened(path, name, folder)
        } catch { throw error.located { $0.file = name } }
    }

    private func opened(
        _ path: String, _ name: String, _ folder: String
    ) throws(Problem) -> Opened {
        let kind = try GDALMap.kind(of: path)
        try GDALMap.check(encoding, kind, path)
        var map = ImportedMap(file: name, kind: kind)
        let output = folder + "/layer.geojsonl"
        // Whoever has the file open goes on reading it.
        defer { unlink(FileName.bytes(output)) }
        let words = try GDALMap.convert(
            path, layer: layer, encoding: encoding, keepsSystem ? [] : ["-t_srs", "EPSG:4326"], to: output,
            folder)
        if let words { map.say(.note, "GDAL says: \(words)") }
        if kind == "Shapefile" {
            // Its rings may be wound in no order; a file without places in it is left to its reader.
            if var document = try? GeoJSONDocument(
                reading: ByteSource(path: output), options: ReaderOptions(keepsProperties: true))
            {
                let before = map.notices.count
                ShapefileRings.arrange(&document, &map)
                if map.notices.count > before { try Self.write(document, to: output) }
            }
        }
        return Opened(
            source: try ByteSource(path: output, name: name, original: path), notices: map.notices)
    }

    private static func write(_ document: GeoJSONDocument, to path: String) throws(Problem) {
        let text = GeoJSONWriter(options: WriterOptions(precision: nil, followsRightHandRule: false)).text(
            document)
        let file = SystemC.open(FileName.bytes(path), O_WRONLY | O_TRUNC | O_CLOEXEC)
        defer { if file >= 0 { _ = close(file) } }
        var bytes = Array(text.utf8)[...]
        while file >= 0, !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { SystemC.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            bytes = bytes.dropFirst(count)
        }
        guard bytes.isEmpty else {
            throw Problem(
                .outputWrite, "a temporary file cannot be written: \(String(cString: strerror(errno)))")
        }
    }
}
