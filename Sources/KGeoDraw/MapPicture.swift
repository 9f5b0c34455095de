// A map as SVG: ground, error band, borders, names, graticule, scale bar, north, legend, who drew it and how.

public import KGeoCore

/// How a map is drawn.
public struct PictureOptions: Hashable, Sendable {
    /// The width of the drawing in px, 240 to 8,000.
    public var width = 900.0
    /// The ground it is made for.
    public var theme = DrawingTheme.light
    /// Whether what is around the drawing shows through.
    public var isTransparent = false
    /// What the names of its patterns begin with, so that several drawings can stand in one page: letters, digits and `-`.
    public var prefix = "kgeo"

    /// 900 px wide, for light ground.
    public init() {}

    /// The widths that are drawn.
    public static let widths = 240.0...8_000.0
}

/// A map drawn as SVG 1.1: named groups, no script, no reference to anything outside it.
public struct MapPicture {
    /// The text of the file.
    public let svg: String
    /// What the projection is called, with its parameters.
    public let projection: String

    /// Draws a map.
    ///
    /// - Throws: a problem for a drawing without any ground, line or place; for a width out of range; for ground on more than
    ///   half of the globe; or as PROJ does.
    public init(_ map: MapDrawing, _ options: PictureOptions = PictureOptions()) throws(Problem) {
        guard PictureOptions.widths.contains(options.width) else {
            throw Problem(
                .usage,
                "a picture may be \(Int(PictureOptions.widths.lowerBound)) to \(Int(PictureOptions.widths.upperBound)) px wide"
            )
        }
        let shown = Self.shown(map)
        guard !shown.isEmpty else {
            throw Problem(.scenario, "there is nothing to draw: no area, line or place has a shape")
        }
        let margin = 12.0
        let inner = options.width - 2 * margin
        let header = Header(map, left: margin, top: margin, width: inner)
        let view = try View(
            showing: shown, left: margin, top: header.bottom + 6, width: inner,
            heights: (inner * 0.45)...(inner * 1.15))
        let legend = Legend(map, view, left: margin, top: view.field.bottom + 10, width: inner)
        projection = view.projectionName
        var drawer = Drawer(map: map, options: options, palette: .of(options.theme))
        svg = drawer.text(view, header, legend, height: legend.bottom + margin)
    }

    /// What the picture must show: the ground, else the lines and places.
    private static func shown(_ map: MapDrawing) -> [Coordinate] {
        let areas = map.grounds.flatMap(\.polygons)
        let corners = areas.compactMap(\.shell).flatMap(\.coordinates)
        let places = map.places.map(\.coordinate)
        if !corners.isEmpty { return corners }
        let lines = map.lines.flatMap(\.parts).flatMap(\.coordinates)
        return lines.isEmpty ? places : lines
    }
}

/// The lines above the map.
struct Header {
    static let size = 16.0
    let lines: [String]
    let left, top, bottom: Double

    init(_ map: MapDrawing, left: Double, top: Double, width: Double) {
        lines = Lettering.lines(map.title, size: Self.size * 1.06, width: width)
        (self.left, self.top) = (left, top)
        bottom = top + Double(lines.count) * Self.size * 1.3
    }
}

/// What stands below the map: swatches with words, then lines of text.
struct Legend {
    static let size = 12.0
    static let row = 20.0

    /// One entry and where it begins.
    struct Entry {
        enum Sign: Hashable {
            case ground(MapDrawing.Fill)
            case line(MapDrawing.Line.Kind)
            case band, place
        }
        var sign: Sign
        var label: String
        var corner: Point
    }

    private(set) var entries: [Entry] = []
    private(set) var notes: [(text: String, baseline: Double)] = []
    let left: Double
    private(set) var bottom: Double

    init(_ map: MapDrawing, _ view: borrowing View, left: Double, top: Double, width: Double) {
        self.left = left
        bottom = top
        var signs: [(Entry.Sign, String)] = []
        for ground in map.grounds where !signs.contains(where: { $0 == (.ground(ground.fill), ground.label) })
        {
            signs.append((.ground(ground.fill), ground.label))
        }
        let widths = map.bands.map(\.halfWidthMetres).filter { $0 > 0 }
        if let least = widths.min(), let most = widths.max() {
            let (low, high) = (Self.metres(least), Self.metres(most))
            let words = low == high ? "± \(low)" : "± \(low) to \(high)"
            signs.append((.band, "where the line may be, 19 times in 20 (\(words))"))
        }
        for line in map.lines where !signs.contains(where: { $0 == (.line(line.kind), line.label) }) {
            signs.append((.line(line.kind), line.label))
        }
        if !map.places.isEmpty { signs.append((.place, "settlement")) }
        var (x, y) = (left, top)
        for (sign, label) in signs {
            let own = Lettering.cut(label, size: Self.size, width: width - 34)
            let needs = 34 + Lettering.width(own, size: Self.size) + 18
            if x > left, x + needs - 18 > left + width { (x, y) = (left, y + Self.row) }
            entries.append(Entry(sign: sign, label: own, corner: Point(x, y)))
            x += needs
        }
        if !entries.isEmpty { bottom = y + Self.row + 4 }
        for note in map.notes + [
            "Projection: \(view.projectionName). Drawn by kgeo; measured on the full outlines, not on this picture."
        ] {
            for line in Lettering.lines(note, size: Self.size - 1, width: width) {
                bottom += 15
                notes.append((line, bottom))
            }
        }
        if !notes.isEmpty { bottom += 5 }
    }

    /// A width in two digits: "1.2 km", "340 m".
    private static func metres(_ value: Double) -> String {
        if value < 995 {
            return value < 99.5 ? "\(Int(value.rounded())) m" : "\(Int((value / 10).rounded()) * 10) m"
        }
        return value < 9_950 ? "\(SVG.number(value / 1_000)) km" : "\(Int((value / 1_000).rounded())) km"
    }
}
