// Directions as words of the compass.

/// The compass with 16 winds.
public enum Wind {
    private static let names = [
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
    ]

    /// A direction as a word, such as `WSW`.
    ///
    /// - Parameter azimuth: degrees clockwise from north, of any size.
    public static func name(_ azimuth: Double) -> String {
        let turn = Int((azimuth / 22.5).rounded())
        return names[((turn % 16) + 16) % 16]
    }
}
