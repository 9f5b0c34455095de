// Whether a drawn surface means something: rings that cross themselves, holes outside, parts that overlap.

internal import GEOSKit
public import KGeoCore
internal import KGeoOverlay

/// What is wrong or odd with the topology of a surface.
public struct TopologyFinding: Hashable, Sendable {
    /// An error makes the area meaningless; a note does not.
    public var isError: Bool
    /// What, in words.
    public var message: String
    /// Where on the globe, if that is known.
    public var place: Coordinate?
    /// The part of a MultiPolygon, from 0; nil when it concerns several.
    public var part: Int?
}

/// Looks at the topology of surfaces, on unwrapped longitudes or in a polar plane.
public enum Topology {
    /// What is wrong or odd with one feature's polygons; empty when nothing is.
    ///
    /// - A ring that crosses itself (a figure-eight), a hole outside its shell, nested holes: errors.
    /// - A ring that touches itself without changing its area, parts that share an edge or overlap: notes.
    ///
    /// - Throws: `coordinate` for a place that is no number; a problem with code `geos` when GEOS fails on a ring around
    ///   a pole.
    public static func check(_ polygons: [Polygon]) throws(Problem) -> [TopologyFinding] {
        let parts = polygons.filter { !$0.rings.isEmpty }
        guard PlanarView.isWide(parts) else { return try findings(parts) }
        return try wideFindings(parts) + longEdges(parts)
    }

    /// Edges that go the long way round as drawn and were taken the short way, which is long enough to be doubted.
    private static func longEdges(_ parts: [Polygon]) -> [TopologyFinding] {
        var findings: [TopologyFinding] = []
        for (i, part) in parts.enumerated() {
            for ring in part.rings where !PlanarView.isPolar(ring) {
                let places = ring.coordinates
                let edge = zip(places, places.dropFirst()).first {
                    Longitude.isLongWayRound($0.longitude, $1.longitude)
                }
                guard let edge else { continue }
                findings.append(
                    TopologyFinding(
                        isError: false,
                        message:
                            "an edge spans more than 180° of longitude and was taken the short way round",
                        place: edge.0, part: i))
                break
            }
        }
        return findings
    }

    private static func wideFindings(_ parts: [Polygon]) throws(Problem) -> [TopologyFinding] {
        let isPolar = parts.map { $0.rings.contains(where: PlanarView.isPolar) }
        if isPolar.contains(true) { return try polarFindings(parts, isPolar) }
        let unwrapped = parts.map { PlanarView.unwrapped($0, near: 0) }
        // Each part on its own, in one piece; then all of them in one turn of longitudes.
        var result: [TopologyFinding] = []
        for (i, part) in unwrapped.enumerated() { result += try findings([part], from: i) }
        guard parts.count > 1, !result.contains(where: \.isError) else { return result }
        let between = try SurfaceValidity.findings(PlanarLayers([parts]).layers[0])
        return result
            + between.filter { $0.reason == .partsOverlap || $0.reason == .partsShareEdge }.map(words)
    }

    /// The first error of a polygon, longitudes as drawn: what makes it no surface.
    static func firstError(of polygon: Polygon) throws(Problem) -> TopologyFinding? {
        try findings([polygon]).first(where: \.isError)
    }

    /// - Parameter first: the number of the first part.
    private static func findings(
        _ parts: [Polygon], from first: Int = 0
    ) throws(Problem) -> [TopologyFinding] {
        var seen: Set<Int> = []
        var result: [TopologyFinding] = []
        for finding in try SurfaceValidity.findings(parts) {
            // One word for a part is enough: it is looked at again once it is mended.
            if let part = finding.part, !seen.insert(part).inserted { continue }
            var found = words(finding)
            if finding.isError, let part = finding.part, keepsItsArea(parts[part]) {
                found.isError = false
                // A ring that encloses nothing is called that; what seems to cross only touches.
                if finding.reason != .tooFewPlaces, finding.reason != .noInside {
                    found.message = words(.ringTouchesItself)
                }
            }
            found.part = finding.part.map { $0 + first }
            result.append(found)
        }
        return result
    }

    /// What rounding makes of a ring that touches itself may cross, a micrometre deep: whether that leaves the area what it
    /// is as drawn, to a billionth.
    private static func keepsItsArea(_ polygon: Polygon) -> Bool {
        // Where faces are covered less than not at all, it throws.
        guard let areas = try? ExactArrangement(layers: [[polygon]]).areas else { return false }
        var (drawn, surplus) = (0.0, 0.0)
        for area in areas {
            drawn += Double(area.cover[0]) * area.squareDegrees
            surplus += Double(area.cover[0] - 1) * area.squareDegrees
        }
        return drawn > 0 && surplus <= 1e-9 * drawn
    }

    private static func words(_ finding: SurfaceFinding) -> TopologyFinding {
        TopologyFinding(
            isError: finding.isError, message: words(finding.reason),
            place: finding.place.map(PlanarView.normalised), part: finding.part)
    }

    private static func words(_ reason: SurfaceFinding.Reason) -> String {
        switch reason {
        case .tooFewPlaces: "a ring has fewer than three different places"
        case .noInside: "a ring goes back on itself and encloses nothing"
        case .ringCrossesItself: "a ring crosses itself"
        case .ringsCross: "two rings of one part cross"
        case .holeOutsideShell: "a hole lies outside its shell"
        case .holesOverlap: "one hole lies inside another"
        case .duplicateRing: "the same ring stands twice"
        case .spike, .ringTouchesItself: "a ring touches itself"
        case .insideCutApart: "holes cut the surface in two"
        case .partsShareEdge: "parts of one feature touch along an edge"
        case .partsOverlap: "parts of one feature overlap"
        }
    }

    // MARK: Around a pole

    /// Parts of which some go around a pole, by GEOS: in the polar plane edges straight in longitude and latitude are bent.
    private static func polarFindings(
        _ parts: [Polygon], _ isPolar: [Bool]
    ) throws(Problem) -> [TopologyFinding] {
        let context = try Context()
        var findings: [TopologyFinding] = []
        for (i, polygon) in parts.enumerated() {
            guard isPolar[i] else {
                let part = PlanarView.unwrapped(polygon, near: 0)
                findings += try Self.findings([part], from: i)
                continue
            }
            let view = PlanarView([polygon])
            // A ring down to a pole and back touches itself there.
            let shape = try Shape(polygon: view.polygons[0], in: context)
            guard case .invalid(let reason, let spot) = try shape.validity(allowSelfTouchingRings: true)
            else { continue }
            let keeps = try keepsItsArea(shape)
            let noted =
                reason == "Interior is disconnected" && polygon.rings.count > 1
                ? words(reason) : "a ring touches itself"
            findings.append(
                TopologyFinding(
                    isError: !keeps, message: keeps ? noted : words(reason), place: spot.map(view.place),
                    part: i))
        }
        guard parts.count > 1, !findings.contains(where: \.isError) else { return findings }
        // Each part on its own has been looked at: what is found now lies between them.
        let touching = Set(findings.compactMap(\.part))
        let all = PlanarView(parts)
        let clean = try all.polygons.enumerated().map { i, polygon throws(Problem) -> [Polygon] in
            guard touching.contains(i) else { return [polygon] }
            return try Shape(polygon: polygon, in: context).makeValid(.linework).polygons()
        }.flatMap(\.self)
        let whole = try Shape(polygons: clean, in: context)
        if case .invalid(_, let spot) = try whole.validity(allowSelfTouchingRings: true) {
            let how = try keepsItsArea(whole) ? "touch along an edge" : "overlap"
            findings.append(
                TopologyFinding(
                    isError: false, message: "parts of one feature \(how)", place: spot.map(all.place),
                    part: nil))
        }
        return findings
    }

    /// Whether making the shape valid leaves its area what it is as drawn.
    private static func keepsItsArea(_ shape: Shape) throws(Problem) -> Bool {
        let drawn = try shape.planarArea()
        let valid = try shape.makeValid(.linework).planarArea()
        return drawn > 0 && abs(drawn - valid) <= 1e-9 * drawn
    }

    package static func words(_ reason: String) -> String {
        switch reason {
        case "Self-intersection", "Ring Self-intersection": "a ring crosses itself"
        case "Hole lies outside shell": "a hole lies outside its shell"
        case "Holes are nested": "one hole lies inside another"
        case "Interior is disconnected": "holes cut the surface in two"
        case "Duplicate Rings": "the same ring stands twice"
        case "Too few points in geometry component": "a ring has fewer than three different places"
        case "Nested shells": "one part lies inside another"
        default: "the surface is not valid (\(reason))"
        }
    }
}
