// A time that words name, as days.

/// A day or span of days, and the words that name it.
struct Moment {
    /// The words.
    var words: Range<Int>
    /// The days; nil where the text does not tell the year.
    var days: Days?
    /// One day, or a few that stand for one: "late May".
    var isPoint = false
    /// What follows is open: "since March", "after the 6th".
    var isSince = false
    /// What comes before is open: "by June", "until Christmas".
    var isUntil = false
    /// "now", "today": the day of publication.
    var isNow = false
    /// The month, quarter or season has a name, so a gain in it is one of all of it.
    var isNamed = false
    /// The month alone, where a month was named; and whether its year was written.
    var month: Int?
    var hasYear = false
    /// All of the month or season of which this is the end: "when June closed".
    var whole: Days?
    /// It takes up a time said before: "the same period", "then".
    var isEcho = false
    /// Whether it is named by a day of the week alone.
    var isWeekday = false
    /// It has a beginning and an end of its own: "1–14 June".
    var isSpan = false
    /// Whether it is said by a word for a length of time: "past seven days".
    var isLength = false

    /// The day in its middle.
    var middle: Int? { days.map { ($0.lowerBound + $0.upperBound) / 2 } }
}
