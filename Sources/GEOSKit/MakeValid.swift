// Repair of shapes that break the rules of simple features.

internal import CGEOS
public import KGeoCore

extension Shape {
    /// A valid shape that is as near to this one as the method allows; a valid shape stays what it is.
    /// Stands for `GEOSMakeValidWithParams_r`.
    /// - Parameters:
    ///   - method: how.
    ///   - keepCollapsed: whether a ring that collapses to a line or point is kept as one; matters for
    ///     `structure` alone, for `linework` always keeps them.
    /// - Throws: a problem `geos` when GEOS fails.
    public func makeValid(_ method: RepairMethod, keepCollapsed: Bool = false) throws(Problem) -> Shape {
        let operation = "repair a shape"
        let parameters = try context.pointer(context.call { GEOSMakeValidParams_create_r($0) }, operation)
        defer {
            withExtendedLifetime(context) { GEOSMakeValidParams_destroy_r(context.handle, parameters) }
        }
        let wanted: GEOSMakeValidMethods =
            switch method {
            case .linework: GEOS_MAKE_VALID_LINEWORK
            case .structure: GEOS_MAKE_VALID_STRUCTURE
            }
        try context.succeeded(
            context.call { GEOSMakeValidParams_setMethod_r($0, parameters, wanted) }, operation)
        try context.succeeded(
            context.call { GEOSMakeValidParams_setKeepCollapsed_r($0, parameters, keepCollapsed ? 1 : 0) },
            operation)
        return try derive(operation) { GEOSMakeValidWithParams_r($0, $1, parameters) }
    }
}
