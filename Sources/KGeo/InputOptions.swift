// How positions of an input become WGS84 longitude and latitude.

package import KGeoCore
package import KGeoJSON
internal import PROJKit

/// How inputs are read.
package struct InputOptions: Hashable, Sendable {
    /// A CRS that overrides whatever the file says: `EPSG:n` or a PROJ string.
    package var crs: String?
    /// Read latitude before longitude.
    package var swapsXY: Bool

    /// The columns of a table that hold the geometries and the ids.
    package var geometryColumn, idColumn: String?

    /// WGS84 as GeoJSON has it, unless said otherwise.
    package init(
        crs: String? = nil, swapsXY: Bool = false, geometryColumn: String? = nil, idColumn: String? = nil
    ) {
        self.crs = crs
        self.swapsXY = swapsXY
        self.geometryColumn = geometryColumn
        self.idColumn = idColumn
    }

    /// Options for a reader. A transformation they hold belongs to one task.
    ///
    /// - Throws: a problem with code `crs` when the CRS cannot be used.
    package func readerOptions(
        keepsProperties: Bool = false, reportsStructure: Bool = false
    ) throws(Problem) -> ReaderOptions {
        var transform: PositionTransform?
        if let crs {
            do throws(Problem) {
                let system = crs.contains("+proj") ? try CRS(projString: crs) : try CRS(parsing: crs)
                if !system.isWGS84 { transform = try Self.transform(from: system) }
            } catch {
                // The user's own words, not the file's.
                throw Problem(
                    .usage, saying: "\(.referenceSystem) \(crs): \(error.wording)",
                    remedy: error.remedy
                        ?? "write EPSG:<number> as the maker of the map gives it, or CRS84 for longitude and latitude"
                )
            }
        }
        if crs != nil, transform == nil { transform = Self.unchanged }
        var options = ReaderOptions(
            keepsProperties: keepsProperties, reportsStructure: reportsStructure, swapsXY: swapsXY,
            transform: transform, resolveCRS: Self.resolve)
        options.geometryColumn = geometryColumn
        options.idColumn = idColumn
        return options
    }

    /// A file may only name CRS84 or EPSG:n; a PROJ string comes from --crs alone.
    private static func resolve(_ name: String) throws(Problem) -> PositionTransform? {
        let system = try CRS(parsing: name)
        return system.isWGS84 ? nil : try transform(from: system)
    }

    /// A CRS that was asked for and is WGS84 already: nothing to convert, and the file's `crs` is overridden.
    private static let unchanged: @Sendable (UnsafeMutableBufferPointer<Coordinate>) throws(Problem) -> Void =
        {
            _ throws(Problem) in
        }

    private static func transform(from system: CRS) throws(Problem) -> PositionTransform {
        let box = TransformationBox(try Transformation(from: system, to: .crs84))
        return { block throws(Problem) in
            for i in block.indices {
                do throws(Problem) {
                    block[i] = try box.transformation.transform(block[i])
                } catch {
                    throw error.located { $0.vertex = i }
                }
            }
        }
    }

    private final class TransformationBox {
        let transformation: Transformation
        init(_ transformation: consuming Transformation) { self.transformation = transformation }
    }
}
