// A sentence and the claims it must give, written so that a table of them can be read at a glance.

import KGeoCore
import KGeoExtract
import Testing

/// A text and what must be found in it, in order: `kind qualifier value unit`, a range as `low..high`, and
/// optionally a measure behind. All texts are invented.
struct Sentence: Sendable, CustomTestStringConvertible {
    let text: String
    let claims: [String]
    init(_ text: String, _ claims: String...) {
        self.text = text
        self.claims = claims
    }
    var testDescription: String { text }

    /// The claims found, in the notation above, with a measure only where one is expected.
    func found() -> [String] {
        Extractor().claims(in: text).enumerated().map { index, claim in
            let words = index < claims.count ? claims[index].split(separator: " ").count : 4
            return Self.line(claim, withMeasure: words > 4)
        }
    }

    static func number(_ value: Double) -> String {
        // The highest number of a vague figure.
        guard value.isFinite else { return "∞" }
        let rounded = (value * 1e6).rounded() / 1e6
        return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    }

    static func line(_ claim: ExtractedClaim, withMeasure: Bool = false) -> String {
        let low = number(claim.low)
        let high = number(claim.high)
        return "\(claim.kind.rawValue) \(claim.qualifier.rawValue) "
            + (low == high ? low : "\(low)..\(high)") + " \(claim.unit.name)"
            + (withMeasure ? " \(claim.measure.rawValue)" : "")
    }

    /// Fails with the text when something else was found, and when a quote is not what stands at its place.
    func check() {
        #expect(found() == claims, "\(text)")
        let scalars = Array(text.unicodeScalars)
        for claim in Extractor().claims(in: text) {
            var quote = String.UnicodeScalarView()
            quote.append(contentsOf: scalars[claim.start..<claim.end])
            #expect(String(quote) == claim.quote)
        }
    }
}
