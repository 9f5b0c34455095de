// Names on the map, its scale and the way north.

internal import KGeoCore

extension Drawer {
    mutating func names(_ view: borrowing View, _ graticule: Graticule) {
        let field = view.field
        var placer = NamePlacer(in: field.grown(by: -3))
        furniture(view, &placer)
        svg.open("g", group("places", "settlements"))
        var written: [(MapDrawing.Place, Point, Point)] = []
        let size = 12.0
        for place in map.places.sorted(by: { ($1.weight, $0.name) < ($0.weight, $1.name) }) {
            guard let dot = view.point(place.coordinate), field.holds(dot) else { continue }
            let name = Lettering.cut(place.name, size: size, width: 220)
            let around = Box(left: dot.x - 3, top: dot.y - 3, right: dot.x + 3, bottom: dot.y + 3)
            guard placer.take(around), let corner = placer.beside(dot, name, size: size) else { continue }
            var place = place
            place.name = name
            written.append((place, dot, corner))
        }
        for (_, dot, _) in written {
            svg.element(
                "circle",
                [
                    "cx": SVG.number(dot.x), "cy": SVG.number(dot.y), "r": "2.6", "fill": palette.paper,
                    "stroke": palette.ink, "stroke-width": "1.2",
                ])
        }
        svg.close("g")
        svg.open("g", group("labels", "names"))
        for (place, _, corner) in written { halo(place.name, corner, size: size, anchor: "start") }
        for region in map.regions {
            guard let name = region.name, let middle = middle(of: rings(region.polygons, view), in: field)
            else { continue }
            let own = Lettering.cut(name, size: 13, width: field.width * 0.6)
            if let at = placer.around(middle, own, size: 13) {
                halo(own, at, size: 13, anchor: "middle", colour: palette.region, style: "italic")
            }
        }
        for line in graticule.lines {
            guard
                let end = line.isMeridian
                    ? line.parts.last?.min(by: { $0.y > $1.y }) : line.parts.first?.min(by: { $0.x < $1.x })
            else { continue }
            let at = line.isMeridian ? Point(end.x + 3, field.bottom - 4) : Point(field.left + 4, end.y - 3)
            let box = Box(
                left: at.x, top: at.y - 9, right: at.x + Lettering.width(line.label, size: 10),
                bottom: at.y + 1)
            if placer.take(box) { halo(line.label, at, size: 10, anchor: "start", colour: palette.region) }
        }
        svg.close("g")
    }

    /// The middle of the largest part of some rings that is in sight.
    private func middle(of rings: [[Point]], in field: Box) -> Point? {
        var best: (size: Double, point: Point)?
        for ring in rings {
            let own = FrameClip.ring(ring, to: field)
            guard own.count > 2 else { continue }
            var (sum, x, y) = (0.0, 0.0, 0.0)
            for (i, a) in own.enumerated() {
                let b = own[(i + 1) % own.count]
                let cross = a.x * b.y - b.x * a.y
                sum += cross
                x += (a.x + b.x) * cross
                y += (a.y + b.y) * cross
            }
            guard abs(sum) > 400, abs(sum) > best?.size ?? 0 else { continue }
            best = (abs(sum), Point(x / (3 * sum), y / (3 * sum)))
        }
        return best?.point
    }

    /// The scale bar at the lower right, and the way north above it.
    private mutating func furniture(_ view: borrowing View, _ placer: inout NamePlacer) {
        let field = view.field
        svg.open("g", group("scale", "scale and north"))
        let at = Point(field.right - 14 - field.width / 4, field.bottom - 26)
        if let bar = ScaleBar(view, at: at) {
            let left = field.right - 14 - bar.width
            let right = field.right - 14
            let y = field.bottom - 12
            _ = placer.take(
                Box(left: left - 6, top: y - 22, right: field.right - 4, bottom: field.bottom - 4))
            svg.element(
                "path",
                [
                    "d": "M\(SVG.number(left)) \(SVG.number(y - 5))v5h\(SVG.number(bar.width))v-5",
                    "fill": "none",
                    "stroke": palette.ink, "stroke-width": "1.6",
                ])
            halo(bar.label, Point((left + right) / 2, y - 7), size: 11, anchor: "middle")
        }
        let foot = Point(field.right - 22, field.top + 40)
        if let angle = North.angle(view, at: foot) {
            _ = placer.take(
                Box(left: foot.x - 16, top: field.top + 4, right: field.right - 4, bottom: foot.y + 6))
            svg.open(
                "g",
                ["transform": "rotate(\(SVG.number(angle)) \(SVG.number(foot.x)) \(SVG.number(foot.y - 12)))"]
            )
            let (x, y) = (SVG.number(foot.x), SVG.number(foot.y))
            svg.element(
                "path",
                [
                    "d": "M\(x) \(y)v-20m-4 6l4 -7l4 7", "fill": "none", "stroke": palette.ink,
                    "stroke-width": "1.6",
                ])
            halo("N", Point(foot.x, foot.y - 24), size: 11, anchor: "middle")
            svg.close("g")
        }
        svg.close("g")
    }

    /// Words with paper around them, so that they can be read on any ground.
    private mutating func halo(
        _ text: String, _ at: Point, size: Double, anchor: String, colour: String? = nil,
        style: String = "normal"
    ) {
        let (x, y) = (SVG.number(at.x), SVG.number(at.y))
        svg.words(
            "text",
            [
                "x": x, "y": y, "font-size": SVG.number(size), "font-style": style, "text-anchor": anchor,
                "fill": palette.halo, "stroke": palette.halo, "stroke-width": "3", "stroke-linejoin": "round",
                "stroke-opacity": "0.85", "aria-hidden": "true",
            ], text)
        svg.words(
            "text",
            [
                "x": x, "y": y, "font-size": SVG.number(size), "font-style": style, "text-anchor": anchor,
                "fill": colour ?? palette.ink,
            ], text)
    }
}
