// A series in each region.

public import KGeoCore

/// The rows of a series cut by regions.
public struct RegionSeries: Sendable {
    /// A region and its series.
    public struct Part: Sendable {
        /// What the region is called.
        public var name: String
        /// The maps cut by it.
        public var series: MapSeries
    }
    /// The regions that ever have ground, in order, what lies outside all at the end.
    public private(set) var parts: [Part] = []

    /// A series cut by regions.
    ///
    /// - Throws: `geos` when GEOS fails or loses area; `topology` across the antimeridian.
    public init(_ series: MapSeries, by regions: GroundRegions) throws(Problem) {
        var maps = [[GroundMap]](repeating: [], count: regions.names.count + 1)
        for row in series.rows {
            for (i, map) in try regions.maps(of: row.map).enumerated() { maps[i].append(map) }
        }
        for (i, maps) in maps.enumerated() where maps.contains(where: { !$0.ground.polygons.isEmpty }) {
            parts.append(
                Part(
                    name: i < regions.names.count ? regions.names[i] : GroundRegions.outside,
                    series: try MapSeries(maps)))
        }
    }
}
