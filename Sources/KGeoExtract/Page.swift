// A page of HTML: what of it is the article, what stands beside it, and when it says it was published.

public import KGeoCore

/// An input with what is no part of the article taken out. Text that is no HTML is all article.
public struct Page: Sendable {
    /// Where a page gives the day of its publication.
    public enum Source: String, CaseIterable, Hashable, Sendable {
        /// The `datePublished` of its JSON-LD, a `meta` element, a `time` element of the article.
        case jsonLD = "json-ld"
        case meta, time
    }

    /// A day that a page gives.
    public struct Day: Hashable, Sendable {
        /// Where.
        public var source: Source
        /// The day of its stamp, in the stamp’s own zone.
        public var date: CalendarDate
    }

    /// The text of the article: the input, with a space for every code point that is beside it.
    public private(set) var article: String
    /// What stands beside the article, with a space for every code point of the article; nil when nothing does.
    public private(set) var beside: String?
    /// The days of publication that the page gives, the most trusted first.
    public private(set) var days: [Day] = []

    /// A page from its text.
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        var scan = PageScan(bytes)
        guard scan.isPage else {
            article = text
            return
        }
        scan.run()
        if scan.beside.isEmpty {
            article = text
        } else {
            article = Self.text(bytes, without: scan.beside, keepsThem: false)
            beside = Self.text(bytes, without: scan.beside, keepsThem: true)
        }
        days = scan.days
    }

    /// The text with the code points inside, or outside, of some ranges of bytes replaced by spaces.
    private static func text(_ bytes: [UInt8], without ranges: [Range<Int>], keepsThem: Bool) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var next = 0
        for (i, byte) in bytes.enumerated() {
            while next < ranges.count, i >= ranges[next].upperBound { next += 1 }
            let isInside = next < ranges.count && ranges[next].contains(i)
            if isInside == keepsThem || byte == 0x0A {
                out.append(byte)
            } else if byte & 0xC0 != 0x80 {
                out.append(0x20)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// One pass over the tags of a page.
private struct PageScan {
    private let bytes: [UInt8]
    /// Ranges of bytes that stand beside the article, in order.
    private(set) var beside: [Range<Int>] = []
    private(set) var days: [Page.Day] = []
    private var article = 0
    private var times: [(day: CalendarDate, at: Int, isInArticle: Bool)] = []
    private var linked: [(day: CalendarDate, at: Int, depth: Int)] = []
    private var metas: [CalendarDate] = []
    private var elements = ElementStack()
    /// Where articles, and first headings, begin.
    private var articles: [Int] = []
    private var headings: [Int] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether the text has the tags of a page.
    var isPage: Bool {
        var i = 0
        while let open = next(0x3C, from: i) {
            if MarkupTables.tagsOfPages.contains(where: { has($0, at: open) }) { return true }
            i = open + 1
        }
        return false
    }

    mutating func run() {
        var i = 0
        while let open = next(0x3C, from: i) {
            if has("<!--", at: open) {
                guard let end = find("-->", from: open) else { break }
                i = end + 3
                continue
            }
            guard let tag = tag(at: open) else {
                i = open + 1
                continue
            }
            i = tag.end
            switch tag.name {
            case "article":
                article += tag.closes ? -1 : 1
                if !tag.closes { articles.append(open) }
            case "main" where !tag.closes: articles.append(open)
            case "h1" where !tag.closes: headings.append(open)
            case "script" where !tag.closes:
                let end = find("</script", from: tag.end) ?? bytes.count
                if tag.value("type")?.lowercased() == "application/ld+json" { readLinked(tag.end..<end) }
                i = end
            case "style" where !tag.closes: i = find("</style", from: tag.end) ?? bytes.count
            case "meta": readMeta(tag)
            case "time" where !tag.closes:
                if let day = tag.value("datetime").flatMap(Self.day) {
                    times.append((day, open, article > 0))
                }
            default: break
            }
            if MarkupTables.holders.contains(tag.name), !tag.isEmpty {
                if tag.closes {
                    elements.close(tag.name, at: open, end: tag.end)
                } else {
                    elements.open(tag.name, at: open, isBeside: isBeside(tag))
                }
            }
        }
        finish()
    }

    private mutating func finish() {
        let (never, maybe) = (
            elements.beside.filter { MarkupTables.neverArticle.contains($0.name) },
            elements.beside.filter { !MarkupTables.neverArticle.contains($0.name) }
        )
        beside = Self.outermost(never.map(\.range))
        let first = articles.first { !isBeside($0) }
        beside = Self.outermost(beside + maybe.filter { !holdsArticle($0, first) }.map(\.range))
        let depth = linked.filter { !isBeside($0.at) }.map(\.depth).min()
        if let day = linked.first(where: { $0.depth == depth && !isBeside($0.at) })?.day {
            days.append(.init(source: .jsonLD, date: day))
        }
        if let day = metas.first { days.append(.init(source: .meta, date: day)) }
        let times = times.filter { !isBeside($0.at) }
        let inArticle = times.first(where: \.isInArticle) ?? (times.count == 1 ? times.first : nil)
        if let inArticle { days.append(.init(source: .time, date: inArticle.day)) }
    }

    /// Whether a byte stands beside the article.
    private func isBeside(_ place: Int) -> Bool {
        let i = beside.firstIndex(from: place)
        return i > 0 && beside[i - 1].contains(place)
    }

    /// Ranges in order, without those inside another.
    private static func outermost(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
        where range.lowerBound >= found.last?.upperBound ?? 0 { found.append(range) }
        return found
    }

    /// Whether an element holds the article itself, whatever its class says: the first of the page, or where the page marks
    /// none, a heading of the first order.
    private func holdsArticle(_ element: ElementStack.Element, _ first: Int?) -> Bool {
        if let first { return element.range.contains(first) }
        let i = headings.partitioned { $0 < element.range.lowerBound }
        return i < headings.count && element.range.contains(headings[i])
    }

    // MARK: tags

    private struct Tag {
        var name: String
        var closes: Bool
        var isEmpty: Bool
        var attributes: [(name: String, value: String)]
        var end: Int
        func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private func isBeside(_ tag: Tag) -> Bool {
        if MarkupTables.beside.contains(tag.name) { return true }
        // What no reader sees.
        let style = (tag.value("style") ?? "").lowercased().filter { $0 != " " }
        if tag.value("hidden") != nil || style.contains("display:none") || style.contains("visibility:hidden")
        {
            return tag.name != "body" && tag.name != "html"
        }
        guard ["div", "section", "ul", "ol", "p"].contains(tag.name) else { return false }
        return ["class", "id", "role"].contains { name in
            (tag.value(name) ?? "").lowercased().split { $0 == " " || $0 == "\n" || $0 == "\t" }.contains {
                MarkupTables.namesBeside(String($0))
            }
        }
    }

    private func next(_ byte: UInt8, from: Int) -> Int? {
        from < bytes.count ? bytes[from...].firstIndex(of: byte) : nil
    }

    private func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    private func has(_ text: String, at i: Int) -> Bool {
        var k = i
        for byte in text.utf8 {
            guard k < bytes.count, lower(bytes[k]) == byte else { return false }
            k += 1
        }
        return true
    }

    private func find(_ text: String, from: Int) -> Int? {
        guard let first = text.utf8.first else { return nil }
        var i = from
        while let k = next(first, from: i) {
            if has(text, at: k) { return k }
            i = k + 1
        }
        return nil
    }

    private func tag(at open: Int) -> Tag? {
        var i = open + 1
        let closes = i < bytes.count && bytes[i] == 0x2F
        if closes { i += 1 }
        let start = i
        while i < bytes.count, isNameByte(bytes[i]) { i += 1 }
        guard i > start else { return nil }
        var tag = Tag(
            name: text(start..<i).lowercased(), closes: closes, isEmpty: false, attributes: [], end: i)
        while i < bytes.count, bytes[i] != 0x3E {
            if bytes[i] == 0x2F, i + 1 < bytes.count, bytes[i + 1] == 0x3E { tag.isEmpty = true }
            guard isNameByte(bytes[i]) else {
                i += 1
                continue
            }
            let begin = i
            while i < bytes.count, isNameByte(bytes[i]) { i += 1 }
            let name = text(begin..<i).lowercased()
            while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
            guard i < bytes.count, bytes[i] == 0x3D else {
                tag.attributes.append((name, ""))
                continue
            }
            i += 1
            while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
            guard i < bytes.count else { break }
            let quote = bytes[i]
            let first = quote == 0x22 || quote == 0x27 ? i + 1 : i
            var last = first
            while last < bytes.count,
                quote == 0x22 || quote == 0x27
                    ? bytes[last] != quote : bytes[last] > 0x20 && bytes[last] != 0x3E
            { last += 1 }
            tag.attributes.append((name, text(first..<last)))
            i = quote == 0x22 || quote == 0x27 ? min(last + 1, bytes.count) : last
        }
        tag.end = min(i + 1, bytes.count)
        return tag
    }

    private func isNameByte(_ c: UInt8) -> Bool {
        (c | 0x20 >= 0x61 && c | 0x20 <= 0x7A) || (c >= 0x30 && c <= 0x39) || c == 0x2D || c == 0x3A
            || c == 0x5F
            || c == 0x2E
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // MARK: days

    /// The day of a stamp such as `2025-03-19T22:40:00-05:00`.
    private static func day(_ stamp: String) -> CalendarDate? {
        CalendarDate(iso: String(stamp.drop { $0 == " " }.prefix(10)))
    }

    private mutating func readMeta(_ tag: Tag) {
        let name = (tag.value("property") ?? tag.value("name") ?? tag.value("itemprop"))?.lowercased()
        guard let name, MarkupTables.publishedNames.contains(name),
            let day = tag.value("content").flatMap(Self.day)
        else { return }
        metas.append(day)
    }

    /// Every `datePublished` of a piece of JSON-LD, with how deep it lies: the main item has the shallowest.
    private mutating func readLinked(_ range: Range<Int>) {
        var depth = 0
        var i = range.lowerBound
        while i < range.upperBound {
            switch bytes[i] {
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            case 0x22:
                let end = stringEnd(i, range.upperBound)
                if text(i + 1..<max(i + 1, end)) == "datePublished" {
                    var k = end + 1
                    while k < range.upperBound, bytes[k] <= 0x20 || bytes[k] == 0x3A { k += 1 }
                    if k < range.upperBound, bytes[k] == 0x22 {
                        let last = stringEnd(k, range.upperBound)
                        if let day = Self.day(text(k + 1..<max(k + 1, last))) {
                            linked.append((day, k, depth))
                        }
                        i = last
                    }
                } else {
                    i = end
                }
            default: break
            }
            i += 1
        }
    }

    private func stringEnd(_ open: Int, _ limit: Int) -> Int {
        var i = open + 1
        while i < limit, bytes[i] != 0x22 { i += bytes[i] == 0x5C ? 2 : 1 }
        return min(i, limit)
    }
}
