// From files and folders to the dated grounds of one side.

internal import KGeoAtlas
package import KGeoControl
package import KGeoCore
package import KGeoJSON
internal import KGeoMeasure
package import KGeoScenario
internal import KGeoSurface
internal import KGeoVerdict

/// Reads maps whose ground is to be compared.
package struct GroundReader {
    /// Which ground is followed.
    package var choice: GroundChoice
    /// What the properties of the maps mean.
    package var mapping: PropertyMapping
    package var input: InputOptions
    /// How the region of `choice` is found among those that a map names.
    package var spelling = RegionSpelling.plain
    /// Whether the SHA-256 of each file is taken.
    package var keepsDigests = false
    /// Oddities that were accepted so far; what many files have in common is said of the first.
    package private(set) var notices: [Notice] = []
    /// Reference borders and stretches of front of the maps read so far.
    package private(set) var borders: [KnownLine] = []
    package private(set) var fronts: [KnownLine] = []
    /// SHA-256 of each file read.
    package private(set) var digests: [(path: String, sha256: String)] = []
    /// What the first map that says so takes for all its features.
    package private(set) var defaults: ScenarioDefaults?
    /// The statuses of the ground that the maps read so far draw.
    private var drawn: Set<Status> = []
    /// By how many days maps may be earlier than their dates.
    package private(set) var daysEarlier = 0
    /// What the first map calls its statuses.
    private var words: StatusWords?
    /// How often each notice came up.
    private var said: [String: Int] = [:]
    /// Under what each of `notices` is counted.
    private var keys: [String] = []

    /// A reader for one side's ground.
    package init(
        _ choice: GroundChoice = GroundChoice(), mapping: PropertyMapping = PropertyMapping(),
        input: InputOptions = InputOptions()
    ) {
        self.choice = choice
        self.mapping = mapping
        self.input = input
    }

    /// The maps of a file, one per date (`MapDay` says what the day of features without one is).
    ///
    /// - Throws: the first thing that is wrong with the file.
    package mutating func maps(_ source: ByteSource) throws(Problem) -> [GroundMap] {
        let loaded = try ScenarioLoader.load(
            source, mapping: mapping, input: input, keepsDigest: keepsDigests)
        return try maps(of: loaded)
    }

    /// The maps of many files in their order; files of one day that carry parts of one map are read together.
    ///
    /// - Parameter open: opens a file.
    /// - Throws: the first thing that is wrong with one of them.
    package mutating func maps(
        _ files: [String], open: (String) throws(Problem) -> ByteSource
    ) throws(Problem) -> [GroundMap] {
        var maps: [GroundMap] = []
        for day in MapSet.byDay(files, timeZone: mapping.timeZone) {
            guard day.count > 1 else {
                for file in day { maps += try self.maps(open(file)) }
                continue
            }
            var sources: [ByteSource] = []
            for file in day { sources.append(try open(file)) }
            for loaded in try ScenarioLoader.load(
                sources, mapping: mapping, input: input, keepsDigest: keepsDigests)
            {
                maps += try self.maps(of: loaded)
            }
            // Each file of a day has its own digest.
            let known = Set(digests.map { $0.path })
            for source in sources where !known.contains(source.name) {
                digests.append((source.name, source.hexDigest ?? ""))
            }
        }
        return maps
    }

    /// The maps of a file that has been read.
    ///
    /// - Throws: the first thing that is wrong with the file.
    package mutating func maps(of loaded: LoadedScenario) throws(Problem) -> [GroundMap] {
        if let first = loaded.problems.first { throw first }
        let file = loaded.scenario.file
        digests.append((file, loaded.sha256))
        for notice in loaded.notices {
            // Every file of a series has another day in its name: that is said once.
            let said = loaded.scenario.dayNotices.contains(notice)
            note(notice, as: said ? (notice == loaded.scenario.dayConflict ? "conflict" : "day") : nil)
        }
        if defaults == nil, loaded.scenario.defaults != ScenarioDefaults() {
            defaults = loaded.scenario.defaults
        }
        // What several maps call otherwise is called by its code.
        if let words {
            if words != loaded.scenario.words { self.choice.words = StatusWords() }
        } else {
            words = loaded.scenario.words
            self.choice.words = loaded.scenario.words
        }
        daysEarlier = max(daysEarlier, loaded.scenario.daysEarlier)
        let control = loaded.scenario.features.filter { $0.role == .control }
        drawn.formUnion(control.compactMap(\.status))
        var choice = self.choice
        if let region = choice.region {
            choice.region = try spelling.own(region, among: Set(control.flatMap(\.regions)))
        }
        let maps = try GroundMap.maps(of: loaded.scenario, choice)
        if let notice = loaded.scenario.nobodysGroundNotice { note(notice) }
        if let notice = loaded.scenario.undatedGroundNotice { note(notice) }
        for gap in loaded.scenario.gaps(counting: choice.counting) {
            note(gap.notice(file))
        }
        for map in maps
        where map.ground.overlapSquareMetres > Dissolve.negligibleOverlap * map.ground.area.lonlatSquareMetres
        {
            note(
                Notice(
                    .warning,
                    Problem(
                        .scenario,
                        "parts overlap on \(Figures.area(map.ground.overlapSquareMetres)); that ground is counted once"
                    ).inFile(file)))
        }
        for map in maps {
            if let notice = map.ground.area.turningNotice(in: file) { note(notice) }
        }
        for feature in loaded.scenario.features {
            guard let geometry = feature.geometry else { continue }
            let line = KnownLine(geometry: geometry, boundaryError: feature.boundaryError)
            if feature.role == .reference, !borders.contains(line) { borders.append(line) }
            if feature.role == .front { fronts.append(line) }
        }
        return maps
    }

    /// That some map draws ground of the statuses that count: where none does, 0 km² would be an answer to nothing.
    ///
    /// - Throws: a problem that lists the statuses there are.
    package func checkCounting() throws(Problem) {
        guard !drawn.isEmpty, drawn.isDisjoint(with: choice.counting.statuses),
            !notices.contains(where: { $0.problem.code == .gap })
        else { return }
        throw Problem(
            .scenario, "no map draws ground that is \(choice.words.label(choice.counting))",
            hint: "the areas are \(drawn.sorted().map(\.rawValue).joined(separator: ", "))")
    }

    /// Keeps a notice once; what is of one kind is counted, whatever it says in full.
    private mutating func note(_ notice: Notice, as kind: String? = nil) {
        let key = kind ?? notice.problem.message
        said[key, default: 0] += 1
        if said[key] == 1 {
            notices.append(notice)
            keys.append(key)
        }
    }

    /// The oddities, each with how many more files have it.
    package var allNotices: [Notice] {
        zip(notices, keys).map { notice, key in
            guard let count = said[key], count > 1 else { return notice }
            var notice = notice
            notice.problem.message +=
                count == 2 ? " (and so in 1 more file)" : " (and so in \(count - 1) more files)"
            return notice
        }
    }
}
