// Rings of centimetres and millimetres keep their digits. The figures come from an integration at 50 digits
// with mpmath, of the very doubles written here: the zone area in its closed form along each edge, straight
// in longitude and latitude or (for geodesic edges) along the solution of Karney's equations (2013, sections
// 2 and 6) found by Newton's method.

import KGeoCore
import KGeoMeasure
import Testing

@Suite struct TinyRingTests {
    /// Rounding of a handful of operations.
    static let lonlatTolerance = 1e-14
    /// PROJ takes an edge's area down to the equator from angles rounded to 1e-16: what is left of that in the
    /// difference of opposite edges is some tenths of a square centimetre, however small the ring.
    static let geodesicSquareMetres = 3e-5
    /// Distances are good to nanometres.
    static let nanometres = 3e-9

    struct Tiny: Sendable {
        let name: String
        let corners: [(Double, Double)]
        let lonlat, geodesic, perimeter: Double
    }

    static let rings = [
        Tiny(
            name: "a square of a centimetre",
            corners: [(35, 48), (35.0000001, 48), (35.0000001, 48.0000001), (35, 48.0000001)],
            lonlat: 8.2976173224952322e-5, geodesic: 8.2976173224952322e-5, perimeter: 0.03716313565191252),
        Tiny(
            name: "a sliver of a millimetre",
            corners: [(35, 48), (35.1, 48), (35.1, 48.00000001), (35, 48.00000001)],
            lonlat: 8.2976178222604349, geodesic: 8.2976164416818788, perimeter: 14_925.071888666456),
        Tiny(
            name: "a centimetre on its tip",
            corners: [
                (35.3, 51.2), (35.3000001, 51.2000001), (35.3, 51.2000002), (35.2999999, 51.2000001),
            ],
            lonlat: 1.5552032656716602e-4, geodesic: 1.5552032656716603e-4, perimeter: 0.0525545884186228),
        Tiny(
            name: "a triangle of a metre",
            corners: [(35.3, 51.2), (35.300013, 51.200002), (35.300004, 51.200009)],
            lonlat: 0.42379287770783859, geodesic: 0.42379289001838111, perimeter: 2.9761514251959595),
        Tiny(
            name: "fifty square kilometres",
            corners: [(35.3, 51.2), (35.41, 51.23), (35.37, 51.29), (35.28, 51.26)],
            lonlat: 53_603_388.562198921, geodesic: 53_601_884.435272113, perimeter: 29_546.950548869923),
    ]

    @Test(arguments: rings)
    func keepsItsDigits(_ tiny: Tiny) {
        let measure = measured(tiny.corners)
        #expect(offBy(measure.lonlatSquareMetres, from: tiny.lonlat) < Self.lonlatTolerance)
        #expect(
            abs(measure.geodesicSquareMetres - tiny.geodesic) < Self.geodesicSquareMetres
                * max(1, tiny.perimeter / 1_000))
        #expect(abs(measure.perimeterMetres - tiny.perimeter) < Self.nanometres)
        #expect(measure.notes.isEmpty)
    }

    /// A larger ring has them in the geodesic model as well.
    @Test func fiftySquareKilometres() {
        let measure = measured(Self.rings[4].corners)
        #expect(offBy(measure.geodesicSquareMetres, from: Self.rings[4].geodesic) < 1e-11)
    }
}
