// Area and perimeter of a geometry as a reader hands it over.

public import KGeoCore

/// Measures one geometry after another: surfaces alone count, lines and points are 0.
///
/// The area of a polygon is |shell| − Σ |holes|, by role and never by winding; the perimeter includes the
/// holes.
public final class AreaSink: GeometrySink {
    private var ring = RingAccumulator()
    private var isShell = true
    private var ringNumber = 0
    private var (shellBox, ringBox) = (RingBox(), RingBox())
    private var lap = LapWatch()
    /// The rings of the geometry by what tells them apart, as far as it has several.
    private var known: [RingMark: Double] = [:]
    /// So many are remembered, and no more.
    private static let mostKnown = 100_000
    private var firstRing: (mark: RingMark, squareMetres: Double)?
    private var polygon = AreaMeasurement()
    private var surface = AreaMeasurement()
    private var total = AreaMeasurement()
    private var pendingNotes: [RingNote] = []
    private var digits = CoordinateDigits()
    private var digitCount = 0
    /// The first so many positions tell with how many decimals all are written: of sixteen numbers not all end in 0 by
    /// chance. More of them cost time in every feature, for a note that hardly any needs.
    private static let digitPlaces = 8

    /// The rings of the geometry at hand, or of the last one, that turn over.
    private(set) var turned = TurnedRings()

    /// Notes on the rings of the geometry measured last.
    public private(set) var notes: [RingNote] = []

    /// A sink that has measured nothing.
    public init() {}

    /// The measures since the last call, which are then forgotten.
    public func take() -> AreaMeasurement {
        defer { total = AreaMeasurement() }
        return total
    }

    /// The decimals of the positions since the last call, which are then forgotten.
    public func takeDigits() -> CoordinateDigits {
        defer { (digits, digitCount) = (CoordinateDigits(), 0) }
        return digits
    }

    /// The notes since the last call, which are then forgotten.
    public func takeNotes() -> [RingNote] {
        defer { notes = [] }
        return notes
    }

    public func beginGeometry() {
        reset()
        turned = TurnedRings()
    }

    public func positions(_ block: Span<Coordinate>) {
        ring.add(block)
        ringBox.add(block)
        lap.add(block)
        guard digitCount < Self.digitPlaces else { return }
        let count = min(block.count, Self.digitPlaces - digitCount)
        for i in 0..<count { digits.add(block[i]) }
        digitCount += count
    }

    public func endPath() {
        let measured = ring.finish()
        ring.reset()
        let sign = isShell ? 1.0 : -1.0
        polygon.geodesicSquareMetres += sign * measured.geodesicSquareMetres
        polygon.lonlatSquareMetres += sign * measured.lonlatSquareMetres
        polygon.perimeterMetres += measured.perimeterMetres
        polygon.vertexCount += measured.vertexCount
        if !measured.notes.isEmpty { pendingNotes += measured.notes }
        if measured.turnsOver { turned.add(measured, isShell: isShell) }
        if lap.isSecond { pendingNotes.append(.runsTwice(ring: ringNumber)) }
        lap = LapWatch()
        if isKnown(measured) { pendingNotes.append(.standsTwice(ring: ringNumber)) }
        if isShell {
            shellBox = ringBox
        } else if !shellBox.mayHold(ringBox) {
            pendingNotes.append(.holeBeyondShell(ring: ringNumber))
        }
        ringBox = RingBox()
        ringNumber += 1
        isShell = false
    }

    public func endGroup() {
        if polygon.geodesicSquareMetres < 0 { pendingNotes.append(.holesExceedShell) }
        surface += polygon
        polygon = AreaMeasurement()
        isShell = true
        ringNumber = 0
    }

    public func endGeometry(_ type: GeometryType) {
        if type == .polygon || type == .multiPolygon {
            total += surface
            notes += pendingNotes
        }
        reset()
    }

    public func discardGeometry() {
        reset()
        total = AreaMeasurement()
        notes = []
        (digits, digitCount) = (CoordinateDigits(), 0)
    }

    /// Whether a ring of the same role is like this one.
    private func isKnown(_ measured: RingMeasurement) -> Bool {
        let mark = RingMark(box: ringBox, vertexCount: measured.vertexCount, isShell: isShell)
        let area = measured.lonlatSquareMetres
        guard let first = firstRing else {
            firstRing = (mark, area)
            return false
        }
        guard known.count < Self.mostKnown else { return false }
        // Most geometries have one ring, which needs no table.
        if known.isEmpty { known[first.mark] = first.squareMetres }
        guard let other = known.updateValue(area, forKey: mark), area > 0 else { return false }
        return abs(area - other) <= 1e-12 * area
    }

    private func reset() {
        ring.reset()
        lap = LapWatch()
        firstRing = nil
        if !known.isEmpty { known = [:] }
        isShell = true
        ringNumber = 0
        ringBox = RingBox()
        polygon = AreaMeasurement()
        surface = AreaMeasurement()
        pendingNotes = []
    }
}

/// What two copies of one ring have in common, wherever they begin.
private struct RingMark: Hashable {
    var box: RingBox
    var vertexCount: Int
    var isShell: Bool
}

/// Watches whether a ring begins once more before it ends.
private struct LapWatch {
    private var start: Coordinate?
    private var second: Coordinate?
    private var isAtStart = false
    /// Whether it has gone along its first edge again.
    private(set) var isSecond = false

    mutating func add(_ block: Span<Coordinate>) {
        var next = 0
        while next < block.count, second == nil {
            if start == nil { start = block[next] } else if block[next] != start { second = block[next] }
            next += 1
        }
        guard let start, let second else { return }
        for i in next..<block.count {
            if isAtStart {
                if block[i] == second { isSecond = true }
                isAtStart = block[i] == start
            } else if block[i].longitude == start.longitude {
                isAtStart = block[i] == start
            }
        }
    }
}

/// The least and the greatest longitude and latitude of a ring as drawn.
private struct RingBox: Hashable {
    private var low = SIMD2(repeating: Double.infinity)
    private var high = SIMD2(repeating: -Double.infinity)

    mutating func add(_ block: Span<Coordinate>) {
        var (low, high) = (low, high)
        for i in block.indices {
            let place = SIMD2(block[i].longitude, block[i].latitude)
            low = low.replacing(with: place, where: place .< low)
            high = high.replacing(with: place, where: place .> high)
        }
        (self.low, self.high) = (low, high)
    }

    /// Whether another box lies within this one but for a centimetre, perhaps a whole turn away. A box wider than half
    /// the globe may be that of a ring over the antimeridian, which lies elsewhere.
    func mayHold(_ other: RingBox) -> Bool {
        guard high[0] - low[0] <= 180, other.high[0] - other.low[0] <= 180, other.low[0].isFinite else {
            return true
        }
        let middles = (low[0] + high[0] - other.low[0] - other.high[0]) / 2
        let turn = SIMD2(360 * (middles / 360).rounded(), 0)
        let reach = SIMD2(repeating: 1e-7)
        return all(other.low + turn .>= low - reach) && all(other.high + turn .<= high + reach)
    }
}
