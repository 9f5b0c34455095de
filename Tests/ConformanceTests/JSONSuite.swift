// Reading the outside suites of JSON and GeoJSON: what the tests of this kind share.

import KGeoCore
import KGeoJSON
import TestSupport

/// Files of `../shared/suites`, and what a reader makes of them.
enum JSONSuite {
    /// The files of a folder by name, in order; none when the folder is missing.
    static func files(_ folder: String, prefix: String = "") -> [String] {
        SharedFolder.files(in: "suites/" + folder).map(name).filter { $0.hasPrefix(prefix) }
    }

    static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// The bytes of a file; none when it is missing.
    static func bytes(_ folder: String, _ name: String) -> [UInt8] {
        SharedFolder.path("suites/\(folder)/\(name)").flatMap(SharedFolder.bytes) ?? []
    }

    /// A document, or what is wrong with it.
    static func read(
        _ bytes: [UInt8], options: ReaderOptions = ReaderOptions(keepsProperties: true)
    ) -> (document: GeoJSONDocument?, notices: [Notice], problem: Problem?) {
        var notices: [Notice] = []
        do {
            let document = try GeoJSONDocument(
                reading: ByteSource(bytes), options: options, notices: &notices)
            return (document, notices, nil)
        } catch {
            return (nil, notices, error)
        }
    }

    /// Passes the bytes through the pull parser as one JSON text, skipping it or keeping it.
    static func scan(_ bytes: [UInt8], keeping: Bool, pieceSize: Int = .max) -> Problem? {
        do throws(Problem) {
            var scanner = JSONScanner(ByteSource(bytes, pieceSize: pieceSize))
            if keeping { _ = try scanner.value() } else { try scanner.skipValue() }
            guard try scanner.isAtEnd() else { throw scanner.unexpected("the end of the text") }
            return nil
        } catch {
            return error
        }
    }
}
