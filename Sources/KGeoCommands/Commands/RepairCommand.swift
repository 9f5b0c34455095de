// kgeo repair: makes surfaces valid and says what that did to each area. Never silent.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure
internal import KGeoReport
internal import KGeoSurface
internal import KGeoVerdict

enum RepairChoice: String, ExpressibleByArgument, CaseIterable {
    case linework, structure
    var method: RepairMethod { self == .linework ? .linework : .structure }
}

struct RepairCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Make crossing rings valid, with the area of each feature before and after.",
        discussion: """
            Lists every feature that breaks a rule of topology, with its area as drawn and after each of two repairs: \
            linework keeps every drawn line and decides by parity what is inside; structure keeps shells and cuts \
            holes. With --write the repaired map is written, unless a feature's area changes by more than \
            --repair-tolerance: then nothing is written.

            Examples:
              kgeo repair map.geojson
              kgeo repair map.geojson --write fixed.geojson --method structure --repair-tolerance 2
            """)
    @Argument(help: ArgumentHelp("A GeoJSON or GeoJSONSeq file; - is standard input.", valueName: "file"))
    var file: String
    @Option(name: .long, help: ArgumentHelp("Write the repaired map to FILE.", valueName: "file"))
    var write: String?
    @Option(name: .long, help: "How to repair: linework or structure.")
    var method: RepairChoice = .linework
    @Option(
        name: .long,
        help: ArgumentHelp(
            "How much a feature's area may change, in per cent of it; the default is 1.", valueName: "percent"
        ))
    var repairTolerance: Double = 1
    @Option(
        name: .long,
        help: ArgumentHelp("Decimals of the written positions; the default is 7.", valueName: "n"))
    var precision: Int = 7
    @OptionGroup var input: InputArguments
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    private struct Row {
        var record: FeatureRecord
        var repaired: RepairedSurface

        func report(_ method: RepairMethod) -> RepairReport.Row {
            RepairReport.Row(
                record: record, before: repaired.before.geodesicSquareMetres,
                linework: repaired.after[.linework]?.geodesicSquareMetres ?? 0,
                structure: repaired.after[.structure]?.geodesicSquareMetres ?? 0,
                reason: repaired.reason, place: repaired.place, change: repaired.change(method))
        }
    }

    func run() throws {
        guard repairTolerance >= 0, repairTolerance.isFinite else {
            throw Problem(.usage, "--repair-tolerance must be 0 or more, in per cent")
        }
        guard (0...15).contains(precision) else { throw Problem(.usage, "--precision must be 0 to 15") }
        try Arguments.apart(write: write, output.output, "the map")
        let log = InputLog(takesDigests: output.format == .json)
        var notices: [Notice] = []
        var document = try log.read(file, isMain: true) {
            try GeoJSONDocument(
                reading: $0, options: try input.options.readerOptions(keepsProperties: true),
                notices: &notices)
        }
        notices = notices.filter { $0.problem.code == .crs }
        var rows: [Row] = []
        let drawn = write == nil ? [] : document.features.map(Self.area)
        for i in document.features.indices {
            guard let geometry = document.features[i].geometry else { continue }
            let record = document.features[i].record
            document.features[i].geometry = try repaired(geometry, record) {
                rows.append(.init(record: record, repaired: $0))
            }
        }
        let out = try output.open(inputs: [file])
        if write == nil, !rows.isEmpty {
            notices.append(
                Notice(
                    .note, Problem(.topology, "nothing was written; --write FILE writes the repaired map")))
        }
        let report = RepairReport(
            file: file, features: document.features.count, rows: rows.map { $0.report(method.method) },
            method: method.rawValue)
        try output.write(
            report, to: out, notices: notices,
            before: {
                try refuse(rows)
                guard let write else { return }
                let text = GeoJSONWriter(options: WriterOptions(precision: precision)).text(document)
                try check(written: text, of: document, drawn: drawn)
                let target = try Output(path: write, force: output.force, inputs: [file])
                try target.write(text)
                try target.finish()
            },
            envelope: {
                Envelope(
                    command: "repair",
                    tool: .current(database: try ToolVersions.database(input.options, notices)),
                    inputs: log.records,
                    settings: [
                        "method": .string(method.rawValue), "repair_tolerance": .number(repairTolerance),
                        "precision": .count(precision), "write": .text(write),
                    ] + input.record, notices: notices)
            })
    }

    /// The geometry with its surfaces repaired by the chosen method.
    private func repaired(
        _ geometry: Geometry, _ record: FeatureRecord, _ found: (RepairedSurface) -> Void
    ) throws -> Geometry {
        switch geometry {
        case .polygon, .multiPolygon:
            let surface: RepairedSurface?
            do {
                surface = try Repair.surface(geometry.polygons)
            } catch {
                throw error.located {
                    $0.file = file
                    $0.feature = record.index
                    $0.id = record.label
                }
            }
            guard let surface else { return geometry }
            found(surface)
            let polygons = surface.polygons[method.method] ?? []
            return polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(MultiPolygon(polygons))
        case .collection(let members): return .collection(try members.map { try repaired($0, record, found) })
        default: return geometry
        }
    }

    /// Nothing is written when a repair changes an area by more than the tolerance.
    private func refuse(_ rows: [Row]) throws {
        guard write != nil else { return }
        let limit = repairTolerance / 100
        guard
            let worst = rows.max(by: { $0.repaired.change(method.method) < $1.repaired.change(method.method) }
            ),
            worst.repaired.change(method.method) > limit
        else { return }
        var place = Problem.Place(feature: worst.record.index, id: worst.record.label)
        place.file = file
        place.coordinate = worst.repaired.place
        let change = Figures.short(worst.repaired.change(method.method) * 100)
        throw Problem(
            .topology,
            "repairing by \(method.rawValue) changes its area by \(change) %, more than \(Figures.plain(repairTolerance)) %; nothing was written",
            at: place, hint: "look at the drawing there, try the other --method, or raise --repair-tolerance")
    }

    private static func area(_ feature: Feature) -> Double {
        Measuring.area(of: feature.geometry?.polygons ?? []).geodesicSquareMetres
    }

    /// What is written is read again and measured: rounded positions may cross, or change an area too much.
    private func check(written text: String, of document: GeoJSONDocument, drawn: [Double]) throws {
        let decimals = precision == 1 ? "1 decimal" : "\(precision) decimals"
        func refusal(_ message: String, _ record: FeatureRecord, _ spot: Coordinate?) -> Problem {
            var place = Problem.Place(feature: record.index, id: record.label)
            place.file = file
            place.coordinate = spot
            return Problem(
                .topology, "with \(decimals) \(message); nothing was written", at: place,
                hint: precision < 15 ? "write more decimals with --precision" : nil)
        }
        let written: GeoJSONDocument
        do throws(Problem) {
            written = try GeoJSONDocument(reading: ByteSource(text: text, name: write ?? ""))
        } catch {
            throw Problem(
                .topology,
                "with \(decimals) the map cannot be read again: \(error.message); nothing was written",
                at: error.place, hint: "write more decimals with --precision"
            ).inFile(file)
        }
        for ((feature, old), area) in zip(zip(written.features, document.features), drawn) {
            let polygons = feature.geometry?.polygons ?? []
            guard !polygons.isEmpty || area != 0 else { continue }
            if let broken = try Repair.surface(polygons) {
                throw refusal("it is not valid: \(broken.reason)", old.record, broken.place)
            }
            let new = Self.area(feature)
            let change = abs(new - area) / max(abs(new), abs(area), .leastNormalMagnitude)
            guard change > repairTolerance / 100 else { continue }
            throw refusal(
                "its area changes by \(Figures.short(change * 100)) %, more than \(Figures.plain(repairTolerance)) %",
                old.record, nil)
        }
    }
}
