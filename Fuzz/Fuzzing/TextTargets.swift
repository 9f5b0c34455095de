// Bytes as text: JSON and its numbers against Foundation and the C library, figures, and tables of claims.

import Foundation
import KGeoClaims
import KGeoCore
import KGeoExtract
import KGeoJSON

let textTargets = [
    FuzzTarget(
        name: "json", oracle: "Foundation's parser accepts the same texts and gives the same values",
        run: json),
    FuzzTarget(name: "number", oracle: "RFC 8259's grammar, and strtod bit for bit", run: number),
    FuzzTarget(
        name: "extract",
        oracle: "a quote is what stands in the text, figures are finite, twice gives the same",
        run: extract),
    FuzzTarget(
        name: "csv", oracle: "rows hold as many cells as the header, twice gives the same claims", run: csv),
]

// MARK: JSON

private func json(_ bytes: [UInt8]) {
    let ours = try? JSONText.value(reading: ByteSource(bytes))
    let pieces = try? JSONText.value(reading: ByteSource(bytes, pieceSize: 1))
    if ours != pieces { failed("the seams of what is read change the value") }
    // Foundation reads UTF-16 and UTF-32 too, and lets what is no UTF-8 pass in some places.
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0), bytes.first != 0xEF else {
        return
    }
    let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    switch (ours, theirs) {
    case (let ours?, let theirs?):
        if !same(ours, theirs) { failed("another value than Foundation's") }
    case (_?, nil):
        // Numbers beyond all doubles are left to the one who asks for them.
        if !hasLargeNumber(ours ?? .null) && depth(bytes) < 500 { failed("read, where Foundation refuses") }
    case (nil, _?):
        if depth(bytes) < 500 && !isLenient(bytes) { failed("refused, where Foundation reads") }
    case (nil, nil): break
    }
}

private func hasLargeNumber(_ value: JSONValue) -> Bool {
    switch value {
    case .number(let number): !number.value.isFinite || number.text.count > 15
    case .array(let elements): elements.contains(where: hasLargeNumber)
    case .object(let object): object.members.contains { hasLargeNumber($0.value) }
    default: false
    }
}

private func depth(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
}

/// What Foundation takes and RFC 8259 does not: halves of surrogate pairs, bytes behind a text, a comma before a bracket.
private func isLenient(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let dense = bytes.filter { ![9, 10, 13, 32].contains($0) }
    let hasLastComma = zip(dense, dense.dropFirst()).contains {
        $0 == UInt8(ascii: ",") && ($1 == UInt8(ascii: "]") || $1 == UInt8(ascii: "}"))
    }
    return hasLastComma || text.contains("\\ud")
        || bytes.contains { $0 < 0x20 && ![9, 10, 13].contains($0) } || bytes.contains(0x7F)
}

private func same(_ ours: JSONValue, _ theirs: Any) -> Bool {
    switch ours {
    case .null: return theirs is NSNull
    case .bool(let value): return (theirs as? NSNumber)?.boolValue == value
    case .number(let number):
        guard let other = theirs as? NSNumber else { return false }
        // Foundation takes what has many digits as a decimal number, and rounds twice.
        return number.text.count > 15 || other.doubleValue == number.value
    case .string(let text): return (theirs as? String) == text
    case .array(let elements):
        guard let others = theirs as? [Any], others.count == elements.count else { return false }
        return zip(elements, others).allSatisfy { same($0, $1) }
    case .object(let object):
        guard let others = theirs as? [String: Any] else { return false }
        let names = Set(object.members.map(\.name))
        // A name that stands twice, or twice after canonical equivalence, is read differently.
        guard names.count == object.members.count else { return true }
        return names.count == others.count
            && object.members.allSatisfy { member in
                others[member.name].map { same(member.value, $0) } ?? false
            }
    }
}

// MARK: Numbers

private func number(_ bytes: [UInt8]) {
    let letters = Array("0123456789.eE+-".utf8)
    let text = bytes.prefix(400).map { letters[Int($0) % letters.count] }
    let ours = try? JSONText.value(reading: ByteSource(Array("[".utf8) + text + Array("]".utf8))).array?.first
    let isNumber = isJSONNumber(text)
    guard let ours else {
        if isNumber && strtod(String(decoding: text, as: UTF8.self), nil).isFinite {
            failed("a number is refused")
        }
        return
    }
    guard isNumber, case .number(let read) = ours else { failed("what is no number is read as one") }
    let right = strtod(String(decoding: text, as: UTF8.self), nil)
    if right.bitPattern != read.value.bitPattern { failed("\(read.value) for \(right)") }
}

/// RFC 8259, section 6.
private func isJSONNumber(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    func digits() -> Bool {
        let count = rest.prefix { (48...57).contains($0) }.count
        rest = rest.dropFirst(count)
        return count > 0
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == 48 { rest = rest.dropFirst() } else if !digits() { return false }
    if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        if !digits() { return false }
    }
    if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
        rest = rest.dropFirst()
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            rest = rest.dropFirst()
        }
        if !digits() { return false }
    }
    return rest.isEmpty
}

// MARK: Figures

private let extractor = Extractor()

private func extract(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let claims = extractor.claims(in: text)
    if claims != extractor.claims(in: text) { failed("a second reading gives other figures") }
    let scalars = Array(text.unicodeScalars)
    for claim in claims {
        guard claim.start >= 0, claim.start < claim.end, claim.end <= scalars.count else {
            failed("a place outside the text")
        }
        var quote = String.UnicodeScalarView()
        quote.append(contentsOf: scalars[claim.start..<claim.end])
        if String(quote) != claim.quote { failed("a quote that does not stand there: \(claim.quote)") }
        if !claim.numbers.allSatisfy(\.value.isFinite) { failed("a figure that is no number") }
    }
}

private func csv(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let table = try? CSVTable(text) else { return }
    if table != (try? CSVTable(text)) { failed("a second reading gives another table") }
    for row in table.rows where row.cells.count != table.header.count { failed("a row as long as no header") }
    for (index, object) in ClaimReading.objects(table).enumerated() {
        var problems: [Problem] = []
        let claim = ClaimReading.claim(
            object, index: index, words: FigureReader.english, takesWords: true, problems: &problems)
        if (claim == nil) == problems.isEmpty { failed("a claim without a reason why it is none") }
    }
}
