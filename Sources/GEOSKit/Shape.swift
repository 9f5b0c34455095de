// The owner of one geometry in GEOS.

internal import CGEOS

/// A geometry in GEOS's memory: planar, with longitude as x and latitude as y, in degrees.
///
/// A shape never changes; operations return new shapes. It keeps its context alive and frees its memory when
/// the last reference to it goes. Two shapes that meet in an operation must come from the same context.
public final class Shape {
    /// The context it was made in.
    public let context: Context
    /// The geometry in C (`GEOSGeometry *`), freed in `deinit`.
    let pointer: OpaquePointer

    /// Takes over a geometry that GEOS gave away.
    init(adopting pointer: OpaquePointer, in context: Context) {
        self.pointer = pointer
        self.context = context
    }

    deinit {
        withExtendedLifetime(context) { GEOSGeom_destroy_r(context.handle, pointer) }
    }
}

@available(*, unavailable, message: "a shape belongs to its context's task; let values travel instead")
extension Shape: Sendable {}
