// Rings of Shapefiles told apart by which lies in which, where they are not wound as the format asks.

internal import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure

/// A Shapefile says by its winding whether a ring is a shell (clockwise) or a hole. Files whose rings are all wound
/// alike, or the wrong way round, are not rare; a ring that lies in an odd number of others is a hole all the same.
enum ShapefileRings {
    /// Gives the rings of each surface their roles by what contains them, and warns where those are not the ones that
    /// the winding gave.
    static func arrange(_ document: inout GeoJSONDocument, _ map: inout ImportedMap) {
        var changed: [Int] = []
        for i in document.features.indices {
            guard let polygons = document.features[i].geometry?.polygons,
                polygons.reduce(0, { $0 + $1.rings.count }) > 1, let arranged = arranged(polygons)
            else { continue }
            document.features[i].geometry =
                arranged.count == 1 ? .polygon(arranged[0]) : .multiPolygon(MultiPolygon(arranged))
            changed.append(document.features[i].record.index)
        }
        guard let first = changed.first else { return }
        let count =
            changed.count == 1
            ? "its rings are" : "the rings of this and \(changed.count - 1) more features are"
        map.say(
            .warning,
            "\(count) not wound as a Shapefile asks; which are holes was told by which ring lies in which",
            feature: first, hint: "look at the map, or ask its maker")
    }

    /// The polygons by containment; nil when each ring has the role that it has anyhow.
    private static func arranged(_ polygons: [Polygon]) -> [Polygon]? {
        let rings = polygons.flatMap { polygon in
            polygon.rings.enumerated().map { Nested($1, wasShell: $0 == 0) }
        }
        let parents = parents(rings)
        var depths = [Int](repeating: 0, count: rings.count)
        // A ring that holds another has the larger box, so its depth is known first.
        let outsideIn = rings.indices.sorted { rings[$0].size > rings[$1].size }
        for i in outsideIn { depths[i] = parents[i].map { depths[$0] + 1 } ?? 0 }
        guard rings.indices.contains(where: { rings[$0].wasShell != depths[$0].isMultiple(of: 2) }) else {
            return nil
        }
        var holes: [Int: [Ring]] = [:]
        for i in rings.indices where !depths[i].isMultiple(of: 2) {
            if let parent = parents[i] { holes[parent, default: []].append(rings[i].ring) }
        }
        return rings.indices.filter { depths[$0].isMultiple(of: 2) }
            .map { Polygon(shell: rings[$0].ring, holes: holes[$0] ?? []) }
    }

    /// Of each ring the smallest one that it lies in.
    private static func parents(_ rings: [Nested]) -> [Int?] {
        var parents = [Int?](repeating: nil, count: rings.count)
        // From west to east: only those whose box has not ended yet can hold the next.
        var open: [Int] = []
        for i in rings.indices.sorted(by: {
            (rings[$0].west, -rings[$0].size) < (rings[$1].west, -rings[$1].size)
        }) {
            open.removeAll { rings[$0].east < rings[i].west }
            parents[i] =
                open.filter { rings[$0].mayHold(rings[i]) && rings[$0].holds(rings[i]) }
                .min { rings[$0].size < rings[$1].size }
            open.append(i)
        }
        return parents
    }

    /// A ring with its box.
    private struct Nested {
        let ring: Ring
        let wasShell: Bool
        private(set) var west = Double.infinity, east = -Double.infinity
        private var south = Double.infinity, north = -Double.infinity
        var size: Double { (east - west) * (north - south) }

        init(_ ring: Ring, wasShell: Bool) {
            (self.ring, self.wasShell) = (ring, wasShell)
            for place in ring.coordinates {
                (west, east) = (min(west, place.longitude), max(east, place.longitude))
                (south, north) = (min(south, place.latitude), max(north, place.latitude))
            }
        }

        func mayHold(_ other: Nested) -> Bool {
            west <= other.west && other.east <= east && south <= other.south && other.north <= north
                && size > other.size
        }

        /// Whether the other lies in this one, by its first corner that is not on the outline.
        func holds(_ other: Nested) -> Bool {
            for place in other.ring.coordinates {
                switch PlanarGeometry.side(of: place, ring) {
                case .inside: return true
                case .outside: return false
                case .on: continue
                }
            }
            return false
        }
    }
}
