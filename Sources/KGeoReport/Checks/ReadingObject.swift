// A reading as JSON, and in words.

package import KGeoCore

/// Prints readings.
package enum ReadingObject {
    /// The members of a reading.
    package static func object(_ reading: Reading) -> JSONObject {
        [
            "kind": .string(reading.kind.rawValue), "measure": .text(reading.measure?.rawValue),
            "holder": .text(reading.holder), "region": .text(reading.region),
            "near": .array(reading.near.map { .string($0) }), "of": whole(reading.of),
            "as_of": .text(reading.asOf?.description),
            "period": reading.period.map {
                .array([.string($0.lowerBound.description), .string($0.upperBound.description)])
            } ?? .null,
            "from": .text(reading.from), "to": .text(reading.to), "worded": .text(reading.worded),
            "checkable": .bool(reading.isCheckable), "why_not": .text(reading.whyNot),
            "look": .string(reading.isFromNear ? "near" : "beside"),
            "because": .array(reading.because.map { .object(evidence($0)) }),
        ]
    }

    private static func whole(_ whole: Reading.Whole?) -> JSONValue {
        switch whole {
        case .none: .null
        case .region(let names): .object(["region": .string(names.joined(separator: " + "))])
        case .ground: .object(["ground": .text(whole?.words)])
        }
    }

    private static func evidence(_ evidence: Reading.Evidence) -> JSONObject {
        [
            "part": .string(evidence.part), "quote": .string(evidence.quote), "start": .count(evidence.start),
            "end": .count(evidence.end), "rule": .string(evidence.rule),
        ]
    }

    /// A reading in one line: "held, Russia in Sumy Oblast, of 2025-06-15".
    package static func words(_ reading: Reading) -> String {
        var parts: [String] = []
        if let measure = reading.measure { parts.append(measure.rawValue) }
        let place = reading.region ?? reading.near.first.map { "near \($0)" }
        let subject = [reading.holder, place].compactMap(\.self).joined(separator: " in ")
        if !subject.isEmpty { parts.append(subject) }
        if let from = reading.from, let to = reading.to { parts.append("from \(from) to \(to)") }
        if let of = reading.of { parts.append("share of \(of.words)") }
        if let day = reading.asOf { parts.append("of \(day)") }
        if let period = reading.period { parts.append("\(period.lowerBound) to \(period.upperBound)") }
        return parts.joined(separator: ", ")
    }
}
