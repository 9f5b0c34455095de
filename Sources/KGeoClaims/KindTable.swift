// What each kind of claim may say: in which units, from where to where, and of what. The one table of it.

public import KGeoCore

/// A part of a claim that says from where, to where or inside of what a figure is measured.
public enum ClaimEnd: String, CaseIterable, Hashable, Sendable {
    case from, to, inside
}

/// What a kind of claim may say.
public struct KindRule: Hashable, Sendable {
    /// What its unit may measure.
    public let dimensions: [UnitDimension]
    /// The ends it may have.
    public let ends: Set<ClaimEnd>
    /// Whether it needs `from` or `to`.
    public let needsAnEnd: Bool
    /// Whether `from` and `to` come together or not at all, and not beside `inside`.
    public let isStretch: Bool
    /// What its subject is when the claim does not say: features of this role.
    public let subject: Role
    /// Whether what was gained or lost of it can be measured.
    public let canChange: Bool

    init(
        _ dimensions: [UnitDimension], ends: Set<ClaimEnd> = [], needsAnEnd: Bool = false,
        isStretch: Bool = false, subject: Role = .control, canChange: Bool = false
    ) {
        self.dimensions = dimensions
        self.ends = ends
        self.needsAnEnd = needsAnEnd
        self.isStretch = isStretch
        self.subject = subject
        self.canChange = canChange
    }
}

extension ClaimKind {
    /// What a claim of this kind may say.
    public var rule: KindRule {
        switch self {
        case .area: KindRule([.area], canChange: true)
        case .share: KindRule([.ratio], canChange: true)
        case .length: KindRule([.length], ends: [.from, .to, .inside], isStretch: true, subject: .line)
        case .distance: KindRule([.length], ends: [.from, .to], needsAnEnd: true)
        case .depth, .radius: KindRule([.length], ends: [.from])
        case .width, .extent: KindRule([.length])
        case .rate: KindRule([.areaRate, .lengthRate], canChange: true)
        }
    }

    /// The kinds whose figures may have a unit of some dimension.
    public static func kinds(of dimension: UnitDimension) -> [ClaimKind] {
        allCases.filter { $0.rule.dimensions.contains(dimension) }
    }

    /// The kinds that may have an end.
    public static func kinds(with end: ClaimEnd) -> [ClaimKind] {
        allCases.filter { $0.rule.ends.contains(end) }
    }

    /// What is wrong with the ends that a claim of this kind gives; nil when it may have them.
    ///
    /// - Parameter name: how an end is called where the claim was written: `from`, `--from`.
    public func fault(
        ends given: Set<ClaimEnd>, name: (ClaimEnd) -> String = { $0.rawValue }
    ) -> EndFault? {
        if let end = ClaimEnd.allCases.first(where: { given.contains($0) && !rule.ends.contains($0) }) {
            let kinds = Self.kinds(with: end).map(\.rawValue).joined(separator: ", ")
            return EndFault(
                end: end, message: "\(name(end)) has no meaning for a claim of kind \(rawValue)",
                hint: "it belongs to: \(kinds)")
        }
        let (from, to) = (given.contains(.from), given.contains(.to))
        if rule.needsAnEnd, !from, !to {
            return EndFault(
                end: .from, message: "a \(rawValue) needs an end",
                hint:
                    "give the ids of two features as \(name(.from)) and \(name(.to)); with one, the other end is the subject's ground"
            )
        }
        if rule.isStretch, given.contains(.inside), from || to {
            return EndFault(
                end: .inside,
                message: "a \(rawValue) is counted inside something or between two features, not both",
                hint: "take one of \(name(.inside)) and \(name(.from)), \(name(.to))")
        }
        if rule.isStretch, from != to {
            return EndFault(
                end: from ? .to : .from,
                message: "the stretch of a line needs both its ends, \(name(.from)) and \(name(.to))",
                hint: "give the ids of two features that it runs between")
        }
        return nil
    }
}

/// What is wrong with the ends of a claim.
public struct EndFault: Hashable, Sendable {
    /// The end that is one too many, or missing.
    public let end: ClaimEnd
    /// One sentence.
    public let message: String
    /// What to do.
    public let hint: String
}

extension Claim {
    /// The ends it gives.
    public var ends: Set<ClaimEnd> {
        var ends: Set<ClaimEnd> = []
        if from != nil { ends.insert(.from) }
        if to != nil { ends.insert(.to) }
        if inside != nil { ends.insert(.inside) }
        return ends
    }
}
