// The elements of a page that are open, and those that stand beside its article, in one pass.

/// Elements of HTML as they open and close. An element that is not closed ends where the one around it does.
struct ElementStack {
    /// An element with the bytes from its first tag to behind its last.
    struct Element {
        var name: String
        var range: Range<Int>
    }

    private var open: [(name: String, start: Int, isBeside: Bool)] = []
    private var counts: [String: Int] = [:]
    /// Elements that stand beside an article, in the order in which they ended.
    private(set) var beside: [Element] = []

    /// An element begins. A paragraph ends with the next block.
    mutating func open(_ name: String, at start: Int, isBeside: Bool) {
        if open.last?.name == "p" { end(at: start) }
        open.append((name, start, isBeside))
        counts[name, default: 0] += 1
    }

    /// An element ends, and with it all that is still open inside.
    ///
    /// - Parameters:
    ///   - start: where its closing tag begins.
    ///   - end: where its closing tag ends.
    mutating func close(_ name: String, at start: Int, end place: Int) {
        guard counts[name, default: 0] > 0 else { return }
        while let last = open.last, last.name != name { end(at: start) }
        end(at: place, isSaid: true)
    }

    /// Ends the innermost element. One that a class names, and that nothing closes, may as well hold all the rest.
    private mutating func end(at place: Int, isSaid: Bool = false) {
        guard let last = open.popLast() else { return }
        counts[last.name, default: 0] -= 1
        if last.isBeside, isSaid || last.name == "p" || MarkupTables.neverArticle.contains(last.name) {
            beside.append(Element(name: last.name, range: last.start..<place))
        }
    }
}

extension Array {
    /// The first index from which on something does not hold, where it holds for all before and for none behind.
    func partitioned(_ isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [Range<Int>] {
    /// The index of the first range that begins behind a place.
    func firstIndex(from place: Int) -> Int { partitioned { $0.lowerBound <= place } }
}
