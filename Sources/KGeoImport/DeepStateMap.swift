// DeepStateMap: the file as its own service delivers it, and the daily mirror of what is occupied.

public import KGeoCore
public import KGeoJSON
internal import KGeoMeasure
internal import KGeoScenario

/// Reads files of DeepStateMap.
public enum DeepStateMap {
    /// Reads one file.
    ///
    /// - Parameters:
    ///   - source: a service file (`<unix time>.geojson`), or a day of the mirror
    ///     (`deepstatemap_data_YYYYMMDD.geojson`).
    ///   - keepsLiberated: take liberated ground as controlled by Ukraine; else it is left out.
    ///   - reader: how positions become WGS84 longitude and latitude.
    /// - Throws: a problem when the file cannot be read, is neither of the two, or is of no known day.
    public static func read(
        _ source: ByteSource, options: ImportOptions, keepsLiberated: Bool = false,
        reader: ReaderOptions = ReaderOptions(keepsProperties: true)
    ) throws(Problem) -> ImportedMap {
        var map = ImportedMap(file: source.name, kind: "")
        let document = try map.document(reading: source, reader)
        map.featureCount = document.features.count
        map.source = DeepStateLegend.source
        map.sourceURL = DeepStateLegend.address
        let isService = document.features.contains { $0.record.properties?["fill"]?.string != nil }
        let surfaces = document.features.filter { !($0.geometry?.polygons.isEmpty ?? true) }
        let isMirror =
            !surfaces.isEmpty
            && surfaces.allSatisfy { $0.record.properties?.members.isEmpty ?? true }
        guard isService || isMirror else {
            throw Problem(
                .scenario, "this is no file of DeepStateMap: \(why(document, surfaces))",
                remedy: "\(.importGeoJSON) reads any map, with \(.statusProperty) and the like"
            ).inFile(source.name)
        }
        guard let day = map.day(options) else {
            throw Problem.undatedMap(in: source.name, give: "\(.mapDay) 2025-05-01")
        }
        let (date, name) = (day.date, day.name)
        if let notice = day.notice(source.name) { map.notices.append(notice) }
        do throws(Problem) {
            if isService {
                try service(document, date, name, options, keepsLiberated, &map)
            } else {
                try mirror(document, date, &map)
            }
        } catch {
            throw error.inFile(source.name)
        }
        guard map.items.contains(where: { $0.role == .control }) else {
            throw Problem(
                .scenario, "nothing in this file is held or contested",
                remedy: "\(.validate) shows what it has; \(.importGeoJSON) maps other properties"
            ).inFile(source.name)
        }
        return map
    }

    private static func why(_ document: GeoJSONDocument, _ surfaces: [Feature]) -> String {
        if document.features.isEmpty { return "it has no feature" }
        if surfaces.isEmpty { return "it has no surface" }
        return "its surfaces have properties, but none has a \"fill\""
    }

    private static func mirror(
        _ document: GeoJSONDocument, _ date: CalendarDate, _ map: inout ImportedMap
    ) throws(Problem) {
        map.kind = "daily mirror"
        var notes = RingNotes()
        for feature in document.features {
            guard let geometry = feature.geometry, !geometry.polygons.isEmpty else {
                map.leaveOut("features without a surface")
                continue
            }
            let polygons = try located(feature) { () throws(Problem) in
                try ImportedMap.cleaned(geometry.polygons, &notes)
            }
            var item = ImportedItem(
                role: .control, date: date, id: "occupied-\(date)", geometry: surface(polygons),
                index: feature.record.index)
            item.status = .controlled
            item.holder = DeepStateLegend.russia
            item.properties["map_status"] = .string("occupied")
            try map.add(control: item)
        }
        map.say(notes)
    }

    private static func service(
        _ document: GeoJSONDocument, _ date: CalendarDate, _ name: FileDate?, _ options: ImportOptions,
        _ keepsLiberated: Bool, _ map: inout ImportedMap
    ) throws(Problem) {
        map.kind = "service file"
        if let name, let minute = name.minuteOfDay, let moment = name.moment, minute < 6 * 60 {
            map.say(
                .note,
                "its time is \(moment) in \(options.timeZone.name), early in the night: it may show the day before",
                hint:
                    "if so, give \(.mapDay) \(CalendarDate(dayNumber: name.date.dayNumber - 1)), or \(.timeZone) UTC"
            )
        }
        var notes = RingNotes()
        for feature in document.features {
            try located(feature) { () throws(Problem) in
                switch feature.geometry {
                case nil: map.leaveOut("features without a geometry")
                case .point(let positions):
                    point(feature, positions, date, name, options, &map)
                case .some(let geometry) where !geometry.polygons.isEmpty:
                    try area(feature, geometry.polygons, date, name, keepsLiberated, &notes, &map)
                default: map.leaveOut("lines and other shapes")
                }
            }
        }
        map.say(notes)
    }

    private static func area(
        _ feature: Feature, _ drawn: [Polygon], _ date: CalendarDate, _ time: FileDate?,
        _ keepsLiberated: Bool, _ notes: inout RingNotes, _ map: inout ImportedMap
    ) throws(Problem) {
        let properties = feature.record.properties ?? JSONObject()
        let polygons = try ImportedMap.cleaned(drawn, &notes)
        let index = feature.record.index
        let name = DeepStateLegend.Name(properties["name"]?.string ?? "")
        guard let colour = properties["fill"]?.string, let meaning = DeepStateLegend.meaning(ofColour: colour)
        else {
            let what =
                properties["fill"]?.string.map { "surfaces of the unknown colour \($0)" }
                ?? "surfaces without a colour"
            if !map.leavesOut(what) {
                map.say(
                    .warning, "\(what) are not counted: what they mean is not known", feature: index,
                    hint:
                        "\(.importGeoJSON) with \(.statusProperty) fill and \(.controlled), \(.contested) or \(.ignored) takes them in"
                )
            }
            map.leaveOut(what, polygons, name: name.english ?? name.ukrainian)
            return
        }
        if !name.key.isEmpty, !name.key.hasPrefix(meaning.key) {
            map.say(
                .warning,
                "its colour says \(meaning.word), its name \"\(name.english ?? name.key)\"; the colour counts",
                feature: index)
        }
        let keeps = meaning.word == "liberated" && keepsLiberated
        guard let status = keeps ? .controlled : meaning.status else {
            let named = meaning.word == "elsewhere" ? name.english ?? name.ukrainian : nil
            map.leaveOut(meaning.leftOut, polygons, name: named, setting: meaning.setting)
            return
        }
        var item = ImportedItem(
            role: .control, date: date, id: "\(meaning.word)-\(date)-\(index)", geometry: surface(polygons),
            index: index)
        item.status = status
        item.holder = meaning.holder
        if let moment = time?.moment { item.properties["date_text"] = .string(moment) }
        if let english = name.english { item.properties["name"] = .string(english) }
        if let ukrainian = name.ukrainian { item.properties["name_uk"] = .string(ukrainian) }
        item.properties["map_status"] = .string(meaning.word)
        item.properties["map_fill"] = .string(colour)
        try map.add(control: item)
    }

    private static func point(
        _ feature: Feature, _ positions: Positions, _ date: CalendarDate, _ time: FileDate?,
        _ options: ImportOptions, _ map: inout ImportedMap
    ) {
        let properties = feature.record.properties ?? JSONObject()
        let name = DeepStateLegend.Name(properties["name"]?.string ?? "")
        let (kind, isPlace) = DeepStateLegend.point(
            key: name.key, description: properties["description"]?.string ?? "")
        guard isPlace else {
            map.leaveOut(kind)
            return
        }
        guard options.keepsPlaces, !positions.coordinates.isEmpty else {
            map.leaveOut("\(kind)s", setting: .keepsPlaces)
            return
        }
        var item = ImportedItem(
            role: .place, date: date, id: "\(kind)-\(date)-\(feature.record.index)",
            geometry: .point(Positions(positions.coordinates)), index: feature.record.index)
        if let text = name.english ?? name.ukrainian { item.properties["name"] = .string(text) }
        if let ukrainian = name.ukrainian { item.properties["name_uk"] = .string(ukrainian) }
        item.properties["kind"] = .string(kind)
        map.items.append(item)
    }

    private static func located<Result>(
        _ feature: Feature, _ body: () throws(Problem) -> Result
    ) throws(Problem) -> Result {
        do throws(Problem) { return try body() } catch {
            throw error.located {
                $0.feature = $0.feature ?? feature.record.index
                $0.id = $0.id ?? feature.record.label
            }
        }
    }

    static func surface(_ polygons: [Polygon]) -> Geometry {
        polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(MultiPolygon(polygons))
    }
}

extension ImportedMap {
    /// Reads a GeoJSON text whose rings need not be closed.
    ///
    /// - Throws: a problem when it is no GeoJSON or a ring or line is too short.
    mutating func document(
        reading source: ByteSource, _ reader: ReaderOptions
    ) throws(Problem) -> GeoJSONDocument {
        var options = reader
        options.keepsProperties = true
        options.reportsStructure = true
        var found: [Notice] = []
        let document = try GeoJSONDocument(reading: source, options: options, notices: &found)
        var numbers: [Int: Int] = [:]
        for (number, feature) in document.features.enumerated() { numbers[feature.record.index] = number }
        for notice in found where notice.severity == .error {
            guard let feature = notice.problem.place.feature,
                let read = numbers[feature].map({ document.features[$0] }),
                !Self.isTooShort(read.geometry)
            else { throw notice.problem.inFile(file) }
            // A ring that is not closed: it will be.
        }
        notices += found.filter { $0.severity != .error }.map {
            Notice($0.severity, $0.problem.inFile(file))
        }
        return document
    }

    /// Whether a ring has fewer than 4 positions or a line fewer than 2.
    private static func isTooShort(_ geometry: Geometry?) -> Bool {
        guard let geometry else { return false }
        return geometry.polygons.contains { $0.rings.contains { $0.coordinates.count < 4 } }
            || geometry.lines.contains { $0.coordinates.count < 2 }
    }
}
