// What a claim means by a feature: its id, else its name, else its number. One rule for all ends of a claim.

internal import KGeoCore

extension Scenario {
    /// The feature that a text means beside those whose id it is: the one that is called so (`AreaName`), else the one of
    /// that number (`feature 3` or `3`); nil where none is meant, or several are.
    private func meant(by text: String) -> Int? {
        let called = features.indices.filter { features[$0].names.contains(text) }
        guard called.isEmpty else { return called.count == 1 ? called[0] : nil }
        let digits = text.hasPrefix("feature ") ? text.dropFirst("feature ".count) : text[...]
        guard let number = Int(digits), String(number) == digits else { return nil }
        return features.firstIndex { $0.index == number }
    }

    /// Lets claims name features by what they are called and by their numbers: a feature that is meant so and has no id
    /// takes the text as its id, and a claim takes the id of one that has another. A denominator that may be a feature or
    /// a region (`.region`) becomes the feature where there is one.
    public mutating func settleReferences() {
        var ids = Set(features.compactMap(\.id))
        func own(_ text: String?) -> String? {
            guard let text, !ids.contains(text), let number = meant(by: text) else { return text }
            if let id = features[number].id { return id }
            features[number].id = text
            ids.insert(text)
            return text
        }
        var settled = claims
        for i in settled.indices {
            settled[i].subject.id = own(settled[i].subject.id)
            settled[i].from = own(settled[i].from)
            settled[i].to = own(settled[i].to)
            if let inside = settled[i].inside?.id { settled[i].inside?.id = own(inside) }
            switch settled[i].of {
            case .feature(let id)?: settled[i].of = own(id).map { .feature(id: $0) }
            case .region(let name)?:
                if let id = own(name), ids.contains(id) { settled[i].of = .feature(id: id) }
            default: break
            }
        }
        claims = settled
    }
}
