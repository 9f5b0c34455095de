// A whole GeoJSON text in memory: for scenarios and for writing, not for files larger than memory.

public import KGeoCore

/// One feature with everything it came with.
public struct Feature: Hashable, Sendable {
    /// Its number in the file, id, properties, foreign members.
    public var record: FeatureRecord
    /// Its geometry; nil for a null geometry.
    public var geometry: Geometry?

    /// A feature from its parts.
    public init(record: FeatureRecord, geometry: Geometry?) {
        self.record = record
        self.geometry = geometry
    }

    /// A new feature.
    public init(id: String? = nil, geometry: Geometry?, properties: JSONObject) {
        record = FeatureRecord(index: 0)
        record.id = id.map { .text($0) }
        record.properties = properties
        record.hasGeometry = geometry != nil
        self.geometry = geometry
    }
}

/// A whole GeoJSON text.
public struct GeoJSONDocument: Hashable, Sendable {
    /// What the text was, its foreign members and bounding box.
    public var collection: CollectionRecord
    /// The features in order; a bare geometry is one feature without properties.
    public var features: [Feature]

    /// A document from its parts.
    public init(collection: CollectionRecord = CollectionRecord(), features: [Feature]) {
        self.collection = collection
        self.features = features
    }

    /// Reads a source to its end.
    ///
    /// - Parameter notices: accepted oddities are appended here.
    /// - Throws: the first problem, with its place.
    public init(
        reading source: ByteSource, options: ReaderOptions = ReaderOptions(keepsProperties: true),
        notices: inout [Notice]
    ) throws(Problem) {
        var reader = GeoJSONReader(source, options: options)
        let builder = GeometryBuilder()
        features = []
        while let record = try reader.nextFeature(into: builder) {
            features.append(Feature(record: record, geometry: builder.take()))
        }
        collection = reader.collection
        notices += reader.notices
    }

    /// Reads a source to its end, without its notices.
    public init(
        reading source: ByteSource, options: ReaderOptions = ReaderOptions(keepsProperties: true)
    ) throws(Problem) {
        var notices: [Notice] = []
        try self.init(reading: source, options: options, notices: &notices)
    }
}

/// Builds a `Geometry` from the events of a reader.
public final class GeometryBuilder: GeometrySink {
    private struct Frame {
        var paths: [Positions] = []
        var groups: [[Positions]] = []
        var members: [Geometry] = []
    }
    private var frames: [Frame] = []
    private var coordinates: [Coordinate] = []
    private var further: [[Double]] = []
    private var result: Geometry?

    /// A builder for one geometry after another.
    public init() {}

    /// The geometry built since the last call; nil when there was none.
    public func take() -> Geometry? {
        defer { result = nil }
        return result
    }

    /// All ordinates are kept.
    public var wantsFurtherOrdinates: Bool { true }
    public func beginGeometry() { frames.append(Frame()) }
    public func positions(_ block: Span<Coordinate>) {
        for i in block.indices { coordinates.append(block[i]) }
        if !further.isEmpty { further += Array(repeating: [], count: coordinates.count - further.count) }
    }
    public func furtherOrdinates(_ lists: [[Double]]) {
        let before = coordinates.count - lists.count
        if further.count < before { further += Array(repeating: [], count: before - further.count) }
        further.removeLast(further.count - before)
        further += lists
    }
    public func endPath() {
        guard !frames.isEmpty else { return }
        frames[frames.count - 1].paths.append(Positions(coordinates, furtherOrdinates: further))
        coordinates.removeAll(keepingCapacity: true)
        further.removeAll(keepingCapacity: true)
    }
    public func endGroup() {
        guard !frames.isEmpty else { return }
        frames[frames.count - 1].groups.append(frames[frames.count - 1].paths)
        frames[frames.count - 1].paths = []
    }
    public func endGeometry(_ type: GeometryType) {
        guard let frame = frames.popLast() else { return }
        let path = frame.paths.first ?? Positions([])
        let group = frame.groups.first ?? []
        let geometry: Geometry =
            switch type {
            case .point: .point(path)
            case .multiPoint: .multiPoint(path)
            case .lineString: .lineString(LineString(path))
            case .multiLineString: .multiLineString(group.map { LineString($0) })
            case .polygon: .polygon(Polygon(rings: group.map { Ring($0) }))
            case .multiPolygon:
                .multiPolygon(MultiPolygon(frame.groups.map { Polygon(rings: $0.map { Ring($0) }) }))
            case .geometryCollection: .collection(frame.members)
            }
        if frames.isEmpty {
            result = geometry
        } else {
            frames[frames.count - 1].members.append(geometry)
        }
    }
    public func discardGeometry() {
        frames = []
        coordinates = []
        further = []
        result = nil
    }
}
