// What a side gained and lost from one map to another: raw, what may be noise, how far and how fast.

public import KGeoCore
public import KGeoMeasure

/// What a change is measured with.
public struct ChangeSettings: Sendable {
    /// How well outlines are known where they do not say.
    public var errors: ErrorSettings
    /// k: pieces thinner than 2·√(σ₁² + σ₂²)·k are noise.
    public var noiseFactor: Double
    /// Reference borders and stretches of front with a σ of their own.
    public var borders: [KnownLine]
    /// Stretches of front with a σ of their own.
    public var fronts: [KnownLine]

    /// Settings; the defaults are those of the scenario format.
    public init(
        errors: ErrorSettings = ErrorSettings(), noiseFactor: Double = 1, borders: [KnownLine] = [],
        fronts: [KnownLine] = []
    ) {
        self.errors = errors
        self.noiseFactor = noiseFactor
        self.borders = borders
        self.fronts = fronts
    }

    /// A measurer with these borders and fronts, for maps of a class.
    func control(_ errorClass: ErrorClass) -> ControlAreaMeasurer {
        ControlAreaMeasurer(borders: borders, fronts: fronts, settings: errors, errorClass: errorClass)
    }
}

/// The change between two maps.
public struct MapChange: Sendable {
    /// The earlier and the later map.
    public var old, new: GroundMap
    /// Both areas, and what was gained and lost, in both edge models; conservation has been checked.
    public var ground: GroundChange
    /// Days from the one map to the other; nil when one has no date.
    public var days: Int?
    /// Ground gained, lost, and the one less the other, in m² with the error of the changed outline alone.
    public var gained, lost, net: MeasuredValue
    /// The pieces, gained ones first.
    public var patches: [ChangePatch]
    /// The same without the pieces that may be noise.
    public var realGained, realLost, realNet: MeasuredValue
    /// The class of the two maps, by how fast the ground changed between them.
    public var errorClass: ErrorClass
    /// Whether the formula of the error holds on both maps.
    public var isFirstOrder = true
    /// How far the front has moved forward and back from the line as it was; nil where it has not, or only by what may be
    /// noise.
    public var advance, retreat: Advance?

    /// The change from one map to a later one.
    ///
    /// - Throws: `geos` when the overlay fails or loses ground; `topology` around a pole.
    public init(from old: GroundMap, to new: GroundMap, settings: ChangeSettings) throws(Problem) {
        self.old = old
        self.new = new
        ground = try Self.change(from: old, to: new)
        if let from = old.date, let to = new.date { days = from.days(to: to) }
        errorClass = settings.errors.classes.chosen(speed: ground.speed(days: days), namesMaker: false)
        let control = settings.control(errorClass)
        let parts = new.ground.parts + old.ground.parts
        let sides = ChangeSides(of: ground, old: old.ground.polygons, new: new.ground.polygons)
        let measured = control.measure(ground, drawnBy: parts, between: sides)
        patches = measured.patches(factor: settings.noiseFactor)
        (gained, lost, net) = Self.values(measured, control)
        let (line, makerSigma) = (
            net.sigmaUnitMetres * net.sigmaFactor,
            max(measured.gained.outline.makerSigma, measured.lost.outline.makerSigma)
        )
        isFirstOrder = [old, new].allSatisfy { map in
            FirstOrder.holds(
                line: line, maker: makerSigma, correlationLength: measured.gained.correlationLength,
                area: map.ground.area.lonlatSquareMetres, outline: map.ground.area.perimeterMetres)
        }
        let real = patches.filter { !$0.isNoise }
        let (won, gone) = (real.filter(\.isGain), real.filter { !$0.isGain })
        if real.count == patches.count {
            (realGained, realLost, realNet) = (gained, lost, net)
        } else {
            let kept = control.measure(
                gained: won.pieces, lost: gone.pieces,
                drawnBy: control.outliner.sigma(of: parts),
                between: sides)
            (realGained, realLost, realNet) = Self.values(kept, control)
        }
        let before = real.isEmpty ? nil : Advance.Outline(of: old.ground.polygons)
        advance = before.flatMap { Advance(of: won, from: $0) }
        retreat = before.flatMap { Advance(of: gone, from: $0) }
    }

    /// What was gained and lost alone, without error and pieces.
    ///
    /// - Throws: as the change itself.
    public static func change(from old: GroundMap, to new: GroundMap) throws(Problem) -> GroundChange {
        do throws(Problem) {
            if let change = try GroundChange(
                from: old.ground.polygons, to: new.ground.polygons, oldArea: old.ground.area,
                newArea: new.ground.area)
            {
                return change
            }
            throw Problem(.topology, "ground around a pole cannot be laid over other ground")
        } catch {
            throw error.inFile("\(old.file) and \(new.file)")
        }
    }

    static func values(
        _ change: ControlChange, _ control: ControlAreaMeasurer
    ) -> (MeasuredValue, MeasuredValue, MeasuredValue) {
        (control.sum(of: [change.gained]), control.sum(of: [change.lost]), change.net)
    }

    /// Area of the pieces that may be noise, in both edge models.
    public func noise(gained isGain: Bool) -> AreaMeasurement {
        patches.reduce(into: AreaMeasurement()) { sum, patch in
            if patch.isNoise, patch.isGain == isGain { sum += patch.area }
        }
    }

    /// Standard deviation in days of the time between two maps: a map is of a day, and half a day is taken as the
    /// standard deviation of each of the two moments at which what it shows was so.
    public static let spanSigmaDays = 0.5.squareRoot()

    /// A change per day, with the error of the time. Nil without two different days.
    package func perDay(_ value: MeasuredValue) -> (squareMetres: Double, u: Double)? {
        guard let days, days != 0 else { return nil }
        let span = Double(days)
        let rate = value.value / span
        let time = Self.spanSigmaDays / span * rate
        let line = value.u / span
        return (rate, (line * line + time * time).squareRoot())
    }
}
