// The σ for which a verdict holds, beside those by which mapmakers differ, in words.

package import KGeoCore

/// How far a verdict bears, in words.
package enum SigmaRange {
    /// Such as `holds up to 2.75 km; mapmakers differ by 0.53–1.75 km`; nil where no σ of a line matters.
    package static func words(_ row: DefinitionFinding, _ benchmark: Interval?) -> String? {
        guard let range = row.sigmaHolds else { return nil }
        let holds =
            if !range.high.isFinite {
                range.low > 0 ? "holds above σ = \(metres(range.low))" : "holds whatever σ is"
            } else if range.low > 0 {
                "holds from σ = \(metres(range.low)) to \(metres(range.high))"
            } else {
                "holds up to σ = \(metres(range.high))"
            }
        return benchmark.map { "\(holds); \(words(benchmark: $0))" } ?? holds
    }

    /// Such as `mapmakers differ by 0.53–1.75 km`.
    package static func words(benchmark: Interval) -> String {
        "mapmakers differ by \(Figures.fixed(benchmark.low / 1e3, 2))–\(Figures.fixed(benchmark.high / 1e3, 2)) km"
    }

    /// A σ as printed.
    package static func metres(_ value: Double) -> String {
        value >= 1_000 ? Figures.short(value / 1_000) + " km" : Figures.fixed(value, 0) + " m"
    }
}
