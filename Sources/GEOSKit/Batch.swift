// Geometries under way from Swift to GEOS: ours until GEOS takes them over.

internal import CGEOS

/// Owns geometries that are about to become parts of another. What GEOS has not taken over by the time the
/// batch goes is freed.
final class Batch {
    private let context: Context
    private var pointers: [OpaquePointer] = []

    /// An empty batch.
    init(in context: Context, capacity: Int) {
        self.context = context
        pointers.reserveCapacity(capacity)
    }

    deinit {
        withExtendedLifetime(context) {
            for pointer in pointers { GEOSGeom_destroy_r(context.handle, pointer) }
        }
    }

    /// Takes one more geometry.
    func add(_ pointer: OpaquePointer) { pointers.append(pointer) }

    /// Hands all of them out. From here on they are GEOS's: a `create…` function takes over what it is given
    /// even when it fails, so they are not freed again.
    func give() -> [OpaquePointer?] {
        defer { pointers = [] }
        return pointers
    }
}
