// What a control area has gained and lost from one map to another.

internal import GEOSKit
public import KGeoCore
internal import KGeoMeasure

/// The ground between two maps.
public struct ControlChange: Hashable, Sendable {
    /// Ground of the later map that the earlier one has not.
    public var gained: ControlAreaMeasurement
    /// Ground of the earlier map that the later one has not.
    public var lost: ControlAreaMeasurement
}

/// A control area of one map, with the parts it was dissolved from.
public struct DatedGround: Hashable, Sendable {
    public var measured: ControlAreaMeasurement
    public var parts: [ControlPart]
    /// A ground from its measurement and parts.
    public init(_ measured: ControlAreaMeasurement, parts: [ControlPart]) {
        self.measured = measured
        self.parts = parts
    }
}

extension ControlArea {
    /// How far gained − lost may be from new − old, relative to the larger area, with edges straight in
    /// longitude and latitude. In that model the parts add up exactly; rounding stays a hundred times below.
    public static let changeTolerance = 1e-9

    /// The ground gained and lost from one map to another. Nil for shapes around a pole, which no plane holds.
    ///
    /// Each edge of that ground lies on the outline of the earlier or of the later map and has the σ it has
    /// there; both are drawn independently of each other.
    ///
    /// - Throws: a problem with code `geos` when the overlay fails, or new − old is not gained − lost.
    public func change(from old: DatedGround, to new: DatedGround) throws(Problem) -> ControlChange? {
        let (before, after) = (old.measured.polygons, new.measured.polygons)
        let view = PlanarView(before + after)
        guard !view.isPolar else { return nil }
        let context = try Context()
        let a = try Self.shape(view.polygons.prefix(before.count), in: context)
        let b = try Self.shape(view.polygons.dropFirst(before.count), in: context)
        let parts = new.parts + old.parts
        let gained = measure(try b.difference(a).shape.polygons(), drawnBy: parts)
        let lost = measure(try a.difference(b).shape.polygons(), drawnBy: parts)
        func squareMetres(_ ground: ControlAreaMeasurement) -> Double { ground.area.lonlatSquareMetres }
        let (from, to) = (squareMetres(old.measured), squareMetres(new.measured))
        let missing = (to - from) - (squareMetres(gained) - squareMetres(lost))
        guard abs(missing) <= Self.changeTolerance * max(from, to) else {
            throw Problem(
                .geos,
                "ground got lost in the overlay of two maps: the areas differ by \((to - from) / 1e6) km², gained less lost by \((to - from - missing) / 1e6) km²",
                hint: "check both maps with kgeo validate; a repaired map may overlay")
        }
        return ControlChange(gained: gained, lost: lost)
    }

    private static func shape(
        _ polygons: some Sequence<Polygon>, in context: Context
    ) throws(Problem) -> Shape {
        var clean: [Polygon] = []
        for polygon in polygons {
            let shape = try Shape(polygon: polygon, in: context)
            clean += try shape.validity().isValid ? [polygon] : shape.makeValid(.linework).polygons()
        }
        return try Shape(polygons: clean, in: context)
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
