// The columns of the areas of a map without claims.

internal import KGeoCore
internal import KGeoVerdict

/// An area of one map.
struct AreaRow {
    var file: String
    var area: StatusArea

    static let columns = Columns<AreaRow>([
        Column("file") { .string($0.file) }, Column("date") { .text($0.area.date?.description) },
        Column("holder") { .text($0.area.holder) }, Column("status") { .string($0.area.status) },
        Column("features") { .count($0.area.featureCount) },
        Column("area_m2") { .number($0.area.area.geodesicSquareMetres) },
        Column("area_lonlat_m2") { .number($0.area.area.lonlatSquareMetres) },
        Column("perimeter_m") { .number($0.area.area.perimeterMetres) },
        Column("u_m2") { .number($0.area.value.u) },
        Column("low95_m2") { .number($0.area.value.interval95.low) },
        Column("high95_m2") { .number($0.area.value.interval95.high) },
        Column("boundary_error_assumed") { .bool($0.area.value.boundaryErrorAssumed) },
        Column("u_line_m2") { .number($0.area.value.lineU) },
        Column("u_mapmaker_m2") { .number($0.area.value.makerU) },
        Column("error_class") { .text($0.area.value.errorClass) },
    ])
}
