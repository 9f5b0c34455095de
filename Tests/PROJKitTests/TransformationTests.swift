// Transformations: known positions, round trips, axis order, errors, and many at once.

import KGeoCore
import PROJKit
import Testing

@Suite struct TransformationTests {
    /// PROJ 9.1 inverts equal-area projections by a short series and datum shifts by their negative: up to a
    /// millimetre on the ground, in degrees.
    static let roundTrip = 1e-8
    /// Known positions are given to the millimetre.
    static let millimetre = 1e-3

    let donetsk = Coordinate(longitude: 37.8, latitude: 48)

    @Test func databaseIsFound() throws {
        let database = try PROJ.database()
        #expect(database.path.hasSuffix("proj.db"))
        #expect(database.epsgVersion?.isEmpty == false)
        #expect(database.epsgDate?.split(separator: "-").count == 3)
    }

    /// On the central meridian of UTM zone 37 the easting is 500 km, and on the equator the northing is 0.
    @Test func originOfUTM() throws {
        let utm = try Transformation(from: .crs84, to: .epsg(32637))
        let origin = try utm.transform(Coordinate(39, 0))
        #expect(abs(origin.longitude - 500_000) < Self.millimetre)
        #expect(abs(origin.latitude) < Self.millimetre)
    }

    /// The world's width in web Mercator is 2π times 6 378 137 m.
    @Test func edgeOfWebMercator() throws {
        let mercator = try Transformation(from: .crs84, to: .epsg(3857))
        let edge = try mercator.transform(Coordinate(180, 0))
        #expect(abs(edge.longitude - 6_378_137 * .pi) < Self.millimetre)
        #expect(abs(edge.latitude) < Self.millimetre)
    }

    /// The origin of EPSG:3035 (52° N 10° E) is at 4 321 000 m, 3 210 000 m; the authority puts northing
    /// first, here easting comes first.
    @Test func originOfEuropeanEqualArea() throws {
        let laea = try Transformation(from: .crs84, to: .epsg(3035))
        let origin = try laea.transform(Coordinate(10, 52))
        #expect(abs(origin.longitude - 4_321_000) < Self.millimetre)
        #expect(abs(origin.latitude - 3_210_000) < Self.millimetre)
    }

    @Test(arguments: [32637, 3035, 6933, 3857, 4326, 4258, 28407, 5564])
    func roundTrips(number: Int) throws {
        let there = try Transformation(from: .crs84, to: .epsg(number))
        let back = try Transformation(from: .epsg(number), to: .crs84)
        let places = [donetsk, Coordinate(30.5, 50.4), Coordinate(34.1, 44.9), Coordinate(39, 49)]
        var moved = places
        try there.transform(&moved)
        var inverse = moved
        try there.transform(&inverse, .inverse)
        var other = moved
        try back.transform(&other)
        for (index, place) in places.enumerated() {
            for result in [inverse[index], other[index]] {
                #expect(abs(result.longitude - place.longitude) < Self.roundTrip)
                #expect(abs(result.latitude - place.latitude) < Self.roundTrip)
            }
        }
    }

    /// EPSG:4326 is latitude first by its authority, and longitude first here.
    @Test func longitudeComesFirst() throws {
        let same = try Transformation(from: .epsg(4326), to: .crs84)
        #expect(try same.transform(donetsk) == donetsk)
        let utm = try Transformation(from: .epsg(4326), to: .epsg(32637))
        let fromCRS84 = try Transformation(from: .crs84, to: .epsg(32637))
        #expect(try utm.transform(donetsk) == fromCRS84.transform(donetsk))
    }

    @Test func projStrings() throws {
        let local = try CRS(projString: "+proj=laea +lat_0=48 +lon_0=37.8 +datum=WGS84 +units=m")
        let transformation = try Transformation(from: .crs84, to: local)
        let centre = try transformation.transform(donetsk)
        #expect(abs(centre.longitude) < Self.millimetre)
        #expect(abs(centre.latitude) < Self.millimetre)
        #expect(transformation.source == .crs84)
        #expect(transformation.target == local)
    }

    @Test func unknownSystemIsNamed() throws {
        let problem = #expect(throws: Problem.self) {
            _ = try Transformation(from: .epsg(999_999), to: .crs84)
        }
        #expect(problem?.code == .crs)
        #expect(problem?.message.contains("EPSG:999999") == true)
        #expect(problem?.message == "PROJ knows no coordinate reference system EPSG:999999")
        let nonsense = try CRS(projString: "+proj=nonsense")
        let second = #expect(throws: Problem.self) { _ = try Transformation(from: .crs84, to: nonsense) }
        #expect(second?.message.contains("Unknown projection") == true)
    }

    /// A system of earth-centred coordinates (4936) or of heights alone (5773) has no place on a map.
    @Test(arguments: [4936, 5773])
    func systemsWithoutAMapAreRefused(number: Int) {
        let problem = #expect(throws: Problem.self) {
            _ = try Transformation(from: .crs84, to: .epsg(number))
        }
        #expect(problem?.code == .crs)
    }

    @Test func unknownDatumNeedsConsent() throws {
        let vague = try CRS(projString: "+proj=laea +lat_0=48 +lon_0=37.8 +ellps=WGS84")
        let problem = #expect(throws: Problem.self) { _ = try Transformation(from: .crs84, to: vague) }
        #expect(problem?.code == .crs)
        #expect(problem?.hint?.contains("datum") == true)
        let allowed = try Transformation(from: .crs84, to: vague, allowBallpark: true)
        #expect(abs(try allowed.transform(donetsk).longitude) < Self.millimetre)
    }

    @Test func placesOutsideTheDomainAreNamed() throws {
        let utm = try Transformation(from: .crs84, to: .epsg(32637))
        // 90° from the central meridian transverse Mercator has no value.
        let before = [donetsk, Coordinate(39, 50), Coordinate(129, 0), donetsk]
        var places = before
        let outside = problem { () throws(Problem) in try utm.transform(&places) }
        #expect(outside?.code == .proj)
        #expect(outside?.place.vertex == 2)
        #expect(outside?.place.coordinate == Coordinate(129, 0))
        #expect(outside?.message.contains("outside of projection domain") == true)
        #expect(places == before)
        let latitude = problem { () throws(Problem) in _ = try utm.transform(Coordinate(39, 95)) }
        #expect(latitude?.message.contains("Invalid latitude") == true)
        #expect(latitude?.place.vertex == nil)
        // The next position is none the worse for it.
        #expect(try utm.transform(Coordinate(39, 50)).longitude.rounded() == 500_000)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func ordinatesMustBeNumbers(value: Double) throws {
        let utm = try Transformation(from: .crs84, to: .epsg(32637))
        var places = [donetsk, Coordinate(39, value)]
        let wrong = problem { () throws(Problem) in try utm.transform(&places) }
        #expect(wrong?.code == .coordinate)
        #expect(wrong?.place.vertex == 1)
        #expect(places[0] == donetsk)
    }

    @Test func blocksInPlace() throws {
        let utm = try Transformation(from: .crs84, to: .epsg(32637))
        var places: ContiguousArray = [donetsk, Coordinate(39, 50)]
        var span = places.mutableSpan
        try utm.transform(&span)
        #expect(Array(places) == [try utm.transform(donetsk), try utm.transform(Coordinate(39, 50))])
        var none: [Coordinate] = []
        try utm.transform(&none)
        #expect(none.isEmpty)
    }

    @Test func cacheMakesEachOnce() throws {
        let cache = TransformationCache()
        for _ in 0..<3 {
            for number in [32637, 3035] {
                let there = try cache.withTransformation(from: .crs84, to: .epsg(number)) {
                    transformation throws(Problem) in try transformation.transform(donetsk)
                }
                #expect(there.longitude > 100_000)
            }
        }
        #expect(cache.count == 2)
        _ = problem { () throws(Problem) in
            try cache.withTransformation(from: .crs84, to: .epsg(999_999)) { _ throws(Problem) in }
        }
        #expect(cache.count == 2)
    }

    @Test func manyTasksEachWithTheirOwn() async throws {
        let place = donetsk
        let results = try await withThrowingTaskGroup(of: [Coordinate].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let cache = TransformationCache()
                    var places: [Coordinate] = []
                    for number in [32637, 3035, 6933, 3857] {
                        places.append(
                            try cache.withTransformation(from: .crs84, to: .epsg(number)) {
                                transformation throws(Problem) in try transformation.transform(place)
                            })
                        _ = Geodesic.wgs84.distance(from: place, to: Coordinate(0, 0))
                    }
                    return places
                }
            }
            return try await group.reduce(into: [[Coordinate]]()) { $0.append($1) }
        }
        #expect(results.count == 8)
        #expect(Set(results).count == 1)
    }

    private func problem(_ body: () throws(Problem) -> Void) -> Problem? {
        do { try body() } catch { return error }
        return nil
    }
}
