// Nothing drawn is not zero: up to how much ground a map does not resolve.

/// The bound of an area of which a map draws nothing.
public enum NothingDrawn {
    /// How much ground may be there that the map does not show, in m²: a disc of radius 2σ around each place where it
    /// might be, around one at least. It is no 95 % bound.
    ///
    /// - Parameters:
    ///   - places: how many places of the region lie within 2σ of the other side's nearest drawn ground, or are named in
    ///     evidence as contested.
    ///   - sigma: of the drawn line, mapmaker's part included, in m.
    public static func upperBound(places: Int, sigma: Double) -> Double {
        Double(max(1, places)) * .pi * 4 * sigma * sigma
    }
}
