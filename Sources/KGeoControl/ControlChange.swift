// What a control area has gained and lost from one map to another.

public import KGeoCore
internal import KGeoMeasure

/// The ground between two maps.
public struct ControlChange: Hashable, Sendable {
    /// Ground of the later map that the earlier one has not.
    public var gained: ControlAreaMeasurement
    /// Ground of the earlier map that the later one has not.
    public var lost: ControlAreaMeasurement
    /// The one less the other, in m², with the error of both outlines in one field.
    public var net: MeasuredValue
    /// Whether the formula of the error holds on both maps. What was gained may be narrower than the displacement of its
    /// two lines: they err together.
    public var isFirstOrder = true

    /// What of a change is meant.
    public enum Part: Hashable, Sendable {
        /// Gained, lost, or the one less the other.
        case gained, lost, net
    }
}

/// A control area of one map, with the parts it was dissolved from.
public struct MeasuredGround: Hashable, Sendable {
    /// The dissolved area with its error.
    public var measured: ControlAreaMeasurement
    /// The features it was dissolved from.
    public var parts: [ControlPart]
    /// A ground from its measurement and parts.
    public init(_ measured: ControlAreaMeasurement, parts: [ControlPart]) {
        self.measured = measured
        self.parts = parts
    }
}

extension ControlAreaMeasurer {
    /// The ground gained and lost from one map to another. Nil for shapes around a pole, which no plane holds.
    ///
    /// Each edge of that ground lies on the outline of the earlier or of the later map and has the σ it has
    /// there. Both lie in one field: where the two lines are near each other they err together, and the change is
    /// known better than either ground.
    ///
    /// - Throws: `topology` with the place when an overlay's check fails, or new − old is not gained − lost.
    public func change(from old: MeasuredGround, to new: MeasuredGround) throws(Problem) -> ControlChange? {
        guard let change = try GroundChange(from: old.measured.polygons, to: new.measured.polygons)
        else { return nil }
        var measured = measure(
            change, drawnBy: new.parts + old.parts,
            between: ChangeSides(of: change, old: old.measured.polygons, new: new.measured.polygons))
        measured.isFirstOrder = old.measured.isFirstOrder && new.measured.isFirstOrder
        return measured
    }

    /// What many fields drawn at random make of a change: both maps displaced by the same fields. What was gained is the
    /// ground of both together less that of the earlier map.
    ///
    /// - Throws: a problem when the two cannot be dissolved.
    public func simulatedChange(
        _ part: ControlChange.Part, from old: MeasuredGround, to new: MeasuredGround, fields: Int
    ) throws(Problem) -> SimulatedArea {
        let both = part == .net ? new.measured : try measure(new.parts + old.parts)
        let other = part == .lost ? new.measured : old.measured
        return SimulatedArea(
            [both.outlineRings, other.outlineRings],
            correlationLength: max(both.correlationLength, other.correlationLength),
            makerCorrelationLength: both.errorClass.makerCorrelationLength,
            smaller: SimulatedArea.smaller {
                old.measured.isFirstOrder(times: $0) && new.measured.isFirstOrder(times: $0)
            }, fields: fields
        ) { $0[0] - $0[1] }
    }

    /// A change with the error of its outline, whose edges have the σ they have in either map.
    public func measure(
        _ change: GroundChange, drawnBy parts: [ControlPart], between sides: ChangeSides
    ) -> ControlChange {
        measure(
            gained: (change.gained, change.gainedAreas), lost: (change.lost, change.lostAreas),
            drawnBy: outliner.sigma(of: parts), between: sides)
    }

    /// The same from its polygons, each with its area.
    func measure(
        gained: (polygons: [Polygon], areas: [AreaMeasurement]),
        lost: (polygons: [Polygon], areas: [AreaMeasurement]), drawnBy sigma: DrawnSigma,
        between sides: ChangeSides
    ) -> ControlChange {
        let won = drawing(
            of: gained, drawnBy: sigma, signs: sides.signs(of: gained.polygons, isGain: true))
        let gone = drawing(of: lost, drawnBy: sigma, signs: sides.signs(of: lost.polygons, isGain: false))
        // Each has the ℓ of its own class; together they have the longer one.
        let length = max(won.correlationLength, gone.correlationLength)
        let errors = OutlineDifference(
            won.rings, less: gone.rings, correlationLength: length,
            makerCorrelationLength: errorClass.makerCorrelationLength)
        func measured(_ drawing: Drawing, _ error: OutlineError) -> ControlAreaMeasurement {
            var ground = measure(drawing, drawing.correlationLength == length ? error : nil)
            ground.value.addRedrawn(u: Redraw.u(of: drawing))
            return ground
        }
        let (more, less) = (measured(won, errors.first), measured(gone, errors.second))
        var area = more.area
        area.geodesicSquareMetres -= less.area.geodesicSquareMetres
        area.lonlatSquareMetres -= less.area.lonlatSquareMetres
        var net = MeasuredValue(
            area, settings.edges, errors.difference, isAssumed: won.isAssumed || gone.isAssumed)
        net.isSigned = true
        for ground in [more, less] { net.addRedrawn(u: ground.value.redrawU) }
        net.errorClass = more.value.errorClass ?? less.value.errorClass
        return ControlChange(gained: more, lost: less, net: net)
    }

    /// The sum of some grounds, with the error of all their outlines in one field.
    public func sum(of grounds: [ControlAreaMeasurement]) -> MeasuredValue {
        let area = grounds.map(\.area).sum
        let isAssumed = grounds.contains(where: \.value.boundaryErrorAssumed)
        // Each ground has been measured with its own class; together they have the longest ℓ among them.
        let length =
            grounds.map(\.correlationLength).max()
            ?? settings.correlationLength(isAssumed: isAssumed, of: errorClass)
        // One ground alone has its own already.
        let own = grounds.count == 1 ? grounds.first?.outline : nil
        let outline =
            own
            ?? OutlineError(
                rings: grounds.flatMap(\.outlineRings), correlationLength: length,
                makerCorrelationLength: grounds.map(\.errorClass.makerCorrelationLength).max()
                    ?? errorClass.makerCorrelationLength)
        var value = MeasuredValue(area, settings.edges, outline, isAssumed: isAssumed)
        value.errorClass = grounds.lazy.compactMap(\.value.errorClass).first
        for ground in grounds { value.addRedrawn(u: ground.value.redrawU) }
        return value
    }
}
