// How often each input covers a place, as one number that can be added and negated.

/// Numbers for lists of counts by layer.
///
/// An edge has one for what crossing it from right to left adds, a face for how often it is covered. With one layer or
/// two the counts are the halves of the number itself, so that adding them is adding numbers. With more a number stands
/// for a list that is kept once, and sums of two are looked up.
struct CoverTable: Sendable {
    typealias Count = (layer: Int32, count: Int32)

    let isPacked: Bool
    private let layers: Int
    /// The lists by number, from 1; the first count of each is positive, and the negative number stands for its
    /// opposite. Nothing is 0.
    private var lists: [[Count]] = [[]]
    private var numbers: [[Int32]: Int64] = [:]
    private var sums: [UInt64: Int64] = [:]
    /// The sum that was asked for last.
    private var last: (a: Int64, b: Int64, sum: Int64) = (0, 0, 0)

    init(layers: Int) {
        self.layers = layers
        isPacked = layers <= 2
        guard !isPacked else { return }
        for layer in 0..<Int32(layers) { _ = number(of: [(layer, 1)]) }
    }

    /// Covered once by one layer.
    @inline(__always)
    func unit(_ layer: Int) -> Int64 { isPacked ? (layer == 0 ? 1 : 1 << 32) : Int64(layer) + 1 }

    /// The layer of a number that stands for one layer once, or for its opposite; nil for any other.
    func layer(ofUnit number: Int64) -> Int? {
        if isPacked { return number.magnitude == 1 ? 0 : number.magnitude == 1 << 32 ? 1 : nil }
        return (1...UInt64(max(1, layers))).contains(number.magnitude) ? Int(number.magnitude) - 1 : nil
    }

    @inline(__always)
    mutating func sum(_ a: Int64, _ b: Int64) -> Int64 {
        if isPacked { return a &+ b }
        if a == 0 { return b }
        if b == 0 { return a }
        if a == -b { return 0 }
        if last.a == a && last.b == b { return last.sum }
        let sum = lookUp(a, b)
        last = (a, b, sum)
        return sum
    }

    /// The counts of the two layers of a packed number.
    @inline(__always)
    static func halves(_ number: Int64) -> (Int32, Int32) {
        let low = Int32(truncatingIfNeeded: number)
        return (low, Int32(truncatingIfNeeded: (number &- Int64(low)) >> 32))
    }

    /// What a number stands for: counts that are not 0, by layer.
    func counts(of number: Int64) -> [Count] {
        if isPacked {
            let (first, second) = Self.halves(number)
            return [(0, first), (1, second)].filter { $0.count != 0 }
        }
        let list = lists[Int(number.magnitude)]
        return number < 0 ? list.map { ($0.layer, -$0.count) } : list
    }

    @inline(never)
    private mutating func lookUp(_ a: Int64, _ b: Int64) -> Int64 {
        let key = UInt64(UInt32(bitPattern: Int32(a))) << 32 | UInt64(UInt32(bitPattern: Int32(b)))
        if let known = sums[key] { return known }
        let (x, y) = (counts(of: a), counts(of: b))
        var result: [Count] = []
        var (i, j) = (0, 0)
        while i < x.count || j < y.count {
            if j == y.count || (i < x.count && x[i].layer < y[j].layer) {
                result.append(x[i])
                i += 1
            } else if i == x.count || y[j].layer < x[i].layer {
                result.append(y[j])
                j += 1
            } else {
                if x[i].count + y[j].count != 0 { result.append((x[i].layer, x[i].count + y[j].count)) }
                i += 1
                j += 1
            }
        }
        let sum = number(of: result)
        sums[key] = sum
        return sum
    }

    private mutating func number(of counts: [Count]) -> Int64 {
        guard let first = counts.first else { return 0 }
        let sign: Int32 = first.count > 0 ? 1 : -1
        let key = counts.flatMap { [$0.layer, sign * $0.count] }
        if let known = numbers[key] { return Int64(sign) * known }
        let next = Int64(lists.count)
        lists.append(counts.map { ($0.layer, sign * $0.count) })
        numbers[key] = next
        return Int64(sign) * next
    }
}
