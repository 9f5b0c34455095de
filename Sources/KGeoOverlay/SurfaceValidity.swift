// Whether surfaces are valid as drawn, decided with exact signs on their doubles.

public import KGeoCore

/// Looks for what is wrong with polygons.
///
/// Every two edges whose boxes meet are held against each other with exact signs; no coordinate is rounded for that. What
/// touches is cut at the places where it does, which are corners as drawn, and how often each face is covered tells
/// whether rings cross there. A fold thinner than the last bit of a coordinate is no fault.
public enum SurfaceValidity {
    /// What is wrong or odd: of each polygon the first error, or else the first of each kind of note; of several polygons
    /// whether they overlap or share an edge, when each is right on its own.
    ///
    /// - Parameter polygons: parts of one surface, longitudes continuous. A hole without places takes nothing away.
    /// - Throws: `coordinate` for a place that is no number or more than 1,440 degrees from 0, naming part and ring.
    public static func findings(_ polygons: [Polygon]) throws(Problem) -> [SurfaceFinding] {
        guard !polygons.contains(where: { $0.rings.contains { $0.positions.count == 0 } }) else {
            return try findingsWithoutEmptyRings(polygons)
        }
        switch QuickLook.look(polygons) {
        case .clean: return []
        case .overlap(let place): return [SurfaceFinding(reason: .partsOverlap, place: place)]
        case .crossing(let place, let part, let rings):
            if polygons.count == 1 {
                return [
                    SurfaceFinding(
                        reason: rings.0 == rings.1 ? .ringCrossesItself : .ringsCross, place: place,
                        part: part, ring: min(rings.0, rings.1))
                ]
            }
        case .unclear: break
        }
        let meetings = try EdgeMeetings(polygons)
        var findings: [SurfaceFinding] = []
        for part in polygons.indices where !polygons[part].rings.isEmpty {
            if let error = meetings.errors[part] {
                findings.append(error)
            } else if meetings.touches[part] {
                findings += try PartCheck.findings(polygons[part], part, meetings)
            } else if let error = meetings.misplaced(part) {
                findings.append(error)
            }
        }
        let drawn = polygons.filter { !$0.rings.isEmpty }
        guard drawn.count > 1, !findings.contains(where: \.isError) else { return findings }
        if let place = meetings.crossingOfParts {
            findings.append(SurfaceFinding(reason: .partsOverlap, place: place))
        } else if let place = meetings.partsMeet || meetings.touches.contains(true)
            ? try PartCheck.overlap(polygons, meetings.scale) : meetings.nestedPart()
        {
            findings.append(SurfaceFinding(reason: .partsOverlap, place: place))
        } else if let place = meetings.edgeOfParts {
            findings.append(SurfaceFinding(reason: .partsShareEdge, place: place))
        }
        return findings
    }

    /// The same without holes that have no places; findings name rings as they were given.
    private static func findingsWithoutEmptyRings(_ polygons: [Polygon]) throws(Problem) -> [SurfaceFinding] {
        let kept = polygons.map { polygon in
            polygon.rings.indices.filter { polygon.rings[$0].positions.count > 0 }
        }
        if let part = kept.firstIndex(where: { !$0.isEmpty && $0[0] > 0 }) {
            // A hole, and no shell around it.
            let hole = polygons[part].rings[kept[part][0]]
            return [
                SurfaceFinding(
                    reason: .tooFewPlaces, place: hole.coordinates.first, part: part, ring: 0)
            ]
        }
        let drawn = zip(polygons, kept).map { polygon, kept in
            Polygon(rings: kept.map { polygon.rings[$0] })
        }
        return try findings(drawn).map { finding in
            var finding = finding
            if let part = finding.part, let ring = finding.ring { finding.ring = kept[part][ring] }
            return finding
        }
    }
}

extension SurfaceValidity {
    /// Whether polygons lie apart: no two of them meet, not even in a place, and none lies in another one's inside. Their
    /// union is what was drawn.
    ///
    /// - Parameter polygons: right each on its own, longitudes continuous.
    /// - Throws: as `findings` does.
    public static func areApart(_ polygons: [Polygon]) throws(Problem) -> Bool {
        let drawn = polygons.filter { !$0.rings.isEmpty }
        guard drawn.count > 1 else { return true }
        if let answer = ApartCheck.areApart(drawn) { return answer }
        guard drawn.count < samples || !haveCommonCorners(drawn) else { return false }
        switch QuickLook.look(drawn) {
        case .clean: return true
        case .overlap, .crossing: return false
        case .unclear: break
        }
        let meetings = try EdgeMeetings(drawn, untilSomeMeet: true)
        return !meetings.partsMeet && !meetings.touches.contains(true)
            && meetings.errors.allSatisfy { $0 == nil } && meetings.nestedPart() == nil
    }

    /// How many corners are looked for in other polygons before all edges are held against each other.
    private static let samples = 512

    /// Whether some corners, chosen from all over, stand in more than one polygon.
    private static func haveCommonCorners(_ polygons: [Polygon]) -> Bool {
        let total = polygons.reduce(0) { $0 + $1.rings[0].positions.count }
        let step = max(1, total / samples)
        var owners: [Coordinate: Int] = [:]
        var passed = 0
        for (number, polygon) in polygons.enumerated() {
            let corners = polygon.rings[0].coordinates
            for i in stride(from: (step - passed % step) % step, to: corners.count, by: step) {
                owners[corners[i]] = number
            }
            passed += corners.count
        }
        for (number, polygon) in polygons.enumerated() {
            for ring in polygon.rings {
                for corner in ring.positions.coordinates {
                    if let owner = owners[corner], owner != number { return true }
                }
            }
        }
        return false
    }
}

/// Faces of polygons whose edges touch.
enum PartCheck {
    static func graph(_ polygons: [Polygon], _ scale: GridScale) throws(Problem) -> FaceGraph {
        let input = try InputSurfaces([polygons], purpose: .cover, scale: scale)
        return try FaceGraph(SnapRounding(input.store, timesToRepresentable: 0))
    }

    /// What is wrong with one polygon none of whose edges cross.
    static func findings(
        _ polygon: Polygon, _ part: Int, _ meetings: EdgeMeetings
    ) throws(Problem) -> [SurfaceFinding] {
        let graph = try graph([polygon], meetings.scale)
        let spans = spans(graph)
        if let half = firstHalf(
            graph,
            where: { face in
                let (count, twice) = (graph.faces[face].cover, graph.faces[face].twice)
                return face > 0 && count != 0 && count != 1 && Grid.double(twice) > 4 * spans[face]
            })
        {
            return [fault(polygon, part, graph, half)]
        }
        guard graph.faces.contains(where: { $0.cover == 1 }) else {
            return [
                SurfaceFinding(
                    reason: polygon.rings.count > 1 ? .duplicateRing : .noInside,
                    place: polygon.rings[0].coordinates.first, part: part, ring: 0)
            ]
        }
        var notes = meetings.notes[part].map { [$0] } ?? []
        let kinds = ContiguousArray(graph.faces.map { $0.cover == 1 ? Int32(0) : -1 })
        let roots = FaceTracing.regions(graph, kinds)
        var regions: Set<Int32> = []
        for face in kinds.indices
        where kinds[face] == 0 && Grid.double(graph.faces[face].twice) > 4 * spans[face] {
            regions.insert(roots[face])
        }
        if regions.count > 1, polygon.rings.count > 1 {
            notes.append(
                SurfaceFinding(
                    reason: .insideCutApart, place: meetings.touchPlaces[part], part: part, ring: nil))
        }
        // A ring that touches itself in places and leaves the inside in one piece draws a hole that way.
        if regions.count == 1, !meetings.followsLines[part] { notes = [] }
        return notes
    }

    /// A place that more than one of several polygons cover, when none of their edges cross.
    static func overlap(_ polygons: [Polygon], _ scale: GridScale) throws(Problem) -> Coordinate? {
        let graph = try graph(polygons, scale)
        let spans = spans(graph)
        let half = firstHalf(graph) { face in
            graph.faces[face].cover > 1 && Grid.double(graph.faces[face].twice) > 4 * spans[face]
        }
        return half.map { graph.original(graph.origin[$0]) }
    }

    /// Of each face the length of its outline, width and height of each edge added.
    private static func spans(_ graph: FaceGraph) -> ContiguousArray<Double> {
        var spans = ContiguousArray<Double>(repeating: 0, count: graph.faces.count)
        for half in graph.origin.indices {
            let (a, b) = (
                graph.points[Int(graph.origin[half])], graph.points[Int(graph.origin[half ^ 1])]
            )
            spans[Int(graph.faceOf[half])] += Double(abs(a.x - b.x)) + Double(abs(a.y - b.y))
        }
        return spans
    }

    private static func firstHalf(_ graph: FaceGraph, where isSought: (Int) -> Bool) -> Int? {
        var known = ContiguousArray<Bool?>(repeating: nil, count: graph.faces.count)
        return graph.faceOf.indices.first { half in
            let face = Int(graph.faceOf[half])
            if let answer = known[face] { return answer }
            let answer = isSought(face)
            known[face] = answer
            return answer
        }
    }

    /// What a face means that is covered less than not at all or more than once.
    private static func fault(
        _ polygon: Polygon, _ part: Int, _ graph: FaceGraph, _ half: Int
    ) -> SurfaceFinding {
        let (a, b) = (
            graph.original(graph.origin[half]), graph.original(graph.origin[half ^ 1])
        )
        let spot = fork(graph, half).map(graph.original) ?? a
        // A hair to the left of the middle of an edge of its outline.
        let (dx, dy) = (b.longitude - a.longitude, b.latitude - a.latitude)
        let beside = Coordinate(
            (a.longitude + b.longitude) / 2 - 1e-6 * dy, (a.latitude + b.latitude) / 2 + 1e-6 * dx)
        var holes: [Int] = []
        var isInShell = false
        for (number, ring) in polygon.rings.enumerated() {
            let turns = turns(of: ring.coordinates, around: beside)
            if abs(turns) > 1 || (turns < 0) == (PlanarArea.of(ring.coordinates) > 0) && turns != 0 {
                return SurfaceFinding(reason: .ringCrossesItself, place: spot, part: part, ring: number)
            }
            guard turns != 0 else { continue }
            if number == 0 { isInShell = true } else { holes.append(number) }
        }
        guard isInShell, holes.count > 1 else {
            return SurfaceFinding(
                reason: holes.isEmpty ? .ringCrossesItself : .holeOutsideShell, place: spot, part: part,
                ring: holes.first ?? 0)
        }
        func corners(_ ring: Int) -> Set<Coordinate> { Set(polygon.rings[ring].coordinates) }
        return SurfaceFinding(
            reason: corners(holes[0]) == corners(holes[1]) ? .duplicateRing : .holesOverlap, place: a,
            part: part, ring: holes[0])
    }

    /// The first corner of a face at which more than two edges meet: there rings cross when the face is at fault.
    private static func fork(_ graph: FaceGraph, _ half: Int) -> Int32? {
        var walk: Set<Int32> = []
        var (here, corners): (Int, [Int32]) = (half, [])
        repeat {
            corners.append(graph.origin[here])
            walk.insert(graph.origin[here])
            here = Int(graph.next[here])
        } while here != half
        var leaving: [Int32: Int] = [:]
        for vertex in graph.origin where walk.contains(vertex) { leaving[vertex, default: 0] += 1 }
        return corners.first { (leaving[$0] ?? 0) > 2 }
    }

    /// How often a ring winds round a place, anticlockwise.
    private static func turns(of ring: [Coordinate], around place: Coordinate) -> Int {
        var turns = 0
        for (a, b) in zip(ring, ring.dropFirst()) {
            let isUp = a.latitude < b.latitude
            let (low, high) = isUp ? (a, b) : (b, a)
            guard low.latitude <= place.latitude, place.latitude < high.latitude,
                Orientation.of(low, high, place) < 0
            else { continue }
            turns += isUp ? -1 : 1
        }
        return turns
    }
}
