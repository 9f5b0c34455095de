// What a map holds without any claim: a row per date, status and holder.

public import KGeoControl
public import KGeoCore
internal import KGeoScenario

/// The ground of one status of one holder on one day.
public struct StatusGround: Hashable, Sendable {
    /// Who holds it; nil when the map does not say.
    public var holder: String?
    /// The status as kgeo counts it, or as the file words it.
    public var status: String
    /// The ground as it was measured.
    public var ground: ControlAreaMeasurement
}

extension ClaimChecker {
    /// The areas of all control features: a row per date, holder and status, and where a date has several
    /// statuses a row for all that count as held or contested.
    ///
    /// - Throws: a problem when GEOS fails on the map.
    public func statusTable(asOf: CalendarDate? = nil) throws(Problem) -> [StatusArea] {
        let control = scenario.features.filter { $0.role == .control }
        var rows: [StatusArea] = []
        for map in Scenario.maps(control) where asOf == nil || map.date == asOf {
            for holder in ordered(map.features.map(\.holder)) {
                let held = map.features.filter { $0.holder == holder }
                let statuses = ordered(held.map(word))
                for status in statuses.sorted(by: { rank($0) < rank($1) }) {
                    rows.append(
                        try row(
                            map.date, holder, status,
                            held.filter { word($0) == status }))
                }
                let counted = held.filter { $0.status == .controlled || $0.status == .contested }
                if Set(counted.map(\.status)).count > 1 {
                    rows.append(try row(map.date, holder, Counting.controlledAndContested.label, counted))
                }
            }
        }
        return rows
    }

    /// The ground of each holder and status on one day, as it is measured for the table.
    ///
    /// - Parameter date: nil for the map without a date.
    /// - Throws: a problem when GEOS fails on the map.
    public func statusGrounds(on date: CalendarDate?) throws(Problem) -> [StatusGround] {
        let control = scenario.features.filter { $0.role == .control }
        var grounds: [StatusGround] = []
        for map in Scenario.maps(control, including: [date].compactMap(\.self)) where map.date == date {
            for holder in ordered(map.features.map(\.holder)) {
                let held = map.features.filter { $0.holder == holder }
                for status in ordered(held.map(word)).sorted(by: { rank($0) < rank($1) }) {
                    let ground = try measurer.measure(held.filter { word($0) == status }, on: map.date)
                    grounds.append(StatusGround(holder: holder, status: status, ground: ground))
                }
            }
        }
        return grounds
    }

    private func row(
        _ date: CalendarDate?, _ holder: String?, _ status: String, _ features: [ScenarioFeature]
    ) throws(Problem) -> StatusArea {
        let measured = try measurer.measure(features, on: date)
        var value = measured.value
        value.date = date
        if let counting = Counting(label: status) {
            let subject = Subject(holder: holder)
            value.addStated(u: scenario.statedError(of: counting, subject: subject, on: date))
        }
        return StatusArea(
            date: date, holder: holder, status: status, featureCount: features.count, area: measured.area,
            value: value)
    }

    /// The status as kgeo counts it, else as the file words it.
    private func word(_ feature: ScenarioFeature) -> String {
        feature.status?.rawValue ?? feature.statusText ?? ""
    }

    private func rank(_ status: String) -> Int {
        Status(rawValue: status).flatMap(Status.allCases.firstIndex) ?? Status.allCases.count
    }

    private func ordered<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
