// What is wrong or odd with surfaces as they are drawn.

public import KGeoCore

/// What is wrong or odd with a surface, and where.
public struct SurfaceFinding: Hashable, Sendable {
    /// Kinds of findings.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// A ring has fewer than three different places.
        case tooFewPlaces
        /// A ring encloses nothing: it goes back on itself.
        case noInside
        /// A ring crosses itself.
        case ringCrossesItself
        /// Two rings of one polygon cross.
        case ringsCross
        /// A hole, or a part of one, lies outside its shell.
        case holeOutsideShell
        /// A hole lies in another, or they overlap.
        case holesOverlap
        /// The same ring stands twice in one polygon.
        case duplicateRing
        /// A ring goes out along a line and back; its area is right.
        case spike
        /// A ring touches itself, or rings of one polygon have an edge in common; the area is right.
        case ringTouchesItself
        /// Holes cut the surface in two; the area is right.
        case insideCutApart
        /// Parts have an edge in common.
        case partsShareEdge
        /// Parts overlap, or one lies in another.
        case partsOverlap
    }

    /// What it is.
    public var reason: Reason
    /// Where.
    public var place: Coordinate?
    /// The polygon, from 0; of two the first.
    public var part: Int?
    /// The ring of it, from 0, the shell; of two the first.
    public var ring: Int?

    /// Whether it makes the area meaningless; a note does not.
    public var isError: Bool {
        switch reason {
        case .tooFewPlaces, .noInside, .ringCrossesItself, .ringsCross, .holeOutsideShell, .holesOverlap,
            .duplicateRing:
            true
        case .spike, .ringTouchesItself, .insideCutApart, .partsShareEdge, .partsOverlap: false
        }
    }
}
