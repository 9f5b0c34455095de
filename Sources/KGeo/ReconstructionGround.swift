// The ground of a reconstruction: a window cut by a border, or polygons, and what of it goes into the scenario.

package import KGeoCore
package import KGeoJSON
package import KGeoReconstruct
internal import KGeoSurface

/// The ground of a reconstruction, and what of it goes into the scenario.
package struct ReconstructionGround: Sendable {
    /// The file that bounds it.
    package let file: String
    /// What it is, in words: `the side of the border with 69 of 157 settlements`.
    package private(set) var words: String
    /// The window whose edges end it.
    package private(set) var window: BoundingBox?
    package private(set) var polygons: [Polygon]
    package private(set) var references: [Feature] = []
    /// The lines that cut the window: from there a side came.
    package private(set) var border: [LineString] = []
    package private(set) var licence: String?

    /// The surfaces among some features of a file.
    ///
    /// - Parameter words: the file as the user named it.
    /// - Throws: a problem when there is no surface, or they cannot be laid together.
    package init(
        within words: String, file: String, collection: CollectionRecord, features: [Feature]
    ) throws(Problem) {
        self.file = file
        let surfaces = features.compactMap(\.geometry).flatMap(\.polygons)
        guard !surfaces.isEmpty else { throw Self.problem("there is no polygon in this file", file) }
        do throws(Problem) {
            polygons = try BorderedRegion.union(surfaces)
        } catch {
            throw error.inFile(file)
        }
        licence = Self.licence(collection, features)
        self.words = "the areas of \(words)"
    }

    /// The side of a window, cut by the lines of a file, on which most of some places lie.
    ///
    /// - Throws: a problem when there is no line, or it does not cut the window.
    package init(
        window box: BoundingBox, border: String, _ document: GeoJSONDocument, places: [Coordinate]
    ) throws(Problem) {
        window = box
        file = border
        let lines = document.features.compactMap(\.geometry).flatMap { geometry in
            geometry.lines + geometry.polygons.flatMap(\.rings).map { LineString($0.positions) }
        }
        guard !lines.isEmpty else { throw Self.problem("there is no line in this file", border) }
        do throws(Problem) {
            let side = try BorderedRegion.side(of: box, border: lines, with: places)
            polygons = side.ground
            self.border = try BorderedRegion.clip(lines, to: box)
            words =
                "the side of the border with \(side.count) of \(places.count) settlements"
            licence = Self.licence(document.collection, document.features)
            for feature in document.features {
                guard let geometry = feature.geometry, !geometry.lines.isEmpty else { continue }
                let inside = try BorderedRegion.clip(geometry.lines, to: box)
                guard !inside.isEmpty else { continue }
                var properties = feature.record.properties ?? JSONObject()
                if properties["role"] == nil { properties["role"] = .string(Role.reference.rawValue) }
                references.append(
                    Feature(
                        id: feature.record.label,
                        geometry: inside.count == 1 ? .lineString(inside[0]) : .multiLineString(inside),
                        properties: properties))
            }
        } catch {
            throw error.inFile(border)
        }
    }

    private static func problem(_ message: String, _ file: String) -> Problem {
        Problem(.scenario, message).inFile(file)
    }

    private static func licence(_ collection: CollectionRecord, _ features: [Feature]) -> String? {
        collection.foreign["kgeo"]?.object?["licence"]?.string
            ?? features.lazy.compactMap { $0.record.properties?["licence"]?.string }.first
    }

    /// How far the window cuts what is drawn, in m.
    package func cut(_ result: Reconstruction) -> Double {
        guard let window else { return 0 }
        return BorderedRegion.metres(of: result.held + result.contested, along: window)
    }
}
