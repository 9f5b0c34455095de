// Claims given on the command line, or in a file of their own.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoCore
internal import KGeoExtract
internal import KGeoJSON

struct ClaimArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A figure to check, such as \"about 1,300 km2\"; may be given several times.", valueName: "figure"
        ))
    var claim: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp("A file of claims, JSON or CSV; may be given several times.", valueName: "file"))
    var claims: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "What the words of --claim count: controlled, controlled+contested, claimed ….",
            valueName: "statuses"))
    var worded: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The denominator of a --claim in per cent: a feature's id, or a region of GeoData by its name or code, such as UA.",
            valueName: "code|id|region"))
    var of: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "What --claim says of it: held, peak, lowest, mean, gained, lost, net or total.",
            valueName: "measure")
    )
    var measure: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "First and last day for a --claim over a period, like 2024-08-06..2025-04-26.",
            valueName: "first..last"))
    var period: String?

    /// The claims of --claim and --claims. Broken ones are problems, all of them.
    ///
    /// - Parameters:
    ///   - figure: what figures of other kinds than area and share are said of; nil: there are none.
    ///   - takesRates: whether an area per time is a figure here, though no other kind is.
    ///   - log: takes note of the files read.
    func claims(
        problems: inout [Problem], figure: FigureArguments? = nil, takesRates: Bool = false,
        log: InputLog = InputLog(takesDigests: false)
    ) throws -> [Claim] {
        let spoken = [("--worded", worded), ("--of", of), ("--measure", measure), ("--period", period)]
        if claim.isEmpty, let option = spoken.first(where: { $0.1 != nil })?.0 ?? figure?.given {
            throw Problem(
                .usage, "\(option) speaks of a --claim, and none is given",
                hint: claims.isEmpty
                    ? "add --claim \"about 1,300 km2\""
                    : "a claim of --claims says so itself, in its own properties")
        }
        var result: [Claim] = []
        for (i, text) in claim.enumerated() {
            result.append(try quick(text, number: i + 1, figure, takesRates: takesRates))
        }
        for path in claims {
            let objects = try log.read(path) { try Self.objects(path, $0) }
            if objects.isEmpty {
                var place = Problem.Place()
                place.file = path
                throw Problem(
                    .claim, "this file holds no claim", at: place,
                    hint: "kgeo schema shows the form of a claim")
            }
            for (i, (object, line)) in objects.enumerated() {
                var found: [Problem] = []
                if let claim = Self.claim(object, index: i, problems: &found) { result.append(claim) }
                problems += found.map { problem in problem.located { $0.line = line }.inFile(path) }
            }
        }
        return result
    }

    private func quick(
        _ text: String, number: Int, _ arguments: FigureArguments?, takesRates: Bool
    ) throws -> Claim {
        let figure: PrintedFigure
        do {
            figure = try FigureReader.english.figure(text)
        } catch {
            throw Problem(.usage, "--claim: \(error.message)", remedy: error.remedy)
        }
        let dimension = figure.unit.dimension
        let isTaken =
            switch dimension {
            case .area, .ratio: true
            case .areaRate: arguments != nil || takesRates
            case .length: arguments != nil
            case .lengthRate: false
            }
        // Of the kinds in metres, --kind says which.
        guard isTaken, let kind = ClaimKind.kinds(of: dimension).first else {
            throw Problem(
                .usage, "\"\(text)\" is neither an area nor a share",
                hint: arguments == nil
                    ? "check-area checks areas (km2, sq mi, ha …) and shares (%), kgeo check the other kinds"
                    : "how fast a length changes cannot be checked")
        }
        var claim = Claim(
            id: "claim-\(number)", kind: kind, numbers: figure.numbers, unit: figure.unit,
            qualifier: figure.qualifier)
        claim.quote = text
        claim.equivalent = figure.equivalent
        if kind == .rate { claim.measure = .gained }
        try arguments?.complete(&claim)
        if let worded {
            claim.worded = try CountingArguments.counting(worded, "--worded")
        }
        if let measure {
            guard let known = ClaimMeasure(rawValue: measure) else {
                throw Problem(
                    .usage, "--measure \(measure) is unknown",
                    hint: "use one of: " + ClaimMeasure.allCases.map(\.rawValue).joined(separator: ", "))
            }
            claim.measure = known
        }
        if let period {
            do throws(Problem) { claim.period = try PeriodReading.period(period) } catch {
                throw Problem(.usage, "--period: \(error.message)", remedy: error.remedy)
            }
        }
        if kind == .share {
            guard let of else {
                throw Problem(
                    .usage, "\"\(text)\" is a share of something",
                    hint:
                        "say of what with --of UA (known: \(OfficialAreas.codes.joined(separator: ", "))) or --of and a feature's id"
                )
            }
            claim.of = OfficialAreas.areas(of) == nil ? .feature(id: of) : .official(code: of)
        }
        return claim
    }

    /// The claim of an object of a claims file, where words may stand for codes.
    static func claim(_ object: JSONObject, index: Int, problems: inout [Problem]) -> Claim? {
        ClaimReading.claim(
            object, index: index, words: FigureReader.english, takesWords: true, problems: &problems)
    }

    /// The objects of a claims file, with their lines in a table: CSV by its name, else JSON (a list, or an
    /// object with "claims").
    static func objects(_ path: String, _ source: ByteSource) throws -> [(object: JSONObject, line: Int?)] {
        if path.lowercased().hasSuffix(".csv") {
            let text = try source.readText()
            let table: CSVTable
            do { table = try CSVTable(text) } catch { throw error.inFile(path) }
            return zip(ClaimReading.objects(table), table.rows).map { ($0, $1.line) }
        }
        let value = try JSONText.value(reading: source)
        guard
            let list = value.array ?? value.object?["claims"]?.array
                ?? value.object?["kgeo"]?.object?["claims"]?.array
        else {
            var place = Problem.Place()
            place.file = path
            throw Problem(
                .claim, "this file holds no list of claims", at: place,
                hint: "write [ … ] or {\"claims\":[ … ]}")
        }
        return try list.enumerated().map { i, value in
            guard let object = value.object else {
                var place = Problem.Place()
                place.file = path
                place.claim = "#\(i)"
                throw Problem(
                    .claim, "a claim must be an object, not \(value.kind)", at: place,
                    hint: "kgeo schema shows the form of a claim")
            }
            return (object, nil)
        }
    }
}
