// What figures of a text are measured on: the maps of --maps, the outlines of --regions and GeoData.

internal import KGeo
internal import KGeoAtlas
internal import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure
internal import KGeoScenario
internal import KGeoVerdict

/// The maps at hand, none of them opened, and what plans are made with.
struct ArticleMaps {
    let planner: Planner
    let checker: PlanChecker
    private let stocks: [MapStock]
    /// What is to be known of the outlines of --regions.
    private var outlineNotices: [Notice] = []
    /// What of the folders is no map of anybody's ground.
    private var leftOut: [Notice] = []

    /// The maps of some paths; nil where there are none.
    ///
    /// - Throws: a problem when a folder cannot be read or holds no map, or the outlines cannot be read.
    init?(
        _ paths: [String], regions: String?, _ names: AreaNameArguments, _ input: InputArguments,
        _ geodata: String?, _ log: InputLog
    ) throws {
        guard !paths.isEmpty else {
            guard regions == nil else {
                throw Problem(.usage, "--regions speaks of --maps, and none are given")
            }
            return nil
        }
        var own: [Planner.OwnOutline] = []
        if let areas = try names.areas(regions, "--regions", input, log), let regions {
            let path = NamedFeatures.path(regions)
            own = areas.areas.map { area in
                let text = "\(path)#\(area.name)"
                return Planner.OwnOutline(
                    name: area.name, text: text,
                    cutting: CuttingRegion(
                        name: text, polygons: area.polygons, knownLines: [],
                        ownError: area.feature.record.properties?["boundary_error_m"]?.double),
                    area: DenominatorUsed(
                        name: "\(area.name) as drawn",
                        squareMetres: Measuring.area(of: area.polygons).geodesicSquareMetres, source: path))
            }
            outlineNotices = areas.notices
        }
        var stocks: [MapStock] = []
        for folder in try paths.flatMap(MapFolder.tree) {
            let found = try MapStock.stocks(
                folder.path, files: folder.files, input: input.options, keepsDigests: log.takesDigests
            ) { file throws(Problem) in try InputFile.source(file) }
            stocks += found.stocks
            leftOut += found.notices
        }
        self.stocks = stocks
        let places = DataFolders.withPlaces(geodata)
        planner = Planner(
            atlas: try NamedRegions.atlas(),
            gazetteer: try places.map { folder throws(Problem) in try PlaceAtlas(geodata: folder) }, own: own)
        checker = PlanChecker(
            planner, stocks, lines: Self.lines(geodata, input, log),
            settings: CheckSettings(classes: try ErrorArguments.classes(geodata)))
    }

    /// The lines of GeoData, read when a figure needs them.
    private static func lines(
        _ geodata: String?, _ input: InputArguments, _ log: InputLog
    ) -> PlanChecker.Lines {
        PlanChecker.Lines(
            border: { () throws(Problem) in
                guard let folder = DataFolders.find(geodata).geodata else { return nil }
                return try ScenarioLoader.lines(
                    InputFile.source("\(folder)/\(Planner.border).geojson"))
            },
            front: { () throws(Problem) in
                do {
                    return try FrontReferences(
                        [], scenario: Scenario(file: ""), geodata: geodata, ownSide: false, input: input,
                        log: log
                    ).borders
                } catch {
                    throw (error as? Problem) ?? Problem(.input, "the outline of the country cannot be read")
                }
            })
    }

    /// What is to be known of the maps that were opened.
    var notices: [Notice] { outlineNotices + leftOut + checker.notices }

    /// Takes note of the maps that were opened.
    func note(in log: InputLog) {
        for read in stocks.flatMap(\.digests) { log.add(read.path, read.sha256) }
    }
}
