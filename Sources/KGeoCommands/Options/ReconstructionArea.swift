// The ground of a reconstruction on the command line: --within, or --window cut by --border.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoJSON

struct ReconstructionArea: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Lines that cut the window in two.", valueName: "file"))
    var border: String?
    @Option(
        name: .long, help: ArgumentHelp("The ground, cut by --border.", valueName: "west,south,east,north"))
    var window: String?
    @Option(name: .long, help: ArgumentHelp("Polygons that are the ground.", valueName: "file"))
    var within: String?

    /// The files it is read from.
    var files: [String] { [border, within.map(NamedFeatures.path)].compactMap(\.self) }

    /// The ground.
    ///
    /// - Parameter notices: what was said of the map that gives it is appended here.
    /// - Throws: a problem when the options do not fit together, or a file does not hold what they need.
    func ground(places: [Coordinate], log: InputLog, _ notices: inout [Notice]) throws -> ReconstructionGround
    {
        if let within {
            guard border == nil, window == nil else {
                throw Problem(.usage, "--within gives the ground; --border and --window give it too")
            }
            let named = try NamedFeatures(within, options: InputOptions(), log: log)
            notices += named.notices
            return try ReconstructionGround(
                within: within, file: named.path, collection: named.collection, features: named.features)
        }
        guard let border, let window else {
            throw Problem(
                .usage, "the ground is missing",
                hint: "give --window west,south,east,north with --border FILE, or --within FILE")
        }
        let box = try Self.box(window)
        let document = try log.read(border) { try GeoJSONDocument(reading: $0) }
        return try ReconstructionGround(window: box, border: border, document, places: places)
    }

    private static func box(_ text: String) throws -> BoundingBox {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0.filter { $0 != " " })
        }
        guard numbers.count == 4, case let all = numbers.compactMap(\.self), all.count == 4,
            all.allSatisfy(\.isFinite), (-180...180).contains(all[0]), (-180...180).contains(all[2]),
            (-90...90).contains(all[1]), (-90...90).contains(all[3]), all[0] < all[2], all[1] < all[3]
        else {
            throw Problem(
                .usage, "--window \(text) is no box",
                hint: "write west,south,east,north in degrees, like 33.9,50.9,36,52")
        }
        return BoundingBox([Coordinate(all[0], all[1]), Coordinate(all[2], all[3])])
    }
}
