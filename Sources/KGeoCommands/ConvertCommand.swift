// kgeo convert: a printed figure in another unit, and whether two printed units agree.

internal import ArgumentParser
internal import KGeo

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
        let rows = zip(figure.numbers, numbers).map {
            Converted(printed: $0, from: figure.unit, number: $1, unit: other)
        }
        let out = try output.open()
        switch output.format {
        case .json:
            let members: JSONObject = [
                "figure": .string(text), "qualifier": .string(figure.qualifier.rawValue),
                "from": .string(figure.unit.name), "unit": .string(other.name),
                "nominal": .bool(!other.isExact || !figure.unit.isExact),
                "numbers": Converted.columns.array(rows),
            ]
            try out.write(answer(["to": .string(name)], members))
        case .csv: try Converted.columns.csv(rows, to: out)
        case .table:
            let rounded = numbers.map { Figures.plain($0.rounded.value) }.joined(separator: "–")
            let words = figure.qualifier.words
            try out.line(
                "\(SafeText.escaped(text)) = \(words.isEmpty ? "" : words + " ")\(rounded) \(other.symbol)")
            for (printed, number) in zip(figure.numbers, numbers) {
                let ends = Figures.ends(number.interval.low, number.interval.high)
                try out.line(
                    "  \(Figures.plain(printed.value)) \(figure.unit.symbol) is \(Figures.plain(number.exact)) \(other.symbol); as printed it stands for \(ends.low) to \(ends.high)"
                )
            }
            if !other.isExact || !figure.unit.isExact {
                let unit = other.isExact ? figure.unit : other
                try out.line("  the size of \(unit.symbol) is a convention: \(unit.source)")
            }
        }
        try out.finish()
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
        let out = try output.open()
        switch output.format {
        case .json:
            let members: JSONObject = [
                "pair": .string(text), "from": .string(first.unit.name), "unit": .string(second.unit.name),
                "conversion_mismatch": .bool(pairs.contains(where: \.isMismatch)),
                "numbers": Self.pairColumns.array(pairs),
            ]
            try out.write(answer([:], members))
        case .csv: try Self.pairColumns.csv(pairs, to: out)
        case .table: for pair in pairs { for line in Self.sentences(pair) { try out.line(line) } }
        }
        try out.finish()
    }

    private func answer(_ settings: JSONObject, _ members: JSONObject) -> String {
        Envelope(
            command: "convert", tool: .current(), inputs: [], settings: settings, members: members,
            notices: []
        ).text
    }

    private static let pairColumns = Columns<PrintedPair>([
        Column("first") { .number($0.first.value) }, .cell("first_unit") { .string($0.unit.name) },
        Column("second") { .number($0.second.value) }, .cell("second_unit") { .string($0.other.name) },
        Column("first_in_second_unit") { .number($0.firstInOther) },
        Column("second_in_first_unit") { .number($0.secondInUnit) },
        Column("relation") { .string($0.relation.rawValue) }, Column("slip") { .text($0.slip?.rawValue) },
        Column("conversion_mismatch") { .bool($0.isMismatch) },
        Column("deviation") { .number($0.deviation) },
    ])

    private static func sentences(_ pair: PrintedPair) -> [String] {
        let first = "\(Figures.plain(pair.first.value)) \(pair.unit.symbol)"
        let second = "\(Figures.plain(pair.second.value)) \(pair.other.symbol)"
        let right = ConvertedNumber(pair.first, from: pair.unit, to: pair.other).rounded.value
        let left = ConvertedNumber(pair.second, from: pair.other, to: pair.unit).rounded.value
        let both =
            "\(first) is \(Figures.short(pair.firstInOther)) \(pair.other.symbol); \(second) is \(Figures.short(pair.secondInUnit)) \(pair.unit.symbol)"
        switch pair.relation {
        case .both: return ["= agree: either is the other, rounded", "  " + both]
        case .secondIsRounded: return ["= agree: \(second) is \(first), rounded", "  " + both]
        case .firstIsRounded: return ["= agree: \(first) is \(second), rounded", "  " + both]
        case .neither:
            var lines = [
                "≠ neither is the other, rounded (\(pair.deviation > 0 ? "+" : "−")\(Figures.short(abs(pair.deviation) * 100)) %)",
                "  " + both,
                "  if \(first) is right, the second would be \(Figures.plain(right)) \(pair.other.symbol)",
                "  if \(second) is right, the first would be \(Figures.plain(left)) \(pair.unit.symbol)",
            ]
            switch pair.slip {
            case .inverted: lines.append("  it looks multiplied where it should have been divided")
            case .powerOfTen: lines.append("  it looks off by a power of ten")
            case nil: break
            }
            return lines
        }
    }
}

/// A number of a printed figure in two units.
private struct Converted {
    var printed: PrintedNumber
    var from: MeasureUnit
    var number: ConvertedNumber
    var unit: MeasureUnit

    static let columns = Columns<Converted>([
        Column("printed") { .number($0.printed.value) }, .cell("from") { .string($0.from.name) },
        Column("value") { .number($0.number.exact) },
        Column("rounded") { .number($0.number.rounded.value) },
        Column("step") { .number($0.number.rounded.step) },
        Column("low") { .number($0.number.interval.low) },
        Column("high") { .number($0.number.interval.high) }, .cell("unit") { .string($0.unit.name) },
    ])
}
