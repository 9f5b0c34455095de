// The grounds of one side that a scenario draws, a map per day.

public import KGeoControl
public import KGeoCore
public import KGeoScenario

extension GroundMap {
    /// The grounds of a scenario, one per date, earliest first; of a scenario without control areas one empty ground.
    /// A day with a gap in what is counted is none of them.
    ///
    /// - Throws: `scenario` when several sides hold ground and none was chosen, or when nothing is of the side, region
    ///   or status chosen on any of the maps; `geos` when the parts cannot be dissolved.
    public static func maps(
        of scenario: Scenario, _ choice: GroundChoice
    ) throws(Problem) -> [GroundMap] {
        let leftOut = Set(scenario.nobodysGround + scenario.undatedGround)
        var features = scenario.features.filter { $0.role == .control && !leftOut.contains($0) }
        if features.isEmpty, !scenario.gaps(counting: choice.counting).isEmpty { return [] }
        let days = Self.days(features)
        features = try own(features, choice, scenario.file)
        var maps: [GroundMap] = []
        for day in days {
            let here = features.filter { feature in day.map { feature.spans($0) } ?? (feature.date == nil) }
            let counted = here.filter { $0.status.map(choice.counting.statuses.contains) ?? false }
            guard
                scenario.gaps(
                    on: day, counting: choice.counting, drawn: Set(counted.compactMap(\.status))
                ).isEmpty
            else { continue }
            let parts = counted.compactMap { feature in
                feature.geometry.map {
                    ControlPart(
                        polygons: $0.polygons, boundaryError: feature.boundaryError, areas: feature.areas)
                }
            }
            do throws(Problem) {
                var map = GroundMap(file: scenario.file, date: day, ground: try DissolvedGround(parts))
                map.lastDay = day.flatMap { day in here.map { $0.dateEnd ?? day }.min() }
                maps.append(map)
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
        let named = holders.map { $0.isEmpty ? "none named" : $0 }
        // Whose claimed or contested ground is not counted is no side here.
        let counted = features.filter { $0.status.map(choice.counting.statuses.contains) ?? true }
        let sides = Set(counted.map { $0.holder ?? "" })
        if let holder = choice.holder {
            guard holders.contains(holder) || features.isEmpty else {
                throw Problem(
                    .scenario, "nothing on the map is held by \"\(holder)\"",
                    hint: "holders: " + named.joined(separator: ", ")
                ).inFile(file)
            }
        } else if sides.count > 1 {
            throw Problem(
                .scenario, "several sides hold ground on this map, and their changes are not one",
                remedy: "choose one with \(.holder): \(named.joined(separator: ", "))"
            ).inFile(file)
        }
        let regions = Set(features.flatMap(\.regions)).sorted()
        if let region = choice.region, !regions.contains(region), !features.isEmpty {
            throw Problem(
                .scenario, "nothing on the map lies in a region \"\(region)\"",
                remedy: regions.isEmpty
                    ? "no feature names a region; \(.regionFile) FILE cuts the ground by areas"
                    : "regions: \(regions.joined(separator: ", "))"
            ).inFile(file)
        }
        return features.filter { feature in
            (choice.holder.map { feature.holder == $0 } ?? true)
                && (choice.region.map(feature.regions.contains) ?? true)
        }
    }
}
