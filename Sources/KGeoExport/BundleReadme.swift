// The README of a bundle: what each file is, who drew the map under which licence, and what QGIS must be told
// so that it measures the same.

internal import KGeoCore
internal import KGeoVerdict

struct BundleReadme {
    let maps: [BundleMap]
    /// The program that measured, and how.
    let tool, method: String
    /// The layers of each map.
    let layers: [[BundleLayer]]

    var text: String {
        var lines = ["# \(title)", ""]
        for map in maps {
            if maps.count > 1 { lines += ["## \(words(map.title ?? map.name))", ""] }
            if let summary = map.summary { lines += [words(summary), ""] }
            lines += ["Made from \(words(map.file)), SHA-256 \(map.sha256).", ""]
        }
        lines += [
            "**Measured on a drawn map, not on the ground.** A map is drawn by someone; kgeo says whether a figure fits",
            "it, and never true or false. Made with \(words(tool)).", "",
        ]
        lines += files + opening + measuring + findings + makers
        return lines.joined(separator: "\n") + "\n"
    }

    private var title: String {
        guard maps.count == 1, let only = maps.first else {
            return "\(maps.count) maps for QGIS"
        }
        return words(only.title ?? only.name)
    }

    private func words(_ text: String) -> String { MarkdownText.escaped(text) }

    // MARK: Parts

    private var files: [String] {
        var lines = ["## Files", "", "| file | what it holds | features |", "|---|---|---|"]
        for layer in layers.flatMap(\.self) {
            lines.append("| `\(layer.name).geojson` | \(layer.about) | \(layer.features.count) |")
        }
        if layers.allSatisfy(\.isEmpty) { lines.append("| – | the map has no geometry | 0 |") }
        lines += ["", "The `.qml` of the same name beside each is its style.", ""]
        let left = maps.flatMap(\.features).count { $0.shapes.isEmpty }
        if left > 0 { lines += ["Features without a geometry, which are in no file: \(left).", ""] }
        return lines
    }

    private var opening: [String] {
        [
            "## Opening it", "",
            "Drag the `.geojson` files into QGIS 3.22 or newer: it applies the styles by itself. geojson.io and GitHub draw",
            "them by the colours in their properties. Positions are WGS84 longitude and latitude, as they were measured.",
            "",
        ]
    }

    private var measuring: [String] {
        [
            "## Measuring it again", "",
            "`area_km2`, `perimeter_km` and `length_km` belong to exactly the shape they stand beside: geodesic, on the WGS84",
            "ellipsoid. In QGIS set Project ▸ Properties ▸ General ▸ Ellipsoid to *WGS 84 (EPSG:7030)*; then `$area / 1e6` and",
            "`$perimeter / 1e3` give the same numbers. GRS80 (EPSG:7019) gives them too, to ten digits. With the ellipsoid",
            "*None / Planimetric*, and with `area(@geometry)`, QGIS gives square degrees, which are no area.",
            "",
            "Parts drawn over each other count twice when features are added up in QGIS. Findings were measured on their",
            "union, which is the geometry in the layer of findings: \(method).", "",
        ]
    }

    private var findings: [String] {
        guard maps.contains(where: { !$0.findings.isEmpty }) else { return [] }
        var lines = ["## Findings", ""]
        for map in maps {
            var last: Finding?
            for found in map.findings where found.finding != last {
                let claim = found.finding.claim
                last = found.finding
                let quote = claim.quote.map { "“\(words($0))” " } ?? ""
                let source = claim.source.map(\.label) ?? ""
                let verdict = found.finding.verdict.words
                let because = words(found.finding.because)
                lines.append(
                    "- **\(words(claim.id))**: \(quote)\(source.isEmpty ? "" : "(\(words(source))) ")Said \(words(Figures.said(claim))); "
                        + (found.finding.because.hasPrefix(verdict) ? "" : "*\(verdict)*: ") + because + ".")
            }
        }
        lines += [
            "",
            "The layer of findings has a row per figure and definition. Rows on one piece of ground lie over each other; where",
            "their verdicts differ QGIS paints it grey and lists them. To see one figure, filter the layer by `\"claim\" = '…'`.",
            "Numbers that end in `_si` are m² for an area and parts of 1 for a share; `low95_si` and `high95_si` are the 95 %",
            "interval that the map gives.", "",
        ]
        return lines
    }

    /// Who drew what, and under which licence: each once, in the order of the map.
    private var makers: [String] {
        struct Maker: Hashable {
            var source, url, licence: String?
        }
        var order: [Maker] = []
        var counts: [Maker: Int] = [:]
        for feature in maps.flatMap(\.features) {
            let maker = Maker(source: feature.source, url: feature.sourceURL, licence: feature.licence)
            if counts[maker] == nil { order.append(maker) }
            counts[maker, default: 0] += 1
        }
        var lines = ["## Mapmakers and licences", ""]
        for map in maps {
            if let licence = map.licence {
                let which = maps.count > 1 ? " of \(words(map.name))" : ""
                lines += ["Licence of the map\(which) as a whole: \(words(licence)).", ""]
            }
        }
        for maker in order {
            let count = counts[maker] ?? 0
            var line = "- \(maker.source.map(words) ?? "a source that is not named")"
            if let url = maker.url { line += ", \(MarkdownText.link(url))" }
            if let licence = maker.licence { line += "; licence: \(words(licence))" }
            lines.append(line + " (\(count) \(count == 1 ? "feature" : "features"))")
        }
        if order.isEmpty { lines.append("No feature names its source.") }
        let places = maps.flatMap(\.features).map(\.coordinateSource)
        let texts = order.flatMap { [$0.source, $0.url, $0.licence] } + places
        if names("geonames", texts) {
            lines += ["", "Contains data of GeoNames, CC BY 4.0: <https://www.geonames.org>"]
        }
        if names("openstreetmap", texts) {
            lines += [
                "",
                "Contains data © OpenStreetMap contributors, ODbL 1.0: <https://www.openstreetmap.org/copyright>",
            ]
        }
        return lines
    }

    private func names(_ source: String, _ texts: [String?]) -> Bool {
        (texts + maps.map(\.licence)).contains { $0?.lowercased().contains(source) ?? false }
    }
}
