// Length of a geometry as a reader hands it over.

public import KGeoCore

/// Measures one geometry after another: lines alone count; a surface has a perimeter, not a length.
public final class LengthSink: GeometrySink {
    private var line = EdgeRun(measuresArea: false)
    private var pending = 0.0
    private var pendingVertices = 0
    private var total = Total()
    private var pendingNotes: [RingNote] = []
    private var notes: [RingNote] = []

    /// What lines have together.
    public struct Total: Hashable, Sendable {
        /// Length with geodesic edges, in m.
        public var metres = 0.0
        /// Vertices of the lines.
        public var vertices = 0
    }

    /// A sink that has measured nothing.
    public init() {}

    /// Length with geodesic edges in m, and vertices, since the last call; both are then forgotten.
    public func take() -> Total {
        defer { total = Total() }
        return total
    }

    /// The notes on edges since the last call, which are then forgotten.
    public func takeNotes() -> [RingNote] {
        defer { notes = [] }
        return notes
    }

    public func beginGeometry() { reset() }
    public func positions(_ block: Span<Coordinate>) { line.add(block) }
    public func endPath() {
        line.finish()
        pending += line.metres
        pendingVertices += line.count
        if !line.notes.isEmpty { pendingNotes += line.notes }
        line.reset()
    }
    public func endGroup() {}
    public func endGeometry(_ type: GeometryType) {
        if type == .lineString || type == .multiLineString {
            total.metres += pending
            total.vertices += pendingVertices
            notes += pendingNotes
        }
        reset()
    }
    public func discardGeometry() {
        reset()
        total = Total()
        notes = []
    }
    private func reset() {
        line.reset()
        pending = 0
        pendingVertices = 0
        pendingNotes = []
    }
}
