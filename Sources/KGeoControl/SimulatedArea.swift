// What many fields drawn at random make of an area.

public import KGeoCore
internal import KGeoMeasure

/// The changes of an area in many fields.
public struct SimulatedArea: Hashable, Sendable {
    /// Between which the middle 95 % of the changes lie, in m².
    public let middle95: Interval
    /// Their standard deviation, in m².
    public let deviation: Double
    /// How many fields were drawn.
    public let fields: Int

    /// The same beside a value.
    public var asMeasured: MeasuredValue.Simulation {
        MeasuredValue.Simulation(changes: middle95, deviation: deviation, fields: fields)
    }

    init(changes: [Double]) {
        middle95 = GroundSimulation.middle95(changes)
        fields = changes.count
        let mean = changes.reduce(0, +) / Double(max(1, changes.count))
        deviation =
            (changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, changes.count)))
            .squareRoot()
    }
}
