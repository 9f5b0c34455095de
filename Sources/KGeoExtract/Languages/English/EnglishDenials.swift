// Words: how English says that nothing is held, or that nothing was taken.

/// The words of a language by which a sentence denies that ground is held, taken or lost.
package struct DenialWords: Sendable {
    /// "no", "not": behind one of them stands what is denied.
    package var none: Set<String>
    /// What a side has over ground: "control".
    package var control: Set<String>
    /// What control must be to be denied, and not only spoken of: "permanent".
    package var kinds: Set<String>
    /// To say that something is not so: "denied".
    package var deny: Set<String>
    /// To hold ground, to take it, to lose it.
    package var hold, take, lose: Set<String>
    /// "any": before what is denied.
    package var any: Set<String>
    /// What ground is measured in or called: "metre", "ground".
    package var ground: Set<String>
    /// "single": not one of them.
    package var single: Set<String>
    /// Who does it is named behind it: "by".
    package var by: Set<String>

    /// English.
    package static let english = DenialWords(
        none: ["no", "not", "nothing", "none"], control: ["control"],
        kinds: ["permanent", "full", "established", "any", "lasting"],
        deny: ["denied", "denies", "deny", "denying", "rejected", "rejects", "refuted", "refutes"],
        hold: [
            "hold", "holds", "held", "holding", "control", "controls", "controlled", "occupy", "occupied",
        ],
        take: [
            "take", "taken", "took", "taking", "capture", "captured", "capturing", "seize", "seized",
            "seizing",
            "gain", "gained", "gaining", "advanced", "occupied",
        ],
        lose: ["lose", "lost", "losing", "surrendered", "ceded", "yielded", "abandoned"],
        any: ["any", "a", "single"],
        ground: [
            "metre", "metres", "meter", "meters", "kilometre", "kilometer", "inch", "ground", "territory",
            "land",
            "village", "villages", "settlement", "settlements", "town", "position", "positions", "control",
        ], single: ["single", "one"], by: ["by"])
}
