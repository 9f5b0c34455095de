// The elements of a map's picture, from the ground up.

internal import KGeoCore

/// Writes a map in a view.
struct Drawer {
    let map: MapDrawing
    let options: PictureOptions
    let palette: Palette
    var svg = SVG()

    init(map: MapDrawing, options: PictureOptions, palette: Palette) {
        self.map = map
        self.options = options
        self.palette = palette
    }

    /// The whole file.
    mutating func text(_ view: borrowing View, _ header: Header, _ legend: Legend, height: Double) -> String {
        let (width, high) = (SVG.number(options.width), SVG.number(height))
        svg.open(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg",
                "xmlns:inkscape": "http://www.inkscape.org/namespaces/inkscape", "width": width,
                "height": high,
                "viewBox": "0 0 \(width) \(high)", "role": "img",
                "aria-labelledby": "\(id("title")) \(id("alternative"))",
                "font-family": "'DejaVu Sans', Verdana, Arial, sans-serif",
            ])
        svg.words("title", ["id": id("title")], map.title)
        svg.words("desc", ["id": id("alternative")], map.alternative)
        definitions(view)
        if !options.isTransparent {
            svg.element("rect", ["id": id("paper"), "width": width, "height": high, "fill": palette.paper])
        }
        field(view)
        words(header)
        signs(legend)
        svg.close("svg")
        return svg.text
    }

    func id(_ name: String) -> String { "\(options.prefix)-\(name)" }

    // MARK: Definitions

    private mutating func definitions(_ view: borrowing View) {
        svg.open("defs")
        svg.open("clipPath", ["id": id("field")])
        svg.element("rect", Self.rect(view.field))
        svg.close("clipPath")
        var fills: [MapDrawing.Fill] = []
        for fill in map.grounds.map(\.fill) where !fills.contains(fill) { fills.append(fill) }
        for fill in fills {
            guard let hatch = fill.hatch else { continue }
            let side = SVG.number(hatch.distance)
            svg.open(
                "pattern",
                [
                    "id": id(fill.name), "patternUnits": "userSpaceOnUse", "width": side, "height": side,
                    "patternTransform": "rotate(\(SVG.number(-fill.slant)))",
                ])
            svg.element(
                "line",
                [
                    "x1": "0", "y1": SVG.number(hatch.distance / 2), "x2": side,
                    "y2": SVG.number(hatch.distance / 2), "stroke": palette.colour(of: fill.side),
                    "stroke-width": SVG.number(hatch.width),
                ])
            svg.close("pattern")
        }
        svg.close("defs")
    }

    static func rect(_ box: Box) -> KeyValuePairs<String, String> {
        [
            "x": SVG.number(box.left), "y": SVG.number(box.top), "width": SVG.number(box.width),
            "height": SVG.number(box.height),
        ]
    }

    // MARK: The map

    private mutating func field(_ view: borrowing View) {
        let field = view.field
        svg.open("g", ["id": id("map"), "clip-path": "url(#\(id("field")))"])
        svg.element(
            "rect",
            [
                "id": id("land"), "x": SVG.number(field.left), "y": SVG.number(field.top),
                "width": SVG.number(field.width), "height": SVG.number(field.height), "fill": palette.land,
            ])
        let graticule = Graticule(view)
        svg.open("g", group("graticule", "graticule"))
        for line in graticule.lines {
            svg.element(
                "path",
                [
                    "d": SVG.path(line.parts, isClosed: false), "fill": "none", "stroke": palette.faint,
                    "stroke-width": "0.7",
                ])
        }
        svg.close("g")
        svg.open("g", group("regions", "regions"))
        for region in map.regions {
            let path = SVG.path(outlines(region.polygons, view), isClosed: false)
            guard !path.isEmpty else { continue }
            svg.element(
                "path",
                [
                    "d": path, "fill": "none", "stroke": palette.region, "stroke-width": "1",
                    "stroke-dasharray": "7 2 1.5 2",
                ])
        }
        svg.close("g")
        control(view)
        svg.open("g", group("lines", "borders and lines"))
        for line in map.lines {
            var parts: [[Point]] = []
            for own in line.parts { parts += stroke(own.coordinates, view) }
            let path = SVG.path(parts, isClosed: false)
            guard !path.isEmpty else { continue }
            let look = self.look(of: line.kind)
            svg.element(
                "path",
                [
                    "d": path, "fill": "none", "stroke": look.colour, "stroke-width": look.width,
                    "stroke-dasharray": look.dashes,
                ])
        }
        svg.close("g")
        names(view, graticule)
        svg.close("g")
        svg.element(
            "rect",
            [
                "id": id("frame"), "x": SVG.number(field.left), "y": SVG.number(field.top),
                "width": SVG.number(field.width), "height": SVG.number(field.height), "fill": "none",
                "stroke": palette.region, "stroke-width": "1",
            ])
    }

    private mutating func control(_ view: borrowing View) {
        svg.open("g", group("control", "control"))
        for ground in map.grounds {
            let colour = palette.colour(of: ground.fill.side)
            let fills = SVG.path(rings(ground.polygons, view), isClosed: true)
            let strokes = SVG.path(outlines(ground.polygons, view), isClosed: false)
            guard !fills.isEmpty || !strokes.isEmpty else { continue }
            svg.open("g", ["class": ground.fill.kind.rawValue])
            svg.words("title", [:], ground.label)
            svg.element(
                "path",
                [
                    "d": fills, "fill-rule": "evenodd", "fill": colour, "fill-opacity": ground.fill.opacity,
                ])
            if ground.fill.hatch != nil {
                svg.element(
                    "path",
                    [
                        "d": fills, "fill-rule": "evenodd", "fill": "url(#\(id(ground.fill.name)))",
                        "fill-opacity": "0.75",
                    ])
            }
            svg.element(
                "path",
                [
                    "d": strokes, "fill": "none", "stroke": colour, "stroke-width": "1.4",
                    "stroke-linejoin": "round", "stroke-dasharray": ground.fill.dashes ?? "none",
                ])
            svg.close("g")
        }
        svg.close("g")
        svg.open("g", group("error-band", "error band, ± 2σ"))
        // Bands of one side lie in one group, whose opacity is that of all together: where they overlap they are no darker.
        for side in Self.ordered(map.bands.map(\.side)) {
            svg.open("g", ["opacity": "0.22"])
            // A band that is hardly wider than the line itself is not seen.
            for band in map.bands where band.side == side && 2 * band.halfWidthMetres * view.scale > 2 {
                let path = SVG.path(stroke(band.line.coordinates, view), isClosed: false)
                guard !path.isEmpty else { continue }
                svg.element(
                    "path",
                    [
                        "d": path, "fill": "none", "stroke": palette.colour(of: band.side),
                        "stroke-width": SVG.number(2 * band.halfWidthMetres * view.scale),
                        "stroke-linejoin": "round", "stroke-linecap": "round",
                    ])
            }
            svg.close("g")
        }
        svg.close("g")
    }

    private static func ordered(_ sides: [Int?]) -> [Int?] {
        var seen: [Int?] = []
        for side in sides where !seen.contains(side) { seen.append(side) }
        return seen
    }

    func look(of kind: MapDrawing.Line.Kind) -> (colour: String, width: String, dashes: String) {
        switch kind {
        case .border: (palette.border, "1.6", "9 3 2 3")
        case .front: (palette.front, "2.4", "none")
        case .way: (palette.border, "1.6", "5 3")
        }
    }

    func group(_ name: String, _ label: String) -> KeyValuePairs<String, String> {
        ["id": id(name), "inkscape:groupmode": "layer", "inkscape:label": label]
    }
}
