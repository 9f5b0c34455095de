// A figure as written, and what the words of a language must be able to say of it.

public import KGeoCore

/// A figure as written: its numbers, its unit and its qualifier.
public struct PrintedFigure: Hashable, Sendable {
    /// One number, or two for a range, the lower first, in `unit`.
    public var numbers: [PrintedNumber]
    /// The unit of the numbers.
    public var unit: MeasureUnit
    /// How the words qualify it: about, at least, …
    public var qualifier: Qualifier
    /// The same figure in a second unit, in parentheses behind: "1,294 km² (500 sq mi)".
    public var equivalent: Claim.Equivalent?

    /// A figure from its parts.
    public init(
        numbers: [PrintedNumber], unit: MeasureUnit, qualifier: Qualifier, equivalent: Claim.Equivalent? = nil
    ) {
        self.numbers = numbers
        self.unit = unit
        self.qualifier = qualifier
        self.equivalent = equivalent
    }
}

/// The words of figures in a language: numbers, units and qualifiers as people write them.
///
/// The tables and the grammar stand in KGeoExtract, which reads texts with them; whatever is typed or kept in a
/// table is read by the same ones, so that one phrase has one meaning.
public protocol FigureWords: Sendable {
    /// The figure of a short text such as `about 1,300 km2`, `between 100 and 400 square miles`, `≈ 20 %`, `a third`.
    ///
    /// - Throws: a problem with code `claim` that says which part could not be read.
    func figure(_ text: String) throws(Problem) -> PrintedFigure

    /// The unit that a text names, such as `km²`, `sq. mi`, `per cent`, or a name of the unit table such as `km2/day`;
    /// nil when it names none.
    func unit(_ text: String) -> MeasureUnit?

    /// What words such as `close to` say of a number; nil when they say nothing.
    func qualifier(_ text: String) -> Qualifier?
}
