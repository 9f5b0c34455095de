// The claims of one text as JSON, CSV and a table.

internal import KGeo

/// A text's claims, ready to print.
struct ExtractedText {
    var id: String
    var claims: [ExtractedClaim]

    /// The object that the contract of `extract` names.
    var json: JSONValue { .object(["id": .string(id), "claims": .array(claims.map(Self.json))]) }

    private static func json(_ claim: ExtractedClaim) -> JSONValue {
        .object([
            "kind": .string(claim.kind.rawValue), "measure": .string(claim.measure.rawValue),
            "value_min": .number(claim.low), "value_max": .number(claim.high),
            "unit": .string(claim.unit.name), "qualifier": .string(claim.qualifier.rawValue),
            "quote": .string(claim.quote), "start": .number(JSONNumber(claim.start)),
            "end": .number(JSONNumber(claim.end)),
            "si_min": .number(claim.siLow), "si_max": .number(claim.siHigh),
            "worded": .text(claim.worded?.label), "places": .array(claim.places.map { .string($0) }),
            "actor": .text(claim.actor), "attribution": .text(claim.attribution), "date": .text(claim.date),
            "period": claim.period.map { .array([.text($0.from), .text($0.to)]) } ?? .null,
            "equivalents": .array(
                claim.equivalents.map { other in
                    .object([
                        "value_min": .number(other.low), "value_max": .number(other.high),
                        "unit": .string(other.unit.name),
                    ])
                }),
            "flags": .array(claim.flags.map { .string($0.rawValue) }),
        ])
    }

    static let csvHeader =
        "id,kind,measure,value_min,value_max,unit,qualifier,quote,start,end,si_min,si_max,worded,places,actor,attribution,date,period_from,period_to,flags"

    /// One line per claim.
    var csvRows: [String] {
        claims.map { claim in
            var cells = [SafeText.csvCell(id), claim.kind.rawValue, claim.measure.rawValue]
            cells += [StreamRun.text(claim.low), StreamRun.text(claim.high)]
            cells += [claim.unit.name, claim.qualifier.rawValue, SafeText.csvCell(claim.quote)]
            cells += [String(claim.start), String(claim.end)]
            cells += [StreamRun.text(claim.siLow), StreamRun.text(claim.siHigh), claim.worded?.label ?? ""]
            let words = [
                claim.places.joined(separator: "; "), claim.actor ?? "", claim.attribution ?? "",
                claim.date ?? "",
                claim.period?.from ?? "", claim.period?.to ?? "",
                claim.flags.map(\.rawValue).joined(separator: "; "),
            ]
            cells += words.map(SafeText.csvCell)
            return cells.joined(separator: ",")
        }
    }

    /// A row per claim, for people.
    var table: [String] {
        guard !claims.isEmpty else { return ["\(SafeText.escaped(id)): no geospatial figure"] }
        var table = TextTable([
            ("at", .right), ("kind", .left), ("measure", .left), ("figure", .left), ("quote", .left),
            ("who", .left), ("where", .left), ("when", .left), ("flags", .left),
        ])
        for claim in claims {
            let low = Figures.plain(claim.low)
            let high = Figures.plain(claim.high)
            let figure = [claim.qualifier.words, low == high ? low : "\(low)–\(high)", claim.unit.symbol]
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
        return ["\(SafeText.escaped(id)): \(count)"] + table.lines()
    }

    private static func short(_ text: String, _ width: Int) -> String {
        let text = SafeText.escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        return text.count <= width ? text : text.prefix(width - 1) + "…"
    }
}
