// A scenario from imported maps: cut by regions, with ids, sources and licences; and the account of it.

public import KGeoCore
public import KGeoJSON
internal import KGeoMeasure
internal import KGeoSurface

/// A row of the account: the ground of one holder and status on one day.
public struct ImportRow: Hashable, Sendable {
    /// The day; nil where none is known.
    public var date: CalendarDate?
    /// Who holds it.
    public var holder: String?
    /// The status of the ground.
    public var status: Status
    /// Where: a region, or what lies outside all of them.
    public var place: Place
    /// Features of the map in it.
    public var featureCount: Int
    /// Area in m² with geodesic edges, of the dissolved union.
    public var squareMetres: Double
    /// Area covered more than once, in m², which counts once.
    public var overlapSquareMetres: Double
    /// The error that cutting brought, where something was cut.
    public var cut: CutError?

    /// Where the ground of a row lies.
    public enum Place: Hashable, Sendable {
        /// As drawn, wherever it is.
        case everywhere
        case region(String)
        case outside
    }
}

/// What became of imported maps.
public struct ImportResult: Sendable {
    /// The scenario, ready to be written with full numbers.
    public var document: GeoJSONDocument
    /// The account, by date, holder and status; the whole before its parts.
    public var rows: [ImportRow]
    /// Slivers of less than a square metre that cutting left out, and their area in m².
    public var sliverCount: Int
    /// The area of those slivers, in m².
    public var sliverSquareMetres: Double
    /// The licence as it stands in the scenario; nil when nobody states one.
    public var licence: String?
}

/// Makes a scenario of imported maps.
public struct ImportedScenario: Sendable {
    /// The maps, a file each.
    public var maps: [ImportedMap]
    /// What cuts them; nil to leave them as drawn.
    public var regions: Regions?
    /// The title; nil to make one of the maker and the days.
    public var title: String?
    /// Instead of what the maps say of their maker.
    public var source: String?
    /// Instead of the link that the maps give.
    public var sourceURL: String?
    /// The licence of the maps, as the user states it.
    public var licence: String?
    /// The holders, and the regions, whose ground is wanted; empty for all.
    public var onlyHolders: [String] = []
    /// The regions whose ground is wanted; empty for all.
    public var onlyRegions: [String] = []

    /// A scenario of which the rest is set later.
    public init(_ maps: [ImportedMap]) { self.maps = maps }

    /// A control area after the cut.
    private struct Piece {
        var item: ImportedItem
        var map: Int
        var region: String?
        var isCut: Bool
        var polygons: [Polygon]
        var cut: CutError?
    }

    /// The scenario and the account of it.
    ///
    /// - Throws: a problem when two files show one day, or GEOS fails.
    public func make() throws(Problem) -> ImportResult {
        try refuseTwins()
        var slivers = (count: 0, squareMetres: 0.0)
        let all = try cut(&slivers)
        let held = try kept(all, by: \.item.holder, onlyHolders, "holder", .onlyHolder)
        let rows = try self.rows(held)
        let pieces = try kept(held, by: \.region, onlyRegions, "region", .onlyRegion)
        let isCut = pieces.contains { $0.isCut }
        var ids = UniqueIDs()
        var features: [Feature] = []
        var references: [Feature] = []
        if let regions, isCut {
            var box = BoundingBox()
            for piece in pieces where piece.isCut {
                box.formUnion(BoundingBox(piece.polygons.flatMap(\.rings).flatMap(\.coordinates)))
            }
            // What is cut lies along the border; a tenth of a degree more lets outlines near its ends find it.
            let margin = 0.1
            box = BoundingBox([
                Coordinate(box.west - margin, box.south - margin),
                Coordinate(box.east + margin, box.north + margin),
            ])
            references = try regions.border(near: box)
        }
        for reference in references { if let id = reference.record.label { ids.take(id) } }
        for piece in pieces { features.append(feature(piece, &ids)) }
        for (number, map) in maps.enumerated() {
            for item in map.items where item.role != .control {
                features.append(
                    feature(
                        ids.unique(item.id), item.geometry,
                        properties(item, number, region: nil, isCut: false)))
            }
        }
        var collection = CollectionRecord()
        collection.foreign["kgeo"] = .object(header(rows, isCut: isCut))
        return ImportResult(
            document: GeoJSONDocument(collection: collection, features: features + references), rows: rows,
            sliverCount: slivers.count, sliverSquareMetres: slivers.squareMetres,
            licence: licence(isCut: isCut))
    }

    /// The pieces of wanted names.
    private func kept(
        _ pieces: [Piece], by name: KeyPath<Piece, String?>, _ wanted: [String], _ what: String,
        _ setting: Setting
    ) throws(Problem) -> [Piece] {
        guard !wanted.isEmpty else { return pieces }
        let known = Set(pieces.compactMap { $0[keyPath: name] })
        if let missing = wanted.first(where: { !known.contains($0) }) {
            throw Problem(
                .scenario, saying: "no area has the \(what) \"\(missing)\" of \(setting)",
                remedy: known.isEmpty
                    ? "no area has a \(what)" : "there are: \(known.sorted().joined(separator: ", "))")
        }
        return pieces.filter { $0[keyPath: name].map(wanted.contains) ?? false }
    }

    /// Areas of one day from two files would be counted together as if they were one map.
    private func refuseTwins() throws(Problem) {
        var files: [CalendarDate: String] = [:]
        for map in maps where !map.isPart && !map.isUndated {
            for date in map.dates {
                if let other = files[date] {
                    throw Problem(
                        .scenario, "\(other) shows \(date) too",
                        remedy:
                            "a day has one map: leave one out, or give its day with \(.mapDay) in an import of its own"
                    ).inFile(map.file)
                }
                files[date] = map.file
            }
        }
    }

    private func cut(_ slivers: inout (count: Int, squareMetres: Double)) throws(Problem) -> [Piece] {
        var cutter: RegionCutter?
        if let regions {
            do throws(Problem) {
                cutter = try RegionCutter(regions.regions.map(\.polygons))
            } catch {
                throw error.inFile(regions.file)
            }
        }
        var pieces: [Piece] = []
        for (number, map) in maps.enumerated() {
            for item in map.items where item.role == .control {
                let polygons = item.geometry.polygons
                guard let cutter, let regions, item.regions.isEmpty else {
                    pieces.append(
                        Piece(
                            item: item, map: number,
                            region: item.regions.isEmpty ? nil : item.regions.joined(separator: "; "),
                            isCut: false, polygons: polygons))
                    continue
                }
                let cut: RegionCut
                do throws(Problem) { cut = try cutter.cut(polygons) } catch {
                    throw error.located { $0.feature = item.index }.inFile(map.file)
                }
                slivers.count += cut.sliverCount
                slivers.squareMetres += cut.sliverSquareMetres
                let isCut = cut.pieces.contains { !$0.cuts.isEmpty } || cut.pieces.count > 1
                for part in cut.pieces {
                    var piece = Piece(
                        item: item, map: number, region: part.region.map { regions.regions[$0].name },
                        isCut: isCut, polygons: part.polygons)
                    if let region = part.region, !part.cuts.isEmpty {
                        var error = CutError()
                        error.add(part.cuts, of: regions.regions[region], in: regions)
                        piece.cut = error
                    }
                    pieces.append(piece)
                }
            }
        }
        return pieces
    }

    // MARK: Account

    private struct Key: Hashable {
        var date: CalendarDate?
        var holder: String?
        var status: Status
    }

    private func rows(_ pieces: [Piece]) throws(Problem) -> [ImportRow] {
        var groups: [Key: [Piece]] = [:]
        for piece in pieces {
            guard let status = piece.item.status else { continue }
            let date = maps[piece.map].isUndated ? nil : piece.item.date
            groups[Key(date: date, holder: piece.item.holder, status: status), default: []]
                .append(piece)
        }
        let keys = groups.keys.sorted {
            ($0.date?.dayNumber ?? .min, $0.holder ?? "", $0.status)
                < ($1.date?.dayNumber ?? .min, $1.holder ?? "", $1.status)
        }
        var rows: [ImportRow] = []
        for key in keys {
            let group = groups[key] ?? []
            var drawn: [ImportedItem] = []
            for piece in group where drawn.last != piece.item { drawn.append(piece.item) }
            rows.append(
                try row(key, .everywhere, drawn.flatMap(\.geometry.polygons), features: drawn.count))
            guard regions != nil else { continue }
            let names = (regions?.regions.map(\.name) ?? []).map(Optional.some) + [nil]
            let inRegion = Dictionary(grouping: group, by: \.region)
            for name in names {
                guard let parts = inRegion[name] else { continue }
                var row = try row(
                    key, name.map { .region($0) } ?? .outside, parts.flatMap(\.polygons),
                    features: parts.count)
                let cuts = parts.compactMap(\.cut)
                if !cuts.isEmpty {
                    row.cut = cuts.reduce(into: CutError()) { sum, cut in
                        sum.borderMetres += cut.borderMetres
                        sum.otherMetres += cut.otherMetres
                        sum.borderVariance += cut.borderVariance
                        sum.otherVariance += cut.otherVariance
                        sum.borderSigma = cut.borderSigma
                        sum.otherSigma = cut.otherSigma
                    }
                }
                rows.append(row)
            }
        }
        return rows
    }

    private func row(
        _ key: Key, _ place: ImportRow.Place, _ polygons: [Polygon], features: Int
    ) throws(Problem) -> ImportRow {
        let dissolved = try Dissolve.union(polygons)
        return ImportRow(
            date: key.date, holder: key.holder, status: key.status, place: place, featureCount: features,
            squareMetres: Measuring.ground(of: dissolved.polygons).geodesicSquareMetres,
            overlapSquareMetres: dissolved.overlapSquareMetres, cut: nil)
    }

    // MARK: Features

    private func feature(_ piece: Piece, _ ids: inout UniqueIDs) -> Feature {
        let suffix =
            !piece.isCut ? "" : "-" + (piece.region.map(UniqueIDs.slug) ?? "elsewhere")
        var properties = properties(piece.item, piece.map, region: piece.region, isCut: piece.isCut)
        if let cut = piece.cut {
            properties["cut_km"] = .number(JSONNumber((cut.metres).rounded() / 1e3))
            properties["cut_error_km2"] = .number(JSONNumber((cut.u / 1e3).rounded() / 1e3))
        }
        return feature(
            ids.unique(piece.item.id + suffix), DeepStateMap.surface(piece.polygons), properties)
    }

    /// A feature whose id is a property too: QGIS shows properties alone.
    func feature(_ id: String, _ geometry: Geometry, _ properties: JSONObject) -> Feature {
        Feature(
            id: id, geometry: geometry,
            properties: JSONObject([.init("id", .string(id))] + properties.members))
    }

    func properties(
        _ item: ImportedItem, _ map: Int, region: String?, isCut: Bool
    ) -> JSONObject {
        var properties = JSONObject([.init("role", .string(item.role.rawValue))])
        func put(_ name: String, _ text: String?) { if let text { properties[name] = .string(text) } }
        put("status", item.status?.rawValue)
        put("holder", item.holder)
        put("region", region ?? (item.regions.isEmpty ? nil : item.regions.joined(separator: "; ")))
        put("date", maps[map].isUndated ? nil : item.date.description)
        put("date_end", item.dateEnd?.description)
        for member in item.properties.members { properties[member.name] = member.value }
        put("map_file", fileName(map))
        properties["map_feature"] = .number(JSONNumber(item.index))
        // A feature may name its own maker and licence; what the user says comes before. One name stands for all
        // days of a map, so that they count as one mapmaker's.
        if source != nil || properties["source"] == nil { put("source", source ?? maps[map].source) }
        if sourceURL != nil || properties["source_url"] == nil {
            put("source_url", sourceURL ?? maps[map].sourceURL)
        }
        if licence != nil || properties["licence"] == nil { put("licence", licence(isCut: isCut)) }
        return properties
    }

    private func fileName(_ map: Int) -> String {
        maps[map].file == "-"
            ? "standard input" : maps[map].file.split(separator: "/").last.map(String.init) ?? maps[map].file
    }

    /// The licence of what is written: the map's, and that of the outlines that cut it.
    func licence(isCut: Bool) -> String? {
        guard isCut, let lines = regions?.licences, !lines.isEmpty else { return licence }
        let outlines = "\(lines.joined(separator: "; ")) for the outlines that cut it"
        return licence.map { "\($0); \(outlines)" }
            ?? "\(outlines); the licence of the map itself is not stated"
    }
}
