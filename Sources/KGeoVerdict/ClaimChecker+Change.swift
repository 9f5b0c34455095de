// What was gained and lost between two maps, and how fast.

public import KGeoControl
public import KGeoCore
internal import KGeoMeasure
internal import KGeoScenario

extension Claim {
    /// Whether it speaks of the change between two maps.
    var isChange: Bool { kind == .rate || [.gained, .lost, .net, .total].contains(measure) }

    /// The day at whose end a change over a period begins: what happened on the first day belongs to it.
    func dayBefore(_ period: ClosedRange<CalendarDate>) -> CalendarDate {
        CalendarDate(dayNumber: period.lowerBound.dayNumber - 1)
    }
}

extension ClaimChecker {
    /// The change from the state of the first of some maps to that of the last; of a rate over the time between them.
    func change(_ claim: Claim, _ counting: Counting, _ maps: [DatedMap]) throws(Stop) -> MeasuredValue {
        let maps = maps.map { counted($0, counting) }
        guard let first = maps.first, let last = maps.last, let from = first.date, let to = last.date else {
            throw .notCheckable("there are no two maps")
        }
        var value: MeasuredValue
        var stated = 0.0  // variance in m⁴
        /// The part of a map's stated error that falls on some of its ground.
        func add(_ ground: ControlAreaMeasurement, of map: DatedMap) throws(Stop) {
            guard map.features.contains(where: { $0.role == .control }) else { return }
            let whole = try measure(map.features, on: map.date).area.lonlatSquareMetres
            guard whole > 0 else { return }
            let u = scenario.statedError(of: counting, subject: claim.subject, on: map.date)
            let part = u * min(1, ground.area.lonlatSquareMetres / whole)
            stated += part * part
        }
        if claim.measure == .total {
            var gains: [ControlAreaMeasurement] = []
            var holds = true
            for (old, new) in zip(maps, maps.dropFirst()) {
                let step = try change(from: old, to: new)
                gains.append(step.gained)
                holds = holds && step.isFirstOrder
                try add(step.gained, of: new)
            }
            value = measurer.sum(of: gains)
            value.isFirstOrder = holds
            warnOfTotal(holds)
        } else {
            let change = try change(from: first, to: last)
            let part: ControlChange.Part
            switch claim.measure {
            case .lost:
                part = .lost
                value = measurer.sum(of: [change.lost])
                try add(change.lost, of: first)
            case .gained, .mean:
                part = .gained
                value = measurer.sum(of: [change.gained])
                try add(change.gained, of: last)
            default:
                part = .net
                value = change.net
                try add(change.gained, of: last)
                try add(change.lost, of: first)
            }
            value.isFirstOrder = change.isFirstOrder
            try simulate(&value, part, from: first, to: last)
        }
        value.addStated(u: stated.squareRoot())
        (value.fromDate, value.toDate, value.date) = (from, to, to)
        (value.fromFeatures, value.features) = (first.features.map(\.index), last.features.map(\.index))
        guard claim.kind == .rate else { return value }
        let day = 86_400.0
        return value.divided(by: Double(from.days(to: to)) * day, u: MapChange.spanSigmaDays * day)
    }

    /// That a sum of steps is not simulated, where its formula does not hold or that was asked for.
    private func warnOfTotal(_ holds: Bool) {
        guard settings.simulatedFields != nil || !holds else { return }
        measurer.warn(
            "the sum of what every step gained is not simulated: its interval is that of the formula",
            hint: "\"gained\" and \"net\", from the first map to the last, are simulated")
    }

    /// Adds what many fields make of a change, where the formula of the error does not hold or that is asked for.
    private func simulate(
        _ value: inout MeasuredValue, _ part: ControlChange.Part, from old: DatedMap, to new: DatedMap
    ) throws(Stop) {
        let asked = settings.simulatedFields
        guard value.boundaryU > 0, asked != nil || !value.isFirstOrder else { return }
        do throws(Problem) {
            value.simulation = try measurer.simulatedChange(
                part, from: old, to: new, fields: asked ?? GroundSimulation.defaultFields
            ).asMeasured
        } catch {
            throw .problem(error)
        }
    }

    private func change(from old: DatedMap, to new: DatedMap) throws(Stop) -> ControlChange {
        let change: ControlChange?
        do throws(Problem) { change = try measurer.change(from: old, to: new) } catch {
            throw .problem(error)
        }
        guard let change else {
            throw .notCheckable("ground around a pole cannot be laid over other ground")
        }
        return change
    }

    /// The ground that a value was measured on; nil when it is of several maps, of their difference, or of
    /// nothing that has a surface.
    ///
    /// - Throws: a problem when GEOS fails on the map, which it did not when the value was measured.
    public func ground(of value: MeasuredValue, for claim: Claim) throws(Problem) -> ControlAreaMeasurement? {
        func features(_ numbers: [Int]) -> [ScenarioFeature] {
            index.features(numbered: numbers).filter { !($0.geometry?.polygons.isEmpty ?? true) }
        }
        guard claim.isChange else {
            let own = features(value.features)
            return own.isEmpty ? nil : try measurer.measure(own, on: value.date)
        }
        guard claim.measure == .gained || claim.measure == .lost,
            let change = try measurer.change(
                from: DatedMap(date: value.fromDate, features: features(value.fromFeatures)),
                to: DatedMap(date: value.toDate, features: features(value.features)))
        else { return nil }
        return claim.measure == .gained ? change.gained : change.lost
    }

    /// The grounds of the two maps between which a change was measured; nil for other values.
    ///
    /// - Throws: a problem when GEOS fails on a map, which it did not when the value was measured.
    package func ends(
        of value: MeasuredValue
    ) throws(Problem) -> (old: ControlAreaMeasurement, new: ControlAreaMeasurement)? {
        guard value.fromDate != nil, value.toDate != nil else { return nil }
        return (
            try measurer.measure(index.features(numbered: value.fromFeatures), on: value.fromDate),
            try measurer.measure(index.features(numbered: value.features), on: value.toDate)
        )
    }
}
