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
    /// Where on the globe, if GEOS could say.
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
    /// - Throws: a problem with code `geos` when GEOS itself fails.
    public static func check(_ polygons: [Polygon]) throws(Problem) -> [TopologyFinding] {
        let parts = polygons.filter { !$0.rings.isEmpty }
        // Rings of which no two edges meet need no second look.
        let all = PlanarView(parts)
        if !all.isPolar, CleanSurface.isClean(all.polygons) { return [] }
        let context = try Context()
        var findings: [TopologyFinding] = []
        for (i, polygon) in parts.enumerated() {
            let view = PlanarView([polygon])
            // A ring over the whole world as a plate carrée, or down to a pole and back, touches itself there.
            let shape = try Shape(polygon: view.polygons[0], in: context)
            guard case .invalid(let reason, let spot) = try shape.validity(allowSelfTouchingRings: true)
            else { continue }
            let place = spot.map(view.place)
            if try keepsItsArea(shape) {
                findings.append(
                    TopologyFinding(
                        isError: false,
                        message: reason == "Interior is disconnected" && polygon.rings.count > 1
                            ? words(reason) : "a ring touches itself",
                        place: place, part: i))
            } else {
                findings.append(
                    TopologyFinding(isError: true, message: words(reason), place: place, part: i))
            }
        }
        if parts.count > 1, !findings.contains(where: \.isError) {
            // Each part on its own has been looked at: what is found now lies between them.
            let touching = Set(findings.compactMap(\.part))
            let clean = try all.polygons.enumerated().map { i, polygon throws(Problem) -> [Polygon] in
                guard touching.contains(i) else { return [polygon] }
                return try Shape(polygon: polygon, in: context).makeValid(.linework).polygons()
            }.flatMap(\.self)
            let whole = try Shape(polygons: clean, in: context)
            if case .invalid(_, let spot) = try whole.validity(allowSelfTouchingRings: true) {
                let how = try keepsItsArea(whole) ? "touch along an edge" : "overlap"
                findings.append(
                    TopologyFinding(
                        isError: false, message: "parts of one feature \(how)",
                        place: spot.map(all.place), part: nil))
            }
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
