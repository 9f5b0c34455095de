// What kgeo compare prints: several mapmakers on one day, or over several, in one form or another.

package import KGeo
internal import KGeoControl
package import KGeoCore
internal import KGeoJSON
internal import KGeoVerdict

package struct MakersReport: Report {
    private let answer: MakersAnswer
    private let region: String

    /// A comparison.
    ///
    /// - Parameter region: where fronts were compared, in words.
    package init(_ answer: MakersAnswer, region: String) {
        self.answer = answer
        self.region = region
    }

    private var days: [MakersAnswer.Day] { answer.days }
    private var studies: [PairStudy] { answer.studies }
    private var changes: [MakerNetChange] { answer.changes }
    private var comparisons: [MakerComparison] { days.map(\.comparison) }

    // MARK: Words

    private func km2(_ squareMetres: Double) -> String { Figures.fixed(squareMetres / 1e6, 1) }

    private func metres(_ metres: Double?) -> String { metres.map { Figures.plain($0.rounded()) } ?? "–" }

    private func kilometres(_ metres: Double?) -> String {
        metres.map { $0 >= 0.99e6 ? "over 1,000" : Figures.fixed($0 / 1e3, 1) } ?? "–"
    }

    private func name(_ maker: String) -> String { SafeText.escaped(maker) }

    /// The makers and their areas, who counts which ground, then every two of them.
    package func table(on out: inout Page) {
        for day in days {
            makers(day.comparison, &out)
            agreement(day.comparison, &out)
            for pair in day.comparison.pairs { sentences(pair, of: day.comparison, &out) }
            for fit in day.fits { figure(fit, day.comparison, &out) }
            out.line()
        }
        if !comparisons.flatMap(\.pairs).isEmpty, studies.isEmpty {
            windows(days.flatMap(Self.rows), &out)
        }
        for study in studies { pooled(study, &out) }
        period(&out)
        out.wrapped(
            "Displacement is the ground between two lines, each piece given to the nearest place of the first line, over the length of that line; σ and ℓ are those of the area between the lines over stretches of 2 to 200 km, σ of one map is that of the difference over √2. Fronts are compared \(region). Measured on drawn maps, not on the ground: what all makers have wrong is in no difference."
        )
    }

    private func makers(_ day: MakerComparison, _ out: inout Page) {
        out.line("\(day.day.map { "Mapmakers on \($0)" } ?? "Mapmakers"), km²")
        out.line()
        var table = TextTable([
            ("maker", .left), ("counting", .left), ("map of", .left), ("area km²", .decimal),
            ("front km", .decimal),
        ])
        for (map, front) in zip(day.maps, day.frontMetres) {
            table.rows.append([
                name(map.maker), map.counting.label, map.map.date?.description ?? "–",
                km2(map.map.ground.area.geodesicSquareMetres), Figures.fixed(front / 1e3, 1),
            ])
        }
        out.table(table)
        out.line("front: where it is compared, at a ruler of \(Figures.length(FrontLengths.comparisonRuler))")
        out.line()
    }

    private func agreement(_ day: MakerComparison, _ out: inout Page) {
        guard day.maps.count > 1 else { return }
        var table = TextTable([("counted by", .left), ("km²", .decimal), ("who", .left)])
        for part in day.agreement.parts where part.area.geodesicSquareMetres >= 5e4 {
            table.rows.append([
                part.makers.count == day.maps.count ? "all \(day.maps.count)" : String(part.makers.count),
                km2(part.area.geodesicSquareMetres),
                part.makers.count == day.maps.count
                    ? "" : part.makers.map { name(day.maps[$0].maker) }.joined(separator: ", "),
            ])
        }
        out.table(table)
        out.line()
    }

    private func sentences(_ pair: MakerPair, of day: MakerComparison, _ out: inout Page) {
        let (first, second) = (name(day.maps[pair.first].maker), name(day.maps[pair.second].maker))
        let found = pair.statistics
        guard found.frontMetres > 0 else {
            return out.wrapped("\(first) – \(second): no common front of 20 km is compared \(region)")
        }
        let side = found.mean >= 0 ? "outside" : "inside"
        var text =
            "\(first) – \(second): overlap \(Figures.fixed(day.overlap(pair), 3)); along \(Figures.length(found.frontMetres)) of front \(second) lies on average \(metres(abs(found.mean))) m \(side) (median \(metres(found.median)) m, robust σ \(metres(found.robustSigma)) m, root mean square \(metres(found.rms)) m)"
        if found.definitionsDiffer { text += ". " + definitions(first, second, found) }
        out.wrapped(text, rest: "  ")
    }

    /// That what lies between two lines is no error of drawing.
    private func definitions(_ first: String, _ second: String, _ found: DisplacementStatistics) -> String {
        "The two count different ground: over long stretches \(second) lies \(found.mean >= 0 ? "outside" : "inside") \(first) by more than the difference varies. That is a difference of definitions and no error of a line; no ± holds it"
    }

    private func figure(_ fit: MakersAnswer.Fit, _ day: MakerComparison, _ out: inout Page) {
        out.line()
        out.line("“\(SafeText.escaped(fit.said))”")
        var table = TextTable(
            [("maker", .left), ("map km²", .decimal), ("95 %", .left), ("verdict", .left)], indent: "  ")
        for (map, finding) in zip(day.maps, fit.findings) {
            let worded = finding?.definitions.first { $0.asWorded }
            table.rows.append([
                name(map.maker), worded?.measured.map { km2($0.value) } ?? "–",
                worded?.measured.map { "\(km2($0.interval95.low))–\(km2($0.interval95.high))" } ?? "",
                (finding?.verdictAsWorded ?? finding?.verdict)?.words ?? "–",
            ])
        }
        out.table(table)
        let fitting = fitting(fit, day)
        out.wrapped(
            fitting.isEmpty
                ? "fits no maker's map"
                : "fits the map of \(fitting.map(name).joined(separator: ", "))\(fitting.count < day.maps.count ? " and no other" : "")",
            first: "  ", rest: "  ")
    }

    private func fitting(_ fit: MakersAnswer.Fit, _ day: MakerComparison) -> [String] {
        zip(day.maps, fit.findings).filter { _, finding in
            (finding?.verdictAsWorded ?? finding?.verdict) == .consistent
        }.map { $0.0.maker }
    }

    /// σ, ℓ and the areas between the lines over stretches of some lengths.
    private func windows(_ rows: [PairRow], _ out: inout Page) {
        for row in rows where !row.statistics.windows.isEmpty {
            let found = row.statistics
            let days = row.isPooled ? ", \(row.dates.count) days" : row.dates.first.map { ", \($0)" } ?? ""
            out.line("\(name(row.first)) – \(name(row.second))\(days): difference between the lines")
            var table = TextTable(
                [
                    ("stretches of", .left), ("number", .right), ("mean km²", .decimal), ("rms", .decimal),
                    ("sd", .decimal), ("sd of the middle", .decimal),
                ], indent: "  ")
            for window in found.windows {
                table.rows.append([
                    "\(Figures.plain(window.metres / 1e3)) km", String(window.count),
                    Figures.fixed(window.mean / 1e6, 2), Figures.fixed(window.rms / 1e6, 2),
                    Figures.fixed(window.deviation / 1e6, 2),
                    Figures.fixed(window.middleDeviation / 1e6, 2),
                ])
            }
            out.table(table)
            func law(_ law: ErrorLaw?) -> String {
                guard let law else { return "–" }
                return
                    "σ \(metres(law.sigma)) m (each map \(metres(law.perMap.sigma)) m), ℓ \(kilometres(law.correlationLength)) km"
            }
            out.wrapped(
                "difference: \(law(found.law)); of the middle half: \(law(found.middleLaw)); of the variogram: \(law(found.variogram))",
                first: "  ", rest: "  ")
            out.line()
        }
    }

    private func pooled(_ study: PairStudy, _ out: inout Page) {
        windows([PairRow(study)], &out)
        if study.pooled.definitionsDiffer {
            out.wrapped(
                definitions(name(study.first), name(study.second), study.pooled) + ".", first: "  ",
                rest: "  "
            )
            out.line()
            return
        }
        if let law = study.law {
            out.wrapped(
                "line and mapmaker's part of each map together: σ \(metres(law.line.sigma)) m, ℓ \(kilometres(law.line.correlationLength)) km; σ_b \(metres(law.maker.sigma)) m, ℓ_b \(kilometres(law.maker.correlationLength)) km",
                first: "  ", rest: "  ")
        }
        guard !study.coverage.isEmpty else { return }
        var table = TextTable(
            [
                ("stretches of", .left), ("number", .right), ("stated sd km²", .decimal),
                ("rms km²", .decimal), ("within ± 2 sd", .right),
            ], indent: "  ")
        for held in study.coverage {
            table.rows.append([
                "\(Figures.plain(held.metres / 1e3)) km", String(held.count),
                Figures.fixed(held.statedDeviation / 1e6, 2), Figures.fixed(held.rms / 1e6, 2),
                "\(Figures.fixed(held.share * 100, 0)) %",
            ])
        }
        out.line("  stated for each day from the other days alone:")
        out.table(table)
        out.line()
    }

    private func period(_ out: inout Page) {
        guard !changes.isEmpty else { return }
        out.line("Net change near the front, within \(Figures.length(MakerNetChange.band)) of it; km²")
        var table = TextTable([
            ("maker", .left), ("from", .left), ("to", .left), ("gained", .decimal), ("lost", .decimal),
            ("net", .decimal),
        ])
        for change in changes {
            table.rows.append([
                name(change.maker), change.from?.description ?? "–", change.to?.description ?? "–",
                km2(change.gained), km2(change.lost), km2(change.net),
            ])
        }
        out.table(table)
        out.line()
    }

    // MARK: Machines

    private static func rows(_ day: MakersAnswer.Day) -> [PairRow] {
        day.comparison.pairs.map { PairRow($0, of: day.comparison, speed: day.speed) }
    }

    /// A row for each pair on each day, then for each pair over all days.
    package var rows: Rows {
        Rows(
            PairRow.columns,
            comparisons.flatMap { day in day.pairs.map { PairRow($0, of: day) } }
                + studies.map { PairRow($0) })
    }

    /// What an answer says.
    package var members: JSONObject {
        [
            "days": .array(days.map { .object(object($0)) }),
            "pooled": PairRow.columns.array(studies.map { PairRow($0) }),
            "period": Self.changeColumns.array(changes),
        ]
    }

    private static let changeColumns = Columns<MakerNetChange>([
        .member("maker") { .string($0.maker) }, .member("from") { .text($0.from?.description) },
        .member("to") { .text($0.to?.description) }, .member("gained_m2") { .number($0.gained) },
        .member("lost_m2") { .number($0.lost) }, .member("net_m2") { .number($0.net) },
        .member("front_m") { .number($0.frontMetres) },
    ])

    private func object(_ day: MakersAnswer.Day) -> JSONObject {
        let comparison = day.comparison
        let makers = zip(comparison.maps, comparison.frontMetres).map { map, front -> JSONValue in
            .object([
                "maker": .string(map.maker), "counting": .string(map.counting.label),
                "date": .text(map.map.date?.description), "path": .string(map.map.file),
                "area_m2": .number(map.map.ground.area.geodesicSquareMetres),
                "area_lonlat_m2": .number(map.map.ground.area.lonlatSquareMetres),
                "front_m": .number(front), "ruler_m": .number(FrontLengths.comparisonRuler),
            ])
        }
        let pairs = comparison.pairs.map { pair -> JSONValue in
            var object = PairRow.columns.object(PairRow(pair, of: comparison, speed: day.speed))
            object["stretches"] = .array(
                pair.displacement.parts(of: Self.partLength).map { part in
                    .object([
                        "from": .position(part.places.first), "to": .position(part.places.last),
                        "length_m": .number(part.length), "mean_m": .number(part.mean),
                        "median_m": .number(part.median), "rms_m": .number(part.rms),
                    ])
                })
            return .object(object)
        }
        let fits = day.fits.map { fit -> JSONValue in
            .object([
                "claim": .string(fit.said),
                "fits": .array(fitting(fit, comparison).map { .string($0) }),
                "makers": .array(
                    zip(comparison.maps, fit.findings).map { map, finding in
                        let worded = finding?.definitions.first { $0.asWorded }?.measured
                        return .object([
                            "maker": .string(map.maker), "value_si": .number(worded?.value),
                            "low95_si": .number(worded?.interval95.low),
                            "high95_si": .number(worded?.interval95.high),
                            "verdict": .text((finding?.verdictAsWorded ?? finding?.verdict)?.rawValue),
                        ])
                    }),
            ])
        }
        return [
            "date": .text(comparison.day?.description), "makers": .array(makers),
            "agreement": .array(
                comparison.agreement.parts.map { part in
                    .object([
                        "count": .count(part.makers.count),
                        "makers": .array(part.makers.map { .string(comparison.maps[$0].maker) }),
                        "area_m2": .number(part.area.geodesicSquareMetres),
                    ])
                }), "pairs": .array(pairs), "claims": .array(fits),
        ]
    }

    /// Stretches of front are listed in parts of about this length, in m.
    private static let partLength = 50_000.0
    /// And drawn in parts of about this one, in m.
    private static let drawnLength = 5_000.0

    /// Ground by how many makers count it, a feature for each combination, and the stretches of each first line with
    /// their displacement.
    package var geojson: String {
        var features: [Feature] = []
        for day in comparisons {
            let date = day.day.map { [JSONObject.Member("date", .string("\($0)"))] } ?? []
            for part in day.agreement.parts {
                let makers = part.makers.map { day.maps[$0].maker }.joined(separator: "; ")
                let members: [JSONObject.Member] = [
                    .init("layer", .string("agreement")), .init("count", .count(part.makers.count)),
                    .init("of", .count(day.maps.count)), .init("makers", .string(makers)),
                    .init("area_km2", .number(part.area.geodesicSquareMetres / 1e6)),
                ]
                features.append(
                    Feature(
                        geometry: .multiPolygon(MultiPolygon(part.polygons)),
                        properties: JSONObject(members + date)))
            }
            for pair in day.pairs {
                for part in pair.displacement.parts(of: Self.drawnLength) {
                    let members: [JSONObject.Member] = [
                        .init("layer", .string("displacement")),
                        .init("first", .string(day.maps[pair.first].maker)),
                        .init("second", .string(day.maps[pair.second].maker)),
                        .init("mean_m", .number(part.mean)), .init("median_m", .number(part.median)),
                        .init("length_km", .number(part.length / 1e3)),
                    ]
                    features.append(
                        Feature(
                            geometry: .lineString(LineString(part.places)),
                            properties: JSONObject(members + date)))
                }
            }
        }
        return GeoJSONWriter(options: WriterOptions(precision: 7)).text(GeoJSONDocument(features: features))
    }
}
