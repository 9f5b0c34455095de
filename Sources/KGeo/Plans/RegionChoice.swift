// Regions of GeoData that are meant together: the ground that they cut out, and the areas that shares are taken of.

package import KGeoAtlas
package import KGeoControl
package import KGeoCore
internal import KGeoMeasure

/// One region of GeoData, or several that count as one.
package struct RegionChoice: Sendable {
    /// The regions.
    package let regions: [AtlasRegion]
    /// The file that they come from, as it is called.
    package let file: String

    /// Regions and their file.
    package init(_ regions: [AtlasRegion], file: String) {
        (self.regions, self.file) = (regions, file)
    }

    /// What they are called, each so that it means it alone.
    package var label: String { regions.map(\.label).joined(separator: "; ") }
    /// Their English names, as they can be typed.
    package var names: String { regions.map(\.englishName).joined(separator: "; ") }
    /// The codes of the countries that they lie in.
    package var countries: Set<String> { Set(regions.map(\.country)) }
    /// Whether the outlines are good enough for a verdict on a share.
    package var bearVerdicts: Bool { regions.allSatisfy(\.bearsVerdict) }

    /// What ground is cut by.
    package var cutting: CuttingRegion {
        CuttingRegion(
            name: label, polygons: regions.flatMap(\.polygons), knownLines: regions.flatMap(\.knownLines),
            ownError: regions.map(\.ownError).max())
    }

    /// Their official areas where they are one region, or several that all have one.
    package var officialAreas: [DenominatorUsed] {
        guard regions.count == 1, let region = regions.first else {
            let areas = regions.compactMap(\.officialAreas.first)
            guard areas.count == regions.count else { return [] }
            return [
                DenominatorUsed(
                    name: regions.map(\.englishName).joined(separator: " and ") + ", official areas",
                    squareMetres: areas.reduce(0) { $0 + $1.squareKilometres } * 1e6,
                    source: areas.map(\.source).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
                        .joined(separator: "; "))
            ]
        }
        return region.officialAreas.enumerated().map { number, area in
            DenominatorUsed(
                name: "\(region.englishName), \(number == 0 ? "official area" : "area also in use")",
                squareMetres: area.squareKilometres * 1e6, source: area.source)
        }
    }

    /// The denominators of a share of them: the official areas, else the area as drawn; none where the outlines are too
    /// coarse for one.
    package var denominators: [DenominatorUsed] {
        guard bearVerdicts else { return [] }
        let official = officialAreas
        guard official.isEmpty else { return official }
        return [
            DenominatorUsed(
                name: "\(label) as drawn",
                squareMetres: Measuring.area(of: regions.flatMap(\.polygons)).geodesicSquareMetres,
                source: file)
        ]
    }

    /// What a reader must know of them.
    package var notices: [Notice] {
        regions.compactMap { region in
            region.warning.map {
                Notice(.warning, Problem(.scenario, "\(region.label): \($0)").inFile(file))
            }
        }
    }
}

extension AtlasRegion {
    /// σ of the sides that are neither border nor coast, in m; of the worst line where there is no such side.
    package var ownError: Double {
        lines.filter { $0.kind == "inner" || $0.kind == "line" }.map(\.error).max() ?? worstError
    }

    /// Its borders and coasts, each with its σ.
    package var knownLines: [KnownLine] {
        var found: [(error: Double, lines: [LineString])] = []
        for line in lines where line.kind != "inner" {
            if let number = found.firstIndex(where: { $0.error == line.error }) {
                found[number].lines.append(line.line)
            } else {
                found.append((line.error, [line.line]))
            }
        }
        return found.map { KnownLine(geometry: .multiLineString($0.lines), boundaryError: $0.error) }
    }
}
