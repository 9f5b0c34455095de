// A scenario's own claim of a figure in words, for a reader of the text.

package import KGeoArticle
internal import KGeoCore
internal import KGeoVerdict

extension OwnClaim {
    /// How the scenario holds the figure: `the scenario holds it as "own": about 1,300 km², of 2024-08-21`.
    package var words: String {
        var text = "the scenario holds it as \"\(claim.id)\": "
        if differences.contains(.kind) { text += "a \(claim.kind.rawValue) of " }
        text += Figures.said(claim)
        if claim.measure != .held { text += ", \(claim.measure.rawValue)" }
        if let asOf = claim.asOf { text += ", of \(asOf)" }
        if let period = claim.period { text += ", of \(period.lowerBound) to \(period.upperBound)" }
        guard !differences.isEmpty else { return text }
        let what = differences.map(\.rawValue).joined(separator: " and ")
        return text + "; the text's own \(what) \(differences.count == 1 ? "is" : "are") what is judged"
    }
}
