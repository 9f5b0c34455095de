// The day of a moment written out: 2024-08-21T23:30:00Z.

internal import KGeoCore

/// Reads moments as maps of others write them.
enum StampedDay {
    /// The day of a text such as `2024-08-21T23:30:00Z`, `2024-08-21 23:30` or `20240821`; nil for none.
    ///
    /// - Parameter zone: where a moment with a stated offset becomes a day; without one, it is the day of the stamp's
    ///   own zone.
    static func day(_ text: String, in zone: MapTimeZone?) -> CalendarDate? {
        let characters = Array(text)
        if characters.count == 8 {
            return CalendarDate(
                iso: String(characters[0...3]) + "-" + String(characters[4...5]) + "-"
                    + String(characters[6...7]))
        }
        guard characters.count > 10, characters[10] == "T" || characters[10] == " ",
            let date = CalendarDate(iso: String(characters[..<10]))
        else { return nil }
        guard let zone, let seconds = secondsUTC(String(characters[11...])) else { return date }
        return zone.date(unixTime: Double(date.dayNumber * 86_400 + seconds))
    }

    /// Seconds after midnight of the day in UTC; nil for a time without an offset, or none at all.
    private static func secondsUTC(_ time: String) -> Int? {
        guard let mark = time.lastIndex(where: { "Zz+-".contains($0) }) else { return nil }
        let parts = time[..<mark].split(separator: ":").map { Int($0.prefix { $0 != "." }) }
        guard parts.count >= 2, let hours = parts[0], let minutes = parts[1], hours < 25, minutes < 60 else {
            return nil
        }
        let seconds = hours * 3_600 + minutes * 60 + (parts.count > 2 ? parts[2] ?? 0 : 0)
        if time[mark] == "Z" || time[mark] == "z" { return seconds }
        let digits = time[time.index(after: mark)...].filter(\.isNumber)
        guard digits.count == 2 || digits.count == 4, let offsetHours = Int(digits.prefix(2)),
            let offsetMinutes = digits.count == 4 ? Int(digits.suffix(2)) : 0
        else { return nil }
        let offset = offsetHours * 3_600 + offsetMinutes * 60
        return seconds - (time[mark] == "-" ? -offset : offset)
    }
}
