// Inputs on which floating-point overlays lost ground, with what exact arithmetic in fractions says.

import KGeoCore
import KGeoJSON
import KGeoMeasure
import KGeoOverlay
import TestSupport
import Testing

@Suite(
    "Overlays that went wrong elsewhere",
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct OverlayCaseTests {
    private static func polygons(_ name: String) throws -> [Polygon] {
        let path = try #require(SharedFolder.path("cases/" + name + ".geojson"))
        return try GeoJSONDocument(reading: ByteSource(path: path)).features.flatMap {
            $0.geometry?.polygons ?? []
        }
    }

    private static func squareMetres(_ polygons: [Polygon]) -> Double {
        Measuring.area(of: polygons).lonlatSquareMetres
    }

    private static func agree(_ found: Double, _ expected: Double, of size: Double) -> Bool {
        abs(found - expected) <= 1e-9 * size + 20
    }

    @Test(
        "Unions",
        arguments: [
            ("tj_2024-01-01", 36_422_693_268.637), ("u_shapely1871_2024-01-01", 8_855_761_752_367.83),
            ("u_geos1344_2024-01-01", 787_223_179_151.406),
        ])
    func unions(_ name: String, _ expected: Double) throws {
        let union = try ExactOverlay.union(try Self.polygons(name)).polygons
        #expect(Self.agree(Self.squareMetres(union), expected, of: expected))
        #expect(try !SurfaceValidity.findings(union).contains(where: \.isError))
    }

    @Test(
        "Two surfaces",
        arguments: [
            ("geos1344_2024-01-01", "geos1344_2024-01-02", 0, 393_618_475_049.383, 393_604_704_102.022),
            ("trac350_2024-01-01", "trac350_2024-01-02", 11_571_546_788.256, 0.032, 589_309_055_823.340),
            (
                "diff/min-t2-1870/min_20250501", "diff/min-t2-1870/min_20250502", 1_205_980.669,
                51_245_742.962,
                54_843_338.820
            ),
            (
                "diff/min-t2-1870/m_20250501", "diff/min-t2-1870/m_20250502", 1_205_980.669, 51_245_742.962,
                54_843_338.820
            ),
            (
                "diff/t1-4081/m_20250501", "diff/t1-4081/m_20250502", 64_802_104.743, 15_389_311.624,
                20_374_101.482
            ),
            (
                "diff/t2-440/m_20250501", "diff/t2-440/m_20250502", 2_411_090_971.186, 14_368_687_512.810,
                105_061_484.024
            ),
            ("mask_out_p_2024-01-01", "mask_out_w_2024-01-02", 34_131_606_239.020, 0, 507_498_300_467_535.5),
        ] as [(String, String, Double, Double, Double)])
    func pairs(_ first: String, _ second: String, _ both: Double, _ left: Double, _ right: Double) throws {
        let (a, b) = (try Self.polygons(first), try Self.polygons(second))
        let comparison = try ExactOverlay.comparison(of: a, and: b)
        let size = both + max(left, right)
        #expect(Self.agree(Self.squareMetres(comparison.both), both, of: size))
        #expect(Self.agree(Self.squareMetres(comparison.first), left, of: size))
        #expect(Self.agree(Self.squareMetres(comparison.second), right, of: size))
        let change = try ExactChange(from: a, to: b)
        #expect(Self.agree(Self.squareMetres(change.lost), left, of: size))
        #expect(Self.agree(Self.squareMetres(change.gained), right, of: size))
    }
}
