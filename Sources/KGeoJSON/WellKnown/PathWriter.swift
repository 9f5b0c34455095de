// Positions of a path, checked and converted, to a sink in blocks: what binary and text have in common.

internal import KGeoCore

/// Takes one path of positions after another. Every position is on the globe before the sink sees it.
final class PathWriter {
    /// What a path is for: it says what the path must be.
    enum Role { case point, points, line, ring }

    private static let blockSize = 1_024
    private let options: ReaderOptions
    private var transform: PositionTransform?
    /// The conversion that was asked for last by a number, which the next geometry mostly asks for again.
    private var known: (srid: Int, transform: PositionTransform?)?
    private var sink: any GeometrySink = NoSink()
    private var keepsFurther = false
    private let block: UnsafeMutablePointer<Coordinate>
    private var blockCount = 0
    private var further: [[Double]] = []
    private var hasFurther = false

    private var role = Role.points
    private var part: Int?
    private var ring: Int?
    private var count = 0
    private var first = (x: 0.0, y: 0.0, height: Double?.none)
    private var last = (x: 0.0, y: 0.0, height: Double?.none)

    init(_ options: ReaderOptions) {
        self.options = options
        block = .allocate(capacity: Self.blockSize)
    }

    deinit { block.deallocate() }

    /// A geometry begins, whose positions go to a sink.
    func start(_ sink: any GeometrySink) {
        self.sink = sink
        keepsFurther = sink.wantsFurtherOrdinates
        transform = options.transform
    }

    /// The geometry says of which reference system its positions are. What the user has asked for goes before.
    func convert(from srid: Int) throws(Problem) {
        guard options.transform == nil else { return }
        if known?.srid != srid { known = (srid, try options.resolveCRS("EPSG:\(srid)")) }
        transform = known?.transform
    }

    /// A path begins; part and ring say where it stands, for messages.
    func begin(_ role: Role, part: Int?, ring: Int?) {
        (self.role, self.part, self.ring) = (role, part, ring)
        count = 0
        blockCount = 0
        hasFurther = false
        further.removeAll(keepingCapacity: true)
    }

    /// The next position, in the order it is written.
    ///
    /// - Parameters:
    ///   - height: the third number, if it is a height; it takes part in the closing of a ring.
    ///   - more: all numbers after the second.
    @inline(__always)
    func add(_ x: Double, _ y: Double, height: Double?, more: @autoclosure () -> [Double]) throws(Problem) {
        last = (x, y, height)
        if count == 0 { first = last }
        let place = options.swapsXY ? Coordinate(y, x) : Coordinate(x, y)
        if transform == nil, !GeometryRules.isOnGlobe(place) {
            throw offGlobe(place, vertex: count)
        }
        block[blockCount] = place
        blockCount += 1
        count += 1
        if keepsFurther {
            let numbers = more()
            if !numbers.isEmpty, !hasFurther {
                hasFurther = true
                further = Array(repeating: [], count: blockCount - 1)
            }
            if hasFurther { further.append(numbers) }
        }
        if blockCount == Self.blockSize { try flush() }
    }

    /// The path has ended.
    ///
    /// - Throws: a problem when a ring is not closed, or a ring or line is too short.
    func end() throws(Problem) {
        try flush()
        switch role {
        case .point, .points: break
        case .line:
            if count < 2 { throw located(PathFault.shortLine(count)) }
        case .ring:
            if count < 4 { throw located(PathFault.shortRing(count)) }
            guard first == last else { throw located(PathFault.openRing) }
        }
        sink.endPath()
    }

    private func flush() throws(Problem) {
        guard blockCount > 0 else { return }
        let buffer = UnsafeMutableBufferPointer(start: block, count: blockCount)
        if let transform {
            let begins = count - blockCount
            do {
                try transform(buffer)
            } catch {
                let i = min(max(error.place.vertex ?? 0, 0), blockCount - 1)
                throw located(error, vertex: begins + i)
            }
            for i in 0..<blockCount where !GeometryRules.isOnGlobe(block[i]) {
                throw offGlobe(block[i], vertex: begins + i)
            }
        }
        sink.positions(Span(_unsafeElements: UnsafeBufferPointer(buffer)))
        if hasFurther { sink.furtherOrdinates(further) }
        hasFurther = false
        blockCount = 0
        further.removeAll(keepingCapacity: true)
    }

    private func offGlobe(_ place: Coordinate, vertex: Int) -> Problem {
        guard place.longitude.isFinite, place.latitude.isFinite else {
            return located(
                Problem(
                    .coordinate,
                    "a position must hold finite numbers, found \(place.longitude) \(place.latitude)",
                    hint: "a coordinate that is not known cannot be measured; leave the geometry out"),
                vertex: vertex)
        }
        return located(
            PathFault.offGlobe(place, isSwapped: options.swapsXY, isConverted: transform != nil),
            vertex: vertex)
    }

    /// A problem with the place of the path at hand.
    func located(_ problem: Problem, vertex: Int? = nil) -> Problem {
        problem.located {
            $0.part = part
            $0.ring = ring
            $0.vertex = role == .point ? nil : vertex
        }
    }
}

/// Where positions go as long as nobody has asked for them.
private final class NoSink: GeometrySink {
    func beginGeometry() {}
    func positions(_ block: Span<Coordinate>) {}
    func endPath() {}
    func endGroup() {}
    func endGeometry(_ type: GeometryType) {}
    func discardGeometry() {}
}
