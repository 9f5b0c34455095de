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
    /// The area of each of its surfaces, where they are pieces that a region leaves of what was drawn.
    public var areas: [AreaMeasurement]?
    /// A part from its polygons.
    public init(polygons: [Polygon], boundaryError: Double?, areas: [AreaMeasurement]? = nil) {
        self.polygons = polygons
        self.boundaryError = boundaryError
        self.areas = areas
    }
}

extension [ControlPart] {
    /// What pieces have; nil for ground that is whole as it was drawn.
    ///
    /// - Parameter overlap: what lies in several of the parts, in m²: it counts once, and is no piece.
    func sumOfPieces(overlap: Double) -> AreaMeasurement? {
        guard overlap == 0, contains(where: { $0.areas != nil }) else { return nil }
        return map { $0.areas?.sum ?? Measuring.ground(of: $0.polygons) }.sum
    }
}

extension AreaMeasurement {
    /// Takes the geodesic area of pieces.
    mutating func take(_ pieces: AreaMeasurement) {
        geodesicSquareMetres = pieces.geodesicSquareMetres
        turnsOverAt = pieces.turnsOverAt
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
    /// The area of each of its polygons, where it is a piece of other ground.
    public var pieceAreas: [AreaMeasurement]?
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
    /// ℓ of the line, in m.
    public var correlationLength: Double
    /// The class of the map, whose mapmaker's part it has.
    public var errorClass: ErrorClass

    /// Whether the formula of the error holds (`FirstOrder`).
    public var isFirstOrder: Bool { isFirstOrder(times: 1) }

    /// Whether it holds where every σ is some factor of what it is.
    func isFirstOrder(times factor: Double) -> Bool {
        FirstOrder.holds(
            line: outline.unitSigma * outline.factor * factor, maker: outline.makerSigma * factor,
            correlationLength: correlationLength, area: area.lonlatSquareMetres,
            outline: outline.uncertainMetres > 0 ? outline.uncertainMetres + outline.borderDrawnMetres : 0)
    }

    /// Its area, and what many fields drawn at random make of it.
    public func simulated(fields: Int, seed: UInt64 = GroundSimulation.defaultSeed) -> SimulatedArea {
        SimulatedArea(
            [outlineRings], correlationLength: correlationLength,
            makerCorrelationLength: errorClass.makerCorrelationLength,
            smaller: SimulatedArea.smaller(until: isFirstOrder(times:)), fields: fields, seed: seed
        ) { $0.first ?? 0 }
    }
}

/// Measures control areas against one set of borders and fronts.
public struct ControlAreaMeasurer: Sendable {
    /// How wide a crack in the ground may be, in m, and be no outline.
    public static let crackTolerance = Hairlines.tolerance
    /// Within this distance, in m, or three times the border's σ, an outline runs along a border.
    public static let borderReach = Outliner.borderReach

    let outliner: Outliner
    let settings: ErrorSettings
    let errorClass: ErrorClass

    /// A measurer for a map.
    ///
    /// - Parameters:
    ///   - borders: reference borders; along them the outline takes their σ (0 when they give none).
    ///   - fronts: stretches of front with a σ of their own.
    ///   - errorClass: the class of the map where none was asked for; nil: that of a map of which nothing is known.
    public init(
        borders: [KnownLine] = [], fronts: [KnownLine] = [], settings: ErrorSettings = ErrorSettings(),
        errorClass: ErrorClass? = nil
    ) {
        self.init(
            borders: Self.index(ofBorders: borders), fronts: fronts, settings: settings,
            errorClass: errorClass)
    }

    /// Borders by the ground near them, for several measurers.
    ///
    /// - Parameter findsOwn: whether the ground was cut along them.
    package static func index(ofBorders lines: [KnownLine], findsOwn: Bool = false) -> KnownLineIndex {
        Outliner.index(ofBorders: lines, findsOwn: findsOwn)
    }

    /// A measurer for a map whose borders others have too.
    package init(
        borders: KnownLineIndex, fronts: [KnownLine], settings: ErrorSettings, errorClass: ErrorClass? = nil
    ) {
        self.errorClass = settings.errorClass ?? errorClass ?? settings.assumedClass
        outliner = Outliner(
            borders: borders, fronts: fronts, fallback: settings.boundaryError, errorClass: self.errorClass,
            isGiven: settings.errorClass != nil)
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
        var drawing = drawing(
            of: dissolved.polygons, nil, without: hairlines, drawnBy: outliner.sigma(of: parts), signs: nil)
        if let pieces = parts.sumOfPieces(overlap: dissolved.overlapSquareMetres) {
            drawing.area.take(pieces)
            drawing.edgeEffect = drawing.area.edgeEffectSquareMetres
        }
        var measured = measure(drawing)
        measured.crackCount = hairlines.count
        measured.crackSquareMetres = hairlines.squareMetres
        measured.overlapSquareMetres = dissolved.overlapSquareMetres
        measured.isLeftApart = dissolved.isLeftApart
        return measured
    }

    /// Refuses an outline that would have too many nodes, a quarter of a correlation length apart.
    private func checkWork(_ polygons: [Polygon]) throws(Problem) {
        // At the usual lengths no outline on the globe is too long.
        guard let length = settings.correlationLength, length < ErrorSettings.defaultCorrelationLength else {
            return
        }
        let metres = Measuring.area(of: polygons).perimeterMetres
        guard metres / (length / 4) > OutlineError.mostNodes else { return }
        let least = Int((4 * metres / OutlineError.mostNodes).rounded(.up))
        throw Problem(
            .scenario,
            "an outline of \(Int(metres / 1e3)) km is too much work at a correlation length of \(JSONNumber(length).text) m",
            remedy: "\(least) m fits, or more: \(.correlationLength)")
    }

    /// The area of dissolved polygons whose outline comes from some parts.
    public func measure(_ polygons: [Polygon], drawnBy parts: [ControlPart]) -> ControlAreaMeasurement {
        measure(polygons, drawnBy: outliner.sigma(of: parts))
    }

    /// The same of pieces of ground whose areas are known.
    func measure(
        _ pieces: (polygons: [Polygon], areas: [AreaMeasurement]), drawnBy sigma: DrawnSigma
    ) -> ControlAreaMeasurement {
        measure(pieces.polygons, pieces.areas, drawnBy: sigma)
    }

    /// Polygons as they are drawn, before their error is known.
    struct Drawing {
        var polygons: [Polygon]
        var pieceAreas: [AreaMeasurement]?
        var area: AreaMeasurement
        var edgeEffect: Double
        var rings: [OutlineError.OutlineRing]
        var isAssumed: Bool
        var correlationLength: Double
    }

    /// The outline of pieces of ground whose areas are known.
    ///
    /// - Parameter signs: of its edges, ring by ring.
    func drawing(
        of pieces: (polygons: [Polygon], areas: [AreaMeasurement]), drawnBy sigma: DrawnSigma,
        signs: [Double]
    ) -> Drawing {
        drawing(of: pieces.polygons, pieces.areas, without: nil, drawnBy: sigma, signs: signs)
    }

    /// - Parameters:
    ///   - cracks: left out of the outline, the perimeter and the error.
    ///   - signs: nil where all are 1.
    private func drawing(
        of polygons: [Polygon], _ pieceAreas: [AreaMeasurement]?, without cracks: Hairlines?,
        drawnBy sigma: DrawnSigma, signs: [Double]?
    ) -> Drawing {
        var area = pieceAreas?.sum ?? Measuring.ground(of: polygons)
        // Both sides of a crack are one line; as geodesics with other corners they would be two.
        let edgeEffect = area.turnsOverAt != nil ? 0 : (cracks?.enclosed ?? area).edgeEffectSquareMetres
        if let enclosed = cracks?.enclosed { area.perimeterMetres = enclosed.perimeterMetres }
        let (rings, isAssumed) = outliner.outline(
            of: cracks?.outline ?? polygons, drawnBy: sigma, signs: signs)
        return Drawing(
            polygons: polygons, pieceAreas: pieceAreas, area: area, edgeEffect: edgeEffect, rings: rings,
            isAssumed: isAssumed,
            correlationLength: settings.correlationLength(isAssumed: isAssumed, of: errorClass))
    }

    private func measure(
        _ polygons: [Polygon], _ pieceAreas: [AreaMeasurement]? = nil, drawnBy sigma: DrawnSigma
    ) -> ControlAreaMeasurement {
        measure(drawing(of: polygons, pieceAreas, without: nil, drawnBy: sigma, signs: nil))
    }

    /// What is drawn, with its error.
    ///
    /// - Parameter error: of its outline, where that is known.
    func measure(_ drawing: Drawing, _ error: OutlineError? = nil) -> ControlAreaMeasurement {
        let (area, isAssumed) = (drawing.area, drawing.isAssumed)
        let outline =
            error
            ?? OutlineError(
                rings: drawing.rings, correlationLength: drawing.correlationLength,
                makerCorrelationLength: errorClass.makerCorrelationLength)
        var value = MeasuredValue(
            area, settings.edges, outline, edgeEffect: drawing.edgeEffect, isAssumed: isAssumed)
        if isAssumed || settings.errorClass != nil { value.errorClass = errorClass.name }
        if CoordinateDigits.mayFeign(area) {
            value.resolution = CoordinateDigits(of: drawing.polygons).resolution(of: area)
        }
        var measured = ControlAreaMeasurement(
            value: value, area: area,
            overlapSquareMetres: 0, polygons: drawing.polygons, pieceAreas: drawing.pieceAreas,
            isLeftApart: false, outline: outline, outlineRings: drawing.rings,
            correlationLength: drawing.correlationLength, errorClass: errorClass)
        measured.value.isFirstOrder = measured.isFirstOrder
        return measured
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
        makerU = outline.makerU
        uncertainty = outline.scale
        uncertainty.c += self.edgeEffect * self.edgeEffect / 3 + outline.makerU * outline.makerU
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
