// The columns of a change: of the whole ground, and of each region.

internal import KGeoControl
internal import KGeoCore

/// What was gained and lost in a region, or everywhere; areas in m², of the edge model asked for.
struct ChangeRow {
    var region: String?
    var old, new, gained, lost, net, uNet: Double
    /// Of the error of the net change the line's own part and the mapmaker's.
    var uNetLine, uNetMaker: Double
    var noiseGained, noiseLost: Double
    var days: Int?
    var advance, retreat: Advance?

    /// The whole change.
    init(_ change: MapChange, _ edges: EdgeModel) {
        (old, new) = (change.ground.oldArea.squareMetres(edges), change.ground.newArea.squareMetres(edges))
        (gained, lost) = (change.gained.value, change.lost.value)
        (net, uNet) = (change.net.value, change.net.u)
        (uNetLine, uNetMaker) = (change.net.lineU, change.net.makerU)
        noiseGained = change.noise(gained: true).squareMetres(edges)
        noiseLost = change.noise(gained: false).squareMetres(edges)
        (days, advance, retreat) = (change.days, change.advance, change.retreat)
    }

    /// The change in a region, between the same days.
    init(_ change: RegionChange, days: Int?) {
        region = change.name
        (old, new) = (change.old, change.new)
        (gained, lost) = (change.gained.value, change.lost.value)
        (net, uNet) = (change.net.value, change.net.u)
        (uNetLine, uNetMaker) = (change.net.lineU, change.net.makerU)
        (noiseGained, noiseLost) = (change.noiseGained, change.noiseLost)
        (self.days, advance, retreat) = (days, change.advance, change.retreat)
    }

    static let columns = Columns<ChangeRow>([
        Column("region") { .text($0.region) }, Column("old_m2") { .number($0.old) },
        Column("new_m2") { .number($0.new) }, Column("gained_m2") { .number($0.gained) },
        Column("lost_m2") { .number($0.lost) }, Column("net_m2") { .number($0.net) },
        Column("noise_gained_m2") { .number($0.noiseGained) },
        Column("noise_lost_m2") { .number($0.noiseLost) }, Column("u_net_m2") { .number($0.uNet) },
        Column("days") { .count($0.days) },
        .cell("greatest_advance_m") { .number($0.advance?.greatestMetres) },
        .cell("azimuth") { .number($0.advance?.azimuth) },
        .cell("u_net_line_m2") { .number($0.uNetLine) },
        .cell("u_net_mapmaker_m2") { .number($0.uNetMaker) },
        .member("advance") { movement($0.advance) }, .member("retreat") { movement($0.retreat) },
    ])

    private static func movement(_ advance: Advance?) -> JSONValue {
        guard let advance else { return .null }
        return .object([
            "greatest_m": .number(advance.greatestMetres), "azimuth": .number(advance.azimuth),
            "wind": .string(advance.wind), "from": .position(advance.foot.from),
            "to": .position(advance.foot.to),
            "mean_m": .number(advance.meanMetres), "front_m": .number(advance.frontMetres),
        ])
    }
}
