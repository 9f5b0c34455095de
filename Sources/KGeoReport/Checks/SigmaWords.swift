// How well the drawn line is known, in words: which σ was used, and where it came from.

internal import KGeoControl
internal import KGeoCore
internal import KGeoVerdict

enum SigmaWords {
    /// A clause on what was measured: `the drawn line may be off by σ = 250 m (assumed: …)`.
    ///
    /// - Parameter given: the σ given on the command line for lines that state none, in m.
    static func words(_ values: [MeasuredValue], given: Double?) -> String {
        let ranges = values.compactMap(\.boundaryErrorRange)
        guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max(), high > 0
        else {
            // Between two places, and along borders alone, no line is drawn that could be off.
            return "no line of it is drawn with an error"
        }
        let isAssumed = values.contains(where: \.boundaryErrorAssumed)
        let otherwise = given.map { "\(Figures.short($0)) m" }
        guard low < high else {
            let origin =
                isAssumed
                ? "assumed: the map does not say how exact its lines are"
                : given == low ? "given with --boundary-error" : "as the map states"
            return "the drawn line may be off by σ = \(Figures.short(low)) m (\(origin))"
        }
        let rest =
            isAssumed
            ? ", \(Figures.short(ErrorSettings.assumedBoundaryError)) m where the map does not say"
            : otherwise.map { ", \($0) where the map does not say (--boundary-error)" }
                ?? ", as the map states"
        return "the drawn line's σ varies along it from \(Figures.short(low)) to \(Figures.short(high)) m"
            + rest
    }
}
