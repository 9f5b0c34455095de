// What a reader gave for a text: the common ground of the tests of this room.

import KGeoCore
import KGeoJSON
import Testing

/// Everything a reader gave for a text, up to its end or its first problem.
struct Reading: Hashable {
    var features: [Feature] = []
    var collection = CollectionRecord()
    var notices: [Notice] = []
    /// The problems met; one at most unless the reader was asked to go on.
    var problems: [Problem] = []

    var problem: Problem? { problems.first }
    var geometries: [Geometry?] { features.map(\.geometry) }

    /// Reads bytes that arrive in pieces, through a window of some size.
    init(
        _ bytes: [UInt8], options: ReaderOptions = ReaderOptions(keepsProperties: true),
        pieceSize: Int = .max,
        window: Int = 1 << 20, goesOn: Bool = false
    ) {
        var reader = GeoJSONReader(ByteSource(bytes, pieceSize: pieceSize), options: options, window: window)
        let builder = GeometryBuilder()
        while true {
            do {
                guard let record = try reader.nextFeature(into: builder) else { break }
                features.append(Feature(record: record, geometry: builder.take()))
            } catch {
                problems.append(error)
                guard goesOn, problems.count < 1_000, reader.recover(from: error) else { break }
            }
        }
        collection = reader.collection
        notices = reader.notices
    }

    init(
        _ text: String, options: ReaderOptions = ReaderOptions(keepsProperties: true), pieceSize: Int = .max,
        window: Int = 1 << 20, goesOn: Bool = false
    ) {
        self.init(Array(text.utf8), options: options, pieceSize: pieceSize, window: window, goesOn: goesOn)
    }
}

/// The one geometry of a text that holds a bare geometry.
func geometry(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Geometry {
    let reading = Reading(text)
    #expect(reading.problem == nil, "\(text)", sourceLocation: sourceLocation)
    return try #require(reading.features.first?.geometry, "\(text)", sourceLocation: sourceLocation)
}

/// The problem with a text.
func problem(
    _ text: String, options: ReaderOptions = ReaderOptions(keepsProperties: true),
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Problem {
    try #require(Reading(text, options: options).problem, "\(text)", sourceLocation: sourceLocation)
}

/// A feature around a geometry.
func feature(_ geometry: String, id: String? = nil) -> String {
    "{\"type\":\"Feature\"," + (id.map { "\"id\":\"\($0)\"," } ?? "")
        + "\"properties\":{},\"geometry\":\(geometry)}"
}

/// A collection of features.
func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[" + features.joined(separator: ",") + "]}"
}

/// A text with its quotes written as apostrophes, for legible JSON in tests.
func json(_ text: String) -> String { String(text.map { $0 == "'" ? "\"" : $0 }) }

/// A sink that writes down what it is told.
final class RecordingSink: GeometrySink {
    var events: [String] = []
    var blocks: [Int] = []
    var coordinates: [Coordinate] = []
    var heights: [[Double]] = []
    let wantsFurtherOrdinates: Bool

    init(wantsFurtherOrdinates: Bool = false) { self.wantsFurtherOrdinates = wantsFurtherOrdinates }

    func beginGeometry() { events.append("begin") }
    func positions(_ block: Span<Coordinate>) {
        events.append("positions")
        blocks.append(block.count)
        for i in block.indices { coordinates.append(block[i]) }
    }
    func furtherOrdinates(_ lists: [[Double]]) {
        events.append("further")
        heights += lists
    }
    func endPath() { events.append("path") }
    func endGroup() { events.append("group") }
    func endGeometry(_ type: GeometryType) { events.append(type.rawValue) }
    func discardGeometry() { events.append("discard") }
}

/// A generator of numbers that are the same on every run (SplitMix64, Steele, Lea & Flood 2014).
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
