// What many fields drawn at random make of an area.

public import KGeoCore
internal import KGeoMeasure

/// The changes of an area in many fields.
public struct SimulatedArea: Hashable, Sendable {
    /// Between which the middle 95 % of the changes lie, in m²: those of the outline's σ, and of every smaller one.
    ///
    /// σ says how far a line may be off. Ground narrower than that can only vanish where its outline moves inward, and grows
    /// without end where it moves outward; so with a σ large enough all fields make it grow. Who knows a line less well does
    /// not know for that reason that there is more ground: what a smaller σ leaves possible, a larger one does too.
    public let middle95: Interval
    /// Their standard deviation, in m².
    public let deviation: Double
    /// How many fields were drawn.
    public let fields: Int

    /// The same beside a value.
    public var asMeasured: MeasuredValue.Simulation {
        MeasuredValue.Simulation(changes: middle95, deviation: deviation, fields: fields)
    }

    /// The next smaller σ that is looked at, as a factor, and how many there are at most: down to a hundredth.
    private static let step = 0.7
    private static let mostSteps = 13

    /// The smaller σ that are looked at, as factors: until the formula holds, from where on less is lost with a smaller one.
    static func smaller(until holds: (Double) -> Bool) -> [Double] {
        var factors: [Double] = []
        var factor = 1.0
        while factors.count < mostSteps, !holds(factor) {
            factor *= step
            factors.append(factor)
        }
        return factors
    }

    /// Fields on the outlines of some grounds.
    ///
    /// - Parameters:
    ///   - smaller: factors on σ that are looked at too.
    ///   - change: what the changes of the grounds in one field make of the area.
    init(
        _ grounds: [[OutlineError.OutlineRing]], correlationLength: Double, makerCorrelationLength: Double,
        smaller: [Double], fields: Int, seed: UInt64 = GroundSimulation.defaultSeed,
        change: ([Double]) -> Double
    ) {
        let simulation = GroundSimulation(
            grounds, correlationLength: correlationLength, makerCorrelationLength: makerCorrelationLength,
            smaller: smaller, fields: fields, seed: seed)
        func all(_ changes: [[Double]]) -> [Double] {
            (0..<(changes.first?.count ?? 0)).map { field in change(changes.map { $0[field] }) }
        }
        let changes = all(simulation.changes)
        middle95 = simulation.changesOfSmaller.reduce(GroundSimulation.middle95(changes)) {
            $0.hull(with: GroundSimulation.middle95(all($1)))
        }
        self.fields = changes.count
        let mean = changes.reduce(0, +) / Double(max(1, changes.count))
        deviation =
            (changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, changes.count)))
            .squareRoot()
    }
}
