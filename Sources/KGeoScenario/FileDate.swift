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
        // Folders have hundreds of maps: bytes, not characters.
        var name = path.utf8[...]
        if let slash = name.dropLast(name.last == Self.slash ? 1 : 0).lastIndex(of: Self.slash) {
            name = name[name.index(after: slash)...]
        }
        let stem = name.prefix { $0 != Self.dot }
        if stem.count == 10, stem.allSatisfy(Self.isDigit), let seconds = Self.number(stem),
            let date = timeZone.date(unixTime: Double(seconds))
        {
            self.date = date
            unixTime = seconds
            minuteOfDay = Self.minute(seconds, on: date, timeZone)
            return
        }
        guard let date = Self.day(in: Array(name)) else { return nil }
        self.date = date
        unixTime = nil
        minuteOfDay = nil
    }

    /// The one day in a name: a run of eight digits, or three runs joined by dashes, underscores or dots.
    private static func day(in name: [UInt8]) -> CalendarDate? {
        var runs: [Range<Int>] = []
        var at = 0
        while at < name.count {
            guard isDigit(name[at]) else {
                at += 1
                continue
            }
            let start = at
            while at < name.count, isDigit(name[at]) { at += 1 }
            runs.append(start..<at)
        }
        var found: CalendarDate?
        /// Takes a day; false for a second one.
        func take(_ year: Range<Int>, _ month: Range<Int>, _ day: Range<Int>) -> Bool {
            guard let y = number(name[year]), let m = number(name[month]), let d = number(name[day]),
                years.contains(y), let date = CalendarDate(year: y, month: m, day: d)
            else { return true }
            defer { found = date }
            return found == nil || found == date
        }
        func isJoint(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
            a.upperBound + 1 == b.lowerBound && joints.contains(name[a.upperBound])
        }
        for (i, run) in runs.enumerated() {
            let start = run.lowerBound
            if run.count == 8 {
                guard take(start..<start + 4, start + 4..<start + 6, start + 6..<start + 8) else {
                    return nil
                }
            }
            if i + 2 < runs.count, run.count == 4, runs[i + 1].count == 2, runs[i + 2].count == 2,
                isJoint(run, runs[i + 1]), isJoint(runs[i + 1], runs[i + 2])
            {
                guard take(run, runs[i + 1], runs[i + 2]) else { return nil }
            }
        }
        return found
    }

    private static let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    private static let joints = [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")]

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// The number of some digits; nil when there are more than an Int holds.
    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard digits.count < 19 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// Eight digits may be anything; a day of a map lies in these years.
    private static let years = 1900...2199

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
