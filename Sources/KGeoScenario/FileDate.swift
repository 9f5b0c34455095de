// The day of a map from the name of its file: a day written out, or a unix time.

public import KGeoCore

/// A day that a file's name gives.
public struct FileDate: Hashable, Sendable {
    /// The day.
    public var date: CalendarDate
    /// The moment, when the name is a unix time in seconds.
    public var unixTime: Int?
    /// The time of day in the zone, in minutes after midnight, when the name is a unix time.
    public var minuteOfDay: Int?

    /// The day in a path's last part: `deepstatemap_data_20250501.geojson`, `map-2025-05-01.kml`,
    /// `1724272310.geojson`; nil for none, or for more than one.
    public init?(path: String, timeZone: MapTimeZone) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
        if stem.utf8.count == 10, stem.utf8.allSatisfy({ (48...57).contains($0) }),
            let seconds = Int(stem), let date = timeZone.date(unixTime: Double(seconds))
        {
            self.date = date
            unixTime = seconds
            minuteOfDay = Self.minute(seconds, on: date, timeZone)
            return
        }
        // Runs of digits; three that are joined by dashes or underscores make a day too.
        let runs = name.split(omittingEmptySubsequences: true) { !$0.isASCII || !$0.isNumber }
        var found: Set<CalendarDate> = []
        for (i, run) in runs.enumerated() {
            if run.count == 8, let year = Int(run.prefix(4)), let month = Int(run.dropFirst(4).prefix(2)),
                let day = Int(run.suffix(2)), Self.years.contains(year),
                let date = CalendarDate(year: year, month: month, day: day)
            {
                found.insert(date)
            }
            guard i + 2 < runs.count, run.count == 4, runs[i + 1].count == 2, runs[i + 2].count == 2,
                Self.isJoint(name, run, runs[i + 1]), Self.isJoint(name, runs[i + 1], runs[i + 2]),
                let year = Int(run), let month = Int(runs[i + 1]), let day = Int(runs[i + 2]),
                Self.years.contains(year), let date = CalendarDate(year: year, month: month, day: day)
            else { continue }
            found.insert(date)
        }
        guard found.count == 1, let date = found.first else { return nil }
        self.date = date
        unixTime = nil
        minuteOfDay = nil
    }

    /// Eight digits may be anything; a day of a map lies in these years.
    private static let years = 1900...2199

    private static func isJoint(_ name: String, _ a: Substring, _ b: Substring) -> Bool {
        let between = name[a.endIndex..<b.startIndex]
        return between == "-" || between == "_" || between == "."
    }

    /// Minutes after midnight, found by asking the zone: the day begins where its number changes.
    private static func minute(_ seconds: Int, on date: CalendarDate, _ zone: MapTimeZone) -> Int? {
        var (low, high) = (0, 26 * 60)
        while low < high {
            let middle = (low + high + 1) / 2
            if zone.date(unixTime: Double(seconds - middle * 60)) == date {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return low
    }

    /// The moment in words, `2025-04-30 00:02`; nil when the name is a day.
    public var moment: String? {
        guard let minuteOfDay else { return nil }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(date) \(padded(minuteOfDay / 60)):\(padded(minuteOfDay % 60))"
    }
}
