// Lines displaced by many fields drawn at random: how far their lengths may be off.

internal import KGeoCore
internal import SystemC

/// The length of some chains of places when each place is displaced along the normal of its line by a field in the
/// plane.
public struct LineSimulation: Sendable {
    /// By how much the length changes in each field, in m.
    public private(set) var changes: [Double] = []

    /// Displaces chains. A loose end also moves along its line, by the same σ.
    ///
    /// - Parameters:
    ///   - correlationLength: ℓ in m, positive.
    ///   - makerCorrelationLength: ℓ of the mapmaker's part, in m, positive.
    ///   - fields: how many are drawn.
    ///   - seed: one seed gives the same fields on every run.
    public init(
        _ chains: [LineError.Chain], correlationLength: Double,
        makerCorrelationLength: Double = OutlineError.makerCorrelationLength,
        fields: Int = GroundSimulation.defaultFields, seed: UInt64 = GroundSimulation.defaultSeed
    ) {
        typealias Vector = EdgeIndex.Vector
        struct Line {
            var places, normals: [Vector]
            var isClosed: Bool
            var first: Int
        }
        var places: [Vector] = []
        var (sigmas, makers) = ([Double](), [Double]())
        var lines: [Line] = []
        for chain in chains where chain.places.count > 1 {
            let own = chain.places.map { Vector($0) }
            let isClosed = own.count > 3 && chain.places.first == chain.places.last
            let normals = own.indices.map { i -> Vector in
                let before = i > 0 ? own[i - 1] : isClosed ? own[own.count - 2] : own[i]
                let after = i + 1 < own.count ? own[i + 1] : isClosed ? own[1] : own[i]
                return own[i].bisector(from: before, to: after)
            }
            lines.append(Line(places: own, normals: normals, isClosed: isClosed, first: places.count))
            places += own
            sigmas += chain.sigmas
            makers += chain.makerSigmas
        }
        let line = FieldSampler(places, correlationLength: correlationLength)
        let maker =
            makers.contains { $0 > 0 } ? FieldSampler(places, correlationLength: makerCorrelationLength) : nil
        var numbers = SeededNumbers(seed: seed)
        var field = [Double](repeating: 0, count: places.count)
        var shared = field
        let drawn = lines.reduce(0) { $0 + Self.length($1.places) }
        for _ in 0..<max(0, fields) {
            line.draw(&numbers, into: &field)
            maker?.draw(&numbers, into: &shared)
            var length = 0.0
            for line in lines {
                var moved = line.places
                for i in moved.indices {
                    // A closed line ends where it begins.
                    let k = line.first + (line.isClosed && i == moved.count - 1 ? 0 : i)
                    moved[i] = moved[i].moved(
                        sigmas[k] * field[k] + makers[k] * shared[k], along: line.normals[i])
                }
                length += Self.length(moved)
                if !line.isClosed {
                    for k in [line.first, line.first + line.places.count - 1] {
                        let sigma = (sigmas[k] * sigmas[k] + makers[k] * makers[k]).squareRoot()
                        length += sigma * numbers.normal()
                    }
                }
            }
            changes.append(length - drawn)
        }
    }

    private static func length(_ places: [EdgeIndex.Vector]) -> Double {
        zip(places, places.dropFirst()).reduce(0) { $0 + $1.0.chord(to: $1.1) }
    }
}

extension EdgeIndex.Vector {
    /// The direction on the ground along the bisector of the angle at a place between two others, as in `LineError`; at an
    /// end, where one of the others is the place itself, across the way to the other.
    fileprivate func bisector(from a: EdgeIndex.Vector, to b: EdgeIndex.Vector) -> EdgeIndex.Vector {
        let (u, v) = (a.direction(to: self), direction(to: b))
        let (tx, ty, tz) = (u.x + v.x, u.y + v.y, u.z + v.z)
        return EdgeIndex.Vector(x: 0, y: 0, z: 0).direction(
            to: EdgeIndex.Vector(x: y * tz - z * ty, y: z * tx - x * tz, z: x * ty - y * tx))
    }

    /// The way to another place with a length of 1; nothing to the same place.
    private func direction(to other: EdgeIndex.Vector) -> EdgeIndex.Vector {
        let (dx, dy, dz) = (other.x - x, other.y - y, other.z - z)
        let size = (dx * dx + dy * dy + dz * dz).squareRoot()
        return size > 0
            ? EdgeIndex.Vector(x: dx / size, y: dy / size, z: dz / size)
            : EdgeIndex.Vector(x: 0, y: 0, z: 0)
    }

    fileprivate func moved(_ metres: Double, along direction: EdgeIndex.Vector) -> EdgeIndex.Vector {
        EdgeIndex.Vector(
            x: x + metres * direction.x, y: y + metres * direction.y, z: z + metres * direction.z)
    }
}
