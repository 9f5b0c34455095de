// A word that is nearly another one: which was meant.

/// Which known word a misspelt one means.
package enum Spelling {
    /// The known word that is meant by a misspelt one: one that begins with it, else the one with the fewest changes
    /// if they are few; nil when none is near.
    package static func nearest(to word: String, among known: [String]) -> String? {
        let word = word.lowercased()
        if word.count >= 2, let longer = known.first(where: { $0.hasPrefix(word) }) { return longer }
        let near = known.map { (word: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
        guard let near, near.distance <= max(1, min(3, word.count / 2)) else { return nil }
        return near.word
    }

    /// How many letters are added, left out, replaced, or swapped with their neighbour between two words.
    package static func distance(_ first: String, _ second: String) -> Int {
        let (a, b) = (Array(first), Array(second))
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var before = [Int]()
        var row = Array(0...b.count)
        for i in 1...a.count {
            var next = [i]
            for j in 1...b.count {
                var best = min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, before[j - 2] + 1)
                }
                next.append(best)
            }
            (before, row) = (row, next)
        }
        return row[b.count]
    }
}
