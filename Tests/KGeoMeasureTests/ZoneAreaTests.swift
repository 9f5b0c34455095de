// The zone between the equator and a latitude: the root of every area with edges straight in longitude and
// latitude, held against its closed form.

import KGeoCore
import KGeoMeasure
import SystemC
import Testing

@Suite struct ZoneAreaTests {
    /// A dozen roundings.
    static let rounding = 3e-15
    /// From pole to pole the quadrature leaves out a term of 1.2e-13 (see `Ellipsoid.zone`).
    static let poleToPole = 2e-13

    /// b²/2 · (s/(1 − e²s²) + atanh(e s)/e) for the sine s of a latitude, in m² per radian of longitude.
    static func closedForm(degrees: Double) -> Double {
        let f = 1 / 298.257223563
        let e2 = f * (2 - f)
        let e = e2.squareRoot()
        let b = 6_378_137 * (1 - f)
        let s = sin(degrees * .pi / 180)
        return b * b / 2 * (s / (1 - e2 * s * s) + atanh(e * s) / e)
    }

    /// The closed form itself: figures to 20 digits from the same formula in mpmath at 50 digits.
    @Test(arguments: [
        (10.0, 7_017_772_105_625.3283006), (45, 28_636_935_091_621.872047), (51, 31_488_100_587_124.714888),
        (80, 39_967_663_823_834.128166), (90, 40_589_732_499_314.759998),
    ])
    func closedFormIsRight(latitude: Double, zone: Double) {
        #expect(offBy(Self.closedForm(degrees: latitude), from: zone) < Self.rounding)
    }

    @Test func everyLatitude() {
        for step in -360...360 where step != 0 {
            let latitude = Double(step) / 4
            let zone = measured([(20, 0), (21, 0), (21, latitude), (20, latitude)]).lonlatSquareMetres
            let wanted = abs(Self.closedForm(degrees: latitude)) * .pi / 180
            #expect(offBy(zone, from: wanted) < Self.rounding, "latitude \(latitude)")
        }
    }

    /// Between two latitudes the difference is taken without cancellation; here that of the closed form is
    /// still good enough to compare with.
    @Test func betweenLatitudes() {
        for south in stride(from: -90.0, to: 90, by: 7.5) {
            for north in stride(from: south + 15, through: 90, by: 7.5) {
                let zone = measured([(3, south), (4, south), (4, north), (3, north)]).lonlatSquareMetres
                let wanted = (Self.closedForm(degrees: north) - Self.closedForm(degrees: south)) * .pi / 180
                #expect(offBy(zone, from: wanted) < Self.poleToPole, "from \(south) to \(north)")
            }
        }
    }

    /// A cap around a pole is what its zone leaves of the hemisphere.
    @Test(arguments: [0.5, 10, 45, 60, 75, 80, 89])
    func caps(latitude: Double) {
        let wanted =
            2 * .pi * (Self.closedForm(degrees: 90) - Self.closedForm(degrees: latitude))
        for sign in [1.0, -1] {
            let around = (0..<36).map { (Double($0) * 10 - 180, sign * latitude) }
            // At 89° the closed form loses four digits to cancellation.
            #expect(offBy(measured(around).lonlatSquareMetres, from: wanted) < 1e-11)
            #expect(offBy(measured(around.reversed()).lonlatSquareMetres, from: wanted) < 1e-11)
            #expect(measured(around).notes == [.longEdge(vertex: 35), .encirclesPole])
        }
    }

    /// A cap of 112 m around a pole keeps its digits: 2π(A(90°) − A(89.999°)) in mpmath at 50 digits.
    @Test func smallCap() {
        for sign in [1.0, -1] {
            let around = (0..<36).map { (Double($0) * 10 - 180, sign * 89.999) }
            #expect(offBy(measured(around).lonlatSquareMetres, from: 39_193.080739968932) < 1e-14)
        }
    }

    @Test func wholeEllipsoid() {
        let world = measured([(-180, -90), (180, -90), (180, 90), (-180, 90)])
        let wanted = 510_065_621_724_088.509
        #expect(offBy(world.lonlatSquareMetres, from: wanted) < Self.poleToPole)
    }
}
