// What kgeo answers to a question of GEOS and JTS, by every way that answers it, and what GEOS answers itself.

import GEOSKit
import KGeoCore
import KGeoOverlay
import KGeoSurface

/// Answers held against the one that is expected.
///
/// Coordinates of the suite have any size: they are multiplied by a power of two, so that no bit is lost, to 512 and more
/// for the overlay, whose grid holds them there, and to 64 and less for what takes degrees.
struct GEOSAnswers {
    /// For each way what is wrong with its answer, nil when nothing is.
    private(set) var faults: [(way: String, fault: String?)] = []
    /// What is wrong with the answer of GEOS; nil when nothing is.
    private(set) var geos: String?

    private let question: GEOSQuestion
    /// What is asked about, and the answer, for the overlay; and by how much they were made larger.
    private let plane: (a: [Polygon], b: [Polygon], answer: [Polygon])
    private let factor: Double
    /// The same for what takes degrees.
    private let degrees: (a: [Polygon], b: [Polygon], answer: [Polygon])

    init(_ question: GEOSQuestion) {
        self.question = question
        var largest = 1.0
        let all = question.a + question.b + (question.answer ?? [])
        for place in all.flatMap(\.rings).flatMap(\.coordinates) {
            for number in [place.longitude, place.latitude] where number.isFinite {
                largest = max(largest, abs(number))
            }
        }
        func scaled(_ exponent: Int) -> (factor: Double, layers: [[Polygon]]) {
            let factor = Double(sign: .plus, exponent: exponent - largest.exponent, significand: 1)
            let layers = [question.a, question.b, question.answer ?? []]
            return (factor, layers.map { $0.map { Self.scaled($0, by: factor) } })
        }
        let (large, small) = (scaled(9), scaled(5))
        factor = large.factor
        plane = (large.layers[0], large.layers[1], large.layers[2])
        degrees = (small.layers[0], small.layers[1], small.layers[2])
        switch question.operation {
        case "isvalid": validity()
        case "areatest", "overlayareatest": areas()
        case "makevalid": repair()
        default: overlay()
        }
    }

    private mutating func add(_ way: String, _ fault: () throws -> String?) {
        do { faults.append((way, try fault())) } catch { faults.append((way, "refused: \(error)")) }
    }

    // MARK: Operations

    private mutating func validity() {
        let (plane, degrees, isTrue) = (plane.a, degrees.a, question.isTrue)
        // What is no number has no place: it is refused.
        let hasNumbers = plane.flatMap(\.rings).flatMap(\.coordinates).allSatisfy {
            $0.longitude.isFinite && $0.latitude.isFinite
        }
        func told(_ findings: () throws -> [String]) throws -> String? {
            guard hasNumbers else {
                guard (try? findings()) == nil else { return "what is no number passed" }
                return isTrue ? "refused" : nil
            }
            let found = try findings()
            return found.isEmpty == isTrue ? nil : "\(found)"
        }
        add("SurfaceValidity") { try told { try SurfaceValidity.findings(plane).map(\.reason.rawValue) } }
        add("Topology") { try told { try Topology.check(degrees).map(\.message) } }
        guard hasNumbers else { return }
        do {
            // GEOSKit makes no ring without places.
            let drawn = question.a.map { polygon in
                Polygon(rings: polygon.rings.filter { !$0.coordinates.isEmpty })
            }
            let isValid = try Shape(polygons: drawn, in: Context()).validity().isValid
            geos = isValid == isTrue ? nil : "\(isValid)"
        } catch {
            // A ring of too few places.
            geos = isTrue ? "\(error)" : nil
        }
    }

    private mutating func areas() {
        let (a, b) = (plane.a, plane.b)
        add("ExactOverlay") {
            let parts = try ExactOverlay.comparison(of: a, and: b)
            let union = try ExactArrangement(layers: [a, b]).polygons { !$0.isEmpty }
            let slack = Self.slack(a + b)
            for (whole, sum) in [
                (a, parts.both + parts.first), (b, parts.both + parts.second),
                (union, parts.both + parts.first + parts.second),
            ] where abs(Self.area(whole) - Self.area(sum)) > slack {
                return "\(Self.area(whole)) where parts make \(Self.area(sum))"
            }
            return nil
        }
    }

    private mutating func repair() {
        let (given, answer) = (degrees.a, degrees.answer)
        add("Repair") {
            let repaired = try Repair.surface(given)?.polygons[.linework]
            return Self.difference(repaired ?? given, answer)
        }
        do {
            let valid = try Shape(polygons: given, in: Context()).makeValid(.linework).polygons()
            geos = Self.difference(valid, answer)
        } catch { geos = "\(error)" }
    }

    private mutating func overlay() {
        let (operation, plane, degrees) = (question.operation, plane, degrees)
        let grid = question.grid * factor
        // Beside an answer that is rounded to a grid stands that of GEOS without one.
        let unrounded = question.grid > 0 ? try? geosOverlay() : nil
        func verdict(_ result: [Polygon]) -> String? {
            Self.difference(result, plane.answer, grid: grid)
                ?? unrounded.flatMap { Self.difference(result, $0) }
        }
        add("ExactArrangement") {
            verdict(
                try ExactArrangement(layers: [plane.a, plane.b]).polygons {
                    Self.isWanted(operation, $0.has(0), $0.has(1))
                })
        }
        switch operation {
        case "union":
            add("Dissolve") {
                let union = try Dissolve.union(degrees.a + degrees.b).polygons
                return Self.difference(union, degrees.answer, grid: grid / 16)
            }
        case "intersection":
            add("Clipping") {
                let part =
                    degrees.a.isEmpty
                    ? nil : try Clipping.part(of: .multiPolygon(MultiPolygon(degrees.a)), in: degrees.b)
                return Self.difference(part?.polygons ?? [], degrees.answer, grid: grid / 16)
            }
        default:
            add("ExactChange") {
                let change = try ExactChange(from: plane.a, to: plane.b)
                return verdict(operation == "difference" ? change.lost : change.lost + change.gained)
            }
        }
        do { geos = Self.difference(try geosOverlay(), plane.answer, grid: grid) } catch { geos = "\(error)" }
    }

    private func geosOverlay() throws -> [Polygon] {
        let context = try Context()
        let a = try Shape(polygons: plane.a, in: context)
        let b = try Shape(polygons: plane.b, in: context)
        switch question.operation {
        case "union": return try a.union(b).shape.polygons()
        case "intersection": return try a.intersection(b).shape.polygons()
        case "difference": return try a.difference(b).shape.polygons()
        default: return try a.difference(b).shape.union(b.difference(a).shape).shape.polygons()
        }
    }

    private static func isWanted(_ operation: String, _ a: Bool, _ b: Bool) -> Bool {
        switch operation {
        case "union": a || b
        case "intersection": a && b
        case "difference": a && !b
        default: a != b
        }
    }

    // MARK: Measuring

    /// The ground of one of two surfaces alone, when it is more than rounding.
    private static func difference(
        _ found: [Polygon], _ expected: [Polygon], grid: Double = 0
    ) -> String? {
        do throws(Problem) {
            let parts = try ExactOverlay.comparison(of: found, and: expected)
            let (more, less) = (area(parts.first), area(parts.second))
            guard more + less > slack(found + expected, grid: grid) else { return nil }
            return "\(more) too much, \(less) too little of \(area(expected))"
        } catch { return "\(error)" }
    }

    /// A billionth of the area, and along all edges some last places or the grid of an answer.
    private static func slack(_ polygons: [Polygon], grid: Double = 0) -> Double {
        let length = polygons.flatMap(\.rings).reduce(0.0) { sum, ring in
            zip(ring.coordinates, ring.coordinates.dropFirst()).reduce(sum) {
                $0 + abs($1.0.longitude - $1.1.longitude) + abs($1.0.latitude - $1.1.latitude)
            }
        }
        return 1e-9 * area(polygons) / 2 + (1e-12 + grid) * length
    }

    static func area(_ polygons: [Polygon]) -> Double {
        polygons.reduce(0) { sum, polygon in
            sum
                + polygon.rings.enumerated().reduce(0) { own, ring in
                    let places = ring.element.coordinates
                    guard let first = places.first else { return own }
                    var doubled = 0.0
                    for (a, b) in zip(places, places.dropFirst()) {
                        doubled +=
                            (a.longitude - first.longitude) * (b.latitude - first.latitude)
                            - (b.longitude - first.longitude) * (a.latitude - first.latitude)
                    }
                    return own + (ring.offset == 0 ? 1 : -1) * abs(doubled) / 2
                }
        }
    }

    private static func scaled(_ polygon: Polygon, by factor: Double) -> Polygon {
        Polygon(
            rings: polygon.rings.map { ring in
                Ring(ring.coordinates.map { Coordinate($0.longitude * factor, $0.latitude * factor) })
            })
    }
}
