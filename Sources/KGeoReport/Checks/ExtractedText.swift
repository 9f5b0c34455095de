// The claims of one text as JSON, CSV and a table.

internal import KGeoClaims
package import KGeoCore
package import KGeoExtract
internal import KGeoVerdict

/// A text's claims, ready to print.
package struct ExtractedText {
    package var id: String
    package var claims: [ExtractedClaim]
    /// The numbers of settlements, which are no geospatial figures and stand beside them.
    package var counts: [ExtractedCount]
    /// The language that the text is read in, or seems to be in.
    package var language: TextLanguage

    /// The figures of a text that is called so.
    package init(
        id: String, claims: [ExtractedClaim], counts: [ExtractedCount] = [],
        language: TextLanguage = .read(.english)
    ) {
        (self.id, self.claims, self.counts, self.language) = (id, claims, counts, language)
    }

    /// A claim with the text it stands in.
    package struct Row {
        package var id: String
        package var claim: ExtractedClaim
    }

    package static let columns = Columns<Row>([
        .cell("id") { .string($0.id) }, Column("kind") { .string($0.claim.kind.rawValue) },
        Column("measure") { .string($0.claim.measure.rawValue) },
        Column("value_min") { .number($0.claim.low) }, Column("value_max") { .number($0.claim.high) },
        Column("unit") { .string($0.claim.unit.name) },
        Column("qualifier") { .string($0.claim.qualifier.rawValue) },
        Column("quote") { .string($0.claim.quote) }, Column("start") { .count($0.claim.start) },
        Column("end") { .count($0.claim.end) }, Column("si_min") { .number($0.claim.siLow) },
        Column("si_max") { .number($0.claim.siHigh) }, Column("worded") { .text($0.claim.worded?.label) },
        Column("places") { .array($0.claim.places.map { .string($0) }) },
        Column("actor") { .text($0.claim.actor) }, Column("attribution") { .text($0.claim.attribution) },
        Column("date") { .text($0.claim.date) },
        .cell("period_from") { .text($0.claim.period?.from) },
        .cell("period_to") { .text($0.claim.period?.to) },
        .member("period") { row in
            row.claim.period.map { .array([.text($0.from), .text($0.to)]) } ?? .null
        },
        .member("equivalents") { row in
            .array(
                row.claim.equivalents.map { other in
                    .object([
                        "value_min": .number(other.low), "value_max": .number(other.high),
                        "unit": .string(other.unit.name),
                    ])
                })
        },
        Column("flags") { .array($0.claim.flags.map { .string($0.rawValue) }) },
        .member("vague") { .bool($0.claim.isVague) },
    ])

    /// A claim of a text by itself.
    package static func said(_ claim: ExtractedClaim) -> JSONObject {
        columns.object(Row(id: "", claim: claim))
    }

    /// Figures in rows.
    package static func rows(of texts: [ExtractedText]) -> Rows { Rows(columns, texts.flatMap(\.all)) }

    /// Its figures in rows.
    package var ownRows: Rows { Self.rows(of: [self]) }

    private var all: [Row] { claims.map { Row(id: id, claim: $0) } }

    /// The members that the contract of `extract` names.
    package var members: JSONObject {
        var members: JSONObject = [
            "id": .string(id), "claims": Self.columns.array(all),
            "counts": .array(counts.map { .object(Self.said($0)) }),
        ]
        Self.say(language, in: &members)
        return members
    }

    /// The language of a text that is not in English: `language`, or `unread` where figures are not read in it.
    package static func say(_ language: TextLanguage, in members: inout JSONObject) {
        switch language {
        case .read(.english): break
        case .read(let language): members["language"] = .string(language.code)
        case .unread(let name): members["unread"] = .string(name)
        }
    }

    /// A number of settlements by itself.
    package static func said(_ count: ExtractedCount) -> JSONObject {
        [
            "count_min": .number(count.low), "count_max": .number(count.high), "of": .string(count.noun),
            "qualifier": .string(count.qualifier.rawValue), "quote": .string(count.quote),
            "start": .count(count.start), "end": .count(count.end), "vague": .bool(count.isVague),
        ]
    }

    /// A row per claim, for people.
    package func table(on page: inout Page) {
        guard !claims.isEmpty else { return page.line("\(SafeText.escaped(id)): no geospatial figure") }
        var table = TextTable([
            ("at", .right), ("kind", .left), ("measure", .left), ("figure", .left), ("quote", .left),
            ("who", .left), ("where", .left), ("when", .left), ("flags", .left),
        ])
        for claim in claims {
            let low = Figures.plain(claim.low)
            let high = Figures.plain(claim.high)
            let size = low == high || claim.isVague ? low : "\(low)–\(high)"
            let figure = [claim.qualifier.words, size, claim.unit.symbol]
            table.rows.append(
                [
                    String(claim.start), claim.kind.rawValue, claim.measure.rawValue,
                    figure.filter { !$0.isEmpty }.joined(separator: " "), Self.short(claim.quote, 40),
                    Self.short(claim.actor ?? "", 20), Self.short(claim.places.first ?? "", 20),
                    Self.short(claim.date ?? claim.period?.from ?? "", 14),
                    claim.flags.map(\.rawValue).joined(separator: ", "),
                ])
        }
        let count = "\(claims.count) geospatial \(claims.count == 1 ? "figure" : "figures")"
        page.line("\(SafeText.escaped(id)): \(count)")
        page.table(table)
    }

    private static func short(_ text: String, _ width: Int) -> String {
        let text = SafeText.escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        return text.count <= width ? text : text.prefix(width - 1) + "…"
    }
}

/// The figures of some texts.
package struct ExtractReport: Report {
    private let texts: [ExtractedText]

    /// Texts with their figures, in the order in which they were given.
    package init(_ texts: [ExtractedText]) { self.texts = texts }

    /// A table for each text.
    package func table(on page: inout Page) { for text in texts { text.table(on: &page) } }

    /// A row per figure.
    package var rows: Rows { ExtractedText.rows(of: texts) }

    /// Of one text its own members, of several a list of texts.
    package var members: JSONObject {
        texts.count == 1
            ? texts.first?.members ?? [:] : ["texts": .array(texts.map { .object($0.members) })]
    }
}
