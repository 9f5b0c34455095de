// The area of several control polygons with its error: union, both edge models, uncertain outline.

public import KGeoCore
public import KGeoMeasure
internal import KGeoSurface

/// One feature's polygons and how well their outline is known.
public struct ControlPart: Hashable, Sendable {
    /// Its surfaces, in degrees.
    public var polygons: [Polygon]
    /// σ of the outline in m, where the feature gives one.
    public var boundaryError: Double?
    /// A part from its polygons.
    public init(polygons: [Polygon], boundaryError: Double?) {
        self.polygons = polygons
        self.boundaryError = boundaryError
    }
}

/// A reference border or a stretch of front, with its own σ.
public struct KnownLine: Hashable, Sendable {
    /// Where it runs, in degrees.
    public var geometry: Geometry
    /// σ in m; nil when the feature gives none.
    public var boundaryError: Double?
    /// A line from its geometry.
    public init(geometry: Geometry, boundaryError: Double?) {
        self.geometry = geometry
        self.boundaryError = boundaryError
    }
}

/// What the error of a control area depends on.
public struct ErrorSettings: Hashable, Sendable {
    /// σ of a control line that says nothing of itself, in m.
    public static let assumedBoundaryError = 250.0
    /// ℓ when none is given, in m.
    public static let defaultCorrelationLength = 5_000.0

    /// σ for outlines without one of their own, in m; nil: 250 m, marked as assumed.
    public var boundaryError: Double?
    /// Correlation length of the line's displacement, in m.
    public var correlationLength: Double
    /// The edge model of the area.
    public var edges: EdgeModel

    /// Settings; the defaults are those of the scenario format.
    public init(
        boundaryError: Double? = nil, correlationLength: Double = ErrorSettings.defaultCorrelationLength,
        edges: EdgeModel = .geodesic
    ) {
        self.boundaryError = boundaryError
        self.correlationLength = correlationLength
        self.edges = edges
    }
}

/// A control area as measured.
public struct ControlAreaMeasurement: Hashable, Sendable {
    /// The area in m² with its error.
    public var value: MeasuredValue
    /// Both edge models and the perimeter.
    public var area: AreaMeasurement
    /// Area covered more than once, in m².
    public var overlapSquareMetres: Double
    /// The dissolved surface.
    public var polygons: [Polygon]
    /// Whether shapes around a pole were added up without dissolving.
    public var isLeftApart: Bool
    /// The error that the outline gives.
    public var outline: OutlineError
    /// The outline itself, each edge with its σ.
    public var outlineRings: [OutlineError.OutlineRing]
    /// Cracks narrower than `ControlAreaMeasurer.crackTolerance` with ground on both sides: neither they nor their two
    /// sides count in the outline, the perimeter and the error. Their area, in m², is not that of the ground.
    public var crackCount = 0
    /// The area of the cracks, in m².
    public var crackSquareMetres = 0.0
}

/// Measures control areas against one set of borders and fronts.
public struct ControlAreaMeasurer: Sendable {
    /// How wide a crack in the ground may be, in m, and be no outline.
    public static let crackTolerance = Hairlines.tolerance
    /// Within this distance, in m, or three times the border's σ, an outline runs along a border.
    public static let borderReach = Outliner.borderReach

    let outliner: Outliner
    let settings: ErrorSettings

    /// A measurer for a map.
    ///
    /// - Parameters:
    ///   - borders: reference borders; along them the outline takes their σ (0 when they give none).
    ///   - fronts: stretches of front with a σ of their own.
    public init(
        borders: [KnownLine] = [], fronts: [KnownLine] = [], settings: ErrorSettings = ErrorSettings()
    ) {
        outliner = Outliner(borders: borders, fronts: fronts, fallback: settings.boundaryError)
        self.settings = settings
    }

    /// The area of the union of some parts; 0 ± 0 for none.
    ///
    /// - Throws: a problem when the parts cannot be dissolved, and `scenario` for an outline that is far too long for the
    ///   correlation length.
    public func measure(_ parts: [ControlPart]) throws(Problem) -> ControlAreaMeasurement {
        let dissolved = try Dissolve.union(parts.flatMap(\.polygons))
        try checkWork(dissolved.polygons)
        let hairlines = Hairlines(dissolved.polygons, touching: dissolved.touching)
        var measured = measure(
            dissolved.polygons, without: hairlines, drawnBy: outliner.sigma(of: parts))
        measured.crackCount = hairlines.count
        measured.crackSquareMetres = hairlines.squareMetres
        measured.overlapSquareMetres = dissolved.overlapSquareMetres
        measured.isLeftApart = dissolved.isLeftApart
        return measured
    }

    /// Refuses an outline that would be walked in too many steps of half a correlation length.
    private func checkWork(_ polygons: [Polygon]) throws(Problem) {
        let length = settings.correlationLength
        // At the usual length no outline on the globe is too long.
        guard length < ErrorSettings.defaultCorrelationLength else { return }
        let metres = Measuring.area(of: polygons).perimeterMetres
        guard metres / (length / 2) > DividerWalk.mostSteps else { return }
        let least = Int((2 * metres / DividerWalk.mostSteps).rounded(.up))
        throw Problem(
            .scenario,
            "an outline of \(Int(metres / 1e3)) km is too much work at a correlation length of \(JSONNumber(length).text) m",
            remedy: "\(least) m fits, or more: \(.correlationLength)")
    }

    /// The area of dissolved polygons whose outline comes from some parts.
    public func measure(_ polygons: [Polygon], drawnBy parts: [ControlPart]) -> ControlAreaMeasurement {
        measure(polygons, without: nil, drawnBy: outliner.sigma(of: parts))
    }

    /// The same, where the σ of the parts is asked for more than once.
    func measure(_ polygons: [Polygon], drawnBy sigma: DrawnSigma) -> ControlAreaMeasurement {
        measure(polygons, without: nil, drawnBy: sigma)
    }

    /// The same with cracks left out of the outline, the perimeter and the error.
    private func measure(
        _ polygons: [Polygon], without cracks: Hairlines?, drawnBy sigma: DrawnSigma
    ) -> ControlAreaMeasurement {
        var area = Measuring.area(of: polygons)
        // Both sides of a crack are one line; as geodesics with other corners they would be two.
        let edgeEffect = (cracks?.enclosed ?? area).edgeEffectSquareMetres
        if let enclosed = cracks?.enclosed { area.perimeterMetres = enclosed.perimeterMetres }
        let (rings, isAssumed) = outliner.outline(of: cracks?.outline ?? polygons, drawnBy: sigma)
        let outline = OutlineError(rings: rings, correlationLength: settings.correlationLength)
        var value = MeasuredValue(
            area, settings.edges, outline, edgeEffect: edgeEffect, isAssumed: isAssumed)
        if CoordinateDigits.mayFeign(area) {
            value.resolution = CoordinateDigits(of: polygons).resolution(perimeter: area.perimeterMetres)
        }
        return ControlAreaMeasurement(
            value: value, area: area,
            overlapSquareMetres: 0, polygons: polygons, isLeftApart: false, outline: outline,
            outlineRings: rings)
    }
}

extension MeasuredValue {
    /// An area in m² with the error of its outline.
    init(
        _ area: AreaMeasurement, _ edges: EdgeModel, _ outline: OutlineError, edgeEffect: Double? = nil,
        isAssumed: Bool
    ) {
        self.init(
            value: area.squareMetres(edges), boundaryU: outline.u,
            edgeEffect: edgeEffect ?? area.edgeEffectSquareMetres)
        boundaryUDrawn = outline.uDrawn
        uncertainty = outline.scale
        uncertainty.c += self.edgeEffect * self.edgeEffect / 3
        outlineMetres = outline.uncertainMetres
        outlineDrawnMetres = outline.uncertainDrawnMetres
        perMetre = outlineMetres
        boundaryErrorMetres = outline.commonSigma
        boundaryErrorRange = outline.sigmaRange
        boundaryErrorAssumed = isAssumed
        sigmaUnitMetres = outline.unitSigma
        sigmaFactor = outline.factor
    }
}
