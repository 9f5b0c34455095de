// A stretch of a large file, read by one of several readers at once.
//
// Where a feature begins in the middle of a file cannot be known without reading all that stands before it: what
// looks like a feature may stand inside a text or a property. So a chunk is a guess. It says where its first feature
// would begin and where the next would, as the one strict reader finds it; a reader that has come to a place uses
// the chunk that begins exactly there, and no other. What a reader finds next depends on its place and surroundings
// alone, so such a chunk holds what reading on would have given, and a wrong guess costs time but changes nothing.

package import KGeoCore
internal import SystemC

/// Features that were read from the middle of a file.
package struct FeatureChunk: Sendable {
    /// The byte at which the first of them begins.
    package let start: Int
    /// How many they are. Reading stops before a feature with any fault or notice that counts: it must be read in
    /// its order.
    package private(set) var count = 0
    /// The place right behind the last of them; line and column are counted from `start`.
    package private(set) var end: TextPosition
    /// Where the first feature beyond the chunk begins; nil when reading stopped before.
    package private(set) var next: TextPosition?
    /// Whether there were positions among them.
    package private(set) var hadPositions = false

    /// How many guesses a chunk makes where a feature might begin.
    private static let guesses = 4

    /// Reads features that begin within a range of bytes.
    ///
    /// - Parameters:
    ///   - options: options for this reader alone.
    ///   - isAbandoned: called now and then; once it is true, the chunk is no longer needed.
    ///   - take: gets each feature's record when its geometry has gone to the sink; false when it is to be read
    ///     in its order instead.
    /// - Returns: nil when nothing was read: no feature seems to begin there, or none can be read.
    package static func read(
        _ file: OpenFile, _ range: Range<Int>, in surroundings: FeatureSurroundings, options: ReaderOptions,
        window: Int = 1 << 18, into sink: any GeometrySink, isAbandoned: @escaping @Sendable () -> Bool,
        take: (FeatureRecord) -> Bool
    ) -> FeatureChunk? {
        var from = range.lowerBound
        for _ in 0..<guesses {
            guard
                let start = FeatureStart.first(in: file, from..<range.upperBound, of: surroundings.kind)
            else { return nil }
            var chunk = FeatureChunk(start: start)
            do throws(Problem) {
                let source = ByteSource(
                    file, from: start, limit: range.upperBound, isAbandoned: isAbandoned)
                var reader = try GeoJSONReader(
                    source, at: start, in: surroundings, options: options, window: window)
                try chunk.fill(from: &reader, upTo: range.upperBound, into: sink, take: take)
            } catch {
                // Whatever it is: the reader whose turn it is finds it again, and says it with its place.
            }
            if chunk.count > 0 { return chunk }
            from = start + 1
        }
        return nil
    }

    private init(start: Int) {
        self.start = start
        end = TextPosition(offset: start, line: 1, column: 1)
    }

    private mutating func fill(
        from reader: inout GeoJSONReader, upTo limit: Int, into sink: any GeometrySink,
        take: (FeatureRecord) -> Bool
    ) throws(Problem) {
        let surroundings = reader.surroundings
        while true {
            next = nil
            guard let record = try reader.nextFeature(into: sink), reader.isBehindFeature(in: surroundings),
                !reader.hasNoticeThatCounts, take(record)
            else { return }
            count += 1
            end = reader.scanner.position()
            hadPositions = hadPositions || reader.hasHandedOver
            guard let place = try reader.nextStart(), reader.surroundings == surroundings else { return }
            next = place
            if place.offset >= limit { return }
        }
    }
}

extension GeoJSONReader {
    /// Whether what was read last was one of what stood there before: no text that turned out to be a collection.
    fileprivate func isBehindFeature(in surroundings: FeatureSurroundings?) -> Bool {
        surroundings?.kind == .elements ? state == .afterFeature : state == .afterText
    }

    fileprivate var hasNoticeThatCounts: Bool {
        notices.contains { [.crs, .boundingBox].contains($0.problem.code) }
    }
}

/// Guessing where a feature may begin.
enum FeatureStart {
    /// The first byte in the range that looks like a feature's opening brace: after "}," in an array, after a line
    /// feed or record separator in a sequence, white space aside.
    static func first(in file: OpenFile, _ range: Range<Int>, of kind: FeatureSurroundings.Kind) -> Int? {
        let size = 1 << 14
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        defer { buffer.deallocate() }
        let mark: UInt8 =
            switch kind {
            case .elements: UInt8(ascii: "}")
            case .lines: 0x0A
            case .separatedTexts: 0x1E
            }
        // What stands before the brace may stand before the range.
        var offset = max(0, range.lowerBound - 64)
        var isMarked = false
        var isDue = false
        while offset < range.upperBound,
            let count = try? file.read(buffer, count: min(size, range.upperBound - offset), at: offset),
            count > 0
        {
            var i = 0
            while i < count {
                let byte = buffer[i]
                if byte == mark {
                    isMarked = true
                    isDue = kind != .elements
                } else if !isMarked {
                    guard let found = memchr(buffer + i, CInt(mark), count - i) else { break }
                    i = found - UnsafeMutableRawPointer(buffer)
                    continue
                } else if byte == UInt8(ascii: "{"), isDue {
                    if offset + i >= range.lowerBound { return offset + i }
                    isMarked = false
                } else if byte == UInt8(ascii: ","), kind == .elements, !isDue {
                    isDue = true
                } else if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
                    isMarked = false
                }
                i += 1
            }
            offset += count
        }
        return nil
    }
}
