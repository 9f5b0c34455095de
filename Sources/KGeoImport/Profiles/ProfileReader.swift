// A file read through a profile: areas with their meaning, what is left out, what is missing.

public import KGeoCore
public import KGeoJSON
internal import KGeoScenario

/// Reads maps of known makers.
public enum ProfileReader {
    /// The map of a file.
    ///
    /// - Parameters:
    ///   - document: what stands in the file; its rings need not be closed.
    ///   - file: its path.
    ///   - keepsLiberated: whether liberated ground counts as held, where the profile has it.
    /// - Throws: a problem when the day is not known, an area is broken beyond repair, or nothing in the file counts.
    public static func map(
        _ document: GeoJSONDocument, file: String, profile: MapProfile, options: ImportOptions,
        keepsLiberated: Bool = false
    ) throws(Problem) -> ImportedMap {
        var map = ImportedMap(file: file, kind: profile.kind)
        do throws(Problem) {
            try fill(&map, document, profile, options, keepsLiberated)
        } catch {
            throw error.inFile(file)
        }
        return map
    }

    static func fill(
        _ map: inout ImportedMap, _ document: GeoJSONDocument, _ profile: MapProfile,
        _ options: ImportOptions, _ keepsLiberated: Bool
    ) throws(Problem) {
        map.kind = profile.kind
        map.profile = profile
        map.featureCount = document.features.count
        map.source = profile.maker
        map.sourceURL = profile.address
        map.isPart = profile.isPart
        let day = try Day(document, &map, profile, options)
        var work = Work(
            profile: profile, options: options, keepsLiberated: keepsLiberated,
            layerOfFile: profile.key == .layer ? LayerName.ofFile(map.file, profile) : nil, name: day.name)
        for feature in document.features {
            do throws(Problem) {
                try work.take(feature, on: try day.date(of: feature, profile), &map)
            } catch {
                throw error.located {
                    $0.feature = $0.feature ?? feature.record.index
                    $0.id = $0.id ?? feature.record.label
                }
            }
        }
        map.say(work.notes)
        try finish(&map, profile, work)
    }

    /// What is only known when all areas have been seen.
    private static func finish(_ map: inout ImportedMap, _ profile: MapProfile, _ work: Work) throws(Problem)
    {
        map.words = work.words
        let held = map.items.contains { $0.role == .control }
        guard held || profile.isPart else {
            throw Problem(
                .scenario, "nothing in this file is held or contested",
                remedy: "\(.validate) shows what it has; \(.importGeoJSON) maps other properties")
        }
        sayLoudly(work, &map)
        let isEarly = profile.alwaysSince.map { since in
            !map.isUndated && map.dates.allSatisfy { $0 < since }
        }
        let shown = isEarly ?? false ? Array(profile.always.prefix(1)) : profile.always
        let absent = shown.filter { !work.words.contains($0) }
        if !absent.isEmpty {
            map.missing.insert(.controlled)
            let strange = map.unknownWords.sorted().prefix(4).map { "\"\($0)\"" }.joined(separator: ", ")
            map.reasonMissing =
                "this file has no ground \"\(absent[0])\", which every map of the \(profile.words) shows"
                + (strange.isEmpty ? "" : " (unknown here: \(strange))")
            return
        }
        guard let losses = profile.losses else { return }
        let lost = map.leftOut.first { $0.what == losses }?.squareMetres ?? 0
        let kept = map.items.filter { $0.holder == profile.holders.first }
            .reduce(0) { $0 + ImportedMap.area($1.geometry.polygons) }
        guard lost > kept else { return }
        map.missing.insert(.controlled)
        map.say(
            .warning,
            "this file shows more ground as lost in a few days (\(thousands(lost / 1e6)) km²) than as held; it is defective and no map of its day"
        )
    }

    /// The share of what is held from which on ground of an unknown word is likely held ground under a new word.
    private static let likelyRenamed = 0.1

    /// Ground of an unknown word that is much beside what is held is said also where warnings are not wanted.
    private static func sayLoudly(_ work: Work, _ map: inout ImportedMap) {
        let held = map.items.filter { $0.status == .controlled }
            .reduce(0) { $0 + ImportedMap.area($1.geometry.polygons) }
        for (what, area) in work.unknown where area > likelyRenamed * held {
            guard let i = map.notices.firstIndex(where: { $0.problem.message.hasPrefix(what) }) else {
                continue
            }
            let old = map.notices[i].problem
            map.notices[i] = Notice(
                .warning,
                Problem(
                    .gap,
                    "\(old.message), and they are \(thousands(area / 1e6)) km² beside \(thousands(held / 1e6)) km² held",
                    at: old.place, remedy: old.remedy))
        }
    }

    private static func thousands(_ number: Double) -> String {
        let digits = String(Int(number.rounded()))
        var out = ""
        for (i, digit) in digits.enumerated() {
            if i > 0, (digits.count - i).isMultiple(of: 3) { out += "," }
            out.append(digit)
        }
        return out
    }

    /// The days of a file.
    struct Day {
        /// What the file's name says.
        var name: FileDate?
        private var given: CalendarDate?
        /// A map published so early in the day may show the day before.
        private static let earlyMinutes = 6 * 60

        init(
            _ document: GeoJSONDocument, _ map: inout ImportedMap, _ profile: MapProfile,
            _ options: ImportOptions
        ) throws(Problem) {
            given = options.date
            guard case .fileName = profile.day else { return }
            // A file that was renamed may still say it in its collection's name.
            let inside = document.collection.foreign["name"]?.string
            let source = map.day(options) == nil ? inside : nil
            var day = map.day(options, name: source)
            // Of a map that may show its day a moment late in the day is of the day that it shows.
            let isEarly = (day?.name?.minuteOfDay ?? .max) < Self.earlyMinutes
            if let lag = isEarly ? profile.dateMeaning.lagDays : profile.dateMeaning.certainLag {
                day = map.day(options, name: source, lagDays: lag)
            }
            guard let day else {
                guard options.allowsUndated else {
                    throw Problem.undatedMap(in: map.file, give: "\(.mapDay) 2025-05-01")
                }
                map.isUndated = true
                given = CalendarDate(dayNumber: 0)
                return
            }
            (given, name) = (day.date, day.name)
            map.dayOfFile = day
            if let notice = day.notice(map.file) { map.notices.append(notice) }
            if let name, let minute = name.minuteOfDay, minute < Self.earlyMinutes {
                map.say(
                    .note, "its time is early in the night: it may show the day before",
                    hint:
                        "if so, give \(.mapDay) \(CalendarDate(dayNumber: name.date.dayNumber - 1)), or \(.timeZone) UTC"
                )
            }
        }

        /// The day of a feature.
        func date(of feature: Feature, _ profile: MapProfile) throws(Problem) -> CalendarDate {
            if let given { return given }
            guard case .property(let property) = profile.day else {
                throw Problem(.scenario, "the day of this area is not known")
            }
            let text = feature.record.properties?[property]
            if let word = text?.string ?? text?.double.map({ JSONNumber($0).text }) {
                if let date = CalendarDate(iso: word) { return date }
                // 230115 and 20230115.
                let digits = word.count == 6 ? "20" + word : word
                if digits.count == 8, digits.utf8.allSatisfy({ (48...57).contains($0) }),
                    let date = CalendarDate(
                        iso: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
                {
                    return date
                }
            }
            var place = Problem.Place(feature: feature.record.index, id: feature.record.label)
            place.property = property
            throw Problem(
                .scenario, "this is no day of the calendar", at: place,
                remedy: "\(profile.maker) writes it like 2024-08-21; \(.mapDay) gives one")
        }
    }
}
