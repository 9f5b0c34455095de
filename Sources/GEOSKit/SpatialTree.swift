// A search tree over boxes: which of many things may be near a place.

internal import CGEOS
public import KGeoCore

/// A packed R-tree over boxes, each with a payload. Stands for `GEOSSTRtree_create_r`.
///
/// What GEOS holds for each box is no pointer to the payload but its number, plus one so that it is never
/// null, in the guise of a pointer; it is never followed. The payloads stay in a Swift array. The rectangles
/// the tree was built from are kept as long as the tree, for the interface of GEOS does not promise that
/// their bounds are copied.
public final class SpatialTree<Payload> {
    /// The context it was made in.
    public let context: Context
    /// The payloads in the order given.
    public let payloads: [Payload]
    private let tree: OpaquePointer
    private let rectangles: [Shape]

    /// A tree over boxes; a box that is empty is never found.
    /// - Throws: `coordinate` for a box with a bound that is no finite number, and `geos` when GEOS fails.
    public init(in context: Context, items: [(box: BoundingBox, payload: Payload)]) throws(Problem) {
        let operation = "build a search tree"
        let nodeCapacity = 10
        var rectangles: [(shape: Shape, number: Int)] = []
        rectangles.reserveCapacity(items.count)
        for (index, item) in items.enumerated() where item.box != BoundingBox() {
            rectangles.append((try Shape(box: item.box, in: context), index + 1))
        }
        tree = try context.pointer(context.call { GEOSSTRtree_create_r($0, nodeCapacity) }, operation)
        self.context = context
        self.rectangles = rectangles.map(\.shape)
        payloads = items.map(\.payload)
        for (rectangle, number) in rectangles {
            let tag = UnsafeMutableRawPointer(bitPattern: number)
            context.call { GEOSSTRtree_insert_r($0, tree, rectangle.pointer, tag) }
            try context.nothingReported(operation)
        }
    }

    deinit {
        withExtendedLifetime((context, rectangles)) { GEOSSTRtree_destroy_r(context.handle, tree) }
    }

    /// The payloads whose boxes share at least a point with the box, in the order given.
    /// Stands for `GEOSSTRtree_query_r`.
    /// - Throws: `coordinate` for a box with a bound that is no finite number, and `geos` when GEOS fails.
    public func query(_ box: BoundingBox) throws(Problem) -> [Payload] {
        guard box != BoundingBox(), !rectangles.isEmpty else { return [] }
        let rectangle = try Shape(box: box, in: context)
        var found = Found()
        withExtendedLifetime((self, rectangle)) {
            context.call { handle in
                withUnsafeMutablePointer(to: &found) {
                    GEOSSTRtree_query_r(
                        handle, tree, rectangle.pointer,
                        { tag, found in
                            found?.assumingMemoryBound(to: Found.self).pointee.numbers.append(
                                Int(bitPattern: tag))
                        }, $0)
                }
            }
        }
        try context.nothingReported("search a tree")
        return found.numbers.sorted().map { payloads[$0 - 1] }
    }
}

@available(*, unavailable, message: "a search tree belongs to its context's task")
extension SpatialTree: Sendable {}

/// The numbers met during one search.
private struct Found {
    var numbers: [Int] = []
}
