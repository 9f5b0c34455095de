// Any bytes at all: no trap, no hang, and every quote is what stands at its place.

import KGeoCore
import KGeoExtract
import Testing

struct RobustnessTests {
    /// A small generator with a fixed seed (SplitMix64), so that a failure can be repeated.
    struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    static func check(_ bytes: [UInt8]) {
        let claims = Extractor().claims(inUTF8: bytes)
        let text = String(validating: bytes, as: UTF8.self)
        let scalars = text.map { Array($0.unicodeScalars) }
        for claim in claims {
            #expect(claim.start < claim.end && claim.end <= bytes.count && claim.low <= claim.high)
            #expect(claim.siLow.isFinite && (claim.siHigh.isFinite || claim.isVague))
            // Of bytes that are no text, no characters can be counted.
            guard let scalars else { continue }
            #expect(claim.end <= scalars.count)
            #expect(String(String.UnicodeScalarView(scalars[claim.start..<claim.end])) == claim.quote)
        }
    }

    @Test(arguments: 0..<8) func randomBytes(_ seed: UInt64) {
        var random = Random(state: seed)
        for _ in 0..<200 {
            Self.check(
                (0..<Int.random(in: 0...300, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                })
        }
    }

    @Test(arguments: 0..<8) func wordsAndSignsInAnyOrder(_ seed: UInt64) {
        var random = Random(state: seed &+ 100)
        let sentences =
            AreaSentences.sentences + LineSentences.sentences + ShareSentences.sentences
            + WritingSentences.sentences
        let words = sentences.flatMap { $0.text.split(separator: " ").map(String.init) }
        let signs = [
            "(", ")", "[", "](", "-", "–", "—", "/", ",", ".", ";", ":", "%", "²", "½", "$", "+", "~", "<",
            ">", "<p>", "</p>",
            "<script>", "&nbsp;", "&#x", "*", "_", "|", "#", "\"", "’s", "\n", "\n\n", "\u{A0}", "and", "to",
            "by", "of", "per",
        ]
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<Int.random(in: 1...50, using: &random) {
                text += (Bool.random(using: &random) ? words : signs).randomElement(using: &random) ?? ""
                if Bool.random(using: &random) { text += " " }
            }
            Self.check(Array(text.utf8))
        }
    }

    @Test func cutOffAnywhere() {
        let html =
            "<html><head><title>x</title></head><body><p class='a'>They hold <b>1,300</b>&nbsp;km<sup>2</sup> (502&nbsp;sq mi), or [20](#) % of the <!-- c --> country.</p>"
        let bytes = Array(html.utf8)
        for end in 0...bytes.count { Self.check(Array(bytes[..<end])) }
        for start in 0..<bytes.count { Self.check(Array(bytes[start...])) }
    }

    /// Long and deep inputs. They end; how fast is measured elsewhere.
    @Test(arguments: [
        "a", "1", "1 ", "[", "[a](", "<", "<a ", "<div>", "<!--", "<script>", "&", "-", "(", "5 km ",
        "half of the ", "and ",
        "one hundred ", "1,", "5%", "of which 5 ", "²", "’",
    ])
    func longAndDeep(_ piece: String) {
        Self.check(Array(String(repeating: piece, count: 40_000 / piece.utf8.count).utf8))
    }

    @Test func numbersBeyondADoubleAreHarmless() {
        let digits = String(repeating: "9", count: 5_000)
        Self.check(Array("They hold \(digits) km².".utf8))
        Self.check(Array("They hold \(digits) million billion trillion trillion km² per day.".utf8))
    }

    @Test func theSameTextGivesTheSameClaims() {
        let text = NewspaperSentences.sentences.map(\.text).joined(separator: " ")
        #expect(Extractor().claims(in: text) == Extractor().claims(in: text))
    }
}
