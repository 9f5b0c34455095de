// Ground divided among settlements: known squares, sides of a border, reach, error, bad tables of places.

import KGeoCore
import KGeoMeasure
import KGeoReconstruct
import KGeoSurface
import TestShapes
import Testing

private let day = CalendarDate(iso: "2024-08-24")!

private func report(
    _ name: String, _ lon: Double, _ lat: Double, _ holder: String?, on date: String = "2024-08-24",
    kind: String = "reported", line: Int = 2
) -> SettlementReport {
    var report = SettlementReport(
        key: name, name: name, place: Coordinate(lon, lat), status: holder == nil ? .contested : .controlled,
        date: CalendarDate(iso: date)!, evidenceClass: kind, line: line)
    report.holder = holder
    return report
}

private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
    Polygon(
        shell: Ring([
            Coordinate(west, south), Coordinate(east, south), Coordinate(east, north),
            Coordinate(west, north),
            Coordinate(west, south),
        ]))
}

private func made(
    _ reports: [SettlementReport], in region: Polygon = box(35, 51, 36, 52), reach: Double? = nil
) throws -> Reconstruction {
    let maker = try Reconstructor(region: [region])
    return try maker.reconstruct(
        ReportedSites.sites(reports, on: day, holder: "A"), ReconstructionSettings(reach: reach))
}

@Suite("Reconstruction") struct ReconstructionTests {
    @Test("two settlements share a square along the line halfway between them")
    func halves() throws {
        let result = try made([report("west", 35.25, 51.5, "A"), report("east", 35.75, 51.5, "B")])
        let whole = Measuring.area(of: box(35, 51, 36, 52)).lonlatSquareMetres
        #expect(abs(result.heldArea.lonlatSquareMetres / whole - 0.5) < 1e-6)
        #expect(result.contestedArea.geodesicSquareMetres == 0)
        #expect(result.noEvidenceSquareMetres < 1e-6 * whole)
        // One straight front on the meridian 35.5, σ half the gap over √3.
        let front = try #require(result.fronts.first)
        #expect(result.fronts.count == 1)
        #expect(front.line.allSatisfy { abs($0.longitude - 35.5) < 1e-3 })
        let gap = Measuring.distance(Coordinate(35.25, 51.5), Coordinate(35.75, 51.5))
        #expect(abs(front.sigma - gap / 2 / 3.0.squareRoot()) < 1)
        #expect(abs(result.frontU(.controlled) - front.metres * front.sigma) < 1)
        // No edge longer than a kilometre, so that straight in degrees is straight on the ground.
        for (a, b) in zip(front.line, front.line.dropFirst()) { #expect(Measuring.distance(a, b) < 1_001) }
    }

    @Test("the longitude of settlements counts as metres, not as degrees")
    func metresNotDegrees() throws {
        // At 51.5° a degree of longitude is 69 km, one of latitude 111: this place lies nearer to the east one.
        let result = try made([report("north", 35.5, 51.9, "A"), report("east", 36, 51.5, "B")])
        let inHeld = result.held.contains { polygon in
            let longitudes = polygon.rings.flatMap(\.coordinates).map(\.longitude)
            return (longitudes.min() ?? 36) < 35.01
        }
        #expect(inHeld)
        #expect(result.heldArea.geodesicSquareMetres > 0)
        let corner = Measuring.distance(Coordinate(35.85, 51.75), Coordinate(36, 51.5))
        #expect(corner < Measuring.distance(Coordinate(35.85, 51.75), Coordinate(35.5, 51.9)) + 1_000)
    }

    @Test("a cell ends at the reach, and what lies beyond is ground without evidence")
    func reach() throws {
        let reports = [report("a", 35.5, 51.5, "A"), report("b", 35.9, 51.9, "B")]
        let result = try made(reports, reach: 5_000)
        let disc = Double.pi * 25e6
        #expect(abs(result.heldArea.geodesicSquareMetres / disc - 1) < 2e-4)
        #expect(result.fronts.isEmpty)
        let whole = Measuring.area(of: box(35, 51, 36, 52)).geodesicSquareMetres
        #expect(abs(result.noEvidenceSquareMetres - (whole - 2 * disc)) < 1e-4 * whole)
    }

    @Test("held, contested and other ground add up to the whole, whatever the settlements")
    func conservation() throws {
        var random = SplitMix(state: 7)
        for _ in 0..<5 {
            let holders: [String?] = ["A", "B", nil]
            let reports = (0..<40).map { i in
                report("s\(i)", 35 + random.unit(), 51 + random.unit(), holders[Int(random.next() % 3)])
            }
            let whole = Measuring.area(of: box(35, 51, 36, 52)).lonlatSquareMetres
            let mine = try made(reports)
            // The same with the sides exchanged: what was other is held now.
            var turned = reports
            for i in turned.indices where turned[i].holder != nil {
                turned[i].holder = turned[i].holder == "A" ? "B" : "A"
            }
            let theirs = try made(turned)
            let sum =
                mine.heldArea.lonlatSquareMetres + mine.contestedArea.lonlatSquareMetres
                + theirs.heldArea.lonlatSquareMetres
            #expect(abs(sum / whole - 1) < 1e-6)
            #expect(
                abs(mine.contestedArea.lonlatSquareMetres - theirs.contestedArea.lonlatSquareMetres) < 1)
            // The fronts are the same lines, and no wider than the cells they part.
            let lengths = (
                mine.fronts.reduce(0) { $0 + $1.metres }, theirs.fronts.reduce(0) { $0 + $1.metres }
            )
            #expect(abs(lengths.0 / lengths.1 - 1) < 1e-9)
        }
    }

    @Test("areas from each cell alone are those of the cells united, whatever region, reach and settlements")
    func cellsAlone() throws {
        var random = SplitMix(state: 11)
        // A notch, so that cells are cut in ways no convex ground does.
        let notched = Polygon(
            shell: Ring([
                Coordinate(35, 51), Coordinate(35.6, 51), Coordinate(35.62, 51.4), Coordinate(35.64, 51),
                Coordinate(36, 51), Coordinate(36, 51.6), Coordinate(35, 51.6), Coordinate(35, 51),
            ]))
        for reach: Double? in [nil, 3_000, 9_000, 200_000] {
            for count in [2, 3, 60] {
                let holders: [String?] = ["A", "B", nil]
                let reports = (0..<count).map { i in
                    report("s\(i)", 35 + random.unit(), 51 + 0.6 * random.unit(), holders[i % 3])
                }
                let maker = try Reconstructor(region: [notched])
                let sites = ReportedSites.sites(reports, on: day, holder: "A")
                let result = try maker.reconstruct(sites, ReconstructionSettings(reach: reach))
                let alone = try maker.squareMetres(
                    sites, reach: reach, counting: [.controlled, Counting([.contested])])
                for (fast, whole) in zip(alone, [result.heldArea, result.contestedArea]) {
                    // The plane is off by 40 ppm at 100 km.
                    #expect(abs(fast - whole.geodesicSquareMetres) <= 1e-4 * whole.geodesicSquareMetres + 1)
                }
            }
        }
    }

    @Test("a settlement outside is told from one whose place may lie inside")
    func holds() throws {
        let maker = try Reconstructor(region: [box(35, 51, 36, 52)])
        #expect(try maker.holds(Coordinate(35, 51.5), error: 0))
        // 700 m to the west.
        #expect(try !maker.holds(Coordinate(34.99, 51.5), error: 600))
        #expect(try maker.holds(Coordinate(34.99, 51.5), error: 800))
        #expect(try !maker.holds(Coordinate(-150, -30), error: 1_000))
    }

    @Test("the fronts around held ground are its outline inside the region")
    func frontsAreOutline() throws {
        let reports = [
            report("middle", 35.5, 51.5, "A"), report("n", 35.5, 51.7, "B"), report("s", 35.5, 51.3, "B"),
            report("w", 35.2, 51.5, nil), report("e", 35.8, 51.5, "B"),
        ]
        let result = try made(reports)
        let around = result.fronts(around: .controlled).reduce(0) { $0 + $1.metres }
        #expect(abs(around - result.heldArea.perimeterMetres) < 20)
        // With the contested west, the inner line is no front.
        let both = result.fronts(around: .controlledAndContested).reduce(0) { $0 + $1.metres }
        let inner = result.fronts.filter {
            $0.settlements?.inner.name == "middle" && $0.settlements?.outer.name == "w"
        }
        #expect(inner.count == 1)
        #expect(both < result.fronts.reduce(0) { $0 + $1.metres })
    }

    @Test("the error: front, reach, and places moved at random, always the same")
    func budget() throws {
        var reports = [
            report("a", 35.5, 51.5, "A"), report("b", 35.6, 51.5, "B"), report("c", 35.55, 51.56, nil),
        ]
        for i in reports.indices { reports[i].coordinateError = 500 }
        let maker = try Reconstructor(region: [box(35, 51, 36, 52)])
        let settings = ReconstructionSettings(reach: 5_000)
        let sites = ReportedSites.sites(reports, on: day, holder: "A")
        let result = try maker.reconstruct(sites, settings)
        let definitions: [Counting] = [.controlled, .controlledAndContested]
        let budget = try maker.budget(of: result, settings, definitions: definitions, reaches: [8_000])
        #expect(
            budget.parts.map(\.reason) == [
                "front between settlements", "reach of a settlement", "places of settlements",
            ])
        for counting in definitions {
            let parts = budget.parts.compactMap { $0.u[counting] }
            #expect(parts.allSatisfy { $0 > 0 })
            let sum = parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
            #expect(abs(budget.u(counting) - sum) < 1e-6 * sum)
            #expect(budget.uBesideFront(counting) < budget.u(counting))
        }
        #expect(budget.trials.map(\.change) == ["reach 4 km", "reach 6.25 km", "reach 8 km"])
        let low = budget.trials[0].squareMetres[.controlled] ?? 0
        let high = budget.trials[1].squareMetres[.controlled] ?? 0
        #expect(low < result.heldArea.geodesicSquareMetres && result.heldArea.geodesicSquareMetres < high)
        #expect(abs((budget.parts[1].u[.controlled] ?? 0) - (high - low) / 2 / 3.0.squareRoot()) < 1)
        let again = try maker.budget(of: result, settings, definitions: definitions, reaches: [8_000])
        #expect(again == budget)
        // Without errors of the places there is none from them.
        for i in reports.indices { reports[i].coordinateError = 0 }
        let exact = try maker.reconstruct(ReportedSites.sites(reports, on: day, holder: "A"), settings)
        let none = try maker.budget(of: exact, settings, definitions: definitions)
        #expect(none.parts[2].u.isEmpty && none.u(.controlled) > 0)
    }

    @Test("one settlement divides nothing")
    func one() throws {
        #expect(throws: Problem.self) { try made([report("a", 35.5, 51.5, "A")]) }
    }

    @Test("ground that crosses itself is refused with the place")
    func crossing() throws {
        let bowTie = Polygon(
            shell: Ring([
                Coordinate(35, 51), Coordinate(36, 52), Coordinate(36, 51), Coordinate(35, 52),
                Coordinate(35, 51),
            ]))
        let problem = #expect(throws: Problem.self) {
            try made([report("a", 35.5, 51.5, "A"), report("b", 35.6, 51.5, "B")], in: bowTie)
        }
        #expect(problem?.code == .topology)
        #expect(abs((problem?.place.coordinate?.longitude ?? 0) - 35.5) < 0.01)
    }
}

@Suite("Reported sites") struct ReportedSiteTests {
    @Test("the latest report not after the day counts")
    func latest() {
        let reports = [
            report("a", 35, 51, "B", on: "2024-08-01"), report("a", 35, 51, "A", on: "2024-08-20"),
            report("a", 35, 51, "B", on: "2024-08-25"), report("b", 35.1, 51, "B", on: "2024-09-01"),
        ]
        let sites = ReportedSites.sites(reports, on: day, holder: "A")
        #expect(sites.map(\.name) == ["a"])
        #expect(sites.first?.state == .held)
        #expect(sites.first?.isConflicting == false)
    }

    @Test("reports of one day that contradict each other make it contested, whatever their order")
    func conflict() {
        let reports = [report("a", 35, 51, "A"), report("a", 35, 51, "B")]
        for reports in [reports, reports.reversed()] {
            let sites = ReportedSites.sites(reports, on: day, holder: "A")
            #expect(sites.first?.state == .contested)
            #expect(sites.first?.isConflicting == true)
        }
        let agreed = ReportedSites.sites([reports[0], reports[0]], on: day, holder: "A")
        #expect(agreed.first?.isConflicting == false)
    }

    @Test("without a class of evidence older reports of other classes count")
    func leavingOut() {
        let reports = [
            report("a", 35, 51, "B", on: "2024-08-01"),
            report("a", 35, 51, "A", on: "2024-08-20", kind: "inferred"),
            report("b", 35.2, 51, "A", on: "2024-08-20", kind: "inferred"),
        ]
        let sites = ReportedSites.sites(reports, on: day, holder: "A", leavingOut: ["inferred"])
        #expect(sites.map(\.state) == [.other])
    }

    @Test("two settlements at one place are refused, rows of one are not")
    func samePlaces() {
        let a = report("a", 35, 51, "A", line: 2)
        let near = report("b", 35.0003, 51.0002, "B", line: 3)
        let far = report("c", 35.001, 51, "B", line: 4)
        let problems = ReportedSites.samePlaces([a, a, near, far])
        #expect(problems.count == 1)
        #expect(problems.first?.message == "b stands at the same place as a on line 2")
        #expect(problems.first?.place.line == 3)
    }
}

@Suite("Reconstruction region") struct ReconstructionRegionTests {
    private let window = BoundingBox([Coordinate(35, 51), Coordinate(36, 52)])

    private func area(_ polygons: [Polygon]) -> Double { Measuring.area(of: polygons).lonlatSquareMetres }

    @Test("a border cuts the window, and the settlements say which side is meant")
    func side() throws {
        let border = LineString([Coordinate(35.5, 50), Coordinate(35.5, 53)])
        let west = try BorderedRegion.side(of: window, border: [border], with: [Coordinate(35.2, 51.5)])
            .ground
        #expect(abs(area(west) / area([box(35, 51, 35.5, 52)]) - 1) < 1e-12)
        let east = try BorderedRegion.side(of: window, border: [border], with: [Coordinate(35.8, 51.5)])
            .ground
        #expect(abs(area(east) / area([box(35.5, 51, 36, 52)]) - 1) < 1e-12)
    }

    @Test("a border that leaves the window and comes back cuts off pieces of both sides")
    func winding() throws {
        // In from the south, out in the north, in and out again at the north-east: the pocket there is west's.
        let border = LineString([
            Coordinate(35.4, 50.9), Coordinate(35.4, 52.1), Coordinate(35.7, 52.1), Coordinate(35.7, 51.8),
            Coordinate(35.9, 51.8), Coordinate(35.9, 52.2),
        ])
        let places = [Coordinate(35.1, 51.2), Coordinate(35.2, 51.5), Coordinate(35.3, 51.7)]
        let west = try BorderedRegion.side(of: window, border: [border], with: places).ground
        let wanted = area([box(35, 51, 35.4, 52)]) + area([box(35.7, 51.8, 35.9, 52)])
        #expect(abs(area(west) / wanted - 1) < 1e-12)
        // One settlement drawn on the wrong side does not bring that side in.
        let wrong = try BorderedRegion.side(
            of: window, border: [border], with: places + [Coordinate(35.41, 51.2)]
        ).ground
        #expect(abs(area(wrong) / wanted - 1) < 1e-12)
    }

    @Test("the length along the edge of the window is that of the outline there")
    func alongTheWindow() {
        let cut: Polygon = box(35.2, 51, 35.4, 51.2)
        let wanted = Measuring.distance(Coordinate(35.2, 51), Coordinate(35.4, 51))
        #expect(abs(BorderedRegion.metres(of: [cut], along: window) - wanted) < 1e-6)
        #expect(BorderedRegion.metres(of: [box(35.2, 51.1, 35.4, 51.2)], along: window) == 0)
    }

    @Test("a border that ends inside the window is refused with the place")
    func unclosed() {
        let border = LineString([Coordinate(35.5, 50), Coordinate(35.5, 51.5)])
        let problem = #expect(throws: Problem.self) {
            try BorderedRegion.side(of: window, border: [border], with: [Coordinate(35.2, 51.5)])
        }
        #expect(
            problem?.message == "the border does not close the window: it ends inside it, at 35.5, 51.5")
        let outside = LineString([Coordinate(10, 50), Coordinate(10, 51.5)])
        let other = #expect(throws: Problem.self) {
            try BorderedRegion.side(of: window, border: [outside], with: [Coordinate(35.2, 51.5)])
        }
        #expect(other?.message == "the border does not cross the window")
    }

    @Test("a border that branches has more than two sides")
    func branching() {
        let border = [
            LineString([Coordinate(35.5, 51.5), Coordinate(35.5, 53)]),
            LineString([Coordinate(35.5, 51.5), Coordinate(34, 51.5)]),
            LineString([Coordinate(35.5, 51.5), Coordinate(36.5, 51)]),
        ]
        let problem = #expect(throws: Problem.self) {
            try BorderedRegion.side(of: window, border: border, with: [Coordinate(35.2, 51.8)])
        }
        #expect(problem?.message.contains("the border branches near") == true)
    }

    @Test("no settlement in the window")
    func empty() {
        let border = LineString([Coordinate(35.5, 50), Coordinate(35.5, 53)])
        #expect(throws: Problem.self) {
            try BorderedRegion.side(of: window, border: [border], with: [Coordinate(30, 51.5)])
        }
    }
}
