// The words above and below the map.

internal import KGeoCore

extension Drawer {
    mutating func words(_ header: Header) {
        svg.open("g", group("heading", "title"))
        for (i, line) in header.lines.enumerated() {
            svg.words(
                "text",
                [
                    "x": SVG.number(header.left),
                    "y": SVG.number(header.top + Header.size * (0.95 + 1.3 * Double(i))),
                    "font-size": SVG.number(Header.size), "font-weight": "bold", "fill": palette.ink,
                ], line)
        }
        svg.close("g")
    }

    mutating func signs(_ legend: Legend) {
        svg.open("g", group("legend", "legend"))
        for entry in legend.entries {
            let (x, y) = (entry.corner.x, entry.corner.y)
            sign(entry.sign, Box(left: x, top: y + 2, right: x + 28, bottom: y + 16))
            svg.words(
                "text",
                [
                    "x": SVG.number(x + 34), "y": SVG.number(y + 13), "font-size": SVG.number(Legend.size),
                    "fill": palette.ink,
                ], entry.label)
        }
        svg.close("g")
        svg.open("g", group("notes", "notes"))
        for note in legend.notes {
            svg.words(
                "text",
                [
                    "x": SVG.number(legend.left), "y": SVG.number(note.baseline),
                    "font-size": SVG.number(Legend.size - 1), "fill": palette.ink,
                ], note.text)
        }
        svg.close("g")
    }

    private mutating func sign(_ sign: Legend.Entry.Sign, _ box: Box) {
        let (x, y, w, h) = (
            SVG.number(box.left), SVG.number(box.top), SVG.number(box.width), SVG.number(box.height)
        )
        let middle = SVG.number((box.top + box.bottom) / 2)
        switch sign {
        case .ground(let fill):
            let colour = palette.colour(of: fill.side)
            svg.element(
                "rect",
                ["x": x, "y": y, "width": w, "height": h, "fill": colour, "fill-opacity": fill.opacity])
            if fill.hatch != nil {
                svg.element(
                    "rect",
                    [
                        "x": x, "y": y, "width": w, "height": h, "fill": "url(#\(id(fill.name)))",
                        "fill-opacity": "0.75",
                    ])
            }
            svg.element(
                "rect",
                [
                    "x": x, "y": y, "width": w, "height": h, "fill": "none", "stroke": colour,
                    "stroke-width": "1.4", "stroke-dasharray": fill.dashes ?? "none",
                ])
        case .band:
            let colour = palette.colour(of: map.bands.first?.side)
            svg.element(
                "rect",
                [
                    "x": x, "y": y, "width": w, "height": h, "fill": colour,
                    "fill-opacity": "0.2",
                ])
            svg.element(
                "path",
                ["d": "M\(x) \(middle)h\(w)", "stroke": colour, "stroke-width": "1.4"])
        case .line(let kind):
            let look = self.look(of: kind)
            svg.element(
                "path",
                [
                    "d": "M\(x) \(middle)h\(w)", "stroke": look.colour, "stroke-width": look.width,
                    "stroke-dasharray": look.dashes,
                ])
        case .place:
            svg.element(
                "circle",
                [
                    "cx": SVG.number((box.left + box.right) / 2), "cy": middle, "r": "2.6",
                    "fill": palette.paper, "stroke": palette.ink, "stroke-width": "1.2",
                ])
        }
    }
}
