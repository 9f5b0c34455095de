// A set of maps: the files of a folder, or one file, and what they are; opened only when they are needed.

public import KGeoCore
public import KGeoImport
public import KGeoJSON
public import KGeoScenario

/// The maps that one path names. Its files are known by name and day; what is in them only when one is opened.
public struct MapSet: Sendable {
    /// A file of the set.
    public struct File: Hashable, Sendable {
        /// Its path.
        public var path: String
        /// The day in its name; nil for none.
        public var date: CalendarDate?
    }

    /// The path as it was given.
    public var path: String
    /// The files, in the order of their days; those without a day in their names last.
    public private(set) var files: [File]

    /// The set of some files, by their names alone.
    ///
    /// - Parameters:
    ///   - path: what the set is called: a folder or a file.
    ///   - files: the paths of its files.
    ///   - timeZone: the zone in which a unix time becomes a day; UTC when nil.
    public init(_ path: String, files: [String], timeZone: MapTimeZone? = nil) {
        self.path = path
        let zone = timeZone ?? .utc
        self.files = files.map { File(path: $0, date: FileDate(path: $0, timeZone: zone)?.date) }
        self.files.sort { a, b in
            (a.date?.dayNumber ?? .max, a.path) < (b.date?.dayNumber ?? .max, b.path)
        }
    }

    /// The days in the names of the files, each once, earliest first.
    public var dates: [CalendarDate] {
        files.compactMap(\.date).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// The files by the day in their names, which may be parts of one map; a file without such a day stands alone. The
    /// order is that of `files`.
    public var days: [[File]] { Self.byDay(files) }

    /// Some files by the day in their names, in the order in which they were given.
    public static func byDay(_ files: [String], timeZone: MapTimeZone? = nil) -> [[String]] {
        byDay(
            files.map { File(path: $0, date: FileDate(path: $0, timeZone: timeZone ?? .utc)?.date) }
        ).map { $0.map(\.path) }
    }

    private static func byDay(_ files: [File]) -> [[File]] {
        var days: [[File]] = []
        var numbers: [CalendarDate: Int] = [:]
        for file in files {
            if let date = file.date, let number = numbers[date] {
                days[number].append(file)
            } else {
                if let date = file.date { numbers[date] = days.count }
                days.append([file])
            }
        }
        return days
    }

    /// Opened files of one day, those that are parts of one map joined.
    public static func join(_ opened: [OpenedMap]) -> [OpenedMap] {
        var groups: [[OpenedMap]] = []
        for map in opened {
            if let profile = map.profile, profile.isPart,
                let i = groups.firstIndex(where: {
                    $0[0].profile == profile && $0[0].day?.date == map.day?.date
                })
            {
                groups[i].append(map)
            } else {
                groups.append([map])
            }
        }
        return groups.map(OpenedMap.init(joining:))
    }

    /// What the maps of the set are, as far as its first file tells.
    ///
    /// - Parameters:
    ///   - mapping: what was asked for.
    ///   - open: opens a file.
    /// - Throws: a problem when the file cannot be read, or fits no profile and has no mapping: it lists what stands in
    ///   it and the settings that map it.
    public func identity(
        mapping: PropertyMapping = PropertyMapping(), open: (String) throws(Problem) -> ByteSource
    ) throws(Problem) -> MapIdentity {
        guard let first = files.first else {
            throw Problem(.input, "there is no map in this folder").inFile(path)
        }
        let map = try OpenedMap(reading: open(first.path), mapping: mapping)
        return try MapIdentity(map)
    }
}

/// What a map is: who made it, what it shows, and what its day means.
public struct MapIdentity: Hashable, Sendable {
    /// A short name of the kind: of the profile, else `scenario` or `mapped`.
    public var kind: String
    /// The mapmaker; nil when nobody is named.
    public var maker: String?
    /// The licence; nil when none is stated.
    public var licence: String?
    /// Who holds ground on it, and in which statuses.
    public var holders: [String]
    /// The statuses that it may show.
    public var statuses: [Status]
    /// The ground that it covers, in degrees.
    public var covered: BoundingBox
    /// What its day is.
    public var dateMeaning: MapProfile.DateMeaning
    /// What a reader must know of it.
    public var remarks: [String]

    /// What an opened map is.
    ///
    /// - Throws: `scenario` for a map of nobody known that nothing maps.
    public init(_ map: OpenedMap) throws(Problem) {
        var covered = BoundingBox()
        for feature in map.document.features {
            for polygon in feature.geometry?.polygons ?? [] {
                covered.formUnion(BoundingBox(polygon.shell?.coordinates ?? []))
            }
        }
        self.covered = covered
        if let profile = map.profile {
            kind = profile.id
            maker = profile.maker
            licence = profile.licence
            holders = profile.holders
            statuses = profile.statuses
            if let box = profile.box { self.covered = box }
            dateMeaning = profile.dateMeaning
            remarks = profile.remarks
            return
        }
        var reader = ScenarioReader(mapping: map.mapping)
        let scenario = reader.scenario(map.document, file: map.file)
        if scenario.isPlainMap, !map.mapping.saysStatus {
            throw UnknownMap.problem(map.document, file: map.file)
        }
        if let problem = reader.problems.first { throw problem }
        let control = scenario.features.filter { $0.role == .control }
        kind = scenario.isPlainMap ? "mapped" : "scenario"
        maker = scenario.mapmakers.first
        licence = scenario.licence
        holders = Set(control.compactMap(\.holder)).sorted()
        statuses = Set(control.compactMap(\.status)).sorted()
        dateMeaning = .shown
        remarks = []
    }
}
