// A sum that does not lose the small terms beside the large ones.

/// Neumaier's compensated sum (*Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*,
/// ZAMM 54, 1974).
struct CompensatedSum: Sendable {
    private var sum = 0.0
    private var lost = 0.0

    mutating func add(_ term: Double) {
        let next = sum + term
        lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }

    var value: Double { sum + lost }
}
