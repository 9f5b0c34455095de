// Places of GeoData by where they are.

public import KGeoCore

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
            var cells = line.split(
                separator: UInt8(ascii: "\t"), maxSplits: 6, omittingEmptySubsequences: false
            )
            .makeIterator()
            for _ in 0..<4 { _ = cells.next() }
            guard let longitude = cells.next().flatMap(Self.degrees),
                let latitude = cells.next().flatMap(Self.degrees)
            else { return false }
            return holds(longitude, latitude)
        }.compactMap(AtlasPlace.init).filter { holds($0.coordinate.longitude, $0.coordinate.latitude) }
    }

    /// Degrees as the table writes them, a sign and decimal digits, to about 1e-9; nil for anything else.
    private static func degrees(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
        var digits = bytes
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.count < 16 else { return nil }
        var (value, unit) = (0.0, 1.0)
        var isFraction = false
        for byte in digits {
            if byte == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                value = 10 * value + Double(byte - UInt8(ascii: "0"))
                if isFraction { unit *= 10 }
            } else {
                return nil
            }
        }
        return (isNegative ? -value : value) / unit
    }
}
