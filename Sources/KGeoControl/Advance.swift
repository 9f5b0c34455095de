// How far a front has moved: on average, and where the most.

public import KGeoCore
internal import KGeoMeasure

/// The movement of a front across the ground that was gained or lost, both from the line as it was: forward into ground
/// that was not held, back into ground that was.
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

    /// The outline of a ground, which patches lie beside.
    struct Outline {
        /// Its edges as they are, and in pieces of up to a kilometre, straight in longitude and latitude as overlays take
        /// them: on a long edge the shortest way between its ends runs elsewhere, 20 m beside it in the middle of 30 km at
        /// 50° N.
        fileprivate let edges, pieces: EdgeIndex

        init(of ground: [Polygon]) {
            let count = ground.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.coordinates.count } }
            var (edges, pieces): ([EdgeIndex.Edge], [EdgeIndex.Edge]) = ([], [])
            edges.reserveCapacity(count)
            var isAsDrawn = true
            for polygon in ground {
                for (number, ring) in polygon.rings.enumerated() {
                    // With the ground on the left.
                    let hasGroundLeft = BorderLine.hasGroundLeft(ring, isShell: number == 0)
                    let places = hasGroundLeft ? ring.coordinates : ring.coordinates.reversed()
                    for (a, b) in zip(places, places.dropFirst()) where a != b {
                        edges.append(EdgeIndex.Edge(start: a, end: b, owner: 0))
                        if !hasGroundLeft || !Self.isShort(a, b) { isAsDrawn = false }
                    }
                }
            }
            self.edges = EdgeIndex(edges)
            guard !isAsDrawn else {
                self.pieces = self.edges
                return
            }
            pieces.reserveCapacity(count)
            for ring in ground.lazy.flatMap(\.rings) {
                for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) where a != b {
                    pieces += Self.pieces(a, b)
                }
            }
            self.pieces = EdgeIndex(pieces)
        }

        /// Whether an edge is shorter than a kilometre anywhere on the globe, told without measuring it.
        private static func isShort(_ a: Coordinate, _ b: Coordinate) -> Bool {
            abs(a.longitude - b.longitude) < 0.006 && abs(a.latitude - b.latitude) < 0.006
        }

        private static func pieces(_ a: Coordinate, _ b: Coordinate) -> [EdgeIndex.Edge] {
            if isShort(a, b) { return [EdgeIndex.Edge(start: a, end: b, owner: 0)] }
            let count = max(1, Int((Measuring.distance(a, b) / 1_000).rounded(.up)))
            func place(_ k: Int) -> Coordinate {
                if k == 0 || k == count { return k == 0 ? a : b }
                let t = Double(k) / Double(count)
                return Coordinate(
                    a.longitude + t * Longitude.step(a.longitude, b.longitude),
                    a.latitude + t * (b.latitude - a.latitude))
            }
            return (0..<count).map { EdgeIndex.Edge(start: place($0), end: place($0 + 1), owner: 0) }
        }
    }

    /// The movement from the outline of a ground across patches beside it; nil when none touches it.
    init?(of patches: [ChangePatch], from outline: Outline) {
        guard !patches.isEmpty, !outline.edges.edges.isEmpty else { return nil }
        var (area, front) = (0.0, 0.0)
        var deepest: DeepestPlace?
        for patch in patches {
            // Edges of the patch that lie on the front as it was; the others are the front as it is.
            var own = 0.0
            for ring in patch.polygon.rings {
                for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) where a != b {
                    let middle = Coordinate(
                        a.longitude + Longitude.step(a.longitude, b.longitude) / 2,
                        (a.latitude + b.latitude) / 2)
                    if outline.pieces.comes(within: Self.reach, of: middle) {
                        own += Measuring.distance(a, b)
                    }
                }
            }
            guard own > 0 else { continue }
            area += patch.area.geodesicSquareMetres
            front += own
            let known = deepest?.metres ?? 0
            deepest = DeepestPlace(onOutlineOf: patch.polygon, from: outline.edges, beyond: known) ?? deepest
            // The middle of ground that the line ran around lies deeper than its outline.
            deepest =
                DeepestPlace(in: patch.polygon, from: outline.pieces, beyond: deepest?.metres ?? 0) ?? deepest
        }
        guard let deepest else { return nil }
        (squareMetres, frontMetres) = (area, front)
        greatestMetres = deepest.metres
        foot = deepest.foot
        azimuth = Measuring.azimuth(from: deepest.foot.from, to: deepest.foot.to)
    }

    /// How far the middle of an edge may lie from the outline that it is a part of, in m: more than a piece of the outline
    /// lies from what is straight in longitude and latitude, up to 85° of latitude.
    private static let reach = 0.5

    /// The direction as a word of the compass with 16 winds, such as `WSW`.
    public var wind: String { Wind.name(azimuth) }
}
