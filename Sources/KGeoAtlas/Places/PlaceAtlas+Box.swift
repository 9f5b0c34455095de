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
}
