// Ground by the probability that it is held, as a layer for a map.

internal import KGeoCore
package import KGeoJSON
internal import KGeoReconstruct

/// Writes the bands of kriged maps. The layer has no role of a scenario: no verdict rests on it.
package enum ProbabilityLayer {
    /// A feature a day, definition and band.
    package static func document(_ days: [DatedReconstruction], holder: String) -> GeoJSONDocument {
        let features = days.flatMap { day in
            (day.result.kriged?.bands ?? []).map { band in
                Feature(
                    id: "\(band.counting.label)-\(day.date)-\(percent(band.low))",
                    geometry: .multiPolygon(MultiPolygon(band.polygons)),
                    properties: JSONObject([
                        .init("date", .string(day.date.description)), .init("holder", .string(holder)),
                        .init("counting", .string(band.counting.label)),
                        .init("probability_low", .number(JSONNumber(band.low))),
                        .init("probability_high", .number(JSONNumber(band.high))),
                    ]))
            }
        }
        return GeoJSONDocument(collection: CollectionRecord(), features: features)
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
}
