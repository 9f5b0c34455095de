// A figure, or a number of settlements, with what it is a measure of.

public import KGeoCore

/// A figure of a text with its reading.
public struct ReadFigure: Sendable {
    /// The figure as found, with its kind and unit as read.
    public var claim: ExtractedClaim
    /// What it says.
    public var reading: Reading
}

/// A number of settlements of a text with its reading.
public struct ReadCount: Sendable {
    /// The number as found.
    public var count: ExtractedCount
    /// What it says: the same parts as of an area, which is taken, lost or held with them.
    public var reading: Reading
}
