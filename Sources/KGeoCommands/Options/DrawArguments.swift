// A picture of the map beside the answer.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoDraw
internal import KGeoReport
internal import KGeoScenario

struct DrawArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also draw the map as SVG: its ground on the day of the figures, the band in which its line may run, borders, settlements, scale.",
            valueName: "file"))
    var draw: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The width of the picture, 240 to 8,000; the default is 900.", valueName: "px"))
    var drawWidth: Int?
    @Option(name: .long, help: "What the picture is made for: light or dark ground.")
    var drawTheme: ThemeChoice = .light
    @Flag(name: .long, help: "Let what is around the picture show through it.")
    var drawTransparent = false

    func validate() throws {
        if let drawWidth, !PictureOptions.widths.contains(Double(drawWidth)) {
            throw ValidationError("--draw-width must be 240 to 8000, not \(drawWidth)")
        }
        if let draw, draw.lowercased().hasSuffix(".png") || draw.lowercased().hasSuffix(".pdf") {
            throw ValidationError(
                "--draw writes SVG; rsvg-convert makes a PNG or PDF of it: rsvg-convert FILE.svg -o \(SafeText.escaped(draw))"
            )
        }
        guard draw == nil else { return }
        let given = [
            drawWidth == nil ? nil : "--draw-width", drawTheme == .light ? nil : "--draw-theme",
            drawTransparent ? "--draw-transparent" : nil,
        ].compactMap(\.self)
        if let option = given.first {
            throw ValidationError("\(option) is said of a picture: name its file with --draw")
        }
    }

    /// The picture of checked maps; nil where none is asked for.
    ///
    /// - Throws: a problem (64) for several maps, which one picture does not show; or as drawing does.
    func picture(_ checked: CheckedMaps, geodata: String?) throws(Problem) -> String? {
        guard draw != nil else { return nil }
        guard checked.maps.count == 1, let (loaded, checker) = checked.maps.first else {
            throw Problem(
                .usage, "--draw draws one map", hint: "give one file, and draw the others each by itself")
        }
        var options = PictureOptions()
        if let drawWidth { options.width = Double(drawWidth) }
        options.theme = drawTheme.theme
        options.isTransparent = drawTransparent
        let drawing = try CheckPicture.drawing(
            loaded.scenario, checker, findings: checked.report.files.first?.findings ?? [],
            geodata: DataFolders.withPlaces(geodata))
        do {
            return try MapPicture(drawing, options).svg
        } catch {
            throw error.inFile(loaded.scenario.file)
        }
    }
}

/// The ground that a picture is made for, as it is written on the command line.
enum ThemeChoice: String, CaseIterable, ExpressibleByArgument {
    case light, dark

    var theme: DrawingTheme {
        switch self {
        case .light: .light
        case .dark: .dark
        }
    }
}
