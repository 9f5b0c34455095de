// Union, intersection, difference and symmetric difference, and how a failure is met.

internal import CGEOS
public import KGeoCore

/// What an overlay gave, and how it was got.
public struct Overlay {
    /// The result. It may be empty, and an intersection may hold surfaces, lines and points together.
    public let shape: Shape
    /// The grid, in degrees, to which all positions were rounded; nil when they were used as they are.
    public let gridSize: Double?
}

@available(*, unavailable, message: "an overlay holds a shape, which belongs to its context's task")
extension Overlay: Sendable {}

/// How an overlay that fails on the positions as they are is tried again.
package enum OverlayRetry {
    /// The grids tried, in degrees. On the ground 1e-11° is about a micrometre and 1e-9° a tenth of a
    /// millimetre; a double near 180 is exact to 3e-14.
    package static let grids = [1e-11, 1e-9]

    /// The result of the first attempt that works: first without a grid (nil), then on each grid in turn.
    /// - Throws: the problem of the attempt without a grid, when none works.
    package static func run<Result>(
        _ attempt: (_ gridSize: Double?) throws(Problem) -> Result
    ) throws(Problem) -> (result: Result, gridSize: Double?) {
        let first: Problem
        do { return (try attempt(nil), nil) } catch { first = error }
        for grid in grids {
            do { return (try attempt(grid), grid) } catch { continue }
        }
        throw first
    }
}

extension Shape {
    /// What lies in either shape. Stands for `GEOSUnion_r`, on a grid for `GEOSUnionPrec_r`.
    ///
    /// This and the other overlays work with the positions as they are; if GEOS fails on them, they are
    /// rounded to a very fine grid and the result says so. Valid shapes give valid results. A
    /// shape that crosses itself is refused when GEOS notices, and no grid helps; but it looks only where the
    /// two shapes meet, so check `validity` first.
    /// - Parameter gridSize: rounds to this grid from the start; degrees, greater than 0.
    /// - Throws: `topology` or `geos` when GEOS fails, with its words and, when it names one, the place.
    public func union(_ other: Shape, gridSize: Double? = nil) throws(Problem) -> Overlay {
        try overlay("unite two shapes", with: other, gridSize, GEOSUnion_r, GEOSUnionPrec_r)
    }

    /// What lies in both shapes; `gridSize`, grids and errors as for `union(_:gridSize:)`.
    /// Stands for `GEOSIntersection_r`, on a grid for `GEOSIntersectionPrec_r`.
    ///
    /// Surfaces that touch give the line or points where they touch; `polygons()` leaves those out.
    public func intersection(_ other: Shape, gridSize: Double? = nil) throws(Problem) -> Overlay {
        try overlay("intersect two shapes", with: other, gridSize, GEOSIntersection_r, GEOSIntersectionPrec_r)
    }

    /// What lies in this shape and not in the other; `gridSize`, grids and errors as for
    /// `union(_:gridSize:)`. Stands for `GEOSDifference_r`, on a grid for `GEOSDifferencePrec_r`.
    public func difference(_ other: Shape, gridSize: Double? = nil) throws(Problem) -> Overlay {
        try overlay("subtract a shape", with: other, gridSize, GEOSDifference_r, GEOSDifferencePrec_r)
    }

    /// What lies in any part of this shape: parts that overlap or touch become one. `gridSize`, grids and
    /// errors as for `union(_:gridSize:)`. Stands for `GEOSUnaryUnion_r`, on a grid for
    /// `GEOSUnaryUnionPrec_r`.
    public func unaryUnion(gridSize: Double? = nil) throws(Problem) -> Overlay {
        let operation = "unite the parts of a shape"
        return try overlay(gridSize) { (grid) throws(Problem) in
            try derive(operation) { handle, shape in
                guard let grid else { return GEOSUnaryUnion_r(handle, shape) }
                return GEOSUnaryUnionPrec_r(handle, shape, grid)
            }
        }
    }

    private func overlay(
        _ operation: String, with other: Shape, _ gridSize: Double?,
        _ floating: (OpaquePointer, OpaquePointer, OpaquePointer) -> OpaquePointer?,
        _ gridded: (OpaquePointer, OpaquePointer, OpaquePointer, Double) -> OpaquePointer?
    ) throws(Problem) -> Overlay {
        try overlay(gridSize) { (grid) throws(Problem) in
            try derive(operation, with: other) { handle, a, b in
                guard let grid else { return floating(handle, a, b) }
                return gridded(handle, a, b, grid)
            }
        }
    }

    private func overlay(
        _ gridSize: Double?, _ attempt: (_ gridSize: Double?) throws(Problem) -> Shape
    ) throws(Problem) -> Overlay {
        if let gridSize {
            try PositionCheck.parameter(gridSize, "grid size", in: 0..., exclusive: true)
            return Overlay(shape: try attempt(gridSize), gridSize: gridSize)
        }
        let (shape, grid) = try OverlayRetry.run(attempt)
        return Overlay(shape: shape, gridSize: grid)
    }
}
