// GeoJSON text from features: RFC 7946 with the right-hand rule, a stable order of members, no NaN.

public import KGeoCore

/// How GeoJSON is written.
public struct WriterOptions: Hashable, Sendable {
    /// Decimals of longitude and latitude, 0…15 (7 are about a centimetre); nil writes each number in full.
    public var precision: Int?
    /// Turn shells anticlockwise and holes clockwise (RFC 7946 §3.1.6).
    public var followsRightHandRule: Bool
    /// Write a bounding box on the collection and on each feature, computed afresh.
    public var writesBoundingBoxes: Bool

    /// Seven decimals, right-hand rule, no computed boxes.
    public init(precision: Int? = 7, followsRightHandRule: Bool = true, writesBoundingBoxes: Bool = false) {
        self.precision = precision
        self.followsRightHandRule = followsRightHandRule
        self.writesBoundingBoxes = writesBoundingBoxes
    }

    /// Everything as it was read: full numbers, rings as wound.
    public static let asRead = WriterOptions(precision: nil, followsRightHandRule: false)
}

/// Writes GeoJSON.
public struct GeoJSONWriter {
    /// How it is written.
    public var options: WriterOptions

    /// A writer with its options.
    public init(options: WriterOptions = WriterOptions()) { self.options = options }

    /// The whole document as text, one feature a line, with a line feed at the end.
    ///
    /// Members stand in the order: type, the collection's foreign members (name first), bbox, features; in a
    /// feature: type, id, bbox, properties, geometry, foreign members.
    public func text(_ document: GeoJSONDocument) -> String {
        switch document.collection.kind {
        case .sequence: return document.features.map { feature($0) + "\n" }.joined()
        case .feature:
            return (document.features.first.map { feature($0, foreignBbox: document.collection.bbox) } ?? "")
                + "\n"
        case .geometry:
            guard let only = document.features.first, let shape = only.geometry else { return "null\n" }
            var foreign = only.record.geometryForeign[...]
            return geometry(shape, foreign: &foreign) + "\n"
        case .featureCollection: break
        }
        var text = "{\"type\":\"FeatureCollection\""
        var foreign = document.collection.foreign
        if let name = foreign["name"] {
            text += ",\"name\":" + JSONWriter.compact(name)
            foreign["name"] = nil
        }
        text += members(foreign)
        if options.writesBoundingBoxes {
            text += boundingBoxMember(of: document.features.compactMap(\.geometry))
        } else if let bbox = document.collection.bbox {
            text += ",\"bbox\":[" + bbox.map(number).joined(separator: ",") + "]"
        }
        text += ",\"features\":["
        for (i, item) in document.features.enumerated() { text += (i == 0 ? "\n" : ",\n") + feature(item) }
        return text + (document.features.isEmpty ? "]}\n" : "\n]}\n")
    }

    /// One feature on one line, without a line feed.
    public func feature(_ feature: Feature, foreignBbox: [Double]? = nil) -> String {
        var text = "{\"type\":\"Feature\""
        if let id = feature.record.id { text += ",\"id\":" + JSONWriter.compact(id.jsonValue) }
        if options.writesBoundingBoxes, let shape = feature.geometry {
            text += boundingBoxMember(of: [shape])
        } else if let bbox = feature.record.bbox ?? foreignBbox {
            text += ",\"bbox\":[" + bbox.map(number).joined(separator: ",") + "]"
        }
        text +=
            ",\"properties\":" + (feature.record.properties.map { JSONWriter.compact(.object($0)) } ?? "null")
        var foreign = feature.record.geometryForeign[...]
        text += ",\"geometry\":" + (feature.geometry.map { geometry($0, foreign: &foreign) } ?? "null")
        text += members(feature.record.foreign)
        return text + "}"
    }

    /// A geometry object on one line.
    public func text(_ shape: Geometry) -> String {
        var none: ArraySlice<JSONObject> = []
        return geometry(shape, foreign: &none)
    }

    private func members(_ object: JSONObject) -> String {
        object.members.map { ",\(JSONWriter.quoted($0.name)):\(JSONWriter.compact($0.value))" }.joined()
    }

    private func geometry(_ shape: Geometry, foreign: inout ArraySlice<JSONObject>) -> String {
        let own = foreign.popFirst() ?? JSONObject()
        var text = "{\"type\":\"\(shape.type.rawValue)\","
        switch shape {
        case .point(let positions):
            text += "\"coordinates\":" + (positions.count == 0 ? "[]" : position(positions, 0))
        case .multiPoint(let positions): text += "\"coordinates\":" + path(positions)
        case .lineString(let line): text += "\"coordinates\":" + path(line.positions)
        case .multiLineString(let lines):
            text += "\"coordinates\":[" + lines.map { path($0.positions) }.joined(separator: ",") + "]"
        case .polygon(let polygon): text += "\"coordinates\":" + surface(polygon)
        case .multiPolygon(let multi):
            text += "\"coordinates\":[" + multi.polygons.map(surface).joined(separator: ",") + "]"
        case .collection(let shapes):
            text +=
                "\"geometries\":[" + shapes.map { geometry($0, foreign: &foreign) }.joined(separator: ",")
                + "]"
        }
        return text + members(own) + "}"
    }

    private func surface(_ polygon: Polygon) -> String {
        "["
            + polygon.rings.enumerated().map { i, ring in
                guard options.followsRightHandRule else { return path(ring.positions) }
                // As written: rounding may turn a sliver inside out. One that encloses nothing stays as it is.
                let written = ring.coordinates.map { Coordinate(rounded($0.longitude), rounded($0.latitude)) }
                let turn = Winding.turn(written)
                return path(turn == 0 || (turn > 0) == (i == 0) ? ring.positions : ring.positions.reversed())
            }.joined(separator: ",") + "]"
    }

    private func path(_ positions: Positions) -> String {
        "[" + (0..<positions.count).map { position(positions, $0) }.joined(separator: ",") + "]"
    }

    private func position(_ positions: Positions, _ i: Int) -> String {
        let place = positions.coordinates[i]
        var text = "[" + ordinate(place.longitude) + "," + ordinate(place.latitude)
        if !positions.furtherOrdinates.isEmpty {
            for further in positions.furtherOrdinates[i] { text += "," + number(further) }
        }
        return text + "]"
    }

    private func number(_ value: Double) -> String { JSONNumber(value).text }

    /// A magnitude in units of the last decimal that is written; nil when it is written in full.
    private func units(_ value: Double) -> (count: UInt64, decimals: Int, scale: Double)? {
        guard let precision = options.precision else { return nil }
        let decimals = min(max(precision, 0), 15)
        let scale = DecimalScanner.exactPowers[decimals]
        let scaled = (abs(value) * scale).rounded()
        // Beyond that, a number of so many decimals would not come back as itself.
        guard scaled < 1e15 else { return nil }
        return (UInt64(scaled), decimals, scale)
    }

    /// The longitude or latitude that a reader of the text will see.
    private func rounded(_ value: Double) -> Double {
        guard let (count, _, scale) = units(value) else { return value }
        return value < 0 ? -Double(count) / scale : Double(count) / scale
    }

    /// Longitude or latitude to the asked number of decimals, without trailing zeros.
    private func ordinate(_ value: Double) -> String {
        guard let (count, decimals, scale) = units(value) else { return number(value) }
        if count == 0 { return "0" }
        let (whole, part) = count.quotientAndRemainder(dividingBy: UInt64(scale))
        var text = (value < 0 ? "-" : "") + String(whole)
        if part > 0 {
            let digits = String(part)
            text += "." + String(repeating: "0", count: decimals - digits.count) + digits
            while text.last == "0" { text.removeLast() }
        }
        return text
    }

    private func boundingBoxMember(of shapes: [Geometry]) -> String {
        let box = BoundingBox(shapes.lazy.flatMap(\.allCoordinates))
        guard !box.isEmpty else { return "" }
        return ",\"bbox\":["
            + [box.west, box.south, box.east, box.north].map(ordinate).joined(separator: ",") + "]"
    }
}

/// The winding of rings on the globe.
public enum Winding {
    /// Whether a ring runs anticlockwise seen from above, each edge taken the short way round in longitude.
    /// A ring without area counts as anticlockwise.
    public static func isAnticlockwise(_ ring: [Coordinate]) -> Bool { turn(ring) >= 0 }

    /// 1 for a ring that runs anticlockwise seen from above, −1 for a clockwise one, each edge taken the
    /// short way round in longitude; 0 when it encloses so little that the sign could be one of rounding.
    public static func turn(_ ring: [Coordinate]) -> Int {
        var sum = TurnSum()
        ring.withSpan { sum.add($0) }
        return sum.turn
    }
}

/// Which way round a ring runs, told while its positions come by.
public struct TurnSum: Hashable, Sendable {
    private var count = 0
    private var first = Coordinate(0, 0)
    private var previous = Coordinate(0, 0)
    private var x = 0.0
    private var doubled = 0.0
    private var magnitude = 0.0

    /// Of a ring without positions.
    public init() {}

    /// Takes the ring's next positions in, in degrees.
    public mutating func add(_ positions: Span<Coordinate>) {
        for i in positions.indices {
            let place = positions[i]
            if count == 0 {
                first = place
            } else {
                let next = x + Longitude.step(previous.longitude, place.longitude)
                let a = x * (place.latitude - first.latitude)
                let b = next * (previous.latitude - first.latitude)
                doubled += a - b
                magnitude += abs(a) + abs(b)
                x = next
            }
            previous = place
            count += 1
        }
    }

    /// The way of the positions so far, as `Winding.turn` tells it.
    public var turn: Int {
        // Each of the n steps rounds x, the products and the sum: 8 n ε bounds them all together.
        let rounding = 8 * Double(count) * Double.ulpOfOne * magnitude
        return abs(doubled) <= rounding ? 0 : (doubled > 0 ? 1 : -1)
    }
}
