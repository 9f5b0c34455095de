// Files of which the areas must not be measured as if all were held: found by a look at their bytes.

public import KGeoCore
internal import KGeoImport
public import KGeoJSON
internal import SystemC

/// Known makers' files in which not every area is held by one side.
public enum MixedGround {
    /// The largest file that is looked at, in bytes; a map of a day is far below.
    public static let largest = 16 << 20

    /// How much of a file of many, or of a stream, is looked at for a maker's words.
    private static let head = 1 << 18

    /// Refuses such a file. What was looked at can be read from the source again.
    ///
    /// - Parameter looksAtHead: whether only a file in whose first part a maker's words stand is looked at in whole; a
    ///   stream of features on lines of their own is no maker's, and is not waited for.
    /// - Throws: a problem that names what measures it; or as reading does.
    public static func refuse(
        _ source: ByteSource, reader: ReaderOptions, looksAtHead: Bool = false
    ) throws(Problem) {
        let bytes: [UInt8]
        do throws(Problem) {
            if looksAtHead {
                guard mayBeMap(try source.peek(64)), mayFit(try source.peek(head)) else { return }
            }
            bytes = try source.peek(largest + 1)
        } catch { return }
        guard bytes.count <= largest, mayFit(bytes) else { return }
        let map: OpenedMap
        // What is wrong with the file, measuring says.
        do {
            map = try OpenedMap(reading: ByteSource(bytes, name: source.name), reader: reader)
        } catch { return }
        guard let profile = map.profile, !profile.isHeldThroughout else { return }
        throw Problem(
            .scenario,
            "this is a map with ground of several kinds (\(profile.words)), and the sum of its areas is nobody's",
            remedy:
                "\(.checkArea) FILE gives the ground by side and status; \(.asDrawn) measures every area all the same"
        ).inFile(source.name)
    }

    /// The words of the profiles as they stand in a file, behind their quotation mark, by their first byte.
    private static let marks: [[[UInt8]]] = {
        let words = MapProfile.table.filter { !$0.isHeldThroughout }.flatMap(\.grounds).flatMap(\.values)
        let spellings = Set(words + words.map { $0.uppercased() })
        var marks = [[[UInt8]]](repeating: [], count: 256)
        for word in spellings.map({ Array("\($0)\"".utf8) }) { marks[Int(word.first ?? quote)].append(word) }
        return marks
    }()

    private static let quote = UInt8(ascii: "\"")

    /// Whether a text may begin a collection, wrapped or not: it is an object and no single feature.
    private static func mayBeMap(_ bytes: [UInt8]) -> Bool {
        let text = bytes.prefix(64).filter { $0 > UInt8(ascii: " ") }
        return text.starts(with: "{".utf8) && !text.starts(with: #"{"type":"Feature""#.utf8)
    }

    /// Whether one of the words stands anywhere as a whole text.
    private static func mayFit(_ bytes: [UInt8]) -> Bool {
        let marks = marks
        return bytes.withUnsafeBytes { text in
            guard var at = text.baseAddress else { return false }
            let end = at + text.count
            while let mark = memchr(at, Int32(quote), end - at) {
                at = UnsafeRawPointer(mark) + 1
                guard at < end else { return false }
                for word in marks[Int(at.load(as: UInt8.self))] where word.count <= end - at {
                    if memcmp(at, word, word.count) == 0 { return true }
                }
            }
            return false
        }
    }
}
