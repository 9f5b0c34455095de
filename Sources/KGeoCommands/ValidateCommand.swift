// kgeo validate: everything that is wrong or odd with files, all of it, with places.

internal import ArgumentParser
internal import KGeo

struct ValidateCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "List all that is wrong with a map or scenario, with places.",
        discussion: """
            Tests the structure and topology of every feature, and for scenarios the rules of roles, statuses, dates \
            and claims. Exit code 65 when something is wrong; with --strict notes count too.

            Example:
              kgeo validate Scenarios/example.geojson
            """)
    @Argument(help: ArgumentHelp("GeoJSON or GeoJSONSeq files; - is standard input.", valueName: "file"))
    var files: [String]
    @Flag(name: .long, help: "Let notes (right-hand rule, excess precision, …) fail too.")
    var strict = false
    @OptionGroup(title: "Property mapping") var mappingArguments: MappingArguments
    @OptionGroup var input: InputArguments
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        try Arguments.readOnce(files)
        let mapping = try mappingArguments.mapping()
        let out = try output.open(inputs: files)
        var all: [Notice] = []
        var missing: Problem?
        var rows: [(file: String, features: Int, kind: String, count: Int)] = []
        for path in files {
            let found: FileValidation
            do {
                found = try FileValidation(path, mapping: mapping, input: input.options)
            } catch let problem as Problem where problem.code == .input {
                missing = missing ?? problem
                all.append(Notice(.error, problem))
                continue
            }
            all += found.notices
            rows.append(
                (path, found.featureCount, found.isScenario ? "scenario" : "map", found.notices.count))
        }
        switch output.format {
        case .table:
            for notice in all {
                try out.line("\(notice.severity.rawValue): " + SafeText.escaped(notice.problem.summary))
                if let hint = notice.problem.hint { try out.line("  hint: " + SafeText.escaped(hint)) }
            }
            for row in rows {
                try out.line(
                    "\(SafeText.escaped(row.file)): \(row.kind), \(row.features) \(row.features == 1 ? "feature" : "features"), "
                        + (row.count == 0
                            ? "nothing wrong" : "\(row.count) \(row.count == 1 ? "finding" : "findings")"))
            }
        case .csv:
            try out.line(
                "file,severity,code,feature,id,part,ring,vertex,line,column,offset,claim,property,message,hint"
            )
            for notice in all {
                let place = notice.problem.place
                func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
                try out.line(
                    [
                        SafeText.csvCell(place.file ?? ""), notice.severity.rawValue,
                        notice.problem.code.rawValue,
                        number(place.feature), SafeText.csvCell(place.id ?? ""), number(place.part),
                        number(place.ring),
                        number(place.vertex), number(place.line), number(place.column), number(place.offset),
                        SafeText.csvCell(place.claim ?? ""), SafeText.csvCell(place.property ?? ""),
                        SafeText.csvCell(notice.problem.message), SafeText.csvCell(notice.problem.hint ?? ""),
                    ].joined(separator: ","))
            }
        case .json:
            try out.write(
                JSONWriter.pretty(
                    .object([
                        "schema_version": .number(JSONNumber(1)), "command": .string("validate"),
                        "tool": ToolRecord.json(),
                        "valid": .bool(!all.contains { $0.severity == .error }),
                        "files": .array(
                            rows.map {
                                .object([
                                    "path": .string($0.file), "kind": .string($0.kind),
                                    "features": .number(JSONNumber($0.features)),
                                ])
                            }),
                        "findings": .array(
                            all.map { notice in
                                var object = Messages.json(notice.problem).object ?? JSONObject()
                                object.members.insert(
                                    .init("severity", .string(notice.severity.rawValue)), at: 0)
                                return .object(object)
                            }),
                    ])))
        }
        try out.finish()
        if let missing { throw missing }
        if all.contains(where: { $0.severity == .error }) || (strict && !all.isEmpty) { throw ExitCode(65) }
    }
}

/// All that is wrong with one file.
struct FileValidation {
    private(set) var notices: [Notice] = []
    private(set) var featureCount = 0
    private(set) var isScenario = false

    /// Reads the file to its end, going on after bad features where that is possible.
    ///
    /// - Throws: a problem when the file is missing or unreadable.
    init(_ path: String, mapping: PropertyMapping, input: InputOptions) throws {
        var reader = GeoJSONReader(
            try ByteSource(path: path),
            options: try input.readerOptions(keepsProperties: true, reportsStructure: true))
        let builder = GeometryBuilder()
        var features: [Feature] = []
        var winding = 0
        var precise = 0
        while true {
            do {
                guard let record = try reader.nextFeature(into: builder) else { break }
                let feature = Feature(record: record, geometry: builder.take())
                featureCount += 1
                winding += Self.wrongWindings(feature.geometry)
                if Self.hasExcessPrecision(feature.geometry) { precise += 1 }
                features.append(feature)
            } catch {
                if error.code == .input { throw error }
                notices.append(Notice(.error, error))
                guard reader.recover(from: error) else { break }
                featureCount += 1
            }
        }
        notices += reader.notices
        // Topology of a ring that is not even closed cannot be asked.
        let broken = Set(notices.filter { $0.severity == .error }.compactMap(\.problem.place.feature))
        for feature in features where !broken.contains(feature.record.index) {
            guard let polygons = feature.geometry?.polygons, !polygons.isEmpty else { continue }
            let place = Problem.Place(feature: feature.record.index, id: feature.record.label)
            notices += try ScenarioLoader.topology(polygons, place, file: path)
        }
        if winding > 0 {
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .geojson,
                        "\(winding) rings are not wound by the right-hand rule (RFC 7946 §3.1.6); that changes no area"
                    ).inFile(path)))
        }
        if precise > 0 {
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .geojson,
                        "\(precise) features have positions of more than 9 decimals; 7 are a centimetre"
                    ).inFile(path)))
        }
        let document = GeoJSONDocument(collection: reader.collection, features: features)
        isScenario =
            document.collection.foreign["kgeo"] != nil
            || features.contains { $0.record.properties?["role"] != nil }
        if isScenario || !mapping.isEmpty {
            var scenarioReader = ScenarioReader(mapping: mapping)
            _ = scenarioReader.scenario(document, file: path)
            notices += scenarioReader.problems.map { Notice(.error, $0) } + scenarioReader.notices
        }
    }

    private static func wrongWindings(_ geometry: Geometry?) -> Int {
        (geometry?.polygons ?? []).reduce(0) { count, polygon in
            count
                + polygon.rings.enumerated().count { i, ring in
                    Winding.isAnticlockwise(ring.coordinates) != (i == 0)
                }
        }
    }

    private static func hasExcessPrecision(_ geometry: Geometry?) -> Bool {
        func isExcessive(_ value: Double) -> Bool {
            let scaled = value * 1e9
            return abs(scaled - scaled.rounded()) > 1e-3 && abs(value) > 1e-9
        }
        return (geometry?.allCoordinates ?? []).contains {
            isExcessive($0.longitude) || isExcessive($0.latitude)
        }
    }
}
