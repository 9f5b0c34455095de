// Shortest lines: known figures, the ends of the scale, and what nonsense gives.

import KGeoCore
import PROJKit
import Testing

@Suite struct GeodesicTests {
    /// Distances here are compared to the micrometre: Karney's algorithms are good to 15 nanometres.
    static let micrometre = 1e-6
    /// A millionth of an arc second, 30 micrometres on the ground.
    static let angle = 1e-6 / 3_600

    let jfk = Coordinate(longitude: -73.78, latitude: 40.64)
    let heathrow = Coordinate(longitude: -0.45, latitude: 51.47)

    @Test func versionIsThatOfTheLibrary() {
        #expect(PROJ.version.split(separator: ".").count == 3)
        #expect(PROJ.version.split(separator: ".").allSatisfy { Int($0) != nil })
    }

    /// From New York (JFK) to London (LHR), an example in GeographicLib's documentation (package geodesic for
    /// JavaScript and Matlab's geoddistance): 5 551 759.400 319 m.
    @Test func inverseFromNewYorkToLondon() {
        let (newYork, london) = (Coordinate(-73.8, 40.6), Coordinate(-0.5, 51.6))
        let line = Geodesic.wgs84.inverse(from: newYork, to: london)
        #expect(abs(line.distance - 5_551_759.400319) < Self.micrometre)
        #expect(abs(line.azimuth1 - 51.198882845580) < Self.angle)
        #expect(abs(line.azimuth2 - 107.821776735518) < Self.angle)
        #expect(Geodesic.wgs84.distance(from: newYork, to: london) == line.distance)
    }

    /// From Wellington to Salamanca, nearly opposite: 19 959 679.267 m (GeographicLib's documentation for
    /// Python, "Examples").
    @Test func inverseFromWellingtonToSalamanca() {
        let distance = Geodesic.wgs84.distance(from: Coordinate(174.81, -41.32), to: Coordinate(-5.50, 40.96))
        #expect(abs(distance - 19_959_679.267) < 0.000_5)
    }

    /// 20 000 km south-west of Perth: 32.11195529° N, 63.95925278° W (the same page).
    @Test func directFromPerth() {
        let end = Geodesic.wgs84.direct(from: Coordinate(115.74, -32.06), azimuth: 225, distance: 20_000e3)
        #expect(abs(end.coordinate.latitude - 32.11195529) < 0.5e-8)
        #expect(abs(end.coordinate.longitude + 63.95925278) < 0.5e-8)
    }

    @Test func directLeadsBack() {
        let line = Geodesic.wgs84.inverse(from: jfk, to: heathrow)
        let end = Geodesic.wgs84.direct(from: jfk, azimuth: line.azimuth1, distance: line.distance)
        #expect(abs(end.coordinate.longitude - heathrow.longitude) < Self.angle)
        #expect(abs(end.coordinate.latitude - heathrow.latitude) < Self.angle)
        #expect(abs(end.azimuth - line.azimuth2) < Self.angle)
    }

    /// Half a meridian: the distance between the poles, 20 003 931.458625 m on WGS84 (GeographicLib).
    @Test func oppositePlaces() {
        let halfMeridian = 20_003_931.458625
        let north = Coordinate(0, 90)
        let south = Coordinate(0, -90)
        #expect(abs(Geodesic.wgs84.distance(from: north, to: south) - halfMeridian) < Self.micrometre)
        // On the equator the shortest way to the antipode goes over a pole.
        let around = Geodesic.wgs84.inverse(from: Coordinate(0, 0), to: Coordinate(180, 0))
        #expect(abs(around.distance - halfMeridian) < Self.micrometre)
        #expect(abs(around.azimuth1) < Self.angle)
        // A pair that Vincenty's method does not finish (Karney 2013, section 5).
        let hard = Geodesic.wgs84.inverse(from: Coordinate(0, -30), to: Coordinate(179.8, 29.9))
        #expect(abs(hard.distance - 19_989_832.827610) < Self.micrometre)
    }

    @Test func coincidentPlaces() {
        let line = Geodesic.wgs84.detailedInverse(from: jfk, to: jfk)
        #expect(line.distance == 0)
        #expect(line.arcLength == 0)
        #expect(line.reducedLength == 0)
    }

    /// On a sphere everything is known: m₁₂ = R sin σ, s₁₂ = R σ.
    @Test func arcAndReducedLengthOnASphere() throws {
        let radius = 6_371_000.0
        let sphere = try Geodesic(equatorialRadius: radius, flattening: 0)
        let line = sphere.detailedInverse(from: Coordinate(0, 0), to: Coordinate(30, 0))
        #expect(abs(line.arcLength - 30) < Self.angle)
        #expect(abs(line.reducedLength - radius / 2) < Self.micrometre)
        #expect(abs(line.distance - radius * .pi / 6) < Self.micrometre)
        #expect(abs(sphere.surfaceArea - 4 * .pi * radius * radius) < 1)
    }

    @Test func longitudesComeOutWithinHalfATurn() {
        for longitude in [-540.0, -181, 0, 179.9999, 181, 720] {
            let end = Geodesic.wgs84.direct(from: Coordinate(longitude, 10), azimuth: 90, distance: 1e6)
            #expect((-180.0...180).contains(end.coordinate.longitude))
        }
    }

    @Test func positionsAlongALine() {
        let line = Geodesic.wgs84.line(from: jfk, to: heathrow)
        let whole = Geodesic.wgs84.inverse(from: jfk, to: heathrow)
        #expect(abs(line.length - whole.distance) < Self.micrometre)
        #expect(abs(line.azimuth - whole.azimuth1) < Self.angle)
        let middle = line.position(atDistance: line.length / 2)
        let first = Geodesic.wgs84.distance(from: jfk, to: middle.coordinate)
        let second = Geodesic.wgs84.distance(from: middle.coordinate, to: heathrow)
        #expect(abs(first - second) < Self.micrometre)
        #expect(abs(first + second - line.length) < Self.micrometre)
        let end = line.position(atDistance: line.length)
        #expect(abs(end.coordinate.latitude - heathrow.latitude) < Self.angle)
        #expect(abs(end.azimuth - whole.azimuth2) < Self.angle)
    }

    @Test func nonsenseGivesNaN() {
        #expect(Geodesic.wgs84.distance(from: Coordinate(0, 91), to: Coordinate(0, 0)).isNaN)
        #expect(Geodesic.wgs84.distance(from: Coordinate(.nan, 0), to: Coordinate(0, 0)).isNaN)
        #expect(Geodesic.wgs84.distance(from: Coordinate(.infinity, 0), to: Coordinate(0, 0)).isNaN)
    }

    @Test(arguments: [
        (0.0, 0.003), (-1, 0.003), (.nan, 0.003), (.infinity, 0.003), (6.4e6, 0.5), (6.4e6, .nan), (6.4e6, 1),
    ])
    func badEllipsoids(radius: Double, flattening: Double) {
        let problem = #expect(throws: Problem.self) {
            _ = try Geodesic(equatorialRadius: radius, flattening: flattening)
        }
        #expect(problem?.code == .crs)
    }

    @Test func ellipsoidsAreComparedBySize() throws {
        #expect(try Geodesic(equatorialRadius: 6_378_137, flattening: 1 / 298.257223563) == .wgs84)
        #expect(try Geodesic(equatorialRadius: 6_378_388, flattening: 1 / 297) != .wgs84)
        #expect(Geodesic.wgs84.equatorialRadius == 6_378_137)
        #expect(Geodesic.wgs84.flattening == 1 / 298.257223563)
    }
}
