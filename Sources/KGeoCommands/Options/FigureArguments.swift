// What a --claim of check is said of: its kind, its subject, its ends.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoCore

struct FigureArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The kind of a --claim in km or miles: length, distance, depth, width, radius or extent.",
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
            let kinds = ClaimKind.kinds(of: .length)
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
        claim.from = from
        claim.to = to
        claim.inside = inside.map { $0 == Role.control.rawValue ? Subject(role: .control) : Subject(id: $0) }
        if let fault = claim.kind.fault(ends: claim.ends, name: { "--\($0.rawValue)" }) {
            throw Problem(.usage, fault.message, hint: fault.hint)
        }
    }

    /// An option that speaks of a --claim, when there is one.
    var given: String? {
        [("--kind", kind), ("--subject", subject), ("--from", from), ("--to", to), ("--inside", inside)]
            .first { $0.1 != nil }?.0
    }
}
