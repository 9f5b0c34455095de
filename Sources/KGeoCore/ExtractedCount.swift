// A number of settlements that a text gives: no measure of ground, and counted on a map all the same.

/// A number of settlements in a text: "captured 28 villages", "dozens of towns".
public struct ExtractedCount: Hashable, Sendable, Codable {
    /// How many at least, and at most; infinite when it is vague.
    public var low, high: Double
    /// The words around the number that say how exact it is.
    public var qualifier: Qualifier
    /// What is counted, as printed: "villages".
    public var noun: String
    /// The number and what it counts as printed.
    public var quote: String
    /// Where the quote stands, in Unicode code points of the text as given.
    public var start, end: Int
    /// Whether how many is only hinted at: "dozens of villages". The number is then the least that the word may mean.
    public var isVague: Bool { high.isInfinite }

    /// A count from its parts.
    ///
    /// - Parameters:
    ///   - low, high: how many, equal where one number is given.
    ///   - noun: what is counted.
    ///   - start, end: where the quote stands, in Unicode code points.
    public init(
        low: Double, high: Double, qualifier: Qualifier, noun: String, quote: String, start: Int, end: Int
    ) {
        (self.low, self.high, self.qualifier, self.noun) = (low, high, qualifier, noun)
        (self.quote, self.start, self.end) = (quote, start, end)
    }
}
