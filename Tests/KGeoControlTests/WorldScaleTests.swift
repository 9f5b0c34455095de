// Few corners far apart are little work: what is asked of maps as wide as the world comes to an end as soon as of small ones.

import KGeoControl
import KGeoCore
import KGeoMeasure
import TestShapes
import Testing

@Suite("Maps as wide as the world")
struct WorldScaleTests {
    private static let belt = surface([
        (-180, -32), (-90.25, -32), (-0.5, -32), (89.25, -32), (179, -32), (179, 82), (89.25, 82), (-0.5, 82),
        (-90.25, 82), (-180, 82),
    ])
    private static let speck = surface([(169.17, -17.35), (169.15, -17.36), (169.16, -17.37)])
    private static let wedge = surface([(64.7, 48.5), (-15.1, -11.9), (36.8, -60.2)])

    /// Half of 114° of latitude from either side: thousands of places are nearly as far from thousands of pieces of the outline.
    @Test(.timeLimit(.minutes(5)))
    func theFarthestPlaceOfABelt() throws {
        let old = try map("2024-01-01", [Self.belt], sigma: 0)
        let new = try map("2024-01-02", [Self.speck], sigma: 0)
        let change = try MapChange(from: old, to: new, settings: ChangeSettings())
        let piece = try #require(change.largestPieces(1).first)
        let greatest = try #require(piece.advance).greatestMetres
        #expect(greatest > 6.0e6 && greatest < 6.35e6)
    }

    /// Edges of a quarter of the globe beside others of the same length: of each piece of them it is asked whose it is.
    @Test(.timeLimit(.minutes(5)))
    func aShareOfABelt() throws {
        func part(_ polygon: Polygon, _ sigma: Double?) -> [ControlPart] {
            [ControlPart(polygons: [polygon], boundaryError: sigma)]
        }
        let share = try ControlAreaMeasurer(
            borders: [KnownLine(geometry: .polygon(Self.wedge), boundaryError: 0)]
        ).share(of: part(Self.belt, nil), in: part(Self.wedge, 0))
        let (covered, whole) = (share.covered.area.lonlatSquareMetres, share.whole.area.lonlatSquareMetres)
        #expect(covered > 0.5 * whole && covered < whole)
        #expect(share.covered.outlineRings.allSatisfy { $0.edges.count < 100_000 })
    }
}
