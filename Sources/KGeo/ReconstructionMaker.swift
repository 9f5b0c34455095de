// Maps from reported settlements, day by day, by one method or the other.

package import KGeoCore
package import KGeoReconstruct
internal import KGeoSurface

/// A way from settlements to ground, with all it needs.
package enum ReconstructionMethod: Sendable {
    /// Kriging, and the models of further ranges to try.
    case kriging(KrigingModel, trials: [KrigingModel])
    /// The nearest settlement up to a reach, in m, and further reaches to try.
    case nearest(reach: Double?, trials: [Double])

    /// How far a settlement speaks for the ground around it, in m; nil without an end, and with kriging.
    package var reach: Double? {
        if case .nearest(let reach, _) = self { return reach }
        return nil
    }

    /// What kriging assumes; nil with the nearest.
    package var model: KrigingModel? {
        if case .kriging(let model, _) = self { return model }
        return nil
    }
}

/// Makes the maps of a ground. Belongs to one task.
package final class ReconstructionMaker {
    private let maker: Reconstructor
    private let ground: ReconstructionGround
    private let method: ReconstructionMethod
    private let krigers: [Kriger]

    /// A maker for a ground.
    ///
    /// - Throws: a problem, with the file of the ground, when that is no valid surface.
    package init(_ ground: ReconstructionGround, _ method: ReconstructionMethod) throws(Problem) {
        self.ground = ground
        self.method = method
        do throws(Problem) {
            let maker = try Reconstructor(region: ground.polygons)
            self.maker = maker
            guard case .kriging(let model, let trials) = method else {
                krigers = []
                return
            }
            let kriger = try Kriger(maker, border: ground.border, model)
            krigers = [kriger] + trials.map { Kriger(kriger, $0) }
        } catch {
            throw error.inFile(ground.file)
        }
    }

    /// Whether a place lies in the ground, or so near that it may.
    ///
    /// - Parameter error: by how much the place may be off, in m.
    /// - Throws: a problem when GEOS fails.
    package func holds(_ place: Coordinate, error: Double) throws(Problem) -> Bool {
        try maker.holds(place, error: error)
    }

    /// The map of one day: the holder's ground, and that of others where it is wanted.
    ///
    /// - Parameter hasBands: whether ground by its probability is wanted too, with kriging.
    /// - Throws: a problem when fewer than two settlements have a status, or an overlay fails.
    package func map(
        _ reports: [SettlementReport], on day: CalendarDate, holder: String, others: [String],
        hasBands: Bool = false
    ) throws(Problem) -> DatedReconstruction {
        let sites = ReportedSites.sites(reports, on: day, holder: holder)
        let without = Set(reports.map(\.evidenceClass)).sorted().map { kind in
            (
                evidenceClass: kind,
                sites: ReportedSites.sites(reports, on: day, holder: holder, leavingOut: [kind])
            )
        }
        let definitions = ReconstructedScenario.definitions
        var map: DatedReconstruction
        switch method {
        case .nearest(let reach, let trials):
            let settings = ReconstructionSettings(reach: reach)
            let result = try maker.reconstruct(sites, settings)
            map = DatedReconstruction(
                date: day, result: result,
                budget: try maker.budget(
                    of: result, settings, definitions: definitions, reaches: trials,
                    without: without.count > 1 ? without : []))
            for other in others {
                let sites = ReportedSites.sites(reports, on: day, holder: other)
                let result = try maker.reconstruct(sites, settings)
                let budget = try maker.budget(of: result, settings, definitions: definitions)
                map.others.append(.init(holder: other, result: result, budget: budget))
            }
        case .kriging:
            let result = try krigers[0].reconstruct(sites, ReconstructionSettings(), hasBands: hasBands)
            map = DatedReconstruction(
                date: day, result: result,
                budget: try krigers[0].budget(
                    of: result, definitions: definitions, trials: Array(krigers.dropFirst()),
                    without: without.count > 1 ? without : []))
            map.others = try self.others(others, sites, map)
        }
        return map
    }

    /// What the other side firmly holds: the ground within the range of any settlement that is neither held nor
    /// contested.
    private func others(
        _ holders: [String], _ sites: [Site], _ map: DatedReconstruction
    ) throws(Problem) -> [DatedReconstruction.OtherHolder] {
        guard let holder = holders.first else { return [] }
        let all = Set(sites.filter { $0.state == .other }.compactMap { $0.reports.first?.holder }).sorted()
        guard holders.count == 1, all == [holder] else {
            throw Problem(
                .scenario,
                "the ground that is not held belongs to \(all.joined(separator: " and ")): kriging tells one side from all others",
                hint: "dividing the ground among the nearest settlements draws several holders")
        }
        let rest = try krigers[0].rest(of: map.result, sites, ReconstructionSettings())
        var budget = map.budget
        for i in budget.parts.indices {
            budget.parts[i].u[.controlled] = budget.parts[i].u[.controlledAndContested]
        }
        return [.init(holder: holder, result: rest, budget: budget)]
    }
}
