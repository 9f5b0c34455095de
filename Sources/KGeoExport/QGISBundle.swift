// A bundle for QGIS: measured values in, texts out.

public import KGeoCore

/// A file of a bundle, ready to be written.
public struct BundleFile: Hashable, Sendable {
    /// Its name, without a folder.
    public let name: String
    /// Its text.
    public let text: String
    /// Features in it; nil for a file that holds none (a style, the README).
    public let featureCount: Int?
}

/// A folder for QGIS: a GeoJSON file per map and kind of geometry, a style beside each, and a README.
public struct QGISBundle: Hashable, Sendable {
    /// The maps.
    public var maps: [BundleMap]
    /// The program that measured, with its version.
    public var tool: String
    /// How the values of findings were measured, as a clause: "geodesic edges, correlation length 5 km".
    public var method: String

    /// A bundle of maps.
    public init(maps: [BundleMap], tool: String, method: String) {
        self.maps = maps
        self.tool = tool
        self.method = method
    }

    /// The files, in a stable order: for each map its layers, each followed by its style; then the README.
    ///
    /// - Throws: a problem with code `coordinate` when a position is no finite number.
    public func files() throws(Problem) -> [BundleFile] {
        var files: [BundleFile] = []
        var layers: [[BundleLayer]] = []
        for map in maps {
            let own = try BundleLayer.layers(of: map)
            layers.append(own)
            for layer in own {
                files.append(
                    BundleFile(
                        name: layer.name + ".geojson", text: layer.text, featureCount: layer.features.count))
                files.append(
                    BundleFile(
                        name: layer.name + ".qml", text: QGISStyle.text(layer.style), featureCount: nil))
            }
        }
        let readme = BundleReadme(maps: maps, tool: tool, method: method, layers: layers).text
        return files + [BundleFile(name: "README.md", text: readme, featureCount: nil)]
    }
}
