// One area after another of a file that fits a profile: what it counts as, cleaned and mended.

internal import KGeoCore
internal import KGeoJSON
internal import KGeoScenario
internal import KGeoSurface

extension ProfileReader {
    /// What is known while the areas of a file are gone through.
    struct Work {
        var profile: MapProfile
        var options: ImportOptions
        var keepsLiberated: Bool
        /// The layer that the file's name says.
        var layerOfFile: MapProfile.Ground?
        /// What the file's name says of its moment.
        var name: FileDate?
        var notes = RingNotes()
        /// The words of grounds that came up, on areas and on features without a geometry.
        var words: Set<String> = []
        /// The area near the map's ground of surfaces of each unknown word, in m².
        var unknown: [String: Double] = [:]

        mutating func take(
            _ feature: Feature, on date: CalendarDate, _ map: inout ImportedMap
        ) throws(Problem) {
            switch feature.geometry {
            case nil:
                // A layer without an area on some day is there all the same.
                if profile.key == .layer, let ground = meaning(of: feature).ground {
                    words.insert(ground.word)
                }
                map.leaveOut("features without a geometry")
            case .point(let positions): point(feature, positions, date, &map)
            case .some(let geometry) where !geometry.polygons.isEmpty:
                try area(feature, geometry.polygons, date, &map)
            case .some(let geometry) where geometry.allCoordinates.isEmpty:
                map.leaveOut("features without a geometry")
            default: map.leaveOut("lines and other shapes")
            }
        }

        /// What an area is, and the maker's word for it; nil for a word that is unknown.
        private func meaning(of feature: Feature) -> (ground: MapProfile.Ground?, value: String?) {
            switch profile.key {
            case .none: return (profile.grounds.first, nil)
            case .property(let property):
                let value = feature.record.properties?[property]?.string
                return (value.flatMap { profile.ground(of: $0) }, value)
            case .layer:
                guard let value = feature.record.properties?["layer"]?.string else {
                    return (layerOfFile, layerOfFile?.word)
                }
                return (profile.ground(of: value), value)
            }
        }

        private mutating func area(
            _ feature: Feature, _ drawn: [Polygon], _ date: CalendarDate, _ map: inout ImportedMap
        ) throws(Problem) {
            let cleaned = try ImportedMap.cleaned(drawn, &notes)
            let index = feature.record.index
            let title = DeepStateLegend.Name(feature.record.properties?["name"]?.string ?? "")
            let label = title.english ?? title.ukrainian
            let (known, value) = meaning(of: feature)
            guard let ground = known else {
                return leaveUnknown(value, cleaned, label, index, &map)
            }
            if let key = ground.nameKey, !title.key.isEmpty, !title.key.hasPrefix(key) {
                map.say(
                    .warning,
                    "its colour says \(ground.word), its name \"\(label ?? title.key)\"; the colour counts",
                    feature: index)
            }
            var polygons = cleaned
            if let exception = ground.exception, exception.days.contains(date),
                let other = profile.ground(called: exception.word)
            {
                let apart = cleaned.filter { Self.middle(of: $0).map(exception.covers) ?? false }
                if !apart.isEmpty {
                    polygons = cleaned.filter { !apart.contains($0) }
                    try put(apart, other, value, title, date, index, &map)
                }
            }
            try put(polygons, ground, value, title, date, index, &map)
        }

        /// Puts polygons of one meaning in, or counts them as left out.
        private mutating func put(
            _ polygons: [Polygon], _ ground: MapProfile.Ground, _ value: String?,
            _ title: DeepStateLegend.Name, _ date: CalendarDate, _ index: Int, _ map: inout ImportedMap
        ) throws(Problem) {
            guard !polygons.isEmpty else { return }
            let label = title.english ?? title.ukrainian
            words.insert(ground.word)
            let keeps = ground.setting == .keepsLiberated && keepsLiberated
            guard let status = keeps ? .controlled : ground.status else {
                map.leaveOut(
                    ground.leftOut, polygons, name: ground.word == "elsewhere" ? label : nil,
                    setting: ground.setting)
                return
            }
            let near = polygons.filter(profile.isInside)
            if near.count < polygons.count {
                map.leaveOut("ground far away", polygons.filter { !profile.isInside($0) }, name: label)
            }
            guard !near.isEmpty else { return }
            var item = ImportedItem(
                role: .control, date: date,
                id: id(ground.word, date, index, map),
                geometry: DeepStateMap.surface(try mended(near, index, &map)), index: index)
            item.status = status
            item.holder = ground.holder
            if let moment = name?.moment { item.properties["date_text"] = .string(moment) }
            if isTrilingual {
                if let english = title.english { item.properties["name"] = .string(english) }
                if let ukrainian = title.ukrainian { item.properties["name_uk"] = .string(ukrainian) }
            } else if let label {
                item.properties["name"] = .string(label)
            }
            item.properties["map_status"] = .string(ground.word)
            if case .property("fill") = profile.key, let value {
                item.properties["map_fill"] = .string(value)
            }
            guard !item.geometry.polygons.isEmpty else { return map.leaveOut("areas of nothing") }
            try map.add(control: item, checksTopology: options.checksTopology)
        }

        private func id(
            _ word: String, _ date: CalendarDate, _ index: Int, _ map: ImportedMap
        ) -> String {
            let dated = map.isUndated ? word : "\(word)-\(date)"
            return profile.key == .none ? dated : "\(dated)-\(index)"
        }

        /// An area whose word is unknown counts as nothing, and that is said.
        private mutating func leaveUnknown(
            _ value: String?, _ polygons: [Polygon], _ label: String?, _ index: Int,
            _ map: inout ImportedMap
        ) {
            let isColour = profile.key == .property("fill")
            let what =
                value.map {
                    isColour
                        ? "surfaces of the unknown colour \($0)"
                        : "surfaces of the unknown \(keyWord) \"\($0)\""
                } ?? (isColour ? "surfaces without a colour" : "surfaces without a \(keyWord)")
            if !map.leavesOut(what) {
                map.say(
                    .warning, "\(what) are not counted: what they mean is not known", feature: index,
                    hint:
                        "\(.importGeoJSON) with \(.statusProperty) \(property) and \(.controlled), \(.contested) or \(.ignored) takes them in"
                )
            }
            unknown[what, default: 0] += ImportedMap.area(polygons.filter(profile.isInside))
            map.leaveOut(what, polygons, name: label)
            if let value { map.unknownWords.insert(value) }
        }

        private var property: String {
            if case .property(let name) = profile.key { name } else { "layer" }
        }

        /// Whether names stand in the three parts of DeepStateMap.
        private var isTrilingual: Bool {
            if case .words(_, nameMark: .some) = profile.sign { true } else { false }
        }

        private var keyWord: String { profile.key == .layer ? "layer" : "word" }

        /// The middle of the box around an outline.
        private static func middle(of polygon: Polygon) -> Coordinate? {
            guard let shell = polygon.shell else { return nil }
            let box = BoundingBox(shell.coordinates)
            return box.isEmpty ? nil : Coordinate((box.west + box.east) / 2, (box.south + box.north) / 2)
        }

        /// Surfaces without crossings: what their maker drew so is mended, and said with what that changes.
        private func mended(
            _ polygons: [Polygon], _ index: Int, _ map: inout ImportedMap
        ) throws(Problem) -> [Polygon] {
            guard profile.mends, try Topology.check(polygons).contains(where: \.isError),
                let surface = try MendedSurface(polygons)
            else { return polygons }
            let change = JSONNumber((surface.addedSquareMetres / 1e3).rounded() / 1e3).text
            map.say(
                .note, "\(surface.reason); it is mended", feature: index,
                hint: "that changes its area by \(change) km²")
            return surface.polygons
        }

        private func point(
            _ feature: Feature, _ positions: Positions, _ date: CalendarDate, _ map: inout ImportedMap
        ) {
            let properties = feature.record.properties ?? JSONObject()
            guard isTrilingual else { return map.leaveOut("points") }
            let title = DeepStateLegend.Name(properties["name"]?.string ?? "")
            let (kind, isPlace) = DeepStateLegend.point(
                key: title.key, description: properties["description"]?.string ?? "")
            guard isPlace else { return map.leaveOut(kind) }
            guard options.keepsPlaces, !positions.coordinates.isEmpty else {
                return map.leaveOut("\(kind)s", setting: .keepsPlaces)
            }
            var item = ImportedItem(
                role: .place, date: date, id: "\(kind)-\(date)-\(feature.record.index)",
                geometry: .point(Positions(positions.coordinates)), index: feature.record.index)
            if let text = title.english ?? title.ukrainian { item.properties["name"] = .string(text) }
            if let ukrainian = title.ukrainian { item.properties["name_uk"] = .string(ukrainian) }
            item.properties["kind"] = .string(kind)
            map.items.append(item)
        }
    }
}
