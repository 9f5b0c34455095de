// A country as TopoJSON: its regions share their arcs, each of which is stored once, as steps on a grid.

internal import KGeoCore
internal import KGeoJSON

/// The regions of a country, whose outlines are put together when they are asked for.
struct CountryTopology {
    /// One object: its facts, and its rings as numbers of arcs (~n: backwards).
    private struct Shape {
        var facts: JSONObject
        var polygons: [[[Int]]]
    }

    private var shapes: [Shape] = []
    private var arcs: [[Coordinate]] = []
    /// The kind of each arc, as its number among the kinds.
    private var arcLines: [Int] = []
    private var kinds: [(kind: String, error: Double, source: String)] = []
    private var licence = "public domain"
    private let file: String

    /// Reads a text as Scripts/geodata-regions.py writes it.
    ///
    /// - Throws: a problem when it is no such text.
    init(reading source: ByteSource) throws(Problem) {
        file = source.name
        var scanner = JSONScanner(source)
        guard try scanner.next() == UInt8(ascii: "{") else { throw scanner.unexpected("a TopoJSON object") }
        try scanner.open()
        var steps: [[(Double, Double)]] = []
        var grid = 0.0
        repeat {
            switch try scanner.name({ String(decoding: $0, as: UTF8.self) }) {
            case "arcs": steps = try Self.arcs(&scanner)
            case "transform":
                grid = try scanner.value().object?["scale"]?.array?.first?.double ?? 0
            case "arc_lines":
                arcLines =
                    try scanner.value().array?.compactMap { $0.double.flatMap { Int(exactly: $0) } } ?? []
            case "licence": licence = try scanner.value().string ?? licence
            case "lines":
                kinds = (try scanner.value().array ?? []).compactMap(\.object).map {
                    ($0["kind"]?.string ?? "line", $0["error_m"]?.double ?? 0, $0["source"]?.string ?? "")
                }
            case "objects":
                let list = try scanner.value().object?["regions"]?.object?["geometries"]?.array ?? []
                shapes = list.compactMap(\.object).map(Self.shape)
            default: try scanner.skipValue()
            }
        } while try scanner.continues(until: UInt8(ascii: "}"))
        guard grid > 0, arcLines.count == steps.count, arcLines.allSatisfy(kinds.indices.contains) else {
            throw wrong("its grid or its lines are missing")
        }
        // Whole steps divided by a whole number of them give the very numbers that a decimal text of them gives.
        let perDegree = (1 / grid).rounded()
        arcs = steps.map { $0.map { Coordinate($0.0 / perDegree, $0.1 / perDegree) } }
        let isWhole = shapes.allSatisfy { shape in
            shape.polygons.allSatisfy {
                $0.allSatisfy { $0.allSatisfy { arcs.indices.contains(max($0, ~$0)) } }
            }
        }
        guard isWhole else { throw wrong("an outline names an arc that is not there") }
    }

    private func wrong(_ what: String) -> Problem {
        Problem(.input, "this is no part of GeoData's regions: \(what)", hint: "install GeoData again")
            .inFile(file)
    }

    private static func shape(_ object: JSONObject) -> Shape {
        let polygons = object["arcs"]?.array?.compactMap(\.array).map { rings in
            rings.compactMap(\.array).map { $0.compactMap { $0.double.flatMap { Int(exactly: $0) } } }
        }
        return Shape(facts: object["properties"]?.object ?? JSONObject(), polygons: polygons ?? [])
    }

    /// The arcs as positions in steps of the grid.
    private static func arcs(_ scanner: inout JSONScanner) throws(Problem) -> [[(Double, Double)]] {
        let (opening, closing) = (UInt8(ascii: "["), UInt8(ascii: "]"))
        func open(_ scanner: inout JSONScanner) throws(Problem) {
            guard try scanner.next() == opening else { throw scanner.unexpected("an array") }
            try scanner.open()
        }
        func number(_ scanner: inout JSONScanner) throws(Problem) -> Double {
            _ = try scanner.next()
            return try scanner.number()
        }
        var result: [[(Double, Double)]] = []
        try open(&scanner)
        guard try scanner.hasElements(until: closing) else { return [] }
        repeat {
            var (x, y) = (0.0, 0.0)
            var line: [(Double, Double)] = []
            try open(&scanner)
            guard try scanner.hasElements(until: closing) else { throw scanner.unexpected("a position") }
            repeat {
                try open(&scanner)
                x += try number(&scanner)
                guard try scanner.continues(until: closing) else { throw scanner.unexpected("a comma") }
                y += try number(&scanner)
                guard try !scanner.continues(until: closing) else { throw scanner.unexpected("two numbers") }
                line.append((x, y))
            } while try scanner.continues(until: closing)
            result.append(line)
        } while try scanner.continues(until: closing)
        return result
    }

    /// The box around all of it, in degrees.
    var box: BoundingBox {
        var box = BoundingBox()
        for arc in arcs { box.formUnion(BoundingBox(arc)) }
        return box
    }

    /// The codes of what it holds: the country first.
    var codes: [String] { shapes.compactMap { $0.facts["code"]?.string } }

    /// The region of a code; nil when there is none.
    func region(_ code: String) -> AtlasRegion? {
        shapes.first { $0.facts["code"]?.string == code }.map(region)
    }

    private func region(_ shape: Shape) -> AtlasRegion {
        let facts = shape.facts
        func texts(_ name: String) -> [String: [String]] {
            Dictionary(
                (facts[name]?.object?.members ?? []).map {
                    ($0.name, ($0.value.array ?? []).compactMap(\.string))
                },
                uniquingKeysWith: { first, _ in first })
        }
        let code = facts["code"]?.string ?? ""
        return AtlasRegion(
            code: code, country: facts["country"]?.string ?? code,
            kind: facts["kind"]?.string.flatMap(AtlasRegion.Kind.init) ?? .region,
            name: Dictionary(
                (facts["name"]?.object?.members ?? []).map { ($0.name, $0.value.string ?? "") },
                uniquingKeysWith: { first, _ in first }),
            otherNames: texts("names"), adjectives: texts("adjectives"),
            members: (facts["members"]?.array ?? []).compactMap(\.string),
            officialAreas: (facts["official"]?.array ?? []).compactMap(\.object).compactMap { area in
                area["km2"]?.double.map {
                    AtlasRegion.OfficialArea(squareKilometres: $0, source: area["source"]?.string ?? "")
                }
            },
            warning: facts["warning"]?.string,
            bearsVerdict: facts["bears_verdict"] != .bool(false), licence: licence,
            polygons: shape.polygons.map { Polygon(rings: $0.map(ring)) },
            lines: shape.polygons.flatMap { $0.flatMap { $0.map(line) } })
    }

    private func positions(_ number: Int) -> [Coordinate] {
        number >= 0 ? arcs[number] : arcs[~number].reversed()
    }

    private func ring(_ numbers: [Int]) -> Ring {
        var places: [Coordinate] = []
        for number in numbers {
            let arc = positions(number)
            places += places.isEmpty ? arc[...] : arc.dropFirst()
        }
        return Ring(places)
    }

    private func line(_ number: Int) -> AtlasRegion.Line {
        let kind = kinds[arcLines[max(number, ~number)]]
        return AtlasRegion.Line(
            kind: kind.kind, error: kind.error, source: kind.source, line: LineString(positions(number)))
    }
}
