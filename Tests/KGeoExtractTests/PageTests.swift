// Pages of HTML: what stands beside the article, and the day of publication.

import KGeoCore
import KGeoExtract
import Testing

@Suite("Pages") struct PageTests {
    private static let page = """
        <html><head><meta property="article:published_time" content="2025-03-19T22:40:00-05:00">
        <meta property="article:modified_time" content="2025-04-01">
        <script type="application/ld+json">{"@type":"NewsArticle","comment":[{"datePublished":"2020-01-01"}],
        "datePublished":"2025-03-18","dateModified":"2025-04-01"}</script></head>
        <body><nav>12 km</nav><article><time datetime="2025-03-17">17 March</time>
        <p>Northland holds 930 km² of Westmark.</p><aside>Also: 50 km²</aside></article>
        <div class="related-stories">7 km² <div>8 km²</div></div><footer>9 km²</footer></body></html>
        """

    @Test("navigation, asides, related blocks and footers are beside the article, and offsets stay")
    func blocks() {
        let page = Page(Self.page)
        #expect(page.article.unicodeScalars.count == Self.page.unicodeScalars.count)
        #expect(Extractor().claims(in: page.article).map(\.quote) == ["930 km²"])
        #expect(
            page.beside.map { Extractor().claims(in: $0).map(\.quote) } == [
                "12 km", "50 km²", "7 km²", "8 km²", "9 km²",
            ])
        let claim = Extractor().claims(in: page.article).first
        let scalars = Array(Self.page.unicodeScalars)
        #expect(claim.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) } == "930 km²")
    }

    @Test("the day is that of the main item, then of the meta element, then of the article's time")
    func days() {
        #expect(
            Page(Self.page).days.map { "\($0.source.rawValue) \($0.date)" }
                == ["json-ld 2025-03-18", "meta 2025-03-19", "time 2025-03-17"])
        #expect(Page("Published 2025-03-18.").days.isEmpty)
        #expect(Page("<p>A</p><meta name=\"modified\" content=\"2025-03-18\">").days.isEmpty)
    }

    @Test("plain text and broken pages are all article")
    func others() {
        for text in [
            "5 km < 6 km", "<p>5 km", "<div class=\"comments\">5 km², and no end", "<div class=related",
        ] {
            #expect(Page(text).article == text && Page(text).beside == nil)
        }
    }
}

@Suite("Vague figures") struct VagueTests {
    @Test(
        "a vague word is at least so much, and nothing is said of how much more",
        arguments: [
            ("Rebels seized hundreds of square kilometres of the valley.", 200.0),
            ("Rebels seized thousands of square kilometres of the valley.", 2_000),
            ("Rebels seized dozens of square kilometres of the valley.", 24),
            ("Rebels seized several square kilometres of the valley.", 3),
            ("Rebels seized several hundred square kilometres of the valley.", 300),
            ("Rebels seized tens of thousands of square kilometres of the valley.", 20_000),
        ])
    func vague(text: String, least: Double) throws {
        let claims = Extractor().claims(in: text)
        let claim = try #require(claims.first, "\(text)")
        #expect(claims.count == 1 && claim.isVague && claim.low == least && claim.high == .infinity)
        #expect(claim.qualifier == .atLeast)
    }

    @Test("a number is not vague")
    func numbers() {
        let claims = Extractor().claims(in: "Rebels seized 300 square kilometres of the valley.")
        #expect(claims.count == 1 && claims.allSatisfy { !$0.isVague && $0.high == 300 })
    }
}

@Suite("Hostile pages") struct HostilePageTests {
    private static let own = "<p>Russian units now hold 205 km² of Sumy Oblast.</p>"
    private static let other = "<p>Russia now holds 19 percent of Ukraine.</p>"

    private func quotes(_ text: String) -> [String] {
        Extractor().claims(in: Page(text).article).map(\.quote)
    }

    @Test(
        "what stands beside the article is left out, however it is written",
        arguments: [
            "<html><body><article>\(own)</article><aside>\(other)</body></html>",
            "<html><body><nav><h1>Menu</h1>\(other)</nav>\(own)</body></html>",
            "<html><body><aside><article>\(other)</article></aside><article>\(own)</article></body></html>",
            "<html><body><article>\(own)</article><section class='more-stories'><article>\(other)</article></section></body></html>",
            "<html><body><div hidden>\(other)</div>\(own)</body></html>",
            "<html><body><div style='display: none'>\(other)</div>\(own)</body></html>",
            "<html><body>\(own)<section id='disqus_thread'>\(other)</section></body></html>",
            "<html><body>\(own)<p class=related>Russia now holds 19 percent of Ukraine.</body></html>",
            "<html><body><div data-x='</div>' class='comments'>\(other)</div>\(own)</body></html>",
            "<html><body>\(own)<DIV CLASS='Related-Posts'><div>\(other)</div></DIV></body></html>",
        ])
    func beside(text: String) {
        #expect(quotes(text) == ["205 km²"])
    }

    @Test(
        "what holds the article is none of it",
        arguments: [
            "<html><body><form><main>\(own)</main></form></body></html>",
            "<html><body><div class='sidebar-right'><article>\(own)</article></div></body></html>",
            "<html><body><div class='promo'>\(own)</body></html>",
            "<html><body hidden>\(own)</body></html>",
        ])
    func held(text: String) {
        #expect(quotes(text) == ["205 km²"])
    }

    @Test(
        "a page of tags that never close is read in linear time",
        arguments: ["<aside>", "<nav></nav>", "<div class=related>", "<", "</div>"])
    func linear(tag: String) {
        let text = "<html><body>\(Self.own)" + String(repeating: tag, count: 40_000)
        let clock = ContinuousClock()
        var page: Page?
        let time = clock.measure { page = Page(text) }
        #expect(page?.article.contains("205 km²") == true)
        #expect(time < .seconds(10))
    }
}
