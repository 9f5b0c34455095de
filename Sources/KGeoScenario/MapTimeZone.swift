// The zones in which the unix times of maps become dates.

public import KGeoCore

/// A time zone: a fixed offset, or one that keeps the European Union's summer time.
///
/// Built in, since a bare system may have no zone files: the rules of these zones have not changed since the
/// first maps kgeo is meant for (Ukraine and the EU since 1996, Moscow since 26 October 2014).
public struct MapTimeZone: Hashable, Sendable {
    /// Its name as given.
    public let name: String
    /// Seconds east of Greenwich in winter.
    private let offset: Int
    private let keepsSummerTime: Bool

    /// A zone by name (`UTC`, `Europe/Kyiv`, `Europe/Moscow`, …) or offset (`+03:00`); nil for another.
    public init?(_ name: String) {
        self.name = name
        switch name {
        case "UTC", "Z", "GMT", "Etc/UTC": (offset, keepsSummerTime) = (0, false)
        case "Europe/Kyiv", "Europe/Kiev", "Europe/Helsinki", "Europe/Bucharest":
            (offset, keepsSummerTime) = (7_200, true)
        case "Europe/Berlin", "Europe/Paris", "Europe/Warsaw": (offset, keepsSummerTime) = (3_600, true)
        case "Europe/London": (offset, keepsSummerTime) = (0, true)
        case "Europe/Moscow", "Europe/Minsk", "Europe/Istanbul": (offset, keepsSummerTime) = (10_800, false)
        default:
            let characters = Array(name)
            guard characters.count == 6, characters[0] == "+" || characters[0] == "-", characters[3] == ":",
                (characters[1...2] + characters[4...5]).allSatisfy({ $0.isASCII && $0.isNumber }),
                let hours = Int(String(characters[1...2])), let minutes = Int(String(characters[4...5])),
                hours <= 14, minutes < 60
            else { return nil }
            (offset, keepsSummerTime) = (
                (characters[0] == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60), false
            )
        }
    }

    /// Greenwich time.
    public static let utc = MapTimeZone(name: "UTC", offset: 0, keepsSummerTime: false)

    private init(name: String, offset: Int, keepsSummerTime: Bool) {
        self.name = name
        self.offset = offset
        self.keepsSummerTime = keepsSummerTime
    }

    /// The names that are known.
    public static let known =
        "UTC, Europe/Kyiv, Europe/Moscow, Europe/Berlin, Europe/London, or an offset such as +03:00"

    /// The day on which a unix time falls.
    public func date(unixTime: Double) -> CalendarDate? {
        guard unixTime.isFinite, abs(unixTime) < 1e11 else { return nil }
        let seconds = Int(unixTime.rounded(.down))
        let local = seconds + offset + (keepsSummerTime && Self.isSummer(seconds) ? 3_600 : 0)
        return CalendarDate(dayNumber: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    }

    /// From 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (Directive
    /// 2000/84/EC).
    private static func isSummer(_ seconds: Int) -> Bool {
        let day = CalendarDate(dayNumber: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
        let year = day.components.year
        func lastSunday(_ month: Int) -> Int? {
            guard let last = CalendarDate(year: year, month: month, day: 31)?.dayNumber else { return nil }
            return last - (last + 4) % 7  // 1970-01-01 was a Thursday
        }
        guard let begin = lastSunday(3), let end = lastSunday(10) else { return false }
        return seconds >= begin * 86_400 + 3_600 && seconds < end * 86_400 + 3_600
    }
}
