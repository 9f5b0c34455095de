// The sectors of a front by the regions that its ground names.

public import KGeoControl
internal import KGeoCore
internal import KGeoScenario

extension MeasuredFront {
    /// The line by the regions that its ground names; none when it names fewer than two.
    public var sectorsOfGround: [FrontSector] {
        let regions = side.features.map { feature in
            FrontRegion(
                name: feature.regions.isEmpty ? "elsewhere" : feature.regions.joined(separator: "; "),
                polygons: feature.geometry?.polygons ?? [])
        }
        guard Set(regions.map(\.name)).count > 1 else { return [] }
        return line.sectors(beside: regions)
    }
}
