// What moves with a field at a place of an outline: the weights of one ground or of two.

/// What a metre of displacement outward does along a stretch: lengths times σ, in m².
///
/// `line` and `border` are of the line's own error, `maker` of the part by which mapmakers differ over long stretches.
struct FieldWeight: Hashable, Sendable {
    /// One of the three.
    enum Kind: Sendable { case line, border, maker }

    var line = 0.0
    var border = 0.0
    var maker = 0.0

    subscript(_ kind: Kind) -> Double {
        switch kind {
        case .line: line
        case .border: border
        case .maker: maker
        }
    }

    static func += (a: inout FieldWeight, b: FieldWeight) {
        a.line += b.line
        a.border += b.border
        a.maker += b.maker
    }

    static func * (a: FieldWeight, factor: Double) -> FieldWeight {
        FieldWeight(line: a.line * factor, border: a.border * factor, maker: a.maker * factor)
    }
}

/// One of two grounds whose outlines lie in one field.
enum Ground: Int, Sendable { case first, second }

/// The weights of two grounds at one place.
struct GroundWeights: Hashable, Sendable {
    private var first = FieldWeight()
    private var second = FieldWeight()

    init(_ weight: FieldWeight, of ground: Ground) {
        switch ground {
        case .first: first = weight
        case .second: second = weight
        }
    }

    subscript(_ ground: Ground) -> FieldWeight { ground == .first ? first : second }

    static func += (a: inout GroundWeights, b: GroundWeights) {
        a.first += b.first
        a.second += b.second
    }

    /// All of them, without their signs.
    var size: Double {
        abs(first.line) + abs(first.border) + abs(first.maker) + abs(second.line) + abs(second.border)
            + abs(second.maker)
    }
}

/// A place of an outline and the weights of the stretch around it.
struct FieldNode: Hashable, Sendable {
    var place: EdgeIndex.Vector
    var weights: GroundWeights
    /// The length of the stretch, in m, where nodes must tell two lines apart that lie nearer to each other than nodes do; 0
    /// where the middle of a stretch stands for it.
    var metres = 0.0
}
