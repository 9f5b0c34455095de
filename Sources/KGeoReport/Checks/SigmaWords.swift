// How well the drawn line is known, in words: which σ was used, and where it came from.

internal import KGeoControl
internal import KGeoCore
internal import KGeoMeasure
internal import KGeoVerdict

enum SigmaWords {
    /// A clause on what was measured: `the drawn line may be off by σ = 500 m (as the map states)`.
    ///
    /// - Parameters:
    ///   - given: the σ given by the user for lines that state none, in m.
    ///   - option: what the user gives it with.
    static func words(_ values: [MeasuredValue], given: Double?, option: String) -> String {
        let ranges = values.compactMap(\.boundaryErrorRange)
        guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max(), high > 0
        else {
            // Between two places, and along borders alone, no line is drawn that could be off.
            return "no line of it is drawn with an error"
        }
        let classes = values.compactMap(\.errorClass).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        // The σ of an end has no class.
        let named = classes.isEmpty ? "" : ": class \(classes.joined(separator: ", "))"
        let assumed = ErrorClass.meaning + named
        let isAssumed = values.contains(where: \.boundaryErrorAssumed)
        let otherwise = given.map { "\(Figures.short($0)) m" }
        guard low < high else {
            let origin = isAssumed ? assumed : given == low ? "given with \(option)" : "as the map states"
            return "the drawn line may be off by σ = \(Figures.short(low)) m (\(origin))"
        }
        let rest =
            isAssumed
            ? ", where the map does not say \(assumed)"
            : otherwise.map { ", \($0) where the map does not say (\(option))" }
                ?? ", as the map states"
        return "the drawn line's σ varies along it from \(Figures.short(low)) to \(Figures.short(high)) m"
            + rest
    }
}
