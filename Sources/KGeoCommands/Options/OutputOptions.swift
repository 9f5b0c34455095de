// Where a report goes and in which form: the options that every command means alike, and how it is written.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoReport
internal import SystemC

typealias OutputFormat = ReportFormat
extension ReportFormat: ExpressibleByArgument {}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

/// A command whose output has a format, so that its errors have the same.
protocol FormattedCommand { var format: OutputFormat { get } }

/// A file to write to.
struct FileOptions: ParsableArguments {
    @Option(
        name: [.long, .short],
        help: ArgumentHelp(
            "Write to FILE instead of standard output, whole or not at all.", valueName: "file"))
    var output: String?
    @Flag(name: .long, help: "Replace files that exist.")
    var force = false
    @Flag(name: [.long, .short], help: "No notes and warnings.")
    var quiet = false

    func open(inputs: [String] = []) throws -> Output {
        try Output(path: output, force: force, inputs: inputs, quiet: quiet)
    }

    /// That a second file is not the one of the report.
    ///
    /// - Throws: a problem (64) when it is.
    func apart(_ option: String, _ path: String?, hint: String = "name two files") throws {
        guard let path, path == output else { return }
        throw Problem(.usage, "\(option) and the report would both go to \(path)", hint: hint)
    }
}

/// The form of a report.
struct OutputOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("How to print: \(ReportFormat.words)."))
    var format: OutputFormat = .table
    @OptionGroup var file: FileOptions
    @Option(name: .long, help: "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color: ColorChoice = .auto

    var output: String? { file.output }
    var force: Bool { file.force }
    var quiet: Bool { file.quiet }

    func open(inputs: [String] = []) throws -> Output { try file.open(inputs: inputs) }

    /// Whether to colour.
    var hasColor: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: output == nil && getenv("NO_COLOR") == nil && isatty(1) == 1
        }
    }

    /// Writes a report, and says what is to be known beside it.
    ///
    /// - Parameters:
    ///   - out: where to, when it is open already.
    ///   - inputs: the files that were read, which must not be written over.
    ///   - before: what must be done before the report is whole.
    func write(
        _ report: some Report, to out: Output? = nil, inputs: [String] = [], notices: [Notice] = [],
        before: () throws -> Void = {}, envelope: () throws -> Envelope
    ) throws {
        let out = try out ?? open(inputs: inputs)
        try out.write(
            format.text(of: report, width: PageWidth.current, words: .commandLine) {
                try envelope().inCommandWords
            })
        try before()
        try out.finish()
        if format != .json { Messages.notices(notices, quiet: quiet) }
    }
}

/// The form of a report on a map: as of every report, or the map itself.
enum MapFormat: Hashable, CaseIterable, ExpressibleByArgument {
    case report(ReportFormat)
    case geojson

    static let table = MapFormat.report(.table)
    static let json = MapFormat.report(.json)

    static var allCases: [MapFormat] { ReportFormat.allCases.map { .report($0) } + [.geojson] }

    init?(argument: String) {
        guard let format = Self.allCases.first(where: { $0.word == argument }) else { return nil }
        self = format
    }

    /// The form of a report; nil for the map itself.
    var report: ReportFormat? {
        if case .report(let format) = self { return format }
        return nil
    }

    /// What it is called on the command line.
    var word: String { report?.rawValue ?? "geojson" }
    var defaultValueDescription: String { word }
    static var allValueStrings: [String] { allCases.map(\.word) }
}

/// The form of a report whose shapes can be had as a map.
struct MapOutputOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(
            "How to print: \(ReportFormat.words), or geojson for the shapes themselves."))
    var wanted: MapFormat?
    @OptionGroup var file: FileOptions

    /// The form that is printed.
    var chosen: MapFormat { wanted ?? .table }
    /// The form of errors.
    var format: OutputFormat { chosen == .json ? .json : .table }
    var isJSON: Bool { chosen == .json }
    /// Whether this form lists the largest pieces of a change.
    var listsPieces: Bool { [.table, .json, .report(.markdown)].contains { $0 == chosen } }

    /// Writes a report, or its shapes.
    func write(
        _ report: some Report, _ shapes: @autoclosure () -> String, as format: MapFormat? = nil,
        to out: Output,
        notices: [Notice], before: () throws -> Void = {}, envelope: () throws -> Envelope
    ) throws {
        let text = try (format ?? chosen).report?.text(
            of: report, width: PageWidth.current, words: .commandLine
        ) {
            try envelope().inCommandWords
        }
        try out.write(text ?? shapes())
        try before()
        try out.finish()
        if !isJSON { Messages.notices(notices, quiet: file.quiet) }
    }
}

/// Where an imported scenario and its account go.
struct ImportOutput: ParsableArguments {
    @OptionGroup var file: FileOptions
    @Option(name: .long, help: "How the account on standard error is printed: table or json.")
    var format: ImportFormat = .table

    var output: String? { file.output }
    var force: Bool { file.force }
    var quiet: Bool { file.quiet }
}

enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json
    var output: OutputFormat { self == .json ? .json : .table }
}

extension ReportFormat {
    /// All forms in a sentence: `table, json, csv or markdown`.
    static var words: String {
        let names = allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }
}
