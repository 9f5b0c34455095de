// How far a reconstructed area may be off: the front between settlements, their reach, their places, and what
// each class of evidence does.

public import KGeoCore
internal import KGeoMeasure
internal import SystemC

/// One part of the error of a reconstructed area.
public struct ReconstructionErrorPart: Hashable, Sendable {
    /// What is uncertain, in words.
    public var reason: String
    /// Standard error, in m², for each definition; empty when the settlements do not say.
    public var u: [Counting: Double]
}

/// What a change of the evidence or the reach makes of the areas.
public struct ReconstructionTrial: Hashable, Sendable {
    /// What was changed, in words.
    public var change: String
    /// The areas, in m², for each definition.
    public var squareMetres: [Counting: Double]
    /// How many settlements were used.
    public var siteCount: Int
}

/// The error budget of a reconstruction.
public struct ReconstructionBudget: Hashable, Sendable {
    /// Independent parts: their squares add up.
    public var parts: [ReconstructionErrorPart]
    /// What changes do; not part of the error.
    public var trials: [ReconstructionTrial]

    /// Standard error of a definition's area, in m².
    public func u(_ counting: Counting) -> Double {
        parts.reduce(0) { $0 + ($1.u[counting] ?? 0) * ($1.u[counting] ?? 0) }.squareRoot()
    }

    /// The parts that an outline with a front cannot carry: all but the front's own.
    public func uBesideFront(_ counting: Counting) -> Double {
        parts.dropFirst().reduce(0) { $0 + ($1.u[counting] ?? 0) * ($1.u[counting] ?? 0) }.squareRoot()
    }
}

extension Reconstructor {
    /// How many times the settlements are moved within the error of their places.
    public static let draws = 60

    /// The error of a reconstruction and what changes of the evidence make of it.
    ///
    /// - Parameters:
    ///   - reaches: further reaches to try, in m.
    ///   - sitesWithout: the settlements when a class of evidence is left out; nil when none is left.
    /// - Throws: a problem when GEOS fails.
    package func budget(
        of result: Reconstruction, _ settings: ReconstructionSettings, definitions: [Counting],
        reaches: [Double] = [], without: [(evidenceClass: String, sites: [Site])] = []
    ) throws(Problem) -> ReconstructionBudget {
        let sites = result.sites + result.sitesWithoutGround
        func areas(_ sites: [Site], _ reach: Double?) throws(Problem) -> [Counting: Double] {
            let found = try squareMetres(sites, reach: reach, counting: definitions)
            return Dictionary(uniqueKeysWithValues: zip(definitions, found))
        }
        var parts = [
            ReconstructionErrorPart(
                reason: "front between settlements",
                u: Dictionary(uniqueKeysWithValues: definitions.map { ($0, result.frontU($0)) }))
        ]
        var trials: [(reach: Double, trial: ReconstructionTrial)] = []
        if let reach = settings.reach {
            let tried = try ReconstructionSettings.reachFactors.map { factor throws(Problem) in
                ReconstructionTrial(
                    change: "reach \(Self.kilometres(reach * factor))",
                    squareMetres: try areas(sites, reach * factor), siteCount: sites.count)
            }
            parts.append(
                ReconstructionErrorPart(
                    reason: "reach of a settlement",
                    u: Dictionary(
                        uniqueKeysWithValues: definitions.map { counting in
                            let values = tried.compactMap { $0.squareMetres[counting] }
                            let range = (values.max() ?? 0) - (values.min() ?? 0)
                            return (counting, range / 2 / 3.0.squareRoot())
                        })))
            trials += tried.enumerated().map { (reach * ReconstructionSettings.reachFactors[$0], $1) }
        }
        let moved = try moved(sites, settings.reach, definitions)
        parts.append(ReconstructionErrorPart(reason: "places of settlements", u: moved))
        for reach in reaches where !trials.contains(where: { $0.reach == reach }) {
            trials.append(
                (
                    reach,
                    ReconstructionTrial(
                        change: "reach \(Self.kilometres(reach))", squareMetres: try areas(sites, reach),
                        siteCount: sites.count)
                ))
        }
        trials.sort { $0.reach < $1.reach }
        var changes = trials.map(\.trial)
        for (evidenceClass, sites) in without where sites.count > 1 {
            changes.append(
                ReconstructionTrial(
                    change: "without class \"\(evidenceClass)\"",
                    squareMetres: try areas(sites, settings.reach), siteCount: sites.count))
        }
        return ReconstructionBudget(parts: parts, trials: changes)
    }

    /// The standard deviation of each area when every settlement is moved at random within the error of its
    /// place, none when no place has one: a known sequence, so that the answer is always the same.
    private func moved(
        _ sites: [Site], _ reach: Double?, _ definitions: [Counting]
    ) throws(Problem) -> [Counting: Double] {
        guard sites.contains(where: { $0.coordinateError > 0 }) else { return [:] }
        var random = SplitMix(state: 20_240_806)
        var squares = [Double](repeating: 0, count: definitions.count)
        let here = try squareMetres(sites, reach: reach, counting: definitions)
        for _ in 0..<Self.draws {
            // Uniform in a disc around each place.
            let shifts = sites.map { site in
                let (r, turn) = (
                    random.unit().squareRoot() * site.coordinateError, 2 * Double.pi * random.unit()
                )
                return (east: r * sin(turn), north: r * cos(turn))
            }
            let areas = try squareMetres(sites, reach: reach, counting: definitions, shifts: shifts)
            for (i, value) in areas.enumerated() {
                squares[i] += (value - here[i]) * (value - here[i])
            }
        }
        let n = Double(Self.draws)
        return Dictionary(
            uniqueKeysWithValues: definitions.indices.map { i in
                // The mean square about the area as it is, not about the mean: a bias is an error as well.
                (definitions[i], (squares[i] / n).squareRoot())
            })
    }

    static func kilometres(_ metres: Double) -> String { "\(JSONNumber(metres / 1_000).text) km" }
}
