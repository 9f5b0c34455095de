// Readings that a person has looked through: what they changed takes the place of what was read, and says so.

package import KGeoCore

/// The readings of one text as they were saved.
package struct SavedReadings: Sendable {
    /// The text's file, or its id in a batch.
    package var id: String
    /// The day of publication that they were read against.
    package var published: PublishedDay?
    /// The figures.
    package var figures: [Figure]

    /// A figure as it was saved.
    package struct Figure: Sendable {
        /// Where it stands, in Unicode code points.
        package var start, end: Int
        /// Its words.
        package var quote: String
        /// Its reading; nil where it is to be left out.
        package var reading: Reading?

        /// A figure from its parts.
        package init(start: Int, end: Int, quote: String, reading: Reading?) {
            (self.start, self.end, self.quote, self.reading) = (start, end, quote, reading)
        }
    }

    /// Readings from their parts.
    package init(id: String, published: PublishedDay?, figures: [Figure]) {
        (self.id, self.published, self.figures) = (id, published, figures)
    }

    /// What a part says that a person gave.
    package static let rule = "changed by hand"

    /// Puts the saved readings in the place of what was read.
    ///
    /// - Returns: notes on what of them stands nowhere in the text.
    func apply(to figures: inout [ArticleFinding]) -> [String] {
        var missing: [String] = []
        for saved in self.figures {
            let number = figures.firstIndex {
                $0.extracted.start == saved.start && $0.extracted.end == saved.end
            }
            guard let number, figures[number].extracted.quote == saved.quote else {
                missing.append("“\(saved.quote)”")
                continue
            }
            guard let reading = saved.reading else {
                if let read = figures[number].reading, read.isCheckable {
                    figures[number].reading = read.refused("left out by hand", .notGround).marked([
                        "checkable"
                    ])
                }
                continue
            }
            figures[number].reading = reading.merged(over: figures[number].reading)
        }
        guard !missing.isEmpty else { return [] }
        return [
            "\(missing.count == 1 ? "a figure" : "\(missing.count) figures") of the saved readings \(missing.count == 1 ? "stands" : "stand") no longer in the text: \(missing.prefix(3).joined(separator: ", "))"
        ]
    }
}

extension Reading {
    /// This reading, with the evidence of another for what is the same in both; what differs is marked as changed by hand.
    fileprivate func merged(over read: Reading?) -> Reading {
        var result = self
        guard let read else {
            result.because = []
            return result.marked(["measure", "holder", "region", "time", "of", "ends"])
        }
        var changed: [String] = []
        if kind != read.kind { changed.append("kind") }
        if measure != read.measure { changed.append("measure") }
        if holder != read.holder { changed.append("holder") }
        if regions != read.regions || near != read.near { changed.append("region") }
        if asOf != read.asOf || period != read.period { changed.append("time") }
        if of != read.of { changed.append("of") }
        if from != read.from || to != read.to { changed.append("ends") }
        if worded != read.worded { changed.append("worded") }
        if isCheckable != read.isCheckable { changed.append("checkable") }
        if let reason = whyNot, reason == read.whyNot, let obstacle = read.obstacle {
            result = result.refused(reason, obstacle)
        }
        result.because = read.because.filter { !changed.contains($0.part) }
        return result.marked(changed)
    }

    /// The same with parts marked as changed by hand.
    fileprivate func marked(_ parts: [String]) -> Reading {
        var result = self
        result.because += parts.map {
            Evidence(part: $0, quote: "", start: 0, end: 0, rule: SavedReadings.rule)
        }
        return result
    }
}
