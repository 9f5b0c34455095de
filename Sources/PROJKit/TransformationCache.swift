// Transformations kept for the next time, for one task.

public import KGeoCore

/// Keeps the transformations a task has used, for making one costs 1–2 ms. It belongs to that task.
public final class TransformationCache {
    private struct Key: Hashable {
        let source, target: CRS
        let allowBallpark: Bool
    }

    /// A class, because a dictionary cannot hold a value that cannot be copied.
    private final class Entry {
        let transformation: Transformation
        init(_ transformation: consuming Transformation) { self.transformation = transformation }
    }

    private var entries: [Key: Entry] = [:]

    /// An empty cache.
    public init() {}

    /// How many transformations it keeps.
    public var count: Int { entries.count }

    /// Lends the transformation between two systems, made now if it is needed for the first time.
    /// - Throws: what `Transformation.init` throws, and what `body` throws; a failure is not kept.
    public func withTransformation<Result>(
        from source: CRS, to target: CRS, allowBallpark: Bool = false,
        _ body: (borrowing Transformation) throws(Problem) -> Result
    ) throws(Problem) -> Result {
        let key = Key(source: source, target: target, allowBallpark: allowBallpark)
        let entry: Entry
        if let known = entries[key] {
            entry = known
        } else {
            entry = Entry(try Transformation(from: source, to: target, allowBallpark: allowBallpark))
            entries[key] = entry
        }
        return try body(entry.transformation)
    }
}

@available(*, unavailable, message: "a cache of transformations belongs to one task")
extension TransformationCache: Sendable {}
