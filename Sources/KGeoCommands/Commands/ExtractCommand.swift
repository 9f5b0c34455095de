// kgeo extract: geospatial figures in plain text, Markdown and HTML.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoExtract
internal import KGeoJSON
internal import KGeoReport

struct ExtractCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Find geospatial figures in plain text, Markdown or HTML.",
        discussion: """
            Finds areas, shares of territory, lengths, distances, depths, widths, radii and rates, with the words that \
            qualify them, what is said of them, and where they stand: offsets count Unicode code points of the text \
            as given, markup included. A text is read in the language that it seems to be in, English, Ukrainian, \
            Russian, German, French or Spanish; --language names it. No network and no model: the same text gives the \
            same figures.

            A file that ends in .jsonl is a batch: each line is an object with "id" and "text" and is answered by a \
            line of JSON. --batch reads standard input so.

            Examples:
              kgeo extract article.txt
              kgeo extract page.html --format json
              kgeo extract articles.jsonl --output claims.jsonl
            """)
    @Argument(help: ArgumentHelp("Texts; - is standard input.", valueName: "text"))
    var files: [String]
    @Flag(name: .long, help: "Read every input as lines of {\"id\",\"text\"}, whatever its name.")
    var batch = false
    @OptionGroup var languages: LanguageArguments
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        let batches = files.filter { batch || BatchLine.isBatch($0) }
        if !batches.isEmpty, batches.count < files.count {
            throw Problem(
                .usage, "a batch (.jsonl) and plain texts cannot be mixed",
                hint: "run kgeo extract once for each")
        }
        let language = try languages.value()
        let texts = try files.map { (name: $0, source: try ByteSource(path: $0)) }
        let log = InputLog(takesDigests: format == .json && batches.isEmpty)
        let out = try output.open(inputs: files)
        let extractor = Extractor(language: language)
        if let lines = format.lines { try out.write(lines.text(ExtractedText.rows(of: []))) }
        var answers: [ExtractedText] = []
        for (name, source) in texts {
            if batches.isEmpty {
                log.watch(source)
                answers += try whole(name, source, extractor, out)
                log.add(source, isMain: true)
            } else {
                do {
                    try lines(name, source, extractor, out)
                } catch {
                    // The lines before a broken one were answered.
                    if !out.isWhole { try out.flush() }
                    throw error
                }
            }
        }
        guard batches.isEmpty, format.lines == nil else { return try out.finish() }
        try output.write(ExtractReport(answers), to: out) {
            Envelope(
                command: "extract", tool: .current(), inputs: log.records,
                settings: ["batch": .bool(batch), "language": .text(languages.language)], notices: [])
        }
    }

    /// One text; a long one in pieces, whose claims count their places from the beginning of the text.
    ///
    /// - Returns: the text, where it is to be answered with others.
    private func whole(
        _ name: String, _ source: ByteSource, _ extractor: Extractor, _ out: Output
    ) throws -> [ExtractedText] {
        var pieces = TextPieces(source, ending: .paragraph)
        var claims: [ExtractedClaim] = []
        var counts: [ExtractedCount] = []
        var before = 0
        var extractor = extractor
        var isRead = false
        while let (text, _) = try pieces.next() {
            // The beginning of a text says what language it is in.
            if !isRead {
                switch extractor.language(of: text) {
                case .read(let language): extractor = Extractor(language: language)
                case .unread(let other): throw LanguageArguments.unread(other, file: name)
                }
                isRead = true
            }
            for var claim in extractor.claims(in: text) {
                claim.start += before
                claim.end += before
                claims.append(claim)
            }
            for var count in format.lines == nil ? extractor.counts(in: text) : [] {
                count.start += before
                count.end += before
                counts.append(count)
            }
            before += text.unicodeScalars.count
            if format.lines != nil {
                try write(ExtractedText(id: name, claims: claims), to: out)
                claims = []
            }
        }
        guard format.lines == nil else { return [] }
        let language = TextLanguage.read(extractor.language ?? .english)
        return [ExtractedText(id: name, claims: claims, counts: counts, language: language)]
    }

    /// A batch, line by line.
    private func lines(_ name: String, _ source: ByteSource, _ extractor: Extractor, _ out: Output) throws {
        var pieces = TextPieces(source, ending: .line)
        while let (text, first) = try pieces.next() {
            for (number, line) in BatchLine.lines(text, from: first) {
                let item = try BatchLine(line, number, of: name)
                let claims = extractor.claims(in: item.text)
                let counts = format.lines == nil ? extractor.counts(in: item.text) : []
                let language = extractor.language(of: item.text)
                try write(
                    ExtractedText(id: item.id, claims: claims, counts: counts, language: language), to: out)
            }
        }
    }

    /// Rows below the header that stands already, or a line of a batch.
    private func write(_ text: ExtractedText, to out: Output) throws {
        if let lines = format.lines {
            try out.write(lines.lines(text.ownRows))
        } else {
            try out.line(JSONWriter.compact(.object(text.members)))
        }
    }
}
