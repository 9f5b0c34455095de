// What lies around drawn ground, from GeoData: first-level regions and settlements.

internal import KGeoAtlas
internal import KGeoCore
internal import KGeoDraw
internal import KGeoMeasure

/// Regions and settlements of GeoData around a drawing.
struct MapSurroundings {
    private let places: [AtlasPlace]
    private let regions: [AtlasRegion]

    /// At most so many settlements are handed on, the largest: no picture has room for more names.
    private static let mostPlaces = 400

    /// - Parameter folder: the path of GeoData.
    /// - Throws: a problem when its places or regions cannot be read.
    init(geodata folder: String, around map: MapDrawing) throws(Problem) {
        var box = BoundingBox()
        for polygon in map.grounds.lazy.flatMap(\.polygons) {
            box.formUnion(BoundingBox(polygon.shell?.coordinates ?? []))
        }
        for part in map.lines.lazy.flatMap(\.parts) where map.grounds.isEmpty {
            box.formUnion(BoundingBox(part.coordinates))
        }
        guard !box.isEmpty, box.east - box.west < 120 else {
            (places, regions) = ([], [])
            return
        }
        // What the frame adds, and a little more.
        let (up, across) = (max(0.05, (box.north - box.south) * 0.4), max(0.08, (box.east - box.west) * 0.4))
        (box.west, box.east) = (box.west - across, box.east + across)
        (box.south, box.north) = (box.south - up, box.north + up)
        let all = try PlaceAtlas(geodata: folder).places(within: box)
        places = Array(
            all.sorted { ($0.population ?? 0, $1.key) > ($1.population ?? 0, $0.key) }.prefix(Self.mostPlaces)
        )
        regions = try RegionAtlas(geodata: folder).regions(Set(all.compactMap(\.region)).sorted())
    }

    /// Adds them: regions by their outline and name, settlements by their English names.
    func add(to map: inout MapDrawing) {
        map.regions += regions.map { MapDrawing.Region(polygons: $0.polygons, name: $0.englishName) }
        map.places += places.map {
            MapDrawing.Place(
                name: $0.name, coordinate: $0.coordinate, weight: Double(max(1, $0.population ?? 1)))
        }
        if !regions.isEmpty {
            let isOSM = regions.contains { $0.licence.hasPrefix("ODbL") }
            map.notes.append(
                "Regions: \(isOSM ? "© OpenStreetMap contributors, " : "")Natural Earth. Places: GeoNames (geonames.org), CC BY 4.0."
            )
        }
    }
}
