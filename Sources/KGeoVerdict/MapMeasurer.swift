// The control areas of a scenario's maps, measured once each.

public import KGeoControl
public import KGeoCore
internal import KGeoMeasure
public import KGeoScenario
internal import KGeoSurface

/// Measures a scenario's features and remembers what it has measured. Belongs to one task.
public final class MapMeasurer {
    /// What warnings came up while measuring, each once.
    public private(set) var warnings: [Notice] = []
    private var said: Set<Notice> = []
    private let scenario: Scenario
    private let errors: ErrorSettings
    private let reference: ControlAreaMeasurer
    /// Borders and fronts with a date count only for the maps of that date: one measurer for each.
    private var controls: [ControlKey: ControlAreaMeasurer] = [:]
    /// The borders, where none has a date.
    private var lastingBorders: KnownLineIndex?
    private var speeds: [SpeedKey: Double?] = [:]
    private var simulations: [Key: [Int: SimulatedArea]] = [:]
    private var changes: [ChangeKey: ControlChange?] = [:]
    private let hasDatedLines: Bool
    private var known: [Key: ControlAreaMeasurement] = [:]

    private struct Key: Hashable {
        var features: [Int]
        var day: CalendarDate?
    }

    private struct ControlKey: Hashable {
        var days: [CalendarDate?]
        var errorClass: ErrorClass
    }

    /// Whose ground, of which statuses, in which fortnight.
    private struct SpeedKey: Hashable {
        var sides: Set<Side>
        var fortnight: Int
    }

    private struct Side: Hashable {
        var holder: String?
        var status: String
    }

    private struct ChangeKey: Hashable {
        var old, new: Key
    }

    /// A measurer for a scenario: its reference features are the borders, its front features the fronts.
    public init(_ scenario: Scenario, settings: CheckSettings) {
        self.scenario = scenario
        errors = settings.errorSettings(scenario)
        hasDatedLines = scenario.features.contains {
            ($0.role == .reference || $0.role == .front) && $0.date != nil
        }
        // A reference surface has the accuracy it states, and none stated is taken as exact.
        reference = ControlAreaMeasurer(
            settings: ErrorSettings(
                boundaryError: 0, correlationLength: errors.correlationLength, edges: errors.edges))
    }

    private func control(on days: [CalendarDate?], _ errorClass: ErrorClass) -> ControlAreaMeasurer {
        let key = ControlKey(days: days, errorClass: errorClass)
        if let found = controls[key] { return found }
        let control = ControlAreaMeasurer(
            borders: borders(on: days), fronts: lines(.front, on: days), settings: errors,
            errorClass: errorClass)
        // A change is measured once, and its lines are let go of.
        if days.count < 2 { controls[key] = control }
        return control
    }

    /// The borders or fronts that count on some days.
    private func lines(_ role: Role, on days: [CalendarDate?]) -> [KnownLine] {
        scenario.features.filter { feature in
            guard feature.role == role else { return false }
            guard feature.date != nil else { return true }
            return days.contains { $0.map(feature.spans) ?? true }
        }.compactMap { feature in
            feature.geometry.map { KnownLine(geometry: $0, boundaryError: feature.boundaryError) }
        }
    }

    /// The borders on some days, by place: the same for all days but where one says otherwise.
    private func borders(on days: [CalendarDate?]) -> KnownLineIndex {
        if let lastingBorders { return lastingBorders }
        let index = ControlAreaMeasurer.index(
            ofBorders: lines(.reference, on: days), findsOwn: scenario.cutTo != nil)
        let areDated = scenario.features.contains { $0.role == .reference && $0.date != nil }
        if !areDated { lastingBorders = index }
        return index
    }

    private func parts(_ features: [ScenarioFeature]) -> [ControlPart] {
        features.compactMap { feature in
            feature.geometry.map {
                ControlPart(
                    polygons: $0.polygons, boundaryError: feature.boundaryError, areas: feature.areas)
            }
        }
    }

    /// Measures on the days of some maps.
    private func control(
        of features: [ScenarioFeature], on days: [CalendarDate?]
    ) throws(Problem) -> ControlAreaMeasurer {
        let isReference = !features.isEmpty && features.allSatisfy { $0.role == .reference }
        guard !isReference else { return reference }
        return control(on: hasDatedLines ? days : [nil], try errorClass(of: features))
    }

    // MARK: The class of a map

    /// The class of the map that some features are on: by how fast their side's ground changes, and whether the map says
    /// who drew it.
    private func errorClass(of features: [ScenarioFeature]) throws(Problem) -> ErrorClass {
        let isKnown =
            errors.errorClass != nil || errors.boundaryError != nil
            || features.allSatisfy { $0.boundaryError != nil || $0.role != .control }
        guard !isKnown, let day = features.lazy.compactMap(\.date).first else { return errors.assumedClass }
        return errors.classes.chosen(
            speed: try speed(features, in: day.dayNumber / Self.fortnight),
            namesMaker: features.allSatisfy { !($0.source ?? "").isEmpty })
    }

    /// Over so many days the speed of change is taken: long enough for a map that lags, short enough for a front that
    /// stops.
    private static let fortnight = 14

    /// How fast the ground of some features' side changes in a fortnight, in m a day: from the last map before it, or
    /// else the first in it, to the last in it, or else the first after it. Nil with one map.
    private func speed(_ features: [ScenarioFeature], in fortnight: Int) throws(Problem) -> Double? {
        func side(_ feature: ScenarioFeature) -> Side {
            Side(holder: feature.holder, status: feature.status?.rawValue ?? feature.statusText ?? "")
        }
        let key = SpeedKey(sides: Set(features.map(side)), fortnight: fortnight)
        if let found = speeds[key] { return found }
        let own = scenario.features.filter { $0.role == .control && key.sides.contains(side($0)) }
        let days = Set(own.compactMap(\.date)).sorted()
        let (begin, end) = (fortnight * Self.fortnight, (fortnight + 1) * Self.fortnight)
        let from = days.last { $0.dayNumber < begin } ?? days.first
        let to = days.last { $0.dayNumber < end && $0 != from } ?? days.first { $0.dayNumber >= end }
        var speed: Double?
        if let from, let to, from < to {
            func ground(_ day: CalendarDate) throws(Problem) -> [Polygon] {
                try Dissolve.union(parts(own.filter { $0.spans(day) }).flatMap(\.polygons)).polygons
            }
            do throws(Problem) {
                speed = try GroundChange(from: ground(from), to: ground(to))?.speed(days: from.days(to: to))
            } catch {
                throw error.inFile(scenario.file)
            }
        }
        speeds[key] = .some(speed)
        return speed
    }

    // MARK: Simulation

    /// What many fields make of the area of some features.
    func simulation(
        _ features: [ScenarioFeature], on day: CalendarDate?, fields: Int
    ) throws(Problem) -> SimulatedArea {
        let key = Key(features: features.map(\.index), day: hasDatedLines ? day : nil)
        if let found = simulations[key]?[fields] { return found }
        let simulated = try measure(features, on: day).simulated(fields: fields)
        simulations[key, default: [:]][fields] = simulated
        return simulated
    }

    /// σ of a line that is not drawn, mapmaker's part included, in m.
    var undrawnSigma: Double { errors.boundaryError ?? errors.assumedClass.totalSigma }

    /// What the union of some features has gained and lost since that of others. Nil around a pole.
    ///
    /// - Throws: a problem when GEOS cannot lay one over the other.
    func change(
        from old: DatedMap, to new: DatedMap
    ) throws(Problem) -> ControlChange? {
        let key = ChangeKey(
            old: Key(features: old.features.map(\.index), day: old.date),
            new: Key(features: new.features.map(\.index), day: new.date))
        if let found = changes[key] { return found }
        let (before, after) = try grounds(old, new)
        let change: ControlChange?
        do {
            change =
                before.measured.isLeftApart || after.measured.isLeftApart
                ? nil
                : try control(of: old.features + new.features, on: [old.date, new.date])
                    .change(from: before, to: after)
        } catch {
            throw error.inFile(scenario.file)
        }
        changes[key] = .some(change)
        return change
    }

    /// What many fields make of a change between two maps.
    func simulatedChange(
        _ part: ControlChange.Part, from old: DatedMap, to new: DatedMap, fields: Int
    ) throws(Problem) -> SimulatedArea {
        let (before, after) = try grounds(old, new)
        do {
            return try control(of: old.features + new.features, on: [old.date, new.date])
                .simulatedChange(part, from: before, to: after, fields: fields)
        } catch {
            throw error.inFile(scenario.file)
        }
    }

    private func grounds(_ old: DatedMap, _ new: DatedMap) throws(Problem) -> (MeasuredGround, MeasuredGround)
    {
        (
            MeasuredGround(try measure(old.features, on: old.date), parts: parts(old.features)),
            MeasuredGround(try measure(new.features, on: new.date), parts: parts(new.features))
        )
    }

    /// The sum of some grounds, with the error of all their outlines.
    func sum(of grounds: [ControlAreaMeasurement]) -> MeasuredValue { reference.sum(of: grounds) }

    /// The area of the union of some features in m², the same as that of `measure`, without its error.
    func bareArea(_ features: [ScenarioFeature]) throws(Problem) -> Double {
        do throws(Problem) {
            return try DissolvedGround(parts(features)).area.squareMetres(errors.edges)
        } catch {
            throw error.inFile(scenario.file)
        }
    }

    /// The area of the union of some features.
    ///
    /// - Parameter day: the day of the map they are on; borders and fronts of other days do not count.
    /// - Throws: a problem when GEOS cannot dissolve them.
    public func measure(
        _ features: [ScenarioFeature], on day: CalendarDate? = nil
    ) throws(Problem) -> ControlAreaMeasurement {
        let day = hasDatedLines ? day : nil
        let key = Key(features: features.map(\.index), day: day)
        if let found = known[key] { return found }
        let measured: ControlAreaMeasurement
        do {
            measured = try control(of: features, on: [day]).measure(parts(features))
        } catch {
            throw error.inFile(scenario.file)
        }
        known[key] = measured
        let overlap = measured.overlapSquareMetres
        if overlap > Dissolve.negligibleOverlap * measured.area.lonlatSquareMetres {
            let names =
                features.prefix(3).map { $0.id ?? "feature \($0.index)" }.joined(separator: ", ")
                + (features.count > 3 ? " and \(features.count - 3) more" : "")
            warn("\(names): parts overlap on \(Figures.area(overlap)); that ground is counted once")
        }
        let names = features.prefix(3).map { $0.id ?? "feature \($0.index)" }.joined(separator: ", ")
        if measured.crackCount > 0 {
            let notice = Notice(
                .note,
                Problem(
                    .scenario,
                    "\(names): \(measured.crackCount) crack\(measured.crackCount == 1 ? "" : "s") narrower than \(Int(ControlAreaMeasurer.crackTolerance)) m between parts, \(Figures.area(measured.crackSquareMetres)) in all, are no outline"
                ).inFile(scenario.file))
            if !warnings.contains(notice) { warnings.append(notice) }
        }
        if let notice = measured.area.turningNotice(of: names, in: scenario.file),
            said.insert(notice).inserted
        {
            warnings.append(notice)
        }
        if measured.value.isBelowResolution {
            warn(
                "\(names): the area, \(Figures.area(measured.value.value)), is below what the digits of the coordinates resolve, \(Figures.area(measured.value.resolution))",
                hint: "it may be nothing but rounding")
        }
        if measured.isLeftApart { warn("shapes around a pole are added up without dissolving them") }
        return measured
    }

    /// Adds a warning about the map.
    func warn(_ message: String, hint: Remedy? = nil) {
        let notice = Notice(.warning, Problem(.scenario, message, remedy: hint).inFile(scenario.file))
        if said.insert(notice).inserted { warnings.append(notice) }
    }
}
