// The ground of a reconstruction: a window cut by a border, or polygons, and what of it goes into the scenario.

internal import KGeo

/// The ground of a reconstruction, and what of it goes into the scenario.
struct ReconstructionGround {
    /// The file that bounds it.
    let file: String
    /// What it is, in words: `the side of the border with 69 of 157 settlements`.
    private(set) var words: String
    /// The window whose edges end it.
    private(set) var window: BoundingBox?
    private(set) var polygons: [Polygon]
    private(set) var references: [Feature] = []
    private(set) var licence: String?

    init(_ command: ReconstructCommand, places: [Coordinate], log: InputLog) throws {
        if let within = command.within {
            guard command.border == nil, command.window == nil else {
                throw Problem(.usage, "--within gives the ground; --border and --window give it too")
            }
            let named = try NamedFeatures(within, options: InputOptions(), log: log)
            file = named.path
            let surfaces = named.geometry.polygons
            guard !surfaces.isEmpty else { throw Self.problem("there is no polygon in this file", file) }
            do throws(Problem) {
                polygons = try BorderedRegion.union(surfaces)
            } catch {
                throw error.inFile(file)
            }
            licence = Self.licence(named.collection, named.features)
            words = "the areas of \(within)"
            return
        }
        guard let border = command.border, let window = command.window else {
            throw Problem(
                .usage, "the ground is missing",
                hint: "give --window west,south,east,north with --border FILE, or --within FILE")
        }
        let box = try Self.box(window)
        self.window = box
        file = border
        let document = try log.read(border) { try GeoJSONDocument(reading: $0) }
        let lines = document.features.compactMap(\.geometry).flatMap { geometry in
            geometry.lines + geometry.polygons.flatMap(\.rings).map { LineString($0.positions) }
        }
        guard !lines.isEmpty else { throw Self.problem("there is no line in this file", border) }
        do throws(Problem) {
            let side = try BorderedRegion.side(of: box, border: lines, with: places)
            polygons = side.ground
            words =
                "the side of the border with \(side.count) of \(places.count) settlements"
            licence = Self.licence(document.collection, document.features)
            for feature in document.features {
                guard let geometry = feature.geometry, !geometry.lines.isEmpty else { continue }
                let inside = try BorderedRegion.clip(geometry.lines, to: box)
                guard !inside.isEmpty else { continue }
                var properties = feature.record.properties ?? JSONObject()
                if properties["role"] == nil { properties["role"] = .string(Role.reference.rawValue) }
                references.append(
                    Feature(
                        id: feature.record.label,
                        geometry: inside.count == 1 ? .lineString(inside[0]) : .multiLineString(inside),
                        properties: properties))
            }
        } catch {
            throw error.inFile(border)
        }
    }

    private static func problem(_ message: String, _ file: String) -> Problem {
        Problem(.scenario, message).inFile(file)
    }

    private static func box(_ text: String) throws -> BoundingBox {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0.filter { $0 != " " })
        }
        guard numbers.count == 4, case let all = numbers.compactMap(\.self), all.count == 4,
            all.allSatisfy(\.isFinite), (-180...180).contains(all[0]), (-180...180).contains(all[2]),
            (-90...90).contains(all[1]), (-90...90).contains(all[3]), all[0] < all[2], all[1] < all[3]
        else {
            throw Problem(
                .usage, "--window \(text) is no box",
                hint: "write west,south,east,north in degrees, like 33.9,50.9,36,52")
        }
        return BoundingBox([Coordinate(all[0], all[1]), Coordinate(all[2], all[3])])
    }

    private static func licence(_ collection: CollectionRecord, _ features: [Feature]) -> String? {
        collection.foreign["kgeo"]?.object?["licence"]?.string
            ?? features.lazy.compactMap { $0.record.properties?["licence"]?.string }.first
    }
}
