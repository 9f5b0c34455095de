// A scenario's own claim of a figure that a text states: whether it serves, and where its author reads it otherwise.

public import KGeoCore
internal import KGeoExtract

/// The claim of a scenario that has the numbers and the unit of a figure of a text.
public struct OwnClaim: Hashable, Sendable {
    /// In what the author of the scenario holds the figure otherwise than the text words it.
    public enum Difference: String, CaseIterable, Hashable, Sendable { case qualifier, kind, time }

    /// The claim as the scenario has it.
    public let claim: Claim
    /// What differs; what the text says is judged.
    public let differences: [Difference]

    init(_ claim: Claim, of figure: ExtractedClaim) {
        self.claim = claim
        var differences: [Difference] = []
        if claim.qualifier != figure.qualifier { differences.append(.qualifier) }
        if claim.kind != figure.kind { differences.append(.kind) }
        if !Self.agrees(claim, TimeReading(figure)) { differences.append(.time) }
        self.differences = differences
    }

    /// Whether its ground and time are those of the text: the same kind of quantity, said of a time that agrees.
    var serves: Bool { !differences.contains(.kind) && !differences.contains(.time) }

    /// The claim with the words of the text: its number, qualifier and quote, and its day where it names one.
    func serving(_ figure: ExtractedClaim, number: Int) -> Claim {
        var served = claim
        served.id = "\(number)-\(claim.id)"
        (served.numbers, served.unit, served.qualifier) = (figure.numbers, figure.unit, figure.qualifier)
        // The rounding is the text's as well.
        served.resolution = nil
        served.equivalent = figure.equivalent
        served.quote = figure.quote
        if let worded = figure.worded { served.worded = worded }
        if case .day(let day) = TimeReading(figure), served.period == nil { served.asOf = day }
        return served
    }

    /// Whether a text's time is that of the claim; a text without one leaves it to the author.
    private static func agrees(_ claim: Claim, _ time: TimeReading) -> Bool {
        let said: ClosedRange<CalendarDate>
        switch time {
        case .none: return true
        case .day(let day): said = day...day
        case .span(let span): said = span
        }
        guard let own = claim.asOf.map({ $0...$0 }) ?? claim.period else { return true }
        return own.overlaps(said)
    }
}

extension Claim {
    /// How many days apart two statements of what is held may be and still be of one state.
    private static let days = 7

    /// Whether region, holder and time of a claim are those of a reading, as far as both have them.
    func agrees(with reading: Reading) -> Bool {
        if let region = subject.region, !reading.regions.isEmpty, reading.holder != nil {
            let names = reading.regions.map(Gazetteer.folded)
            guard names.contains(Gazetteer.folded(region)) else { return false }
        }
        if let holder = subject.holder, let said = reading.holder, kind == .area || kind == .share {
            let isLoss = (measure == .lost) != (reading.measure == .lost)
            guard (holder == said) != isLoss else { return false }
        }
        guard let own = asOf.map({ $0...$0 }) ?? period,
            let said = reading.asOf.map({ $0...$0 }) ?? reading.period
        else { return true }
        return own.overlaps(said)
            || min(
                abs(own.upperBound.days(to: said.lowerBound)), abs(said.upperBound.days(to: own.lowerBound)))
                <= Self.days
    }
}

extension ExtractedClaim {
    /// The figure as printed in a second unit, where it is one number.
    var equivalent: Claim.Equivalent? {
        guard let other = equivalents.first, let number = other.numbers.first, other.numbers.count == 1 else {
            return nil
        }
        return Claim.Equivalent(number: number, unit: other.unit)
    }
}
