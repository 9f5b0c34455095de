// A front by sector: what of it lies in given areas, or beside ground of a region.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// An area by which a front is divided.
public struct FrontRegion: Sendable {
    /// What it is called.
    public var name: String
    /// Its surfaces, in degrees.
    public var polygons: [Polygon]
    /// A region from its parts.
    public init(name: String, polygons: [Polygon]) {
        self.name = name
        self.polygons = polygons
    }
}

/// The part of a front in one region.
public struct FrontSector: Hashable, Sendable {
    /// The region's name.
    public var name: String
    /// What of the front lies in it.
    public var line: ContactLine
}

extension ContactLine {
    /// The part of the line in each region that has any, in the order of the regions. Regions that overlap count
    /// what they share twice.
    ///
    /// - Throws: `topology` for a region that is not valid; `geos` when GEOS fails.
    public func sectors(_ regions: [FrontRegion]) throws(Problem) -> [FrontSector] {
        var result: [FrontSector] = []
        for region in regions {
            var line = empty
            for stretch in stretches {
                let drawn = Geometry.lineString(LineString(stretch.places))
                let inside = try Clipping.part(of: drawn, in: region.polygons)?.lines ?? []
                let index = EdgeIndex(EdgeIndex.edges(of: drawn, owner: 0))
                line.stretches += inside.map { part in
                    let near = part.coordinates.map { index.nearest(to: $0)?.edge }
                    return Stretch(
                        places: part.coordinates, sigmas: near.map { $0.map { stretch.sigmas[$0] } ?? 0 },
                        makerSigmas: near.map { $0.map { stretch.makerSigma($0) } ?? 0 })
                }
            }
            line.stretches.sort { $0.metres > $1.metres }
            if !line.stretches.isEmpty { result.append(FrontSector(name: region.name, line: line)) }
        }
        return result
    }

    /// The part of the line beside ground of each region: every edge belongs to the ground nearest to it. Regions
    /// come in the order given.
    public func sectors(beside ground: [FrontRegion]) -> [FrontSector] {
        let index = EdgeIndex(
            ground.enumerated().flatMap {
                EdgeIndex.edges(of: .multiPolygon(MultiPolygon($1.polygons)), owner: $0)
            })
        guard !index.edges.isEmpty else { return [] }
        var names: [String] = []
        for region in ground where !names.contains(region.name) { names.append(region.name) }
        var lines = [ContactLine](repeating: empty, count: names.count)
        for stretch in stretches {
            var last: Int?
            for i in stretch.places.indices.dropLast() {
                let (a, b) = (stretch.places[i], stretch.places[i + 1])
                let middle = Coordinate(
                    a.longitude + Longitude.step(a.longitude, b.longitude) / 2, (a.latitude + b.latitude) / 2)
                guard let hit = index.nearest(to: middle),
                    let number = names.firstIndex(of: ground[index.edges[hit.edge].owner].name)
                else { continue }
                if number != last {
                    lines[number].stretches.append(
                        Stretch(
                            places: [a], sigmas: [stretch.sigmas[i]],
                            makerSigmas: [stretch.makerSigma(i)]))
                    last = number
                }
                let end = lines[number].stretches.count - 1
                lines[number].stretches[end].places.append(b)
                lines[number].stretches[end].sigmas.append(stretch.sigmas[i + 1])
                lines[number].stretches[end].makerSigmas.append(stretch.makerSigma(i + 1))
            }
        }
        for i in lines.indices { lines[i].stretches.sort { $0.metres > $1.metres } }
        return zip(names, lines).filter { !$1.stretches.isEmpty }.map { FrontSector(name: $0, line: $1) }
    }
}
