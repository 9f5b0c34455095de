// What a --claim of check is said of: its kind, its subject, its ends.

internal import ArgumentParser
internal import KGeo

struct FigureArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The kind of a --claim in km or miles: length, distance, depth, width or radius.",
            valueName: "kind"))
    var kind: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The feature a --claim speaks of; left out: the control areas, or the lines.", valueName: "id"))
    var subject: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Where a distance, a stretch of line, a depth or a radius begins.", valueName: "id"))
    var from: String?
    @Option(name: .long, help: ArgumentHelp("Where a distance or a stretch of line ends.", valueName: "id"))
    var to: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Count a length inside this feature only, or inside all control areas.", valueName: "id|control"))
    var inside: String?

    /// Puts the options into a claim, as a claims file would say them.
    func complete(_ claim: inout Claim) throws {
        if claim.unit.dimension == .length {
            let kinds: [ClaimKind] = [.length, .distance, .depth, .width, .radius]
            let names = kinds.map(\.rawValue).joined(separator: ", ")
            guard let kind else {
                throw Problem(
                    .usage,
                    "\"\(claim.quote ?? "")\" may be a length, a distance, a depth, a width or a radius",
                    hint: "say which with --kind \(names)")
            }
            guard let known = ClaimKind(rawValue: kind), kinds.contains(known) else {
                throw Problem(
                    .usage, "--kind \(kind) is no kind of figure in \(claim.unit.symbol)",
                    hint: "use one of: \(names)")
            }
            claim.kind = known
        } else if let kind, kind != claim.kind.rawValue {
            throw Problem(
                .usage,
                "--kind \(kind) does not go with \"\(claim.quote ?? "")\", which is of kind \(claim.kind.rawValue)",
                hint: "the unit says the kind of an area, a share or a rate")
        }
        claim.subject.id = subject
        let allowed: [(option: String, value: String?, kinds: [ClaimKind])] = [
            ("--from", from, [.distance, .length, .depth, .radius]), ("--to", to, [.distance, .length]),
            ("--inside", inside, [.length]),
        ]
        for (option, value, kinds) in allowed where value != nil && !kinds.contains(claim.kind) {
            throw Problem(
                .usage, "\(option) has no meaning for a claim of kind \(claim.kind.rawValue)",
                hint: "it belongs to: " + kinds.map(\.rawValue).joined(separator: ", "))
        }
        if claim.kind == .distance, from == nil, to == nil {
            throw Problem(
                .usage, "a distance needs an end",
                hint:
                    "say the ids of two features with --from and --to; with one, the other end is the map's ground"
            )
        }
        claim.from = from
        claim.to = to
        claim.inside = inside.map { $0 == Role.control.rawValue ? Subject(role: .control) : Subject(id: $0) }
    }

    /// An option that speaks of a --claim, when there is one.
    var given: String? {
        [("--kind", kind), ("--subject", subject), ("--from", from), ("--to", to), ("--inside", inside)]
            .first { $0.1 != nil }?.0
    }
}
