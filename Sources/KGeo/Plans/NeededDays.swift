// Which days of maps a claim hangs on: those that the check would choose among all of them.

package import KGeoCore

/// Chooses among the days of a maker's maps. Whatever else is there beside the days chosen changes no finding.
package struct NeededDays {
    /// The days of the maps, each once, earliest first.
    private let known: [CalendarDate]

    /// By how many days, at most, a map may be earlier than its day.
    private let lag: Int

    /// A choice among some days.
    ///
    /// - Parameter lag: by how many days, at most, a map may be earlier than its day.
    package init(among days: [CalendarDate], lag: Int) {
        known = Set(days).sorted()
        self.lag = lag
    }

    /// Over so many days the speed of a front is taken, from which the class of a map follows.
    private static let fortnight = 14

    /// The days that a claim hangs on, with those from which the classes of its maps follow.
    package func days(of claim: Claim) -> Set<CalendarDate> {
        let own = own(claim)
        return own.union(own.flatMap(speed))
    }

    /// The days whose maps are measured for a claim.
    package func own(_ claim: Claim) -> Set<CalendarDate> {
        guard !known.isEmpty else { return [] }
        let isChange = claim.kind == .rate || [.gained, .lost, .net, .total].contains(claim.measure)
        guard let period = claim.period, claim.asOf == nil || isChange || claim.measure != .held else {
            guard let day = claim.asOf else { return Set(known) }
            // What was until a day.
            guard claim.measure == .held || isChange else {
                return Set(known.filter { $0 <= day }).union(around(day))
            }
            return around(day)
        }
        guard isChange else {
            let inside = known.filter(period.contains)
            return inside.isEmpty ? around(period.lowerBound) : Set(inside)
        }
        let before = CalendarDate(dayNumber: period.lowerBound.dayNumber - 1)
        let ends = around(before).union(around(period.upperBound))
        guard claim.measure == .total, let first = ends.min(), let last = ends.max() else { return ends }
        return Set(known.filter { (first...last).contains($0) })
    }

    /// The days of the maps that bracket a day, and of that which is surely not earlier.
    private func around(_ day: CalendarDate) -> Set<CalendarDate> {
        var days: Set<CalendarDate> = []
        if let before = known.last(where: { $0 <= day }) { days.insert(before) }
        for lag in 0...lag {
            let sure = CalendarDate(dayNumber: day.dayNumber + lag)
            if let after = known.first(where: { $0 >= sure }) { days.insert(after) }
        }
        return days
    }

    /// The days between which the speed of the front around a day is taken.
    private func speed(_ day: CalendarDate) -> [CalendarDate] {
        let fortnight = day.dayNumber / Self.fortnight
        let (begin, end) = (fortnight * Self.fortnight, (fortnight + 1) * Self.fortnight)
        let from = known.last { $0.dayNumber < begin } ?? known.first
        let to = known.last { $0.dayNumber < end && $0 != from } ?? known.first { $0.dayNumber >= end }
        return [from, to].compactMap(\.self)
    }
}
