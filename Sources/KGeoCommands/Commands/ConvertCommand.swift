// kgeo convert: a printed figure in another unit, and whether two printed units agree.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoCore
internal import KGeoExtract
internal import KGeoReport

struct ConvertCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Convert a printed figure, keeping its digits honest; or test a printed conversion.",
        discussion: """
            A figure is rounded as it was printed: "100 square miles" stands for 90 to 110 of them and becomes \
            260 km², not 258.999. With --pair two printed figures are tested: is one the other, rounded? If not, both \
            possible corrections are given.

            Examples:
              kgeo convert "100-400 sq mi" --to km2
              kgeo convert --pair "1,250 km (800 mi)"
            """)
    @Argument(help: ArgumentHelp("The figure, such as \"about 1,300 km2\".", valueName: "figure"))
    var figure: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The unit to convert into; kgeo schema --units lists them.", valueName: "unit"))
    var to: String?
    @Option(
        name: .long, help: ArgumentHelp("Two printed figures, the second in brackets.", valueName: "pair"))
    var pair: String?
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        switch (figure, to, pair) {
        case (let figure?, let to?, nil): try convert(figure, to)
        case (nil, nil, let pair?): try test(pair)
        default:
            throw Problem(
                .usage, "give a figure and --to UNIT, or --pair",
                hint: "kgeo convert \"100-400 sq mi\" --to km2; kgeo convert --pair \"1,250 km (800 mi)\"")
        }
    }

    private func read(_ text: String) throws -> PrintedFigure {
        do { return try FigureReader.english.figure(text) } catch {
            throw Problem(.usage, error.message, remedy: error.remedy)
        }
    }

    private func convert(_ text: String, _ name: String) throws {
        let figure = try read(text)
        guard let other = FigureReader.english.unit(name) else {
            throw Problem(
                .usage, "\"\(name)\" is no unit that kgeo knows", hint: "kgeo schema --units lists them")
        }
        guard other.dimension == figure.unit.dimension else {
            throw Problem(
                .usage,
                "\(figure.unit.name) is \(figure.unit.dimension.rawValue), \(other.name) is \(other.dimension.rawValue)"
            )
        }
        let numbers = figure.numbers.map { ConvertedNumber($0, from: figure.unit, to: other) }
        let report = ConvertReport(
            text: text, figure: figure, numbers: Array(zip(figure.numbers, numbers)), unit: other)
        try output.write(report) { envelope(["to": .string(name)]) }
    }

    private func test(_ text: String) throws {
        guard let open = text.lastIndex(of: "("), text.last == ")" else {
            throw Problem(
                .usage, "--pair needs a second figure in brackets", hint: "such as \"1,250 km (800 mi)\"")
        }
        let first = try read(String(text[..<open]))
        let second = try read(String(text[text.index(after: open)...].dropLast()))
        guard first.unit.dimension == second.unit.dimension, first.numbers.count == second.numbers.count
        else {
            throw Problem(.usage, "the two figures do not speak of the same quantity")
        }
        let pairs = zip(first.numbers, second.numbers).map { PrintedPair($0, first.unit, $1, second.unit) }
        let report = PairReport(text: text, from: first.unit, to: second.unit, pairs: pairs)
        try output.write(report) { envelope([:]) }
    }

    private func envelope(_ settings: JSONObject) -> Envelope {
        Envelope(command: "convert", tool: .current(), inputs: [], settings: settings, notices: [])
    }
}
