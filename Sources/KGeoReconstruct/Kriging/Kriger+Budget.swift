// How far kriged ground may be off, and what changes of the evidence make of it.

package import KGeoCore
internal import KGeoMeasure

extension Kriger {
    /// How far from its own value the range is tried, as factors.
    public static let rangeFactors = [0.8, 1.25]

    /// The error of a map and what changes of the evidence make of it.
    ///
    /// - Parameters:
    ///   - trials: krigers of further ranges.
    ///   - without: the settlements when a class of evidence is left out; empty when none is left.
    /// - Throws: as `reconstruct`.
    package func budget(
        of result: Reconstruction, definitions: [Counting], trials: [Kriger] = [],
        without: [(evidenceClass: String, sites: [Site])] = []
    ) throws(Problem) -> ReconstructionBudget {
        var line: [Counting: Double] = [:]
        var rest: [Counting: Double] = [:]
        for counting in definitions {
            guard let draws = result.kriged?.simulated[counting] else { continue }
            // Where nothing is drawn there is no line: half of what the draws find at most.
            let u = result.squareMetres(counting) > 0 ? draws.u : draws.high95 / 2
            let lines = result.fronts(around: counting).map {
                LineField.Line(places: $0.line, sigma: $0.sigma)
            }
            let own = min(u, LineField.u(lines, correlationLength: model.lineCorrelationLength))
            line[counting] = own
            rest[counting] = (u * u - own * own).squareRoot()
        }
        var changes: [ReconstructionTrial] = []
        func tried(_ change: String, _ sites: [Site], by kriger: Kriger) throws(Problem) {
            let areas = try kriger.squareMetres(sites, counting: definitions)
            changes.append(
                ReconstructionTrial(
                    change: change, squareMetres: Dictionary(uniqueKeysWithValues: zip(definitions, areas)),
                    siteCount: sites.count))
        }
        for kriger in trials {
            try tried("range \(Reconstructor.kilometres(kriger.model.range))", result.sites, by: kriger)
        }
        for (evidenceClass, sites) in without where sites.count > 1 {
            try tried("without class \"\(evidenceClass)\"", sites, by: self)
        }
        return ReconstructionBudget(
            parts: [
                ReconstructionErrorPart(reason: "line of even chance", u: line),
                ReconstructionErrorPart(reason: "ground that the line does not show", u: rest),
            ],
            trials: changes)
    }
}
