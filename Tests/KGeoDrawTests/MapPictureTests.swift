// A map as SVG: what is in it, where it lies, and that nothing from a file can break it.

import KGeoCore
import KGeoDraw
import Testing

@Suite struct MapPictureTests {
    private static func square(_ west: Double, _ south: Double, _ side: Double) -> Polygon {
        Polygon(
            shell: Ring([
                Coordinate(west, south), Coordinate(west + side, south),
                Coordinate(west + side, south + side),
                Coordinate(west, south + side), Coordinate(west, south),
            ]))
    }

    private static func map(_ polygons: [Polygon], kind: MapDrawing.Fill.Kind = .held) -> MapDrawing {
        var map = MapDrawing(title: "Some map, 1 May 2025", alternative: "Ground of A.")
        map.grounds = [
            MapDrawing.Ground(polygons: polygons, fill: .init(side: 0, kind: kind), label: "A, controlled")
        ]
        return map
    }

    @Test func groupsAreNamed() throws {
        var map = Self.map([Self.square(35, 51, 0.5)])
        map.bands = [
            .init(
                line: LineString([Coordinate(35, 51), Coordinate(35.5, 51)]), halfWidthMetres: 1_200, side: 0)
        ]
        map.lines = [
            .init(
                kind: .border, parts: [LineString([Coordinate(34, 51), Coordinate(36, 51)])], label: "border")
        ]
        map.places = [.init(name: "Sudzha", coordinate: Coordinate(35.2, 51.2), weight: 6_000)]
        map.regions = [.init(polygons: [Self.square(30, 48, 8)], name: "Kursk Oblast")]
        let svg = try MapPicture(map).svg
        for name in [
            "graticule", "regions", "control", "error-band", "lines", "places", "labels", "scale", "legend",
        ] {
            #expect(svg.contains("id=\"kgeo-\(name)\""), "\(name)")
        }
        for words in [
            "Sudzha", "Kursk Oblast", "A, controlled", "± 1.2 km", "Some map, 1 May 2025", "km<", "border",
            "WGS84",
        ] { #expect(svg.contains(words), "\(words)") }
        #expect(!svg.contains("nan") && !svg.contains("inf "))
        #expect(try MapPicture(map).svg == svg)
    }

    @Test(arguments: [
        "</title><script>alert(1)</script>", "\" onload=\"x", "a & b < c", "\u{202E}abc", "\u{0}\u{1B}[31m",
        "🏴‍☠️",
        String(repeating: "x", count: 10_000), "",
    ])
    func textIsText(_ text: String) throws {
        var map = Self.map([Self.square(35, 51, 0.5)])
        (map.title, map.alternative) = (text, text)
        map.notes = [text]
        map.grounds[0].label = text
        map.places = [.init(name: text, coordinate: Coordinate(35.2, 51.2), weight: 1)]
        map.regions = [.init(polygons: [Self.square(34, 50, 3)], name: text)]
        let svg = try MapPicture(map).svg
        #expect(!svg.contains("<script") && !svg.contains("onload=\"x") && !svg.contains("\u{202E}"))
        #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(svg.hasSuffix("</svg>\n"))
    }

    /// The area that a path fills, in square px.
    private static func area(_ data: Substring) -> Double {
        var (sum, x, y, startX, startY) = (0.0, 0.0, 0.0, 0.0, 0.0)
        var numbers: [Double] = []
        var word = ""
        var isFirst = true
        func value() -> Double? {
            Double(word.hasPrefix(".") ? "0" + word : word.replacing("-.", with: "-0."))
        }
        func step() {
            guard numbers.count == 2 else { return }
            let (toX, toY) = isFirst ? (numbers[0], numbers[1]) : (x + numbers[0], y + numbers[1])
            if isFirst { (startX, startY) = (toX, toY) } else { sum += x * toY - toX * y }
            (x, y) = (toX, toY)
            isFirst = false
            numbers = []
        }
        func end() {
            if let number = value() { numbers.append(number) }
            word = ""
            step()
        }
        for character in data {
            switch character {
            case "M":
                isFirst = true
            case "l", " ": end()
            case "z":
                end()
                sum += x * startY - startX * y
            case "-":
                end()
                word = "-"
            case "." where word.contains("."):
                end()
                word = "."
            default: word.append(character)
            }
        }
        return abs(sum) / 2
    }

    private static func filled(_ svg: String) -> [Double] {
        svg.split(separator: "\n").compactMap { line in
            guard line.contains("fill-rule"), line.contains("fill-opacity"), !line.contains("url("),
                let from = line.firstRange(of: " d=\"")
            else { return nil }
            return area(line[from.upperBound...].prefix { $0 != "\"" })
        }
    }

    @Test(arguments: [-60.0, 0, 48, 70])
    func groundsOfOneSizeLookSo(_ latitude: Double) throws {
        // The same box at the low and the high end of a picture: of the globe it covers less at the high one.
        let (low, high) = (Self.square(0, latitude, 1), Self.square(2, latitude + 6, 1))
        var map = Self.map([low])
        map.grounds.append(
            MapDrawing.Ground(polygons: [high], fill: .init(side: 1, kind: .held), label: "B"))
        let areas = Self.filled(try MapPicture(map).svg)
        try #require(areas.count == 2)
        func onGlobe(_ polygon: Polygon) throws -> Double {
            try #require(measureSphere(polygon))
        }
        let expected = try onGlobe(low) / onGlobe(high)
        // Numbers to a tenth of a px, and a sphere for an ellipsoid.
        #expect(abs(areas[0] / areas[1] / expected - 1) < 0.02, "\(areas[0] / areas[1]) \(expected)")
    }

    /// The area of a box between meridians and parallels on a sphere, in square radians.
    private func measureSphere(_ polygon: Polygon) -> Double? {
        guard let ring = polygon.shell?.coordinates else { return nil }
        let box = BoundingBox(ring)
        func sine(_ degrees: Double) -> Double {
            // By its series: small enough an angle after halving.
            let x = degrees * .pi / 180 / 16
            var (s, c) = (x - x * x * x / 6 + x * x * x * x * x / 120, 1 - x * x / 2 + x * x * x * x / 24)
            for _ in 0..<4 { (s, c) = (2 * s * c, c * c - s * s) }
            return s
        }
        return (box.east - box.west) * (sine(box.north) - sine(box.south))
    }

    @Test func groundOverTheAntimeridianIsOne() throws {
        let svg = try MapPicture(Self.map([Self.square(179, -17, 0.9), Self.square(-179.9, -17, 0.9)])).svg
        let areas = Self.filled(svg)
        #expect(areas.count == 1 && (areas.first ?? 0) > 50_000)
        #expect(svg.contains("180° W") || svg.contains("180° E") || svg.contains("179."))
    }

    @Test func aPoleIsDrawn() throws {
        let ring = (0...36).map { Coordinate(Double($0 % 36) * 10 - 180, 80) }
        let svg = try MapPicture(Self.map([Polygon(shell: Ring(ring))])).svg
        #expect((Self.filled(svg).first ?? 0) > 50_000)
    }

    @Test func theWholeGlobeIsRefused() {
        let corners = [(0.0, 70.0), (0, -80), (-170, 0), (-90, 0), (0, 0), (90, 0)]
        let squares = corners.map { Self.square($0.0, $0.1, 10) }
        #expect(throws: Problem.self) { try MapPicture(Self.map(squares)) }
    }

    @Test func nothingToDrawIsSaid() {
        #expect(throws: Problem.self) { try MapPicture(MapDrawing(title: "t", alternative: "a")) }
    }

    @Test(arguments: [0.0, 239, 8_001, .nan, .infinity])
    func widthsOutOfRangeAreRefused(_ width: Double) {
        var options = PictureOptions()
        options.width = width
        #expect(throws: Problem.self) { try MapPicture(Self.map([Self.square(35, 51, 1)]), options) }
    }

    @Test(.timeLimit(.minutes(1))) func manyVerticesAreFewInTheDrawing() throws {
        var seed: UInt64 = 7
        func random() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(seed >> 11) / Double(1 << 53)
        }
        #if DEBUG
            let count = 20_000
        #else
            let count = 200_000
        #endif
        var ring: [Coordinate] = []
        for i in 0..<count {
            // A jagged square.
            let part = Double(i) / Double(count) * 4
            let (side, along) = (Int(part), part - part.rounded(.down))
            let away = 0.01 * random()
            switch side {
            case 0: ring.append(Coordinate(35 + along, 50 + away))
            case 1: ring.append(Coordinate(36 - away, 50 + along))
            case 2: ring.append(Coordinate(36 - along, 51 - away))
            default: ring.append(Coordinate(35 + away, 51 - along))
            }
        }
        ring.append(ring[0])
        let svg = try MapPicture(Self.map([Polygon(shell: Ring(ring))])).svg
        #expect(svg.utf8.count < 1_000_000, "\(svg.utf8.count)")
        #expect((Self.filled(svg).first ?? 0) > 100_000)
    }

    @Test func namesDoNotLieOverEachOther() throws {
        var map = Self.map([Self.square(35, 51, 1)])
        map.places = (0..<300).map { i in
            MapDrawing.Place(
                name: "Settlement \(i)",
                coordinate: Coordinate(35 + Double(i % 20) / 20, 51 + Double(i / 20) / 15), weight: Double(i))
        }
        let svg = try MapPicture(map).svg
        // The largest is there, and by far not all are.
        #expect(svg.contains("Settlement 299<"))
        let count = map.places.count { svg.contains("\($0.name)<") }
        #expect((20..<200).contains(count), "\(count)")
    }

    @Test func transparentAndDark() throws {
        var options = PictureOptions()
        options.isTransparent = true
        options.theme = .dark
        let svg = try MapPicture(Self.map([Self.square(35, 51, 1)]), options).svg
        #expect(!svg.contains("kgeo-paper") && svg.contains("#1f2429"))
    }

    @Test func sidesAndKindsDifferWithoutColour() throws {
        var map = MapDrawing(title: "t", alternative: "a")
        for (i, kind) in MapDrawing.Fill.Kind.allCases.enumerated() {
            map.grounds.append(
                MapDrawing.Ground(
                    polygons: [Self.square(Double(i), 50, 0.8)], fill: .init(side: i % 2, kind: kind),
                    label: kind.rawValue))
        }
        let svg = try MapPicture(map).svg
        let patterns = svg.split(separator: "\n").filter { $0.contains("<pattern") }
        #expect(patterns.count == 3 && Set(patterns).count == 3)
    }
}
