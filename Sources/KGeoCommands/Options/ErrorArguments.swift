// How far off a drawn line may be: the options that all commands share which measure control areas.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoControl
internal import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure

struct ErrorArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Standard deviation of drawn lines that give none of their own; the default is that of the map's class.",
            valueName: "metres"))
    var boundaryError: Double?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Correlation length of a line's displacement; the default is that of the class, and 5000 for lines whose deviation is given.",
            valueName: "metres"))
    var correlationLength: Double?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The class of the map's lines, as GeoData/calibration.csv has them: quiet, unknown, mobile or lagging; left out, it is chosen from how fast the ground changes and whether the map says who drew it.",
            valueName: "class"))
    var errorClass: String?

    /// The settings that these options give.
    ///
    /// - Parameters:
    ///   - defaults: σ and ℓ that hold where the options say nothing.
    ///   - geodata: the folder of --geodata.
    func settings(
        defaults: (boundaryError: Double?, correlationLength: Double?) = (nil, nil), edges: EdgeModel,
        geodata: String? = nil
    ) throws -> ErrorSettings {
        try Arguments.check(correlationLength: correlationLength)
        let classes = try Self.classes(geodata)
        return ErrorSettings(
            boundaryError: try Arguments.number(boundaryError, "--boundary-error") ?? defaults.boundaryError,
            correlationLength: correlationLength ?? defaults.correlationLength,
            errorClass: try errorClass.map { try Self.named($0, classes) }, classes: classes, edges: edges)
    }

    /// The class of --error-class.
    private static func named(_ name: String, _ classes: ErrorClasses) throws -> ErrorClass {
        guard let found = classes.named(name) else {
            throw Problem(
                .usage, "--error-class \(name) is no class of drawn lines",
                hint: "classes: " + classes.classes.map(\.name).joined(separator: ", "))
        }
        return found
    }

    /// The classes of `GeoData/calibration.csv`, else those built in.
    static func classes(_ geodata: String?) throws -> ErrorClasses {
        guard let folder = DataFolders.find(geodata).geodata else { return .builtIn }
        let path = folder + "/calibration.csv"
        guard FileStatus.sizeOfFile(path) != nil else { return .builtIn }
        let table: CSVTable
        do throws(Problem) { table = try CSVTable(ByteSource(path: path).readText()) } catch {
            throw error.inFile(path)
        }
        return try ErrorClasses(rows: [table.header] + table.rows.map(\.cells), file: path)
    }
}
