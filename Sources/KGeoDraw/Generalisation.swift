// Fewer places for drawing alone: what nobody could see is left out.

/// Generalisation by effective area (Visvalingam and Whyatt 1993): the place whose triangle with its neighbours is smallest goes
/// first, until every triangle is larger than what can be seen.
enum Generalisation {
    /// Below so many square px a corner is not seen.
    static let unseen = 0.3

    /// Fewer places of a line or ring.
    ///
    /// - Parameter isRing: whether the last place is followed by the first, which is not repeated; of a ring three places
    ///   stay, of a line both ends.
    static func simplified(_ line: [Point], isRing: Bool, below area: Double = unseen) -> [Point] {
        let points = withoutRepeats(line)
        let least = isRing ? 3 : 2
        let n = points.count
        guard n > least, area > 0 else { return points }
        var before = (0..<n).map { $0 == 0 ? n - 1 : $0 - 1 }
        var after = (0..<n).map { $0 == n - 1 ? 0 : $0 + 1 }
        var sizes = [Double](repeating: .infinity, count: n)
        var heap = Heap()
        func triangle(_ i: Int) -> Double {
            let (a, b, c) = (points[before[i]], points[i], points[after[i]])
            return abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
        }
        for i in 0..<n where isRing || (i > 0 && i < n - 1) {
            sizes[i] = triangle(i)
            heap.push(sizes[i], i)
        }
        var left = n
        while left > least, let (size, i) = heap.pop() {
            // An entry of before its neighbours went.
            guard size == sizes[i] else { continue }
            guard size < area else { break }
            sizes[i] = -1
            left -= 1
            let (a, b) = (before[i], after[i])
            after[a] = b
            before[b] = a
            for j in [a, b] where sizes[j] >= 0 && sizes[j] < .infinity {
                // Never smaller than what went before it, or a slow bend would vanish bit by bit.
                sizes[j] = max(triangle(j), size)
                heap.push(sizes[j], j)
            }
        }
        return (0..<n).filter { sizes[$0] >= 0 }.map { points[$0] }
    }

    /// Without places that lie within a fiftieth of a px of the one before.
    private static func withoutRepeats(_ line: [Point]) -> [Point] {
        var points: [Point] = []
        for (i, point) in line.enumerated() {
            if let last = points.last, i < line.count - 1, (point - last).length < 0.02 { continue }
            points.append(point)
        }
        return points
    }

    /// A heap with the smallest first; of equal ones the first place.
    private struct Heap {
        private var items: [(Double, Int)] = []

        mutating func push(_ size: Double, _ index: Int) {
            items.append((size, index))
            var i = items.count - 1
            while i > 0, items[i] < items[(i - 1) / 2] {
                items.swapAt(i, (i - 1) / 2)
                i = (i - 1) / 2
            }
        }

        mutating func pop() -> (Double, Int)? {
            guard let first = items.first else { return nil }
            let last = items.removeLast()
            guard !items.isEmpty else { return first }
            items[0] = last
            var i = 0
            while true {
                var least = i
                for child in [2 * i + 1, 2 * i + 2] where child < items.count && items[child] < items[least] {
                    least = child
                }
                if least == i { return first }
                items.swapAt(i, least)
                i = least
            }
        }
    }
}
