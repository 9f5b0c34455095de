// A shape prepared for many questions.

internal import CGEOS
public import KGeoCore

/// A shape with an index of its own, for asking it about many others. Stands for `GEOSPrepare_r`.
///
/// It keeps its shape, and so its context, alive; the questions mean what they mean for `Shape`.
public final class PreparedShape {
    /// The shape it was made from.
    public let shape: Shape
    private let prepared: OpaquePointer

    /// Prepares a shape.
    /// - Throws: a problem `geos` when GEOS fails.
    public init(_ shape: Shape) throws(Problem) {
        let answer = withExtendedLifetime(shape) { shape.context.call { GEOSPrepare_r($0, shape.pointer) } }
        prepared = try shape.context.pointer(answer, "prepare a shape for questions")
        self.shape = shape
    }

    deinit {
        withExtendedLifetime(shape) { GEOSPreparedGeom_destroy_r(shape.context.handle, prepared) }
    }

    /// Whether the two share at least a point. Stands for `GEOSPreparedIntersects_r`.
    /// - Throws: a problem `geos` when GEOS fails; so do all questions here.
    public func intersects(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether two shapes intersect", other, GEOSPreparedIntersects_r)
    }

    /// Whether no point of the other lies outside this one, and some lie inside.
    /// Stands for `GEOSPreparedContains_r`.
    public func contains(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether a shape contains another", other, GEOSPreparedContains_r)
    }

    /// Whether no point of the other lies outside this one. Stands for `GEOSPreparedCovers_r`.
    public func covers(_ other: Shape) throws(Problem) -> Bool {
        try ask("ask whether a shape covers another", other, GEOSPreparedCovers_r)
    }

    /// Whether a place lies inside; one on the outline does not.
    /// Stands for `GEOSPreparedContains_r` with a point made for the call.
    /// - Throws: `coordinate` for an ordinate that is no finite number.
    public func contains(_ place: Coordinate) throws(Problem) -> Bool {
        try contains(Shape(point: place, in: shape.context))
    }

    /// Whether a place lies inside or on the outline.
    /// Stands for `GEOSPreparedCovers_r` with a point made for the call.
    /// - Throws: `coordinate` for an ordinate that is no finite number.
    public func covers(_ place: Coordinate) throws(Problem) -> Bool {
        try covers(Shape(point: place, in: shape.context))
    }

    private func ask(
        _ operation: String, _ other: Shape,
        _ function: (_ handle: OpaquePointer, _ prepared: OpaquePointer, _ b: OpaquePointer) -> CChar
    ) throws(Problem) -> Bool {
        try shape.context.requireOwn(other, operation)
        let answer = withExtendedLifetime((self, other)) {
            shape.context.call { function($0, prepared, other.pointer) }
        }
        return try shape.context.truth(answer, operation)
    }
}

@available(*, unavailable, message: "a prepared shape belongs to its context's task")
extension PreparedShape: Sendable {}
