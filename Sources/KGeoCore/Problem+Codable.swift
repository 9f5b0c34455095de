// Problems and notices as JSON has them.

extension Problem.Code: Codable {}
extension Notice.Severity: Codable {}

extension Problem.Place: Codable {
    enum CodingKeys: String, CodingKey {
        case file, line, column, offset, path, feature, id, part, ring, vertex, claim, property, coordinate
    }

    /// A place from what is known of it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func number(_ key: CodingKeys) throws -> Int? { try container.decodeIfPresent(Int.self, forKey: key) }
        func text(_ key: CodingKeys) throws -> String? {
            try container.decodeIfPresent(String.self, forKey: key)
        }
        self.init()
        (file, path, id, claim, property) = try (
            text(.file), text(.path), text(.id), text(.claim), text(.property)
        )
        (line, column, offset, feature) = try (
            number(.line), number(.column), number(.offset), number(.feature)
        )
        (part, ring, vertex) = try (number(.part), number(.ring), number(.vertex))
        coordinate = try container.decodeIfPresent(Coordinate.self, forKey: .coordinate)
    }

    /// What is known; the rest is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        for (key, text) in [
            (CodingKeys.file, file), (.path, path), (.id, id), (.claim, claim), (.property, property),
        ] { try container.encodeIfPresent(text, forKey: key) }
        for (key, number) in [
            (CodingKeys.line, line), (.column, column), (.offset, offset), (.feature, feature), (.part, part),
            (.ring, ring), (.vertex, vertex),
        ] { try container.encodeIfPresent(number, forKey: key) }
        try container.encodeIfPresent(coordinate, forKey: .coordinate)
    }
}

extension Problem: Codable {
    enum CodingKeys: String, CodingKey {
        case code
        case wording = "message"
        case place
        case remedy = "hint"
    }

    /// A problem from its parts; a code that is not known is kept.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Code.self, forKey: .code),
            saying: try container.decode(Wording.self, forKey: .wording),
            at: try container.decodeIfPresent(Place.self, forKey: .place) ?? Place(),
            remedy: try container.decodeIfPresent(Remedy.self, forKey: .remedy))
    }

    /// Its parts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(wording, forKey: .wording)
        try container.encode(place, forKey: .place)
        try container.encodeIfPresent(remedy, forKey: .remedy)
    }
}

extension Notice: Codable {
    enum CodingKeys: String, CodingKey { case severity, problem }

    /// A notice from its parts.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Severity.self, forKey: .severity),
            try container.decode(Problem.self, forKey: .problem))
    }

    /// Its parts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(severity, forKey: .severity)
        try container.encode(problem, forKey: .problem)
    }
}
