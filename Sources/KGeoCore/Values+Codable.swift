// Values of one text or two ends, as JSON has them: dates, units, definitions, intervals, problems.

extension CalendarDate: Codable {
    /// A day from `YYYY-MM-DD`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is no day: write YYYY-MM-DD")
        }
        self = date
    }

    /// `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension MeasureUnit: Codable {
    /// A unit from its name, such as `km2`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for a name that is not in the table.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let unit = MeasureUnit.named(name) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(name)\" is no unit of the table")
        }
        self = unit
    }

    /// The unit's name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

extension UnitDimension: Codable {}

extension Counting: Codable {
    /// A definition from its label, such as `controlled+contested`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for a word that is no status.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let label = try container.decode(String.self)
        guard let counting = Counting(label: label) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(label)\" is no list of statuses joined by +")
        }
        self = counting
    }

    /// The label, such as `controlled+contested`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(label)
    }
}

extension Interval: Codable {
    enum CodingKeys: String, CodingKey { case low, high }

    /// An interval from `low` and `high`; an end that is null or missing is open.
    ///
    /// - Throws: `DecodingError.dataCorrupted` when low lies above high or an end is no number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let low = try container.decodeIfPresent(Double.self, forKey: .low) ?? -.infinity
        let high = try container.decodeIfPresent(Double.self, forKey: .high) ?? .infinity
        guard low <= high else {
            throw DecodingError.dataCorruptedError(
                forKey: .high, in: container, debugDescription: "the interval ends before it begins")
        }
        self.init(low, high)
    }

    /// `low` and `high`, null where it is open.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(low.isFinite ? low : nil, forKey: .low)
        try container.encode(high.isFinite ? high : nil, forKey: .high)
    }
}

extension BoundingBox: Codable {
    /// A box from `[west, south, east, north]`, as GeoJSON has it; an empty list is the empty box.
    ///
    /// - Throws: `DecodingError.dataCorrupted` when there are other than four numbers.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let bounds = try container.decode([Double].self)
        self.init()
        if bounds.isEmpty { return }
        guard bounds.count == 4 else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a box has four bounds: west, south, east, north")
        }
        (west, south, east, north) = (bounds[0], bounds[1], bounds[2], bounds[3])
    }

    /// `[west, south, east, north]`, or an empty list for the empty box.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(isEmpty ? [] : [west, south, east, north])
    }
}

extension Denominator: Codable {
    enum CodingKeys: String, CodingKey { case id, official, region, areas }

    /// A denominator from `{"id": …}`, `{"official": …}` or `{"region": …}`, as the scenario format has it, or from
    /// `{"areas": […]}`.
    ///
    /// - Throws: `DecodingError` when it has none of them.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let id = try container.decodeIfPresent(String.self, forKey: .id) {
            self = .feature(id: id)
        } else if let areas = try container.decodeIfPresent([DenominatorUsed].self, forKey: .areas) {
            self = .areas(areas)
        } else if let name = try container.decodeIfPresent(String.self, forKey: .region) {
            self = .region(name: name)
        } else {
            self = .official(code: try container.decode(String.self, forKey: .official))
        }
    }

    /// `{"id": …}`, `{"official": …}`, `{"region": …}` or `{"areas": […]}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .feature(let id): try container.encode(id, forKey: .id)
        case .official(let code): try container.encode(code, forKey: .official)
        case .region(let name): try container.encode(name, forKey: .region)
        case .areas(let areas): try container.encode(areas, forKey: .areas)
        }
    }
}

extension RingNote: Codable {
    enum CodingKeys: String, CodingKey { case note, vertex, ring }

    /// What a note is called, beside the vertex from which its edge runs, or the ring.
    private enum Name: String, Codable {
        case longEdge = "long_edge"
        case halfTurnEdge = "half_turn_edge"
        case fullTurnEdge = "full_turn_edge"
        case turnsOver = "turns_over"
        case encirclesPole = "encircles_pole"
        case holesExceedShell = "holes_exceed_shell"
        case holeBeyondShell = "hole_beyond_shell"
        case runsTwice = "runs_twice"
        case standsTwice = "stands_twice"
        case cancels
    }

    /// A note from its name and, where it speaks of an edge or a ring, the vertex or the number of the ring.
    ///
    /// - Throws: `DecodingError` for a name that is not known or a number that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func vertex() throws -> Int { try container.decode(Int.self, forKey: .vertex) }
        func ring() throws -> Int { try container.decode(Int.self, forKey: .ring) }
        switch try container.decode(Name.self, forKey: .note) {
        case .longEdge: self = .longEdge(vertex: try vertex())
        case .halfTurnEdge: self = .halfTurnEdge(vertex: try vertex())
        case .fullTurnEdge: self = .fullTurnEdge(vertex: try vertex())
        case .turnsOver: self = .turnsOver(vertex: try vertex())
        case .encirclesPole: self = .encirclesPole
        case .holesExceedShell: self = .holesExceedShell
        case .holeBeyondShell: self = .holeBeyondShell(ring: try ring())
        case .runsTwice: self = .runsTwice(ring: try ring())
        case .standsTwice: self = .standsTwice(ring: try ring())
        case .cancels: self = .cancels
        }
    }

    /// Its name and, where it speaks of an edge or a ring, the vertex or the number of the ring.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let (name, vertex, ring): (Name, Int?, Int?) =
            switch self {
            case .longEdge(let vertex): (.longEdge, vertex, nil)
            case .halfTurnEdge(let vertex): (.halfTurnEdge, vertex, nil)
            case .fullTurnEdge(let vertex): (.fullTurnEdge, vertex, nil)
            case .turnsOver(let vertex): (.turnsOver, vertex, nil)
            case .encirclesPole: (.encirclesPole, nil, nil)
            case .holesExceedShell: (.holesExceedShell, nil, nil)
            case .holeBeyondShell(let ring): (.holeBeyondShell, nil, ring)
            case .runsTwice(let ring): (.runsTwice, nil, ring)
            case .standsTwice(let ring): (.standsTwice, nil, ring)
            case .cancels: (.cancels, nil, nil)
            }
        try container.encode(name, forKey: .note)
        try container.encodeIfPresent(vertex, forKey: .vertex)
        try container.encodeIfPresent(ring, forKey: .ring)
    }
}
