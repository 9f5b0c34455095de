// Quotes as people read them.

import KGeoReport
import Testing

@Suite struct PlainQuoteTests {
    @Test(arguments: [
        ("100](#) and [400](#) square miles", "100 and 400 square miles"), ("**90 km²**", "90 km²"),
        ("<b>1,200</b> km²", "1,200 km²"), ("a < b", "a < b"), ("[12](https://x.y/z", "12"), ("", ""),
    ])
    func plain(_ quote: String, _ words: String) { #expect(PlainQuote.text(quote) == words) }
}
