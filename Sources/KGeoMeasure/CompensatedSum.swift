// Sums that do not lose the small terms beside the large ones.

/// Neumaier's compensated sum (*Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*,
/// ZAMM 54, 1974), the error of each addition taken by Knuth's formula (*The Art of Computer Programming* 2,
/// §4.2.2), which needs no comparison.
struct CompensatedSum: Sendable {
    private var sum = 0.0
    private var lost = 0.0

    mutating func add(_ term: Double) {
        let next = sum + term
        let part = next - sum
        lost += (sum - (next - part)) + (term - part)
        sum = next
    }

    var value: Double { sum + lost }
}

/// Two compensated sums side by side, which become one at the end.
struct CompensatedPair: Sendable {
    private var sum = Pair()
    private var lost = Pair()

    @inline(__always)
    mutating func add(_ terms: Pair) {
        let next = sum + terms
        let part = next - sum
        lost += (sum - (next - part)) + (terms - part)
        sum = next
    }

    /// Adds both to a sum.
    func added(to total: CompensatedSum) -> Double {
        var total = total
        for lane in 0..<2 { total.add(sum[lane]) }
        for lane in 0..<2 { total.add(lost[lane]) }
        return total.value
    }
}
