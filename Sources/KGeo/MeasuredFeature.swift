// Areas and lengths of the features of a GeoJSON text.

public import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure

/// What was measured of one feature.
public struct MeasuredFeature: Hashable, Sendable, Codable {
    /// Its number in the file, from 0.
    public var index: Int
    /// Its id, as a text; nil when it has none.
    public var id: String?
    /// Area in both edge models, in m², with the perimeter in m; zeros when it has no surface.
    public var area: AreaMeasurement
    /// Length of its lines with geodesic edges, in m; 0 when it has none. A surface has a perimeter, not a length.
    public var lengthMetres: Double
    /// What a user should know of the numbers, such as an edge taken the short way round.
    public var notes: [RingNote]

    enum CodingKeys: String, CodingKey {
        case index, id, area
        case lengthMetres = "length_m"
        case notes
    }
}

/// Areas and lengths of each feature of a GeoJSON, in order.
///
/// Positions are WGS84 longitude and latitude in degrees, unless the file's own `crs` says otherwise. Every area is
/// measured on the ellipsoid in both edge models: with geodesic edges, as PROJ, PostGIS and QGIS print it, and with edges
/// straight in longitude and latitude, as RFC 7946 has it. What an area is good for beyond the digits of its drawing,
/// `ControlMap` tells. Rings are measured as drawn: nothing is repaired, and a ring that crosses itself is not found here.
///
/// ```swift
/// let degree = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}"#
/// let measured = try measureGeoJSON(.text(degree))
/// print(measured[0].area.geodesicSquareMetres.rounded())  // 12308778361.0
/// print(measured[0].area.lonlatSquareMetres.rounded())  // 12308463894.0
/// ```
///
/// ```swift
/// let line = #"{"type":"LineString","coordinates":[[0,0],[1,0]]}"#
/// print(try measureGeoJSON(.text(line))[0].lengthMetres.rounded())  // 111319.0
/// ```
///
/// - Returns: a value per feature; a geometry that stands alone is one feature, one without geometry has zeros.
/// - Throws: the first problem, with file, line, column and feature where they are known: code `input` for a file that
///   cannot be read, `json` and `geojson` for a text that is none, `coordinate` for a place off the globe, `crs` for a
///   reference system that is unknown.
public func measureGeoJSON(_ source: MapSource) throws(Problem) -> [MeasuredFeature] {
    let bytes = try source.open()
    let (area, length) = (AreaSink(), LengthSink())
    let both = TwoSinks(area, length)
    var result: [MeasuredFeature] = []
    do throws(Problem) {
        var reader = GeoJSONReader(bytes, options: try InputOptions().readerOptions())
        while let record = try reader.nextFeature(into: both) {
            result.append(
                MeasuredFeature(
                    index: record.index, id: record.label, area: area.take(),
                    lengthMetres: length.take().metres, notes: area.takeNotes()))
        }
    } catch {
        throw error.inFile(source.name)
    }
    return result
}
