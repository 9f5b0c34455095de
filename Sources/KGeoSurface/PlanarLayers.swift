// Surfaces of the globe side by side in one plane: a turn of longitudes, cut open where it parts least.

package import KGeoCore
internal import KGeoOverlay

/// Layers of surfaces in a plane of longitude and latitude, for overlays.
///
/// Longitude is a circle. Surfaces within half a turn of each other stay as drawn. Others are unwrapped by short steps
/// and laid into one turn of longitudes, which begins where it parts fewest of them; what it parts is cut there.
package struct PlanarLayers {
    /// The layers, in the order given.
    package private(set) var layers: [[Polygon]]
    /// Whether a ring goes around a pole: no plane holds it, and the layers are as drawn.
    package private(set) var isPolar = false
    /// Whether the layers lie in one turn of longitudes, no longer as drawn.
    package private(set) var isSheet = false

    /// Lays surfaces into one plane.
    ///
    /// - Throws: `topology` for a ring that spans more than the globe, and for one that crosses itself and has to be cut.
    package init(_ layers: [[Polygon]]) throws(Problem) {
        self.layers = layers
        guard PlanarView.isWide(layers.joined()) else { return }
        guard !layers.joined().contains(where: { $0.rings.contains(where: PlanarView.isPolar) }) else {
            isPolar = true
            return
        }
        isSheet = true
        let unwrapped = layers.map { $0.map { PlanarView.unwrapped($0, near: 0) } }
        let spans = unwrapped.joined().compactMap { LongitudeSpan($0) }
        for span in spans where span.width > 360 { throw Self.tooWide(span) }
        let west = LongitudeSpan.seam(of: spans)
        var result: [[Polygon]] = []
        for layer in unwrapped {
            var laid: [Polygon] = []
            for polygon in layer { laid += try Self.lay(polygon, from: west) }
            result.append(laid)
        }
        self.layers = result
    }

    /// What an overlay of the layers gave, to be measured: longitudes within a turn of Greenwich, and no edge that would
    /// be taken the other way round.
    package func settled(_ polygons: [Polygon]) -> [Polygon] {
        guard isSheet else { return polygons }
        return polygons.map { polygon in
            guard let span = LongitudeSpan(polygon) else { return polygon }
            let middle = (span.west + span.east) / 2
            let moved = Antimeridian.moved(polygon, by: -360 * ((middle + 180) / 360).rounded(.down))
            return Polygon(rings: moved.rings.map { Ring(Self.parted($0.coordinates)) })
        }
    }

    /// A ring whose edges of more than half a turn have places between.
    private static func parted(_ places: [Coordinate]) -> [Coordinate] {
        guard zip(places, places.dropFirst()).contains(where: { abs($1.longitude - $0.longitude) > 180 })
        else {
            return places
        }
        var result: [Coordinate] = []
        for (i, place) in places.enumerated() {
            if i > 0, case let step = place.longitude - places[i - 1].longitude, abs(step) > 180,
                !Longitude.isDrawnTurn(at: i - 1, in: places)
            {
                for third in [1.0, 2] {
                    result.append(
                        Coordinate(
                            places[i - 1].longitude + step * third / 3,
                            places[i - 1].latitude
                                + (place.latitude - places[i - 1].latitude) * third / 3))
                }
            }
            result.append(place)
        }
        return result
    }

    /// A polygon within the turn that begins at a longitude, cut where it reaches beyond.
    private static func lay(_ polygon: Polygon, from west: Double) throws(Problem) -> [Polygon] {
        guard let span = LongitudeSpan(polygon) else { return [polygon] }
        let turns = ((west - span.west) / 360).rounded(.up)
        let shift = 360 * turns
        if span.east + shift <= west + 360 { return [Antimeridian.moved(polygon, by: shift)] }
        let (southwest, northeast) = (Coordinate(west, -90), Coordinate(west + 360, 90))
        let sheet = Polygon(
            shell: Ring([
                southwest, Coordinate(west + 360, -90), northeast, Coordinate(west, 90), southwest,
            ]))
        let copies = [shift - 360, shift].map { Antimeridian.moved(polygon, by: $0) }
        do throws(Problem) {
            return try ExactArrangement(layers: [copies, [sheet]]).polygons { $0.has(0) && $0.has(1) }
        } catch {
            throw error.ofSurfaces
        }
    }

    private static func tooWide(_ span: LongitudeSpan) -> Problem {
        var place = Problem.Place()
        place.coordinate = PlanarView.normalised(span.place)
        return Problem(
            .topology, "a ring spans more than the globe: it goes over itself", at: place,
            hint: "draw what it covers once, in longitudes from −180 to 180")
    }
}

/// The longitudes from one end of a polygon to the other.
private struct LongitudeSpan {
    /// In degrees; the east is never smaller.
    let west, east: Double
    /// The place at the west end.
    let place: Coordinate

    var width: Double { east - west }

    /// Nil for a polygon without places.
    init?(_ polygon: Polygon) {
        guard let shell = polygon.shell, var place = shell.coordinates.first else { return nil }
        var east = place.longitude
        for corner in shell.coordinates {
            if corner.longitude < place.longitude { place = corner }
            east = max(east, corner.longitude)
        }
        (west, self.east, self.place) = (place.longitude, east, place)
    }

    /// How fine longitudes are looked at for a seam, in parts of a degree: a centimetre.
    private static let parts = 1e7
    private static let turn = Int64(360 * parts)

    /// Where the spans cover one another least: from there on a turn of longitudes is laid out. Where that is a matter of
    /// taste, at −180.
    static func seam(of spans: [LongitudeSpan]) -> Double {
        /// Of a meridian: spans that begin, end and go on over it.
        struct Post {
            var begins = 0
            var ends = 0
            var grows = 0
        }
        var posts: [Int64: Post] = [-turn / 2: Post()]
        var always = 0
        for span in spans {
            let low = Int64((span.west * parts).rounded(.down))
            let high = Int64((span.east * parts).rounded(.up))
            // A narrow one is cut with less pleasure.
            let weight = span.width < 180 ? 2 : 1
            guard low < high else { continue }
            let (begin, end) = (inTurn(low), inTurn(high))
            posts[begin, default: Post()].begins += weight
            posts[end, default: Post()].ends += weight
            if high - low >= turn {
                always += weight
            } else {
                posts[begin, default: Post()].grows += weight
                posts[end, default: Post()].grows -= weight
                if end < begin { always += weight }
            }
        }
        let sorted = posts.sorted { $0.key < $1.key }
        var best: (cost: Int, isTouched: Bool, gap: Int64, at: Int64) = (.max, true, 0, -turn / 2)
        func propose(_ cost: Int, _ isTouched: Bool, _ gap: Int64, _ at: Int64) {
            if (cost, isTouched ? 1 : 0, -gap) < (best.cost, best.isTouched ? 1 : 0, -best.gap) {
                best = (cost, isTouched, gap, at)
            }
        }
        var covering = always
        for (i, (meridian, post)) in sorted.enumerated() {
            covering += post.grows
            // Over the meridian itself go those that cover what follows and do not begin there.
            let isTouched = post.begins > 0 && post.ends > 0
            propose(covering - post.begins + (isTouched ? 1 : 0), isTouched, 0, meridian)
            let next = i + 1 < sorted.count ? sorted[i + 1].key : sorted[0].key + turn
            // Not between ends that rounding has parted.
            if next - meridian > 1000 {
                propose(covering, false, covering == 0 ? next - meridian : 0, (meridian + next) / 2)
            }
        }
        return Double(best.at) / parts
    }

    private static func inTurn(_ longitude: Int64) -> Int64 {
        let rest = (longitude + turn / 2) % turn
        return (rest < 0 ? rest + turn : rest) - turn / 2
    }
}
