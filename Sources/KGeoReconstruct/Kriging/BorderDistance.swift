// How far a place lies from the border of departure.

internal import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// Distances from the lines from which a side came.
struct BorderDistance: Sendable {
    private let index: EdgeIndex?
    private let plane: LocalPlane

    /// The border of some lines, in degrees; none where there are no lines.
    init(_ lines: [LineString], in plane: LocalPlane) {
        let edges = lines.flatMap { EdgeIndex.edges(of: .lineString($0), owner: 0) }
        index = edges.isEmpty ? nil : EdgeIndex(edges)
        self.plane = plane
    }

    /// The distance of a place of the plane, in m; without end where no border is known.
    func metres(_ place: PlanePoint) -> Double {
        index?.nearest(to: plane.globe(place))?.distance ?? .infinity
    }
}
