// Ground that a map of a day ought to show and does not: not known, which is not an area of 0.

public import KGeoCore

/// A status of which a map says nothing on a day although it should: the layer is not there, or has a new name.
public struct StatusGap: Hashable, Sendable {
    /// The day; nil for a map without one.
    public var date: CalendarDate?
    /// The status whose ground is not known.
    public var status: Status
    /// Whether it stands for the whole status, whatever else of it is drawn; false for one that matters only where
    /// nothing of the status is drawn.
    public var isWhole: Bool
    /// Why, in words.
    public var reason: String

    /// A gap from its parts.
    public init(date: CalendarDate?, status: Status, isWhole: Bool = true, reason: String) {
        self.date = date
        self.status = status
        self.isWhole = isWhole
        self.reason = reason
    }

    /// The warning that is always said where the status is asked for.
    public func notice(_ file: String) -> Notice {
        Notice(
            .warning,
            Problem(
                .gap,
                "\(date.map { "\($0): " } ?? "")\(reason); what is \(status.rawValue) then is not known, and is not 0 km²"
            ).inFile(file))
    }
}

extension Scenario {
    /// The gaps of a day that matter to a way of counting, where some ground of it may be drawn all the same.
    public func gaps(
        on date: CalendarDate?, counting: Counting, drawn: Set<Status>
    ) -> [StatusGap] {
        gaps.filter { gap in
            gap.date == date && counting.statuses.contains(gap.status)
                && (gap.isWhole || drawn.isDisjoint(with: counting.statuses))
        }
    }

    /// The gaps that matter to a way of counting, the first of each day.
    package func gaps(counting: Counting) -> [StatusGap] {
        var days: Set<CalendarDate?> = []
        return gaps.filter { gap in
            guard counting.statuses.contains(gap.status) else { return false }
            let drawn = features.contains { feature in
                feature.role == .control && feature.date == gap.date
                    && (feature.status.map(counting.statuses.contains) ?? false)
            }
            return (gap.isWhole || !drawn) && days.insert(gap.date).inserted
        }
    }
}
