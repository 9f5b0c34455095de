// Any map whose properties can be mapped: GeoJSON as it is, and what other formats have been turned into.

public import KGeoCore
public import KGeoJSON
public import KGeoScenario

/// Reads maps by property mapping.
public enum MappedMap {
    /// Reads a GeoJSON or GeoJSONSeq file.
    ///
    /// - Parameters:
    ///   - mapping: which properties mean what.
    ///   - reader: how positions become WGS84 longitude and latitude.
    /// - Throws: a problem when the file cannot be read, is a scenario already, breaks a rule, or says no day.
    public static func read(
        _ source: ByteSource, mapping: PropertyMapping, options: ImportOptions,
        reader: ReaderOptions = ReaderOptions(keepsProperties: true)
    ) throws(Problem) -> ImportedMap {
        var map = ImportedMap(file: source.name, kind: "GeoJSON")
        let document = try map.document(reading: source, reader)
        guard document.collection.foreign["kgeo"] == nil else {
            throw Problem(
                .scenario, "this file is a scenario already",
                remedy: "\(.checkArea) and \(.validate) read it as it is"
            ).inFile(source.name)
        }
        try refuseMixed(document, mapping, source.name)
        try understand(document, mapping, options, &map)
        return map
    }

    /// A known maker's map of several sides and statuses, when nothing says which of it is held.
    private static func refuseMixed(
        _ document: GeoJSONDocument, _ mapping: PropertyMapping, _ file: String
    ) throws(Problem) {
        let hasOwn = document.features.contains { $0.record.properties?["status"]?.string != nil }
        guard !mapping.saysStatus, !hasOwn,
            let profile = MapProfile.recognised(document, file: file), !profile.isHeldThroughout
        else { return }
        throw Problem(
            .scenario,
            "this is a map of \(profile.words): without a status mapped, all of it would count as held",
            remedy:
                "\(.checkArea) and the other commands read it as it is; or say with \(.statusProperty) and \(.controlled) which areas are held"
        ).inFile(file)
    }

    /// Puts the features of a document into a map.
    static func understand(
        _ document: GeoJSONDocument, _ mapping: PropertyMapping, _ options: ImportOptions,
        _ map: inout ImportedMap
    ) throws(Problem) {
        let file = map.file
        do throws(Problem) {
            map.featureCount = document.features.count
            map.isPart = true
            let lag = MapProfile.recognised(document, file: file)?.dateMeaning.certainLag
            let day = map.day(options, lagDays: lag)
            var mapping = mapping
            (mapping.day, mapping.lagDays) = (options.date, lag)
            try surfaces(document, mapping, day, &map)
            try others(document, .line, mapping, day, options.keepsLines, &map)
            try others(document, .place, mapping, day, options.keepsPlaces, &map)
            let empty = document.features.count { $0.geometry?.allCoordinates.isEmpty ?? true }
            for _ in 0..<empty { map.leaveOut("features without a geometry") }
        } catch { throw error.inFile(file) }
        guard !map.items.isEmpty else {
            throw Problem(
                .scenario, "nothing in this file can be taken into a scenario",
                hint: map.leftOut.isEmpty
                    ? "it has no feature"
                    : "left out were: "
                        + map.leftOut.map { "\($0.what) (\($0.count))" }.joined(separator: ", ")
            ).inFile(file)
        }
    }

    private static func surfaces(
        _ document: GeoJSONDocument, _ mapping: PropertyMapping,
        _ day: MapDay?,
        _ map: inout ImportedMap
    ) throws(Problem) {
        var some = document
        some.features = document.features.filter { !($0.geometry?.polygons.isEmpty ?? true) }
        guard !some.features.isEmpty else { return }
        var notes = RingNotes()
        for i in some.features.indices {
            let record = some.features[i].record
            do throws(Problem) {
                let cleaned = try ImportedMap.cleaned(some.features[i].geometry?.polygons ?? [], &notes)
                some.features[i].geometry = DeepStateMap.surface(cleaned)
            } catch {
                throw error.located {
                    $0.feature = record.index
                    $0.id = record.label
                }
            }
        }
        map.say(notes)
        let scenario = try read(some, mapping, &map)
        map.statusWords = scenario.words
        // Where nothing changes hands a map may be of no day.
        let areas = scenario.features.filter { $0.role == .control }
        if day == nil, areas.allSatisfy({ $0.date == nil && ($0.holder ?? "").isEmpty }), scenario.words.isOwn
        {
            map.isUndated = true
        }
        if let given = mapping.day {
            let own = scenario.features.compactMap(\.date).filter { $0 != given }
            if let first = own.min(), let last = own.max() {
                map.say(
                    .warning,
                    "\(own.count) \(own.count == 1 ? "area gives its" : "areas give their") own day, \(first)\(first == last ? "" : " to \(last)"), which counts; the \(given) that was asked for is for areas without one",
                    hint: "\(.givenProperty) date=\(given) gives it to all of them")
            }
        }
        var drop = DropCount()
        for (feature, read) in pairs(some, scenario, &map) {
            guard let polygons = read.geometry?.polygons else { continue }
            guard read.status != nil else {
                map.leaveOut("areas of the unknown status \"\(read.statusText ?? "")\"", polygons)
                continue
            }
            var item = try item(feature, read, .control, "area", day, &map, &drop)
            item.status = read.status
            try map.add(control: item)
        }
        if drop.count > 0 {
            map.say(
                .note,
                "\(drop.count) \(drop.count == 1 ? "property is" : "properties are") left out: objects and lists (\(drop.names.joined(separator: ", ")))"
            )
        }
    }

    /// Lines or points of a map, where they are wanted; else they are counted.
    private static func others(
        _ document: GeoJSONDocument, _ role: Role, _ mapping: PropertyMapping,
        _ day: MapDay?, _ isWanted: Bool, _ map: inout ImportedMap
    ) throws(Problem) {
        var some = document
        some.features = document.features.compactMap { feature in
            let geometry: Geometry
            switch role {
            case .line:
                let lines = feature.geometry?.lines ?? []
                guard !lines.isEmpty else { return nil }
                let flat = lines.map { LineString($0.coordinates) }
                geometry = flat.count == 1 ? .lineString(flat[0]) : .multiLineString(flat)
            default:
                let points = feature.geometry?.points ?? []
                guard !points.isEmpty else { return nil }
                geometry = points.count == 1 ? .point(Positions(points)) : .multiPoint(Positions(points))
            }
            var copy = feature
            copy.geometry = geometry
            return copy
        }
        guard isWanted else {
            for _ in some.features {
                if role == .line {
                    map.leaveOut("lines", setting: .keepsLines)
                } else {
                    map.leaveOut("points", setting: .keepsPlaces)
                }
            }
            return
        }
        guard !some.features.isEmpty else { return }
        var own = mapping
        // A property that only areas have is no slip of the pen here.
        func isThere(_ name: String?) -> Bool {
            guard let name else { return false }
            return some.features.contains { $0.record.properties?[name] != nil }
        }
        own.statusProperty = nil
        (own.controlled, own.contested, own.claimed, own.ignored) = ([], [], [], [])
        if !isThere(own.dateProperty) { own.dateProperty = nil }
        if !isThere(own.holderProperty) { own.holderProperty = nil }
        if !isThere(own.regionProperty) { own.regionProperty = nil }
        if !isThere(own.idProperty) { own.idProperty = nil }
        own.set.removeAll { $0.name == "role" || $0.name == "status" }
        own.set.append(PropertyMapping.FixedValue(name: "role", value: role.rawValue))
        let scenario = try read(some, own, &map)
        var drop = DropCount()
        for (feature, read) in pairs(some, scenario, &map) {
            let item = try item(feature, read, role, role.rawValue, day, &map, &drop)
            map.items.append(item)
        }
    }

    private static func read(
        _ document: GeoJSONDocument, _ mapping: PropertyMapping, _ map: inout ImportedMap
    ) throws(Problem) -> Scenario {
        var document = document
        if let note = try PropertySpelling.settle(&document, mapping, file: map.file) {
            map.notices.append(note)
        }
        var reader = ScenarioReader(mapping: mapping)
        let scenario = reader.scenario(document, file: map.file)
        if let problem = reader.problems.first { throw problem }
        map.notices += reader.notices
        return scenario
    }

    /// Features with what was understood of them; those whose status is to be ignored are counted.
    private static func pairs(
        _ document: GeoJSONDocument, _ scenario: Scenario, _ map: inout ImportedMap
    ) -> [(Feature, ScenarioFeature)] {
        var understood: [Int: ScenarioFeature] = [:]
        for feature in scenario.features { understood[feature.index] = feature }
        var result: [(Feature, ScenarioFeature)] = []
        for feature in document.features {
            if let read = understood[feature.record.index] {
                result.append((feature, read))
            } else {
                map.leaveOut("areas whose status is ignored", feature.geometry?.polygons ?? [])
            }
        }
        return result
    }

    /// Properties that a flat table cannot hold.
    private struct DropCount {
        var count = 0
        var names: [String] = []
    }

    /// Names that a scenario gives a meaning of its own; what they hold has been understood.
    private static let understood: Set<String> = [
        "id", "role", "status", "holder", "region", "date", "date_end", "map_file", "map_feature", "cut_km",
        "cut_error_km2",
    ]

    private static func item(
        _ feature: Feature, _ read: ScenarioFeature, _ role: Role, _ word: String,
        _ day: MapDay?, _ map: inout ImportedMap, _ drop: inout DropCount
    ) throws(Problem) -> ImportedItem {
        let undated = map.isUndated ? CalendarDate(dayNumber: 0) : nil
        let file = map.file
        guard let date = read.date ?? day?.date ?? undated, let geometry = read.geometry else {
            throw Problem.undatedMap(in: file, give: "\(.mapDay) 2025-05-01").located {
                $0.feature = feature.record.index
                $0.id = feature.record.label
            }
        }
        let name = read.id ?? feature.record.properties?["name"]?.string.map(UniqueIDs.slug) ?? ""
        var item = ImportedItem(
            role: role, date: date, id: name.isEmpty ? "\(word)-\(feature.record.index)" : name,
            geometry: geometry, index: feature.record.index)
        item.dateEnd = read.dateEnd
        item.holder = read.holder
        item.regions = read.regions
        for member in feature.record.properties?.members ?? [] where !understood.contains(member.name) {
            switch member.value {
            case .null: break
            case .array, .object:
                drop.count += 1
                if !drop.names.contains(member.name), drop.names.count < 6 { drop.names.append(member.name) }
            default: item.properties[member.name] = member.value
            }
        }
        // What was set for every feature stands in each.
        for (name, value) in [
            ("source", read.source), ("source_url", read.sourceURL), ("licence", read.licence),
        ] {
            if let value { item.properties[name] = .string(value) }
        }
        if let sigma = read.boundaryError { item.properties["boundary_error_m"] = .number(JSONNumber(sigma)) }
        return item
    }
}
