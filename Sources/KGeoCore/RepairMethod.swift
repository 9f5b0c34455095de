// The ways in which a surface that breaks the rules is made valid.

/// How a shape is repaired. The two may give different surfaces, so a report of a repair names the one used.
public enum RepairMethod: String, CaseIterable, Hashable, Sendable, Codable {
    /// All rings become lines, and what an odd number of them encloses is kept: every vertex stays, and what
    /// two rings both cover falls out (`GEOS_MAKE_VALID_LINEWORK`).
    case linework
    /// Each ring is repaired, shells are united and holes are cut out: what two shells both cover stays
    /// (`GEOS_MAKE_VALID_STRUCTURE`).
    case structure
}
