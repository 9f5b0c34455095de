// Every number with a unit, share and bare number of a text, also those that are no claims by themselves: what the
// rules of reading choose from.

public import KGeoCore

/// A figure of a text, or a number that another sentence may make one.
public struct FoundFigure: Hashable, Sendable {
    /// The figure with what its own sentence says. Its unit and kind are guesses while `isBare`.
    public var claim: ExtractedClaim
    /// Whether its own sentence makes it a claim.
    public var isClaim: Bool
    /// Whether it has no unit of its own, and no other figure of its sentence gives it one.
    public var isBare: Bool
    /// Whether a unit is written with it.
    public var hasUnit: Bool
    /// A part written as a fraction: "a fifth".
    public var isFraction: Bool
    /// A number of settlements, whose unit means nothing.
    public var isCount = false
    /// Where it stands in the visible text, in Unicode code points.
    public var start, end: Int
    /// Where it begins with the words that qualify it, and where it ends with its brackets and rate.
    public var lead, after: Int
}

/// The visible text of an input with the figures in it.
public struct FiguredText: Sendable {
    /// The visible text, without markup. A record separator (U+001E) ends a block, a unit separator (U+001F) a cell of a
    /// table of Markdown.
    public var scalars: [Unicode.Scalar]
    /// The figures in order.
    public var figures: [FoundFigure]
    private let source: SourceText

    init(scalars: [Unicode.Scalar], figures: [FoundFigure], source: SourceText) {
        (self.scalars, self.figures, self.source) = (scalars, figures, source)
    }

    /// Where a span of the visible text stands in the input as given, in Unicode code points.
    public func raw(_ span: Range<Int>) -> Range<Int> {
        let start = source.rawStart(span.lowerBound)
        return start..<max(start, source.rawEnd(span.upperBound))
    }

    /// A span of the visible text.
    public func text(_ span: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[span.clamped(to: 0..<scalars.count)])
        return String(text)
    }
}
