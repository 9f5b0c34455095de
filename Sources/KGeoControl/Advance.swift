// How far a front has moved: on average, and where the most.

public import KGeoCore
internal import KGeoMeasure

/// The movement of a front across the ground that was gained or lost.
public struct Advance: Hashable, Sendable {
    /// The greatest distance of the ground from the front as it was, in m.
    public var greatestMetres: Double
    /// From the front as it was to the farthest place of the ground.
    public var foot: MeasuredValue.Foot
    /// The direction from the one to the other, in degrees clockwise from north.
    public var azimuth: Double
    /// The ground that touches that front, in m².
    public var squareMetres: Double
    /// The length of that front beside the ground, in m.
    public var frontMetres: Double
    /// The mean movement there, in m: ground over front.
    public var meanMetres: Double { frontMetres > 0 ? squareMetres / frontMetres : 0 }

    /// The movement from the outline of a ground across patches beside it; nil when none touches it.
    ///
    /// - Throws: a problem when GEOS cannot join the outline.
    public init?(of patches: [ChangePatch], from ground: [Polygon]) throws(Problem) {
        guard !patches.isEmpty else { return nil }
        self.init(of: patches, from: try Outline(of: ground))
    }

    /// The outline of a ground, which patches lie beside.
    struct Outline {
        fileprivate let line: BorderLine
        fileprivate let index: EdgeIndex

        /// - Throws: a problem when GEOS cannot join the outline.
        init(of ground: [Polygon]) throws(Problem) {
            line = try BorderLine(.multiPolygon(MultiPolygon(ground)))
            index = EdgeIndex(EdgeIndex.edges(of: .multiPolygon(MultiPolygon(ground)), owner: 0))
        }
    }

    /// The same, where one outline is asked more than once.
    init?(of patches: [ChangePatch], from outline: Outline) {
        let (line, outline) = (outline.line, outline.index)
        guard !patches.isEmpty, !line.isEmpty else { return nil }
        var (area, front) = (0.0, 0.0)
        var deepest: GroundDepth?
        for patch in patches {
            // Edges of the patch that lie on the front as it was; the others are the front as it is.
            var own = 0.0
            for ring in patch.polygon.rings {
                for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) where a != b {
                    let middle = Coordinate(
                        a.longitude + Longitude.step(a.longitude, b.longitude) / 2,
                        (a.latitude + b.latitude) / 2)
                    if outline.nearest(to: middle, within: Self.reach(a, b)) != nil {
                        own += Measuring.distance(a, b)
                    }
                }
            }
            guard own > 0 else { continue }
            area += patch.area.geodesicSquareMetres
            front += own
            let depth = GroundDepth(of: [patch.polygon], past: line, tolerance: deepest?.metres ?? 0)
            if let depth, depth.metres > deepest?.metres ?? 0 { deepest = depth }
        }
        guard let deepest else { return nil }
        (squareMetres, frontMetres) = (area, front)
        greatestMetres = deepest.metres
        foot = deepest.foot
        azimuth = Measuring.azimuth(from: deepest.foot.from, to: deepest.foot.to)
    }

    /// How far the middle of an edge may lie from the line it is a part of, in m: half a metre for what straight in
    /// longitude and latitude and straight on the globe differ by on edges up to 5 km, more on longer ones.
    private static func reach(_ a: Coordinate, _ b: Coordinate) -> Double {
        let metres = Measuring.distance(a, b)
        return max(0.5, metres * metres / 5e7)
    }

    /// The direction as a word of the compass with 16 winds, such as `WSW`.
    public var wind: String {
        let winds = [
            "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW",
            "NNW",
        ]
        let turn = (azimuth / 22.5).rounded()
        return winds[((Int(turn) % 16) + 16) % 16]
    }
}
