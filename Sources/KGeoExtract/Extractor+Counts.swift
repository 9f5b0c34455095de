// Numbers of settlements as values of their own.

public import KGeoCore

extension Extractor {
    /// The numbers of settlements of a text, in order.
    public func counts(in text: String) -> [ExtractedCount] {
        let figured = figures(in: text, withCounts: true, countsAlone: true)
        return figured.figures.filter(\.isCount).map { figured.count($0) }
    }
}

extension FiguredText {
    /// A number of settlements as a part of the text as given.
    package func count(_ figure: FoundFigure) -> ExtractedCount {
        let words = text(figure.start..<figure.end).split(whereSeparator: \.isWhitespace)
        return ExtractedCount(
            low: figure.claim.low, high: figure.claim.high, qualifier: figure.claim.qualifier,
            noun: words.last.map(String.init) ?? "", quote: figure.claim.quote, start: figure.claim.start,
            end: figure.claim.end)
    }
}
