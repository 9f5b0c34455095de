// Files of which the areas must not be measured as if all were held: found by a look at their bytes.

public import KGeoCore
internal import KGeoImport
public import KGeoJSON
internal import SystemC

/// Known makers' files in which not every area is held by one side.
public enum MixedGround {
    /// The largest file that is looked at, in bytes; a map of a day is far below.
    public static let largest = 16 << 20

    /// Refuses such a file.
    ///
    /// - Throws: a problem that names what measures it; or as reading does.
    public static func refuse(_ source: ByteSource, reader: ReaderOptions) throws(Problem) {
        let bytes: [UInt8]
        do { bytes = try source.readBytes(limit: largest) } catch { return }
        guard mayFit(bytes) else { return }
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
    private static let marks: [UInt8: [[UInt8]]] = {
        let words = MapProfile.table.filter { !$0.isHeldThroughout }.flatMap(\.grounds).flatMap(\.values)
        let spellings = Set(words + words.map { $0.uppercased() })
        return Dictionary(grouping: spellings.map { Array("\($0)\"".utf8) }) { $0.first ?? quote }
    }()

    private static let quote = UInt8(ascii: "\"")

    /// Whether one of the words stands anywhere as a whole text.
    private static func mayFit(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { text in
            guard var at = text.baseAddress else { return false }
            let end = at + text.count
            while let mark = memchr(at, Int32(quote), end - at) {
                at = UnsafeRawPointer(mark) + 1
                guard at < end else { return false }
                for word in marks[at.load(as: UInt8.self)] ?? [] where word.count <= end - at {
                    if memcmp(at, word, word.count) == 0 { return true }
                }
            }
            return false
        }
    }
}
