// The options of kgeo compare, understood: makers, days, figures, and where fronts are compared.

internal import ArgumentParser
internal import KGeo
internal import KGeoAtlas
internal import KGeoClaims
internal import KGeoControl
internal import KGeoCore
internal import KGeoExtract
internal import KGeoJSON
internal import KGeoVerdict
internal import SystemC

/// The options of kgeo compare, understood.
struct CompareOptions {
    /// The files, each with the name of its maker where one is given.
    var paths: [(name: String?, path: String)] = []
    /// The same by the names: files that follow each other under one name together.
    var groups: [(name: String?, paths: [String])] {
        paths.reduce(into: []) { groups, file in
            if let last = groups.last, last.name == file.name {
                groups[groups.count - 1].paths.append(file.path)
            } else {
                groups.append((file.name, [file.path]))
            }
        }
    }
    /// What is asked of the maps.
    var question: MakersQuestion
    /// What counts as held on every map, and on those of single makers.
    var counting = Counting.controlled
    var ofMakers: [String: Counting] = [:]

    static let defaultWindow = 3

    init(_ command: CompareCommand) throws {
        for argument in command.files {
            let (name, path) = Self.named(argument)
            for file in try MapFolder.files(path) { paths.append((name, file)) }
        }
        try Arguments.readOnce(paths.map(\.path))
        question = MakersQuestion(
            day: try Arguments.date(command.asOf, "--as-of"),
            window: command.windowDays ?? Self.defaultWindow,
            claims: try command.claim.enumerated().map { try Self.claim($1, number: $0 + 1) })
        if let text = command.period {
            do throws(Problem) { question.period = try PeriodReading.period(text) } catch {
                throw Problem(.usage, "--period: \(error.message)", remedy: error.remedy)
            }
        }
        if let days = command.windowDays, !(0...Claim.longestWindow).contains(days) {
            throw Problem(.usage, "--window-days must be 0 to \(Claim.longestWindow)")
        }
        for text in command.counting {
            guard let sign = text.firstIndex(of: "=") else {
                counting = try CountingArguments.counting(text, "--counting")
                continue
            }
            ofMakers[String(text[..<sign])] = try CountingArguments.counting(
                String(text[text.index(after: sign)...]), "--counting")
        }
        if let text = command.inset {
            let metres = try Arguments.length(text, "--inset")
            guard (0...100_000).contains(metres) else {
                throw Problem(.usage, "--inset \(text) must be 0 to 100 km")
            }
            question.displacement.lineInset = metres
            question.displacement.groundInset = metres / 2
        }
        question.displacement.box = try command.box.map(Self.box)
    }

    /// NAME=PATH, or a path alone; a path that is there is one, whatever is in it.
    private static func named(_ text: String) -> (name: String?, path: String) {
        guard let sign = text.firstIndex(of: "="), sign > text.startIndex,
            access(FileName.bytes(InputFile.find(text).path), F_OK) != 0
        else { return (nil, text) }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }

    private static func box(_ text: String) throws -> BoundingBox {
        let numbers = text.split(separator: ",").map { Double($0.drop { $0 == " " }) }
        guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2],
            let north = numbers[3], west < east, south < north, -180 <= west, east <= 540, -90 <= south,
            north <= 90
        else {
            throw Problem(
                .usage, "--box \(text) is no box",
                hint: "write west, south, east and north, like 35.35,46.9,41,53")
        }
        return BoundingBox([Coordinate(west, south), Coordinate(east, north)])
    }

    private static func claim(_ text: String, number: Int) throws -> Claim {
        let figure: PrintedFigure
        do {
            figure = try FigureReader.english.figure(text)
        } catch {
            throw Problem(.usage, "--claim: \(error.message)", remedy: error.remedy)
        }
        guard figure.unit.dimension == .area else {
            throw Problem(
                .usage, "--claim: \"\(text)\" is no area", hint: "write it like \"about 108,000 km2\"")
        }
        var claim = Claim(
            id: "claim-\(number)", kind: .area, numbers: figure.numbers, unit: figure.unit,
            qualifier: figure.qualifier)
        claim.quote = text
        claim.equivalent = figure.equivalent
        return claim
    }
}

/// Where outlines are front.
struct CompareRegion {
    /// The region of GeoData in which outlines are front where nothing else is named: Ukraine.
    static let defaultRegion = "UA"

    var polygons: [Polygon] = []
    /// In words: `in Ukraine, 6 km and more from its outline`.
    var words = "everywhere along the outlines"
    var files: [String] = []
    var notices: [Notice] = []

    init(_ command: CompareCommand, _ settings: DisplacementSettings, _ log: InputLog) throws {
        guard command.region != "none" else { return }
        let inset = Figures.length(settings.lineInset)
        guard let text = command.region else {
            guard let folder = DataFolders.find(command.geodata).geodata else {
                notices.append(
                    Notice(
                        .warning,
                        Problem(
                            .input, "borders and coasts are compared like fronts: GeoData was not found",
                            hint: "--geodata names the folder that holds it; --in names another region")))
                return
            }
            let atlas = try RegionAtlas(geodata: folder)
            let region = try atlas.region(CompareRegion.defaultRegion)
            try log.digest(atlas.path)
            polygons = region.polygons
            files = [atlas.path]
            words = "in \(region.englishName), \(inset) and more from its outline"
            return
        }
        let named = try NamedFeatures(text, command.input, takesRegions: .whole, log: log)
        polygons = named.features.flatMap { $0.geometry?.polygons ?? [] }
        guard !polygons.isEmpty else {
            throw Problem(
                .geojson, "it holds no surface", hint: "--in takes areas; --in none takes all outlines"
            )
            .inFile(named.path)
        }
        files = [named.path]
        notices = named.regions?.notices ?? []
        words = "in \(text), \(inset) and more from its outline"
    }
}
