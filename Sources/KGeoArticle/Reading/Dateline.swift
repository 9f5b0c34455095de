// The day of publication where the text itself gives it: a dateline, or a line that is a date.

internal import KGeoExtract

/// Finds the day a text was published, in its own words.
enum Dateline {
    /// The day that a line near the beginning gives: one of few words with a full date, or a place with a date before
    /// a dash.
    static func day(of text: ReadingText) -> Int? {
        var finder = MomentFinder(text, published: nil)
        for (n, sentence) in text.sentences.enumerated().prefix(12) {
            let moments = finder.moments(in: sentence)
            guard let moment = moments.first(where: { $0.isPoint && $0.days != nil && hasYear($0, text) }),
                let day = moment.days?.lowerBound
            else { continue }
            if isLine(moment, sentence, text) || (n < 4 && isBeforeDash(moment, sentence, text)) {
                return day
            }
        }
        return nil
    }

    private static func hasYear(_ moment: Moment, _ text: ReadingText) -> Bool {
        moment.words.contains { text[$0].kind == .number && text[$0].text.count >= 4 }
    }

    /// A line of its own: little beside the date, no verb, no figure.
    private static func isLine(_ moment: Moment, _ sentence: Range<Int>, _ text: ReadingText) -> Bool {
        let others = sentence.filter { !moment.words.contains($0) && text[$0].kind == .word }
        let endsLine = sentence.last.map { text[$0].text == "\n" || $0 == text.words.count - 1 } ?? false
        return others.count <= 9 && endsLine && !others.contains { text[$0].figure != nil }
            && !others.contains { text[$0].senses.meets(Senses(.held, .gained, .lost, .auxiliary)) }
    }

    private static func isBeforeDash(_ moment: Moment, _ sentence: Range<Int>, _ text: ReadingText) -> Bool {
        moment.words.lowerBound - sentence.lowerBound < 6
            && (moment.words.upperBound..<min(moment.words.upperBound + 6, sentence.upperBound)).contains {
                text.isSign($0, "—-")
            }
    }
}
