// Units behind a number, in all their spellings.

internal import KGeoCore

/// A unit of a sentence.
struct UnitSpan {
    var unit: MeasureUnit
    var end: Int
    /// Joined to the number or to the word behind by a hyphen: "a 20-km buffer".
    var isAdjective = false
    /// Its name begins with a capital: "Three Mile Island".
    var isCapital = false
}

extension Sentence {
    /// The unit of area or length that begins at a token.
    func unitName(at i: Int) -> UnitSpan? {
        guard isInside(i) else { return nil }
        if tokens[i].kind == .sign {
            guard tokens[i].value == 0x33A2 else { return nil }
            return UnitSpan(unit: .km2, end: i + 1)
        }
        guard isWord(i) else { return nil }
        if has(i, .square) {
            var k = i + 1
            if isSign(k, ".") { k += 1 }
            guard let base = base(k), let unit = MeasureUnit.named(base.unit.name + "2") else { return nil }
            return UnitSpan(
                unit: unit, end: afterPoint(base.end, short: k), isAdjective: isHyphenated(i),
                isCapital: isCapital(i))
        }
        if has(i, .nominal) {
            guard let pitch = pitch(i + 1) else { return nil }
            return UnitSpan(unit: pitch, end: i + 2, isAdjective: isHyphenated(i))
        }
        // "terrains de football"
        if has(i, .measured), has(i + 1, .of), has(i + 2, .nominal), let pitch = pitch(i) {
            return UnitSpan(unit: pitch, end: i + 3)
        }
        guard let base = base(i) else { return nil }
        var span = base
        span.isAdjective = isHyphenated(i)
        span.isCapital = isCapital(i) && !tokens[i].traits.contains(.upper)
        guard span.unit.dimension == .length else {
            // "acre-feet" is a volume.
            if isHyphenated(span.end), entry(span.end).unit?.name == "ft" { return nil }
            return span
        }
        let k = span.end
        if isInside(k), tokens[k].kind == .sign, tokens[k].value == 0xB2, isGlued(k) {
            return squared(span, k + 1)
        }
        if isInside(k), tokens[k].kind == .sign, tokens[k].value == 0xB3 { return nil }
        if isSign(k, "^"), isNumber(k + 1) { return digit(k + 1) == 2 ? squared(span, k + 2) : nil }
        if isNumber(k), isGlued(k), !isHyphenated(k) { return digit(k) == 2 ? squared(span, k + 1) : nil }
        if isNumber(k), digit(k) == 2, tokens[k].gap == .space, ["km", "mi"].contains(entry(i).unit?.name),
            tokens[i].end - tokens[i].start == 2, !isWord(k + 1) || !has(k + 1, .timeNoun),
            pauses(k + 1) || has(k + 1, [.preposition, .and, .or, .auxiliary])
        {
            return squared(span, k + 1)
        }
        if has(k, .squared) { return squared(span, afterPoint(k + 1, short: k)) }
        // "milles marins", "millas náuticas"
        if lexicon.plays(.nautical, tokens[safe: k]), ["mi", "nmi"].contains(span.unit.name),
            let unit = MeasureUnit.named("nmi")
        {
            span.unit = unit
            span.end = k + 1
            return span
        }
        span.end = afterPoint(k, short: i)
        return span
    }

    private func digit(_ k: Int) -> Double { numerals[Int(tokens[k].value)].value }

    private func squared(_ span: UnitSpan, _ end: Int) -> UnitSpan? {
        guard let unit = MeasureUnit.named(span.unit.name + "2") else { return nil }
        var span = span
        span.unit = unit
        span.end = end
        return span
    }

    /// A point behind an abbreviated unit belongs to it when the sentence goes on.
    private func afterPoint(_ k: Int, short i: Int) -> Int {
        guard isSign(k, "."), isGlued(k), isInside(k + 1), tokens[i].end - tokens[i].start <= 3 else {
            return k
        }
        return k + 1
    }

    /// "football pitches", "soccer fields": one nominal unit.
    private func pitch(_ i: Int) -> MeasureUnit? {
        has(i, .measured) ? MeasureUnit.named("football_pitch") : nil
    }

    private func base(_ i: Int) -> UnitSpan? {
        guard isWord(i) else { return nil }
        // "nautical miles", "NM" and "n.m."
        if has(i, .measured), let next = entry(i + 1).unit, next.name == "mi" {
            return MeasureUnit.named("nmi").map { UnitSpan(unit: $0, end: i + 2) }
        }
        guard let unit = entry(i).unit else { return nil }
        let length = tokens[i].end - tokens[i].start
        // A capital M is a million or a Mach number, AC a current; "Ha" is an exclamation.
        if length == 1, tokens[i].isCapital { return nil }
        if length == 2, tokens[i].traits.contains(.upper), unit.name == "acre" { return nil }
        if length == 2, tokens[i].isCapital, !tokens[i].traits.contains(.upper), unit.name == "ha" {
            return nil
        }
        return UnitSpan(unit: unit, end: i + 1)
    }

    /// A sign or word for hundredths; percentage points are none.
    func percent(at i: Int) -> Int? {
        guard isInside(i) else { return nil }
        if isSign(i, "%") || tokens[i].value == 0xFF05 && tokens[i].kind == .sign {
            return pointsBehind(i + 1) ? nil : i + 1
        }
        if has(i, .per), lexicon.isCent(tokens[safe: i + 1]) { return i + 2 }
        if lexicon.isPercent(tokens[i]) { return pointsBehind(i + 1) ? nil : i + 1 }
        return nil
    }

    private func pointsBehind(_ i: Int) -> Bool { isWord(i) && lexicon.isPoint(tokens[i]) }
}

extension Array {
    /// The element there, or nil.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
