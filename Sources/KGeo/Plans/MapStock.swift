// The maps of one path: known by name and day, opened when a figure needs them, cut by a region once.

internal import KGeoAtlas
package import KGeoCore
package import KGeoJSON
package import KGeoScenario

/// The maps of a folder, or of one file. Belongs to one task.
package final class MapStock {
    /// Opens a file.
    package typealias Opener = (String) throws(Problem) -> ByteSource

    /// The path as it was given.
    package let path: String
    private let mapping: PropertyMapping
    private let input: InputOptions
    private let keepsDigests: Bool
    private let open: Opener
    /// The files by the day in their names.
    private let files: [(files: [String], date: CalendarDate?)]
    private var opened: [Int: [LoadedScenario]] = [:]
    /// The map that was opened first.
    private var sample: LoadedScenario?
    private var cuts: [CutKey: (features: [ScenarioFeature], lines: [CutLine])] = [:]
    private var knives: [String: RegionKnife] = [:]
    /// Days that turned out to have no map.
    private var gaps: Set<CalendarDate> = []
    /// What was accepted in the files opened so far; what many have in common is said once.
    package private(set) var notices: [Notice] = []
    /// SHA-256 of each file opened, where digests are kept.
    package private(set) var digests: [(path: String, sha256: String)] = []

    private struct CutKey: Hashable {
        var file: String
        var feature: Int
        var region: String
    }

    /// The maps of some files; none is opened.
    ///
    /// - Parameters:
    ///   - path: what they are called: the folder, or the one file.
    ///   - files: the paths of the files.
    ///   - mapping: what the properties of maps mean that are nobody's known ones.
    ///   - keepsDigests: whether the SHA-256 of each file is taken.
    ///   - open: opens a file.
    package init(
        _ path: String, files: [String], mapping: PropertyMapping = PropertyMapping(),
        input: InputOptions = InputOptions(), keepsDigests: Bool = false, open: @escaping Opener
    ) {
        (self.path, self.mapping, self.input, self.open) = (path, mapping, input, open)
        self.keepsDigests = keepsDigests
        self.files = MapSet(path, files: files, timeZone: mapping.timeZone).days.map {
            ($0.map(\.path), $0.first?.date)
        }
    }

    // MARK: What they are

    /// What the maps are, as that nearest to a day tells: opened for it.
    private func first(near day: CalendarDate?) throws(Problem) -> LoadedScenario? {
        if let sample { return sample }
        let number = files.indices.min { a, b in
            func distance(_ i: Int) -> Int {
                guard let date = files[i].date, let day else { return 0 }
                return abs(date.days(to: day))
            }
            return distance(a) < distance(b)
        }
        guard let number else { return nil }
        return try maps(number).first
    }

    /// Who drew them: as the maps say, else the name of their folder or file.
    package func maker(near day: CalendarDate?) throws(Problem) -> String {
        let map = try first(near: day)
        if let maker = map?.known?.maker ?? map?.scenario.mapmakers.first { return maker }
        let parts = path.split(separator: "/")
        return String(parts.last ?? "map")
    }

    /// Who holds ground on them.
    package func holders(near day: CalendarDate?) throws(Problem) -> [String] {
        guard let map = try first(near: day) else { return [] }
        return map.known?.holders
            ?? Set(map.scenario.features.filter { $0.role == .control }.compactMap(\.holder)).sorted()
    }

    /// The file that shows a day, where one file shows it alone.
    package func file(on day: CalendarDate?) -> String? {
        guard let day else { return nil }
        let found = opened.filter { _, maps in
            maps.contains { map in map.scenario.features.contains { $0.role == .control && $0.date == day } }
        }
        guard found.count == 1, let number = found.first?.key, files[number].files.count == 1 else {
            return nil
        }
        return files[number].files.first
    }

    /// Whether they show all ground of some countries that is held from outside, as far as is known.
    package func covers(_ countries: Set<String>, near day: CalendarDate?) throws(Problem) -> Bool {
        guard let known = try first(near: day)?.known else { return true }
        return countries.isSubset(of: known.countries)
    }

    /// The maps of the files of one day.
    private func maps(_ number: Int) throws(Problem) -> [LoadedScenario] {
        if let known = opened[number] { return known }
        var sources: [ByteSource] = []
        for file in files[number].files { sources.append(try open(file)) }
        let loaded = try ScenarioLoader.load(
            sources, mapping: mapping, input: input, keepsDigest: keepsDigests)
        for source in sources { digests.append((source.name, source.hexDigest ?? "")) }
        for map in loaded {
            if let problem = map.problems.first { throw problem }
            let isFirst = sample == nil
            for notice in map.notices where isFirst || notice.severity != .note {
                if !notices.contains(notice) { notices.append(notice) }
            }
        }
        if sample == nil { sample = loaded.first }
        opened[number] = loaded
        return loaded
    }

    // MARK: The maps of some claims

    /// The maps that some claims hang on, as one scenario with a map a day.
    ///
    /// - Parameters:
    ///   - claims: none: all maps.
    ///   - region: what the ground is cut by; nil: all of it.
    ///   - countries: the codes of the countries that the region lies in.
    /// - Throws: a problem when a map cannot be read, or is nobody's known one and nothing says what it means.
    package func scenario(
        for claims: [Claim], in region: CuttingRegion?, countries: Set<String> = []
    ) throws(Problem) -> LoadedScenario? {
        let day = claims.lazy.compactMap { $0.asOf ?? $0.period?.upperBound }.first
        guard let first = try first(near: day) else { return nil }
        let lag = first.scenario.day?.lagDays?.lowerBound ?? 0
        var earlier = daysEarlier
        var numbers = chosen(for: claims, lag: lag)
        // A day on which nothing is known has no map, and its neighbours count.
        while true {
            let known = gaps.count
            for number in numbers {
                for map in try maps(number) {
                    gaps.formUnion(map.scenario.gaps(counting: .controlled).compactMap(\.date))
                }
            }
            guard gaps.count > known || daysEarlier > earlier else { break }
            earlier = daysEarlier
            numbers.formUnion(chosen(for: claims, lag: lag))
        }
        return try merged(numbers.sorted(), claims, first, region, countries)
    }

    /// The numbers of the days that claims hang on; files without a day in their names are always among them.
    private func chosen(for claims: [Claim], lag: Int) -> Set<Int> {
        func shown(_ date: CalendarDate?) -> CalendarDate? {
            date.map { CalendarDate(dayNumber: $0.dayNumber - lag) }
        }
        let days = Self.days(
            of: claims, among: files.compactMap { shown($0.date) }.filter { !gaps.contains($0) },
            lag: daysEarlier)
        return Set(
            files.indices.filter { i in shown(files[i].date).map { days?.contains($0) ?? true } ?? true })
    }

    /// By how many days, at most, the maps opened so far may be earlier than their days.
    private var daysEarlier: Int {
        opened.values.joined().compactMap { $0.scenario.day?.daysEarlier }.max() ?? 0
    }

    /// The days among some that claims hang on; nil without claims: all.
    ///
    /// - Parameter lag: by how many days, at most, a map may be earlier than its day.
    private static func days(
        of claims: [Claim], among days: [CalendarDate], lag: Int
    ) -> Set<CalendarDate>? {
        guard !claims.isEmpty else { return nil }
        let needed = NeededDays(among: days, lag: lag)
        return claims.reduce(into: []) { $0.formUnion(needed.days(of: $1)) }
    }

    private func merged(
        _ numbers: [Int], _ claims: [Claim], _ first: LoadedScenario, _ region: CuttingRegion?,
        _ countries: Set<String>
    ) throws(Problem) -> LoadedScenario {
        var result = Scenario(file: path)
        (result.title, result.licence) = (first.scenario.title, first.scenario.licence)
        result.defaults = first.scenario.defaults
        result.isPlainMap = first.scenario.isPlainMap
        var cutLines: [CutLine] = []
        let isAlone = numbers.count == 1
        for number in numbers {
            for map in try maps(number) {
                let scenario = map.scenario
                var features = Self.needed(scenario, claims)
                if let region {
                    let cut = try self.cut(features, of: scenario.file, region)
                    features = cut.features
                    cutLines += cut.lines
                }
                for var feature in features {
                    if !isAlone {
                        feature.index = result.features.count
                        if feature.role == .control { feature.id = nil }
                    }
                    result.features.append(feature)
                }
                result.gaps += scenario.gaps
                result.errorParts += scenario.errorParts.filter { !result.errorParts.contains($0) }
                if result.day == nil || (scenario.day?.daysEarlier ?? 0) > (result.day?.daysEarlier ?? 0) {
                    result.day = scenario.day
                }
            }
        }
        if let region {
            let covered = !countries.isEmpty && countries.isSubset(of: first.known?.countries ?? [])
            result.settle(in: region, along: cutLines, isCovered: covered)
        }
        var loaded = LoadedScenario(scenario: result, findingsOnly: "")
        loaded.notices = notices
        loaded.isOfKnownMaker = first.isOfKnownMaker
        loaded.known = first.known
        return loaded
    }

    /// The features of one file of many days that claims hang on.
    private static func needed(_ scenario: Scenario, _ claims: [Claim]) -> [ScenarioFeature] {
        let control = scenario.features.filter { $0.role == .control }
        let known = Set(control.compactMap(\.date))
        let unknown = Set(scenario.gaps(counting: .controlled).compactMap(\.date))
        guard known.count > 1, control.allSatisfy({ $0.date != nil && $0.dateEnd == nil }),
            let days = days(
                of: claims, among: known.subtracting(unknown).sorted(), lag: scenario.day?.daysEarlier ?? 0)
        else { return scenario.features }
        return scenario.features.filter { feature in
            feature.role != .control || feature.date.map(days.contains) ?? true
        }
    }

    /// The features cut by a region; each control area is cut once.
    private func cut(
        _ features: [ScenarioFeature], of file: String, _ region: CuttingRegion
    ) throws(Problem) -> (features: [ScenarioFeature], lines: [CutLine]) {
        let knife = knives[region.name] ?? RegionKnife(region)
        knives[region.name] = knife
        var result: [ScenarioFeature] = []
        var lines: [CutLine] = []
        for feature in features {
            let key = CutKey(file: file, feature: feature.index, region: region.name)
            let cut: (features: [ScenarioFeature], lines: [CutLine])
            if let known = cuts[key] { cut = known } else { cut = try knife.cut([feature], of: file) }
            cuts[key] = cut
            result += cut.features
            lines += cut.lines
        }
        return (result, lines)
    }
}
