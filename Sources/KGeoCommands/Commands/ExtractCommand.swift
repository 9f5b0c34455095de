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
            as given, markup included. English. No network and no model: the same text gives the same figures.

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
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        let batches = files.filter { batch || $0.lowercased().hasSuffix(".jsonl") }
        if !batches.isEmpty, batches.count < files.count {
            throw Problem(
                .usage, "a batch (.jsonl) and plain texts cannot be mixed",
                hint: "run kgeo extract once for each")
        }
        let texts = try files.map { (name: $0, source: try ByteSource(path: $0)) }
        let log = InputLog(takesDigests: format == .json && batches.isEmpty)
        let out = try output.open(inputs: files)
        let extractor = Extractor()
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
                settings: ["batch": .bool(batch)], notices: [])
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
        var before = 0
        while let (text, _) = try pieces.next() {
            for var claim in extractor.claims(in: text) {
                claim.start += before
                claim.end += before
                claims.append(claim)
            }
            before += text.unicodeScalars.count
            if format.lines != nil {
                try write(ExtractedText(id: name, claims: claims), to: out)
                claims = []
            }
        }
        return format.lines != nil ? [] : [ExtractedText(id: name, claims: claims)]
    }

    /// A batch, line by line.
    private func lines(_ name: String, _ source: ByteSource, _ extractor: Extractor, _ out: Output) throws {
        var pieces = TextPieces(source, ending: .line)
        while let (text, first) = try pieces.next() {
            // By bytes: a carriage return and a line feed are one character.
            for (i, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            {
                let line = Substring(bytes)
                if line.allSatisfy(\.isWhitespace) { continue }
                let (id, body) = try Self.item(line, first + i, of: name)
                try write(ExtractedText(id: id, claims: extractor.claims(in: body)), to: out)
            }
        }
    }

    /// One line of a batch.
    private static func item(_ line: Substring, _ number: Int, of file: String) throws -> (
        id: String, text: String
    ) {
        func failure(_ message: String, _ hint: String?) -> Problem {
            var place = Problem.Place()
            place.file = file
            place.line = number
            place.column = 1
            return Problem(.json, message, at: place, hint: hint)
        }
        let value: JSONValue
        do {
            value = try JSONText.value(reading: ByteSource(text: String(line)))
        } catch {
            throw error.located {
                $0.file = file
                $0.line = number
            }
        }
        guard let text = value.object?["text"]?.string else {
            throw failure("this line has no \"text\"", "each line of a batch is {\"id\":…,\"text\":…}")
        }
        switch value.object?["id"] {
        case .string(let id): return (id, text)
        case .number(let id): return (id.text, text)
        default: throw failure("this line has no \"id\"", "each line of a batch is {\"id\":…,\"text\":…}")
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
