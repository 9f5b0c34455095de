// Lengths that are no claims: densities, names, the range of weapons, depths of water, the size of things.

extension LengthRules {
    /// "85 per 100 km", "$40 per 2 km".
    var isDensity: Bool {
        sentence.has(lead - 1, .per) || sentence.has(lead - 1, .each)
            || (quantity.numbers.first?.isArticle ?? false && sentence.has(max(0, lead - 3)..<lead, .money))
    }

    /// "Three Mile Island", "8 Mile Road", "the Four Mile House".
    var isName: Bool { NameRules.isName(quantity, sentence) }

    var isWeaponRange: Bool {
        for i in max(0, lead - 14)..<min(sentence.count, after + 4) where sentence.has(i, .weaponRange) {
            // "mountain range", "in the range of": not a weapon's.
            if sentence.has(i - 1, .vertical) || sentence.has(i + 1, .from) { continue }
            return true
        }
        return false
    }

    /// A depth of water, earth or a quake.
    var isVertical: Bool {
        if sentence.mentions(.quake) { return true }
        if sentence.has(after..<after + 2, [.into, .border])
            && !sentence.has(max(0, lead - 4)..<after, .vertical)
        {
            return false
        }
        let inland = sentence.has(after..<after + 3, .into) && sentence.entry(after).part != .deep
        if inland { return false }
        return sentence.has(max(0, lead - 7)..<min(sentence.count, after + 4), .vertical)
    }

    /// A ship or a banner is long; a convoy is a line.
    var isObject: Bool {
        if !quantity.isAdjective,
            let noun = sentence.last(
                [.object, .line, .zone, .gap, .ground, .place], before: lead, within: 7),
            sentence.has(noun, .object), !sentence.has(noun, .line)
        {
            return !sentence.has(after..<after + 4, [.line, .gap, .zone])
        }
        if let noun = sentence.first([.object, .line, .zone, .gap], from: after, within: Reach.phrase) {
            return sentence.has(noun, .object) && !sentence.has(noun, .line)
        }
        return false
    }

    var isZoneNear: Bool {
        sentence.has(
            max(0, lead - 6)..<min(sentence.count, after + 6), [.zone, .exclusion, .border, .ground])
    }
}
