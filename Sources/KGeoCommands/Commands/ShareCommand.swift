// kgeo share: how much of one ground another covers, over the denominators in use.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoControl
internal import KGeoCore
internal import KGeoExtract
internal import KGeoMeasure
internal import KGeoReport
internal import KGeoScenario
internal import KGeoVerdict

struct ShareCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "What percentage of a whole a part covers, with its denominators.",
        discussion: """
            The part is what one side holds: of a map with several statuses and sides, what counts by --counting of \
            --holder; FILE#NAME takes one area. A share is as good as its denominator: the whole as drawn, an official area, with or without what lies \
            outside. Each is a row with its own percentage. What of the part lies outside the whole is said and does \
            not count, but in the row that divides the two areas as they are.

            Examples:
              kgeo share daily.geojson --of GeoData/ukraine.geojson
              kgeo share scenario.geojson#held --of GeoData/oblasts.geojson#kursk-oblast --claim "about 3 %"
              kgeo share daily.geojson --of UA
              kgeo share daily.geojson --of "Donetsk Oblast" --claim "about 66 %"
            """)
    @Argument(help: ArgumentHelp("The part: FILE or FILE#NAME; - is standard input.", valueName: "part"))
    var part: String
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The whole: FILE or FILE#NAME, a region of GeoData by its name in one of six languages or its code, such as \"Donetsk Oblast\", Donbas or UA-14.",
            valueName: "whole"))
    var of: String
    @OptionGroup var held: CountingArguments
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Whose ground, where the part is a map of several sides; left out: the one that holds most.",
            valueName: "name"))
    var holder: String?
    @Flag(name: .long, help: "Take every area of the part, whatever the map says of its status and holder.")
    var asDrawn = false
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also divide by the official areas of a code; left out: by those whose name the whole has.",
            valueName: "code"))
    var official: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A share to check, such as \"about 20 %\"; may be given several times.", valueName: "figure"))
    var claim: [String] = []
    @OptionGroup var errorArguments: ErrorArguments
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Standard deviation of the whole's outline where it gives none of its own; the default is 0.",
            valueName: "metres"))
    var wholeError: Double?
    @Option(name: .long, help: "Edges of the printed areas: geodesic or lonlat.")
    var edges: EdgeChoice = .geodesic
    @OptionGroup var areaNames: AreaNameArguments
    @OptionGroup var input: InputArguments
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        // A code names its region, where there are regions.
        let code = try OfficialAreas.areas(of) != nil && NamedRegions.find(of) == nil ? of : nil
        try Arguments.readOnce(([part] + (code == nil ? [of] : [])).map(NamedFeatures.path))
        let wholeSigma = try Arguments.number(wholeError, "--whole-error")
        let settings = try errorArguments.settings(edges: edges.model)
        let claims = try claim.map { text in try Self.claim(text) }
        let log = InputLog(takesDigests: output.format == .json)
        let (numerator, namedPart) = try ground(
            part, of: asDrawn ? nil : GroundChoice(counting: held.counting(), holder: holder), .none, log,
            use: asDrawn ? .drawn : .mapped)
        guard code == nil else {
            try areaNames.check([namedPart])
            let area = try located(numerator) { () throws(Problem) in
                try ControlAreaMeasurer(fronts: numerator.fronts, settings: settings).measure(
                    numerator.parts(nil))
            }
            let finding = ShareFinding(
                share: nil, area: area, whole: nil, officials: try officials([of] + official))
            try write(
                ShareReport(part: words(numerator, part), whole: nil, finding: finding, claims: claims),
                numerator.notices + [area.area.turningNotice(in: numerator.path)].compactMap(\.self), log)
            return
        }
        let (whole, namedWhole) = try self.whole(log)
        let region = namedWhole.regions
        try areaNames.check(region == nil ? [namedWhole, namedPart] : [namedPart])
        let borders =
            region?.regions.flatMap(\.knownLines)
            ?? whole.features.compactMap { feature in
                feature.geometry.map {
                    KnownLine(geometry: $0, boundaryError: feature.sigma ?? wholeSigma ?? 0)
                }
            }
        let control = ControlAreaMeasurer(borders: borders, fronts: numerator.fronts, settings: settings)
        let share = try located(numerator) { () throws(Problem) in
            try control.share(of: numerator.parts(nil), in: whole.parts(wholeSigma ?? 0))
        }
        let denominators =
            if official.isEmpty, let region {
                region.officialAreas
            } else {
                try officials(official.isEmpty ? whole.officialCodes : official)
            }
        let name = region?.label ?? of
        let finding = ShareFinding(share: share, area: share.part, whole: name, officials: denominators)
        var notices = numerator.notices + whole.notices + (region?.notices ?? [])
        for (measured, ground) in [(share.part, numerator), (share.whole, whole)] {
            if let notice = measured.area.turningNotice(in: ground.path) { notices.append(notice) }
        }
        if let notice = try elsewhere(share, numerator, name) { notices.append(notice) }
        try write(
            ShareReport(
                part: words(numerator, part), whole: words(whole, name), finding: finding,
                claims: region?.bearVerdicts ?? true ? claims : []), notices, log)
    }

    /// Where the part lies, when nothing of it lies in the whole.
    private func elsewhere(_ share: GroundShare, _ part: ShareGround, _ whole: String) throws -> Notice? {
        guard share.covered.area.geodesicSquareMetres == 0, share.part.area.geodesicSquareMetres > 0 else {
            return nil
        }
        return try Elsewhere.notice(
            part.features.flatMap { $0.geometry?.polygons ?? [] }, notIn: whole, file: part.path)
    }

    private func words(_ ground: ShareGround, _ text: String) -> ShareReport.Ground {
        ShareReport.Ground(text: text, credit: ground.credit)
    }

    /// One side, and what its file holds.
    ///
    /// - Parameter choice: of the part whose ground it is; nil for the whole, which is an outline.
    private func ground(
        _ text: String, of choice: GroundChoice? = nil, _ regions: RegionUse, _ log: InputLog,
        use: MapUse = .held
    ) throws -> (ShareGround, NamedFeatures) {
        let named = try NamedFeatures(
            text, input, names: areaNames.nameProperty, takesRegions: regions, log: log, isMain: true,
            use: use)
        if let choice, let gap = named.gaps.first(where: { choice.counting.statuses.contains($0.status) }) {
            throw gap.notice(named.path).problem
        }
        var ground = try ShareGround(
            path: named.path, collection: named.collection, features: named.features,
            fronts: named.fronts, names: areaNames.nameProperty, lendsDay: use != .held,
            // FILE#NAME has chosen already.
            choice: text == named.path ? choice : nil)
        ground.notices = named.notices + ground.notices
        return (ground, named)
    }

    private func whole(_ log: InputLog) throws -> (ShareGround, NamedFeatures) {
        do {
            return try ground(of, .whole, log)
        } catch let problem as Problem
            where problem.code == .input && problem.place.file == of && !of.contains(".")
        {
            let hints = [
                NamedRegions.hint(of), "official areas: " + OfficialAreas.codes.joined(separator: ", "),
            ]
            throw Problem(
                .usage, "--of \(of) is no file, no region and no official area",
                hint: hints.compactMap(\.self).joined(separator: "; "))
        }
    }

    private func located<Value>(_ ground: ShareGround, _ body: () throws(Problem) -> Value) throws -> Value {
        do throws(Problem) { return try body() } catch { throw error.inFile(ground.path) }
    }

    private func write(_ report: ShareReport, _ notices: [Notice], _ log: InputLog) throws {
        let notices =
            notices
            + VerdictNote.notices(
                hasClaims: !claim.isEmpty, in: .report(output.format))
        try output.write(report, inputs: log.records.map(\.path), notices: notices) {
            Envelope(
                command: "share",
                tool: .current(database: try ToolVersions.database(input.options, notices)),
                inputs: log.records, settings: record, notices: notices)
        }
    }

    /// What the shares depend on.
    private var record: JSONObject {
        [
            "of": .string(of), "as_drawn": .bool(asDrawn), "counting": .string(held.text),
            "holder": .text(holder),
            "official": .array(official.map { .string($0) }),
            "claim": .array(claim.map { .string($0) }),
            "boundary_error_m": .number(errorArguments.boundaryError),
            "error_class": .text(errorArguments.errorClass),
            "whole_error_m": .number(wholeError),
            "correlation_length_m": .number(errorArguments.correlationLength),
            "edges": .string(edges.rawValue),
        ] + input.record
    }

    private func officials(_ codes: [String]) throws -> [DenominatorUsed] {
        var result: [DenominatorUsed] = []
        for code in codes {
            guard let areas = try OfficialAreas.areas(code) ?? NamedRegions.find(code)?.officialAreas else {
                throw Problem(
                    .usage, "--official \(code) is unknown",
                    hint: "official areas: " + OfficialAreas.codes.joined(separator: ", "))
            }
            for area in areas where !result.contains(area) { result.append(area) }
        }
        return result
    }

    private static func claim(_ text: String) throws -> Claim {
        let figure: PrintedFigure
        do {
            figure = try FigureReader.english.figure(text)
        } catch {
            throw Problem(.usage, "--claim: \(error.message)", remedy: error.remedy)
        }
        guard figure.unit.dimension == .ratio else {
            throw Problem(
                .usage, "--claim: \"\(text)\" is no share", hint: "write it like \"about 20 %\"")
        }
        var claim = Claim(
            id: text, kind: .share, numbers: figure.numbers, unit: figure.unit, qualifier: figure.qualifier)
        claim.quote = text
        return claim
    }
}
