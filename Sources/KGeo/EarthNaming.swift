// Where on Earth a place lies, in names: the first-level region and the country, or the town nearest to it.

internal import KGeoAtlas
package import KGeoCore
internal import KGeoMeasure

/// Names places anywhere on Earth after the regions and places of GeoData. Countries are unpacked when they are needed,
/// each once.
package final class EarthNaming {
    /// Where a place lies.
    package struct Place: Hashable, Sendable {
        /// The place itself, in degrees.
        package var coordinate: Coordinate
        /// The English names of its first-level region and its country; nil where no outline holds it.
        package var region, country: String?
        /// The place of GeoData nearest to it, where no outline holds it.
        package var nearby: GroundNaming.Nearby?
        /// The names of the region and the country of that place.
        package var nearbyRegion, nearbyCountry: String?

        /// A place that nothing is known of but where it is.
        package init(_ coordinate: Coordinate) { self.coordinate = coordinate }
    }

    /// The codes and names of a country and of its regions, the country first, and an index of their surfaces.
    private struct Country {
        var code: String
        var codes, names: [String]
        var index: SurfaceIndex
    }

    private let regions: RegionAtlas
    private let places: PlaceAtlas
    /// The countries by their boxes, small ones first: a country of few outlines is asked sooner.
    private var boxes: [RegionAtlas.CountryBox] = []
    /// Those unpacked last, the last first.
    private var kept: [Country] = []
    /// All places, once one is asked for.
    private var known: [PlaceAtlas.Spot]?

    /// What there is to name places by.
    ///
    /// - Parameter folder: the path of GeoData.
    /// - Throws: a problem when its places or regions cannot be read.
    package init(geodata folder: String) throws(Problem) {
        regions = try RegionAtlas(geodata: folder)
        places = try PlaceAtlas(geodata: folder)
        func size(_ box: BoundingBox) -> Double { (box.east - box.west) * (box.north - box.south) }
        boxes = try regions.countryBoxes().sorted { size($0.box) < size($1.box) }
    }

    /// Where a place lies.
    ///
    /// - Throws: a problem when places or regions cannot be read.
    package func place(_ coordinate: Coordinate) throws(Problem) -> Place {
        var place = Place(coordinate)
        if let (region, country) = try holder(of: coordinate) {
            (place.region, place.country) = (region, country)
            return place
        }
        guard let near = try nearest(to: coordinate) else { return place }
        place.nearby = GroundNaming.Nearby(
            name: near.name, metres: Measuring.distance(near.coordinate, coordinate),
            azimuth: Measuring.azimuth(from: near.coordinate, to: coordinate))
        let country = try self.country(near.country)
        place.nearbyRegion = near.region.flatMap(country.codes.firstIndex).map { country.names[$0] }
        place.nearbyCountry = country.names.first
        return place
    }

    /// The names of the region and the country that hold a place; the region is nil where the country has none there.
    private func holder(of place: Coordinate) throws(Problem) -> (region: String?, country: String)? {
        func holds(_ box: BoundingBox) -> Bool {
            box.south <= place.latitude && place.latitude <= box.north && box.west <= place.longitude
                && place.longitude <= box.east
        }
        for code in boxes.lazy.filter({ holds($0.box) }).map(\.code) {
            let country = try self.country(code)
            let owners = country.index.owners(around: place)
            guard let name = country.names.first, !owners.isEmpty else { continue }
            return (owners.first { $0 > 0 }.map { country.names[$0] }, name)
        }
        return nil
    }

    private func country(_ code: String) throws(Problem) -> Country {
        if let number = kept.firstIndex(where: { $0.code == code }) {
            let country = kept.remove(at: number)
            kept.insert(country, at: 0)
            return country
        }
        let all = try regions.countryAndRegions(code)
        let country = Country(
            code: code, codes: all.map(\.code), names: all.map(\.englishName),
            index: SurfaceIndex(
                all.enumerated().flatMap { number, region in
                    region.polygons.map { (polygon: $0, owner: number) }
                }))
        kept.insert(country, at: 0)
        return country
    }

    private func nearest(to place: Coordinate) throws(Problem) -> PlaceAtlas.Spot? {
        if known == nil { known = try places.spots() }
        let all = known ?? []
        // From the place's own latitude to both sides, as far as a nearer one can lie.
        let leastDegree = 110_500.0
        var best: (spot: PlaceAtlas.Spot, metres: Double)?
        func look(_ spot: PlaceAtlas.Spot) -> Bool {
            let apart = abs(spot.coordinate.latitude - place.latitude) * leastDegree
            guard apart < best?.metres ?? .infinity else { return false }
            let metres = Measuring.distance(place, spot.coordinate)
            if metres < best?.metres ?? .infinity { best = (spot, metres) }
            return true
        }
        var (middle, end) = (0, all.count)
        while middle < end {
            let half = (middle + end) / 2
            if all[half].coordinate.latitude < place.latitude { middle = half + 1 } else { end = half }
        }
        for spot in all[middle...] { guard look(spot) else { break } }
        for spot in all[..<middle].reversed() { guard look(spot) else { break } }
        return best?.spot
    }
}
