// What an imported scenario says of itself: its title, what is in it and what is not, the error of its cuts.

internal import KGeoCore
internal import KGeoJSON
internal import KGeoScenario

extension ImportedScenario {
    /// What the file says of itself: title, summary, licence, and the error of its cuts.
    func header(_ rows: [ImportRow], isCut: Bool) -> JSONObject {
        let dates = Set(rows.compactMap(\.date)).sorted()
        let span =
            dates.count > 1
            ? "\(dates[0]) to \(dates[dates.count - 1]), \(dates.count) days"
            : dates.first?.description ?? ""
        let maker = source ?? Set(maps.compactMap(\.source)).sorted().joined(separator: ", ")
        var header = JSONObject([.init("schema", .number(JSONNumber(1)))])
        let given = [
            maker.isEmpty ? "Map\(span.isEmpty ? "" : " of \(span)")" : maker, maker.isEmpty ? "" : span,
        ]
        header["title"] = .string(title ?? given.filter { !$0.isEmpty }.joined(separator: ", "))
        header["summary"] = .string(summary(isCut: isCut))
        if let licence = licence(isCut: isCut) { header["licence"] = .string(licence) }
        let earlier = maps.compactMap { $0.dayOfFile?.daysEarlier }.max() ?? 0
        if earlier > 0 { header["defaults"] = .object(["days_earlier": .count(earlier)]) }
        // Statuses of a scenario are codes; what the map calls them is kept beside.
        let words = Set(maps.compactMap(\.statusWords))
        if words.count == 1, let own = words.first, own.isOwn { header["words"] = .object(own.json) }
        let parts = errorParts(rows)
        if !parts.isEmpty { header["error_parts"] = .array(parts) }
        header["claims"] = .array([])
        return header
    }

    /// What came of the import, for a reader of the file: what is in it and what is not.
    private func summary(isCut: Bool) -> String {
        var text = "Imported from \(maps.count == 1 ? "1 file" : "\(maps.count) files")."
        if let regions, isCut {
            let names = regions.regions.map(\.name)
            text += " Cut by \(names.prefix(6).joined(separator: ", "))\(names.count > 6 ? ", …" : "")"
            text += onlyRegions.isEmpty ? "; ground outside them has no region." : "."
        }
        if !onlyHolders.isEmpty {
            text += " Only what \(onlyHolders.joined(separator: ", ")) holds is in it."
        }
        if !onlyRegions.isEmpty { text += " Only ground in \(onlyRegions.joined(separator: ", ")) is in it." }
        var known: Set<String> = []
        let kinds = maps.flatMap(\.leftOut).filter { $0.squareMetres > 0 }.map(\.what)
            .filter { known.insert($0).inserted }
        if !kinds.isEmpty { text += " Left out: \(kinds.joined(separator: ", "))." }
        return text
    }

    /// The error of cuts along the sides that are no border: no line of the scenario shows it.
    private func errorParts(_ rows: [ImportRow]) -> [JSONValue] {
        var parts: [JSONValue] = []
        func part(_ row: ImportRow, _ counting: Counting, _ region: String, _ u: Double) {
            guard u >= 1_000 else { return }
            var object = JSONObject([.init("counting", .string(counting.label))])
            if let holder = row.holder { object["holder"] = .string(holder) }
            object["region"] = .string(region)
            if let date = row.date { object["date"] = .string(date.description) }
            object["u_km2"] = .number(JSONNumber((u / 1e3).rounded() / 1e3))
            object["reason"] = .string("cut along sides of \(region) that are known less well than a border")
            parts.append(.object(object))
        }
        let rows = rows.filter { row in
            guard case .region(let name) = row.place else { return false }
            return onlyRegions.isEmpty || onlyRegions.contains(name)
        }
        var sums: [[String]: (row: ImportRow, region: String, variance: Double)] = [:]
        for row in rows {
            guard case .region(let region) = row.place, let cut = row.cut, row.status != .claimed else {
                continue
            }
            part(row, Counting([row.status]), region, cut.otherU)
            let key = [row.date?.description ?? "", row.holder ?? "", region]
            sums[key] = (row, region, (sums[key]?.variance ?? 0) + cut.otherVariance)
        }
        for key in sums.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let sum = sums[key] else { continue }
            part(sum.row, .controlledAndContested, sum.region, sum.variance.squareRoot())
        }
        return parts
    }
}
