// What a control area has gained and lost from one map to another.

public import KGeoCore
internal import KGeoMeasure

/// The ground between two maps.
public struct ControlChange: Hashable, Sendable {
    /// Ground of the later map that the earlier one has not.
    public var gained: ControlAreaMeasurement
    /// Ground of the earlier map that the later one has not.
    public var lost: ControlAreaMeasurement

    /// A change from its two parts.
    public init(gained: ControlAreaMeasurement, lost: ControlAreaMeasurement) {
        self.gained = gained
        self.lost = lost
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
    /// there; both are drawn independently of each other.
    ///
    /// - Throws: `topology` with the place when an overlay's check fails, or new − old is not gained − lost.
    public func change(from old: MeasuredGround, to new: MeasuredGround) throws(Problem) -> ControlChange? {
        guard let change = try GroundChange(from: old.measured.polygons, to: new.measured.polygons)
        else { return nil }
        return measure(change, drawnBy: new.parts + old.parts)
    }

    /// A change with the error of its outline, whose edges have the σ they have in either map.
    public func measure(_ change: GroundChange, drawnBy parts: [ControlPart]) -> ControlChange {
        ControlChange(
            gained: measure(change.gained, drawnBy: parts), lost: measure(change.lost, drawnBy: parts))
    }

    /// The sum of some grounds less that of others, with the error of all their outlines: each is independent
    /// of the others.
    public func sum(
        of grounds: [ControlAreaMeasurement], less others: [ControlAreaMeasurement] = []
    ) -> MeasuredValue {
        var area = AreaMeasurement()
        for ground in grounds { area += ground.area }
        for ground in others {
            area.geodesicSquareMetres -= ground.area.geodesicSquareMetres
            area.lonlatSquareMetres -= ground.area.lonlatSquareMetres
        }
        let all = grounds + others
        let outline = OutlineError(
            rings: all.flatMap(\.outlineRings), correlationLength: settings.correlationLength)
        return MeasuredValue(
            area, settings.edges, outline, isAssumed: all.contains(where: \.value.boundaryErrorAssumed))
    }
}
