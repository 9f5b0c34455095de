// Official areas: constants with a source, never polygons.

public import KGeoCore

/// Official areas that serve as denominators of a share.
public enum OfficialAreas {
    private static let table: [(code: String, areas: [(name: String, km2: Double, source: String)])] = [
        (
            "UA",
            [
                (
                    "Ukraine, official area", 603_628,
                    "State Statistics Service of Ukraine, Statistical Yearbook"
                ),
                (
                    "Ukraine, area also in use", 603_549,
                    "State Service of Ukraine for Geodesy, Cartography and Cadastre, land balance"
                ),
            ]
        ),
        (
            "UA-59",
            [
                (
                    "Sumy Oblast, official area", 23_834,
                    "State Statistics Service of Ukraine, Statistical Yearbook"
                )
            ]
        ),
        (
            "RU-KRS",
            [("Kursk Oblast, official area", 29_997, "Federal State Statistics Service of Russia (Rosstat)")]
        ),
    ]

    /// The codes known: ISO 3166-1 and 3166-2.
    public static var codes: [String] { table.map(\.code) }

    /// The areas in use for a code, the usual one first; nil for an unknown code.
    public static func areas(_ code: String) -> [DenominatorUsed]? {
        table.first { $0.code == code }?.areas.map {
            DenominatorUsed(name: $0.name, squareMetres: $0.km2 * 1e6, source: $0.source)
        }
    }
}
