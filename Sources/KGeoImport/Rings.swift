// Polygons as a scenario has them: two ordinates, rings closed. The writer turns them by the right-hand rule.

internal import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// What was done to the rings of a file.
struct RingNotes {
    var closed = 0
    var withHeight = 0
}

extension ImportedMap {
    static func area(_ polygons: [Polygon]) -> Double {
        polygons.isEmpty ? 0 : Measuring.area(of: polygons).geodesicSquareMetres
    }

    /// The polygons without heights, each ring closed.
    ///
    /// - Throws: a problem `topology` for a ring of fewer than three corners.
    static func cleaned(_ polygons: [Polygon], _ notes: inout RingNotes) throws(Problem) -> [Polygon] {
        var result: [Polygon] = []
        for (part, polygon) in polygons.enumerated() {
            var rings: [Ring] = []
            for (number, ring) in polygon.rings.enumerated() {
                var places = ring.coordinates
                if !ring.positions.furtherOrdinates.isEmpty { notes.withHeight += 1 }
                if places.count >= 3, let first = places.first, places.last != first {
                    places.append(first)
                    notes.closed += 1
                }
                guard places.count >= 4 else {
                    var place = Problem.Place()
                    place.part = polygons.count > 1 ? part : nil
                    place.ring = number
                    throw Problem(
                        .geojson,
                        "a ring needs at least three corners; this one has \(ring.coordinates.count) \(ring.coordinates.count == 1 ? "position" : "positions")",
                        at: place, hint: "draw at least three corners, or leave the ring out")
                }
                rings.append(Ring(places))
            }
            if !rings.isEmpty { result.append(Polygon(rings: rings)) }
        }
        return result
    }

    /// Puts a control area in, unless the same one with the same meaning is there already.
    ///
    /// - Parameter checksTopology: whether its rings are looked at.
    /// - Throws: a problem `topology` when a ring crosses itself; `geos` when GEOS fails.
    mutating func add(control item: ImportedItem, checksTopology: Bool = true) throws(Problem) {
        // A repair reads GeoJSON alone.
        let isGeoJSON = !["KML", "KMZ", "Shapefile", "GeoPackage", "FlatGeobuf"].contains(kind)
        let way: Remedy =
            isGeoJSON
            ? "\(.repair) makes it valid and says what that changes"
            : "turn the map into GeoJSON, which \(.repair) makes valid (ogr2ogr -f GeoJSON -t_srs EPSG:4326 map.geojson FILE)"
        let found = checksTopology ? try Topology.check(item.geometry.polygons) : []
        for finding in found where finding.isError {
            var place = Problem.Place(feature: item.index)
            place.file = file
            place.part = item.geometry.polygons.count > 1 ? finding.part : nil
            place.coordinate = finding.place
            let at = finding.place.map {
                " at \(JSONNumber(($0.longitude * 1e7).rounded() / 1e7).text), \(JSONNumber(($0.latitude * 1e7).rounded() / 1e7).text)"
            }
            throw Problem(
                .topology, finding.message + (at ?? ""), at: place,
                remedy: "its area would be meaningless; \(way)")
        }
        let ground = ControlGround(item)
        if let twin = grounds[ground] {
            say(
                .note, "the same area stands twice (feature \(twin) has it too); it is taken once",
                feature: item.index)
            leaveOut("areas that stand twice", item.geometry.polygons)
            return
        }
        grounds[ground] = item.index
        items.append(item)
    }

    /// Says what was done to the rings.
    mutating func say(_ notes: RingNotes) {
        guard notes.closed > 0 else { return }
        say(
            .note,
            notes.closed == 1
                ? "1 ring was not closed; it is closed now"
                : "\(notes.closed) rings were not closed; they are closed now")
    }
}
