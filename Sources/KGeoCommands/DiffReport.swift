// A change between two maps in words, for machines, and as a map of its pieces.

internal import KGeo

struct DiffReport {
    var change: MapChange
    var regions: [RegionChange]?
    var settings: ChangeSettings
    var choice: GroundChoice
    var digests: [(path: String, sha256: String)]

    private var edges: EdgeModel { settings.errors.edges }

    var notices: [Notice] {
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

    func write(_ format: DiffFormat, to out: Output) throws {
        switch format {
        case .table: try table(out)
        case .json: try out.write(JSONWriter.pretty(json))
        case .csv: try csv(out)
        case .geojson: try out.write(GeoJSONWriter().text(pieces))
        }
    }

    // MARK: Words

    private func km2(_ squareMetres: Double) -> String { Figures.fixed(squareMetres / 1e6, 3) }

    private func pm(_ value: MeasuredValue) -> String { "± \(km2(2 * value.u))" }

    private func table(_ out: Output) throws {
        let ground = change.ground
        func area(_ area: AreaMeasurement) -> Double { area.squareMetres(edges) }
        let span = change.days.map { ", \($0) \(abs($0) == 1 ? "day" : "days")" } ?? ""
        try out.line("\(SafeText.escaped(change.old.name)) → \(SafeText.escaped(change.new.name))\(span)")
        try out.line("counting \(SafeText.escaped(choice.label)); km², ± is 95 %")
        try out.line()
        try out.line("old  \(km2(area(ground.oldArea)))")
        try out.line("new  \(km2(area(ground.newArea)))")
        try out.line()
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
        for line in table.lines() { try out.line(line) }
        try out.line()
        try rates(out)
        try movement(change.advance, "advance", out)
        try movement(change.retreat, "retreat", out)
        try byRegion(out)
        for line in TextTable.wrapped(conclusion, width: 100) { try out.line(line) }
        for line in TextTable.wrapped(footing, width: 100) { try out.line(line) }
    }

    private func rates(_ out: Output) throws {
        guard let days = change.days, days > 0 else { return }
        let all = [("gained", change.gained), ("lost", change.lost), ("net", change.net)].compactMap {
            name, value in
            change.perDay(value).map {
                "\(name) \(Figures.short($0.squareMetres / 1e6)) ± \(Figures.short(2 * $0.u / 1e6))"
            }
        }
        try out.line("a day    " + all.joined(separator: ", ") + " km²")
    }

    private func movement(_ advance: Advance?, _ word: String, _ out: Output) throws {
        guard let advance else { return }
        let far =
            "\(word)  at most \(Figures.length(advance.greatestMetres)) \(advance.wind), from \(Figures.place(advance.foot.from)) to \(Figures.place(advance.foot.to))"
        let mean =
            "on average \(Figures.length(advance.meanMetres)) along \(Figures.length(advance.frontMetres)) of front"
        for line in TextTable.wrapped("\(far); \(mean)", width: 100, rest: "         ") { try out.line(line) }
    }

    private func byRegion(_ out: Output) throws {
        guard let regions else {
            try out.line()
            return
        }
        try out.line()
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
        for line in table.lines() { try out.line(line) }
        try out.line()
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

    private var footing: String {
        let assumed = [change.gained, change.lost].contains { $0.value > 0 && $0.boundaryErrorAssumed }
        let sigma = [change.gained, change.lost].first { $0.value > 0 }?.sigmaUnitMetres
        let line =
            sigma.map {
                ", σ of the drawn line \(Figures.length($0))\(assumed ? " (assumed; --boundary-error says another)" : "")"
            } ?? ""
        let missing =
            (change.ground.newArea.lonlatSquareMetres - change.ground.oldArea.lonlatSquareMetres)
            - (change.ground.gainedArea.lonlatSquareMetres - change.ground.lostArea.lonlatSquareMetres)
        return
            "\(edges == .geodesic ? "Geodesic" : "Lonlat") edges on WGS84\(line); conservation in lonlat: \(Figures.short(abs(missing))) m² missing. Measured on drawn maps, not on the ground."
    }

    // MARK: Machines

    private var json: JSONValue {
        let ground = change.ground
        let (noiseGained, noiseLost) = (change.noise(gained: true), change.noise(gained: false))
        var object = JSONObject([
            .init("schema_version", .number(JSONNumber(1))), .init("tool", ToolRecord.json()),
        ])
        object["inputs"] = .array(
            digests.map { .object(["path": .string($0.path), "sha256": .string($0.sha256)]) })
        object["old"] = map(change.old)
        object["new"] = map(change.new)
        object["counting"] = .string(choice.label)
        object["edges"] = .string(edges.rawValue)
        func number(_ name: String, _ value: Double?) { object[name] = value.map { .number($0) } ?? .null }
        for (suffix, model) in [("_m2", EdgeModel.geodesic), ("_lonlat_m2", .lonlat)] {
            number("old" + suffix, ground.oldArea.squareMetres(model))
            number("new" + suffix, ground.newArea.squareMetres(model))
            number("gained" + suffix, ground.gainedArea.squareMetres(model))
            number("lost" + suffix, ground.lostArea.squareMetres(model))
            number(
                "net" + suffix, ground.gainedArea.squareMetres(model) - ground.lostArea.squareMetres(model))
            number(
                "unchanged" + suffix,
                model == .geodesic ? ground.unchangedGeodesic : ground.unchangedLonlat)
            number("noise_gained" + suffix, noiseGained.squareMetres(model))
            number("noise_lost" + suffix, noiseLost.squareMetres(model))
        }
        number("u_gained_m2", change.gained.u)
        number("u_lost_m2", change.lost.u)
        number("u_net_m2", change.net.u)
        number("u_net_without_noise_m2", change.realNet.u)
        number("days", change.days.map(Double.init))
        for (name, value) in [("gained", change.gained), ("lost", change.lost), ("net", change.net)] {
            let rate = change.perDay(value)
            number("\(name)_m2_per_day", rate?.squareMetres)
            number("u_\(name)_m2_per_day", rate?.u)
        }
        number("noise_threshold_m", change.patches.map(\.thresholdMetres).max())
        number("sigma_m", [change.gained, change.lost].first { $0.value > 0 }?.sigmaUnitMetres)
        object["sigma_assumed"] = .bool(
            [change.gained, change.lost].contains { $0.value > 0 && $0.boundaryErrorAssumed })
        object["advance"] = movement(change.advance)
        object["retreat"] = movement(change.retreat)
        object["patches"] = .number(JSONNumber(change.patches.count))
        if let regions { object["regions"] = .array(regions.map(region)) }
        object["because"] = .string(conclusion)
        return .object(object)
    }

    private func map(_ map: GroundMap) -> JSONValue {
        .object(["path": .string(map.file), "date": map.date.map { .string($0.description) } ?? .null])
    }

    private func movement(_ advance: Advance?) -> JSONValue {
        guard let advance else { return .null }
        func pair(_ place: Coordinate) -> JSONValue {
            .array([.number(place.longitude), .number(place.latitude)])
        }
        return .object([
            "greatest_m": .number(advance.greatestMetres), "azimuth": .number(advance.azimuth),
            "wind": .string(advance.wind), "from": pair(advance.foot.from), "to": pair(advance.foot.to),
            "mean_m": .number(advance.meanMetres), "front_m": .number(advance.frontMetres),
        ])
    }

    private func region(_ region: RegionChange) -> JSONValue {
        .object([
            "region": .string(region.name), "old_m2": .number(region.old), "new_m2": .number(region.new),
            "gained_m2": .number(region.gained.value), "lost_m2": .number(region.lost.value),
            "net_m2": .number(region.net.value), "u_net_m2": .number(region.net.u),
            "noise_gained_m2": .number(region.noiseGained), "noise_lost_m2": .number(region.noiseLost),
            "advance": movement(region.advance), "retreat": movement(region.retreat),
        ])
    }

    private func csv(_ out: Output) throws {
        try out.line(
            "region,old_m2,new_m2,gained_m2,lost_m2,net_m2,noise_gained_m2,noise_lost_m2,u_net_m2,days,greatest_advance_m,azimuth"
        )
        func row(_ name: String, _ values: [Double?]) -> String {
            ([SafeText.csvCell(name)] + values.map { $0.map(StreamRun.text) ?? "" }).joined(separator: ",")
        }
        let days = change.days.map(Double.init)
        func area(_ area: AreaMeasurement) -> Double { area.squareMetres(edges) }
        try out.line(
            row(
                "",
                [
                    area(change.ground.oldArea), area(change.ground.newArea), change.gained.value,
                    change.lost.value, change.net.value, area(change.noise(gained: true)),
                    area(change.noise(gained: false)), change.net.u, days, change.advance?.greatestMetres,
                    change.advance?.azimuth,
                ]))
        for region in regions ?? [] {
            try out.line(
                row(
                    region.name,
                    [
                        region.old, region.new, region.gained.value, region.lost.value, region.net.value,
                        region.noiseGained, region.noiseLost, region.net.u, days,
                        region.advance?.greatestMetres, region.advance?.azimuth,
                    ]))
        }
    }

    /// The pieces, a feature each.
    private var pieces: GeoJSONDocument {
        let features = change.patches.enumerated().map { number, patch in
            Feature(
                id: "\(patch.isGain ? "gained" : "lost")-\(number + 1)", geometry: .polygon(patch.polygon),
                properties: JSONObject([
                    .init("change", .string(patch.isGain ? "gained" : "lost")),
                    .init("noise", .bool(patch.isNoise)),
                    .init("area_km2", .number(patch.area.geodesicSquareMetres / 1e6)),
                    .init("threshold_m", .number(patch.thresholdMetres)),
                    .init("date_start", change.old.date.map { .string($0.description) } ?? .null),
                    .init("date_end", change.new.date.map { .string($0.description) } ?? .null),
                ]))
        }
        return GeoJSONDocument(features: features)
    }
}
