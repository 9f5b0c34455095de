// The area of ground that other ground is laid over: geodesic as long as geodesics enclose the ground that is drawn.

public import KGeoCore

extension Measuring {
    /// The area of a ground, of polygons that do not overlap: what overlays cut in pieces, and what the pieces make up.
    ///
    /// An overlay holds edges straight in longitude and latitude. Where geodesics between the same corners enclose other
    /// ground, its area is the straight one in both models, and `turnsOverAt` says where (Docs/Decisions/0030).
    public static func ground(of polygons: [Polygon]) -> AreaMeasurement {
        let sink = AreaSink()
        sink.feed(polygons)
        var area = sink.take()
        if let place = GroundRule.place(area, sink.turned, polygons) {
            area.turnOver(at: place)
        } else {
            // Hairs between parts have what they are drawn with.
            area.geodesicSquareMetres += sink.turned.straightened
        }
        return area
    }

    /// The areas of the polygons of a ground, each in turn; all of them straight where the ground is.
    public static func grounds(of polygons: [Polygon]) -> [AreaMeasurement] {
        var areas: [AreaMeasurement] = []
        areas.reserveCapacity(polygons.count)
        var turned = TurnedRings()
        var straightened: [Double] = []
        for polygon in polygons {
            let sink = AreaSink()
            sink.feed([polygon])
            areas.append(sink.take())
            turned.add(sink.turned)
            straightened.append(sink.turned.straightened)
        }
        let place = GroundRule.place(areas.sum, turned, polygons)
        for i in areas.indices {
            if let place {
                areas[i].turnOver(at: place)
            } else {
                areas[i].geodesicSquareMetres += straightened[i]
            }
        }
        return areas
    }
}

/// Whether the two edge models speak of one ground.
private enum GroundRule {
    /// Rings that turn over are hairs as long as they have less than this part of their ground.
    private static let leastPart = 0.01
    /// Half of the globe, in m²: of a ring that has more the other side is measured.
    private static let half = 2 * .pi * Ellipsoid.zone(sine: 1)

    /// Where the edges begin with which a ground is another one; nil where it is one ground. It is not where geodesics change
    /// it, or rings of it, by more than half, nor where they could make it larger than half the globe.
    static func place(
        _ area: AreaMeasurement, _ turned: TurnedRings, _ polygons: [Polygon]
    ) -> Coordinate? {
        let rest = abs(area.geodesicSquareMetres + turned.straightened - area.lonlatSquareMetres)
        let isOne =
            rest <= RingMeasurement.mostBend * area.lonlatSquareMetres
            && (1 + RingMeasurement.mostBend) * area.lonlatSquareMetres <= half
            && turned.squareMetres <= leastPart * area.lonlatSquareMetres
        guard !isOne, area.lonlatSquareMetres > 0 else { return nil }
        return turned.place ?? polygons.lazy.compactMap { $0.shell?.coordinates.first }.first
    }
}

extension AreaMeasurement {
    /// Takes the straight area in both models.
    package mutating func turnOver(at place: Coordinate) {
        geodesicSquareMetres = lonlatSquareMetres
        turnsOverAt = place
    }

    /// What a reader must know of a ground that is measured with straight edges; nil of any other.
    ///
    /// - Parameter name: whose ground it is; nil for that of the file.
    public func turningNotice(of name: String? = nil, in file: String) -> Notice? {
        guard let turnsOverAt else { return nil }
        var place = Problem.Place()
        place.coordinate = turnsOverAt
        let whose = name.map { "\($0): " } ?? ""
        func rounded(_ degrees: Double) -> String { JSONNumber((degrees * 1e6).rounded() / 1e6).text }
        let at = "\(rounded(turnsOverAt.longitude)), \(rounded(turnsOverAt.latitude))"
        return Notice(
            .warning,
            Problem(
                .scenario,
                "\(whose)as geodesics its edges enclose other ground than as drawn, with the longest from \(at); this ground and its pieces are measured with edges straight in longitude and latitude",
                at: place,
                hint: "put a corner in each degree or so of long edges that are meant straight"
            ).inFile(file))
    }
}
