// The ground by which two dissolved grounds differ, and the proof that nothing got lost.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoOverlay
internal import KGeoSurface

/// Ground that one map has and another has not, both ways.
public struct GroundChange: Hashable, Sendable {
    /// Ground of the later map alone.
    public let gained: [Polygon]
    /// Ground of the earlier map alone.
    public let lost: [Polygon]
    /// Areas of the two grounds, and of what was gained and lost.
    public let oldArea, newArea, gainedArea, lostArea: AreaMeasurement
    /// The areas of the polygons gained and lost, each in turn.
    public let gainedAreas, lostAreas: [AreaMeasurement]
    /// Area of the ground that both have, in m²: the earlier ground less what was lost.
    public let unchangedGeodesic, unchangedLonlat: Double
    /// The same with geodesic edges as a piece of the later ground: that ground less what was gained.
    let unchangedOfNew: Double
    /// Edges of the earlier and of the later map that were cut where others meet them: each a ring of its pieces, which the
    /// edge itself closes.
    let oldCuts, newCuts: [Ring]

    /// The difference of two grounds, each of valid polygons that do not overlap. Nil for shapes around a pole, which
    /// no plane holds.
    ///
    /// - Parameters: the areas of the two grounds, where they are known already.
    /// - Throws: `topology` with the place when an overlay's check fails, or new − old is not gained − lost.
    public init?(
        from old: [Polygon], to new: [Polygon], oldArea: AreaMeasurement? = nil,
        newArea: AreaMeasurement? = nil
    ) throws(Problem) {
        let plane = try PlanarLayers([old, new])
        guard !plane.isPolar else { return nil }
        self.oldArea = oldArea ?? Measuring.ground(of: old)
        self.newArea = newArea ?? Measuring.ground(of: new)
        // The same map once more needs no second look.
        let change: ExactChange
        do throws(Problem) {
            let (before, after) = old == new ? ([], []) : (plane.layers[0], plane.layers[1])
            change = try ExactChange(from: before, to: after)
        } catch {
            throw error.ofSurfaces
        }
        (gained, lost) = (plane.settled(change.gained), plane.settled(change.lost))
        (oldCuts, newCuts) = (change.slivers.old, change.slivers.new)
        let hairs = PieceAreas(plane.settled(change.hairs)).leftOver
        /// What cutting a layer's edges adds to it, where it was laid into a turn of longitudes too.
        func cut(_ layer: Int, _ drawn: AreaMeasurement, _ slivers: [Ring]) -> Double {
            let inTurn = plane.isSheet ? Measuring.area(of: plane.settled(plane.layers[layer])) : drawn
            return Measuring.signedGeodesicArea(of: slivers)
                + (inTurn.geodesicSquareMetres - drawn.geodesicSquareMetres)
        }
        gainedAreas = Self.areas(
            of: gained, in: self.newArea, cut: cut(1, self.newArea, change.slivers.new), hairs: hairs)
        lostAreas = Self.areas(
            of: lost, in: self.oldArea, cut: cut(0, self.oldArea, change.slivers.old), hairs: hairs)
        (gainedArea, lostArea) = (gainedAreas.sum, lostAreas.sum)
        let unchanged = Self.unchanged((self.oldArea, lostArea), (self.newArea, gainedArea))
        (unchangedGeodesic, unchangedOfNew) = (unchanged.ofOld, unchanged.ofNew)
        unchangedLonlat = max(0, self.oldArea.lonlatSquareMetres - lostArea.lonlatSquareMetres)
        let net = self.newArea.lonlatSquareMetres - self.oldArea.lonlatSquareMetres
        let missing = closure(.lonlat)
        let slack = Dissolve.slack(
            max(self.oldArea.lonlatSquareMetres, self.newArea.lonlatSquareMetres),
            perimeter: self.oldArea.perimeterMetres + self.newArea.perimeterMetres)
        guard abs(missing) <= slack else {
            throw Problem(
                .topology,
                "ground got lost in the overlay of two maps: the areas differ by \(net / 1e6) km², gained less lost by \((net - missing) / 1e6) km²",
                remedy: "check both maps with \(.validate); a repaired map may overlay")
        }
    }

    /// What both grounds have, with geodesic edges, in m²: each ground less what it has alone. Of a ground that long edges turn
    /// over it is that with straight ones.
    private static func unchanged(
        _ old: (ground: AreaMeasurement, alone: AreaMeasurement),
        _ new: (ground: AreaMeasurement, alone: AreaMeasurement)
    ) -> (ofOld: Double, ofNew: Double) {
        func rest(_ ground: AreaMeasurement, _ alone: AreaMeasurement) -> Double {
            max(0, ground.geodesicSquareMetres - alone.geodesicSquareMetres)
        }
        return (rest(old.ground, old.alone), rest(new.ground, new.alone))
    }

    /// The areas of the pieces that one ground has alone.
    ///
    /// - Parameters:
    ///   - cut: what cutting its edges adds to it, in m².
    ///   - hairs: what pieces that both have leave over, in m².
    private static func areas(
        of polygons: [Polygon], in ground: AreaMeasurement, cut: Double, hairs: Double
    ) -> [AreaMeasurement] {
        var pieces = PieceAreas(polygons)
        if let place = ground.turnsOverAt { return pieces.straight(from: place) }
        // The ground is what its pieces are with their edges cut, less what that adds. What it has beside these pieces is what
        // both have, which geodesics change by no more than half as well.
        let alone = pieces.sum
        guard !PieceAreas.isThin(ground) else {
            let share = min(1, alone.perimeterMetres / ground.perimeterMetres)
            pieces.makeUp(share * ground.geodesicSquareMetres, of: ground)
            return pieces.areas
        }
        let common = max(0, ground.lonlatSquareMetres - alone.lonlatSquareMetres)
        let bend =
            (ground.geodesicSquareMetres - ground.lonlatSquareMetres)
            - (alone.geodesicSquareMetres - alone.lonlatSquareMetres) + cut - hairs - pieces.leftOver
        let most = RingMeasurement.mostBend * common
        let beyond = bend - min(max(bend, -most), most)
        pieces.share(pieces.leftOver + hairs + beyond - cut, of: ground)
        return pieces.areas
    }
}

extension GroundChange {
    /// New − old less what was gained and lost, in m². With straight edges it is rounding; with geodesic ones what cuts of long
    /// common edges add to the one or the other (Docs/Decisions/0021).
    public func closure(_ edges: EdgeModel) -> Double {
        newArea.squareMetres(edges) - oldArea.squareMetres(edges)
            - (gainedArea.squareMetres(edges) - lostArea.squareMetres(edges))
    }

    /// How fast a front has moved: what was gained and lost over the length of the longer outline, in m a day; nil for
    /// maps of one day or without one, and where there is no outline.
    package func speed(days: Int?) -> Double? {
        let outline = max(oldArea.perimeterMetres, newArea.perimeterMetres)
        guard let days, days > 0, outline > 0 else { return nil }
        return (gainedArea.geodesicSquareMetres + lostArea.geodesicSquareMetres) / outline / Double(days)
    }
}
