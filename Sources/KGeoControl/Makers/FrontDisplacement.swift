// How far one map's line lies from another's, place by place along their front.

public import KGeoCore
internal import KGeoMeasure

/// What of two maps is compared, and how.
public struct DisplacementSettings: Hashable, Sendable {
    /// The region in which a ground's outline can be front; empty: everywhere.
    public var region: [Polygon]
    /// How far from the outline of the region a front keeps, in m: nearer to it, border and coast are compared.
    public var lineInset: Double
    /// How far from it ground between the two lines is counted, in m.
    public var groundInset: Double
    /// Only the part of the front in this box is compared; nil: all of it.
    public var box: BoundingBox?
    /// Lines and stretches of front shorter than this, in m, are left out.
    public var shortest: Double

    /// The distance between two places of a front, in m.
    public static let spacing = 250.0
    /// How far from a place ground may lie and still belong to it, in m.
    public static let reach = 15_000.0

    /// Settings; the defaults are those with which drawn lines were compared to find their classes.
    public init(
        region: [Polygon] = [], lineInset: Double = 6_000, groundInset: Double = 3_000,
        box: BoundingBox? = nil, shortest: Double = 20_000
    ) {
        self.region = region
        self.lineInset = lineInset
        self.groundInset = groundInset
        self.box = box
        self.shortest = shortest
    }
}

/// The region of a comparison made ready, so that many maps can be compared in it.
public struct DisplacementField: Sendable {
    let settings: DisplacementSettings
    let plane: EqualAreaPlane
    let lineMask, groundMask: InsetMask?

    /// A field for some maps.
    ///
    /// - Parameter ground: the ground of one of them, where no region is given.
    public init(_ settings: DisplacementSettings, around ground: [Polygon]) {
        self.settings = settings
        let plane = EqualAreaPlane(around: settings.region.isEmpty ? ground : settings.region)
        self.plane = plane
        let region = settings.region
        lineMask = region.isEmpty ? nil : InsetMask(region, inset: settings.lineInset, in: plane)
        groundMask = region.isEmpty ? nil : InsetMask(region, inset: settings.groundInset, in: plane)
    }

    /// The front of a ground, as even places.
    func samples(_ ground: [Polygon], reach: Double, shortest: Double? = nil) -> FrontSamples {
        FrontSamples(
            ground, in: plane, mask: lineMask, spacing: DisplacementSettings.spacing,
            shortest: shortest ?? settings.shortest, reach: reach)
    }

    /// The length of a ground's front in the box at the ruler for comparing, in m.
    func frontMetres(_ ground: [Polygon]) -> Double {
        var sum = 0.0
        var line: (number: Int, places: [Coordinate])?
        func finish() {
            let ruler = FrontLengths.comparisonRuler
            sum += line.map { DividerWalk.lengths(of: $0.places, rulers: [ruler])[0] } ?? 0
            line = nil
        }
        for sample in samples(ground, reach: 0).samples {
            if line?.number != sample.line || !has(sample.place) { finish() }
            guard has(sample.place) else { continue }
            if line == nil { line = (sample.line, []) }
            line?.places.append(sample.place)
        }
        finish()
        return sum
    }

    /// Whether a place counts as one of the front that is compared.
    func has(_ place: Coordinate) -> Bool {
        guard let box = settings.box else { return true }
        return box.contains(place)
    }
}

/// The displacement of one map's front from another's.
public struct FrontDisplacement: Hashable, Sendable {
    /// A stretch of front without a gap.
    public struct Stretch: Hashable, Sendable {
        /// Even places along the first map's line.
        public var places: [Coordinate]
        /// How far the second line lies outside the first there, in m; negative where inside.
        public var metres: [Double]
    }

    /// The stretches along the first map's line.
    public let stretches: [Stretch]

    /// The displacement between two grounds: all ground between the two lines goes to the nearest place of the first, and
    /// ground over length is the displacement there.
    ///
    /// - Parameters:
    ///   - ground: the first ground; its line is followed.
    ///   - onlyFirst, onlySecond: what each has alone.
    public init(
        of ground: [Polygon], onlyFirst: [Polygon], onlySecond: [Polygon], in field: DisplacementField
    ) {
        let front = field.samples(ground, reach: DisplacementSettings.reach)
        var areas = [Double](repeating: 0, count: front.samples.count)
        for (polygons, sign) in [(onlyFirst, -1.0), (onlySecond, 1.0)] {
            GroundScan.cells(of: polygons, in: field.plane) { point, area in
                guard let place = front.nearest(to: point), field.groundMask?.contains(point) ?? true else {
                    return
                }
                areas[place] += sign * area
            }
        }
        var stretches: [Stretch] = []
        var stretch = Stretch(places: [], metres: [])
        var line: Int?
        func finish() {
            // A stretch counts when it is longer than the shortest, not as long as it.
            if Double(stretch.places.count) * DisplacementSettings.spacing > field.settings.shortest {
                stretches.append(stretch)
            }
            stretch = Stretch(places: [], metres: [])
        }
        for (sample, area) in zip(front.samples, areas) {
            let isIn = field.has(sample.place)
            if !isIn || sample.line != line { finish() }
            line = sample.line
            guard isIn else { continue }
            stretch.places.append(sample.place)
            stretch.metres.append(area / DisplacementSettings.spacing)
        }
        finish()
        self.stretches = stretches
    }

    /// A part of a stretch, and what its displacement comes to.
    public struct Part: Hashable, Sendable {
        /// Even places along it.
        public let places: [Coordinate]
        /// The displacement at each, in m.
        public let metres: [Double]
        /// Length, in m.
        public var length: Double { Double(places.count) * DisplacementSettings.spacing }
        /// The mean and the middle of the displacement, in m.
        public var mean: Double { metres.reduce(0, +) / Double(max(1, metres.count)) }
        /// The middle of the displacement, in m.
        public var median: Double { DisplacementStatistics.quantile(metres.sorted(), 0.5) }
        /// Its root mean square, in m.
        public var rms: Double {
            (metres.reduce(0) { $0 + $1 * $1 } / Double(max(1, metres.count))).squareRoot()
        }
    }

    /// The stretches in parts of about a length, in m, none shorter than half of it where the stretch is not.
    public func parts(of length: Double) -> [Part] {
        stretches.flatMap { stretch in
            let all = stretch.places.count
            let count = max(1, Int((Double(all) * DisplacementSettings.spacing / length).rounded()))
            return (0..<count).map { number in
                let range = all * number / count..<all * (number + 1) / count
                return Part(places: Array(stretch.places[range]), metres: Array(stretch.metres[range]))
            }
        }
    }

    /// What the displacement comes to.
    public var statistics: DisplacementStatistics {
        DisplacementStatistics(stretches.map(\.metres), spacing: DisplacementSettings.spacing)
    }
}

extension BoundingBox {
    /// Whether a place lies in the box or on its edge; boxes across the antimeridian reach beyond 180°.
    fileprivate func contains(_ place: Coordinate) -> Bool {
        let east = west + Longitude.step(west, place.longitude)
        return (south...north).contains(place.latitude)
            && ((west...self.east).contains(east) || (west...self.east).contains(east + 360))
    }
}
