// How a table is laid out: what parts its cells, what its columns are called, which of them hold geometries and ids.

internal import KGeoCore

/// A table of features: a row each, the geometry in one of the columns.
struct FeatureTable {
    /// What parts the cells; nil for a text of one geometry a line.
    var separator: UInt8?
    /// The names in the first row; empty for a text of one geometry a line.
    var names: [String] = []
    /// The number of the column that holds the geometries.
    var geometry = 0
    /// The number of the column that holds the ids.
    var id: Int?
    /// Reads the geometries.
    let reader: WellKnownReader

    /// The cells of the row at hand, one behind another, and where each stands in them.
    var bytes: [UInt8] = []
    var cells: [Range<Int>] = []
    /// Where the cells stand in the text, and the line on which the row begins.
    var offsets: [Int] = []
    var line = 1

    init(_ options: ReaderOptions) { reader = WellKnownReader(options: options) }

    /// The longest row that is read: a geometry of some thirty million vertices.
    static let longestRow = 1 << 30
    /// The longest first row: what is longer has no names in it.
    static let longestHeader = 1 << 16

    /// What columns with geometries are called by PostGIS, ogr2ogr, GeoPandas and DuckDB.
    static let geometryNames: Set<String> = [
        "wkt", "wkb", "ewkt", "ewkb", "geom", "geometry", "the_geom", "wkb_geometry", "wkt_geom",
        "wkt_geometry",
        "geom_wkt", "geom_wkb", "geometry_wkt", "geometry_wkb", "shape",
    ]

    /// A cell as text.
    func text(_ column: Int) -> String { String(decoding: bytes[cells[column]], as: UTF8.self) }

    /// Whether a line begins as a well-known geometry does, so that there is no row of names.
    static func isGeometry(_ line: Substring) -> Bool {
        let upper = line.prefix(40).uppercased()
        let text = upper.hasPrefix("SRID=") ? upper.drop { $0 != ";" }.dropFirst() : Substring(upper)
        let word = text.prefix { $0.isLetter }
        let names = GeometryType.allCases.map { $0.rawValue.uppercased() }
        if names.contains(where: { word == $0 || word == $0 + "Z" || word == $0 + "M" || word == $0 + "ZM" })
        {
            let rest = text.dropFirst(word.count).drop { $0 == " " }
            return rest.hasPrefix("(") || rest.hasPrefix("Z") || rest.hasPrefix("M")
                || rest.hasPrefix("EMPTY")
        }
        let digits = upper.hasPrefix("\\X") ? upper.dropFirst(2) : Substring(upper)
        return digits.count >= 18 && (digits.hasPrefix("00") || digits.hasPrefix("01"))
            && digits.allSatisfy(\.isHexDigit)
    }
}
