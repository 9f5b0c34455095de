// What validate asks of a geometry while its positions come by: winding, precision, and a sketch for the rules of roles.

internal import KGeoCore
internal import KGeoJSON

/// Looks at one geometry after another and holds none.
final class StructureSink: GeometrySink {
    /// What was seen of one feature's geometry.
    struct Finding {
        /// How many rings run against the right-hand rule (RFC 7946 §3.1.6).
        var wrongWindings = 0
        /// Whether a position has more than nine decimals.
        var hasExcessPrecision = false
        /// A geometry of the same type that is empty where the feature's is, with one position of each of its
        /// geometries at most; nil without a geometry.
        var sketch: Geometry?
    }

    /// A geometry that has begun; a member of a collection lies on it.
    private struct Frame {
        var ring = 0
        var wrongWindings = 0
        /// Of the sketch: whether it has its position, and the list around that.
        var hasPosition = false
        var hasGroup = false
    }

    private let builder = GeometryBuilder()
    private var frames: [Frame] = []
    private var turn = TurnSum()
    private var isPathEmpty = true
    private var finding = Finding()

    /// What was seen since the last call.
    func take() -> Finding {
        defer { finding = Finding() }
        finding.sketch = builder.take()
        return finding
    }

    func beginGeometry() {
        frames.append(Frame())
        builder.beginGeometry()
        startPath()
    }

    func positions(_ block: Span<Coordinate>) {
        guard let frame = frames.last, !block.isEmpty else { return }
        if isPathEmpty, !frame.hasPosition { builder.positions(block.extracting(first: 1)) }
        isPathEmpty = false
        turn.add(block)
        if !finding.hasExcessPrecision { finding.hasExcessPrecision = Self.hasExcess(block) }
    }

    func endPath() {
        guard !frames.isEmpty else { return }
        let top = frames.count - 1
        if (turn.turn >= 0) != (frames[top].ring == 0) { frames[top].wrongWindings += 1 }
        frames[top].ring += 1
        if !frames[top].hasPosition {
            builder.endPath()
            frames[top].hasPosition = !isPathEmpty
        }
        startPath()
    }

    func endGroup() {
        guard !frames.isEmpty else { return }
        let top = frames.count - 1
        frames[top].ring = 0
        guard !frames[top].hasGroup else { return }
        builder.endGroup()
        frames[top].hasGroup = frames[top].hasPosition
    }

    func endGeometry(_ type: GeometryType) {
        guard let frame = frames.popLast() else { return }
        if type == .polygon || type == .multiPolygon { finding.wrongWindings += frame.wrongWindings }
        builder.endGeometry(type)
    }

    func discardGeometry() {
        frames = []
        startPath()
        finding = Finding()
        builder.discardGeometry()
    }

    private func startPath() {
        turn = TurnSum()
        isPathEmpty = true
    }

    private static func hasExcess(_ block: Span<Coordinate>) -> Bool {
        var i = 0
        while i < block.count, !isExcessive(block[i].longitude), !isExcessive(block[i].latitude) { i += 1 }
        return i < block.count
    }

    private static func isExcessive(_ value: Double) -> Bool {
        let scaled = value * 1e9
        return abs(scaled - scaled.rounded()) > 1e-3 && abs(value) > 1e-9
    }
}
