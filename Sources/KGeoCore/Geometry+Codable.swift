// Shapes as GeoJSON has them: positions as lists of numbers, geometries as type and coordinates.

extension Coordinate: Codable {
    /// A place from `[longitude, latitude]`; further ordinates are passed over.
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let longitude = try container.decode(Double.self)
        self.init(longitude: longitude, latitude: try container.decode(Double.self))
    }

    /// `[longitude, latitude]`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(longitude)
        try container.encode(latitude)
    }
}

extension Positions: Codable {
    /// Positions from a list of lists of two or more numbers.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let lists = try container.decode([[Double]].self)
        guard lists.allSatisfy({ $0.count >= 2 }) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a position has a longitude and a latitude")
        }
        let further = lists.map { Array($0.dropFirst(2)) }
        self.init(
            lists.map { Coordinate($0[0], $0[1]) },
            furtherOrdinates: further.allSatisfy(\.isEmpty) ? [] : further)
    }

    /// A list for each position.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(lists)
    }

    /// Each position with all its ordinates.
    fileprivate var lists: [[Double]] {
        coordinates.indices.map { i in
            [coordinates[i].longitude, coordinates[i].latitude]
                + (furtherOrdinates.isEmpty ? [] : furtherOrdinates[i])
        }
    }
}

extension Ring: Codable {
    /// A ring from its positions; nothing is checked here.
    public init(from decoder: any Decoder) throws { self.init(try Positions(from: decoder)) }
    /// Its positions.
    public func encode(to encoder: any Encoder) throws { try positions.encode(to: encoder) }
}

extension LineString: Codable {
    /// A line from its positions; nothing is checked here.
    public init(from decoder: any Decoder) throws { self.init(try Positions(from: decoder)) }
    /// Its positions.
    public func encode(to encoder: any Encoder) throws { try positions.encode(to: encoder) }
}

extension Polygon: Codable {
    /// A surface from its rings, the shell first.
    public init(from decoder: any Decoder) throws { self.init(rings: try [Ring](from: decoder)) }
    /// Its rings, the shell first.
    public func encode(to encoder: any Encoder) throws { try rings.encode(to: encoder) }
}

extension MultiPolygon: Codable {
    /// A surface from its parts.
    public init(from decoder: any Decoder) throws { self.init(try [Polygon](from: decoder)) }
    /// Its parts.
    public func encode(to encoder: any Encoder) throws { try polygons.encode(to: encoder) }
}

extension GeometryType: Codable {}

extension Geometry: Codable {
    enum CodingKeys: String, CodingKey { case type, coordinates, geometries }

    /// A GeoJSON geometry.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func coordinates<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try container.decode(type, forKey: .coordinates)
        }
        switch try container.decode(GeometryType.self, forKey: .type) {
        case .point:
            let position = try coordinates([Double].self)
            guard position.isEmpty || position.count >= 2 else {
                throw DecodingError.dataCorruptedError(
                    forKey: .coordinates, in: container,
                    debugDescription: "a position has a longitude and a latitude")
            }
            guard !position.isEmpty else {
                self = .point(Positions([]))
                return
            }
            let further = Array(position.dropFirst(2))
            self = .point(
                Positions(
                    [Coordinate(position[0], position[1])], furtherOrdinates: further.isEmpty ? [] : [further]
                ))
        case .multiPoint: self = .multiPoint(try coordinates(Positions.self))
        case .lineString: self = .lineString(try coordinates(LineString.self))
        case .multiLineString: self = .multiLineString(try coordinates([LineString].self))
        case .polygon: self = .polygon(try coordinates(Polygon.self))
        case .multiPolygon: self = .multiPolygon(try coordinates(MultiPolygon.self))
        case .geometryCollection:
            self = .collection(try container.decode([Geometry].self, forKey: .geometries))
        }
    }

    /// A GeoJSON geometry.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
        switch self {
        case .point(let positions): try container.encode(positions.lists.first ?? [], forKey: .coordinates)
        case .multiPoint(let positions): try container.encode(positions, forKey: .coordinates)
        case .lineString(let line): try container.encode(line, forKey: .coordinates)
        case .multiLineString(let lines): try container.encode(lines, forKey: .coordinates)
        case .polygon(let polygon): try container.encode(polygon, forKey: .coordinates)
        case .multiPolygon(let multi): try container.encode(multi, forKey: .coordinates)
        case .collection(let members): try container.encode(members, forKey: .geometries)
        }
    }
}
