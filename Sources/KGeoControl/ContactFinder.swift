// Cuts an outline into what is in contact, what runs along a reference, and what is neither.

public import KGeoCore
internal import KGeoMeasure
internal import PROJKit

extension ContactLine {
    /// The contact line of a ground with another, or the outline of a ground alone, less some references.
    ///
    /// An edge is cut where its distance from the other outline or a reference passes the tolerance, found by
    /// halving: distances change no faster than the way along the edge, so nothing between two looks is missed.
    /// The cuts are exact to a hundredth of the tolerance. Edges are geodesics.
    ///
    /// - Parameters:
    ///   - ground: the side whose outline is the line.
    ///   - other: the other side; nil when it is not drawn, and the whole outline is a candidate.
    public init(
        of ground: ControlAreaMeasurement, with other: [Polygon]?, less references: [FrontReference] = [],
        settings: ContactSettings = ContactSettings()
    ) {
        correlationLength = ground.correlationLength
        makerCorrelationLength = ground.errorClass.makerCorrelationLength
        errorClass = ground.value.errorClass
        let outline = OutlineIndex(ground)
        let finder = ContactFinder(ground, other, references, settings)
        referenceMetres = [Double](repeating: 0, count: references.count)
        for ring in ground.polygons.flatMap(\.rings) {
            let pieces = finder.pieces(ring.coordinates)
            for piece in pieces {
                let metres = Measuring.distance(piece.start, piece.end)
                outlineMetres += metres
                switch piece.label {
                case .front: break
                case .apart: apartMetres += metres
                case .reference(let number): referenceMetres[number] += metres
                }
            }
            for places in ContactFinder.runs(pieces) {
                let near = places.map { outline.nearest(to: $0) }
                let stretch = Stretch(
                    places: places, sigmas: near.map { $0?.sigma ?? 0 },
                    makerSigmas: near.map { $0?.makerSigma ?? 0 })
                if !finder.isOnOwnSide(places) {
                    beyondMetres += stretch.metres
                } else if finder.isBeyondDoubt(places) {
                    stretches.append(stretch)
                } else {
                    doubtful.append(stretch)
                }
            }
        }
        stretches.sort { $0.metres > $1.metres }
        doubtful.sort { $0.metres > $1.metres }
    }
}

/// What an outline is held against.
struct ContactFinder {
    enum Label: Hashable {
        case front, apart
        case reference(Int)
    }

    struct Piece {
        var start, end: Coordinate
        var label: Label
    }

    private let other: EdgeIndex?
    private let references: [EdgeIndex]
    /// The edges of all references, each belonging to its number.
    private let all: EdgeIndex
    /// The pieces of references whose drawing may be off by more than the tolerance, by their numbers, and by how much:
    /// three standard deviations.
    private let vague: EdgeIndex
    private let far: [Double]
    private let farthest: Double
    /// The surfaces that bound the ground, by the number of their reference, and on which side of each the ground lies.
    private let surfaces: SurfaceIndex
    private let isInside: [Int: Bool]
    private let insideCount: Int
    private let settings: ContactSettings

    init(
        _ ground: ControlAreaMeasurement, _ other: [Polygon]?, _ references: [FrontReference],
        _ settings: ContactSettings
    ) {
        self.settings = settings
        self.other = other.map { EdgeIndex(EdgeIndex.edges(of: .multiPolygon(MultiPolygon($0)), owner: 0)) }
        let edges = references.enumerated().map { EdgeIndex.edges(of: $1.geometry, owner: $0) }
        self.references = edges.map { EdgeIndex($0) }
        all = EdgeIndex(edges.flatMap(\.self))
        let vague = references.flatMap { reference in
            reference.pieces.isEmpty
                ? [KnownLine(geometry: reference.geometry, boundaryError: reference.boundaryError)]
                : reference.pieces
        }.filter { Self.doubt($0) > settings.referenceTolerance }
        self.vague = EdgeIndex(vague.enumerated().flatMap { EdgeIndex.edges(of: $1.geometry, owner: $0) })
        far = vague.map(Self.doubt)
        farthest = far.max() ?? 0
        let bounds = references.indices.filter { references[$0].bounds }
        surfaces = SurfaceIndex(
            bounds.flatMap { i in references[i].geometry.polygons.map { (polygon: $0, owner: i) } })
        isInside = Self.sides(
            of: bounds.filter { !references[$0].geometry.polygons.isEmpty }, ground.polygons, surfaces, all,
            tolerance: settings.referenceTolerance)
        insideCount = isInside.values.count { $0 }
    }

    /// How far a drawing of the border or coast itself may lie from a line of a reference, in m: three standard deviations
    /// of the two drawings, that of the ground as one mapmaker draws a line anew.
    private static func doubt(_ line: KnownLine) -> Double {
        let (own, drawn) = (line.boundaryError ?? 0, ErrorSettings.redrawSigma)
        return line.boundaryError == nil ? 0 : 3 * (own * own + drawn * drawn).squareRoot()
    }

    /// Whether most of a ground's outline lies inside each of some surfaces, by places taken evenly from its positions;
    /// nothing of one along whose outline all of it runs.
    private static func sides(
        of bounds: [Int], _ ground: [Polygon], _ surfaces: SurfaceIndex, _ outlines: EdgeIndex,
        tolerance: Double
    ) -> [Int: Bool] {
        guard !bounds.isEmpty else { return [:] }
        let places = ground.flatMap(\.rings).flatMap(\.coordinates)
        let looks = stride(from: 0, to: places.count, by: max(1, places.count / 1_000)).map { places[$0] }
        var (along, inside): ([Int: Int], [Int: Int]) = ([:], [:])
        for look in looks {
            // What runs along the outline of the surfaces may be drawn on either side of it.
            let near = Set(outlines.owners(within: tolerance, of: look))
            for owner in near { along[owner, default: 0] += 1 }
            for owner in surfaces.owners(around: look) where !near.contains(owner) {
                inside[owner, default: 0] += 1
            }
        }
        var sides: [Int: Bool] = [:]
        for number in bounds {
            let apart = looks.count - (along[number] ?? 0)
            if apart > 0 { sides[number] = 2 * (inside[number] ?? 0) > apart }
        }
        return sides
    }

    /// A ring's edges, cut where their label changes.
    func pieces(_ ring: [Coordinate]) -> [Piece] {
        var result: [Piece] = []
        for (a, b) in zip(ring, ring.dropFirst()) where a != b { cut(a, b, into: &result) }
        return result
    }

    private func cut(_ a: Coordinate, _ b: Coordinate, into result: inout [Piece]) {
        let line = Geodesic.wgs84.line(from: a, to: b)
        let precision = min(settings.tolerance, settings.referenceTolerance) / 100
        func place(_ metres: Double) -> Coordinate {
            metres <= 0 ? a : metres >= line.length ? b : line.position(atDistance: metres).coordinate
        }
        var stack = [(from: 0.0, to: line.length)]
        while let (from, to) = stack.popLast() {
            let half = (to - from) / 2
            let label = self.label(
                place((from + to) / 2), ends: (place(from), place(to)), half: half <= precision / 2 ? 0 : half
            )
            guard let label else {
                stack.append(((from + to) / 2, to))
                stack.append((from, (from + to) / 2))
                continue
            }
            if from > 0, let last = result.last, last.label == label {
                result[result.count - 1].end = place(to)
            } else {
                result.append(Piece(start: place(from), end: place(to), label: label))
            }
        }
    }

    /// What a piece of an edge is, `half` metres to each side of its middle; nil when its places may differ.
    private func label(
        _ middle: Coordinate, ends: (Coordinate, Coordinate), half: Double
    ) -> Label? {
        let tolerance = settings.referenceTolerance
        if let nearest = all.nearest(to: middle, within: tolerance + half) {
            // Only what comes within the tolerance of the middle can hold all of the piece.
            guard nearest.distance <= tolerance else { return nil }
            for i in all.owners(within: tolerance, of: middle)
            where Self.isNear(references[i], tolerance, middle, ends, half) == true { return .reference(i) }
            return nil
        }
        guard let other else { return .front }
        switch Self.isNear(other, settings.tolerance, middle, ends, half) {
        case true: return .front
        case false: return .apart
        case nil: return nil
        }
    }

    /// Whether a piece lies within a tolerance of some edges; nil when that may not hold for all of it alike.
    ///
    /// The distance of a place changes by no more than the way to it. And the distance from one edge is convex along
    /// another, but for the curvature of the Earth (L²/8R² of it, 30 ppm at 100 km): with both ends of a piece within
    /// the tolerance of one edge, all of it is.
    private static func isNear(
        _ index: EdgeIndex, _ tolerance: Double, _ middle: Coordinate, _ ends: (Coordinate, Coordinate),
        _ half: Double
    ) -> Bool? {
        guard let hit = index.nearest(to: middle, within: tolerance + half) else { return false }
        if hit.distance <= tolerance - half { return true }
        guard hit.distance <= tolerance else { return nil }
        func isWithin(_ end: Coordinate) -> Bool {
            index.nearest(to: end, within: tolerance) { $0 == hit.edge } != nil
        }
        return isWithin(ends.0) && isWithin(ends.1) ? true : nil
    }

    /// The runs of front among the pieces of a ring, each without a gap; one that runs over the ring's first
    /// place is one run.
    static func runs(_ pieces: [Piece]) -> [[Coordinate]] {
        guard let first = pieces.first else { return [] }
        guard let cut = pieces.firstIndex(where: { $0.label != .front }) else {
            return [[first.start] + pieces.map(\.end)]
        }
        var runs: [[Coordinate]] = []
        var run: [Coordinate] = []
        for piece in pieces[cut...] + pieces[..<cut] {
            if piece.label == .front {
                if run.isEmpty { run = [piece.start] }
                run.append(piece.end)
            } else if !run.isEmpty {
                runs.append(run)
                run = []
            }
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }

    /// Whether a run lies on the ground's side of every surface that bounds it. It keeps away from their outlines,
    /// so that one place stands for all.
    func isOnOwnSide(_ run: [Coordinate]) -> Bool {
        let around = surfaces.owners(around: run[run.count / 2]).compactMap { isInside[$0] }
        return !around.contains(false) && around.count == insideCount
    }

    /// Whether a run leaves every piece of a reference at one place by more than three standard deviations of its drawing.
    func isBeyondDoubt(_ run: [Coordinate]) -> Bool {
        guard farthest > settings.referenceTolerance else { return true }
        var stack = Array(zip(run, run.dropFirst()))
        while let (a, b) = stack.popLast() {
            let line = Geodesic.wgs84.line(from: a, to: b)
            let half = line.length / 2
            let middle = line.position(atDistance: half).coordinate
            var isFar = true
            var mayBeFar = true
            for i in vague.owners(within: farthest, of: middle) {
                let own = vague.nearest(to: middle, within: far[i]) { vague.edges[$0].owner == i }
                guard let own else { continue }
                isFar = false
                if own.distance + half <= far[i] { mayBeFar = false }
            }
            if isFar { return true }
            if mayBeFar, half > settings.referenceTolerance / 20 {
                stack.append((a, middle))
                stack.append((middle, b))
            }
        }
        return false
    }
}
