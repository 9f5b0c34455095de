// The ground of one side on one map: which features count, dissolved and measured.

public import KGeoCore
public import KGeoFront
internal import KGeoMeasure
public import KGeoScenario

/// Which ground of a map is followed.
public struct GroundChoice: Hashable, Sendable {
    /// The statuses that count as held.
    public var counting: Counting
    /// Whose ground; nil when the maps show one side only.
    public var holder: String?
    /// Where; nil everywhere.
    public var region: String?

    /// Ground that is firmly held, of the only side, everywhere, unless said otherwise.
    public init(counting: Counting = .controlled, holder: String? = nil, region: String? = nil) {
        self.counting = counting
        self.holder = holder
        self.region = region
    }

    /// In words, such as `controlled, Ukraine, Kursk Oblast`.
    public var label: String { [counting.label, holder, region].compactMap(\.self).joined(separator: ", ") }
}

/// The ground of one side on one day.
public struct GroundMap: Hashable, Sendable {
    /// The file it came from.
    public var file: String
    /// The day; nil when neither the features nor the file's name gives one.
    public var date: CalendarDate?
    /// The ground, dissolved, with the parts it was drawn in.
    public var ground: DissolvedGround

    /// A map from its parts.
    public init(file: String, date: CalendarDate?, ground: DissolvedGround) {
        self.file = file
        self.date = date
        self.ground = ground
    }

    /// What a message calls it: its date, or else its file.
    public var name: String { date?.description ?? file }

    /// The grounds of a scenario, one per date, earliest first; of a scenario without control areas one empty ground.
    ///
    /// - Throws: `scenario` when several sides hold ground and none was chosen, or when nothing is of the side, region
    ///   or status chosen on any of the maps; `geos` when the parts cannot be dissolved.
    public static func maps(
        of scenario: Scenario, _ choice: GroundChoice
    ) throws(Problem) -> [GroundMap] {
        var features = scenario.features.filter { $0.role == .control }
        let days = Self.days(features)
        features = try own(features, choice, scenario.file)
        var maps: [GroundMap] = []
        for day in days {
            let here = features.filter { feature in day.map { feature.spans($0) } ?? (feature.date == nil) }
            let counted = here.filter { $0.status.map(choice.counting.statuses.contains) ?? false }
            let parts = counted.compactMap { feature in
                feature.geometry.map {
                    ControlPart(polygons: $0.polygons, boundaryError: feature.boundaryError)
                }
            }
            do throws(Problem) {
                maps.append(GroundMap(file: scenario.file, date: day, ground: try DissolvedGround(parts)))
            } catch {
                throw error.inFile(scenario.file)
            }
        }
        return maps
    }

    /// The days on which a map begins, undated last; a file without a control area is an undated, empty map.
    private static func days(_ features: [ScenarioFeature]) -> [CalendarDate?] {
        let dated: [CalendarDate?] = Set(features.compactMap(\.date)).sorted()
        return features.isEmpty || features.contains { $0.date == nil } ? dated + [nil] : dated
    }

    private static func own(
        _ features: [ScenarioFeature], _ choice: GroundChoice, _ file: String
    ) throws(Problem) -> [ScenarioFeature] {
        let holders = Set(features.map { $0.holder ?? "" }).sorted()
        if let holder = choice.holder {
            guard holders.contains(holder) || features.isEmpty else {
                throw Problem(
                    .scenario, "nothing on the map is held by \"\(holder)\"",
                    hint: "holders: " + holders.map { $0.isEmpty ? "none named" : $0 }.joined(separator: ", ")
                ).inFile(file)
            }
        } else if holders.count > 1 {
            throw Problem(
                .scenario, "several sides hold ground on this map, and their changes are not one",
                hint: "choose one with --holder: "
                    + holders.map { $0.isEmpty ? "none named" : $0 }.joined(separator: ", ")
            ).inFile(file)
        }
        let regions = Set(features.flatMap(\.regions)).sorted()
        if let region = choice.region, !regions.contains(region), !features.isEmpty {
            throw Problem(
                .scenario, "nothing on the map lies in a region \"\(region)\"",
                hint: regions.isEmpty
                    ? "no feature names a region; --by FILE cuts the ground by areas"
                    : "regions: " + regions.joined(separator: ", ")
            ).inFile(file)
        }
        return features.filter { feature in
            (choice.holder.map { feature.holder == $0 } ?? true)
                && (choice.region.map(feature.regions.contains) ?? true)
        }
    }
}
