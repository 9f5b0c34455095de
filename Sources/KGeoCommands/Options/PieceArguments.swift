// The largest pieces of a change, which diff and series list and write as a map or table of their own.

internal import ArgumentParser
internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoReport
internal import SystemC

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
        return (
            output.listsPieces ? try listed(change, series: series) : [],
            isMap ? try all(change, series: series, by: regions) : []
        )
    }

    private func listed(_ change: MapChange, series: MapSeries?) throws -> [NamedPiece] {
        let pieces = change.largestPieces(advances)
        return try named(try series?.dated(pieces) ?? pieces)
    }

    /// All pieces, cut by regions where there are some.
    private func all(
        _ change: MapChange, series: MapSeries?, by regions: GroundRegions?
    ) throws -> [NamedPiece] {
        guard let regions else {
            let pieces = change.largestPieces(.max)
            return try named(try series?.dated(pieces) ?? pieces)
        }
        let names = regions.names + [GroundRegions.outside]
        var all: [NamedPiece] = []
        for (name, patches) in zip(names, try change.pieces(regions)) where !patches.isEmpty {
            let pieces = change.largestPieces(.max, of: patches)
            all += try named(try series?.dated(pieces) ?? pieces).map { piece in
                var piece = piece
                piece.region = name
                return piece
            }
        }
        // The largest first, wherever it lies.
        all.sort { $0.piece.patch.area.geodesicSquareMetres > $1.piece.patch.area.geodesicSquareMetres }
        for i in all.indices { all[i].piece.rank = i + 1 }
        return all
    }

    private func named(_ pieces: [ChangePiece]) throws -> [NamedPiece] {
        let folder = DataFolders.find(InputFile.given).geodata.flatMap { folder in
            access(FileName.bytes(folder + "/places"), F_OK) == 0 ? folder : nil
        }
        return try NamedPiece.named(pieces, geodata: folder)
    }

    /// Writes the pieces beside the answer.
    func write(_ map: () -> String, _ rows: () -> Rows, to output: Output?) throws {
        guard let output, let export else { return }
        let isTable = export.lowercased().hasSuffix(".csv")
        try output.write(isTable ? ReportFormat.csv.lines?.text(rows()) ?? "" : map())
        try output.finish()
    }
}
