// A map with the ground of one region alone.

package import KGeoControl
package import KGeoCore
internal import KGeoMeasure
package import KGeoScenario
internal import KGeoSurface

/// A region that ground is cut by, and how well its outline is known.
package struct CuttingRegion: Sendable {
    /// What it is called.
    package var name: String
    /// Its surfaces, in degrees.
    package var polygons: [Polygon]
    /// Its borders and coasts, each with its σ.
    package var knownLines: [KnownLine]
    /// σ of its other sides, in m; nil when nothing says it.
    package var ownError: Double?

    /// A region from its parts.
    package init(name: String, polygons: [Polygon], knownLines: [KnownLine], ownError: Double?) {
        self.name = name
        self.polygons = polygons
        self.knownLines = knownLines
        self.ownError = ownError
    }
}

extension Scenario {
    /// The same map with of its control areas only what lies in a region. Along the region's outline the ground ends
    /// with the error of that line: borders and coasts count as borders of the map, its other sides as a front.
    ///
    /// - Throws: a problem when a control area cannot be cut.
    package func cut(by region: CuttingRegion) throws(Problem) -> Scenario {
        let cutter = try RegionCutter([region.polygons])
        var result = self
        var cuts: [LineString] = []
        result.features = []
        result.cutTo = region.name
        for var feature in features {
            if feature.role == .control, let polygons = feature.geometry?.polygons, !polygons.isEmpty {
                let pieces: [RegionPiece]
                do throws(Problem) {
                    pieces = try cutter.cut(polygons, areas: polygons.map { Measuring.area(of: $0) }).pieces
                } catch {
                    throw error.located { $0.feature = feature.index }.inFile(file)
                }
                guard let inside = pieces.first(where: { $0.region == 0 }) else { continue }
                cuts += inside.cuts
                feature.geometry = .multiPolygon(MultiPolygon(inside.polygons))
                feature.areas = inside.areas
            }
            result.features.append(feature)
        }
        guard !cuts.isEmpty else { return result }
        var number = (features.map(\.index).max() ?? -1) + 1
        func add(_ role: Role, _ geometry: Geometry, _ error: Double?) {
            var feature = ScenarioFeature(index: number, role: role)
            feature.name = region.name
            feature.boundaryError = error
            feature.geometry = geometry
            result.features.append(feature)
            number += 1
        }
        for line in region.knownLines { add(.reference, line.geometry, line.boundaryError) }
        if let error = region.ownError { add(.front, .multiLineString(cuts), error) }
        return result
    }
}
