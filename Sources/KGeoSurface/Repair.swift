// Surfaces that break the rules made valid, both ways GEOS knows, and what that does to their area.

internal import GEOSKit
public import KGeoCore
internal import KGeoMeasure

/// What repairing a surface gives.
public struct RepairedSurface: Hashable, Sendable {
    /// What was wrong, in words, and where on the globe.
    public var reason: String
    /// Where on the globe it was wrong, in degrees.
    public var place: Coordinate?
    /// The area as drawn.
    public var before: AreaMeasurement
    /// The repaired polygons and their area, by method.
    public var polygons: [RepairMethod: [Polygon]]
    /// Their area by method, in m².
    public var after: [RepairMethod: AreaMeasurement]

    /// By how much a method changes the geodesic area, relative to the larger of before and after; 0 when
    /// both are 0.
    public func change(_ method: RepairMethod) -> Double {
        let (old, new) = (before.geodesicSquareMetres, after[method]?.geodesicSquareMetres ?? 0)
        let larger = max(abs(old), abs(new))
        return larger > 0 ? abs(new - old) / larger : 0
    }
}

/// Repairs surfaces. Nothing is ever dropped in silence: the areas before and after stand side by side.
public enum Repair {
    /// The polygons of one feature made valid by both methods; nil when they are valid already.
    ///
    /// Linework keeps every line of the drawing and decides by parity what is inside; structure keeps shells
    /// and cuts holes. They differ where rings overlap, so both areas are given.
    ///
    /// - Throws: a problem with code `topology` for a ring around a pole, which has no plane to be repaired in;
    ///   `geos` when GEOS fails.
    public static func surface(_ polygons: [Polygon]) throws(Problem) -> RepairedSurface? {
        let parts = polygons.filter { !$0.rings.isEmpty }
        guard !parts.isEmpty else { return nil }
        let view = PlanarView(parts)
        let context = try Context()
        let shape = try Shape(polygons: view.polygons, in: context)
        guard case .invalid(let reason, let spot) = try shape.validity() else { return nil }
        guard !view.isPolar else {
            throw Problem(
                .topology, "a ring around a pole cannot be repaired",
                hint: "cut the shape at the antimeridian (RFC 7946 §3.1.9) and try again")
        }
        var eachIsValid = true
        for polygon in view.polygons where eachIsValid {
            eachIsValid = try Shape(polygon: polygon, in: context).validity().isValid
        }
        var result = RepairedSurface(
            reason: eachIsValid ? "parts touch along an edge, or overlap" : Topology.words(reason),
            place: spot.map(view.place), before: Measuring.area(of: parts),
            polygons: [:], after: [:])
        for method in RepairMethod.allCases {
            let valid = try shape.makeValid(method).polygons()
            result.polygons[method] = valid
            result.after[method] = Measuring.area(of: valid)
        }
        // One name for one fault, whichever command finds it.
        if let finding = try Topology.check(parts).first {
            (result.reason, result.place) = (finding.message, finding.place ?? result.place)
        } else if reason == "Ring Self-intersection", result.change(.linework) < 1e-9 {
            result.reason = "a ring touches itself"
        }
        return result
    }
}
