// Where on Earth the features of a streamed table lie: one line each, in the order in which they are written.

internal import KGeo
internal import KGeoCore

/// Says where features lie, the first of them or all.
final class ShapePlaces {
    private let folder: String
    /// For how many features it is said; nil for all.
    private let limit: Int?
    private var (asked, unsaid) = (0, 0)
    private var naming: EarthNaming?

    /// The table says it by itself of so many features.
    static let shown = 20

    /// - Parameters:
    ///   - folder: the path of GeoData, of which nothing is read before the first feature.
    ///   - limit: for how many features it is said; nil for all.
    init(geodata folder: String, limit: Int?) {
        self.folder = folder
        self.limit = limit
    }

    /// Where a feature lies by its middle; nil for one without a position, and behind the last of which it is said.
    ///
    /// - Throws: a problem when GeoData cannot be read.
    func place(_ middle: Coordinate?) throws(Problem) -> EarthNaming.Place? {
        guard let middle else { return nil }
        asked += 1
        if let limit, asked > limit {
            unsaid += 1
            return nil
        }
        if naming == nil { naming = try EarthNaming(geodata: folder) }
        return try naming?.place(middle)
    }

    /// What the table says of features whose place is not said; nil when there are none.
    var words: String? {
        guard let limit, unsaid > 0 else { return nil }
        return
            "where a feature lies is said of the first \(limit); --where says it of the other \(unsaid) too"
    }
}
