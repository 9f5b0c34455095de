// Places of GeoData by where they are.

public import KGeoCore
internal import KGeoJSON

extension PlaceAtlas {
    /// The places whose longitudes and latitudes lie in a box, by key. A box over the antimeridian has longitudes beyond
    /// 180 or −180.
    ///
    /// - Throws: a problem when the places cannot be read.
    public func places(within box: BoundingBox) throws(Problem) -> [AtlasPlace] {
        func holds(_ longitude: Double, _ latitude: Double) -> Bool {
            box.south <= latitude && latitude <= box.north
                && [-360.0, 0, 360].contains {
                    box.west <= longitude + $0 && longitude + $0 <= box.east
                }
        }
        // The columns of the coordinates are looked at first, in the bytes: most places lie elsewhere.
        return try table.rows { line in
            let cells = line.split(
                separator: UInt8(ascii: "\t"), maxSplits: 6, omittingEmptySubsequences: false)
            guard cells.count > 5,
                let longitude = DecimalScanner.parse(UnsafeBufferPointer(rebasing: cells[4])),
                let latitude = DecimalScanner.parse(UnsafeBufferPointer(rebasing: cells[5]))
            else { return false }
            return holds(longitude, latitude)
        }.compactMap(AtlasPlace.init)
    }

    /// A place by its name and where it is, without what else is known of it.
    public struct Spot: Hashable, Sendable {
        /// Its English name, or the romanisation of its own.
        public var name: String
        /// Where it is, in degrees.
        public var coordinate: Coordinate
        /// The code of its first-level region; nil where it is not known.
        public var region: String?
        /// The code of its country.
        public var country: String
    }

    /// All places, from south to north.
    ///
    /// - Throws: a problem when the places cannot be read.
    public func spots() throws(Problem) -> [Spot] {
        var result: [Spot] = []
        _ = try table.rows { line in
            let cells = line.split(
                separator: UInt8(ascii: "\t"), maxSplits: 8, omittingEmptySubsequences: false)
            guard cells.count > 7,
                let longitude = DecimalScanner.parse(UnsafeBufferPointer(rebasing: cells[4])),
                let latitude = DecimalScanner.parse(UnsafeBufferPointer(rebasing: cells[5]))
            else { return false }
            let region = cells[7].isEmpty ? nil : String(decoding: cells[7], as: UTF8.self)
            let country = region.map { String($0.prefix { $0 != "-" }) }
            result.append(
                Spot(
                    name: String(decoding: cells[1], as: UTF8.self),
                    coordinate: Coordinate(longitude, latitude),
                    region: region, country: country ?? String(decoding: cells[0].prefix(2), as: UTF8.self)))
            return false
        }
        return result.sorted { $0.coordinate.latitude < $1.coordinate.latitude }
    }
}
