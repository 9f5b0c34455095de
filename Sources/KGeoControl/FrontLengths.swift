// The lengths of a contact line at several rulers, the law fitted to them, and the ruler that a length implies.

internal import KGeoCore
public import KGeoMeasure

/// How long a contact line is at each ruler.
public struct FrontLengths: Sendable {
    /// The ruler at which lengths on maps of different makers compare, in m: as drawn, and at rulers as fine as their
    /// edges, they differ by how finely each is drawn.
    public static let comparisonRuler = 20_000.0
    /// The rulers and the lengths at them, in m.
    package let lengths: [(ruler: Double, length: Double)]
    /// The law fitted to them; nil without a line or with fewer than two rulers that it fills.
    public let fit: RichardsonFit?
    /// The error of the line as drawn.
    public let error: LineError
    /// The error of its length at each ruler.
    public let errors: [LineError]
    /// Length of the longest stretch, in m.
    public let longest: Double
    /// The middle of the lengths of its edges, in m: finer than that nothing is drawn. Nil without a line.
    public let detail: Double?

    /// Walks a line with some rulers, in m.
    public init(_ line: ContactLine, rulers: [Double]) {
        lengths = Array(zip(rulers, line.metres(rulers: rulers)))
        errors = rulers.map { line.error(ruler: $0) }
        // A ruler that goes fewer than three times into the longest stretch says nothing of its form, and one
        // below the middle of the edges walks along straight lines that are the drawing's, not the front's.
        longest = line.stretches.first?.metres ?? 0
        detail = Self.detail(line)
        let (longest, detail) = (self.longest, self.detail ?? 0)
        let fitting = lengths.filter { 3 * $0.ruler <= longest }
        // A line of a few long edges is straight at every ruler.
        fit = RichardsonFit(fitting.filter { $0.ruler >= detail }) ?? RichardsonFit(fitting)
        error = line.error()
    }

    /// Whether the law is fitted to the length at a ruler.
    public func isInFit(_ ruler: Double) -> Bool { fit?.rulers.contains(ruler) ?? false }

    private static func detail(_ line: ContactLine) -> Double? {
        let edges = line.stretches.flatMap { stretch in
            zip(stretch.places, stretch.places.dropFirst()).map { Measuring.distance($0, $1) }
        }.sorted()
        return edges.isEmpty ? nil : edges[edges.count / 2]
    }
}
