// What is said when figures are held against a map and the form asked for has no place for the verdicts.

internal import KGeo
internal import KGeoCore

enum VerdictNote {
    /// A note that the rows or shapes of a form hold no verdicts; none where there are no figures, or where they are
    /// printed.
    static func notices(hasClaims: Bool, in format: MapFormat) -> [Notice] {
        guard hasClaims, format != .table, format != .json else { return [] }
        return [
            Notice(
                .note,
                Problem(
                    .usage, "the figures were checked, but \(format.word) has no place for the verdicts",
                    hint: "--format table or json prints them"))
        ]
    }
}
