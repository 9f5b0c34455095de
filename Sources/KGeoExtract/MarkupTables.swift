// What the markup stage knows of HTML: entities, block elements, elements whose content is no text.

/// Names of HTML, in lower case.
enum MarkupTables {
    /// Entities that occur in running text; others stay as they are.
    static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "thinsp": "\u{2009}",
        "ensp": "\u{2002}", "emsp": "\u{2003}", "hairsp": "\u{200A}", "numsp": "\u{2007}", "ndash": "–",
        "mdash": "—", "hyphen": "\u{2010}", "minus": "−", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
        "rdquo": "”", "laquo": "«", "raquo": "»", "hellip": "…", "sup2": "²", "sup3": "³", "frac12": "½",
        "frac14": "¼", "frac34": "¾", "times": "×", "asymp": "≈", "ap": "≈", "sim": "~", "tilde": "~",
        "le": "≤", "ge": "≥", "leq": "≤", "geq": "≥", "plusmn": "±", "deg": "°", "euro": "€", "pound": "£",
        "percnt": "%", "sol": "/", "lpar": "(", "rpar": ")", "comma": ",", "period": ".", "shy": "\u{AD}",
        "zwnj": "\u{200C}", "zwj": "\u{200D}", "eacute": "é", "egrave": "è", "aacute": "á", "iacute": "í",
        "oacute": "ó", "uacute": "ú", "ntilde": "ñ", "ccedil": "ç", "ouml": "ö", "uuml": "ü", "auml": "ä",
        "szlig": "ß", "middot": "·", "bull": "•",
    ]

    /// Elements that end a sentence where they begin and end.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p",
        "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]

    /// Elements within a line.
    static let inline: Set<String> = [
        "a", "abbr", "acronym", "amp-img", "audio", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
        "dfn", "em", "embed", "font", "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "mark",
        "meta", "meter", "picture", "q", "s", "samp", "small", "source", "span", "strike", "strong", "sub",
        "sup", "time", "tt", "u", "var", "video", "wbr",
    ]

    /// Elements whose content is not text for a reader.
    static let hidden: Set<String> = [
        "head", "math", "noscript", "object", "script", "style", "svg", "template", "textarea", "title",
    ]

    /// Elements that stand beside an article and are no part of it.
    static let beside: Set<String> = ["aside", "footer", "form", "nav"]

    /// Those of them that never hold the article itself, whatever is marked up in them.
    static let neverArticle: Set<String> = ["aside", "footer", "nav"]

    /// Elements that may hold others which stand beside the article, or be such themselves.
    static let holders: Set<String> = [
        "article", "aside", "body", "div", "dl", "figure", "footer", "form", "header", "html", "main", "nav",
        "ol", "p",
        "section", "span", "table", "td", "th", "tr", "ul",
    ]

    /// Tags that only pages have.
    static let tagsOfPages = [
        "<html", "<body", "<article", "<head", "<p>", "<p ", "<div", "<nav", "<aside", "<meta", "<!doctype",
    ]

    /// Words in the class, id or role of an element that stands beside an article: alone, or at the end of a name that is
    /// put together ("article-comments").
    static let besideWords: Set<String> = [
        "advert", "advertisement", "breadcrumb", "breadcrumbs", "comment", "comments", "complementary",
        "contentinfo", "disqus", "footer", "menu", "nav", "navbar", "navigation", "newsletter", "popular",
        "promo",
        "recirc", "recommended", "related", "replies", "sidebar", "sponsored", "trending", "more-stories",
        "most-read", "read-more",
    ]

    /// Words that say so at the beginning of such a name as well: "related-stories".
    private static let besideHeads: Set<String> = [
        "comment", "comments", "disqus", "related", "recommended", "sidebar",
    ]

    /// Whether a class, id or role is one of an element that stands beside an article.
    static func namesBeside(_ name: String) -> Bool {
        if besideWords.contains(name) { return true }
        let parts = name.split { $0 == "-" || $0 == "_" }.map(String.init)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return false }
        return besideWords.contains(last) || besideHeads.contains(first)
    }

    /// Names under which a page gives the day of its publication in a `meta` element. Days of a change are none.
    static let publishedNames: Set<String> = [
        "article:published_time", "og:published_time", "article.published", "datepublished", "date",
        "dc.date",
        "dc.date.issued", "dcterms.created", "dcterms.issued", "parsely-pub-date", "pubdate", "publish-date",
        "publish_date", "sailthru.date",
    ]
}
