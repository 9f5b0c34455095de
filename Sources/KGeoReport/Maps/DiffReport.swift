// A change between two maps in words, for machines, and as a map of its pieces.

package import KGeo
package import KGeoControl
package import KGeoCore
internal import KGeoJSON
internal import KGeoVerdict

package struct DiffReport: Report {
    private let change: MapChange
    private let regions: [RegionChange]?
    private let settings: ChangeSettings
    private let choice: GroundChoice
    /// σ given for lines that state none, in m.
    private let givenSigma: Double?
    /// Its largest pieces, and all of them where a map or rows of them are asked for, cut by the regions.
    private let listed, pieces: [NamedPiece]

    /// A change, and that of each region where it is asked for.
    package init(
        change: MapChange, regions: [RegionChange]?, settings: ChangeSettings, choice: GroundChoice,
        givenSigma: Double?, listed: [NamedPiece], pieces: [NamedPiece]
    ) {
        self.change = change
        self.regions = regions
        self.settings = settings
        self.choice = choice
        self.givenSigma = givenSigma
        self.pieces = pieces
        self.listed = listed
    }

    /// What Markdown publishes is the page.
    package var isPageInMarkdown: Bool { true }

    private var edges: EdgeModel { settings.errors.edges }

    /// What a reader must know of the change.
    package var notices: [Notice] {
        guard let days = change.days, days <= 0 else { return [] }
        return [
            Notice(
                .warning,
                Problem(
                    .scenario,
                    days == 0
                        ? "both maps are of one day, \(change.new.name): a difference between mapmakers, not a change"
                        : "the first map is the later one: what is called gained was lost",
                    hint: days == 0 ? nil : "name the earlier map first"))
        ]
    }

    // MARK: Words

    private func km2(_ squareMetres: Double) -> String { Figures.cell(squareMetres / 1e6, 3) }

    private func pm(_ value: MeasuredValue) -> String { "± \(km2(2 * value.u))" }

    /// Areas, what was gained and lost, and whether that is a change.
    package func table(on out: inout Page) {
        let ground = change.ground
        func area(_ area: AreaMeasurement) -> Double { area.squareMetres(edges) }
        let span = change.days.map { ", \($0) \(abs($0) == 1 ? "day" : "days")" } ?? ""
        out.heading(
            "\(SafeText.escaped(change.old.name)) → \(SafeText.escaped(change.new.name))\(span)",
            isTitle: true)
        out.line("counting \(SafeText.escaped(choice.label)); km², ± is 95 %")
        out.line()
        out.line("old  \(km2(area(ground.oldArea)))")
        out.line("new  \(km2(area(ground.newArea)))")
        out.line()
        var table = TextTable([
            ("", .left), ("all", .decimal), ("", .decimal), ("may be noise", .decimal),
            ("without it", .decimal), ("", .decimal),
        ])
        let (noiseGained, noiseLost) = (area(change.noise(gained: true)), area(change.noise(gained: false)))
        let rows: [(String, MeasuredValue, Double, MeasuredValue)] = [
            ("gained", change.gained, noiseGained, change.realGained),
            ("lost", change.lost, noiseLost, change.realLost),
            ("net", change.net, noiseGained - noiseLost, change.realNet),
        ]
        for (name, all, noise, real) in rows {
            table.rows.append([name, km2(all.value), pm(all), km2(noise), km2(real.value), pm(real)])
        }
        out.table(table)
        out.line()
        rates(&out)
        movement(change.advance, "advance", &out)
        movement(change.retreat, "retreat", &out)
        byRegion(&out)
        PieceRow.table(listed, from: change.old, to: change.new, on: &out)
        out.wrapped(conclusion)
        out.wrapped(footing(out.words))
    }

    private func rates(_ out: inout Page) {
        guard let days = change.days, days > 0 else { return }
        let all = [("gained", change.gained), ("lost", change.lost), ("net", change.net)].compactMap {
            name, value in
            change.perDay(value).map {
                "\(name) \(Figures.short($0.squareMetres / 1e6)) ± \(Figures.short(2 * $0.u / 1e6))"
            }
        }
        out.line("a day    " + all.joined(separator: ", ") + " km²")
    }

    private func movement(_ advance: Advance?, _ word: String, _ out: inout Page) {
        guard let advance else { return }
        let far =
            "\(word)  at most \(Figures.length(advance.greatestMetres)) \(advance.wind), from \(Figures.place(advance.foot.from)) to \(Figures.place(advance.foot.to))"
        let mean =
            "on average \(Figures.length(advance.meanMetres)) along \(Figures.length(advance.frontMetres)) of front"
        out.wrapped("\(far); \(mean)", rest: "         ")
    }

    private func byRegion(_ out: inout Page) {
        guard let regions else {
            out.line()
            return
        }
        out.line()
        var table = TextTable([
            ("region", .left), ("old", .decimal), ("new", .decimal), ("gained", .decimal), ("lost", .decimal),
            ("net", .decimal), ("", .decimal), ("noise", .decimal), ("advance", .left),
        ])
        for region in regions {
            let advance = region.advance.map { "\(Figures.length($0.greatestMetres)) \($0.wind)" } ?? ""
            table.rows.append([
                SafeText.escaped(region.name), km2(region.old), km2(region.new), km2(region.gained.value),
                km2(region.lost.value), km2(region.net.value), pm(region.net),
                km2(region.noiseGained + region.noiseLost), advance,
            ])
        }
        out.table(table)
        out.line()
    }

    /// Is the movement real, or a line drawn anew?
    private var conclusion: String {
        if change.patches.isEmpty { return "The two maps show the same ground." }
        let threshold = change.patches.map(\.thresholdMetres).max() ?? 0
        let real = change.patches.count { !$0.isNoise }
        if real == 0 {
            return
                "All \(change.patches.count) pieces are nowhere thicker than \(Figures.length(threshold)): a line drawn anew looks so, and these maps cannot show that anything moved."
        }
        let net = change.realNet
        let isSure = abs(net.value) > 2 * net.u
        let direction = net.value >= 0 ? "gained" : "lost"
        let pieces = "\(real) of \(change.patches.count) \(change.patches.count == 1 ? "piece" : "pieces")"
        return isSure
            ? "\(pieces) \(real == 1 ? "is" : "are") more than a line drawn anew (\(Figures.length(threshold))); on balance ground was \(direction)."
            : "\(pieces) \(real == 1 ? "is" : "are") more than a line drawn anew (\(Figures.length(threshold))), but whether ground was gained or lost on balance lies within the error."
    }

    private func footing(_ words: Vocabulary) -> String {
        let line =
            change.patches.isEmpty
            ? ""
            : "; " + SigmaWords.words([change.net], given: givenSigma, option: words.setting(.boundaryError))
        let missing = change.ground.closure(.lonlat)
        return
            "\(edges == .geodesic ? "Geodesic" : "Lonlat") edges on WGS84\(line)\(change.isFirstOrder ? "" : ", which may be more than half the width of the ground: the errors are rough ones"); conservation in lonlat: \(Figures.fixed(abs(missing), 3)) m² missing\(geodesicGap). Measured on drawn maps, not on the ground."
    }

    /// By how much new − old is not the net as printed, where that shows in the figures printed.
    private var geodesicGap: String {
        let gap = change.ground.closure(edges)
        guard edges == .geodesic, abs(gap) >= Self.printed else { return "" }
        return
            ", with geodesic edges new − old less net is \(Figures.cell(gap / 1e6, 3)) km²: long edges are cut where maps meet, and their pieces are other geodesics"
    }

    /// The last place of areas as printed, in m².
    private static let printed = 1e3

    // MARK: Machines

    /// What an answer says of the change.
    package var members: JSONObject {
        let ground = change.ground
        var members: JSONObject = [
            "old": map(change.old), "new": map(change.new), "counting": .string(choice.code),
            "edges": .string(edges.rawValue),
        ]
        members = members + ChangeRow.columns.object(ChangeRow(change, edges))
        members["region"] = nil
        for (suffix, model) in [("_m2", EdgeModel.geodesic), ("_lonlat_m2", .lonlat)] {
            let (gained, lost) = (
                ground.gainedArea.squareMetres(model), ground.lostArea.squareMetres(model)
            )
            members["old" + suffix] = .number(ground.oldArea.squareMetres(model))
            members["new" + suffix] = .number(ground.newArea.squareMetres(model))
            members["gained" + suffix] = .number(gained)
            members["lost" + suffix] = .number(lost)
            members["net" + suffix] = .number(gained - lost)
            members["closure" + suffix] = .number(ground.closure(model))
            members["unchanged" + suffix] = .number(
                model == .geodesic ? ground.unchangedGeodesic : ground.unchangedLonlat)
            members["noise_gained" + suffix] = .number(change.noise(gained: true).squareMetres(model))
            members["noise_lost" + suffix] = .number(change.noise(gained: false).squareMetres(model))
        }
        members["u_gained_m2"] = .number(change.gained.u)
        members["u_lost_m2"] = .number(change.lost.u)
        members["u_net_line_m2"] = .number(change.net.lineU)
        members["u_net_mapmaker_m2"] = .number(change.net.makerU)
        members["u_net_redraw_m2"] = .number(change.net.redrawU)
        members["error_class"] = .text(change.net.errorClass)
        members["first_order"] = .bool(change.isFirstOrder)
        members["u_net_without_noise_m2"] = .number(change.realNet.u)
        for (name, value) in [("gained", change.gained), ("lost", change.lost), ("net", change.net)] {
            let rate = change.perDay(value)
            members["\(name)_m2_per_day"] = .number(rate?.squareMetres)
            members["u_\(name)_m2_per_day"] = .number(rate?.u)
        }
        members["noise_threshold_m"] = .number(change.patches.map(\.thresholdMetres).max())
        // σ of the outline that changed: its mean along it, and between what it varies.
        let sigma = change.net.boundaryErrorRange
        members["sigma_m"] = .number(
            sigma.map { _ in change.net.sigmaUnitMetres * change.net.sigmaFactor })
        members["sigma_low_m"] = .number(sigma?.lowerBound)
        members["sigma_high_m"] = .number(sigma?.upperBound)
        members["sigma_assumed"] = .bool(change.net.boundaryErrorAssumed)
        members["patches"] = .count(change.patches.count)
        members["advances"] = PieceRow.columns.array(listed)
        if let regions {
            members["regions"] = ChangeRow.columns.array(regions.map { ChangeRow($0, days: change.days) })
        }
        members["because"] = .string(conclusion)
        return members
    }

    private func map(_ map: GroundMap) -> JSONValue {
        .object(["path": .string(map.file), "date": .text(map.date?.description)])
    }

    /// The whole change, then that of each region.
    package var rows: Rows {
        Rows(
            ChangeRow.columns,
            [ChangeRow(change, edges)] + (regions ?? []).map { ChangeRow($0, days: change.days) })
    }

    /// The pieces in rows of their own.
    package var pieceRows: Rows { Rows(PieceRow.columns, pieces) }

    /// The pieces as GeoJSON.
    package var geojson: String { GeoJSONWriter().text(PieceRow.features(pieces)) }
}
