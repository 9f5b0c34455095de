// How often the stated 95 % interval holds: outlines displaced by fields drawn at random, each held against it.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// What was displaced, and how often the interval held.
public struct CoverageRow: Hashable, Sendable {
    /// What was measured.
    public enum Quantity: String, CaseIterable, Hashable, Sendable {
        case area, share, change, length
    }

    /// What was measured.
    public var quantity: Quantity
    /// σ and ℓ of the line, in m.
    public var sigma, correlationLength: Double
    /// The value and its standard error: m², for a share fractions of 1, for a length m.
    public var value, u: Double
    /// The standard deviation of the displaced values, and by how much their mean is off.
    public var deviation, mean: Double
    /// How many of the displaced values lie within two standard errors, from 0 to 1.
    public var covered: Double
    /// Whether the error is said to hold.
    public var isFirstOrder: Bool
}

/// Displaces the outline of a ground and sees whether its stated error holds.
public struct Coverage: Sendable {
    private let ground, older, whole: [ControlPart]
    private let ruler: Double

    /// A ground to displace.
    ///
    /// - Parameters:
    ///   - older: the same side's ground of an earlier day, for the change; empty for none.
    ///   - whole: the ground of which it is a share, drawn without error; empty for none.
    ///   - ruler: with which the length of the outline is walked, in m.
    public init(of ground: [ControlPart], older: [ControlPart] = [], whole: [ControlPart] = [], ruler: Double)
        throws(Problem)
    {
        func free(_ parts: [ControlPart]) throws(Problem) -> [ControlPart] {
            let dissolved = try Dissolve.union(parts.flatMap(\.polygons))
            return [ControlPart(polygons: dissolved.polygons, boundaryError: nil)]
        }
        self.ground = try free(ground)
        self.older = older.isEmpty ? [] : try free(older)
        self.whole = whole
        self.ruler = ruler
    }

    /// How often the intervals hold with one σ and ℓ, in m.
    public func rows(sigma: Double, correlationLength: Double, fields: Int) throws(Problem) -> [CoverageRow] {
        let trial = Trial(sigma: sigma, correlationLength: correlationLength, fields: fields)
        let control = ControlAreaMeasurer(settings: trial.settings)
        let now = try control.measure(ground)
        var rows: [CoverageRow] = []
        if older.isEmpty {
            rows.append(
                trial.row(.area, now.value, trial.changes([now.outlineRings])[0], holds: now.isFirstOrder))
        } else {
            let before = try control.measure(older)
            let both = trial.changes([now.outlineRings, before.outlineRings])
            rows.append(trial.row(.area, now.value, both[0], holds: now.isFirstOrder))
            if let change = try control.change(
                from: MeasuredGround(before, parts: older), to: MeasuredGround(now, parts: ground))
            {
                rows.append(
                    trial.row(
                        .change, change.net,
                        zip(both[0], both[1]).map { $0 - $1 },
                        holds: now.isFirstOrder && before.isFirstOrder))
            }
        }
        if let share = try share(trial) { rows.append(share) }
        let line = ContactLine(of: now, with: nil)
        // Round a small ground a ruler does not go.
        guard line.metres(rulers: [ruler])[0] > 0 else { return rows }
        let error = line.error(ruler: ruler)
        let changes = LineSimulation(
            line.chains(ruler: ruler), correlationLength: correlationLength, fields: fields
        ).changes
        rows.append(
            trial.row(
                .length, line.metres(rulers: [ruler])[0], error.u, changes, holds: error.isFirstOrder))
        return rows
    }

    private func share(_ trial: Trial) throws(Problem) -> CoverageRow? {
        guard !whole.isEmpty else { return nil }
        let borders = whole.map {
            KnownLine(geometry: .multiPolygon(MultiPolygon($0.polygons)), boundaryError: 0)
        }
        let share = try ControlAreaMeasurer(borders: borders, settings: trial.settings).share(
            of: ground, in: whole.map { ControlPart(polygons: $0.polygons, boundaryError: 0) })
        guard let value = share.share else { return nil }
        let area = share.whole.value.value
        return trial.row(
            .share, value, trial.changes([share.covered.outlineRings])[0].map { $0 / area },
            holds: share.covered.isFirstOrder)
    }

    /// One σ and ℓ.
    private struct Trial {
        let sigma, correlationLength: Double
        let fields: Int

        var settings: ErrorSettings {
            ErrorSettings(boundaryError: sigma, correlationLength: correlationLength)
        }

        func changes(_ rings: [[OutlineError.OutlineRing]]) -> [[Double]] {
            GroundSimulation(rings, correlationLength: correlationLength, fields: fields).changes
        }

        func row(
            _ quantity: CoverageRow.Quantity, _ value: MeasuredValue, _ changes: [Double], holds: Bool
        ) -> CoverageRow {
            row(quantity, value.value, value.boundaryU, changes, holds: holds)
        }

        func row(
            _ quantity: CoverageRow.Quantity, _ value: Double, _ u: Double, _ changes: [Double], holds: Bool
        ) -> CoverageRow {
            let count = Double(max(1, changes.count))
            let mean = changes.reduce(0, +) / count
            return CoverageRow(
                quantity: quantity, sigma: sigma, correlationLength: correlationLength, value: value, u: u,
                deviation: (changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot(),
                mean: mean, covered: Double(changes.count { abs($0) <= 2 * u }) / count, isFirstOrder: holds)
        }
    }
}
