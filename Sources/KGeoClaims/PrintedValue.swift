// The one number that a claim is compared by: in ratios, in drawings, in sentences.

public import KGeoCore

extension Claim {
    /// The qualifier it is checked by. "Up to" said of a peak speaks of the peak itself, so it is read as "about".
    public var checkedQualifier: Qualifier { qualifier == .upTo && measure == .peak ? .about : qualifier }

    /// The printed number in its own unit: of a bound the bound, of a range its middle.
    public var printedValue: Double {
        let values = numbers.map(\.value)
        return switch checkedQualifier {
        case .atLeast, .moreThan: values.min() ?? 0
        case .atMost, .lessThan, .upTo: values.max() ?? 0
        case .exact, .about, .between, .nearly: values.reduce(0, +) / Double(max(1, values.count))
        }
    }

    /// The same in SI.
    public var printedSI: Double { unit.si(printedValue) }

    /// The interval it is checked by.
    public var checkedInterval: ClaimInterval { ClaimInterval(self, as: checkedQualifier) }
}
