// A map of who holds what, with the calls that measure it and hold figures against it.

internal import KGeoClaims
internal import KGeoControl
public import KGeoCore
internal import KGeoExtract
internal import KGeoJSON
internal import KGeoScenario
internal import KGeoVerdict

/// A map of who holds what: a scenario file, or any map whose properties are explained.
///
/// ```swift
/// let map = try ControlMap(.file("Scenarios/example.geojson"))
/// print(map.dates)  // [2024-01-10, 2024-02-10]
/// let ground = Subject(holder: "Southland")
/// let finding = try map.check("about 700 km2", of: ground, on: map.dates.last, worded: .controlled)
/// print(finding.verdict.words)  // depends on the definition
/// ```
///
/// It is a plain value: it may be kept, copied and handed to other tasks. Each call measures anew; to check many figures
/// at once, `check(_:)` takes them all.
public struct ControlMap: Sendable {
    /// Its title, as the map gives it; nil when it has none.
    public var title: String? { loaded.scenario.title }
    /// The claims that a scenario file holds against its own map.
    public var claims: [Claim] { loaded.scenario.claims }
    /// Oddities that were accepted, such as where the day of the map comes from.
    public var notices: [Notice] {
        (loaded.notices + loaded.scenario.dayNotices).map { $0.worded(in: .neutral) }
    }
    /// The days of its control areas, in order; empty for an undated map.
    public var dates: [CalendarDate] { Set(control.compactMap(\.date)).sorted() }
    /// Who holds its control areas, in order of the alphabet.
    public var holders: [String] { Set(control.compactMap(\.holder)).sorted() }

    let loaded: LoadedScenario
    let settings: CheckSettings
    private var control: [ScenarioFeature] { loaded.scenario.features.filter { $0.role == .control } }

    /// Reads a map whole.
    ///
    /// ```swift
    /// let map = try ControlMap(.file("Scenarios/example.geojson"))
    /// print(map.claims.count > 5, map.holders)  // true ["Eastland", "Southland"]
    /// ```
    ///
    /// - Parameters:
    ///   - properties: what the properties of a map mean that is no scenario file.
    ///   - settings: how it is measured, where it does not say itself.
    /// - Throws: the first problem: a file that cannot be read, is no GeoJSON, breaks a rule of the scenario format, or
    ///   has a ring that crosses itself (code `topology`); code `usage` for a setting out of its range.
    public init(
        _ source: MapSource, properties: MapProperties = MapProperties(),
        settings: MapSettings = MapSettings()
    ) throws(Problem) {
        self.settings = try settings.checked()
        do throws(Problem) {
            var loaded = try ScenarioLoader.load(
                try source.open(), mapping: properties.mapping, keepsDigest: false)
            if let problem = loaded.problems.first { throw problem }
            loaded.document = GeoJSONDocument(features: [])
            self.loaded = loaded
        } catch {
            throw error.inFile(source.name)
        }
    }

    /// The areas of the map with their errors: a row per day, holder and status, and one for all that is held or
    /// contested where a day has both.
    ///
    /// ```swift
    /// let map = try ControlMap(.file("Scenarios/example.geojson"))
    /// let held = try map.areas(on: map.dates[0])[0]
    /// print((held.value.value / 1e6).rounded(), "km²")  // 103.0 km²
    /// print((held.area.lonlatSquareMetres / 1e6).rounded())  // 103.0
    /// ```
    ///
    /// - Parameter day: the day of the map; nil for all.
    /// - Returns: rows in m²; none when the map has nothing of that day.
    /// - Throws: a problem when the overlay fails on the map.
    public func areas(on day: CalendarDate? = nil) throws(Problem) -> [StatusArea] {
        try Checker(loaded.scenario, settings: settings).areas(asOf: day)
    }

    /// What the map says of claims, such as its own.
    ///
    /// ```swift
    /// let map = try ControlMap(.file("Scenarios/example.geojson"))
    /// let findings = try map.check(map.claims)
    /// print(findings[0].claim.id, findings[0].verdict.rawValue)  // depends depends-on-definition
    /// ```
    ///
    /// - Returns: a finding per claim, in order. A claim that cannot be checked is a finding too, of the verdict
    ///   `notCheckable`.
    /// - Throws: a problem when the overlay fails on the map.
    public func check(_ claims: [Claim]) throws(Problem) -> [Finding] {
        let checker = Checker(loaded.scenario, settings: settings)
        return try claims.map { claim throws(Problem) in try checker.check(claim).worded(in: .neutral) }
    }

    /// What the map says of a figure.
    ///
    /// ```swift
    /// let map = try ControlMap(.file("Scenarios/example.geojson"))
    /// let ground = Subject(holder: "Southland")
    /// let finding = try map.check("more than 1,000 km2", of: ground, on: map.dates.last, worded: .controlled)
    /// print(finding.verdict.rawValue, finding.said.low, finding.said.high)  // overstated 1000.0 inf
    /// for row in finding.definitions {
    ///     guard let measured = row.measured else { continue }
    ///     print(row.counting.label, (measured.value / 1e6).rounded(), row.verdict.rawValue)
    /// }
    /// // controlled 438.0 overstated
    /// // controlled+contested 699.0 overstated
    /// ```
    ///
    /// - Parameters:
    ///   - figure: an area or an area per time in English, such as `about 1,300 km2`, `100-400 sq mi` or `20 km2 a day`.
    ///     For a share or a length make a `Claim` that says of what.
    ///   - subject: whose ground, where; nothing given means all of it.
    ///   - day: the day it is said of; a map a few days from it serves too (`MapSettings.windowDays`). It may be nil on a map
    ///     of one day alone; on another the finding then is `notCheckable` and says so.
    ///   - worded: what its words count, when they say so; every definition is measured.
    /// - Returns: the finding: verdict, and under each definition the measured value with its error.
    /// - Throws: a problem with code `claim` when the figure cannot be read or is of another kind.
    public func check(
        _ figure: String, of subject: Subject = Subject(), on day: CalendarDate? = nil,
        worded: Counting? = nil
    ) throws(Problem) -> Finding {
        var claim = try Claim(figure: figure)
        guard claim.kind == .area || claim.kind == .rate else {
            throw Problem(
                .claim, "\"\(figure)\" is no area",
                hint: "make a Claim that says of what it is a share, or what it is the length of")
        }
        claim.subject = subject
        claim.asOf = day
        claim.worded = worded
        return try check([claim])[0]
    }
}

extension Claim {
    /// A claim from a figure in English that stands alone; of kinds with the same unit it is the first of `ClaimKind`.
    ///
    /// ```swift
    /// let claim = try Claim(figure: "up to a fifth")
    /// print(claim.kind, claim.numbers[0].value, claim.unit.symbol, claim.qualifier)  // share 0.2 of the whole upTo
    /// ```
    ///
    /// - Throws: a problem with code `claim` that says what of the figure cannot be read.
    public init(figure text: String, id: String = "claim-1") throws(Problem) {
        let figure = try FigureReader.english.figure(text)
        guard let kind = ClaimKind.kinds(of: figure.unit.dimension).first else {
            throw Problem(.claim, "\"\(text)\" is of no kind that can be checked")
        }
        self.init(
            id: id, kind: kind, measure: kind == .rate ? .gained : .held, numbers: figure.numbers,
            unit: figure.unit, qualifier: figure.qualifier)
        quote = text
        equivalent = figure.equivalent
    }
}
