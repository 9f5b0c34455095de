// One row of a finding: a figure against the maps under one definition and one denominator.

internal import KGeoClaims
internal import KGeoControl
internal import KGeoCore
internal import KGeoMeasure
internal import KGeoScenario

extension ClaimChecker {
    /// What a share is a share of; for an area nothing.
    struct Whole {
        var used: DenominatorUsed?
        var u = 0.0
    }

    func denominators(of claim: Claim) throws(Stop) -> [Whole] {
        guard claim.kind == .share else { return [Whole()] }
        switch claim.of {
        case nil: throw .notCheckable("a share needs a denominator")
        case .official(let code):
            guard let areas = OfficialAreas.areas(code) else {
                throw .notCheckable("no official area for \"\(code)\"")
            }
            return areas.map { Whole(used: $0) }
        case .region(let name):
            throw .notCheckable(
                "the map has no feature \"\(name)\" as denominator, and no region is called so")
        case .areas(let areas):
            guard !areas.isEmpty else {
                throw .notCheckable("the outline of the region is too coarse for a share")
            }
            return areas.map { Whole(used: $0) }
        case .feature(let id):
            guard let feature = index.feature(id) else {
                throw .notCheckable("the map has no feature \"\(id)\" as denominator")
            }
            let value = try measure([feature], on: nil).value
            guard value.value > 0 else {
                throw .notCheckable("the denominator \"\(id)\" has no surface")
            }
            return [
                Whole(
                    used: DenominatorUsed(
                        name: "\"\(id)\" of the map", squareMetres: value.value,
                        source: feature.source ?? scenario.file),
                    u: value.u)
            ]
        }
    }

    /// The area of some features, with what the map cannot do as a problem.
    func measure(
        _ features: [ScenarioFeature], on day: CalendarDate?
    ) throws(Stop) -> ControlAreaMeasurement {
        do { return try measurer.measure(features, on: day) } catch { throw .problem(error) }
    }

    /// The features of a map that a definition counts.
    func counted(_ map: DatedMap, _ counting: Counting) -> DatedMap {
        var counted = map
        counted.features = map.features.filter {
            $0.role != .control || $0.status.map(counting.statuses.contains) ?? false
        }
        return counted
    }

    /// The area of a map's ground under a definition.
    func area(_ map: DatedMap, _ counting: Counting, of subject: Subject) throws(Stop) -> MeasuredValue {
        let counted = counted(map, counting)
        let ground = try measure(counted.features, on: map.date)
        var value = ground.value
        value.features = counted.features.map(\.index)
        if ground.area.lonlatSquareMetres == 0, map.features.contains(where: { $0.role == .control }) {
            value.unresolved = unresolved(map, subject)
        }
        if counted.features.contains(where: { $0.role == .control }) {
            value.addStated(u: scenario.statedError(of: counting, subject: subject, on: map.date))
            // What the map states of ground that it does not draw may be more.
            value.unresolved = value.unresolved.map { max($0, 2 * value.statedU) }
        }
        return value
    }

    /// Up to how much ground may be there where a map draws none of it, in m².
    ///
    /// Places of the region that count: those that the map or its evidence names as contested, and those within twice σ of
    /// the nearest ground drawn for another side.
    private func unresolved(_ map: DatedMap, _ subject: Subject) -> Double {
        let sigma = measurer.undrawnSigma
        let others = scenario.features.filter { feature in
            feature.role == .control && feature.holder != subject.holder
                && (map.date.map(feature.spans) ?? (feature.date == nil))
        }
        let index = EdgeIndex(
            others.flatMap { feature in
                feature.geometry.map { EdgeIndex.edges(of: $0, owner: 0) } ?? []
            })
        let places = scenario.features.filter { feature in
            feature.role == .place && (subject.region.map(feature.regions.contains) ?? true)
                && feature.geometry?.points.count == 1
        }
        let near = places.count { feature in
            if feature.status == .contested { return true }
            guard let place = feature.geometry?.points.first else { return false }
            return index.nearest(to: place, within: 2 * sigma) != nil
        }
        return NothingDrawn.upperBound(places: near, sigma: sigma)
    }

    /// A value with what many fields make of it: where the formula of the error does not hold, or where that is asked for
    /// as a check.
    private func simulated(
        _ measured: MeasuredValue, _ claim: Claim, over whole: Double?
    ) throws(Stop) -> MeasuredValue {
        let asked = settings.simulatedFields
        guard claim.kind == .area || claim.kind == .share, !claim.isChange, !measured.features.isEmpty,
            measured.boundaryU > 0, asked != nil || !measured.isFirstOrder
        else { return measured }
        let numbers = Set(measured.features)
        let own = scenario.features.filter { numbers.contains($0.index) }
        let simulated: SimulatedArea
        do throws(Problem) {
            simulated = try measurer.simulation(
                own, on: measured.date, fields: asked ?? GroundSimulation.defaultFields)
        } catch {
            throw .problem(error)
        }
        var measured = measured
        measured.simulation = simulated.asMeasured.scaled(by: whole.map { 1 / $0 } ?? 1)
        return measured
    }

    func row(
        _ claim: Claim, _ quantity: Quantity, _ counting: Counting, _ whole: Whole, _ choice: Choice,
        _ figure: Figure
    ) throws(Stop) -> DefinitionFinding {
        var row = DefinitionFinding(
            counting: counting, asWorded: isAsWorded(claim, counting), verdict: .notCheckable)
        row.denominator = whole.used
        func over(_ value: MeasuredValue) -> MeasuredValue {
            whole.used.map { value.divided(by: $0.squareMetres, u: whole.u) } ?? value
        }
        var values: [MeasuredValue] = []
        var bracket: [MeasuredValue] = []
        do throws(Stop) {
            guard let measure = quantity.value else {
                bracket = try each(choice.spans) { maps throws(Stop) in
                    over(try change(claim, counting, maps))
                }
                take(&row, bracket, figure)
                row.reason = row.measured.flatMap { Sentences.limits(of: $0, in: claim.unit) }
                return row
            }
            values = try each(deciding(claim, quantity, counting, choice), needing: choice.chosen) {
                map throws(Stop) in
                var value = over(try measure(map, counting))
                value.date = map.date
                return value
            }
        } catch {
            // Under another definition it may be possible.
            guard case .notCheckable(let reason) = error else { throw error }
            row.reason = reason
            return row
        }
        guard let low = values.min(by: { $0.value < $1.value }),
            let high = values.max(by: { $0.value < $1.value })
        else { return row }
        switch claim.measure {
        case .peak: bracket = [high]
        case .lowest: bracket = [low]
        case .mean: bracket = [MeasuredValue.mean(over: values)]
        default:
            guard let chosen = choice.chosen else {
                return wholePeriod(row, figure, low: low, high: high, in: claim.unit)
            }
            let days = choice.bracket.isEmpty ? [chosen.date] : choice.bracket.map(\.date)
            bracket = days.compactMap { day in values.first { $0.date == day } }
        }
        for i in bracket.indices {
            (bracket[i].windowLow, bracket[i].windowHigh) = (low.value, high.value)
            bracket[i] = try simulated(bracket[i], claim, over: whole.used?.squareMetres)
        }
        if choice.bracket.isEmpty { judge(&row, bracket, figure) } else { take(&row, bracket, figure) }
        row.reason = row.measured.flatMap { Sentences.limits(of: $0, in: claim.unit) }
        return row
    }

    /// The maps that decide: of a peak or the lowest those with the most and the least, found without their errors; else
    /// all.
    private func deciding(
        _ claim: Claim, _ quantity: Quantity, _ counting: Counting, _ choice: Choice
    ) -> [DatedMap] {
        guard claim.measure == .peak || claim.measure == .lowest, choice.maps.count > 2,
            let bare = quantity.bare
        else { return choice.maps }
        var (least, most) = ((value: Double.infinity, map: 0), (value: -Double.infinity, map: 0))
        for (i, map) in choice.maps.enumerated() {
            let value: Double
            // What no plane holds is measured whole.
            do throws(Stop) { value = try bare(map, counting) } catch { return choice.maps }
            if value < least.value { least = (value, i) }
            if value > most.value { most = (value, i) }
        }
        return Set([least.map, most.map]).sorted().map { choice.maps[$0] }
    }

    /// What is measured on each of some maps; what cannot be measured on one of them leaves the others, unless it is the
    /// one that is needed.
    private func each<Map: Equatable>(
        _ maps: [Map], needing needed: Map? = nil, _ measure: (Map) throws(Stop) -> MeasuredValue
    ) throws(Stop) -> [MeasuredValue] {
        var values: [MeasuredValue] = []
        var stop: Stop?
        for map in maps {
            do throws(Stop) { values.append(try measure(map)) } catch {
                if case .problem = error { throw error }
                if map == needed { throw error }
                stop = stop ?? error
            }
        }
        if values.isEmpty, let stop { throw stop }
        return values
    }

    /// Judges a figure by the maps that bracket its day, of which the first is printed.
    private func take(_ row: inout DefinitionFinding, _ bracket: [MeasuredValue], _ figure: Figure) {
        judge(&row, bracket, figure)
        row.measured?.hull = MeasuredValue.Hull(bracket)
    }

    private func judge(_ row: inout DefinitionFinding, _ bracket: [MeasuredValue], _ figure: Figure) {
        row.measured = bracket.first
        row.take(
            Judgement(
                bracket, claim: figure.interval, printed: figure.printed, isOneSided: figure.isOneSided))
        row.days = bracket.map { value in
            DayVerdict(
                date: value.date, fromDate: value.fromDate, value: value.value, interval95: value.interval95,
                verdict: judgement(value, figure).verdict)
        }
    }

    private func judgement(_ measured: MeasuredValue, _ figure: Figure) -> Judgement {
        Judgement(
            measured, claim: figure.interval.si, printed: figure.printed, isOneSided: figure.isOneSided)
    }

    /// A figure said of a whole period holds when the map's lowest and highest values both fit it.
    private func wholePeriod(
        _ empty: DefinitionFinding, _ figure: Figure, low: MeasuredValue, high: MeasuredValue,
        in unit: MeasureUnit
    ) -> DefinitionFinding {
        var row = empty
        let (atLow, atHigh) = (judgement(low, figure), judgement(high, figure))
        // The end that misses decides; when both do, the one that misses by more.
        let lowMisses = atLow.verdict != .consistent
        let highMisses = atHigh.verdict != .consistent
        let takesHigh = highMisses && (!lowMisses || (atHigh.zeta ?? .infinity) > (atLow.zeta ?? .infinity))
        var measured = takesHigh ? high : low
        measured.windowLow = low.value
        measured.windowHigh = high.value
        judge(&row, [measured], figure)
        guard low.value < high.value else { return row }
        let day = (takesHigh ? high : low).date.map { " of \($0)" } ?? ""
        let range =
            "said of a whole period, in which the map runs from \(Figures.value(si: low.value, in: unit)) to \(Figures.value(si: high.value, in: unit))"
        row.reason =
            lowMisses || highMisses
            ? "\(range); its \(takesHigh ? "highest" : "lowest") map\(day) decides" : .text(range)
        return row
    }
}

extension MeasuredValue {
    /// The mean over time of dated values in order: each stretch between two maps counts the mean of its
    /// ends. The errors of maps by one mapmaker have the same sign, so the error is the mean of theirs.
    static func mean(over values: [MeasuredValue]) -> MeasuredValue {
        guard let first = values.first, values.count > 1 else {
            return values.first ?? MeasuredValue(value: 0, boundaryU: 0, edgeEffect: 0)
        }
        var weights = [Double](repeating: 0, count: values.count)
        for i in 1..<values.count {
            guard let a = values[i - 1].date, let b = values[i].date else { continue }
            let days = Double(a.days(to: b))
            weights[i - 1] += days / 2
            weights[i] += days / 2
        }
        let total = weights.reduce(0, +)
        guard total > 0 else { return first }
        func mean(_ part: (MeasuredValue) -> Double) -> Double {
            zip(values, weights).reduce(0) { $0 + part($1.0) * $1.1 } / total
        }
        var result = MeasuredValue(
            value: mean(\.value), boundaryU: mean(\.boundaryU), edgeEffect: mean(\.edgeEffect))
        result.u = mean(\.u)
        result.boundaryUDrawn = mean(\.boundaryUDrawn)
        result.makerU = mean(\.makerU)
        result.errorClass = values.lazy.compactMap(\.errorClass).first
        result.isFirstOrder = values.allSatisfy(\.isFirstOrder)
        result.outlineMetres = mean(\.outlineMetres)
        result.outlineDrawnMetres = mean(\.outlineDrawnMetres)
        result.perMetre = mean(\.perMetre)
        result.bound = values.lazy.compactMap(\.bound).first
        result.sigmaUnitMetres = mean(\.sigmaUnitMetres)
        result.sigmaFactor = values.map(\.sigmaFactor).max() ?? 1
        let sigmas = Set(values.map(\.boundaryErrorMetres))
        result.boundaryErrorMetres = sigmas.count == 1 ? first.boundaryErrorMetres : nil
        let ranges = values.compactMap(\.boundaryErrorRange)
        if let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() {
            result.boundaryErrorRange = low...high
        }
        result.resolution = mean(\.resolution)
        result.boundaryErrorAssumed = values.contains(where: \.boundaryErrorAssumed)
        // Without any σ and with σ alone the errors add up as they are; what is left is in between, so that
        // the scale gives the mean error for the σ that holds.
        let (line, rest) = (mean { $0.uncertainty.a.squareRoot() }, mean { $0.uncertainty.c.squareRoot() })
        let t = result.sigmaFactor
        result.uncertainty = UncertaintyScale(
            a: line * line,
            b: t > 0 ? max(0, (result.u * result.u - line * line * t * t - rest * rest) / t) : 0,
            c: rest * rest)
        return result
    }
}
