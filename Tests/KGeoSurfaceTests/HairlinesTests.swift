// Cracks between parts that two drawings leave on a common line: no outline. What is drawn as a notch stays one.

import KGeoCore
import KGeoMeasure
import KGeoSurface
import TestShapes
import Testing

@Suite struct HairlinesTests {
    private static func metres(_ polygons: [Polygon]) -> Double {
        Measuring.area(of: polygons).perimeterMetres
    }

    /// Two halves of a box; the common line of the second has corners of its own, rounded.
    private static func halves(_ decimals: Double) -> [Polygon] {
        func rounded(_ x: Double) -> Double { (x * decimals).rounded() / decimals }
        let (a, b) = ((35.0, 51.0), (36.3, 51.7))
        let line = [0.137, 0.371, 0.5213, 0.777].map { t in
            (rounded(a.0 + t * (b.0 - a.0)), rounded(a.1 + t * (b.1 - a.1)))
        }
        return [
            surface([a, b, (35, 51.7)]), surface([a, (36.3, 51), b] + line.reversed()),
        ]
    }

    @Test("A line that one side has rounded is no outline", arguments: [1e5, 1e6, 1e7, 1e9, 1e12, 1e15])
    func roundedLine(decimals: Double) throws {
        let dissolved = try Dissolve.union(Self.halves(decimals))
        let united = dissolved.polygons
        let hairlines = Hairlines(united, touching: dissolved.touching)
        let box = Self.metres([square(35, 51, 36.3, 51.7)])
        #expect(offBy(Self.metres(hairlines.outline), from: box) < 1e-6, "\(hairlines.count)")
        #expect(hairlines.squareMetres < 0.5 * 120_000)
        #expect(hairlines.outline.count == 1 || decimals > 1e12)
        if hairlines.count > 0 { #expect(Self.metres(united) > box + 20_000) }
    }

    @Test("A crack that is open at one end, and a blunt one")
    func openCrack() throws {
        let sharp = surface([
            (35, 51), (36, 51), (36, 51.5), (35.2, 51.500002), (36, 51.500004), (36, 52), (35, 52),
        ])
        let blunt = surface([
            (35, 51), (36, 51), (36, 51.5), (35.2, 51.5), (35.2, 51.500004), (36, 51.500004), (36, 52),
            (35, 52),
        ])
        let box = Self.metres([square(35, 51, 36, 52)])
        for drawn in [sharp, blunt, Polygon(shell: Ring(drawn: sharp))] {
            let hairlines = Hairlines([drawn])
            #expect(hairlines.count == 1)
            #expect(offBy(Self.metres(hairlines.outline), from: box) < 1e-6)
            #expect(hairlines.squareMetres > 5_000 && hairlines.squareMetres < 30_000)
        }
    }

    @Test("Notches, narrow necks of ground and plain shapes stay as they are")
    func drawn() {
        for drawn in [
            square(35, 51, 36, 52),
            // Two degrees wide at its end, and a spike of ground.
            surface([(35, 51), (36, 51), (36, 51.49), (35.2, 51.5), (36, 51.51), (36, 52), (35, 52)]),
            surface([(35, 51), (36, 51), (36, 51.5), (37, 51.500002), (36, 51.500004), (36, 52), (35, 52)]),
            // Fifty metres wide.
            surface([
                (35, 51), (36, 51), (36, 51.5), (35.2, 51.5), (35.2, 51.5005), (36, 51.5005), (36, 52),
                (35, 52),
            ]),
            Polygon(shell: box(35, 51, 36, 52), holes: [box(35.1, 51.1, 35.2, 51.2)]),
        ] {
            let hairlines = Hairlines([drawn])
            #expect(hairlines.count == 0 && hairlines.outline == [drawn], "\(drawn)")
        }
    }
}

extension Ring {
    /// The shell of a polygon drawn the other way round.
    fileprivate init(drawn polygon: Polygon) { self.init(polygon.rings[0].coordinates.reversed()) }
}
