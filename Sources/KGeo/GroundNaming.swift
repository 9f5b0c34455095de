// What a piece of ground is called after: the settlement and the town beside it, and the region it lies in.

internal import KGeoAtlas
package import KGeoControl
package import KGeoCore
internal import KGeoMeasure

/// Names ground after places and regions of GeoData.
package struct GroundNaming {
    /// A place beside ground.
    package struct Nearby: Hashable, Sendable {
        /// Its English name.
        package var name: String
        /// How far the ground is from it, in m; 0 where it lies in the ground.
        package var metres: Double
        /// The direction from it to the middle of the ground, in degrees clockwise from north.
        package var azimuth: Double
    }

    /// What ground is called after.
    package struct Name: Hashable, Sendable {
        /// The settlement nearest to it, of those that GeoData has; of several in it the largest.
        package var settlement: Nearby?
        /// The nearest of those with 10,000 people and more.
        package var town: Nearby?
        /// The first-level region in which its middle lies, by its English name and its code.
        package var region, regionCode: String?
    }

    /// A town has so many people at least.
    package static let townPopulation = 10_000
    /// Farther away, in m, a place says nothing of where ground lies.
    package static let reach = 100_000.0

    private let places: [AtlasPlace]
    private let regions: [AtlasRegion]
    private let index: SurfaceIndex

    /// What there is to name ground by around some polygons.
    ///
    /// - Parameter folder: the path of GeoData.
    /// - Throws: a problem when its places or regions cannot be read.
    package init(geodata folder: String, around polygons: [Polygon]) throws(Problem) {
        var box = BoundingBox()
        for polygon in polygons { box.formUnion(BoundingBox(polygon.shell?.coordinates ?? [])) }
        let latitude = min(89, max(abs(box.south), abs(box.north)) + 1)
        let degree = Measuring.distance(Coordinate(0, latitude), Coordinate(1, latitude))
        let (up, across) = (Self.reach / 110_000, Self.reach / degree)
        (box.west, box.east) = (box.west - across, box.east + across)
        (box.south, box.north) = (box.south - up, box.north + up)
        places = box.isEmpty ? [] : try PlaceAtlas(geodata: folder).places(within: box)
        regions = try RegionAtlas(geodata: folder).regions(Set(places.compactMap(\.region)).sorted())
        index = SurfaceIndex(
            regions.enumerated().flatMap { number, region in
                region.polygons.map { (polygon: $0, owner: number) }
            })
    }

    /// What a piece of ground is called after.
    ///
    /// - Parameter middle: a place in it, from which directions are taken.
    package func name(of polygon: Polygon, middle: Coordinate) -> Name {
        let own = SurfaceIndex([(polygon: polygon, owner: 0)])
        let outline = EdgeIndex(EdgeIndex.edges(of: .polygon(polygon), owner: 0))
        func nearest(_ places: some Sequence<AtlasPlace>) -> Nearby? {
            var best: (place: AtlasPlace, metres: Double)?
            for place in places {
                let isInside = !own.owners(around: place.coordinate).isEmpty
                let known = best?.metres ?? Self.reach
                guard isInside || known > 0,
                    let metres = isInside ? 0 : outline.nearest(to: place.coordinate, within: known)?.distance
                else { continue }
                // Of several in the ground the one that most know.
                if metres < known || (metres == 0 && (place.population ?? 0) > (best?.place.population ?? -1))
                {
                    best = (place, metres)
                }
            }
            return best.map {
                Nearby(
                    name: $0.place.name, metres: $0.metres,
                    azimuth: Measuring.azimuth(from: $0.place.coordinate, to: middle))
            }
        }
        let region = index.owners(around: middle).first.map { regions[$0] }
        return Name(
            settlement: nearest(places),
            town: nearest(places.lazy.filter { ($0.population ?? 0) >= Self.townPopulation }),
            region: region?.englishName, regionCode: region?.code)
    }
}

/// One of the largest pieces of a change and what it is called after.
package struct NamedPiece: Sendable {
    package var piece: ChangePiece
    /// Nil where there is no GeoData.
    package var name: GroundNaming.Name?

    /// The pieces with their names.
    ///
    /// - Parameter folder: the path of GeoData; nil where there is none.
    /// - Throws: a problem when places or regions cannot be read.
    package static func named(_ pieces: [ChangePiece], geodata folder: String?) throws(Problem)
        -> [NamedPiece]
    {
        guard let folder, !pieces.isEmpty else { return pieces.map { NamedPiece(piece: $0) } }
        let naming = try GroundNaming(geodata: folder, around: pieces.map(\.patch.polygon))
        return pieces.map {
            NamedPiece(piece: $0, name: naming.name(of: $0.patch.polygon, middle: $0.inside))
        }
    }
}
