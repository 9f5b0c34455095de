// A scenario file made of a reconstruction: control areas, fronts with their σ, the settlements, the border.

package import KGeoCore
package import KGeoJSON
internal import KGeoMeasure
package import KGeoReconstruct

/// A reconstruction of one day with its error.
package struct DatedReconstruction: Sendable {
    package var date: CalendarDate
    package var result: Reconstruction
    package var budget: ReconstructionBudget
    /// The ground that others hold firmly, where it is wanted too.
    package var others: [OtherHolder] = []

    /// What another holder has of the same ground on the same day.
    package struct OtherHolder: Sendable {
        package var holder: String
        package var result: Reconstruction
        package var budget: ReconstructionBudget
        /// A holder's ground from its parts.
        package init(holder: String, result: Reconstruction, budget: ReconstructionBudget) {
            self.holder = holder
            self.result = result
            self.budget = budget
        }
    }

    /// A reconstruction from its parts.
    package init(
        date: CalendarDate, result: Reconstruction, budget: ReconstructionBudget, others: [OtherHolder] = []
    ) {
        self.date = date
        self.result = result
        self.budget = budget
        self.others = others
    }
}

/// Writes reconstructions as a scenario.
package struct ReconstructedScenario: Sendable {
    /// The definitions whose errors are stated.
    package static let definitions: [Counting] = [
        .controlled, Counting([.contested]), .controlledAndContested,
    ]

    /// Whose ground, and where.
    package var holder: String
    package var region: String?
    package var title: String?
    package var summary: String?
    /// The source and licence that the areas name.
    package var source: String
    package var licence: String?
    /// The reach in words, such as `5 km`.
    package var reach: String
    /// Claims as their objects, and features to hold beside: borders, places.
    package var claims: [JSONObject] = []
    package var references: [Feature] = []
    /// Whether the settlements go into the scenario.
    package var holdsPlaces = true

    /// A scenario of which the rest is set later.
    package init(holder: String, source: String, reach: String) {
        self.holder = holder
        self.source = source
        self.reach = reach
    }

    /// The licences of what a scenario is made of, each once: those its files name, and those of the sources of
    /// its places.
    package static func licence(of files: [String?], places: [String?]) -> String? {
        func isFrom(_ names: String...) -> Bool {
            places.contains { place in names.contains { place?.contains($0) ?? false } }
        }
        var all = files.compactMap(\.self)
        if isFrom("OpenStreetMap", "OSM") { all.append("ODbL-1.0") }
        if isFrom("GeoNames") { all.append("CC-BY-4.0 for places of GeoNames") }
        let each = all.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return each.isEmpty ? nil : each.joined(separator: "; ")
    }

    /// The scenario as a document, ready to be written.
    package func document(_ days: [DatedReconstruction]) -> GeoJSONDocument {
        var ids: Set<String> = []
        func id(_ text: String) -> String {
            var (name, number) = (text, 1)
            while !ids.insert(name).inserted {
                number += 1
                name = "\(text)-\(number)"
            }
            return name
        }
        for feature in references { if let label = feature.record.label { ids.insert(label) } }
        var features: [Feature] = []
        for day in days {
            for (status, polygons) in [
                (Status.controlled, day.result.held), (.contested, day.result.contested),
            ] {
                features.append(area(status, polygons, day, holder, id: id("\(status.rawValue)-\(day.date)")))
            }
            for other in day.others {
                features.append(
                    area(
                        .controlled, other.result.held, day, other.holder,
                        id: id("controlled-\(other.holder)-\(day.date)")))
            }
            for front in day.result.fronts {
                features.append(line(front, day.date, id: id("front-\(day.date)")))
            }
            for site in day.result.sites where holdsPlaces {
                features.append(
                    place(site, day.date, id: id(days.count == 1 ? site.name : "\(site.name) \(day.date)")))
            }
        }
        var collection = CollectionRecord()
        collection.foreign["kgeo"] = .object(header(days))
        return GeoJSONDocument(collection: collection, features: features + references)
    }

    private func header(_ days: [DatedReconstruction]) -> JSONObject {
        var header = JSONObject([.init("schema", .number(JSONNumber(1)))])
        if let title { header["title"] = .string(title) }
        if let summary { header["summary"] = .string(summary) }
        if let licence { header["licence"] = .string(licence) }
        let lengths = days.map(\.result.correlationLength)
        let mean = lengths.reduce(0, +) / Double(max(1, lengths.count))
        header["defaults"] = .object(["correlation_length_m": .number(JSONNumber(mean.rounded()))])
        var parts: [JSONValue] = []
        for day in days {
            let mine = Self.definitions.map { ($0, holder, day.budget) }
            for (counting, holder, budget) in mine + day.others.map({ (.controlled, $0.holder, $0.budget) }) {
                var part = JSONObject([
                    .init("counting", .string(counting.label)), .init("holder", .string(holder)),
                    .init("date", .string(day.date.description)),
                    .init(
                        "u_km2",
                        .number(JSONNumber((budget.uBesideFront(counting) / 1e3).rounded() / 1e3))),
                    .init(
                        "reason",
                        .string(
                            budget.parts.dropFirst().filter { !$0.u.isEmpty }.map(\.reason).joined(
                                separator: ", "))),
                ])
                if let region { part["region"] = .string(region) }
                parts.append(.object(part))
            }
        }
        header["error_parts"] = .array(parts)
        header["claims"] = .array(claims.map { .object($0) })
        return header
    }

    private func common(_ role: Role, _ id: String, _ date: CalendarDate) -> JSONObject {
        JSONObject([
            .init("id", .string(id)), .init("role", .string(role.rawValue)),
            .init("date", .string(date.description)),
        ])
    }

    private func area(
        _ status: Status, _ polygons: [Polygon], _ day: DatedReconstruction, _ holder: String, id: String
    ) -> Feature {
        var properties = common(.control, id, day.date)
        properties["status"] = .string(status.rawValue)
        properties["holder"] = .string(holder)
        if let region { properties["region"] = .string(region) }
        // Where the line is neither front nor border it is the end of the evidence, whose error is stated apart.
        properties["boundary_error_m"] = .number(JSONNumber(0))
        properties["source"] = .string(source)
        if let licence { properties["licence"] = .string(licence) }
        properties["note"] = .string(
            "reconstructed from \(day.result.sites.count) settlements, \(manner(day.result))"
                + (ReportAges(day.result.sites, on: day.date).map { "; reports \($0.words)" } ?? ""))
        if let simulated = day.result.kriged?.simulated[Counting([status])] {
            properties["expected_km2"] = .number(JSONNumber((simulated.expected / 1e3).rounded() / 1e3))
            properties["low95_km2"] = .number(JSONNumber((simulated.low95 / 1e3).rounded() / 1e3))
            properties["high95_km2"] = .number(JSONNumber((simulated.high95 / 1e3).rounded() / 1e3))
        }
        return Feature(id: id, geometry: .multiPolygon(MultiPolygon(polygons)), properties: properties)
    }

    /// How ground was given to settlements, as a clause.
    private func manner(_ result: Reconstruction) -> String {
        if let kriged = result.kriged {
            return
                "more likely held than not by kriging of their status, range \(JSONNumber(kriged.model.range / 1e3).text) km"
        }
        return "each speaking for the ground nearest to it" + (reach == "none" ? "" : " within \(reach)")
    }

    private func line(_ front: ReconstructedFront, _ date: CalendarDate, id: String) -> Feature {
        var properties = common(.front, id, date)
        properties["boundary_error_m"] = .number(JSONNumber(front.sigma.rounded()))
        properties["source"] = .string(source)
        if let licence { properties["licence"] = .string(licence) }
        properties["note"] = .string(
            front.settlements.map {
                "halfway between \($0.inner.name) (\(words($0.inner))) and \($0.outer.name) (\(words($0.outer)))"
            } ?? "as likely \(front.inner == .held ? "held" : "held or contested") as not")
        return Feature(id: id, geometry: .lineString(LineString(front.line)), properties: properties)
    }

    private func words(_ site: Site) -> String {
        switch site.state {
        case .held: holder
        case .contested: "contested"
        case .other: site.reports.first?.holder ?? "others"
        }
    }

    private func place(_ site: Site, _ date: CalendarDate, id: String) -> Feature {
        var properties = common(.place, id, date)
        properties["name"] = .string(site.name)
        properties["status"] = .string((site.state == .contested ? Status.contested : .controlled).rawValue)
        properties["holder"] = .text(
            site.state == .held ? holder : site.state == .contested ? nil : site.reports.first?.holder)
        properties["coord_error_m"] = .number(JSONNumber(site.coordinateError))
        properties["reported"] = .string(site.reports.first?.date.description ?? "")
        properties["class"] = .string(joined(site.reports.map(\.evidenceClass)))
        properties["source"] = .string(joined(site.reports.compactMap(\.source)))
        properties["coord_source"] = .text(site.reports.first?.coordinateSource)
        return Feature(id: id, geometry: .point(Positions([site.place])), properties: properties)
    }

    private func joined(_ texts: [String]) -> String {
        texts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: "; ")
    }
}
