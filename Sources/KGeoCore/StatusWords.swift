// What the statuses of a map are called: "burned" of a fire, "covered" of a flood. Codes stay what they are.

/// The words for the statuses of a map. Where nothing is said a status is called by its code, as on maps of who holds what.
public struct StatusWords: Hashable, Sendable, Codable {
    /// What ground of the status `controlled` is called; nil for its code.
    public var controlled: String?
    /// What ground of the status `contested` is called.
    public var contested: String?
    /// What ground of the status `claimed` is called.
    public var claimed: String?

    /// Words for some statuses.
    public init(controlled: String? = nil, contested: String? = nil, claimed: String? = nil) {
        self.controlled = controlled
        self.contested = contested
        self.claimed = claimed
    }

    /// Of a map whose areas have no status at all: they are there as drawn.
    public static let drawn = StatusWords(controlled: "drawn")

    /// Whether any status has a word of its own.
    public var isOwn: Bool { self != StatusWords() }

    /// The word of its own that a status has; nil where it is called by its code.
    public subscript(status: Status) -> String? {
        get {
            switch status {
            case .controlled: controlled
            case .contested: contested
            case .claimed: claimed
            }
        }
        set {
            switch status {
            case .controlled: controlled = newValue
            case .contested: contested = newValue
            case .claimed: claimed = newValue
            }
        }
    }

    /// What a status is called.
    public func word(_ status: Status) -> String { self[status] ?? status.rawValue }

    /// What ground that a definition counts is called: `controlled+contested`, `burned`.
    public func label(_ counting: Counting) -> String {
        counting.statuses.map(word).joined(separator: "+")
    }

    /// Ground of a definition behind its area: `controlled`, `with the grey zone`, `burned or smouldering`.
    public func ending(_ counting: Counting) -> String {
        guard isOwn else {
            return counting == .controlledAndContested ? "with the grey zone" : counting.label
        }
        return counting.statuses.map(word).joined(separator: " or ")
    }
}
