// Areas that rounding may have made.

import KGeoCore
import KGeoMeasure
import Testing

@Suite("Digits of coordinates") struct CoordinateDigitsTests {
    private func polygon(_ places: [(Double, Double)]) -> Polygon {
        Polygon(shell: Ring((places + places.prefix(1)).map { Coordinate($0.0, $0.1) }))
    }

    @Test("the least number of decimals that holds all positions, five at least")
    func decimals() {
        func count(_ places: [(Double, Double)]) -> Int { CoordinateDigits(of: [polygon(places)]).decimals }
        #expect(count([(30, 50), (31, 50), (31, 51)]) == 5)
        #expect(count([(30.1234567, 50), (31, 50), (31, 51)]) == 7)
        #expect(count([(179.123456789, -89.5), (31, 50), (31, 51)]) == 9)
        #expect(count([(1.0 / 3, 50), (31, 50), (31, 51)]) == CoordinateDigits.most)
    }

    @Test("half a unit of the last decimal around the outline")
    func resolution() {
        let sliver = polygon([(30, 50), (30.0000002, 50), (30.0000001, 50.0000001)])
        let area = Measuring.area(of: sliver)
        let digits = CoordinateDigits(of: [sliver])
        // A ten-millionth of a degree is 1.1 cm.
        #expect(abs(digits.resolution(perimeter: 100) - 0.556) < 0.001)
        #expect(digits.note(area)?.contains("the 7 decimals") == true)
        let square = polygon([(30, 50), (30.0001, 50), (30.0001, 50.0001), (30, 50.0001)])
        #expect(CoordinateDigits(of: [square]).note(Measuring.area(of: square)) == nil)
        #expect(CoordinateDigits().note(AreaMeasurement()) == nil)
    }

    /// Three places on one straight line, as rounding left them: their geodesics enclose a hectare.
    @Test("what geodesics make of straight edges that enclose nothing is feigned as well")
    func resolutionOfLongEdges() {
        let line = polygon([
            (34.049411985102, 52.071088071655), (34.012603217585, 51.959111541361),
            (34.031007601344, 52.015099806508),
        ])
        let (area, digits) = (Measuring.area(of: line), CoordinateDigits(of: [line]))
        #expect(area.geodesicSquareMetres > 1e4)
        #expect(CoordinateDigits.mayFeign(area) && area.geodesicSquareMetres < digits.resolution(of: area))
        #expect(digits.note(area)?.contains("the 12 decimals") == true)
        // A metre wide it is ground.
        let strip = polygon([
            (34.049411985102, 52.071088071655), (34.012603217585, 51.959111541361),
            (34.031107601344, 52.015099806508),
        ])
        #expect(CoordinateDigits(of: [strip]).note(Measuring.area(of: strip)) == nil)
    }
}
