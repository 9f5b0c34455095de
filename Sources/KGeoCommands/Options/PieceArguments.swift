// The largest pieces of a change, which diff and series list and write as a map or table of their own.

internal import ArgumentParser
internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoReport

struct PieceArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "How many of the largest pieces that changed are listed: how far the front moved across each, the nearest settlement and town, from when to when; the default is 10.",
            valueName: "n"))
    var advances = 10
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also write all pieces with these columns, a feature for each; as rows where the name ends in .csv.",
            valueName: "file"))
    var export: String?

    func validate() throws {
        guard advances >= 0 else {
            throw ValidationError("--advances must be a whole number, 0 or more, not \(advances)")
        }
    }

    /// The pieces that an answer lists, and all of them where a map or table of them is asked for.
    ///
    /// - Parameters:
    ///   - series: the maps between, which tell from when to when a piece changed.
    ///   - regions: by which those of the map are cut.
    func pieces(
        _ change: MapChange, series: MapSeries? = nil, by regions: GroundRegions?, _ output: MapOutputOptions
    ) throws -> (listed: [NamedPiece], all: [NamedPiece]) {
        // A series as a map is of its maps; a change as a map is of its pieces.
        let isMap = export != nil || (series == nil && output.chosen == .geojson)
        let all =
            isMap
            ? try named(
                regions.map { try change.largestPieces(by: $0) } ?? change.largestPieces(.max), series) : []
        guard output.listsPieces else { return ([], all) }
        // Those of the list are whole.
        let isCut = regions != nil
        return (
            isMap && !isCut ? Array(all.prefix(advances)) : try named(change.largestPieces(advances), series),
            all
        )
    }

    private func named(_ pieces: [ChangePiece], _ series: MapSeries?) throws -> [NamedPiece] {
        try NamedPiece.named(
            try series?.dated(pieces) ?? pieces, geodata: DataFolders.withPlaces(InputFile.given))
    }

    /// Writes the pieces beside the answer.
    func write(_ map: () -> String, _ rows: () -> Rows, to output: Output?) throws {
        guard let output, let export else { return }
        let isTable = export.lowercased().hasSuffix(".csv")
        try output.write(isTable ? ReportFormat.csv.lines?.text(rows()) ?? "" : map())
        try output.finish()
    }
}
