// kgeo coverage: whether the stated error of a ground holds when its outline is displaced; for whoever doubts it.

internal import ArgumentParser
internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure
internal import KGeoReport

struct CoverageCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "How often the 95 % interval holds when a ground's outline is displaced by random fields.",
        discussion: """
            The outline is displaced by many fields in the plane, and area, length, share and change are held against \
            their stated 95 % interval: about 95 of 100 should lie within it, wherever the error is said to hold.

            Examples:
              kgeo coverage scenario.geojson --holder Ukraine --as-of 2024-08-21 --fields 200
              kgeo coverage new.geojson --older old.geojson --of districts.geojson --sigmas 250 --lengths 5000,11000
            """,
        shouldDisplay: false)
    @Argument(help: ArgumentHelp("The map; - is standard input.", valueName: "map"))
    var map: String
    @Option(
        name: .long,
        help: ArgumentHelp("An earlier map of the same side, for the change between.", valueName: "map"))
    var older: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The whole of which the ground is a share: FILE, FILE#NAME or a region by its name.",
            valueName: "whole")
    )
    var of: String?
    @Option(name: .long, help: ArgumentHelp("The day, where a map has several.", valueName: "date"))
    var asOf: String?
    @Option(name: .long, help: ArgumentHelp("The day of the earlier map.", valueName: "date"))
    var olderAsOf: String?
    @Option(name: .long, help: ArgumentHelp("How many fields are drawn.", valueName: "count"))
    var fields = GroundSimulation.defaultFields
    @Option(name: .long, help: ArgumentHelp("Standard deviations to try.", valueName: "metres,…"))
    var sigmas = "250,600,1300"
    @Option(name: .long, help: ArgumentHelp("Correlation lengths to try.", valueName: "metres,…"))
    var lengths = "2000,5000,11000,50000"
    @Option(name: .long, help: ArgumentHelp("The ruler of the length.", valueName: "metres"))
    var ruler = 20_000.0
    @OptionGroup var held: CountingArguments
    @Option(
        name: .long, help: ArgumentHelp("Whose ground, where a map shows several sides.", valueName: "name"))
    var holder: String?
    @OptionGroup(title: "Property mapping") var mapping: MappingArguments
    @OptionGroup(title: "Input") var input: InputArguments
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        guard (10...100_000).contains(fields) else {
            throw Problem(.usage, "--fields must be 10 to 100000")
        }
        let (sigmas, lengths) = (
            try Self.numbers(self.sigmas, "--sigmas"), try Self.numbers(self.lengths, "--lengths")
        )
        try Arguments.readOnce(
            ([map, older].compactMap(\.self) + (of.map { [$0] } ?? [])).map(NamedFeatures.path))
        let log = InputLog(takesDigests: output.format == .json)
        let ground = try parts(map, asOf, log)
        let before = try older.map { try parts($0, olderAsOf, log) } ?? []
        let whole = try of.map { of -> [ControlPart] in
            let named = try NamedFeatures(of, input, takesRegions: .whole, log: log)
            return named.features.compactMap { feature in
                feature.geometry.map { ControlPart(polygons: $0.polygons, boundaryError: 0) }
            }
        }
        let coverage = try Coverage(of: ground, older: before, whole: whole ?? [], ruler: ruler)
        var rows: [CoverageRow] = []
        for length in lengths {
            for sigma in sigmas {
                rows += try coverage.rows(sigma: sigma, correlationLength: length, fields: fields)
            }
        }
        try output.write(CoverageReport(rows: rows), inputs: log.records.map(\.path), notices: []) {
            Envelope(
                command: "coverage", tool: .current(database: nil), inputs: log.records,
                settings: ["fields": .count(fields), "ruler_m": .number(ruler)], notices: [])
        }
    }

    private func parts(_ path: String, _ day: String?, _ log: InputLog) throws -> [ControlPart] {
        var reader = GroundReader(
            GroundChoice(counting: try held.counting(), holder: holder), mapping: try mapping.mapping(),
            input: input.options)
        let day = try Arguments.date(day, "--as-of")
        let maps = try log.read(path, isMain: true) { try reader.maps($0) }
        guard let found = maps.first(where: { day == nil || $0.date == day }), day != nil || maps.count == 1
        else {
            throw Problem(
                .scenario, day.map { "there is no map of \($0)" } ?? "there are \(maps.count) maps in it",
                hint: "--as-of and --older-as-of say which day"
            ).inFile(path)
        }
        return found.ground.parts
    }

    private static func numbers(_ text: String, _ option: String) throws -> [Double] {
        let numbers = text.split(separator: ",").map { Double($0) }
        guard !numbers.isEmpty, numbers.allSatisfy({ $0.map { $0 > 0 && $0.isFinite } ?? false }) else {
            throw Problem(.usage, "\(option) \(text) is no list of metres", hint: "write it like 250,600")
        }
        return numbers.compactMap(\.self)
    }
}
