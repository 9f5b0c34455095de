// How a reconstruction finds ground between settlements: by kriging, or by the nearest.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoReconstruct

/// The words of the methods.
enum ReconstructionMethodWord: String, CaseIterable, ExpressibleByArgument {
    case kriging, nearest
}

struct ReconstructionMethodArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "How ground is found: kriging (what is more likely held than not) or nearest (each settlement speaks for the ground nearest to it).",
            valueName: "method"))
    var method: ReconstructionMethodWord = .kriging
    @Option(
        name: .long,
        help: ArgumentHelp(
            "With kriging: how far apart places are still alike, such as 8km.", valueName: "length"))
    var range: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "With --method nearest: how far a settlement speaks for the ground around it, such as 5km, or none.",
            valueName: "length"))
    var maxReach: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "With --method nearest: further reaches to try, with commas.", valueName: "lengths"))
    var tryReach: String?
    @Option(
        name: .long,
        help: ArgumentHelp("With kriging: further ranges to try, with commas.", valueName: "lengths"))
    var tryRange: String?

    /// How many further reaches or ranges can be tried in one run.
    static let mostTrials = 20

    /// The method.
    ///
    /// - Throws: a problem `usage` when an option belongs to the other method or is no length.
    func choice() throws -> ReconstructionMethod {
        switch method {
        case .kriging:
            try foreign([(maxReach, "--max-reach"), (tryReach, "--try-reach")], to: "--method nearest")
            var model = KrigingModel()
            if let range { model.range = try Self.length(range, "--range", canBeNone: false) ?? model.range }
            let ranges = try lengths(tryRange, "--try-range")
            return .kriging(
                model,
                trials: (Kriger.rangeFactors.map { $0 * model.range } + ranges).sorted().map { range in
                    var other = model
                    other.range = range
                    return other
                })
        case .nearest:
            try foreign([(range, "--range"), (tryRange, "--try-range")], to: "--method kriging")
            let reach =
                try maxReach.map { text throws in
                    try Self.length(text, "--max-reach", canBeNone: true)
                } ?? ReconstructionSettings.defaultReach
            return .nearest(reach: reach, trials: try lengths(tryReach, "--try-reach"))
        }
    }

    private func foreign(_ options: [(String?, String)], to method: String) throws {
        for (value, option) in options where value != nil {
            throw Problem(
                .usage, "\(option) belongs to \(method)", hint: "give that too, or leave \(option) out")
        }
    }

    private func lengths(_ text: String?, _ option: String) throws -> [Double] {
        var all: [Double] = []
        for item in (text ?? "").split(separator: ",") {
            if let length = try Self.length(String(item), option, canBeNone: false) { all.append(length) }
        }
        guard all.count <= Self.mostTrials else {
            throw Problem(
                .usage, "\(option) names \(all.count) lengths, and each is a map of its own",
                hint: "up to \(Self.mostTrials) can be tried at a time")
        }
        return all
    }

    /// A length such as 5km, in m; nil for `none`.
    private static func length(_ text: String, _ option: String, canBeNone: Bool) throws -> Double? {
        if canBeNone, text == "none" { return nil }
        let metres = try Arguments.length(text, option)
        guard (100...1_000_000).contains(metres) else {
            throw Problem(.usage, "\(option) \(text) is not between 100 m and 1000 km")
        }
        return metres
    }
}
