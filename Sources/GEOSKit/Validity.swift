// Whether a shape keeps the rules of simple features, and where it breaks them.

internal import CGEOS
public import KGeoCore

/// Whether a shape is valid in the sense of OGC Simple Features (06-103r4, section 6.1).
public enum Validity: Hashable, Sendable {
    /// It keeps the rules.
    case valid
    /// It breaks a rule: GEOS's reason, such as `Self-intersection`, and a place where it does.
    case invalid(reason: String, place: Coordinate?)

    /// Whether it keeps the rules.
    public var isValid: Bool { self == .valid }
}

extension Shape {
    /// Whether the shape is valid, and if not, the first reason GEOS finds and where.
    /// Stands for `GEOSisValidDetail_r`.
    /// - Parameter allowSelfTouchingRings: lets a ring touch itself and so enclose a hole, as ESRI's rules
    ///   do (`GEOSVALID_ALLOW_SELFTOUCHING_RING_FORMING_HOLE`).
    /// - Throws: a problem `geos` when the check itself fails.
    public func validity(allowSelfTouchingRings: Bool = false) throws(Problem) -> Validity {
        let operation = "check whether a shape is valid"
        let flags =
            allowSelfTouchingRings
            ? CInt(GEOSVALID_ALLOW_SELFTOUCHING_RING_FORMING_HOLE.rawValue) : 0
        var reason: UnsafeMutablePointer<CChar>?
        var location: OpaquePointer?
        let answer = withExtendedLifetime(self) {
            context.call { GEOSisValidDetail_r($0, pointer, flags, &reason, &location) }
        }
        let text = reason.map { String(cString: $0) }
        if let reason { withExtendedLifetime(context) { GEOSFree_r(context.handle, reason) } }
        let point = location.map { Shape(adopting: $0, in: context) }
        if try context.truth(answer, operation) { return .valid }
        return .invalid(reason: text ?? "no reason given", place: try point?.points().first)
    }
}
